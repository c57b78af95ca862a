import type { GridRect } from '../../base/index.js'
import { sayCells, unite } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** Two adverts whose places touch, one on the other or side by side: neither has a story beside it there. */
export function advertOnAdvert({ page }: LintedPage): readonly Fault[] {
  return page.adverts.flatMap((later, index) =>
    page.adverts
      .slice(0, index)
      .filter((earlier) => touch(earlier.grid, later.grid))
      .map((earlier) => ({
        slots: [later.slot, earlier.slot],
        at: sayCells(unite(earlier.grid, later.grid)),
        says: `the adverts ${earlier.advert.id} and ${later.advert.id} touch`,
        hint: 'put a story between them',
      })),
  )
}

/** Whether two places that share no cell have an edge in common. */
function touch(a: GridRect, b: GridRect): boolean {
  const sharesColumns = a.col < b.col + b.span && b.col < a.col + a.span
  const sharesLines = a.line < b.line + b.depth && b.line < a.line + a.depth
  const meetsBelow = a.line + a.depth === b.line || b.line + b.depth === a.line
  const meetsBeside = a.col + a.span === b.col || b.col + b.span === a.col
  return (sharesColumns && meetsBelow) || (sharesLines && meetsBeside)
}
