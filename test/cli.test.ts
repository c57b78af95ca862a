import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, SMALL_EDITION, writeFiles } from './small-edition.js'

const launcher = join(import.meta.dirname, '..', 'src', 'launch.mjs')
const folders = ['--fonts', 'fonts', '--layouts', 'layouts', '--out', 'out']
const results = ['small-2022-01-14.fit.json', 'small-2022-01-14.pdf']
let place: string

/** Types a command line in the folder of the test. */
function type(words: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const { npm_lifecycle_event: _, INIT_CWD: __, ...env } = process.env
  const run = spawnSync(process.execPath, [launcher, ...words], {
    cwd: options.cwd ?? place,
    env: { ...env, ...options.env },
    encoding: 'utf8',
  })
  return { exit: run.status, out: run.stdout, err: run.stderr }
}

const build = (...words: string[]) => type([...words, ...folders])
const out = (): string[] => (existsSync(join(place, 'out')) ? readdirSync(join(place, 'out')).sort() : [])
const change = (path: string, text: string): void => writeFiles(place, { [path]: text })
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'stonehand-cli-'))
  writeFiles(place, SMALL_EDITION)
})

afterEach(() => rmSync(place, { recursive: true, force: true }))

describe('the command', () => {
  it('explains itself', () => {
    expect(type(['--help'])).toMatchObject({ exit: 0, out: expect.stringContaining('npm run edition --'), err: '' })
    const { version } = JSON.parse(readFileSync(join(dirname(launcher), '..', 'package.json'), 'utf8'))
    expect(type(['--version'])).toEqual({ exit: 0, out: `${version}\n`, err: '' })
  })

  it('ends with 2 when the command line is wrong, and says what was meant', () => {
    expect(type(['--stict'])).toEqual({
      exit: 2,
      out: '',
      err: 'unknown option --stict: did you mean --strict?\nnpm run edition -- --help lists the options\n',
    })
  })

  it('builds an edition given as a folder or as its manifest: pages, ledger and table', () => {
    const first = build('edition')
    expect(first).toMatchObject({ exit: 0, err: '' })
    expect(out()).toEqual(results)
    expect(first.out).toMatch(/^article +page +legs\nrents +1 +2 +.*\nfilm +1 +2 +.*\n\n1 page, 2 articles: .*\n/)
    expect(first.out).toMatch(/\nout.small-2022-01-14\.pdf\nout.small-2022-01-14\.fit\.json\n$/)
    expect(build('build', join('edition', 'edition.yaml'))).toEqual(first)
    const ledger = readFileSync(join(place, 'out', results[0]!), 'utf8')
    expect(ledger.endsWith('}\n')).toBe(true)
    expect(JSON.parse(ledger).edition).toEqual({ paper: 'small', number: 7, date: '2022-01-14', pages: 1 })
  })

  it('lists every mistake with its place, ends with 1 and leaves the last good results alone', () => {
    build('edition')
    const good = results.map((name) => hashOf(join(place, 'out', name)))
    change('edition/edition.yaml', SMALL_EDITION['edition/edition.yaml']!.replace('second: film', 'sceond: film'))
    change('edition/articles/rents.md', '---\nheadline: Rents\nkickr: Housing\n---\n\nText.\n')
    const { exit, out: shown, err } = build('edition')
    expect(exit).toBe(1)
    expect(shown).toBe('')
    expect(err).toMatch(/^edition.edition\.yaml:8:7 error slot-unknown .*\n {2} *sceond: film\n {2} *\^+\n/m)
    expect(err).toMatch(/^edition.articles.rents\.md:3:1 error key-unknown .*kickr.*\n {2}kickr: Housing\n {2}\^{5}\n/m)
    expect(err).toMatch(/errors.*: nothing was written\n$/)
    expect(err).not.toMatch(/^\s+at /m)
    expect(out()).toEqual(results)
    expect(results.map((name) => hashOf(join(place, 'out', name)))).toEqual(good)
  })

  it('writes an edition whose text is over, says so and ends with 3', () => {
    change('edition/articles/rents.md', article('Rents up again', 2000))
    const { exit, out: table, err } = build('edition')
    expect(exit).toBe(3)
    expect(table).toMatch(/^rents .* over by \d+ lines \(\d+ words\)/m)
    expect(err).toMatch(/^\S+:\d+:\d+ error overset /m)
    expect(out()).toEqual(results)
  })

  it('builds several editions on their own; the worst exit wins', () => {
    const copy = (name: string, changes: Record<string, string>): void => {
      const files = Object.entries({ ...SMALL_EDITION, ...changes }).filter(([path]) => path.startsWith('edition/'))
      writeFiles(place, Object.fromEntries(files.map(([path, text]) => [path.replace(/^edition/, name), text])))
    }
    const dated = (date: string) => SMALL_EDITION['edition/edition.yaml']!.replace('2022-01-14', date)
    copy('over', {
      'edition/edition.yaml': dated('2022-01-21'),
      'edition/articles/rents.md': article('Rents up again', 2000),
    })
    copy('broken', { 'edition/edition.yaml': dated('2022-01-28'), 'edition/articles/rents.md': 'no front matter\n' })
    expect(build('edition', 'over').exit).toBe(3)
    expect(build('over', 'broken', 'edition').exit).toBe(1)
    expect(out().filter((name) => name.endsWith('.pdf'))).toEqual(['small-2022-01-14.pdf', 'small-2022-01-21.pdf'])
    const several = build('--json', 'edition', 'over')
    expect(
      JSON.parse(several.out).map((one: { ledger: { edition: { date: string } } }) => one.ledger.edition.date),
    ).toEqual(['2022-01-14', '2022-01-21'])
  })

  it('prints JSON and nothing else with --json', () => {
    const good = build('--json', 'edition')
    expect(good).toMatchObject({ exit: 0, err: '' })
    expect(JSON.parse(good.out)).toMatchObject({ diagnostics: [], ledger: { edition: { paper: 'small' } } })
    change('edition/articles/rents.md', '---\nheadline: Rents\nkickr: Housing\n---\n\nText.\n')
    const bad = build('--json', 'edition')
    expect(bad).toMatchObject({ exit: 1, err: '' })
    expect(JSON.parse(bad.out)).toEqual({
      diagnostics: [
        {
          file: join('edition', 'articles', 'rents.md'),
          line: 3,
          column: 1,
          severity: 'error',
          code: 'key-unknown',
          message: expect.stringContaining('kickr'),
          hint: expect.anything(),
        },
      ],
      ledger: null,
    })
  })

  it('prints only errors with --quiet', () => {
    expect(build('--quiet', 'edition')).toEqual({ exit: 0, out: '', err: '' })
    change('edition/articles/rents.md', article('Rents up again', 2000))
    const { exit, out: shown, err } = build('--quiet', 'edition')
    expect({ exit, shown }).toEqual({ exit: 3, shown: '' })
    expect(err).toMatch(/ error overset /)
  })

  it('takes warnings for errors with --strict', () => {
    change(
      'edition/articles/rents.md',
      SMALL_EDITION['edition/articles/rents.md']!.replace('headline:', 'language: tlh\nheadline:'),
    )
    expect(build('edition')).toMatchObject({ exit: 0, err: expect.stringContaining(' warning language-unknown ') })
    rmSync(join(place, 'out'), { recursive: true })
    const strict = build('--strict', 'edition')
    expect(strict).toMatchObject({ exit: 1, err: expect.stringContaining(' error language-unknown ') })
    expect(out()).toEqual([])
  })

  it('writes the file for a press under the profile’s name, with inks of its own at hand wherever the layouts are', () => {
    expect(build('edition', '--profile', 'newsprint')).toMatchObject({ exit: 0, err: '' })
    expect(out()).toEqual([
      'small-2022-01-14.fit.json',
      'small-2022-01-14.newsprint.pdf',
      'small-2022-01-14.newsprint.preflight.html',
      'small-2022-01-14.newsprint.preflight.json',
    ])
  })

  it('folds the paper for the office printer, and says what stays white', () => {
    expect(build('edition', '--profile', 'home')).toMatchObject({
      exit: 0,
      err: expect.stringMatching(/ note sheets-padded 4 sides of folded sheets for 1 page: /),
    })
    expect(out()).toEqual(['small-2022-01-14.fit.json', 'small-2022-01-14.home.pdf'])
  })

  it('says plainly that a profile is not known', () => {
    expect(build('edition', '--profile', 'nwsprint')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/ error profile-unknown .*\n.*newsprint/),
    })
    expect(out()).toEqual([])
  })

  it('says that there is no edition at that place', () => {
    expect(build('nowhere')).toMatchObject({ exit: 1, out: '', err: expect.stringMatching(/ error edition-missing /) })
  })

  it('says that the results cannot be written, without a stack and without a half of them', () => {
    change('out', 'a file')
    const blocked = build('edition')
    expect(blocked).toMatchObject({ exit: 1, out: '', err: expect.stringMatching(/^out:1:1 error file-unwritable /) })
    expect(blocked.err).not.toMatch(/^\s+at /m)
    rmSync(join(place, 'out'))
    mkdirSync(join(place, 'out', results[0]!), { recursive: true })
    expect(build('edition')).toMatchObject({ exit: 1, err: expect.stringMatching(/ error file-unwritable /) })
    expect(out()).toEqual([results[0]])
  })

  it('reads paths from where the command was typed, also when npm has gone elsewhere', () => {
    const env = { npm_lifecycle_event: 'edition', INIT_CWD: place }
    expect(type(['edition', ...folders], { cwd: tmpdir(), env })).toMatchObject({ exit: 0, err: '' })
    expect(out()).toEqual(results)
  })

  it('gives the same bytes in another folder, time zone and locale', () => {
    build('edition')
    const here = results.map((name) => hashOf(join(place, 'out', name)))
    const deep = join(place, 'deep', 'er')
    mkdirSync(deep, { recursive: true })
    writeFiles(join(place, 'moved'), SMALL_EDITION)
    const there = (name: string) => join(place, 'moved', name)
    const words = [there('edition'), '--fonts', there('fonts'), '--layouts', there('layouts'), '--out', there('out')]
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
    expect(type(words, { cwd: deep, env })).toMatchObject({ exit: 0 })
    expect(results.map((name) => hashOf(join(there('out'), name)))).toEqual(here)
  })

  it('uses no colour when its output is no terminal', () => {
    writeFileSync(join(place, 'edition/edition.yaml'), 'paper: [\n')
    const { out: shown, err } = type(['edition', ...folders], { env: { FORCE_COLOR: '1' } })
    expect(shown + err).not.toContain('\u001b')
    expect(err).toContain('yaml-syntax')
  })
})

