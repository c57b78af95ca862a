import type { GridLines, GridRect, Pt, Rect } from '../base/index.js'
import type { BoxStyle, Format, Grid } from '../stylebook/index.js'
import { typeAreaOf } from './type-area.js'

/** The coordinate system of one page: its type area cut into columns and grid lines. */
export interface PageFrame {
  readonly typeArea: Rect
  readonly grid: Grid
  readonly lines: GridLines
  readonly columnWidth: Pt
}

/** The frame of a page of this format under its own grid. */
export function pageFrame(format: Format, grid: Grid, page: number): PageFrame {
  const typeArea = typeAreaOf(format, page)
  const columnWidth = (typeArea.width - (grid.columns - 1) * grid.gutter) / grid.columns
  return { typeArea, grid, lines: format.lines, columnWidth }
}

/** How wide so many columns are, with the gutters between them. */
export function widthOf(frame: PageFrame, columns: number): Pt {
  return columns * frame.columnWidth + (columns - 1) * frame.grid.gutter
}

/** A rectangle of the grid in points of the page. */
export function rectOf(frame: PageFrame, cells: GridRect): Rect {
  const { typeArea, grid } = frame
  return {
    x: typeArea.x + (cells.col - 1) * (frame.columnWidth + grid.gutter),
    y: topOf(frame, cells.line),
    width: widthOf(frame, cells.span),
    height: cells.depth * grid.leading,
  }
}

/** Where grid line `line` begins: its baseline stands one leading below. */
export function topOf(frame: PageFrame, line: GridLines): Pt {
  return frame.typeArea.y + (line - 1) * frame.grid.leading
}

/** The baseline of grid line `line`. */
export function baselineOf(frame: PageFrame, line: GridLines): Pt {
  return frame.typeArea.y + line * frame.grid.leading
}

/** A placement's rectangle and what is left of it inside its box. */
export interface Cells {
  readonly cells: GridRect
  readonly x: Pt
  readonly width: Pt
  /** First and last grid line for type; the last may be before the first when the box leaves no room. */
  readonly first: GridLines
  readonly last: GridLines
}

/** The room inside a placement: without the padding of its box and the line of its cut-off rule. */
export function insideOf(
  frame: PageFrame,
  cells: GridRect,
  options: { readonly box: BoxStyle | null; readonly cutOffLines: GridLines },
): Cells {
  const { box, cutOffLines } = options
  const rect = rectOf(frame, cells)
  const padding = box ? Math.min(box.padding, rect.width / 4) : 0
  const paddingLines = box ? Math.min(box.paddingLines, Math.floor((cells.depth - 1) / 2)) : 0
  return {
    cells,
    x: rect.x + padding,
    width: rect.width - 2 * padding,
    first: cells.line + Math.max(0, paddingLines) + Math.max(0, Math.min(cutOffLines, cells.depth - 1)),
    last: cells.line + cells.depth - 1 - Math.max(0, paddingLines),
  }
}
