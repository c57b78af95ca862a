import { headlineOf } from './headline-of.js'
import { sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/**
 * A story that goes on on another page with no head there. On the page of its start, the head of that will do; a start itself
 * has a head, or `head-too-deep` says why not.
 */
export function headless({ page }: LintedPage): readonly Fault[] {
  const headed = new Set<string>()
  for (const one of page.placements) if (one.part === 'start' || headlineOf(one, page)) headed.add(one.id)
  return page.placements
    .filter((one, index) => !headed.has(one.id) && page.placements.findIndex(({ id }) => id === one.id) === index)
    .map(({ id, slot, grid }) => ({
      slots: [slot],
      at: sayCells(grid),
      says: `${id} goes on here without a head`,
      hint: 'give the continuation a headline',
    }))
}
