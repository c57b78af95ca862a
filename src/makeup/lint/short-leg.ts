import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** Legs, or stretches of one that is parted, of fewer than `number` lines, though the text goes on in another leg or another place. */
export function shortLeg(linted: LintedPage, number: number): readonly Fault[] {
  return linted.page.placements.flatMap((placement) => {
    const short = placement.legs.filter(
      ({ used }, index) => used > 0 && used < number && goesOn(placement, index, linted),
    )
    if (short.length === 0) return []
    const numbers = [...new Set(short.map(({ leg }) => leg))]
    const legs = `${numbers.length === 1 ? 'leg' : 'legs'} ${numbers.join(', ')}`
    const isParted = short.some(({ leg }) => placement.legs.filter((one) => one.leg === leg).length > 1)
    const lines = counted(Math.min(...short.map(({ used }) => used)), 'line')
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `${legs} of ${placement.id} ${numbers.length === 1 ? 'has' : 'have'} only ${lines}${isParted ? ' in one piece' : ''}`,
        hint: isParted
          ? 'move what parts it up or down, or make it less deep'
          : 'give the place more depth, fewer legs or a shallower head',
      },
    ]
  })
}
