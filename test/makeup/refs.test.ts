import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DisplayItem, paintPage } from '../../src/display/index.js'
import type { MadeUpEdition, MadeUpRefs, PlacedLine } from '../../src/makeup/index.js'
import { depthFor, depthOf, type Shared, shareRefs } from '../../src/makeup/refs/share-refs.js'
import { articleText, paper, STYLEBOOK } from '../paper.js'
import { makePaper, openTestFonts, type SharedType } from './make-paper.js'

beforeAll(openTestFonts)

const textOf = ({ line }: PlacedLine): string =>
  line.fragments
    .map(({ run }) => run.text)
    .join('')
    .trim()

const linesOf = ({ head, legs }: MadeUpRefs): readonly PlacedLine[] => [...head, ...legs.flat()]

const HEADS = {
  rents: 'Rents up',
  film: 'A film about a town that nobody left and everybody wrote letters to',
  letters: 'Letters',
  ferry: 'Councillors quarrel over the ferry timetable again',
  fund: 'The unputdownable counterrevolutionaries',
  sport: 'Town draw',
}
const IDS = Object.keys(HEADS)

/** Six articles on pages 2 to 4, referred to from the first. */
const pagesOf = (order: readonly (readonly [string, string])[]): string =>
  order.map((ids) => `  - template: front\n    place:\n      lead: ${ids[0]}\n      second: ${ids[1]}\n`).join('')

const INSIDE = [
  ['rents', 'film'],
  ['letters', 'ferry'],
  ['fund', 'sport'],
] as const

/** Without a folio, which changes sides. */
const PLAIN = `${STYLEBOOK}furniture: { folio: none }\n`

const paperOf = (place: string, order: readonly (readonly [string, string])[] = INSIDE, stylebook = PLAIN) =>
  paper({
    manifest: `paper: weekly\ndate: 2022-01-14\npages:\n  - place:\n${place}\n${pagesOf(order)}`,
    stylebook,
    articles: Object.fromEntries(Object.entries(HEADS).map(([id, head]) => [id, articleText(head)])),
  }) as Record<string, string>

const shared: SharedType = {}
const make = (place: string, order?: readonly (readonly [string, string])[]): Promise<MadeUpEdition> =>
  makePaper(paperOf(place, order), shared)

