import type { Pt } from '../base/index.js'
import type { BreakTable } from './break-table.js'
import type { SpaceGlue } from './demerits.js'
import { BREAK } from './divide-token.js'
import { SPAN, type Spans } from './spans.js'
import type { Word } from './type-case.js'

/** Display copy ready to be broken into lines. */
export interface DisplayCopy {
  readonly spans: Spans
  readonly table: BreakTable
  readonly glue: Pick<SpaceGlue, 'ideal'>
  readonly language: string
}

/** A width may miss the measure by so much. */
const TINY = 1e-6

/** Whether type of this width stands on a line of the measure. */
export function stands(width: Pt, measure: Pt): boolean {
  return width <= measure + TINY
}

/** Whether a head's line may end here without need: at a word space, after a hyphen or dash that is written, at its end. */
export function isProperEnd({ spans, table }: DisplayCopy, k: number): boolean {
  const kind = table.kind[k]
  if (kind === BREAK.space) return spans.kinds[table.span[k]!] === SPAN.space
  return kind === BREAK.written || kind === BREAK.dash || kind === BREAK.forced
}

/**
 * The width of the line that begins after breakpoint `start` − 1 and ends at breakpoint `end`, as it will be set: the parts
 * of a word that is broken at its hyphen are shaped anew, and so they are measured here. Pieces broken in need are taken
 * from the table: they never count as set well.
 */
export function widthOfLine(copy: DisplayCopy, start: number, end: number): Pt {
  const { table } = copy
  if (!isWithinWord(table, start - 1) && !isWithinWord(table, end)) return roughWidthOfLine(copy, start, end)
  return isProperEnd(copy, end) && (start === 0 || isProperEnd(copy, start - 1))
    ? measureParts(copy, start, end)
    : roughWidthOfLine(copy, start, end)
}

/** The same by the table alone: it grows with every place that a line begins earlier, and misses the true width by less than an em. */
export function roughWidthOfLine({ table: { breakpoints } }: DisplayCopy, start: number, end: number): Pt {
  return breakpoints.endWidth[end]! - breakpoints.startWidth[start]! + breakpoints.penaltyWidth[end]!
}

/** The width beyond which no earlier beginning of a line need be looked at. */
export function widestWorthTrying({ spans }: DisplayCopy, measure: Pt): Pt {
  return measure + (spans.types[0]?.size ?? 0)
}

/** Whether a line that ends at `end` and begins at `start` could begin earlier: it does not run over a line break of the copy. */
export function mayBeginEarlier({ table }: DisplayCopy, start: number): boolean {
  return start > 0 && table.kind[start - 1] !== BREAK.forced
}

function isWithinWord({ offset }: BreakTable, k: number): boolean {
  return k >= 0 && offset[k]! > 0
}

function measureParts({ spans, table, glue }: DisplayCopy, start: number, end: number): Pt {
  const lastSpan = table.span[end]!
  const lastOffset = table.offset[end]!
  let i = start === 0 ? 0 : table.span[start - 1]!
  let from = start === 0 ? 0 : table.offset[start - 1]!
  let width = 0
  let white = 0
  let first: Word | null = null
  let last: Word | null = null
  for (; i < lastSpan || (i === lastSpan && lastOffset > 0); i++, from = 0) {
    const word = spans.words[i]!
    if (spans.kinds[i] === SPAN.word) {
      const to = i === lastSpan ? lastOffset : word.text.length
      last = from === 0 && to === word.text.length ? word : spans.types[i]!.word(word.text.slice(from, to))
      first ??= last
      width += white + last.width
      white = 0
    } else if (first && spans.kinds[i] !== SPAN.lineBreak) {
      white += spans.kinds[i] === SPAN.fixed ? spans.fixed.get(i)! : word.width * glue.ideal
    }
  }
  return width - (first?.hangLeft ?? 0) - (last?.hangRight ?? 0)
}
