import type { GridLines } from '../../base/index.js'
import type { Leg } from '../types.js'
import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A story whose last leg ends more than `number` lines above all the others that are in use. */
export function shortLastLeg(linted: LintedPage, number: number): readonly Fault[] {
  return linted.page.placements.flatMap((placement) => {
    const legs = placement.legs.filter(({ used }) => used > 0)
    const last = legs.at(-1)
    if (!last || legs.length < 2 || goesOn(placement, placement.legs.length - 1, linted)) return []
    const above = Math.min(...legs.slice(0, -1).map(footOf)) - footOf(last)
    if (above <= number) return []
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `the last leg of ${placement.id} ends ${counted(above, 'line')} above the others`,
        hint: 'add a little copy, or give it fewer legs',
      },
    ]
  })
}

/** The grid line of the page on which a leg ends. */
function footOf({ line, used }: Leg): GridLines {
  return line + used - 1
}
