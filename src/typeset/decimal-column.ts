import type { Pt } from '../base/index.js'
import { SPAN, type Spans } from './spans.js'

/** A column of figures that stand with their decimal points one under another. */
export interface DecimalColumn {
  /** The most that any of its figures takes before its point, and from its point on. */
  readonly before: Pt
  readonly after: Pt
  /** How much the figure of each row takes before its point; null for a cell that holds none. */
  readonly points: readonly (Pt | null)[]
}

/** Languages that write a point before decimals; the others write a comma. */
const POINT = new Set('en cy ga gd gv zh ja ko th he hi mt ms'.split(' '))

/**
 * A figure: signs before it (a minus, a currency), digits in groups, decimals, and up to three letters or a sign after it (a unit,
 * a per cent). The groups are what stands before the decimals, and what they hold.
 */
const WITH_POINT = /^([^\p{L}\p{N}]*\d(?:[\d,'’\s]*\d)?)(?:\.(\d+))?\s?\p{L}{0,3}[^\p{L}\p{N}]*$/u
const WITH_COMMA = /^([^\p{L}\p{N}]*\d(?:[\d.'’\s]*\d)?)(?:,(\d+))?\s?\p{L}{0,3}[^\p{L}\p{N}]*$/u

/** The figures of a column's cells, if most of them are figures and one of these has decimals; else null. */
export function decimalColumn(cells: readonly Spans[], language: string): DecimalColumn | null {
  const form = POINT.has(language.split('-')[0]!.toLowerCase()) ? WITH_POINT : WITH_COMMA
  const matches = cells.map((cell) => form.exec(textOf(cell)))
  const written = cells.filter(({ kinds }) => kinds.length > 0).length
  const figures = matches.filter((match) => match !== null)
  if (2 * figures.length <= written || !figures.some((match) => match[2] !== undefined)) return null
  const points = matches.map((match, row) => match && widthOf(cells[row]!, match[1]!.length))
  const most = (widths: readonly (Pt | null)[]): Pt => Math.max(0, ...widths.map((width) => width ?? 0))
  const after = points.map((point, row) => (point === null ? null : widthOf(cells[row]!, Infinity) - point))
  return { before: most(points), after: most(after), points }
}

/** The text of a cell; one that has several lines reads as no figure. */
function textOf({ kinds, words }: Spans): string {
  return kinds.map((kind, i) => (kind === SPAN.word ? words[i]!.text : kind === SPAN.lineBreak ? '\n' : ' ')).join('')
}

/** The width of the first so many characters of a cell. */
function widthOf({ kinds, words, types, fixed }: Spans, characters: number): Pt {
  let width = 0
  let left = characters
  for (let i = 0; i < kinds.length && left > 0; i++) {
    const word = words[i]!
    if (kinds[i] !== SPAN.word) {
      width += fixed.get(i) ?? word.width
      left--
    } else {
      width += left >= word.text.length ? word.width : types[i]!.word(word.text.slice(0, left)).width
      left -= word.text.length
    }
  }
  return width
}
