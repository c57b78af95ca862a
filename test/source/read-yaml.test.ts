import { describe, expect, it } from 'vitest'
import { type Diagnostic, gather } from '../../src/base/index.js'
import {
  anything,
  checkYaml,
  type Located,
  mergeTrees,
  parseYaml,
  readFrontMatter,
  readYaml,
  record,
  type Schema,
  sourceFile,
  type YamlNode,
} from '../../src/source/index.js'

/** A node without its places. */
function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(plain)
  return new Map([...node.entries].map(([key, entry]) => [key, plain(entry.node)]))
}

const whole: Schema<YamlNode> = anything

function read(text: string): { located: Located<YamlNode> | null; diagnostics: readonly Diagnostic[]; at: string[] } {
  const { report, diagnostics } = gather()
  const located = readYaml(sourceFile('/a.yaml', 'a.yaml', text), whole, report)
  return { located, diagnostics, at: diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`) }
}

function valueOf(text: string): unknown {
  const { located, diagnostics } = read(`a: ${text}`)
  expect(diagnostics).toEqual([])
  return (plain(located!.value) as Map<string, unknown>).get('a')
}

describe('a value', () => {
  it.each([
    '007',
    '60p',
    '1.10',
    'yes',
    'True',
    '2022-01-14',
    '0x1F',
    '1e3',
    '.5',
    '-0',
    '1_000',
    '12:30:45',
    '+44 20',
    'NaN',
    '.inf',
    '=',
  ])('%s stays as typed', (typed) => {
    expect(valueOf(typed)).toBe(typed)
  })

  it.each([
    ["'it''s'", "it's"],
    ['"a \\"b\\" \\u00e9"', 'a "b" é'],
    ["'~'", '~'],
    ["'null'", 'null'],
    ["''", ''],
    ['|\n  one\n  two', 'one\ntwo\n'],
    ['>-\n  one\n  two', 'one two'],
    ['one\n  two', 'one two'],
  ])('%s in quotes or over lines is its value', (typed, value) => {
    expect(valueOf(typed)).toBe(value)
  })

  it.each(['', '~', 'null', 'Null', 'NULL', '# nothing'])('%j is nothing', (typed) => {
    expect(valueOf(typed)).toBeNull()
  })

  it('may be named and taken up again', () => {
    expect(plain(read('a: &x [1, 2]\nb: *x\n').located!.value)).toEqual(
      new Map([
        ['a', ['1', '2']],
        ['b', ['1', '2']],
      ]),
    )
  })

  it('keeps the order of keys, and keys that JavaScript knows', () => {
    const keys = ['z', '__proto__', '1', 'constructor', 'a']
    const map = plain(read(keys.map((key) => `${key}: x`).join('\n')).located!.value) as Map<string, unknown>
    expect([...map.keys()]).toEqual(keys)
  })
})

describe('YAML that cannot be read', () => {
  it.each([
    ['a: 1\na: 2\n', ['2:1 yaml-syntax']],
    ['<<: { a: 1 }\n', ['1:1 yaml-syntax']],
    ['a: !!int 3\n', ['1:4 yaml-syntax']],
    ['a: !x y\n', ['1:4 yaml-syntax']],
    ['a: *x\n', ['1:4 yaml-syntax']],
    ['a: &x { b: *x }\n', ['1:12 yaml-syntax']],
    ['a: 1\n---\nb: 2\n', ['3:1 yaml-syntax']],
    ['a:\n\tb: 1\n', ['2:1 yaml-syntax']],
    ['? [a]\n: b\n', ['1:3 yaml-syntax']],
    [': b\n', ['1:1 yaml-syntax']],
    ['a: { b: 1\nc: 2\n', ['1:4 yaml-syntax']],
    ['a: [1, 2\n', ['1:4 yaml-syntax']],
    ['a: x\nb\nc: d\n', ['2:1 yaml-syntax']],
    ['a: #f00\n', ['1:4 yaml-syntax']],
    ['a: "x\\qy"\n', ['1:6 yaml-syntax']],
    ["a: 'x\nb: y\n", ['1:4 yaml-syntax']],
    ['a: x: y\n', ['1:4 yaml-syntax']],
    ['a: @x\nb: `y\n', ['1:4 yaml-syntax', '2:4 yaml-syntax']],
  ])('%j is told at its place', (text, at) => {
    expect(read(text).at).toEqual(at)
  })

  it('lists a duplicate key with the line of the first', () => {
    expect(read('x: 1\na: 1\nb: 2\na: 3\n').diagnostics[0]!.message).toBe(
      'the key "a" is written twice; first on line 2',
    )
  })

  it('ends soon when aliases multiply', () => {
    const ten = (name: string): string => `[${Array(10).fill(`*${name}`).join(', ')}]`
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (let at = 1; at < 12; at++) {
      bomb.push(`${'abcdefghijkl'[at]}: &${'abcdefghijkl'[at]} ${ten('abcdefghijkl'[at - 1]!)}`)
    }
    const { located, at, diagnostics } = read(bomb.join('\n'))
    expect(at).toEqual(['4:36 yaml-syntax'])
    expect(diagnostics[0]!.message).toContain('more than 10000 values')
    expect(located!.isSound).toBe(false)
  })

  it.each([
    ['lists', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['lists without end', '['.repeat(50_000)],
    ['keys', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('ends when %s are nested too deeply', (_what, text) => {
    const { diagnostics } = read(text)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(diagnostics[0]).toMatchObject({ code: 'yaml-syntax', message: 'lists and keys are nested too deeply' })
  })
})

describe('a place in a document', () => {
  const { located } = read('# note\nfirst: { inner: [one, "two words"] }\nempty:\nlist:\n  - key: v\n')

  it.each([
    [['first', 'inner', 1], 2, 23, 11],
    [['first', 'inner'], 2, 17, 18],
    [['empty'], 3, 1, 5],
    [['list', 0, 'key'], 5, 10, 1],
    [['first', 'none', 'deeper'], 2, 8, 29],
  ])('%j', (path, line, column, length) => {
    expect(located!.placeOf(path)).toMatchObject({ file: 'a.yaml', line, column, length })
  })

  it('knows the place of a key and the span of a value', () => {
    expect(located!.keyPlaceOf(['first', 'inner'])).toMatchObject({ line: 2, column: 10, length: 5 })
    const span = located!.spanOf(['first', 'inner', 1])!
    expect(located!.source.text.slice(span.start, span.end)).toBe('"two words"')
    expect(located!.spanOf(['none'])).toBeNull()
  })

  it('counts how often a text is a value', () => {
    expect(located!.mentions('one')).toBe(1)
    expect(located!.mentions('inner')).toBe(0)
  })
})

describe('a document laid over another', () => {
  function lay(under: string, over: string) {
    const { report, diagnostics } = gather()
    const [below, above] = [sourceFile('/u', 'u.yaml', under), sourceFile('/o', 'o.yaml', over)]
    const tree = mergeTrees(parseYaml(below, report)!, parseYaml(above, report)!)
    const schema = record(anything)
    return { located: checkYaml(tree, { source: above, schema, report })!, diagnostics, tree }
  }

  it('merges maps, replaces lists, and keeps what is left empty', () => {
    const { tree } = lay('a: { x: 1, y: 2 }\nb: [1, 2]\nc: 3\n', 'a: { y: 5, z: 6 }\nb: [9]\nc:\n')
    const a = new Map([
      ['x', '1'],
      ['y', '5'],
      ['z', '6'],
    ])
    expect(plain(tree.root)).toEqual(
      new Map<string, unknown>([
        ['a', a],
        ['b', ['9']],
        ['c', '3'],
      ]),
    )
  })

  it('keeps each value’s own file and place', () => {
    const { located } = lay('\n\na: { x: 1, y: 2 }\n', 'a: { y: 5 }\n')
    expect(located.placeOf(['a', 'x'])).toMatchObject({ file: 'u.yaml', line: 3, column: 9 })
    expect(located.placeOf(['a', 'y'])).toMatchObject({ file: 'o.yaml', line: 1, column: 9 })
  })
})

describe('front matter', () => {
  function front(text: string) {
    const { report, diagnostics } = gather()
    const matter = readFrontMatter(sourceFile('/a.md', 'a.md', text), record(anything), report)
    const at = diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`)
    return { matter, diagnostics, at, body: matter && text.slice(matter.bodyStart) }
  }

  it.each([
    ['---\na: b\n---\nBody', 'Body'],
    ['---\r\na: b\r\n---\r\nBody', 'Body'],
    ['\n \n---  \na: b\n--- \nBody', 'Body'],
    ['---\n---\n', ''],
    ['---\na: b\n---', ''],
    ['---\na: "x ---"\nb: |\n  ---\n---\n---\n', '---\n'],
  ])('%j leaves the body %j', (text, body) => {
    const read = front(text)
    expect(read.at).toEqual([])
    expect(read.body).toBe(body)
  })

  it('counts lines from the head of the file', () => {
    const { matter } = front('---\na: b\nc: { d: e }\n---\n')
    expect(matter!.matter.placeOf(['c', 'd'])).toMatchObject({ line: 3, column: 9, sourceLine: 'c: { d: e }' })
  })

  it.each([
    ['Body', ['1:1 front-matter-missing'], 'headline: …'],
    ['', ['1:1 front-matter-missing'], 'headline: …'],
    ['----\na: b\n----\n', ['1:1 front-matter-missing'], 'headline: …'],
    ['---\na: b\n\nBody', ['1:1 front-matter-open'], 'end it with a line of its own'],
    ['\n---\na: b\n--\nBody', ['2:1 front-matter-open'], 'line 4 must be just three hyphens'],
    ['---\na: b\n\nBody text\n\n---\nMore', ['4:1 yaml-syntax'], 'is it missing before line 4?'],
    ['---\na: Rents: up\n---\n', ['2:4 yaml-syntax'], 'a: "Rents: up"'],
    ['---\na: He said: "no"\n---\n', ['2:4 yaml-syntax'], `a: 'He said: "no"'`],
    ["---\na: 'Tis\nb: it's\n---\n", ['2:4 yaml-syntax'], `a: "'Tis"`],
    ['---\na: "Yes" they said\n---\n', ['2:4 yaml-syntax'], `a: '"Yes" they said'`],
    ['---\na: #1\n---\n', ['2:4 yaml-syntax'], 'a: "#1"'],
    ['---\na: Up #2\n---\n', ['2:7 yaml-syntax'], 'put the whole value in quotes'],
    ['---\na: &c Sons\n---\n', ['2:4 yaml-syntax'], 'in quotes'],
    ['---\na: @home\n---\n', ['2:4 yaml-syntax'], 'a: "@home"'],
  ])('%j is told with a way out', (text, at, hint) => {
    const read = front(text)
    expect(read.at).toEqual(at)
    expect(read.diagnostics[0]!.hint).toContain(hint)
  })

  it('takes a # with a space after it for a comment', () => {
    expect(front('---\na: b # as agreed\nc: # none today\n---\n').at).toEqual([])
  })
})
