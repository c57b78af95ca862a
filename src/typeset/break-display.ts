import type { Pt } from '../base/index.js'
import type { BreakTable } from './break-table.js'
import { BREAK } from './divide-token.js'
import { isShortWord } from './short-words.js'
import type { Spans } from './spans.js'

/** What is to be broken: copy whose words are not divided. */
export interface DisplayCopy {
  readonly spans: Spans
  readonly table: BreakTable
  readonly language: string
}

/** A width may miss the measure by so much. */
const TINY = 1e-6
/** In squares of the measure: a short word at a line's end; a break after a written hyphen or dash; one in need. */
const SHORT_WORD = 2
const AFTER_HYPHEN = 0.05
const IN_NEED = 20

/**
 * Breaks a head: in as few lines as it goes into, and these as even as can be (the sum of the squares of the white at their
 * ends is least), with no short word at a line's end where another break exists. Null when a word is wider than the measure.
 */
export function breakDisplay(copy: DisplayCopy, measure: Pt): number[] | null {
  const { breakpoints, kind } = copy.table
  const breaks: number[] = []
  let start = 0
  for (let k = 0; k < breakpoints.count; k++) {
    if (kind[k] !== BREAK.forced) continue
    const part = breakPart(copy, measure, start, k)
    if (!part) return null
    breaks.push(...part)
    start = k + 1
  }
  return breaks
}

/** Breaks from breakpoint `start` (the line begins after the one before it) to the forced one at `end`. */
function breakPart(copy: DisplayCopy, measure: Pt, start: number, end: number): number[] | null {
  const lines = fewestLines(copy, measure, start, end)
  if (lines === null) return null
  const size = end - start + 2
  // best[l][k]: least cost of l lines up to the break before place k; places count from the part's start.
  const best = Array.from({ length: lines + 1 }, () => new Float64Array(size).fill(Infinity))
  const from = Array.from({ length: lines + 1 }, () => new Int32Array(size))
  best[0]![0] = 0
  for (let line = 1; line <= lines; line++) {
    for (let to = 1; to < size; to++) {
      for (let at = 0; at < to; at++) {
        const before = best[line - 1]![at]!
        if (before === Infinity) continue
        const cost = before + costOf(copy, measure, start + at, start + to - 1)
        if (cost < best[line]![to]!) {
          best[line]![to] = cost
          from[line]![to] = at
        }
      }
    }
  }
  const breaks: number[] = []
  for (let line = lines, to = size - 1; line > 0; to = from[line]![to]!, line--) breaks.push(start + to - 1)
  return breaks.reverse()
}

/** As many words to each line as it holds: no breaking has fewer lines. */
function fewestLines(copy: DisplayCopy, measure: Pt, start: number, end: number): number | null {
  let lines = 0
  let at = start
  while (at <= end) {
    let last = -1
    for (let k = at; k <= end && widthOf(copy, at, k, false) <= measure + TINY; k++) {
      if (widthOf(copy, at, k, true) <= measure + TINY) last = k
    }
    if (last < 0) return null
    lines++
    at = last + 1
  }
  return lines
}

function widthOf({ table: { breakpoints } }: DisplayCopy, start: number, end: number, withHyphen: boolean): Pt {
  const width = breakpoints.endWidth[end]! - breakpoints.startWidth[start]!
  return withHyphen ? width + breakpoints.penaltyWidth[end]! : width
}

function costOf(copy: DisplayCopy, measure: Pt, start: number, end: number): number {
  const width = widthOf(copy, start, end, true)
  if (width > measure + TINY) return Infinity
  const white = measure > 0 ? (measure - width) / measure : 0
  return white * white + costOfBreak(copy, end)
}

function costOfBreak({ spans, table, language }: DisplayCopy, k: number): number {
  switch (table.kind[k]) {
    case BREAK.forced:
      return 0
    case BREAK.space: {
      const word = spans.words[table.span[k]! - 1]
      return word && isShortWord(word.text, language) ? SHORT_WORD : 0
    }
    case BREAK.need:
    case BREAK.needHyphen:
    case BREAK.address:
      return IN_NEED
    default:
      return AFTER_HYPHEN
  }
}
