import { insetExtents } from './extent.js'
import { headlineOf } from './headline-of.js'
import { sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A head longer than its story: its widest line reaches beyond the last leg that holds text, and beyond all that stands among the text. What hangs is let hang. */
export function headOverhangs({ page }: LintedPage): readonly Fault[] {
  return page.placements.flatMap((placement) => {
    const head = headlineOf(placement, page)
    const legs = placement.legs.filter(({ lines }) => lines.length > 0)
    if (!head || legs.length === 0) return []
    const among = insetExtents(placement, page).map(({ rect }) => rect)
    const right = Math.max(...[...legs, ...among].map(({ x, width }) => x + width))
    const inUse = new Set(legs.map(({ leg }) => leg)).size
    const all = Math.max(...placement.legs.map(({ leg }) => leg))
    if (head.inkRight <= right + page.grid.gutter / 2) return []
    return [
      {
        slots: [placement.slot],
        at: sayCells(head.cells),
        says: `the head of ${placement.id} is longer than its text is wide: ${inUse} of ${all} legs are in use`,
        hint: 'order fewer columns or legs, or shorten the head',
      },
    ]
  })
}
