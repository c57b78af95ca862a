import type { Leg } from '../types.js'
import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A crosshead with fewer than `number` lines under it in its leg, though the text goes on: a keep was broken, or asks for less. */
export function crossheadLow(linted: LintedPage, number: number): readonly Fault[] {
  return linted.page.placements.flatMap((placement) =>
    placement.legs.flatMap((leg, index) => {
      const under = linesUnderCrosshead(leg)
      if (under === null || under >= number || !goesOn(placement, index, linted)) return []
      return [
        {
          slots: [placement.slot],
          at: sayCells(placement.grid),
          says: `the last crosshead in leg ${leg.leg} of ${placement.id} has ${under === 0 ? 'no line' : counted(under, 'line')} under it`,
          hint: 'a line more or less of copy or depth will mend it',
        },
      ]
    }),
  )
}

/** Lines of text under the last crosshead of a leg; null when it has none. */
function linesUnderCrosshead({ lines }: Leg): number | null {
  const at = lines.findLastIndex(({ role }) => role === 'crosshead')
  return at < 0 ? null : lines.length - 1 - at
}
