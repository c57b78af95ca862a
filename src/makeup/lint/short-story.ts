import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A story that leaves more than `number` lines of its places white, over all its legs; told where it ends. */
export function shortStory(linted: LintedPage, number: number): readonly Fault[] {
  const { page, ledger } = linted
  return page.placements.flatMap((placement) => {
    const entry = ledger.articles[placement.id]
    if (entry?.status !== 'underset' || entry.lines <= number) return []
    if (goesOn(placement, placement.legs.length - 1, linted)) return []
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `${placement.id} is short by ${counted(entry.lines, 'line')}`,
        hint: `write about ${counted(entry.words, 'word')} more, give it less depth or a larger head`,
      },
    ]
  })
}
