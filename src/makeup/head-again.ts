import type { GridLines } from '../base/index.js'
import type { GalleyItem } from '../typeset/index.js'
import type { GalleyText } from './galley-text.js'
import type { BrokenLeg } from './legs/ways.js'

/** The head row of a table, where it stands again at the head of a leg that begins with a unit; else nothing. Its words are counted once. */
export function headAgain(text: GalleyText, { stretch, offered }: BrokenLeg, unit: number): readonly GalleyItem[] {
  const { repeats } = text.all[unit]!
  if (repeats === undefined || stretch.repeatAbove(unit, offered) === 0) return []
  const { items } = text.set(repeats, stretch.best(repeats, 0).measures)
  return items.map((item) => (item.kind === 'line' ? { ...item, line: { ...item.line, words: 0 } } : item))
}

/** Grid lines of some items. */
export function depthOf(items: readonly GalleyItem[]): GridLines {
  return items.reduce((sum, { depth }) => sum + depth, 0)
}
