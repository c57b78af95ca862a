import { freeHeadlines, type StandingHeadline } from './headline-of.js'
import { sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/**
 * Head sizes that do not fall down the page: a story whose head is larger than that of a story above it, over some of the
 * same columns. A jump head is small wherever it stands, a box is a page of its own, and a sidebar belongs to its story: none is compared.
 */
export function headsRise({ page }: LintedPage): readonly Fault[] {
  const heads = freeHeadlines(page).filter(({ placement }) => placement.part === 'start' && placement.within === null)
  return heads.flatMap((lower) => {
    const smallest = heads
      .filter((upper) => upper.size < lower.size && standsAbove(upper, lower))
      .reduce<StandingHeadline | null>((least, one) => (least && least.size <= one.size ? least : one), null)
    if (!smallest) return []
    const { placement, size, cells } = lower
    return [
      {
        slots: [placement.slot, smallest.placement.slot],
        at: sayCells(cells),
        says: `the head of ${placement.id} (${size} pt) is larger than that of ${smallest.placement.id} above it (${smallest.size} pt)`,
        hint: 'order a smaller head below, a larger one above, or change their places',
      },
    ]
  })
}

function standsAbove(upper: StandingHeadline, lower: StandingHeadline): boolean {
  const [a, b] = [upper.placement.grid, lower.placement.grid]
  const sharesColumns = a.col < b.col + b.span && b.col < a.col + a.span
  return sharesColumns && a.line + a.depth <= b.line
}
