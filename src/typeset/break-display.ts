import type { Pt } from '../base/index.js'
import {
  type DisplayCopy,
  isProperEnd,
  mayBeginEarlier,
  roughWidthOfLine,
  stands,
  widestWorthTrying,
  widthOfLine,
} from './display-lines.js'
import { BREAK } from './divide-token.js'
import { leansOnNext } from './leaning-words.js'
import { SPAN, type Spans } from './spans.js'

/** The lines that a head is to be broken into. */
export interface DisplayRoom {
  readonly measure: Pt
  /** Exactly so many; left out, as few as it goes into. */
  readonly lines?: number | undefined
}

/**
 * Costs, in squares of the measure, so far apart that none of a kind is worth one of the next: breaks that nobody wants, then
 * lines, then short words at their ends, and last the white. A break after a written hyphen or a dash is as dear as a white
 * of a fifth of the line.
 */
const IN_NEED = 1e9
const LINE = 1e6
const LEANING = 1e3
const AFTER_HYPHEN = 0.05

/**
 * Breaks a head: in as few lines as it goes into (or exactly so many), with no word at a line's end that leans on the next
 * where another break exists, and else as even as can be: the sum of the squares of the white at their ends is least. Null
 * when a word is wider than the measure, or when its words do not go into so many lines.
 */
export function breakDisplay(copy: DisplayCopy, { measure, lines }: DisplayRoom): number[] | null {
  const { count } = copy.table.breakpoints
  // Of a head in any number of lines only the best way to each place counts; else the best in each number of lines.
  const layers = lines === undefined ? 1 : lines + 1
  const step = lines === undefined ? 0 : 1
  const best = new Float64Array((count + 1) * layers).fill(Infinity)
  const from = new Int32Array((count + 1) * layers)
  best[0] = 0
  const widest = widestWorthTrying(copy, measure)
  for (let end = 0; end < count; end++) {
    const costOfEnd = LINE + costOfBreak(copy, end)
    for (let start = end; roughWidthOfLine(copy, start, end) <= widest; start--) {
      const cost = costOfEnd + costOfWhite(widthOfLine(copy, start, end), measure)
      for (let layer = 0; layer + step < layers; layer++) {
        const to = (end + 1) * layers + layer + step
        if (best[start * layers + layer]! + cost >= best[to]!) continue
        best[to] = best[start * layers + layer]! + cost
        from[to] = start
      }
      if (!mayBeginEarlier(copy, start)) break
    }
  }
  if (best[count * layers + layers - 1] === Infinity) return null
  const breaks: number[] = []
  for (let place = count, layer = layers - 1; place > 0; layer -= step) {
    breaks.push(place - 1)
    place = from[place * layers + layer]!
  }
  return breaks.reverse()
}

function costOfWhite(width: Pt, measure: Pt): number {
  if (!stands(width, measure)) return Infinity
  const white = measure > 0 ? (measure - width) / measure : 0
  return white * white
}

function costOfBreak(copy: DisplayCopy, k: number): number {
  const { spans, table, language } = copy
  const kind = table.kind[k]!
  if (kind === BREAK.forced) return 0
  if (!isProperEnd(copy, k)) return IN_NEED * needOf(kind)
  if (kind !== BREAK.space) return AFTER_HYPHEN
  const space = table.span[k]!
  return leansOnNext({ word: wordBefore(spans, space), next: wordAfter(spans, space), language }) ? LEANING : 0
}

/** How little a break is wanted that nobody wants: a hyphen that the editor allowed is better than one he did not. */
function needOf(kind: number): number {
  switch (kind) {
    case BREAK.needHyphen:
      return 3
    case BREAK.need:
      return 4
    case BREAK.space:
      return 2
    default:
      return 1
  }
}

/** A word of several types is several spans. */
function wordBefore({ kinds, words, startsWord }: Spans, space: number): string {
  let text = ''
  for (let i = space - 1; i >= 0 && kinds[i] === SPAN.word; i--) {
    text = words[i]!.text + text
    if (startsWord[i]) break
  }
  return text
}

function wordAfter({ kinds, words, startsWord }: Spans, space: number): string {
  let text = ''
  for (let i = space + 1; kinds[i] === SPAN.word && (text === '' || !startsWord[i]); i++) text += words[i]!.text
  return text
}
