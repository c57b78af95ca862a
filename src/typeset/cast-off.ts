import {
  type DisplayCopy,
  isProperEnd,
  mayBeginEarlier,
  roughWidthOfLine,
  stands,
  widestWorthTrying,
  widthOfLine,
} from './display-lines.js'
import type { Pt } from '../base/index.js'
import { SPAN } from './spans.js'
import type { CastOff } from './types.js'

/** What a head is cast off for. */
export interface CastOffRoom {
  readonly measure: Pt
  /** The most lines it may take. */
  readonly lines: number
}

/** Casts a head off: reckons what it would take, before it is set. */
export function castOff(copy: DisplayCopy, room: CastOffRoom): CastOff {
  const lines = fewestLines(copy, room.measure)
  const sets = lines !== null && lines <= room.lines
  return { lines, most: mostLines(copy), over: sets ? 0 : leastOver(copy, room) / meanCharacter(copy) }
}

/** As many words to each line as it holds: no breaking has fewer lines. Null when a word is wider than the measure. */
function fewestLines(copy: DisplayCopy, measure: Pt): number | null {
  const { count } = copy.table.breakpoints
  const widest = widestWorthTrying(copy, measure)
  // fewest[k]: lines up to breakpoint k − 1. The earliest beginning that holds is as good as any.
  const fewest = new Float64Array(count + 1).fill(Infinity)
  fewest[0] = 0
  for (let end = 0; end < count; end++) {
    if (!isProperEnd(copy, end)) continue
    for (let start = end; roughWidthOfLine(copy, start, end) <= widest; start--) {
      const lines = fewest[start]! + 1
      if (lines < fewest[end + 1]! && stands(widthOfLine(copy, start, end), measure)) fewest[end + 1] = lines
      if (!mayBeginEarlier(copy, start)) break
    }
  }
  return fewest[count] === Infinity ? null : fewest[count]!
}

function mostLines(copy: DisplayCopy): number {
  let most = 0
  for (let k = 0; k < copy.table.breakpoints.count; k++) if (isProperEnd(copy, k)) most++
  return most
}

/**
 * The least width that would have to go for the head to set in so many lines: over all ways to break it, the least sum of
 * what its lines are too wide. (What only the widest line is over would not do where two are.) Infinite when the copy's own
 * line breaks are too many.
 */
function leastOver(copy: DisplayCopy, { measure, lines }: CastOffRoom): Pt {
  const { count } = copy.table.breakpoints
  let before = new Float64Array(count + 1).fill(Infinity)
  before[0] = 0
  let least = Infinity
  for (let line = 1; line <= Math.min(lines, count) && least > 0; line++) {
    const after = new Float64Array(count + 1).fill(Infinity)
    for (let end = 0; end < count; end++) {
      if (!isProperEnd(copy, end)) continue
      for (let start = end; ; start--) {
        const over = Math.max(0, widthOfLine(copy, start, end) - measure)
        after[end + 1] = Math.min(after[end + 1]!, before[start]! + over)
        // Lines that begin earlier are wider still; a written hyphen's own shaping is less than an em.
        if (roughWidthOfLine(copy, start, end) > widestWorthTrying(copy, measure) + after[end + 1]!) break
        if (!mayBeginEarlier(copy, start)) break
      }
    }
    least = Math.min(least, after[count]!)
    before = after
  }
  return least
}

/** The mean width of the head's characters, its spaces with them: the unit in which a sub-editor counts a head. */
function meanCharacter({ spans: { kinds, words, fixed }, glue }: DisplayCopy): Pt {
  let width = 0
  let characters = 0
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!
    if (kind === SPAN.lineBreak) continue
    const ownWidth = words[i]!.width
    width += kind === SPAN.word ? ownWidth : kind === SPAN.fixed ? fixed.get(i)! : ownWidth * glue.ideal
    characters += kind === SPAN.word ? (words[i]!.text.match(/\P{M}/gu) ?? []).length : 1
  }
  return characters > 0 && width > 0 ? width / characters : 1
}
