import { describe, expect, it } from 'vitest'
import { HELP, readCommandLine, type BuildOptions } from '../src/command-line.js'

const plain: BuildOptions = {
  editions: [],
  out: null,
  profile: 'screen',
  png: null,
  fonts: null,
  layouts: null,
  strict: false,
  quiet: false,
  json: false,
}

const building = (given: Partial<BuildOptions>) => ({ kind: 'build', options: { ...plain, ...given } })

describe('the command line', () => {
  it('builds the newest edition when nothing is said', () => {
    expect(readCommandLine([])).toEqual(building({}))
    expect(readCommandLine(['build'])).toEqual(building({}))
  })

  it('takes editions with or without the verb', () => {
    expect(readCommandLine(['build', 'a', 'b/edition.yaml'])).toEqual(building({ editions: ['a', 'b/edition.yaml'] }))
    expect(readCommandLine(['a', '--strict', 'b'])).toEqual(building({ editions: ['a', 'b'], strict: true }))
  })

  it('compares two editions', () => {
    const plainDiff = { fonts: null, layouts: null, json: false }
    expect(readCommandLine(['diff', 'a', 'b/edition.yaml'])).toEqual({
      kind: 'diff',
      options: { editions: ['a', 'b/edition.yaml'], ...plainDiff },
    })
    expect(readCommandLine(['diff', '--fonts=f', 'a', '--json', 'b', '--layouts', 'l'])).toEqual({
      kind: 'diff',
      options: { editions: ['a', 'b'], fonts: 'f', layouts: 'l', json: true },
    })
    // An edition may be called so.
    expect(readCommandLine(['build', 'diff'])).toEqual(building({ editions: ['diff'] }))
  })

  it('takes an edition whose name begins with a hyphen after --', () => {
    expect(readCommandLine(['--json', '--', '-x'])).toEqual(building({ editions: ['-x'], json: true }))
  })

  it('takes the value of an option as the next word or behind an equals sign', () => {
    expect(readCommandLine(['--out', 'x', '--profile=newsprint', '--fonts', 'f', '--layouts=l', '--quiet'])).toEqual(
      building({ out: 'x', profile: 'newsprint', fonts: 'f', layouts: 'l', quiet: true }),
    )
  })

  it('takes a number of pixels to the inch', () => {
    expect(readCommandLine(['--png', '80'])).toEqual(building({ png: 80 }))
  })

  it('answers --help before anything else, and --version', () => {
    expect(readCommandLine(['--nonsense', '--help'])).toEqual({ kind: 'help' })
    expect(readCommandLine(['-h'])).toEqual({ kind: 'help' })
    expect(readCommandLine(['--version'])).toEqual({ kind: 'version' })
  })

  it.each([
    [['--ouut', 'x'], 'unknown option --ouut: did you mean --out?'],
    [['--jsno'], 'unknown option --jsno: did you mean --json?'],
    [['--zzzzzz'], 'unknown option --zzzzzz'],
    [['--toString'], 'unknown option --toString'],
    [['-x'], 'unknown option -x'],
    [['--out'], '--out needs a folder after it'],
    [['--out='], '--out needs a folder after it'],
    [['--out', '--strict'], '--out needs a folder after it, not --strict'],
    [['--profile'], '--profile needs a name after it'],
    [['--png'], '--png needs a number after it'],
    [['--png', '9'], '--png needs a number from 10 to 600 after it, not 9'],
    [['--png', '72.5'], '--png needs a number from 10 to 600 after it, not 72.5'],
    [['--strict=yes'], '--strict takes no value'],
    [[''], 'an empty name is no edition'],
    [['diff'], 'diff compares two editions, not 0: diff OLDER NEWER'],
    [['diff', 'a'], 'diff compares two editions, not 1: diff OLDER NEWER'],
    [['diff', 'a', 'b', 'c'], 'diff compares two editions, not 3: diff OLDER NEWER'],
    [['diff', 'a', ''], 'an empty name is no edition'],
    [['diff', 'a', 'b', '--out', 'c'], 'diff takes no --out'],
    [['diff', '--quiet', 'a', 'b'], 'diff takes no --quiet'],
  ])('says what is wrong with %j', (words, message) => {
    expect(readCommandLine(words)).toEqual({ kind: 'wrong', message })
  })

  it('has a help page that names every option of the contract', () => {
    for (const name of ['out', 'profile', 'png', 'fonts', 'layouts', 'strict', 'quiet', 'json', 'help', 'version']) {
      expect(HELP).toContain(`--${name}`)
    }
    expect(HELP.split('\n').every((line) => line.length <= 120)).toBe(true)
  })
})
