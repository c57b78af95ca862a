import { headlineOf } from './headline-of.js'
import { sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A story that stands on a page with no head: where it goes on beside its own head, that one will do. */
export function headless({ page }: LintedPage): readonly Fault[] {
  const headed = new Set(page.placements.flatMap((one) => (headlineOf(one, page) ? [one.id] : [])))
  return page.placements
    .filter((one, index) => !headed.has(one.id) && page.placements.findIndex(({ id }) => id === one.id) === index)
    .map(({ id, slot, grid }) => ({
      slots: [slot],
      at: sayCells(grid),
      says: `${id} stands here without a head`,
      hint: 'give the continuation a headline',
    }))
}
