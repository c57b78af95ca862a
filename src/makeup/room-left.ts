import type { GridLines, GridRect } from '../base/index.js'
import type { Page } from '../edition/index.js'
import type { MadeUpPage, RoomLeft } from './types.js'

/** A line between two places parts them; it is no room. At the foot of a page it is. */
const PARTING = 1

/** Something that takes cells of a page. */
interface Taken {
  readonly slot: string
  readonly rect: GridRect
}

/**
 * Where a page has room left: lines that nothing covers, over as many columns as have them side by side. A place that is filled
 * counts as covered to its foot, however short its copy is; one that turns out not to be needed is free.
 */
export function roomLeft(page: Page, made: Pick<MadeUpPage, 'placements'>, lines: GridLines): readonly RoomLeft[] {
  const isInUse = (slot: string): boolean => made.placements.some((one) => one.slot === slot)
  const taken: readonly Taken[] = [
    ...page.furniture,
    ...page.placements.filter(({ kind, slot }) => kind !== 'continuation' || isInUse(slot)),
    ...page.adverts,
    ...page.pictures,
  ]
  const left: RoomLeft[] = []
  for (let col = 1; col <= page.grid.columns; col++) {
    for (const gap of gapsIn(taken, col, lines)) {
      const beside = left.findIndex(
        (one) => one.col + one.span === col && one.line === gap.line && one.lines === gap.lines,
      )
      const other = left[beside]
      if (!other) left.push({ page: page.number, col, span: 1, ...gap })
      else left[beside] = { ...other, span: other.span + 1, below: [...new Set([...other.below, ...gap.below])] }
    }
  }
  return left
}

/** The free lines of one column, from the top down. */
function gapsIn(
  taken: readonly Taken[],
  col: number,
  lines: GridLines,
): readonly Pick<RoomLeft, 'below' | 'line' | 'lines'>[] {
  const own = taken.filter(({ rect }) => rect.col <= col && col < rect.col + rect.span && rect.depth > 0)
  const gaps: Pick<RoomLeft, 'below' | 'line' | 'lines'>[] = []
  let line = 1
  let below: readonly string[] = []
  const foot = { slot: '', rect: { line: lines + 1, depth: 0 } }
  for (const { slot, rect } of [...own.sort((a, b) => a.rect.line - b.rect.line), foot]) {
    const free = rect.line - line
    if (free > (rect === foot.rect ? 0 : PARTING)) gaps.push({ below, line, lines: free })
    if (rect.line + rect.depth <= line) continue
    line = rect.line + rect.depth
    below = [slot]
  }
  return gaps
}
