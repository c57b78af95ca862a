import { fits, type GridLines, type Pt } from '../base/index.js'
import type { PartRoom } from './legs/break-legs.js'
import { type Cells, type PageFrame, widthOf } from './page-frame.js'
import type { SetHead } from './set-head.js'

/** A leg's place on the page. */
export interface LegPlace {
  readonly x: Pt
  readonly width: Pt
  /** The grid line of the page on which its first line may stand. */
  readonly line: GridLines
  readonly depth: GridLines
}

/** The width of a head across `columns` grid columns of a placement. */
export function headMeasure(frame: PageFrame, inside: Cells, columns: number): Pt {
  if (columns >= inside.cells.span) return inside.width
  const padding = (widthOf(frame, inside.cells.span) - inside.width) / 2
  return widthOf(frame, columns) - padding
}

/** The legs of a placement: side by side, those under the head below it, those beside it from the top; feet level. */
export function placeLegs(options: {
  readonly frame: PageFrame
  readonly inside: Cells
  readonly legs: number
  readonly head: Pick<SetHead, 'depth'>
  readonly headMeasure: Pt
}): readonly LegPlace[] {
  const { frame, inside, legs, head } = options
  const { gutter } = frame.grid
  const width = (inside.width - (legs - 1) * gutter) / legs
  return Array.from({ length: legs }, (_, index) => {
    const x = inside.x + index * (width + gutter)
    const isUnderHead = !fits(inside.x + options.headMeasure, x)
    const line = inside.first + (isUnderHead ? head.depth : 0)
    return { x, width, line, depth: Math.max(0, inside.last - line + 1) }
  })
}

/** A part's legs as the leg breaker sees them. */
export function roomOf(part: { readonly legs: readonly LegPlace[]; readonly jumpLines: readonly unknown[] }): PartRoom {
  return {
    legs: part.legs.map((leg) => ({
      measures: [{ width: measureOf(leg.width), lines: Infinity }],
      depth: leg.depth,
      isFoot: true,
    })),
    jumpLines: part.jumpLines.length,
  }
}

/** Legs whose widths differ by rounding alone are one measure: to a ten-thousandth of a point. */
function measureOf(width: Pt): Pt {
  return Math.round(width * 10000) / 10000
}
