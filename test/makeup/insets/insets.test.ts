import { beforeAll, describe, expect, it } from 'vitest'
import type { Leg, MadeUpEdition, MadeUpPlacement, PlacedInset } from '../../../src/makeup/index.js'
import { makeAndTell, openTestFonts } from '../make-paper.js'

beforeAll(openTestFonts)

const LEADING = 10
/** Body capitals stand so far below the top of their line; 9 pt type has capitals of 0.68 em. */
const CAP_TOP = LEADING - 9 * 0.68

/** A page in words: what its place of three legs holds, its article, and what its stylebook has that is not as usual. */
interface PageParts {
  readonly place: string
  readonly head?: string
  /** Paragraphs of one line. */
  readonly lines: number
  readonly matter?: string
  readonly stylebook?: string
  readonly lint?: string
  readonly more?: Readonly<Record<string, string | Uint8Array>>
  readonly articles?: Readonly<Record<string, string>>
}

const FACTS = '---\nheadline: Facts\n---\n\nThe ferry is blue.\n\nIt has one deck.\n'
/** An arrow to the right: widest in the middle. */
const LAMP = '<svg viewBox="0 0 60 30"><path d="M0 0 L60 15 L0 30 Z"/></svg>'

/** Three legs of 60 mm, 40 lines of 10 pt; the head takes two lines. */
async function make(parts: PageParts): Promise<{ made: MadeUpEdition; told: readonly string[] }> {
  const body = Array.from({ length: parts.lines }, (_, index) => `Line ${index + 1} of it.`).join('\n\n')
  const matter = parts.matter ?? 'quotes: ["“It is blue”", { text: Nobody asked, credit: A passenger }]'
  const files = {
    'layouts/gazette.yaml': `
paper: { name: Gazette }
formats: { page: { trim: [200mm, 160mm], margins: { head: 5mm, foot: 5mm, inside: 5mm, outside: 5mm } } }
grid: { columns: 3, gutter: 5mm, leading: ${LEADING}pt }
lint: ${parts.lint ?? 'off'}
furniture: { folio: none, cut-off: none, column-rule: 0.25pt }
${parts.stylebook ?? ''}
`,
    'editions/2022-01-14/edition.yaml': `paper: gazette\ndate: 2022-01-14\npages:\n  - place:\n      lead: { article: story, head: ${parts.head ?? '3-18-1'}, at: { col: 1, span: 3, line: 1, depth: 23 }, ${parts.place} }\n`,
    'editions/2022-01-14/articles/story.md': `---\nheadline: The ferry\npictures: [{ file: lamp.svg }]\n${matter}\n---\n\n${body}\n`,
    'editions/2022-01-14/lamp.svg': LAMP,
    ...Object.fromEntries(
      Object.entries(parts.articles ?? {}).map(([id, text]) => [`editions/2022-01-14/articles/${id}.md`, text]),
    ),
  }
  const { made, diagnostics } = await makeAndTell(files)
  // Stories here list more than their places show.
  const told = diagnostics.filter(({ code }) => code !== 'picture-unused')
  return { made, told: told.map(({ severity, code, message }) => `${severity} ${code}: ${message}`) }
}

function storyOf({ pages }: MadeUpEdition): MadeUpPlacement {
  return pages[0]!.placements.find(({ id }) => id === 'story')!
}

/** `1: 4+10`: leg, first line, lines in use. */
function sayLegs(legs: readonly Leg[]): readonly string[] {
  return legs.map(({ leg, line, used }) => `${leg}: ${line}+${used}`)
}

/** From which grid line to which an inset stands, counted in leadings from the head of the type area. */
function linesOf({ rect }: Pick<PlacedInset, 'rect'>, { pages }: MadeUpEdition): { top: number; foot: number } {
  const { y } = pages[0]!.typeArea
  return { top: (rect.y - y) / LEADING, foot: (rect.y + rect.height - y) / LEADING }
}

