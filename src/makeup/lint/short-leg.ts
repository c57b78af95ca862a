import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** Legs of fewer than `number` lines, though the text goes on in another leg or another place. */
export function shortLeg(linted: LintedPage, number: number): readonly Fault[] {
  return linted.page.placements.flatMap((placement) => {
    const short = placement.legs.flatMap(({ used }, index) =>
      used > 0 && used < number && goesOn(placement, index, linted) ? [{ leg: index + 1, used }] : [],
    )
    if (short.length === 0) return []
    const legs = `${short.length === 1 ? 'leg' : 'legs'} ${short.map(({ leg }) => leg).join(', ')}`
    const lines = counted(Math.min(...short.map(({ used }) => used)), 'line')
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `${legs} of ${placement.id} ${short.length === 1 ? 'has' : 'have'} only ${lines}`,
        hint: 'give the place more depth, fewer legs or a shallower head',
      },
    ]
  })
}