describe('teasers and an index', () => {
  const places = fc.record({
    look: fc.constantFrom('teaser', 'index'),
    refs: fc.array(fc.constantFrom(...IDS), { minLength: 1, maxLength: 9 }),
    col: fc.integer({ min: 1, max: 2 }),
    span: fc.integer({ min: 1, max: 3 }),
    line: fc.integer({ min: 1, max: 10 }),
    depth: fc.integer({ min: 1, max: 34 }),
    legs: fc.integer({ min: 1, max: 3 }),
    box: fc.constantFrom('none', 'tint'),
    headline: fc.constantFrom('', 'Inside'),
  })

  it('stand inside their place and on its grid, one under another, each with its page, the last left out for want of room', async () => {
    await fc.assert(
      fc.asyncProperty(places, async ({ look, refs, col, span, line, depth, legs, box, headline }) => {
        const cells = `{ col: ${col}, span: ${span}, line: ${line}, depth: ${depth} }`
        const said = `look: ${look}, legs: ${Math.min(legs, span)}, box: ${box}, headline: ${headline}`
        const made = await make(`      in: { refs: [${refs.join(', ')}], at: ${cells}, ${said} }`)
        const page = made.pages[0]!
        const [block] = page.refs
        const { rect } = block!
        for (const { line: set, x, baseline, role } of linesOf(block!)) {
          const [first, last] = [set.fragments[0]!, set.fragments.at(-1)!]
          expect(x + first.x).toBeGreaterThanOrEqual(rect.x - 0.01)
          expect(x + last.x + last.width).toBeLessThanOrEqual(rect.x + rect.width + 0.01)
          // The type of the first line begins as far under the top of the place as text beside it.
          expect(baseline - 0.68 * first.size).toBeGreaterThanOrEqual(rect.y)
          expect(baseline).toBeLessThanOrEqual(rect.y + rect.height + 0.01)
          const lines = (baseline - page.typeArea.y) / page.grid.leading
          if (role === 'index' || role === 'teaser-page') expect(lines).toBeCloseTo(Math.round(lines), 4)
          for (const [at, one] of set.fragments.entries()) {
            const before = set.fragments[at - 1]
            expect(one.width).toBeGreaterThan(0)
            if (before) expect(one.x).toBeGreaterThanOrEqual(before.x + before.width - 0.2)
          }
        }
        for (const leg of block!.legs) {
          const baselines = leg.map((one) => one.baseline)
          expect(baselines).toEqual([...new Set(baselines)].sort((a, b) => a - b))
        }
        const found = block!.legs.flat().flatMap((one) => /\d$/.exec(textOf(one))?.map(Number) ?? [])
        const asked = refs.map((id) => 2 + INSIDE.findIndex((pair) => (pair as readonly string[]).includes(id)))
        expect(found).toEqual(asked.slice(0, found.length))
        expect(block!.oversetMark === null).toBe(
          found.length === refs.length && (headline === '' || block!.head.length > 0),
        )
      }),
      { seed: 4, numRuns: 50 },
    )
  })

  it('has nothing but other numbers when two pages change places', async () => {
    const place = [
      '      side: { refs: [rents, letters, fund], at: { col: 1, span: 1, line: 1, depth: 30 } }',
      '      in: { refs: [film, ferry, sport], look: index, headline: Inside, at: { col: 2, span: 3, line: 1, depth: 10 } }',
    ].join('\n')
    const [a, b, c] = INSIDE
    const before = painted(await make(place, [a, b, c]))
    const after = painted(await make(place, [b, a, c]))
    expect(after[0]).not.toEqual(before[0])
    expect(without(after[0]!)).toEqual(without(before[0]!))
    expect(without(after[2]!)).toEqual(without(before[1]!))
    expect(without(after[1]!)).toEqual(without(before[2]!))
    expect(after[3]).toEqual(before[3])
    expect(textsOf(before[0]!).filter((text) => /^\d$/.test(text))).toEqual([...'234', ...'234'])
    expect(textsOf(after[0]!).filter((text) => /^\d$/.test(text))).toEqual([...'324', ...'324'])
  })

  it('takes words of their own before a head, and a shorter head before one that needs more lines', async () => {
    const files = paperOf(
      '      side: { refs: [film, { article: letters, text: "Your *views*" }], at: { col: 1, span: 1, line: 1, depth: 20 } }',
    )
    const long = `---\nheadline: A film about a town that nobody left\nheads: ["Nobody left this town at all", "Nobody left", "A film"]\n---\n\nText.\n`
    const made = await makePaper({ ...files, 'editions/2022-01-14/articles/film.md': long }, {})
    expect(linesOf(made.pages[0]!.refs[0]!).map(textOf)).toEqual(['Nobody left', 'page 2', 'Your views', 'page 3'])
  })

  it('are spread over their place, the last foot at its foot', async () => {
    const made = await make(
      '      side: { refs: [rents, letters, sport], at: { col: 1, span: 2, line: 1, depth: 31 }, legs: 1 }',
    )
    const { typeArea, grid, refs } = made.pages[0]!
    const feet = refs[0]!.legs[0]!.filter(({ role }) => role === 'teaser-page').map(({ baseline }) =>
      Math.round((baseline - typeArea.y) / grid.leading),
    )
    expect(feet).toEqual([3, 17, 31])
  })

  it('has its forms from the furniture', async () => {
    const refs =
      'furniture: { refs: { teaser: "see {page}", index: "on page {page}", leader: none, rule-off: 0.5pt } }\n'
    const place = [
      '      side: { refs: [rents], at: { col: 1, span: 1, line: 1, depth: 9 } }',
      '      in: { refs: [rents, letters], look: index, at: { col: 2, span: 2, line: 1, depth: 9 }, legs: 1 }',
      '      narrow: { refs: [rents], look: index, at: { col: 4, span: 1, line: 1, depth: 9 }, legs: 2 }',
    ].join('\n')
    const made = await makePaper(paperOf(place, INSIDE, STYLEBOOK + refs), {})
    const [side, index, narrow] = made.pages[0]!.refs
    expect(linesOf(side!).map(textOf)).toEqual(['Rents up', 'see 2'])
    expect(linesOf(index!).map(textOf)).toEqual(['Rents up on page 2', 'Letters on page 3'])
    expect(index!.rules).toHaveLength(1)
    // Where the page would leave a title no room, it stands under it.
    expect(linesOf(narrow!).map(textOf)).toEqual(['Rents', 'up', 'on page', '2'])
  })
})

