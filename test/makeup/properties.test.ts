import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MadeUpEdition, MadeUpPage, PlacedLine } from '../../src/makeup/index.js'
import { cutArticle, filesOf, type GeneratedPaper, generatedPaper } from './generated-paper.js'
import { makePaper, openTestFonts } from './make-paper.js'

const EXACT = 0.01

beforeAll(openTestFonts)

/** All lines of type of a page. */
function linesOf(page: MadeUpPage): PlacedLine[] {
  return page.placements.flatMap((one) => [...one.head, ...one.legs.flatMap((leg) => leg.lines), ...one.jumpOn])
}

/** Left and right edge of a line's type. */
function edgesOf(line: PlacedLine): [number, number] {
  const last = line.line.fragments.at(-1)
  return [line.x, line.x + (last ? last.x + last.width : 0)]
}

/** What of a line may hang in the margin: most of one small sign. */
function hangOf({ line }: PlacedLine): number {
  return 0.3 * (line.fragments.at(-1)?.size ?? 0)
}

function checkGrid(page: MadeUpPage): void {
  for (const leg of page.placements.flatMap((one) => one.legs)) {
    for (const { baseline } of leg.lines) {
      const lines = (baseline - page.typeArea.y) / page.grid.leading
      expect(Math.abs(lines - Math.round(lines)) * page.grid.leading).toBeLessThan(EXACT)
      expect(Math.round(lines)).toBeGreaterThanOrEqual(1)
      expect(Math.round(lines)).toBeLessThanOrEqual(page.format.lines)
    }
  }
}

function checkInside(page: MadeUpPage): void {
  const area = page.typeArea
  for (const placement of page.placements) {
    const { rect } = placement
    expect(rect.x).toBeGreaterThanOrEqual(area.x - EXACT)
    expect(rect.x + rect.width).toBeLessThanOrEqual(area.x + area.width + EXACT)
    for (const line of [...placement.head, ...placement.legs.flatMap((leg) => leg.lines), ...placement.jumpOn]) {
      const [left, right] = edgesOf(line)
      expect(left).toBeGreaterThanOrEqual(rect.x - EXACT)
      expect(right).toBeLessThanOrEqual(rect.x + rect.width + hangOf(line) + EXACT)
      expect(line.baseline).toBeGreaterThan(rect.y)
      expect(line.baseline).toBeLessThanOrEqual(rect.y + rect.height + EXACT)
    }
  }
}

function checkOverlap(page: MadeUpPage): void {
  const cells = page.placements.map((one) => one.rect)
  cells.forEach((a, index) => {
    for (const b of cells.slice(index + 1)) {
      const apart =
        a.x + a.width <= b.x + EXACT ||
        b.x + b.width <= a.x + EXACT ||
        a.y + a.height <= b.y + EXACT ||
        b.y + b.height <= a.y + EXACT
      expect(apart || a.height === 0 || b.height === 0).toBe(true)
    }
  })
  // Lines of type: no two in one column stand closer than the smaller of them is high.
  const lines = linesOf(page)
  lines.forEach((a, index) => {
    const [left, right] = edgesOf(a)
    for (const b of lines.slice(index + 1)) {
      const [otherLeft, otherRight] = edgesOf(b)
      if (right <= otherLeft + EXACT || otherRight <= left + EXACT) continue
      const [upper, lower] = a.baseline < b.baseline ? [a, b] : [b, a]
      const size = Math.max(...lower.line.fragments.map((one) => one.size), 0)
      expect(lower.baseline - upper.baseline).toBeGreaterThanOrEqual(0.6 * size)
    }
  })
}

function checkFeet(page: MadeUpPage): void {
  for (const placement of page.placements) {
    const feet = placement.legs
      .filter((leg, index) => placement.legs.slice(index + 1).some((later) => later.used > 0) && leg.used > 0)
      .map((leg) => leg.line + leg.used + leg.shortForKeep)
    expect(new Set(feet).size).toBeLessThanOrEqual(1)
  }
}

function checkWords(made: MadeUpEdition): void {
  for (const entry of Object.values(made.ledger.articles)) {
    expect(entry.words).toBeGreaterThanOrEqual(0)
    expect(entry.words).toBeLessThanOrEqual(entry.status === 'overset' ? entry.written : Infinity)
    expect(entry.status === 'copyfit').toBe(entry.lines === 0 && entry.status !== 'overset')
  }
}

/** Cuts one overset article as its ledger says and makes the paper up again. */
async function cutAndCheck(paper: GeneratedPaper, made: MadeUpEdition, pick: number): Promise<void> {
  const over = Object.entries(made.ledger.articles).filter(
    ([, entry]) => entry.status === 'overset' && entry.words < entry.written,
  )
  if (over.length === 0) return
  const [id, entry] = over[pick % over.length]!
  const copy = paper.articles.find((one) => one.id === id)!
  const cut = cutArticle(copy, entry.words)
  expect(cut).not.toBeNull()
  const articles = paper.articles.map((one) => (one === copy ? cut! : one))
  const again = await makePaper(filesOf({ ...paper, articles }))
  expect(again.ledger.articles[id]!.status).not.toBe('overset')
}

/** A thousand papers, in four parts: each has a test's time for itself. */
const SEEDS = [14012022, 21012022, 28012022, 4022022]

describe('make-up of any paper', () => {
  it.each(SEEDS)(
    'ends, loses no word, keeps to the grid and the type area, overlaps nothing, and a cut as the ledger says fits (%i)',
    async (seed) => {
      await fc.assert(
        fc.asyncProperty(generatedPaper, fc.nat(20), async (paper, pick) => {
          // The conservation of words is checked inside: a build that lost one throws.
          const made = await makePaper(filesOf(paper))
          checkWords(made)
          for (const page of made.pages) {
            checkGrid(page)
            checkInside(page)
            checkOverlap(page)
            checkFeet(page)
          }
          await cutAndCheck(paper, made, pick)
        }),
        { numRuns: 250, seed },
      )
    },
  )
})
