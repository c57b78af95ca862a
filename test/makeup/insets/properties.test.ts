import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Rect } from '../../../src/base/index.js'
import type { MadeUpEdition, MadeUpPage, MadeUpPlacement, PlacedLine } from '../../../src/makeup/index.js'
import { filesOfInsets, insetPaper } from './generated-insets.js'
import { makePaper, openTestFonts } from '../make-paper.js'

const EXACT = 0.01

beforeAll(openTestFonts)

/** Left and right edge of a line's type. */
function edgesOf({ x, line }: PlacedLine): readonly [number, number] {
  const [first, last] = [line.fragments[0], line.fragments.at(-1)]
  return first && last ? [x + first.x, x + last.x + last.width] : [x, x]
}

/** What of a line may hang outside its measure: a small sign; of display type a quotation mark. */
function hangOf({ line }: PlacedLine): number {
  return 0.5 * Math.max(0, ...line.fragments.map(({ size }) => size))
}

/** Where the ink of a line of text is, but for what hangs: its x-height, so that lines set solid do not touch. */
function inkOf(placed: PlacedLine): Rect {
  const [left, right] = edgesOf(placed)
  const hang = Math.min(hangOf(placed), (right - left) / 2)
  const size = Math.max(0, ...placed.line.fragments.map((one) => one.size))
  return { x: left + hang, y: placed.baseline - 0.45 * size, width: right - left - 2 * hang, height: 0.45 * size }
}

function meet(a: Rect, b: Rect): boolean {
  return (
    a.x + a.width > b.x + EXACT &&
    b.x + b.width > a.x + EXACT &&
    a.y + a.height > b.y + EXACT &&
    b.y + b.height > a.y + EXACT
  )
}

/** Every line of a page with whether it is type of an inset. */
function linesOn(page: MadeUpPage): { readonly text: PlacedLine[]; readonly ofInsets: PlacedLine[] } {
  return {
    text: page.placements.flatMap((one) => [...one.head, ...one.legs.flatMap((leg) => leg.lines), ...one.jumpOn]),
    ofInsets: page.placements.flatMap((one) => one.insets.flatMap((inset) => inset.lines)),
  }
}

/** No line of type meets another, whosever they are. */
function checkLines(page: MadeUpPage): void {
  const { text, ofInsets } = linesOn(page)
  const inks = [...text, ...ofInsets].map(inkOf)
  inks.forEach((a, index) => {
    for (const b of inks.slice(index + 1)) expect(meet(a, b), 'two lines of type meet').toBe(false)
  })
}

/** Nothing of the text stands in an inset: in its rectangle, or for a contour where its outline is. */
function checkInsets(placement: MadeUpPlacement, page: MadeUpPage, isContour: boolean): void {
  const own = [...placement.head, ...placement.legs.flatMap((leg) => leg.lines), ...placement.jumpOn]
  const sidebars = page.placements.filter(({ within }) => within === placement.slot).map(({ rect }) => rect)
  const rects = [
    ...placement.insets.flatMap((one) => (one.kind === 'picture' && isContour ? [] : [one.rect])),
    ...sidebars,
  ]
  for (const rect of rects) for (const line of own) expect(meet(inkOf(line), rect), 'text in an inset').toBe(false)
  const all = [...placement.insets.map(({ rect }) => rect), ...sidebars]
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) expect(meet(a, b), 'two insets meet').toBe(false)
  })
}

