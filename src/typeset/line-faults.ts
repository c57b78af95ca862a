import type { Finding, Place, Pt, Report } from '../base/index.js'
import type { BreakTable } from './break-table.js'
import { BREAK } from './divide-token.js'
import { atLine, type LineRoom } from './measures.js'
import type { SetInline } from './refine-copy.js'
import { SPAN, type Spans } from './spans.js'
import type { LineFault, SetLine } from './types.js'

/**
 * White between two words that reads as a hole, in em: a line with more is reported. A column of forty characters, set
 * without letting out its letters, has lines of half that; more than this is a line that an editor should change.
 */
const HOLE_EM = 1.5

/** A line of one piece that cannot be stretched may fall short by this share of its measure before it is reported. */
const MOST_SHORT = 0.35

/** Lines as set, with what they were set from. */
export interface SetCopy {
  readonly spans: Spans
  readonly table: BreakTable
  readonly breaks: ArrayLike<number>
  readonly room: LineRoom
  readonly lines: readonly SetLine[]
  readonly justified: boolean
}

/** Reports the characters that nobody has, once for each place where they stand. */
export function reportMissing(spans: Pick<Spans, 'words' | 'inlines'>, report: Report): void {
  spans.words.forEach((word, i) => {
    for (const { character, family } of word.missing) {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      report({
        code: 'glyph-missing',
        message: `character "${character}" (U+${code}) is not in family "${family}"`,
        place: spans.inlines[i]!.source.placeOf(character),
      })
    }
  })
}

/** The lines that only the emergency policy could set, and the words that had to be broken. */
export function faultsOfLines(set: SetCopy): readonly LineFault[] {
  const faults: LineFault[] = []
  const broken = new Set<number>()
  set.lines.forEach((line, index) => {
    const end = set.breaks[index]!
    const loose = set.justified ? looseLine(set, line, index) : null
    if (loose) faults.push({ item: index, finding: loose })
    const kind = set.table.kind[end]!
    const span = set.table.span[end]!
    if ((kind !== BREAK.need && kind !== BREAK.needHyphen) || broken.has(span)) return
    broken.add(span)
    faults.push({ item: index, finding: brokenWord(set, span, line.measure) })
  })
  return faults
}

function looseLine(set: SetCopy, line: SetLine, index: number): Finding | null {
  if (set.table.kind[set.breaks[index]!] === BREAK.forced) return null
  const widest = widestSpace(line)
  const last = line.fragments.at(-1)
  const room = atLine(set.room.widths, index)
  const short = last ? room - (last.x + last.width - atLine(set.room.lefts, index)) : 0
  if (widest.em <= HOLE_EM && short <= room * MOST_SHORT) return null
  const how =
    widest.em > HOLE_EM
      ? `word space ${widest.times.toFixed(1)} times the natural one`
      : 'one word alone, too short for its line'
  return {
    code: 'line-emergency',
    message: `a line could not be set well: "${openingOf(line)}" (${how})`,
    place: placeOfLine(set, index),
    hint: 'a word more or less in its paragraph, or a wider leg, mends it',
  }
}

/** The widest word space of a line: in em, and as a multiple of the font's own. */
function widestSpace(line: SetLine): { readonly em: number; readonly times: number } {
  let em = 0
  let times = 0
  for (const { role, run, size, width } of line.fragments) {
    if (role !== 'space' || width / size <= em) continue
    em = width / size
    times = (em * 1000) / run.width
  }
  return { em, times }
}

function openingOf(line: SetLine): string {
  const text = line.fragments.map(({ role, run }) => (role === 'space' ? ' ' : run.text)).join('')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function brokenWord(set: SetCopy, span: number, measure: Pt): Finding {
  const { words, inlines } = set.spans
  const text = words[Math.min(span, words.length - 1)]!.text
  return {
    code: 'word-broken',
    message: `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}" is longer than its measure and was broken`,
    place: placeOfText(inlines[Math.min(span, inlines.length - 1)]!, text),
    hint: `the measure is ${Number(measure.toFixed(1))} pt`,
  }
}

function placeOfLine({ spans, table, breaks }: SetCopy, index: number): Place {
  let span = index === 0 ? 0 : table.span[breaks[index - 1]!]!
  while (span < spans.kinds.length - 1 && spans.kinds[span] !== SPAN.word) span++
  return placeOfText(spans.inlines[span]!, spans.words[span]!.text)
}

function placeOfText(inline: SetInline, text: string): Place {
  return inline.source.placeOf(text.slice(0, 1) || inline.text.slice(0, 1))
}
