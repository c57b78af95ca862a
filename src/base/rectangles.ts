import type { GridLines, Pt } from './lengths.js'

/** A rectangle of the page in points; origin top left, y down. */
export interface Rect {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** A rectangle of the grid: columns and lines counted from 1, both inclusive of the first. */
export interface GridRect {
  readonly col: number
  readonly span: number
  readonly line: GridLines
  readonly depth: GridLines
}

/** Whether two grid rectangles share a cell. */
export function overlap(a: GridRect, b: GridRect): boolean {
  return a.col < b.col + b.span && b.col < a.col + a.span && a.line < b.line + b.depth && b.line < a.line + a.depth
}
