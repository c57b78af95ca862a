import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DisplayItem, EmbeddedPageItem, PathItem } from '../../src/display/index.js'
import { reachBleed } from '../../src/prepress/reach-bleed.js'
import { box, image, RED, rule, type } from './page-items.js'

const PAGE = { width: 200, height: 300, bleed: 9 }

const reach = (item: DisplayItem): readonly DisplayItem[] => reachBleed([item], PAGE)

/** The corners of a path, `x,y` each. */
const corners = (item: DisplayItem | undefined): readonly string[] =>
  item?.kind === 'path' || item?.kind === 'clip'
    ? item.steps.flatMap((step) => (step.kind === 'close' ? [] : [`${step.x},${step.y}`]))
    : []

describe('what touches the trim', () => {
  it.each<[string, PathItem, string]>([
    ['at the left', box(0, 10, 50, 90), '0,10 50,10 50,90 0,90 -9,90 -9,10'],
    ['at the right', box(50, 10, 200, 90), '50,10 200,10 209,10 209,90 200,90 50,90'],
    ['at the foot', box(50, 10, 90, 300), '50,10 90,10 90,300 90,309 50,309 50,300'],
    ['at a corner', box(0, 0, 50, 90), '-9,-9 50,-9 50,0 50,90 0,90 -9,90'],
    ['all round', box(0, 0, 200, 300), '-9,-9 209,-9 209,309 -9,309'],
    ['or goes past it, short of the bleed', box(-3, 10, 50, 90), '-3,10 50,10 50,90 -3,90 -9,90 -9,10'],
  ])('goes out to the bleed: an area %s', (_where, item, wanted) => {
    const [reached, ...more] = reach(item)
    expect(more).toEqual([])
    expect(corners(reached).join(' ')).toBe(wanted)
  })

  it('goes out to the bleed: a rule, at its ends and at its side', () => {
    const [across] = reach(rule(0, 50, 200, 50, 2, RED))
    expect(across).toMatchObject({ fill: RED, stroke: null })
    expect(new Set(corners(across).map((corner) => corner.split(',')[0]))).toContain('-9')
    expect(new Set(corners(across).map((corner) => corner.split(',')[1]))).toEqual(new Set(['49', '51']))
    const [along] = reach(rule(20, 2, 90, 2, 4))
    expect(corners(along).join(' ')).toContain('20,-9')
  })

  it('goes out to the bleed: a clip, and what it shows', () => {
    const { steps } = box(0, 10, 50, 90)
    const [clip] = reach({ kind: 'clip', steps, items: [box(-20, 0, 60, 100), image(0, 0, 50, 100)] })
    expect(corners(clip)).toContain('-9,10')
    const [area, picture] = clip!.kind === 'clip' ? clip!.items : []
    expect(corners(area)).toContain('60,-9')
    expect(picture).toMatchObject({ kind: 'clip', items: [{ kind: 'image' }] })
  })

  it('keeps its keyline on its edge', () => {
    const stroke = { width: 1, colour: RED }
    const reached = reach(box(0, 10, 50, 90, { fill: RED, stroke }))
    expect(reached).toHaveLength(2)
    expect(reached[0]).toMatchObject({ fill: RED, stroke: null })
    expect(reached[1]).toEqual(box(0, 10, 50, 90, { stroke }))
  })

  it('is a picture enlarged as little as covers its bleed, and cut off there', () => {
    const [clip] = reach(image(0, 0, 200, 100))
    expect(corners(clip)).toEqual(['-9,-9', '209,-9', '209,100', '-9,100'])
    const [picture] = clip!.kind === 'clip' ? clip!.items : []
    const rect = picture?.kind === 'image' ? picture.rect : null
    expect(rect!.width / rect!.height).toBeCloseTo(2, 6)
    expect(rect!.width).toBeCloseTo(218, 6)
    // The foot of the picture, which does not bleed, stays where it is.
    expect(rect!.y + rect!.height).toBeCloseTo(100, 6)
    const [side] = reach(image(150, 50, 50, 50))
    const shown = side!.kind === 'clip' && side!.items[0]!.kind === 'image' ? side!.items[0]!.rect : null
    expect(shown).toMatchObject({ x: 150, width: 59, y: 45.5, height: 59 })
  })
})

/** A page of a PDF with 6 points of bleed at its left, 7 at its top, 12 at its right and, if need be, some at its foot. */
const advert = (x: number, y: number, width: number, height: number, bottom = 0): EmbeddedPageItem => {
  const bleed = { left: 6, top: 7, right: 12, bottom }
  return { kind: 'embedded-page', rect: { x, y, width, height }, picture: '/a', bleed }
}

