import type { GridRect } from '../base/index.js'

/** What stands on a page, or in the rectangle of something that does. */
interface Standing {
  readonly grid: GridRect
  readonly slot: string
  /** The slot of what it stands in; its own place when left out or null. */
  readonly within?: string | null
}

/** What stands on a page as a reader meets it: from the top down, then from left to right; a sidebar after its article. */
export function inReadingOrder<T extends Standing>(things: readonly T[]): readonly T[] {
  const free = things.filter(({ within }) => !within || !things.some(({ slot }) => slot === within))
  return [...free].sort(byPlace).flatMap((one) => {
    return [one, ...things.filter(({ within }) => within === one.slot).sort(byPlace)]
  })
}

function byPlace(a: Standing, b: Standing): number {
  return a.grid.line - b.grid.line || a.grid.col - b.grid.col
}