describe('diff', () => {
  const diff = (...words: string[]) => type(['diff', ...words, '--fonts', 'fonts', '--layouts', 'layouts'])
  const nextWeek = (changes: Readonly<Record<string, string>> = {}): void => {
    const files = Object.entries({ ...SMALL_EDITION, ...changes }).filter(([path]) => path.startsWith('edition/'))
    writeFiles(place, Object.fromEntries(files.map(([path, text]) => [path.replace(/^edition/, 'next'), text])))
  }

  it('says that there is no difference', () => {
    nextWeek()
    expect(diff('edition', join('next', 'edition.yaml'))).toEqual({ exit: 0, out: 'no difference\n', err: '' })
  })

  it('names what changed, in page order, and writes nothing', () => {
    const manifest = SMALL_EDITION['edition/edition.yaml']!
    nextWeek({
      'edition/edition.yaml': manifest.replace('lead: rents', 'lead: film').replace('second: film', 'second: rents'),
    })
    const { exit, out: said, err } = diff('edition', 'next')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(said).toMatch(
      /^film: page 1 second → page 1 lead; .*head 18 → 24 pt\nrents: page 1 lead → page 1 second; .*head 24 → 18 pt\n$/,
    )
    expect(out()).toEqual([])
  })

  it('gives the changes as JSON', () => {
    nextWeek({ 'edition/edition.yaml': SMALL_EDITION['edition/edition.yaml']!.replace('number: 7', 'number: 8') })
    const { exit, out: said, err } = diff('--json', 'edition', 'next')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    const subject = { kind: 'edition', name: 'edition' }
    const change = { page: null, subject, kind: 'number', from: '7', to: '8', text: 'number 7 → 8' }
    expect(JSON.parse(said)).toEqual({ diagnostics: [], changes: [change] })
  })

  it('ends with 1 when one of them cannot be made, and lists its mistakes', () => {
    nextWeek({ 'edition/articles/film.md': 'no front matter\n' })
    const { exit, out: said, err } = diff('edition', 'next')
    expect({ exit, said }).toEqual({ exit: 1, said: '' })
    expect(err).toMatch(/^next.articles.film\.md:1:1 error front-matter-missing [^]*\n1 error: nothing was compared\n$/)
    const { exit: same, out: json } = diff('edition', 'nowhere', '--json')
    expect(same).toBe(1)
    expect(JSON.parse(json)).toMatchObject({ changes: null, diagnostics: [{ code: 'edition-missing' }] })
  })

  it('ends with 2 when the command line is wrong', () => {
    expect(diff('edition')).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringMatching(/^diff compares two editions/),
    })
  })
})
