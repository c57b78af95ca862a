import type { Pt, Rect } from '../base/index.js'
import type { LookedPage } from './look.js'

/** An edge of a page: `spine` at the left of odd pages, at the right of even ones. */
export type Edge = 'head' | 'foot' | 'spine' | 'fore edge'

/** How far a thing is from an edge of the trim; less than nought when it reaches over it. */
export interface EdgeDistance {
  readonly edge: Edge
  readonly away: Pt
}

/** How far a thing is from all four edges of the trim. */
export function edgesOf({ x, y, width, height }: Rect, page: LookedPage): readonly EdgeDistance[] {
  const isOdd = page.number % 2 === 1
  return [
    { edge: 'head', away: y },
    { edge: 'foot', away: page.height - y - height },
    { edge: isOdd ? 'spine' : 'fore edge', away: x },
    { edge: isOdd ? 'fore edge' : 'spine', away: page.width - x - width },
  ]
}

/** So near to the trim a thing touches it, and so near to the end of the bleed it reaches it: other programs give the size of a page in whole points, or in rounded millimetres. */
const TOUCH: Pt = 0.5

/** Whether a thing so far from an edge of the trim touches it or reaches over it. */
export function touches({ away }: Pick<EdgeDistance, 'away'>): boolean {
  return away <= TOUCH
}

/** Whether nothing of a thing is left when its page is trimmed. */
export function isTrimmedOff({ x, y, width, height }: Rect, page: LookedPage): boolean {
  return x + width <= 0 || y + height <= 0 || x >= page.width || y >= page.height
}

/** The edges that a thing touches or reaches over, without going on to the end of the bleed. */
export function edgesWithoutBleed(rect: Rect, page: LookedPage): readonly Edge[] {
  if (isTrimmedOff(rect, page)) return []
  return edgesOf(rect, page)
    .filter((one) => touches(one) && one.away > -page.bleed + TOUCH)
    .map(({ edge }) => edge)
}
