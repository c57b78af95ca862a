import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from './architecture/read-source.js'
import { MOST_LINES, ROOMS } from './architecture/room-table.js'
import { violations } from './architecture/violations.js'

const source = join(import.meta.dirname, '..', 'src')

function sourceFiles(): Record<string, string> {
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(source, name), 'utf8')]))
}

describe('the house', () => {
  it('keeps its own rules', () => {
    expect(violations(sourceFiles())).toEqual([])
  })

  it('opens every room with a comment on what it takes, gives and promises', () => {
    const doors = Object.entries(sourceFiles()).filter(([file]) => file.endsWith('/index.ts'))
    expect(doors.filter(([, text]) => !text.startsWith('/**')).map(([file]) => file)).toEqual([])
  })

  it('has no circle of rooms', () => {
    const order = Object.keys(ROOMS)
    const seen = (room: string): string[] => [...ROOMS[room]!.sees.flatMap(seen), ...ROOMS[room]!.sees]
    expect(order.filter((room) => seen(room).includes(room))).toEqual([])
  })
})

describe('the rules', () => {
  it.each([
    ['a room that is not seen', 'makeup/legs.ts', "import { paintPage } from '../display/index.js'"],
    ['a type of a room that is not seen', 'fonts/face.ts', "import type { Block } from '../edition/index.js'"],
    ['an import type inside a type', 'base/ids.ts', "type Id = import('../edition/index.js').Id"],
    ['a room that is not seen, loaded later', 'edition/load.ts', "const late = await import('../output/index.js')"],
    ['an export from a room that is not seen', 'base/index.ts', "export * from '../source/index.js'"],
    ['a room entered through a window', 'makeup/legs.ts', "import { breakLines } from '../typeset/break-lines.js'"],
    ['a room nobody knows', 'utils/text.ts', ''],
    ['a package of another room', 'edition/load.ts', "import { parse } from 'yaml'"],
    ['part of a package of another room', 'makeup/legs.ts', "import en from 'hyphen/en-gb/index.js'"],
    ['a package of no room', 'edition/load.ts', "import lodash from 'lodash'"],
    ['a scoped package of another room', 'edition/open.ts', "import { PDFDocument } from '@cantoo/pdf-lib'"],
    ['the file system', 'edition/load.ts', "import { readFileSync } from 'node:fs'"],
    ['the file system with promises', 'edition/load.ts', "import fs from 'node:fs/promises'"],
    ['a clock module', 'host.ts', "import { performance } from 'node:perf_hooks'"],
    ['a computed import', 'fonts/open.ts', 'const late = await import(name)'],
    ['a computed import from a package of another room', 'fonts/open.ts', 'await import(`hyphen/patterns/${name}.js`)'],
    ['the desk’s door opened by the engine', 'build.ts', "import { watch } from './desk/index.js'"],
    ['the command opened by the engine', 'makeup/index.ts', "import { main } from '../cli.js'"],
    ['the machine behind the host’s back', 'edition/load.ts', "import { nodeHost } from '../host.js'"],
    ['the console', 'fonts/open.ts', "console.warn('no such font')"],
    ['the process', 'build.ts', 'const folder = process.cwd()'],
    ['the clock', 'output/pdf/write.ts', 'const now = new Date()'],
    ['the clock by another name', 'output/pdf/write.ts', 'const now = Date.now()'],
    ['the time zone', 'edition/date.ts', 'const day = date.getDay()'],
    ['a date of the time zone', 'edition/date.ts', 'const date = new Date(year, month, day)'],
    ['the locale', 'edition/load.ts', 'names.sort((a, b) => a.localeCompare(b))'],
    ['chance', 'makeup/legs.ts', 'const r = Math.random()'],
    ['any', 'edition/load.ts', 'const value = parsed as any'],
    ['any in a list', 'edition/load.ts', 'const values: any[] = []'],
    ['any among others', 'edition/load.ts', 'const values = new Map<string, any>()'],
    ['private parts of pdfkit', 'output/pdf/write.ts', 'doc._font.subset'],
    ['a long file', 'makeup/legs.ts', 'x\n'.repeat(MOST_LINES + 1)],
  ])('name %s', (_what, file, text) => {
    expect(violations({ [file]: text })).toEqual([expect.stringMatching(new RegExp(`^${file.replace('.', '\\.')}`))])
  })

  it('say which file imports what, and what it may see', () => {
    expect(violations({ 'makeup/legs.ts': "\nimport { paintPage } from '../display/index.js'\n" })).toEqual([
      'makeup/legs.ts:2 imports ../display/index.js: makeup sees only base, stylebook, edition, pictures, typeset',
    ])
    expect(violations({ 'display/paint.ts': "import { shape } from '../fonts/shape.js'" })).toEqual([
      'display/paint.ts:1 imports ../fonts/shape.js: fonts is entered only through its index.ts',
    ])
    expect(violations({ 'edition/load.ts': "import { parse } from 'yaml'" })).toEqual([
      'edition/load.ts:1 imports yaml: source alone imports yaml',
    ])
  })

  it('leave alone what is allowed', () => {
    expect(
      violations({
        'makeup/legs.ts': "import { fits } from '../base/index.js'\nimport { cost } from './cost.js'",
        'makeup/legs/cost.ts':
          "import type { Leg } from '../types.js'\nimport type { Setter } from '../../typeset/index.js'",
        'edition/date.ts': 'const day = new Date(Date.UTC(year, month, 1)).getUTCDay()',
        'output/pdf/pdfkit-internals.ts': "import PDFDocument from 'pdfkit'\ndoc._font",
        'source/yaml.ts': "import { join } from 'node:path'\nconst yaml = await import('yaml')",
        'host.ts': "import { statSync } from 'node:fs'",
        'typeset/hyphenate.ts': 'await import(`hyphen/patterns/${name}.js`)',
        'edition/table.ts': 'token._align',
        'fonts/faces.ts': 'const any = (): Face => any() ?? find(any)',
        'fonts/open.ts': '// console.log, as any\nconst say = "process, console, any"\nconst tie = /[/"]console/',
        'fonts/face.ts': 'const text = `import("../edition/index.js") ${`any ${a + "any"}`} any`',
      }),
    ).toEqual([])
  })
})

describe('reading source', () => {
  it('finds imports of every form, and where they stand', () => {
    const text =
      "import a, {\n  b,\n} from 'a'\nimport 'b'\nexport * from \"c\"\nconst d = await import('d')\ntype E = import('e').E"
    expect(readSource(text).imports).toEqual([
      { specifier: 'a', line: 3 },
      { specifier: 'b', line: 4 },
      { specifier: 'c', line: 5 },
      { specifier: 'd', line: 6 },
      { specifier: 'e', line: 7 },
    ])
  })

  it('takes nothing in a comment, a string, a template or a regular expression for code', () => {
    const text =
      "// from 'a'\n/* import 'b' */ const c = `from 'd' ${e('f')} from 'g'`\nconst h = /'/.test(\"import 'i'\")\n"
    expect(readSource(text).imports).toEqual([])
    expect(readSource(text).code).toContain('const h = / /.test(')
  })

  it('knows a division from a regular expression', () => {
    expect(readSource("const half = a / 2 // 'x\nimport 'b'").imports).toEqual([{ specifier: 'b', line: 2 }])
  })
})
