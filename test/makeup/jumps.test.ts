import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DisplayItem, paintPage } from '../../src/display/index.js'
import type { MadeUpEdition, MadeUpPlacement } from '../../src/makeup/index.js'
import type { Pictures } from '../../src/pictures/index.js'
import { makeAndTell, openTestFonts, type SharedType } from './make-paper.js'
import { story } from './soft-paper.js'

beforeAll(openTestFonts)

/** A paper without templates: the `place` of each page, and articles by id, words or text. */
interface JumpPaper {
  readonly pages: readonly string[]
  readonly articles: Readonly<Record<string, number | string>>
  /** The forms of jump lines. */
  readonly jump?: string
  readonly keeps?: string
}

const shared: Record<string, SharedType> = {}

/** A paper made up in two columns of 40 lines, and what was said of it. */
async function make({ pages, articles, jump = '{}', keeps = '{}' }: JumpPaper) {
  const copy = Object.entries(articles).map(([id, text]) => [
    `editions/2022-01-14/articles/${id}.md`,
    typeof text === 'number' ? story(text, `News of ${id}`) : text,
  ])
  const files = {
    'layouts/weekly.yaml': `paper: { name: The Weekly }
formats: { sheet: { trim: [120mm, 190mm], margins: { head: 10mm, foot: 10mm, inside: 10mm, outside: 10mm } } }
grid: { columns: 2, gutter: 4mm, leading: 12pt }
heads: { schedule: [14, 18] }
keeps: ${keeps}
lint: off
furniture: { folio: none, jump: ${jump} }
`,
    'editions/2022-01-14/edition.yaml': `paper: weekly
date: 2022-01-14
pages:
${pages.map((place) => `  - place: { ${place} }\n`).join('')}`,
    ...(Object.fromEntries(copy) as Record<string, string>),
  }
  const { made, diagnostics } = await makeAndTell(files, (shared[jump + keeps] ??= {}))
  return { made, told: diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`) }
}

const TOP = 'at: { col: 1, span: 2, line: 1, depth: 14 }, head: 2-18-1'
const FOOT = 'at: { col: 1, span: 2, line: 16, depth: 14 }, head: 2-18-1'
const LEFT = 'at: { col: 1, span: 1, line: 31, depth: 10 }'
const RIGHT = 'at: { col: 2, span: 1, line: 31, depth: 10 }'

function textOf(placed: MadeUpPlacement['jumpOn']): string {
  return placed.map(({ line }) => line.fragments.map(({ run }) => run.text).join('')).join(' ')
}

/** `2: From page 3 … Continued on page 5` for each part of an article, in reading order of the paper. */
function jumpLines(made: MadeUpEdition, id: string): readonly string[] {
  return made.pages.flatMap((page) =>
    page.placements
      .filter((one) => one.id === id)
      .map(({ head, jumpOn }) => {
        const from = textOf(head.filter(({ role }) => role === 'jump-line'))
        return `${page.number}: ${[from, textOf(jumpOn)].filter(Boolean).join(' … ')}`
      }),
  )
}

describe('a story that jumps', () => {
  it('runs over any number of places, on pages before its start and after it', async () => {
    const { made, told } = await make({
      pages: [
        `turn: { continues: a, headline: More, ${TOP} }`,
        `turn: { continues: a, headline: And more, ${TOP} }`,
        `lead: { article: a, ${TOP} }`,
        `b: { article: b, ${TOP} }`,
        `turn: { continues: a, headline: The end, ${TOP} }`,
      ],
      articles: { a: 520, b: 60 },
    })
    expect(told).toEqual([])
    expect(jumpLines(made, 'a')).toEqual([
      '1: From page 3 … Continued on page 2',
      '2: From page 1 … Continued on page 5',
      '3: Continued on page 1',
      '5: From page 2',
    ])
  })

  it('has no jump lines between two places of one page', async () => {
    const { made } = await make({
      pages: [`lead: { article: a, ${TOP} }, turn: { continues: a, ${FOOT} }`],
      articles: { a: 220 },
    })
    expect(jumpLines(made, 'a')).toEqual(['1: ', '1: '])
  })

  it('loses its jump lines when it is cut until it fits, and the place that is free is told of', async () => {
    const pages = [`lead: { article: a, ${TOP} }`, `turn: { continues: a, headline: More, ${TOP} }`]
    const long = await make({ pages, articles: { a: 220 } })
    expect(jumpLines(long.made, 'a')).toEqual(['1: Continued on page 2', '2: From page 1'])
    const cut = await make({ pages, articles: { a: 150 } })
    expect(jumpLines(cut.made, 'a')).toEqual(['1: '])
    expect(cut.told).toEqual([
      'note continues-unneeded: a ends on page 1: its continuation in "turn" on page 2 is not needed and the place is free',
    ])
    expect(cut.made.ledger.room.filter(({ page }) => page === 2)).toEqual([
      { page: 2, below: [], col: 1, span: 2, line: 1, lines: 40 },
    ])
    // Nothing is left of it on its page, and the last leg of the start has its last line back.
    expect(cut.made.pages[1]!.placements).toEqual([])
    expect(cut.made.ledger.articles['a']!.status).not.toBe('overset')
  })
})

describe('the words of a jump line', () => {
  const pages = [`lead: { article: a, ${TOP} }`, `turn: { continues: a, ${TOP} }`]
  const jump = '{ on: "{catchword}: turn to {page}", from: "{catchword}, from {page}" }'
  const matter = (lines: string): string => story(220).replace('headline: Rents go up', lines)

  it.each([
    [
      'the editor’s own',
      'headline: The ferry is back\noverline: River\ncatchword: "Annie’s *return*"',
      'Annie’s return',
    ],
    ['else the overline', 'headline: The ferry is back\noverline: River', 'River'],
    ['else the first word of the headline that tells something', 'headline: Why the ‘ferry’ is back', 'ferry'],
    ['or its first word, where all are short', 'headline: The bus is off', 'The'],
  ])('name the article by its catchword, at both ends: %s', async (_, lines, catchword) => {
    const { made } = await make({ pages, articles: { a: matter(lines) }, jump })
    expect(jumpLines(made, 'a')).toEqual([`1: ${catchword}: turn to 2`, `2: ${catchword}, from 1`])
  })
})

describe('a jump head', () => {
  it('that repeats the head of its article is a note, for any of its versions', async () => {
    const pages = (head: string): readonly string[] => [
      `lead: { article: a, ${TOP} }`,
      `turn: { continues: a, headline: ${head}, ${TOP} }`,
    ]
    const a = story(220).replace('headline: Rents go up', 'headline: Rents go up again\nheads: [Rents go up]')
    const codes = async (head: string): Promise<readonly string[]> =>
      (await make({ pages: pages(head), articles: { a } })).told
    const note = 'note jump-head-same: the jump head of a is its headline again'
    expect(await codes('Rents go up again')).toEqual([note])
    expect(await codes('Rents go up')).toEqual([note])
    expect(await codes('Rents rise')).toEqual([])
  })
})

/** What a page shows, item by item, as text with its exact place. */
function shownOn(made: MadeUpEdition, page: number): readonly string[] {
  const pictures: Pictures = new Map()
  const { stylebook } = made.edition
  return paintPage(made.pages[page - 1]!, { stylebook, pictures }).items.map(sayItem)
}

function sayItem(item: DisplayItem): string {
  if (item.kind !== 'glyphs') return JSON.stringify(item)
  const { baseline, size, colour, parts } = item
  const places = parts.map(({ run, x, width, rise, tracking, scale }) => [run.text, x, width, rise, tracking, scale])
  return `“${parts.map(({ run }) => run.text).join('')}” ${JSON.stringify([baseline, size, colour, places])}`
}

/** The words of what one page shows and another does not, both ways. */
function changesOf(older: readonly string[], newer: readonly string[]): readonly string[] {
  const words = (item: string): string => /^“(.*?)”/.exec(item)?.[1] ?? item
  const only = (one: readonly string[], other: readonly string[]): readonly string[] =>
    one.filter((item) => !other.includes(item)).map(words)
  return [...only(older, newer).map((text) => `- ${text}`), ...only(newer, older).map((text) => `+ ${text}`)]
}

describe('a page block that is moved from page 4 to page 6', () => {
  const blocks = [
    `lead: { article: a, ${TOP} }, teasers: { refs: [b, c], ${LEFT} }, index: { refs: [c, b, d], look: index, ${RIGHT} }`,
    `lead: { article: d, ${FOOT} }, turn: { continues: b, headline: More of b, ${TOP} }`,
    `lead: { article: e, ${TOP} }`,
    `lead: { article: b, ${FOOT} }, turn: { continues: a, headline: More of a, ${TOP} }`,
    `lead: { article: f, ${TOP} }`,
    `lead: { article: c, ${TOP} }`,
  ]
  const articles = { a: 220, b: 220, c: 60, d: 60, e: 60, f: 60 }

  it('changes both jump lines, the teasers and the index and nothing else', async () => {
    const [one, two, three, four, five, six] = blocks as [string, string, string, string, string, string]
    const older = (await make({ pages: blocks, articles })).made
    const newer = (await make({ pages: [one, two, three, five, six, four], articles })).made
    const changes = (from: number, to: number): readonly string[] => changesOf(shownOn(older, from), shownOn(newer, to))
    const dots = (line: string): string => line.replace(/[. ]+(?=\d$)/, ' … ')
    expect(changes(1, 1).map(dots)).toEqual([
      '- Continued on page … 4',
      '- page … 4',
      '- page … 6',
      '- News of c … 6',
      '- News of b … 4',
      '+ Continued on page … 6',
      '+ page … 6',
      '+ page … 5',
      '+ News of c … 5',
      '+ News of b … 6',
    ])
    expect(changes(2, 2)).toEqual(['- From page 4', '+ From page 6'])
    for (const [from, to] of [
      [3, 3],
      [4, 6],
      [5, 4],
      [6, 5],
    ] as const) {
      expect(shownOn(newer, to)).toEqual(shownOn(older, from))
    }
  })
})

describe('the keeps at a jump', () => {
  const words = (count: number): string =>
    Array.from({ length: count }, (_, at) => ['ferry', 'of', 'town'][at % 3]).join(' ')

  it('hold on both sides, and no crosshead is the last before it or too near to it, or it is told of', async () => {
    const paragraph = fc.integer({ min: 3, max: 60 })
    let jumped = 0
    const body = fc.array(fc.tuple(paragraph, fc.boolean()), { minLength: 6, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(body, fc.integer({ min: 11, max: 16 }), async (units, depth) => {
        const text = units
          .map(([count, crosshead]) => `${crosshead ? '## Of the town\n\n' : ''}${words(count)}`)
          .join('\n\n')
        const { made, told } = await make({
          pages: [
            `lead: { article: a, at: { col: 1, span: 2, line: 1, depth: ${depth} }, head: 2-18-1 }`,
            `turn: { continues: a, headline: More, at: { col: 1, span: 2, line: 1, depth: 40 }, head: 2-18-1 }`,
          ],
          articles: { a: `---\nheadline: News of a\n---\n${text}\n` },
          keeps: '{ before-jump: 5, after-jump: 4, after-crosshead: 3 }',
        })
        const parts = made.pages.flatMap(({ placements }) => placements)
        if (parts.length < 2 || told.some((one) => one.includes('keep-broken'))) return
        jumped++
        const [before, after] = parts.map(({ legs }) => legs.flatMap(({ lines }) => lines))
        expect(before!.length).toBeGreaterThanOrEqual(5)
        expect(after!.length).toBeGreaterThanOrEqual(4)
        const last = parts[0]!.legs.findLast(({ lines }) => lines.length > 0)!.lines.map(({ role }) => role)
        const crosshead = last.lastIndexOf('crosshead')
        if (crosshead >= 0) expect(last.length - crosshead - 1).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 150, seed: 14012022 },
    )
    expect(jumped).toBeGreaterThan(50)
  }, 120_000)
})