describe('the page of a PDF that touches the trim', () => {
  it.each<[string, EmbeddedPageItem, readonly number[]]>([
    ['at the left, as far as it goes itself', advert(0, 10, 50, 50), [6, 0, 0, 0]],
    ['at the right, as far as the bleed', advert(150, 10, 50, 50), [0, 0, 9, 0]],
    ['at two sides', advert(0, 0, 50, 50), [6, 7, 0, 0]],
    ['at the foot', advert(20, 250, 50, 50, 5), [0, 0, 0, 5]],
    ['at the foot, as far as the bleed', advert(20, 250, 50, 50, 15), [0, 0, 0, 9]],
    ['all round, but for the side where it has no bleed', advert(0, 0, 200, 300), [6, 7, 9, 0]],
    ['and goes past it, short of the bleed', advert(-5, 10, 50, 50), [4, 0, 0, 0]],
    ['as nearly as another program rounds', advert(0.4, 10, 199.2, 50), [6, 0, 9.4, 0]],
  ])('shows its own bleed %s', (_where, item, [left, top, right, bottom]) => {
    const [reached, ...more] = reach(item)
    expect(more).toEqual([])
    const beyond = reached?.kind === 'embedded-page' ? reached.beyond : undefined
    expect(beyond).toEqual({ left, top, right: expect.closeTo(right!, 6), bottom })
    expect(reached).toEqual({ ...item, beyond })
  })

  it('shows it within a clip that goes out there, too', () => {
    const { steps } = box(0, 10, 50, 90)
    const [clip] = reach({ kind: 'clip', steps, items: [advert(0, 0, 80, 100)] })
    expect(corners(clip)).toContain('-9,10')
    expect(clip).toMatchObject({ items: [{ beyond: { left: 6, top: 7, right: 0 } }] })
  })

  it('stays as it is where it has no bleed', () => {
    const item = advert(20, 250, 50, 50)
    expect(reach(item)).toEqual([item])
  })
})

describe('what does not touch the trim', () => {
  it.each<[string, DisplayItem]>([
    ['an area within the page', box(1, 1, 199, 299)],
    ['an area past the bleed already', box(-9, -20, 209, 350)],
    ['a rule within the page', rule(10, 10, 190, 10)],
    ['a keyline alone', box(0, 0, 200, 300, { stroke: { width: 1, colour: RED } })],
    ['a picture within the page', image(5, 5, 20, 20)],
    ['a picture past the bleed already', image(-10, -10, 240, 340)],
    ['type', type(RED)],
    ['the page of a PDF', advert(1, 1, 198, 298)],
    ['the page of a PDF past the bleed already', advert(-10, -10, 240, 340)],
    [
      'a circle that touches it in one point',
      {
        ...box(0, 0, 0, 0),
        steps: [
          { kind: 'move', x: 0, y: 50 },
          { kind: 'curve', x1: 0, y1: 20, x2: 60, y2: 20, x: 60, y: 50 },
          { kind: 'curve', x1: 60, y1: 80, x2: 0, y2: 80, x: 0, y: 50 },
        ],
      },
    ],
  ])('stays as it is: %s', (_what, item) => {
    expect(reach(item)).toEqual([item])
  })

  it('or anything at all where nothing bleeds', () => {
    const items = [box(0, 0, 200, 300)]
    expect(reachBleed(items, { ...PAGE, bleed: 0 })).toBe(items)
  })
})

/** Whether a point lies inside a path (even-odd; its edges are straight). */
function isInside(item: DisplayItem, x: number, y: number): boolean {
  const points = corners(item).map((corner) => corner.split(',').map(Number) as [number, number])
  let inside = false
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length]!
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  })
  return inside
}

it('within the trim, areas of any shape show just what they showed', () => {
  const edge = fc.constantFrom(0, 0, 60, 140, 200)
  const down = fc.constantFrom(0, 0, 90, 210, 300)
  const polygon = fc.array(fc.tuple(edge, down), { minLength: 3, maxLength: 6 })
  const inner = fc.tuple(
    fc.double({ min: 0.1, max: 199.9, noNaN: true }),
    fc.double({ min: 0.1, max: 299.9, noNaN: true }),
  )
  fc.assert(
    fc.property(polygon, fc.array(inner, { minLength: 20, maxLength: 20 }), (points, places) => {
      const steps = points.map(([x, y], index) => ({ kind: index === 0 ? 'move' : 'line', x, y }) as const)
      const item: PathItem = { ...box(0, 0, 0, 0), steps }
      const [reached] = reach(item)
      for (const [x, y] of places) expect(isInside(reached!, x, y)).toBe(isInside(item, x, y))
    }),
    { seed: 5, numRuns: 300 },
  )
})