/** Everything stands in its placement, and a sidebar with all that is in it in the one that it stands in. */
function checkInside(placement: MadeUpPlacement, page: MadeUpPage): void {
  const { rect } = placement
  const lines = [...placement.head, ...placement.legs.flatMap((leg) => leg.lines), ...placement.jumpOn]
  for (const line of [...lines, ...placement.insets.flatMap((inset) => inset.lines)]) {
    const [left, right] = edgesOf(line)
    expect(left).toBeGreaterThanOrEqual(rect.x - hangOf(line) - EXACT)
    expect(right).toBeLessThanOrEqual(rect.x + rect.width + hangOf(line) + EXACT)
    expect(line.baseline).toBeGreaterThan(rect.y - EXACT)
    expect(line.baseline).toBeLessThanOrEqual(rect.y + rect.height + EXACT)
  }
  const host = page.placements.find(({ slot }) => slot === placement.within)
  const outer = host?.rect ?? page.typeArea
  const inner = [rect, ...placement.insets.map((inset) => inset.rect)]
  for (const one of host ? inner : placement.insets.map((inset) => inset.rect)) {
    const room = host ? outer : rect
    expect(one.x).toBeGreaterThanOrEqual(room.x - EXACT)
    expect(one.x + one.width).toBeLessThanOrEqual(room.x + room.width + EXACT)
    expect(one.y).toBeGreaterThanOrEqual(room.y - EXACT)
    expect(one.y + one.height).toBeLessThanOrEqual(room.y + room.height + EXACT)
  }
}

function checkGrid({ legs }: MadeUpPlacement, { typeArea, grid }: MadeUpPage): void {
  for (const { baseline } of legs.flatMap((leg) => leg.lines)) {
    const lines = (baseline - typeArea.y) / grid.leading
    expect(Math.abs(lines - Math.round(lines)) * grid.leading).toBeLessThan(EXACT)
  }
}

/** Stretches come in reading order: down a leg, then the next; and each line is as wide as the room it has. */
function checkOrder({ legs }: MadeUpPlacement): void {
  legs.forEach((leg, index) => {
    const before = legs[index - 1]
    if (before) expect(leg.leg > before.leg || leg.line >= before.line + before.depth).toBe(true)
    for (const line of leg.lines) {
      expect(line.x).toBeGreaterThanOrEqual(leg.x - EXACT)
      expect(line.x + line.line.measure).toBeLessThanOrEqual(leg.x + leg.width + EXACT)
    }
    const baselines = leg.lines.map(({ baseline }) => baseline)
    expect(baselines).toEqual([...baselines].sort((a, b) => a - b))
  })
}

/** The feet of legs from which text goes on in another are level: at the text, or at the inset on which it ends. */
function checkFeet({ legs, insets }: MadeUpPlacement, page: MadeUpPage, sidebars: readonly MadeUpPlacement[]): void {
  const { leading } = page.grid
  const footOfInsets = (x: number, width: number): number =>
    Math.max(
      0,
      ...[...insets, ...sidebars]
        .filter(({ rect }) => rect.x < x + width - 1 && rect.x + rect.width > x + 1)
        .map(({ rect }) => Math.round((rect.y + rect.height - page.typeArea.y) / leading)),
    )
  const feet = legs
    .filter((leg, index) => {
      const isLastOfLeg = legs[index + 1]?.leg !== leg.leg
      return isLastOfLeg && leg.used > 0 && legs.slice(index + 1).some(({ used }) => used > 0)
    })
    .filter(({ line, used, shortForKeep, x, width }) => footOfInsets(x, width) < line + used + shortForKeep - 1)
    .map((leg) => leg.line + leg.used + leg.shortForKeep)
  expect(new Set(feet).size).toBeLessThanOrEqual(1)
}

function check(made: MadeUpEdition, isContour: boolean): void {
  for (const page of made.pages) {
    checkLines(page)
    for (const placement of page.placements) {
      const sidebars = page.placements.filter(({ within }) => within === placement.slot)
      checkInsets(placement, page, isContour)
      checkInside(placement, page)
      checkGrid(placement, page)
      checkOrder(placement)
      checkFeet(placement, page, sidebars)
    }
  }
}

describe('an article with insets', () => {
  it('loses no word, overlaps nothing, keeps to its place and the grid, and reads on, whatever stands among its text', async () => {
    await fc.assert(
      fc.asyncProperty(insetPaper, async (paper) => {
        // The conservation of words is checked inside: a build that lost one throws.
        const made = await makePaper(filesOfInsets(paper))
        const all = [...paper.insets, ...(paper.goesOn?.insets ?? [])]
        check(
          made,
          all.some(({ runaround }) => runaround === 'contour'),
        )
      }),
      { numRuns: 150, seed: 14012022 },
    )
  }, 600_000)
})
