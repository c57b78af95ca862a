import type { GridLines } from '../../base/index.js'

/** What is shared out: so deep, of which so much is white above it that the head of a leg does not need. */
export interface Shared {
  readonly depth: GridLines
  readonly before: GridLines
}

/**
 * How many of the refs each leg takes, in their order, so that the deepest leg is as shallow as can be and no leg is empty
 * while another has two. As many as there is room for: the last are left out.
 */
export function shareRefs(refs: readonly Shared[], rooms: readonly GridLines[]): readonly number[] {
  for (let count = refs.length; count > 0; count--) {
    const kept = refs.slice(0, count)
    for (let most = 1; most <= Math.max(...rooms); most++) {
      const counts = fill(
        kept,
        rooms.map((room) => Math.min(room, most)),
      )
      if (counts) return counts
    }
  }
  return rooms.map(() => 0)
}

/** How deep so many legs of one depth must be to hold all the refs. */
export function depthFor(refs: readonly Shared[], legs: number): GridLines {
  const most = depthOf(refs)
  for (let depth = 0; depth < most; depth++) {
    if (fill(refs, Array<GridLines>(legs).fill(depth))) return depth
  }
  return most
}

/** The depth of refs one under another. */
export function depthOf(refs: readonly Shared[]): GridLines {
  return refs.reduce((sum, { depth }) => sum + depth, 0) - (refs[0]?.before ?? 0)
}

/** Fills one leg after the other; null when refs are left over. */
function fill(refs: readonly Shared[], rooms: readonly GridLines[]): readonly number[] | null {
  let next = 0
  const counts = rooms.map((room, index) => {
    const from = next
    const legsAfter = rooms.length - index - 1
    while (next < refs.length && depthOf(refs.slice(from, next + 1)) <= room) {
      // Each leg after this one is to have one too.
      if (next > from && refs.length - next <= legsAfter) break
      next++
    }
    return next - from
  })
  return next === refs.length ? counts : null
}
