import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleId, CODES, type Finding, wholeFile } from '../src/base/index.js'
import { CHANGE_KINDS } from '../src/desk/diff/change.js'
import { formatLedger } from '../src/display/index.js'
import { ARTICLE_MATTER } from '../src/edition/article/front-matter.js'
import { readArticle } from '../src/edition/article/index.js'
import { manifestSchema } from '../src/edition/manifest.js'
import type { Ledger } from '../src/makeup/index.js'
import { reportAsJson, type Preflight } from '../src/preflight/index.js'
import { openSource, readFrontMatter, readYaml, type Schema } from '../src/source/index.js'
import { readStylebook, STYLE_NAMES } from '../src/stylebook/index.js'
import { stylebookSchema } from '../src/stylebook/stylebook-schema.js'
import { ROOMS } from './architecture/room-table.js'
import { memoryHost } from './memory-host.js'
import { press } from './prepress/profiles.js'

const project = join(import.meta.dirname, '..')
const papers = [
  'README.md',
  ...readdirSync(join(project, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const read = (path: string): string => readFileSync(join(project, path), 'utf8')

/** The cells of every table row of a text whose first cell is a single piece of code. */
function tableRows(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, first, rest]) => [
    first!,
    ...rest!.split(/(?<!\\)\|/).map((cell) => cell.trim()),
  ])
}

/** The text of one section, from its head to the next head of the same depth. */
function section(text: string, head: string): string {
  const from = text.indexOf(`\n${head}\n`)
  expect(from, `no section "${head}"`).toBeGreaterThan(0)
  const depth = head.slice(0, head.indexOf(' ') + 1)
  const to = text.indexOf(`\n${depth}`, from + 2)
  return text.slice(from, to < 0 ? undefined : to)
}

/** Text without its fenced blocks, whose brackets and hashes are no links or heads. */
function withoutFences(text: string): string {
  return text.replace(/^(```+)[^]*?^\1$/gm, '')
}

/** What a head's link is called, as GitHub makes it. */
function anchor(head: string): string {
  return head
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/^#+ (.*)$/gm)].map(([, head]) => anchor(head!))
}

describe('the README', () => {
  it('lists every finding by its code, with its severity and meaning, and no other', () => {
    const listed = tableRows(section(read('README.md'), '## Findings by their code')).map(
      ([code, severity, meaning]) => ({ code, severity, meaning }),
    )
    const known = Object.entries(CODES).map(([code, { severity, meaning, unfit }]) => ({
      code,
      severity: unfit && severity === 'error' ? `${severity} (exit 3)` : severity,
      meaning,
    }))
    expect(listed).toEqual(known)
  })

  it('says how many lines the page of the sample has', () => {
    const host = memoryHost({ 'layouts/new-worker.yaml': read('layouts/new-worker.yaml') })
    const askedAt = wholeFile('edition.yaml')
    const request = { paper: 'new-worker', layoutsFolder: '/paper/layouts', host, report: () => {}, askedAt }
    expect(read('README.md')).toContain(`has ${readStylebook(request)!.formats[0]!.lines} of them`)
  })

  it('names the commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = new Set(
      papers.flatMap((paper) =>
        [...read(paper).matchAll(/npm (?:run (\w+)|(test))\b/g)].map(([, script, test]) => (script ?? test)!),
      ),
    )
    expect([...named].filter((name) => !(name in scripts))).toEqual([])
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([])
  })
})

describe('README and docs', () => {
  it.each(papers)('%s links to files and heads that are there', (paper) => {
    const text = withoutFences(read(paper)).replace(/`[^`\n]*`/g, '')
    const targets = [...text.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
    const broken = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false
      const [path = '', head] = target.split('#')
      const file = path === '' ? paper : join(dirname(paper), path)
      if (!existsSync(join(project, file))) return true
      return head !== undefined && !anchorsOf(read(file)).includes(head)
    })
    expect(broken).toEqual([])
  })

  it('show the rooms as the architecture test has them', () => {
    const house = tableRows(section(read('docs/house.md'), '## Rooms')).map(([room, , , sees]) => [room, sees])
    expect(house).toEqual(
      Object.entries(ROOMS).map(([room, { sees }]) => [
        room.endsWith('.ts') ? room : `${room}/`,
        sees.join(' ') || '–',
      ]),
    )
    const readme = tableRows(section(read('README.md'), '## For developers')).filter(([room]) =>
      /^[\w-]+(\/|\.ts)$/.test(room!),
    )
    expect(readme.map(([room, , sees]) => [room, sees])).toEqual(house)
  })
})

/** The fenced blocks of a text in one language. */
function fences(text: string, language: string): readonly string[] {
  const all = [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]
  return all.filter(([, name]) => name === language).map(([, , inside]) => inside!)
}

