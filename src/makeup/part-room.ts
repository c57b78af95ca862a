import { type GridLines, type Pt } from '../base/index.js'
import { columnsOf } from './insets/breadth.js'
import type { ShapeOf } from './insets/part-shape.js'
import { cutLegs, type Span, type Stretch } from './insets/stretches.js'
import type { PartRoom } from './legs/break-legs.js'
import type { LegRoom } from './legs/leg-text.js'
import { type Cells, type PageFrame, rectOf, widthOf } from './page-frame.js'

/** From where to where a head reaches across `columns` grid columns of a placement, from its column `from` (from 1) on. */
export function headSpan(
  frame: PageFrame,
  inside: Cells,
  { columns, from = 1 }: { readonly columns: number; readonly from?: number },
): Span {
  const { x, width, cells } = inside
  const left = rectOf(frame, cells).x
  const reachesFoot = from - 1 + columns >= cells.span
  return {
    left: from === 1 ? x : left + widthOf(frame, from - 1) + frame.grid.gutter,
    right: reachesFoot ? x + width : left + widthOf(frame, from - 1 + columns),
  }
}

/** The legs of a placement: side by side, those under the head below it, those beside it from the top; feet level. */
export function placeLegs(options: {
  readonly frame: PageFrame
  readonly inside: Cells
  readonly legs: number
  readonly head: Span & { readonly depth: GridLines }
}): readonly Stretch[] {
  const { frame, inside, legs, head } = options
  const { first, last } = inside
  const columns = columnsOf(inside, { legs, gutter: frame.grid.gutter })
  const foot = first + head.depth - 1
  return cutLegs({ columns, first, last, head: { ...head, foot }, obstacles: [], least: 0, level: 0 })
}

/** A part's legs as the leg breaker sees them. */
export function roomOf(part: {
  readonly legs: readonly Stretch[]
  readonly inside: Pick<Cells, 'first' | 'last'>
  readonly shape: ShapeOf
  readonly jumpLines: readonly unknown[]
}): PartRoom {
  const { first, last } = part.inside
  return {
    legs: part.legs.map(legRoom),
    foot: { most: Math.max(0, last - first + 1), raise: (lines) => part.shape(lines).legs.map(legRoom) },
    jumpLines: part.jumpLines.length,
  }
}

function legRoom({ runs, depth, isFoot }: Stretch): LegRoom {
  return { measures: runs.map(({ width, lines }) => ({ width: measureOf(width), lines })), depth, isFoot }
}

/** Legs whose widths differ by rounding alone are one measure: to a ten-thousandth of a point. */
function measureOf(width: Pt): Pt {
  return Math.round(width * 10000) / 10000
}
