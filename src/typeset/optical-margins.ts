import type { HangingClass, OpticalMargins } from '../stylebook/index.js'

const CLASSES: Readonly<Record<Exclude<HangingClass, 'round'>, string>> = {
  hyphens: '-\u2010\u2011',
  stops: '.,\u2026',
  colons: ':;',
  marks: '!?',
  quotes: '\'"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb',
  dashes: '\u2013\u2014',
  brackets: '()[]',
}
/** Letters whose curves or slopes leave white at the left, and at the right. */
const ROUND = { left: 'ACGJOQTVWXYacdeoqtvwxyÀÁÂÃÄÅÇÒÓÔÕÖØçèéêëòóôõöø', right: 'ABDLOPQTVWXYbcekopqrtvwxyçèéêëòóôõöø' }
/** Marks that belong to one side of a word only: a bracket that opens does not hang at a line's end. */
const LEFT_ONLY = '([\u201a\u201e'
const RIGHT_ONLY = ')].,\u2026:;!?-\u2010\u2011'

/** What of a character hangs in the margin on one side, as a share of its width. */
export function hangOf(character: string, side: 'left' | 'right', margins: OpticalMargins): number {
  const name = classes.get(character)
  if (name) {
    const other = side === 'left' ? RIGHT_ONLY : LEFT_ONLY
    if (other.includes(character)) return 0
    // Of three points only the last hangs: all of them outside their column would read as a slip.
    return character === '\u2026' ? margins[name] / 3 : margins[name]
  }
  return ROUND[side].includes(character) ? margins.round : 0
}

const classes = new Map(
  Object.entries(CLASSES).flatMap(([name, characters]) =>
    [...characters].map((character) => [character, name as HangingClass] as const),
  ),
)