/** The pages as they are shown. */
function painted({ pages, edition: { stylebook } }: MadeUpEdition): readonly (readonly DisplayItem[])[] {
  return pages.map((page) => paintPage(page, { stylebook, pictures: new Map() }).items)
}

function textsOf(items: readonly DisplayItem[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'glyphs' ? item.parts.map(({ run }) => run.text) : []))
}

/** Where everything of a page stands, whatever its numbers are. */
function without(items: readonly DisplayItem[]): unknown {
  return items.map((item) =>
    item.kind !== 'glyphs'
      ? item
      : {
          ...item,
          parts: item.parts.map(({ run, x, width }) => ({
            text: run.text.replace(/\d/g, '#'),
            face: run.face.key,
            x,
            width,
          })),
        },
  )
}

describe('refs are shared among legs', () => {
  const some = fc.array(fc.record({ depth: fc.integer({ min: 1, max: 5 }), before: fc.integer({ min: 0, max: 1 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  const refsOf = (drawn: readonly Shared[]): readonly Shared[] =>
    drawn.map(({ depth, before }) => ({ depth: depth + before, before }))

  /** Every way to share so many refs in their order among so many legs. */
  function* ways(count: number, legs: number): Generator<readonly number[]> {
    if (legs === 1) return yield [count]
    for (let first = 0; first <= count; first++) {
      for (const rest of ways(count - first, legs - 1)) yield [first, ...rest]
    }
  }

  const depthsOf = (refs: readonly Shared[], counts: readonly number[]): readonly number[] => {
    let from = 0
    return counts.map((count) => depthOf(refs.slice(from, (from += count))))
  }

  it('as many as there is room for, and as shallow as can be, by brute force', () => {
    const rooms = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(some, rooms, (drawn, drawnRooms) => {
        const refs = refsOf(drawn)
        // Legs under the head come first, and are no deeper than those beside it.
        const legs = [...drawnRooms].sort((a, b) => a - b)
        const counts = shareRefs(refs, legs)
        const shown = counts.reduce((sum, count) => sum + count, 0)
        const fitting = (count: number): (readonly number[])[] =>
          [...ways(count, legs.length)].filter((way) => depthsOf(refs, way).every((depth, leg) => depth <= legs[leg]!))
        if (shown < refs.length) expect(fitting(shown + 1)).toEqual([])
        const best = Math.min(...fitting(shown).map((way) => Math.max(...depthsOf(refs, way))))
        expect(Math.max(...depthsOf(refs, counts))).toBe(best)
      }),
      { seed: 4, numRuns: 500 },
    )
  })

  it('none is empty while another has two', () => {
    const refs = [5, 2, 2, 5].map((depth) => ({ depth, before: 0 }))
    expect(shareRefs(refs, [9, 9, 9, 9])).toEqual([1, 1, 1, 1])
    expect(shareRefs(refs, [9, 9, 9])).toEqual([1, 2, 1])
  })

  it('in legs of one depth, which is known beforehand', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 4 }), (drawn, legs) => {
        const refs = refsOf(drawn)
        const depth = depthFor(refs, legs)
        const shown = (deep: number): number =>
          shareRefs(refs, Array<number>(legs).fill(deep)).reduce((sum, count) => sum + count, 0)
        expect(shown(depth)).toBe(refs.length)
        if (depth > 0) expect(shown(depth - 1)).toBeLessThan(refs.length)
      }),
      { seed: 4, numRuns: 300 },
    )
  })
})
