import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathStep, Rect } from '../../src/base/index.js'
import { rectSteps } from '../../src/display/paint-marks.js'
import { areaOf, boundsOf, holds, polygonsOf, rectanglesOf } from '../../src/preflight/outlines.js'
import { intersect, subtract, unite } from '../../src/preflight/rectangles.js'

const length = fc.integer({ min: -50, max: 50 })
const size = fc.integer({ min: 1, max: 60 })
const rect: fc.Arbitrary<Rect> = fc.record({ x: length, y: length, width: size, height: size })
const curve = fc
  .tuple(length, length, length, length, length, length)
  .map(([x1, y1, x2, y2, x, y]): PathStep => ({ kind: 'curve', x1, y1, x2, y2, x, y }))
const outline = fc
  .tuple(length, length, fc.array(curve, { minLength: 1, maxLength: 4 }))
  .map(([x, y, curves]): readonly PathStep[] => [{ kind: 'move', x, y }, ...curves])

const QUARTER = 0.5523
const CIRCLE: readonly PathStep[] = [
  { kind: 'move', x: 0, y: -1 },
  { kind: 'curve', x1: QUARTER, y1: -1, x2: 1, y2: -QUARTER, x: 1, y: 0 },
  { kind: 'curve', x1: 1, y1: QUARTER, x2: QUARTER, y2: 1, x: 0, y: 1 },
  { kind: 'curve', x1: -QUARTER, y1: 1, x2: -1, y2: QUARTER, x: -1, y: 0 },
  { kind: 'curve', x1: -1, y1: -QUARTER, x2: -QUARTER, y2: -1, x: 0, y: -1 },
  { kind: 'close' },
]

describe('an outline', () => {
  it('has bounds that hold all of it, and no more', () => {
    fc.assert(
      fc.property(outline, (steps) => {
        const bounds = boundsOf(steps)!
        const points = polygonsOf(steps).flat()
        const xs = points.map(({ x }) => x)
        expect(bounds.x).toBeCloseTo(Math.min(...xs), 6)
        expect(bounds.x + bounds.width).toBeCloseTo(Math.max(...xs), 6)
      }),
    )
    expect(boundsOf([])).toBeNull()
  })

  it('has the area of what it goes round', () => {
    fc.assert(
      fc.property(rect, (one) => {
        expect(areaOf(rectSteps(one))).toBeCloseTo(one.width * one.height, 6)
      }),
    )
    expect(areaOf(CIRCLE) / Math.PI).toBeGreaterThan(0.98)
  })

  it('holds what is within it, and not what is in a hole of it', () => {
    const frame = [
      ...rectSteps({ x: 0, y: 0, width: 10, height: 10 }),
      ...rectSteps({ x: 2, y: 2, width: 6, height: 6 }),
    ]
    expect(holds(frame, { x: 1, y: 5 })).toBe(true)
    expect(holds(frame, { x: 5, y: 5 })).toBe(false)
    expect(holds(frame, { x: 11, y: 5 })).toBe(false)
    expect(holds(CIRCLE, { x: 0.6, y: 0.6 })).toBe(true)
    expect(holds(CIRCLE, { x: 0.8, y: 0.8 })).toBe(false)
  })

  it('is taken apart into rectangles where it consists of some', () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 4 }), (rects) => {
        expect(rectanglesOf(rects.flatMap((one) => rectSteps(one)))).toEqual(rects)
      }),
    )
    expect(rectanglesOf(CIRCLE)).toBeNull()
    const slanted = rectSteps({ x: 0, y: 0, width: 9, height: 9 }).map((step, at) =>
      at === 1 && step.kind === 'line' ? { ...step, y: 1 } : step,
    )
    expect(rectanglesOf(slanted)).toBeNull()
  })
})

describe('rectangles', () => {
  const area = (rects: readonly Rect[]): number => rects.reduce((sum, { width, height }) => sum + width * height, 0)

  it('less another leave what the two do not share', () => {
    fc.assert(
      fc.property(rect, rect, (one, hole) => {
        const pieces = subtract(one, hole)
        const shared = intersect(one, hole)
        expect(area(pieces)).toBeCloseTo(area([one]) - area(shared ? [shared] : []), 6)
        for (const piece of pieces) expect(unite([piece, one])).toEqual(one)
      }),
    )
  })
})
