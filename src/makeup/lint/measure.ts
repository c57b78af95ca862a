import type { MadeUpPlacement } from '../types.js'
import { typeOf } from './count-characters.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A measure of fewer than `number` characters, as lines of its type have them on the whole. */
export function measureNarrow(linted: LintedPage, number: number): readonly Fault[] {
  return measuresThat(linted, (characters) => characters < number, 'give it fewer legs, or smaller type')
}

/** A measure of more than `number` characters. */
export function measureWide(linted: LintedPage, number: number): readonly Fault[] {
  return measuresThat(linted, (characters) => characters > number, 'give it more legs, or larger type')
}

function measuresThat(linted: LintedPage, isWrong: (characters: number) => boolean, hint: string): readonly Fault[] {
  return linted.page.placements.flatMap((placement) => {
    const characters = charactersOf(placement, linted)
    if (characters === null || !isWrong(characters)) return []
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `the lines of ${placement.id} hold ${counted(characters, 'character')}`,
        hint,
      },
    ]
  })
}

/**
 * How many characters a line of a placement's text holds; null when it has no paragraph. All its legs have one measure: lines that
 * run beside a picture are a few, and `runaround.least` is what they are judged by.
 */
function charactersOf({ legs }: MadeUpPlacement, { characters }: LintedPage): number | null {
  const lengths = new Map<string, number>()
  for (const { role, line } of legs.flatMap(({ lines }) => lines)) {
    if (role !== 'paragraph') continue
    for (const fragment of line.fragments) {
      const type = typeOf(fragment)
      lengths.set(type, (lengths.get(type) ?? 0) + fragment.run.text.length)
    }
  }
  // What most of it is set in: lead-ins and strong words are wider.
  const [main] = [...lengths].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])
  const width = characters.get(main)
  return width ? Math.round(legs[0]!.width / width) : null
}
