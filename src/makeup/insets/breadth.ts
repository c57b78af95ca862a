import type { Pt } from '../../base/index.js'
import type { InsetPlace } from '../../edition/index.js'
import type { Column, Span } from './stretches.js'

/** How an inset stands from side to side. */
export interface Breadth extends Span {
  /** White between it and text beside it in the same leg. */
  readonly gap: Pt
  /** The legs that it covers, wholly or in part, as indices. */
  readonly legs: readonly number[]
}

/** The legs of a placement from side to side. */
export function columnsOf(
  inside: { readonly x: Pt; readonly width: Pt },
  { legs, gutter }: { readonly legs: number; readonly gutter: Pt },
): readonly Column[] {
  const width = (inside.width - (legs - 1) * gutter) / legs
  return Array.from({ length: legs }, (_, index) => ({ x: inside.x + index * (width + gutter), width }))
}

/**
 * From where to where an inset reaches. Half a leg is what two of them leave of a leg with the gap between, as if it were a
 * gutter. One that asks for more legs than there are has all of them.
 */
export function breadthOf(
  { span: asked, leg }: Pick<InsetPlace, 'span' | 'leg'>,
  columns: readonly Column[],
  gap: Pt,
): Breadth {
  const span = Math.max(0.5, Math.min(asked, columns.length))
  const most = columns.length + 1 - span
  const from = Math.max(1, Math.min(leg ?? most, most))
  const to = from + span
  const legs = columns.map((_, index) => index).filter((index) => index + 1 < to && from < index + 2)
  return {
    left: middleOr(columns, { at: from, whole: columns[Math.floor(from) - 1]!.x, aside: gap / 2 }),
    right: middleOr(columns, { at: to, whole: endOf(columns[Math.ceil(to) - 2]!), aside: -gap / 2 }),
    gap,
    legs,
  }
}

/** An edge at the middle of a leg, a little aside of it; one between two legs is given. */
function middleOr(
  columns: readonly Column[],
  { at, whole, aside }: { readonly at: number; readonly whole: Pt; readonly aside: Pt },
): Pt {
  if (Number.isInteger(at)) return whole
  const { x, width } = columns[Math.floor(at) - 1]!
  return x + width / 2 + aside
}

function endOf({ x, width }: Column): Pt {
  return x + width
}