describe('a pull quote', () => {
  it('in the middle of a leg has as much white above it as below', async () => {
    const { made } = await make({ place: 'quote: { use: 2, leg: 2, at: middle }', lines: 54 })
    const { insets, legs } = storyOf(made)
    expect(sayLegs(legs)).toEqual(['1: 3+20', '2: 3+8', '2: 15+8', '3: 3+18'])
    const { top, foot } = linesOf(insets[0]!, made)
    // From the last baseline above to its capitals, and from its last baseline to the capitals below.
    expect(top - 10).toBeCloseTo(14 + CAP_TOP / LEADING - foot)
    expect(top - 10).toBeGreaterThanOrEqual(1)
  })

  it('at the head has its capitals level with those of the text beside it', async () => {
    const { made } = await make({ place: 'quote: { use: 1, leg: 2, at: head }', lines: 40 })
    expect(linesOf(storyOf(made).insets[0]!, made).top).toBeCloseTo(2 + CAP_TOP / LEADING)
  })

  it('at the foot stands on the last baseline, and goes up with it when the article is short', async () => {
    const full = await make({ place: 'quote: { use: 1, leg: 2, at: foot }', lines: 59 })
    expect(linesOf(storyOf(full.made).insets[0]!, full.made).foot).toBeCloseTo(23)
    const short = await make({ place: 'quote: { use: 1, leg: 2, at: foot }', lines: 42 })
    expect(sayLegs(storyOf(short.made).legs)).toEqual(['1: 3+15', '2: 3+13', '3: 3+14'])
    expect(linesOf(storyOf(short.made).insets[0]!, short.made).foot).toBeCloseTo(17)
  })

  it('in a box stands in whole lines with a line of white beyond it', async () => {
    const { made } = await make({ place: 'quote: { use: 1, leg: 2, at: 5, box: rule }', lines: 45 })
    const { insets, legs } = storyOf(made)
    const { top, foot } = linesOf(insets[0]!, made)
    const [above, below] = legs.filter(({ leg }) => leg === 2)
    expect(above!.line + above!.depth - 1).toBe(6)
    expect(top).toBeCloseTo(7 + CAP_TOP / LEADING)
    expect(below!.line - 1 - foot).toBeCloseTo(1)
    expect(insets[0]).toMatchObject({ panel: { kind: 'panel' } })
  })

  it('has the rules of its style at its head and foot', async () => {
    const stylebook = 'type: { pull-quote: { rule-above: 1pt, rule-below: 0.5pt } }'
    const { made } = await make({ place: 'quote: { use: 1, leg: 1, at: middle }', lines: 40, stylebook })
    const [inset] = storyOf(made).insets
    const [above, below] = inset!.kind === 'quote' ? inset!.rules : []
    expect(above!.y1 - 0.5).toBeCloseTo(inset!.rect.y)
    expect(below!.y1 + 0.25).toBeCloseTo(inset!.rect.y + inset!.rect.height)
  })

  it('of more words than its leg can hold is left out, and the editor told', async () => {
    const matter = `quotes: ["${'Nobody asked, and nobody will. '.repeat(20).trim()}"]`
    const { made, told } = await make({ place: 'quote: { leg: 2 }', lines: 40, matter })
    expect(storyOf(made).insets).toEqual([])
    expect(told).toContain(
      'error inset-no-room: story: there is no room for the pull quote “Nobody asked, and nobody …”; it is left out',
    )
  })
})

describe('insets', () => {
  it('that collide stand below one another, in the order written', async () => {
    const { made } = await make({
      place: 'quotes: [{ use: 2, leg: 1, at: head }, { use: 1, span: 2, leg: 1, at: head }]',
      lines: 40,
    })
    const [first, second] = storyOf(made).insets.map((inset) => linesOf(inset, made))
    expect(second!.top).toBeGreaterThan(first!.foot)
  })

  it('that find no room below stand above', async () => {
    const { made } = await make({
      place: 'quotes: [{ use: 2, leg: 1, at: foot }, { use: 1, leg: 1, at: 20 }]',
      lines: 40,
    })
    const [first, second] = storyOf(made).insets.map((inset) => linesOf(inset, made))
    expect(second!.foot).toBeLessThan(first!.top)
  })

  it('at the top stand beside a narrow head, and over one that needs their columns', async () => {
    const beside = await make({ head: '2-18-1', place: 'picture: { leg: 3, at: top, depth: 8 }', lines: 40 })
    const { head, insets } = storyOf(beside.made)
    expect(linesOf(insets[0]!, beside.made).top).toBeCloseTo(CAP_TOP / LEADING)
    expect(linesOf({ rect: { ...insets[0]!.rect, y: head[0]!.baseline } }, beside.made).top).toBeLessThan(3)
    const over = await make({ place: 'picture: { leg: 3, at: top, depth: 8 }', lines: 30 })
    const story = storyOf(over.made)
    expect(linesOf({ rect: { ...story.insets[0]!.rect, y: story.head[0]!.baseline } }, over.made).top).toBeGreaterThan(
      8,
    )
    expect(story.legs.every(({ line }) => line === 11)).toBe(true)
  })

  it('break the rules between the legs that they stand across', async () => {
    const { made } = await make({ place: 'quote: { use: 1, span: 2, leg: 1, at: middle }', lines: 45 })
    const { columnRules, insets } = storyOf(made)
    expect(columnRules).toHaveLength(3)
    const [upper, lower] = columnRules
    expect(upper!.x1).toBe(lower!.x1)
    expect(upper!.y2).toBeLessThan(insets[0]!.rect.y)
    expect(lower!.y1).toBeGreaterThan(insets[0]!.rect.y + insets[0]!.rect.height)
  })

  it('with a contour have text along their outline, a gap away', async () => {
    const { made } = await make({
      place: 'legs: 1, picture: { span: 0.5, leg: 1, at: head, runaround: contour, gap: 4mm }',
      lines: 60,
    })
    const { insets, legs } = storyOf(made)
    const { rect } = insets[0]!
    const beside = legs.flatMap(({ lines }) => lines).filter(({ baseline }) => baseline < rect.y + rect.height)
    const edges = beside.map(({ x }) => x)
    expect(Math.max(...edges)).toBeGreaterThan(edges[0]! + 20)
    expect(Math.max(...edges)).toBeGreaterThan(edges.at(-1)! + 20)
    for (const { x, baseline } of beside) {
      const share = (baseline - rect.y) / rect.height
      const tip = rect.x + rect.width * (1 - Math.abs(2 * Math.max(0, Math.min(1, share)) - 1))
      expect(x).toBeGreaterThanOrEqual(tip)
    }
  })
})

