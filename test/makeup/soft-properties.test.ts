import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type GridRect, overlap } from '../../src/base/index.js'
import type { MadeUpEdition } from '../../src/makeup/index.js'
import { openTestFonts, type SharedType } from './make-paper.js'
import { makeSoft, type MadeSoft, type SoftPaper } from './soft-paper.js'

const COLUMNS = 4
const LINES = 50

beforeAll(openTestFonts)

/** A band of a page: so many columns side by side, in each of them places one below the other. */
interface Band {
  readonly spans: readonly number[]
  readonly depths: readonly ('auto' | number)[]
}

const depth = fc.oneof(
  { weight: 6, arbitrary: fc.constant('auto' as const) },
  { weight: 2, arbitrary: fc.integer({ min: 6, max: 20 }) },
)
const band: fc.Arbitrary<Band> = fc.record({
  spans: fc.constantFrom([4], [2, 2], [1, 3], [3, 1], [2, 1, 1], [1, 1, 1, 1]),
  depths: fc.array(depth, { minLength: 4, maxLength: 4 }),
})

/** What a generated paper's places hold. */
interface Generated {
  readonly slots: readonly string[]
  /** What each place holds, by its slot; of these two are swapped. */
  readonly held: readonly string[]
  readonly articles: Readonly<Record<string, number>>
  /** A slot at the foot of the page whose cells are numbers. */
  readonly foot: boolean
  readonly boxed: boolean
  readonly fit: 'auto' | 'none'
}

const generated: fc.Arbitrary<Generated> = fc
  .record({
    bands: fc.array(band, { minLength: 1, maxLength: 3 }),
    words: fc.array(fc.integer({ min: 1, max: 260 }), { minLength: 24, maxLength: 24 }),
    kinds: fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }),
    fills: fc.boolean(),
    foot: fc.boolean(),
    boxed: fc.boolean(),
    fit: fc.constantFrom('auto' as const, 'none' as const, 'none' as const),
  })
  .map(({ bands, words, kinds, fills, foot, boxed, fit }) => {
    const slots: string[] = []
    const held: string[] = []
    const articles: Record<string, number> = {}
    let above: string[] = []
    bands.forEach(({ spans, depths }, row) => {
      let col = 1
      const names = spans.map((span, at) => {
        const name = `s${slots.length}`
        const isLast = row === bands.length - 1
        const own = isLast && fills ? 'fill' : depths[at]!
        const where = above.length > 0 ? `below: [${above.join(', ')}]` : 'line: 1'
        slots.push(`slot: ${name}, col: ${col}, span: ${span}, ${where}, depth: ${own}, head: ${span}-14-auto`)
        col += span
        return name
      })
      above = names
    })
    slots.forEach((_, index) => {
      const [one, other] = [`a${2 * index}`, `a${2 * index + 1}`]
      articles[one] = words[2 * index]!
      if (kinds[index]! === 0) {
        held.push('{ advert: coop }')
        delete articles[one]
      } else if (kinds[index]! === 1) {
        articles[other] = words[2 * index + 1]! % 60 || 1
        articles[one] = (articles[one]! % 60) + 1
        held.push(`{ articles: [${one}, ${other}] }`)
      } else held.push(kinds[index]! < 4 && boxed ? `{ article: ${one}, box: tint }` : one)
    })
    return { slots, held, articles, foot, boxed, fit }
  })

function paperOf({ slots, held, articles, foot, fit }: Generated): SoftPaper {
  const place = held.map((what, index) => `s${index}: ${what}`)
  const footSlot = foot ? ['slot: foot, col: 2, span: 2, line: 41, depth: 10'] : []
  return {
    slots: [...slots, ...footSlot],
    pages: [[...place, ...(foot ? ['foot: { article: foot }'] : [])].join(', ')],
    articles: foot ? { ...articles, foot: 40 } : articles,
    adverts: 'coop: { file: coop.svg, size: [40mm, 30mm] }',
    fit,
  }
}

function cellsOf({ edition }: MadeUpEdition): readonly { readonly slot: string; readonly rect: GridRect }[] {
  const [page] = edition.pages
  return [...page!.placements, ...page!.adverts]
}

/** Every cell of the page is in one place, in the ledger's room, or in a line that parts two places; none is in two. */
function checkCells({ made }: MadeSoft): void {
  const places = cellsOf(made)
  const room = made.ledger.room.map(({ col, span, line, lines }) => ({ col, span, line, depth: lines }))
  const all = [...places.map(({ rect }) => rect), ...room]
  for (const { col, span, line, depth } of all) {
    expect(col + span - 1).toBeLessThanOrEqual(COLUMNS)
    expect(line + depth - 1).toBeLessThanOrEqual(LINES)
  }
  all.forEach((one, index) => all.slice(index + 1).forEach((other) => expect(overlap(one, other)).toBe(false)))
  for (let col = 1; col <= COLUMNS; col++) {
    for (let line = 1; line <= LINES; line++) {
      const isIn = (rect: GridRect): boolean => overlap(rect, { col, span: 1, line, depth: 1 })
      if (all.some(isIn)) continue
      const beside = [line - 1, line + 1].map((next) =>
        all.some((rect) => overlap(rect, { col, span: 1, line: next, depth: 1 })),
      )
      expect(beside).toEqual([true, true])
    }
  }
}

/** All type stands within its place. */
function checkType({ made }: MadeSoft): void {
  for (const { rect, head, legs } of made.pages[0]!.placements) {
    for (const { baseline } of [...head, ...legs.flatMap(({ lines }) => lines)]) {
      expect(baseline).toBeGreaterThan(rect.y)
      expect(baseline).toBeLessThanOrEqual(rect.y + rect.height + 0.01)
    }
  }
}

/** An article is over only where its place goes down as far as it can, or has a number for its depth. */
function checkOver({ made }: MadeSoft, { slots }: Generated): void {
  const places = cellsOf(made)
  for (const { status, placements } of Object.values(made.ledger.articles)) {
    const slot = placements[0]!.slot
    const ordered = slots.find((one) => one.startsWith(`slot: ${slot},`))
    if (status !== 'overset' || !ordered?.includes('depth: auto')) continue
    const { rect } = places.find((one) => one.slot === slot)!
    const under = { ...rect, line: rect.line + rect.depth, depth: 1 }
    const isStopped = places.some((one) => one.slot !== slot && overlap(one.rect, under))
    expect(rect.line + rect.depth > LINES || isStopped || rect.depth === 0).toBe(true)
  }
}

describe('a page of soft places', () => {
  it('is sound, and so it is when any two of its stories change places', async () => {
    const shared: Record<string, SharedType> = { auto: {}, none: {} }
    await fc.assert(
      fc.asyncProperty(generated, fc.nat(20), fc.nat(20), async (paper, one, other) => {
        const held = [...paper.held]
        const [a, b] = [one % held.length, other % held.length]
        ;[held[a], held[b]] = [held[b]!, held[a]!]
        for (const way of [paper, { ...paper, held }]) {
          // The conservation of words is checked inside, and a mistake throws.
          const made = await makeSoft(paperOf(way), shared[paper.fit])
          checkCells(made)
          checkType(made)
          checkOver(made, way)
        }
      }),
      { numRuns: 80, seed: 14012022 },
    )
  }, 600_000)
})
