import type { GridLines } from '../../base/index.js'

/** What the least depth is looked for among. */
export interface DepthSearch {
  /** A depth that is likely to be it. */
  readonly guess: GridLines
  /** The most that there is; it is taken where no less will do. */
  readonly room: GridLines
  /** Whether all is in at a depth, and stands as it would with all the room there is. */
  readonly isEnough: (depth: GridLines) => boolean
}

/** The least depth near a guess that is enough: up from the guess until it is, or down from it as long as it is. */
export function leastDepth({ guess, room, isEnough }: DepthSearch): GridLines {
  let depth = Math.max(1, Math.min(guess, room))
  if (depth < room && !isEnough(depth)) {
    do depth++
    while (depth < room && !isEnough(depth))
    return depth
  }
  while (depth > 1 && isEnough(depth - 1)) depth--
  return depth
}
