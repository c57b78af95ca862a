import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gather, type Diagnostic, type Rect } from '../../src/base/index.js'
import type { Advert, AdvertPlacement, Edition, Page } from '../../src/edition/index.js'
import { checkArtwork } from '../../src/makeup/index.js'
import { pageFrame, rectOf } from '../../src/makeup/page-frame.js'
import { placeAdverts } from '../../src/makeup/place-adverts.js'
import type { Picture } from '../../src/pictures/index.js'

const PLACE = { file: 'edition.yaml', line: 7, column: 7, sourceLine: '', length: 1 }
const GRID = { columns: 4, gutter: 12, leading: 10 }
const FORMAT = {
  name: 'leaf',
  width: 460,
  height: 520,
  margins: { head: 10, foot: 10, inside: 20, outside: 20 },
  grid: GRID,
  lines: 50,
}
const FRAME = pageFrame(FORMAT, GRID, 1)

function place(width: number, height: number, rect = { col: 1, span: 2, line: 11, depth: 10 }) {
  const advert: Advert = { id: 'coop', file: '/coop.pdf', width, height, alt: null, place: PLACE }
  const placement: AdvertPlacement = { slot: 'foot', rect, advert, waivers: [], place: PLACE }
  const { report, diagnostics } = gather()
  const page = { number: 1, grid: GRID, adverts: [placement] } as unknown as Page
  const [placed] = placeAdverts(page, FRAME, report)
  return { rect: placed!.rect, diagnostics }
}

describe('an advert in its cells', () => {
  it('stands in the middle of its columns, clear of the type above', () => {
    const { rect, diagnostics } = place(100, 80)
    expect(diagnostics).toEqual([])
    // Two columns are 204 wide and begin at 20; the tenth line ends at 110.
    expect(rect).toEqual({ x: 72, y: 115, width: 100, height: 80 })
  })

  it.each([
    [95, 115],
    [98, 112],
    [100, 110],
  ])('of %i points in 100 begins where it must to end in them', (height, y) => {
    expect(place(100, height).rect).toMatchObject({ y, height })
  })

  it('that is too large is made smaller, and both sizes are said', () => {
    const { rect, diagnostics } = place(408, 100)
    expect(rect).toEqual({ x: 20, y: 115, width: 204, height: 50 })
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'advert-size',
        message:
          'the advert "coop" is too large for its place: 143.9 × 35.3 mm is booked, and "foot" has 72 × 35.3 mm; it is set at 72 × 17.6 mm',
        place: PLACE,
        hint: 'give the place more columns or lines',
      },
    ])
  })

  it('never leaves them, and never loses its shape', () => {
    const cells = fc.record({
      col: fc.integer({ min: 1, max: 2 }),
      span: fc.integer({ min: 1, max: 3 }),
      line: fc.integer({ min: 1, max: 20 }),
      depth: fc.integer({ min: 1, max: 30 }),
    })
    const side = fc.double({ min: 1, max: 600, noNaN: true })
    const within = (inner: Rect, outer: Rect): boolean =>
      inner.x >= outer.x - 1e-9 &&
      inner.y >= outer.y - 1e-9 &&
      inner.x + inner.width <= outer.x + outer.width + 0.001 &&
      inner.y + inner.height <= outer.y + outer.height + 0.001
    fc.assert(
      fc.property(side, side, cells, (width, height, at) => {
        const { rect, diagnostics } = place(width, height, at)
        expect(within(rect, rectOf(FRAME, at))).toBe(true)
        expect(rect.width / rect.height / (width / height)).toBeCloseTo(1)
        expect(diagnostics.length === 0).toBe(rect.width === width && rect.height === height)
      }),
      { seed: 4, numRuns: 300 },
    )
  })
})

describe('the artwork of an advert', () => {
  const told = (picture: Pick<Picture, 'width' | 'height' | 'natural'> | null): readonly Diagnostic[] => {
    const advert: Advert = { id: 'coop', file: '/coop.pdf', width: 255.118, height: 170.079, alt: null, place: PLACE }
    const edition = { pages: [{ adverts: [{ advert }, { advert }] }] } as unknown as Edition
    const { report, diagnostics } = gather()
    const pictures = new Map(picture ? [['/coop.pdf', picture as Picture]] : [])
    checkArtwork({ edition, pictures, report })
    return diagnostics
  }

  it.each([
    ['of just the size booked', { width: 255, height: 170, natural: { width: 255, height: 170 } }],
    ['a hundredth off', { width: 257, height: 171, natural: { width: 257.5, height: 168.5 } }],
    ['of pixels in the shape booked', { width: 300, height: 200, natural: null }],
    ['that could not be opened', null],
  ])('%s is right', (_, picture) => {
    expect(told(picture)).toEqual([])
  })

  it('of another size is told of once, with both sizes', () => {
    const natural = { width: 283.465, height: 170.079 }
    expect(told({ width: 283, height: 170, natural })).toMatchObject([
      {
        severity: 'warning',
        code: 'advert-size',
        message: 'the artwork of the advert "coop" is 100 × 60 mm, and 90 × 60 mm is booked; it is scaled to fit',
        place: PLACE,
      },
    ])
  })

  it('of pixels in another shape is told of by its shape', () => {
    expect(told({ width: 400, height: 200, natural: null })).toMatchObject([
      {
        message:
          'the artwork of the advert "coop" is 2 : 1, and 90 × 60 mm is booked, which is 1.5 : 1; it is scaled to fit',
      },
    ])
  })
})
