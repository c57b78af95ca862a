import { describe, expect, it } from 'vitest'
import { gather } from '../../src/base/index.js'
import type { DisplayPage } from '../../src/display/index.js'
import type { Sheet, SheetItem } from '../../src/prepress/index.js'
import { page, sheetsFor } from './page-items.js'
import { press } from './profiles.js'

/** So many pages of 200 × 300 points on the sheets of a profile that extends `coated`; and what the editor is told. */
async function imposed(changes: string, count = 4) {
  const { report, diagnostics } = gather()
  const pages: readonly DisplayPage[] = Array.from({ length: count }, (_, index) => page([], index + 1))
  const sheets = await sheetsFor(press('ours', [`ours: { extends: coated, ${changes} }`]), pages, report)
  return { sheets, told: diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`) }
}

/** Where each page of a sheet begins, and what may be seen of it. */
const placesOf = ({ pages }: Sheet): readonly string[] =>
  pages.map(({ page: number, corner, window }) => {
    const { x, y, width, height } = window!
    return `${number} at ${corner.x} ${corner.y}, seen ${x} ${y} ${width} ${height}`
  })

const pointsOf = (items: readonly SheetItem[]): readonly { x: number; y: number }[] =>
  items.flatMap((item) =>
    item.kind === 'path' ? item.steps.flatMap((step) => (step.kind === 'close' ? [] : [step])) : [],
  )

const said = (items: readonly SheetItem[]): string =>
  items.flatMap((item) => (item.kind === 'glyphs' ? item.parts.map(({ run }) => run.text) : [])).join('')

describe('two pages side by side', () => {
  it('meet at the spine, and bleed on the outer sides alone', async () => {
    const { sheets, told } = await imposed('order: pairs, bleed: 10pt', 4)
    expect(told).toEqual([])
    const [first, middle, last] = sheets
    expect(sheets.map(({ numbers }) => numbers)).toEqual([[1], [2, 3], [4]])
    for (const alone of [first!, last!]) {
      expect(alone).toMatchObject({ width: 220, height: 320, pages: [{ corner: { x: 10, y: 10 }, window: null }] })
    }
    expect(middle).toMatchObject({
      width: 420,
      height: 320,
      trim: { x: 10, y: 10, width: 400, height: 300 },
      bleed: { x: 0, y: 0, width: 420, height: 320 },
    })
    expect(placesOf(middle!)).toEqual(['2 at 10 10, seen 0 0 210 320', '3 at 210 10, seen 210 0 210 320'])
  })

  it('are moved towards the spine by creep, as often as their sheet lies in another, and end there', async () => {
    const { sheets } = await imposed('order: folded, bleed: 10pt, creep: 1pt', 12)
    expect(sheets.map(placesOf)).toEqual([
      ['12 at 10 10, seen 0 0 210 320', '1 at 210 10, seen 210 0 210 320'],
      ['2 at 10 10, seen 0 0 210 320', '11 at 210 10, seen 210 0 210 320'],
      ['10 at 11 10, seen 0 0 210 320', '3 at 209 10, seen 210 0 210 320'],
      ['4 at 11 10, seen 0 0 210 320', '9 at 209 10, seen 210 0 210 320'],
      ['8 at 12 10, seen 0 0 210 320', '5 at 208 10, seen 210 0 210 320'],
      ['6 at 12 10, seen 0 0 210 320', '7 at 208 10, seen 210 0 210 320'],
    ])
  })

  it.each([
    [1, [[1], [], []], '4 sides of folded sheets for 1 page: 3 of them, pages 2, 3 and 4, stay white'],
    [6, [[1], [2], [6, 3], [4, 5]], '8 sides of folded sheets for 6 pages: 2 of them, pages 7 and 8, stay white'],
    [7, [[1], [2, 7], [6, 3], [4, 5]], '8 sides of folded sheets for 7 pages: 1 of them, page 8, stays white'],
  ])('are left white where a paper of %i has none, and the editor is told', async (count, shown, message) => {
    const { sheets, told } = await imposed('order: folded', count)
    expect(sheets.map(({ pages }) => pages.map(({ page: number }) => number))).toEqual(count === 1 ? [[1], []] : shown)
    expect(told).toEqual([`note sheets-padded ${message}`])
    // The place of page 1 is at the right all the same.
    expect(sheets[0]!.pages[0]!.corner.x).toBeGreaterThan(200)
  })
})

describe('the paper that is printed on', () => {
  it('has the pages in its middle, and is turned as they are', async () => {
    for (const sheet of ['[500pt, 400pt]', '[400pt, 500pt]']) {
      const { sheets, told } = await imposed(`order: folded, bleed: 10pt, sheet: ${sheet}`)
      expect(sheets[0]).toMatchObject({ width: 500, height: 400, trim: { x: 50, y: 50, width: 400, height: 300 } })
      expect(placesOf(sheets[0]!)).toEqual(['4 at 50 50, seen 40 40 210 320', '1 at 250 50, seen 250 40 210 320'])
      expect(told).toEqual([])
    }
    const { sheets } = await imposed('sheet: [500pt, 400pt], bleed: 10pt')
    expect(sheets[0]).toMatchObject({ width: 400, height: 500, trim: { x: 100, y: 100, width: 200, height: 300 } })
  })

  it('has them smaller where they do not fit with their bleed, all alike, and the editor is told', async () => {
    const { sheets, told } = await imposed('order: pairs, bleed: 10pt, sheet: [210pt, 160pt]')
    expect(sheets.map(({ pages }) => pages.map(({ scale }) => scale)).flat()).toEqual([0.5, 0.5, 0.5, 0.5])
    expect(sheets[1]).toMatchObject({
      width: 210,
      height: 160,
      trim: { x: 5, y: 5, width: 200, height: 150 },
      bleed: { x: 0, y: 0, width: 210, height: 160 },
    })
    expect(placesOf(sheets[1]!)).toEqual(['2 at 5 5, seen 0 0 105 160', '3 at 105 5, seen 105 0 105 160'])
    expect(sheets[0]).toMatchObject({ width: 160, height: 210, trim: { x: 30, y: 30, width: 100, height: 150 } })
    expect(told).toEqual([
      'note sheet-scaled two pages of 70.6 × 105.8 mm with their bleed, side by side, are larger than the sheet of 74.1 × 56.4 mm: all are printed at 50 % of their size',
    ])
  })

  it('moves pages by creep as thick as it is, however small they are', async () => {
    const { sheets } = await imposed('order: folded, bleed: 0pt, creep: 1pt, sheet: [200pt, 150pt]', 8)
    expect(placesOf(sheets[2]!)).toEqual(['6 at 1 0, seen 0 0 100 150', '3 at 99 0, seen 100 0 100 150'])
  })

  it('never has them larger', async () => {
    const { sheets, told } = await imposed('order: folded, sheet: A1')
    expect(sheets[0]!.pages.map(({ scale }) => scale)).toEqual([1, 1])
    expect(told).toEqual([])
  })
})

describe('the marks of two pages side by side', () => {
  it('stand around both, and say where to fold', async () => {
    const { sheets } = await imposed('order: folded, bleed: 10pt, marks: [crop]')
    const room = 10 + (12 * 72) / 25.4
    const { width, height, trim, marks } = sheets[0]!
    expect([width, height, trim.x]).toEqual([400 + 2 * room, 300 + 2 * room, room])
    const points = pointsOf(marks)
    for (const { x, y } of points) {
      expect(x <= -10 || x >= 410 || y <= -10 || y >= 310, `${x} ${y}`).toBe(true)
      expect([0, 200, 400].includes(x) || [0, 300].includes(y), `${x} ${y}`).toBe(true)
    }
    const fold = points.filter(({ x }) => x === 200)
    expect(fold.some(({ y }) => y < 0) && fold.some(({ y }) => y > 300)).toBe(true)
  })

  it('have no fold mark where there is no fold, and no other mark upon it', async () => {
    const alone = await imposed('order: single, marks: [crop]')
    expect(alone.sheets[0]!.marks).toHaveLength(8)
    const both = await imposed('order: folded, marks: all')
    const onSpine = both.sheets[0]!.marks.filter((item) => pointsOf([item]).some(({ x }) => Math.abs(x - 200) < 8))
    expect(onSpine).toHaveLength(1)
  })

  it('name the pages, those too that stay white', async () => {
    const { sheets } = await imposed('order: folded, marks: [slug]', 6)
    expect(sheets.map(({ marks }) => said(marks))).toEqual(
      ['8 and 1', '2 and 7', '6 and 3', '4 and 5'].map((pages) => `The Weekly  ·  pages ${pages} of 8  ·  ours`),
    )
  })
})
