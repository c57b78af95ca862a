import type { GridLines } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import { brokenKeeps } from './leg-cost.js'
import { type Copyline, type LegRoom, type TextPosition, whiteBetween } from './leg-text.js'

/** One way to end a leg. */
export interface LegEnding {
  /** Where the text goes on; positions of this leg's own measure. */
  readonly to: TextPosition
  /** Grid lines from the leg's head to its last line. */
  readonly used: GridLines
  /** Items set in the leg. */
  readonly items: number
  /** Keeps broken by going on in another leg from here; none at the end of the text. */
  readonly broken: number
}

/**
 * Every way to fill a leg from `from`, shallowest first: after each item that has room, and the empty leg.
 * Only endings within `window` lines of the deepest one are given, and the deepest always is.
 */
export function legEndings(
  copyline: Copyline,
  from: TextPosition,
  options: { readonly room: LegRoom; readonly keeps: Keeps; readonly window: GridLines },
): LegEnding[] {
  const { room, keeps, window } = options
  const endings: LegEnding[] = [{ to: from, used: 0, items: 0, broken: 0 }]
  let used = 0
  let items = 0
  let sinceCrosshead = Infinity
  let white = 0
  fill: for (let index = from.unit; index < copyline.text.units; index++) {
    const set = copyline.unit(index, room.measure, from)
    const tail = index === from.unit ? from.tail : null
    const first = index === from.unit ? from.item : 0
    for (let item = first; item < set.depths.length; item++) {
      const depth = white + set.depths[item]!
      if (used + depth > room.depth) break fill
      used += depth
      items++
      white = 0
      sinceCrosshead = set.role === 'crosshead' ? 0 : sinceCrosshead + 1
      const to = copyline.after(index, item + 1, set, tail)
      const broken = copyline.isEnd(to) ? 0 : brokenKeeps({ unit: set, item: item + 1, sinceCrosshead }, keeps)
      endings.push({ to, used, items, broken })
    }
    if (items > 0 && index + 1 < copyline.text.units)
      white = whiteBetween(set, copyline.unit(index + 1, room.measure, from))
  }
  return endings.filter((ending) => ending.used >= used - window || ending.used >= room.depth - window)
}
