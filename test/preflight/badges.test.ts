import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mm, type Rect } from '../../src/base/index.js'
import { placeBadges } from '../../src/preflight/report-pages.js'

describe('badges', () => {
  it('stand on the picture, and none on another while there is room', () => {
    const [width, height] = [216, 303]
    const side = fc.double({ min: -10, max: 310, noNaN: true })
    const boxes = fc.array(
      fc.record({ x: side, y: side }).map(({ x, y }) => ({ x, y, width: 10, height: 10 })),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(boxes, (given) => {
        const spots = placeBadges(given, { width, height })
        expect(spots).toHaveLength(given.length)
        for (const { x, y, size } of spots) {
          expect(Math.min(x, y, width - x, height - y)).toBeGreaterThanOrEqual(size / 2 - 1e-9)
        }
      }),
    )
    const same = placeBadges(Array<Rect>(20).fill({ x: 30, y: 30, width: 15, height: 15 }), {
      width: mm(210),
      height: mm(297),
    })
    const apart = same.flatMap((one, at) =>
      same.slice(at + 1).map((other) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) / one.size),
    )
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(1)
  })
})
