import type { GridLines, Pt } from './lengths.js'

/** A rectangle of the page in points; origin top left, y down. */
export interface Rect {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** A length at each side of a rectangle. */
export interface Sides {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly bottom: Pt
}

/** A rectangle of the grid: columns and lines counted from 1, both inclusive of the first. */
export interface GridRect {
  readonly col: number
  readonly span: number
  readonly line: GridLines
  readonly depth: GridLines
}

/** A rectangle of the grid of which line or depth follow from what else stands on its page: make-up settles it. */
export interface SoftRect {
  readonly kind: 'soft'
  readonly col: number
  readonly span: number
  /** The first line on which it may begin; it begins there when it stands below nothing. */
  readonly line: GridLines
  /** The names of the places of its page that it stands below. */
  readonly below: readonly string[]
  readonly depth: SoftDepth
}

/** `auto`: as deep as what stands there; `fill`: down to what stands below it, or to the page's foot. */
export type SoftDepth = GridLines | 'auto' | 'fill'

/** A rectangle as it is ordered. */
export type OrderedRect = GridRect | SoftRect

/** Whether a rectangle is still to be settled. */
export function isSoft(rect: OrderedRect): rect is SoftRect {
  return 'kind' in rect
}

/** Whether two rectangles have a column in common. */
export function shareColumns(a: Pick<GridRect, 'col' | 'span'>, b: Pick<GridRect, 'col' | 'span'>): boolean {
  return a.col < b.col + b.span && b.col < a.col + a.span
}

/** Whether two grid rectangles share a cell: one without depth has none. */
export function overlap(a: GridRect, b: GridRect): boolean {
  return shareColumns(a, b) && Math.max(a.line, b.line) < Math.min(a.line + a.depth, b.line + b.depth)
}
