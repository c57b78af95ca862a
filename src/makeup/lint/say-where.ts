import { EPSILON, formatMm, formatSize, type GridRect, type Rect } from '../../base/index.js'
import type { MadeUpPage } from '../types.js'

/** Cells in words: `columns 1 to 2, lines 4 to 20`. */
export function sayCells({ col, span, line, depth }: GridRect): string {
  return `${sayRange('column', col, span)}, ${sayRange('line', line, depth)}`
}

function sayRange(noun: string, first: number, count: number): string {
  return count > 1 ? `${noun}s ${first} to ${first + count - 1}` : `${noun} ${first}`
}

/** A rectangle off the grid in words: `80 × 3 mm from 10 mm, 12 mm`. */
export function sayRect(rect: Rect): string {
  return `${formatSize(rect)} from ${formatMm(rect.x)}, ${formatMm(rect.y)}`
}

/** The cells of a page that a rectangle stands in. */
export function cellsOf(rect: Rect, { typeArea, grid }: Pick<MadeUpPage, 'typeArea' | 'grid'>): GridRect {
  const column = (typeArea.width + grid.gutter) / grid.columns
  const first = (from: number, step: number): number => Math.max(1, Math.floor((from + EPSILON) / step) + 1)
  const last = (to: number, step: number): number => Math.max(1, Math.ceil((to - EPSILON) / step))
  const col = first(rect.x - typeArea.x, column)
  const line = first(rect.y - typeArea.y, grid.leading)
  return {
    col,
    span: Math.max(1, last(rect.x + rect.width - typeArea.x, column) - col + 1),
    line,
    depth: Math.max(1, last(rect.y + rect.height - typeArea.y, grid.leading) - line + 1),
  }
}

/** The least cells that hold both. */
export function unite(a: GridRect, b: GridRect): GridRect {
  const col = Math.min(a.col, b.col)
  const line = Math.min(a.line, b.line)
  return {
    col,
    span: Math.max(a.col + a.span, b.col + b.span) - col,
    line,
    depth: Math.max(a.line + a.depth, b.line + b.depth) - line,
  }
}

/** `1 line`, `7 lines`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
