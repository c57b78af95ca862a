import { EPSILON } from '../../base/index.js'
import { freeHeadlines, type StandingHeadline } from './headline-of.js'
import { sayCells, unite } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/**
 * Heads side by side that read across, as the names on two gravestones do: level with each other or a line apart, of the same
 * type and within `number` per cent of the same size, with nothing but a gutter between them. A box stands between.
 */
export function tombstone({ page }: LintedPage, number: number): readonly Fault[] {
  const heads = freeHeadlines(page)
  const { leading, gutter } = page.grid
  const readsAcross = (left: StandingHeadline, right: StandingHeadline): boolean => {
    const apart = right.left - left.right
    const drop = Math.abs(left.firstBaseline - right.firstBaseline)
    const difference = Math.abs(left.size - right.size) / Math.max(left.size, right.size)
    return (
      apart > 0 &&
      apart <= gutter + EPSILON &&
      drop <= leading + EPSILON &&
      left.face === right.face &&
      100 * difference <= number
    )
  }
  return heads.flatMap((right) =>
    heads
      .filter((left) => readsAcross(left, right))
      .map((left) => ({
        slots: [right.placement.slot, left.placement.slot],
        at: sayCells(unite(left.cells, right.cells)),
        says: `the heads of ${left.placement.id} (${left.size} pt) and ${right.placement.id} (${right.size} pt) read across`,
        hint: 'set one of them in another size or type, box one, or move it',
      })),
  )
}