/** Every word of code in the first cells of the tables of a text. */
function namedInTables(text: string): readonly string[] {
  const cells = [...withoutFences(text).matchAll(/^\| ([^|]*`[^|]*) \|/gm)].map(([, cell]) => cell!)
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!))
}

/** What a YAML text gives and what is said about it. */
function readText<T>(
  text: string,
  schema: Schema<T>,
): { readonly value: T | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const report = (finding: Finding): unknown => findings.push(finding)
  const source = openSource('/paper/file.yaml', memoryHost({ 'file.yaml': text }), report)!
  return { value: readYaml(source, schema, report)?.value ?? null, findings }
}

/** The keys that a schema gave a value for: all that it knows. */
function keysOf(read: object | null | undefined): readonly string[] {
  return Object.keys(read!)
}

/** The same words, in any order and however often. */
function same(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort()
}

describe('docs/manifest.md', () => {
  const text = read('docs/manifest.md')
  const least =
    'paper: p\ndate: 2022-01-14\npages: [{ place: { lead: { article: a, picture: { use: a }, quote: 1, sidebar: b } }, waive: [{ rule: headless, reason: a }] }]\nadverts: { a: { file: a, size: [1mm, 1mm] } }\n'
  const manifest = readText(least, manifestSchema).value!
  const page = manifest.pages![0]!

  it('names every key', () => {
    expect(same(namedInTables(section(text, '## The edition')))).toEqual(same(keysOf(manifest)))
    expect(same(namedInTables(section(text, '## A page')))).toEqual(same(keysOf(page)))
    expect(same(namedInTables(section(text, '## A place')))).toEqual(same(keysOf(page.place.get('lead')!.value)))
    expect(same(namedInTables(section(text, '## Waivers')))).toEqual(same(keysOf(page.waive![0]!.value)))
    const { picture, quote, sidebar } = page.place.get('lead')!.value
    const insets = [picture, quote, sidebar].flatMap((one) => keysOf(one!.value as object))
    expect(same(namedInTables(section(text, '## Pictures, pull quotes and sidebars')))).toEqual(same(insets))
    expect(same(namedInTables(section(text, '## Adverts')))).toEqual(same(keysOf(manifest.adverts.get('a')!.value)))
  })

  it.each([...fences(text, 'yaml'), ...fences(read('README.md'), 'yaml')])(
    'shows what can be read, example %#',
    (example) => {
      const pages = /^\w+: \{/.test(example)
        ? `pages: [{ place: { ${example.replace(/ +#.*/g, '').trim()} } }]\n`
        : example
      const whole = /^paper:/m.test(pages) ? pages : `paper: new-worker\ndate: 2022-01-14\n${pages}`
      expect(readText(whole, manifestSchema).findings).toEqual([])
    },
  )
})

describe('docs/article.md', () => {
  const examples = [...fences(read('docs/article.md'), 'markdown'), ...fences(read('README.md'), 'markdown')]

  it('names every key', () => {
    const source = openSource('/paper/a.md', memoryHost({ 'a.md': '---\nheadline: A\n---\nB\n' }), () => {})!
    const known = keysOf(readFrontMatter(source, ARTICLE_MATTER, () => {})?.matter.value)
    const named = namedInTables(section(read('docs/article.md'), '## Front matter'))
    expect(same(named)).toEqual(same([...known, 'kicker', 'lead-in', 'drop-cap']))
  })

  it.each(examples)('shows what can be read, example %#', (example) => {
    const findings: Finding[] = []
    const report = (finding: Finding): unknown => findings.push(finding)
    const source = openSource('/paper/a.md', memoryHost({ 'a.md': example }), report)!
    expect(readArticle({ id: articleId('a'), source, paperLanguage: 'en-GB', report })).not.toBeNull()
    expect(findings).toEqual([])
  })
})

describe('docs/stylebook.md', () => {
  const text = read('docs/stylebook.md')
  const book = readText(
    `paper: { name: P }
formats: { a4: { trim: [210mm, 297mm], margins: { head: 1mm }, grid: { columns: 4 } } }
grid: { columns: 4 }
colours: { blue: { cmyk: [100, 0, 0, 0] } }
type: { body: { size: 9pt }, drop-cap: { lines: 3 }, table: { row-rule: 1pt } }
heads: { schedule: [14] }
keeps: { orphans: 2 }
fit: { paragraphs: 2 }
hyphenation: { protect: [Almaty] }
lint: { short-story: 8 }
boxes: { plain: { padding: 1mm } }
pictures: { caption: above }
profiles: { press: { extends: newsprint, pictures: { ppi: 200 }, limits: { rule: 1pt } } }
furniture: { refs: { leader: dots }, folio: [{ text: a }, { rule: 1pt }, { panel: red }, { image: a.svg }, { qr: a }] }
templates: { front: [{ slot: lead, col: 1, span: 1, line: 1, depth: 1 }] }
`,
    stylebookSchema,
  ).value!
  const format = book.formats!.get('a4')!.value
  const press = book.profiles.get('press')!.value

  it.each([
    ['## `paper`', keysOf(book.paper!.value).concat('d', 'dd', 'MMM', 'MMMM', 'yyyy', 'EEE', 'EEEE')],
    ['## Formats and grid', [...keysOf(format), ...keysOf(format.grid!.value)]],
    ['## Colours', keysOf(book.colours.get('blue')!.value)],
    [
      '## Type',
      [...keysOf(book.type!.body), ...keysOf(book.type!['drop-cap']), ...keysOf(book.type!.table), ...STYLE_NAMES],
    ],
    ['## Heads', keysOf(book.heads)],
    ['## Keeps', keysOf(book.keeps)],
    ['## Copyfit', keysOf(book.fit as object)],
    ['## Hyphenation', keysOf(book.hyphenation)],
    ['## Lint', keysOf(book.lint as object)],
    ['## Pictures', keysOf(book.pictures)],
    ['## Boxes', keysOf(book.boxes.get('plain'))],
    ['## Profiles', [...keysOf(press), ...keysOf(press.pictures), ...keysOf(press.limits)]],
    ['## Templates', keysOf(book.templates.get('front')!.value.value![0]!.value)],
  ])('names every key: %s', (head, keys) => {
    expect(same(namedInTables(section(text, head)))).toEqual(same(keys))
  })

  it('names every key of furniture', () => {
    const elements = book.furniture!.pieces.get('folio')!.flatMap(keysOf)
    const forms = keysOf(book.furniture!.refs)
    const known = [
      'jump',
      'refs',
      ...forms,
      'column-rule',
      'cut-off',
      'folio',
      'nameplate',
      ...elements.filter((key) => key !== 'kind'),
    ]
    expect(same(namedInTables(section(text, '## Furniture')))).toEqual(same(known))
  })

  it('names every key of the whole', () => {
    const named = namedInTables(text.slice(0, text.indexOf('\n## ')))
    expect(same(named)).toEqual(same(keysOf(book)))
  })

  it.each(fences(text, 'yaml'))('shows what can be read, example %#', (example) => {
    const findings: Finding[] = []
    const report = (finding: Finding): unknown => findings.push(finding)
    const host = memoryHost({
      'layouts/new-worker.yaml': read('layouts/new-worker.yaml'),
      'layouts/example.yaml': /^(paper|extends):/.test(example) ? example : `extends: new-worker\n${example}`,
    })
    const askedAt = wholeFile('edition.yaml')
    const stylebook = readStylebook({ paper: 'example', layoutsFolder: '/paper/layouts', host, report, askedAt })
    expect(findings).toEqual([])
    expect([...stylebook!.templates.values()].flatMap(({ mistakes }) => mistakes)).toEqual([])
  })
})

describe('docs/ledger.md', () => {
  it('shows a ledger whose table is the one that the README explains', () => {
    const ledger = JSON.parse(fences(read('docs/ledger.md'), 'json')[0]!) as Ledger
    const outcome = 'over by 7 lines (41 words), from “the wall of the old”'
    expect(formatLedger(ledger)).toContain(outcome)
    expect(read('README.md')).toContain(`| \`${outcome}\` |`)
  })
})

describe('docs/diff.md', () => {
  it('names every kind of change, and no other', () => {
    const rows = section(read('docs/diff.md'), '## Kinds of changes').matchAll(/^\|[^|]*\|([^|]*)\|/gm)
    const named = [...rows].flatMap(([, kinds]) => [...kinds!.matchAll(/`([^`]+)`/g)].map(([, kind]) => kind!))
    expect(same(named)).toEqual(same(CHANGE_KINDS))
  })
})

describe('docs/press.md', () => {
  it('names every key of the report', () => {
    const place = wholeFile('edition.yaml')
    const nothing = { hint: null, page: null, rect: null, slot: null, article: null, file: null, waived: null }
    const preflight: Preflight = {
      edition: { paper: 'p', number: 1, date: '2022-01-14', pages: 1 },
      title: 'P',
      profile: press('newsprint'),
      scale: 1,
      pages: [],
      rules: [],
      findings: [{ code: 'press-rgb', severity: 'error', message: 'RGB', ...nothing, place }],
    }
    const report = JSON.parse(reportAsJson({ preflight, files: [], faults: [] }))
    const text = read('docs/press.md')
    const named = (head: string): readonly string[] => same(namedInTables(section(text, head)))
    expect(named('### For programs')).toEqual(same(keysOf(report)))
    expect(named('### The profile')).toEqual(same(keysOf(report.profile)))
    expect(named('### A finding')).toEqual(same(keysOf(report.findings[0])))
  })
})