describe('a sidebar', () => {
  const sidebar = (more = ''): string => `sidebar: { article: facts, leg: 3, at: head, head: 1-14-1${more} }`

  it('is a placement of its own within the other, as deep as its content', async () => {
    const { made, told } = await make({ place: sidebar(), lines: 40, articles: { facts: FACTS } })
    expect(told).toEqual([])
    const [story, facts] = made.pages[0]!.placements
    expect([story!.id, facts!.id]).toEqual(['story', 'facts'])
    expect(facts).toMatchObject({ slot: 'lead/facts', within: 'lead' })
    expect(facts!.legs.map(({ used, depth }) => [used, depth])).toEqual([[2, 2]])
    expect(made.ledger.articles['facts']).toMatchObject({
      status: 'copyfit',
      placements: [{ page: 1, slot: 'lead/facts', legs: 1, head: '1-14-1', lines: 2 }],
    })
    expect(made.pages[0]!.boxes).toHaveLength(1)
  })

  it('counts its own text over and short', async () => {
    const short = await make({ place: sidebar(', depth: 12'), lines: 30, articles: { facts: FACTS } })
    expect(short.made.ledger.articles['facts']).toMatchObject({ status: 'underset', lines: 5 })
    const over = await make({ place: sidebar(', depth: 6'), lines: 30, articles: { facts: FACTS } })
    expect(over.told[0]).toMatch(/^error overset: facts is over by 1 line/)
  })

  it('without room for it is left out with all its words, which are over', async () => {
    const place = `quote: { use: 1, leg: 3, at: head, depth: 18 }, ${sidebar()}`
    const { made, told } = await make({ place, lines: 30, articles: { facts: FACTS } })
    expect(told).toEqual(['error inset-no-room: story: there is no room for the sidebar facts; it is left out'])
    expect(made.ledger.articles['facts']).toMatchObject({ status: 'overset', words: 8 })
  })

  it('is read after its article, before what stands further down', async () => {
    const { made } = await make({
      place: `${sidebar()} }\n      other: { article: other, at: { col: 1, span: 3, line: 24, depth: 10 }`,
      lines: 40,
      articles: { facts: FACTS, other: FACTS },
    })
    expect(made.pages[0]!.placements.map(({ id }) => id)).toEqual(['story', 'facts', 'other'])
    expect(Object.keys(made.ledger.articles)).toEqual(['story', 'facts', 'other'])
  })
})

describe('an inset head', () => {
  it('has legs beside it that run from the top', async () => {
    const { made } = await make({ head: '1-18-1', place: 'head-col: 2', lines: 40 })
    const { head, legs } = storyOf(made)
    expect(head[0]!.x).toBeCloseTo(legs[1]!.x)
    expect(sayLegs(legs)).toEqual(['1: 1+14', '2: 3+12', '3: 1+14'])
  })
})

describe('make-up lint', () => {
  const only = (rule: string, number: number): string =>
    `{ tombstone: off, heads-rise: off, head-overhangs: off, headless: off, short-leg: off, short-last-leg: off, short-story: off, crosshead-low: off, measure-narrow: off, measure-wide: off, reversed-small: off, tint-under-small: off, advert-on-advert: off, ${rule}: ${number} }`.replace(
      `${rule}: off, `,
      '',
    )

  it('does not call a last leg short that ends on what stands at its foot', async () => {
    const lint = only('short-last-leg', 3)
    const place = 'quote: { use: 2, leg: 3, at: foot, depth: 8 }'
    expect((await make({ place, lines: 54, lint })).told).toEqual([])
  })

  it('tells of a few lines between a head and what parts the leg', async () => {
    const { told } = await make({ place: 'quote: { use: 1, leg: 2, at: 3 }', lines: 50, lint: only('short-leg', 4) })
    expect(told).toEqual([
      'warning short-leg: page 1, columns 1 to 3, lines 1 to 23: leg 2 of story has only 2 lines above the pull quote',
    ])
  })

  it('lets go in a sidebar what is waived there', async () => {
    const lint = only('short-story', 1)
    const sidebar = 'article: facts, leg: 3, at: head, head: 1-14-1, depth: 12'
    const articles = { facts: FACTS }
    const { told } = await make({ place: `sidebar: { ${sidebar} }`, lines: 51, lint, articles })
    expect(told).toEqual(['warning short-story: page 1, column 3, lines 3 to 13: facts is short by 5 lines'])
    const place = `sidebar: { ${sidebar}, waive: [{ rule: short-story, reason: more to come }] }`
    expect((await make({ place, lines: 51, lint, articles })).told).toEqual([])
  })
})
