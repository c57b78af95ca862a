import type { Pt } from '../base/index.js'
import type { Align } from '../stylebook/index.js'
import type { Fragment, SetLine } from './types.js'

/** How quotation marks hang. */
export interface Hanging {
  readonly align: Align
  /** Nothing stands further outside its measure. */
  readonly most: Pt
}

/** Quotation marks of every language; what opens in one closes in another. */
const QUOTES = /^[“”„‟‘’‚‛«»‹›"']+$/

/**
 * Moves ragged lines so that the quotation marks at their edge hang outside it and the letters stand on it; centred lines so
 * that their letters are centred. The marks keep their place beside the letters.
 */
export function hangQuotes(lines: readonly SetLine[], hanging: Hanging): readonly SetLine[] {
  if (hanging.align === 'justify') return lines
  return lines.map((line) => {
    const shift = shiftOf(line, hanging)
    if (shift === 0) return line
    return { ...line, fragments: line.fragments.map((fragment) => ({ ...fragment, x: fragment.x + shift })) }
  })
}

function shiftOf({ fragments, measure }: SetLine, { align, most }: Hanging): Pt {
  const first = fragments[0]
  const last = fragments.at(-1)
  if (!first || !last) return 0
  const opening = marksAt('start', fragments)
  const closing = marksAt('end', [...fragments].reverse())
  const [start, end] = [first.x, last.x + last.width]
  // A line of nothing but marks stays where it is.
  if (opening + closing === 0 || opening + closing >= end - start - 0.001) return 0
  switch (align) {
    case 'left':
      return -Math.min(opening, Math.max(0, start + most))
    case 'right':
      return Math.min(closing, Math.max(0, measure + most - end))
    case 'centre':
      return Math.max(-most - start, Math.min(measure + most - end, (closing - opening) / 2))
    case 'justify':
      return 0
  }
}

/** The width of the marks at one end of a line, its fragments given from there. */
function marksAt(end: 'start' | 'end', fragments: readonly Fragment[]): Pt {
  let width = 0
  for (const { run, size, tracking } of fragments) {
    const count = run.characters.length
    for (let seen = 0; seen < count; seen++) {
      const glyph = end === 'start' ? seen : count - 1 - seen
      if (!QUOTES.test(run.characters[glyph]!)) return width
      width += ((run.advances[glyph]! + tracking) * size) / 1000
    }
  }
  return width
}
