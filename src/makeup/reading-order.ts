import type { GridRect } from '../base/index.js'

/** What stands on a page as a reader meets it: from the top down, then from left to right. */
export function inReadingOrder<T extends { readonly grid: GridRect }>(things: readonly T[]): readonly T[] {
  return [...things].sort((a, b) => a.grid.line - b.grid.line || a.grid.col - b.grid.col)
}
