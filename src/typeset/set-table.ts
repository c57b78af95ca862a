import type { Pt } from '../base/index.js'
import type { Align } from '../stylebook/index.js'
import { breakCopy, makeBreakable, type BreakableCopy } from './break-copy.js'
import type { DecimalColumn } from './decimal-column.js'
import { raggedCosts, type SpaceGlue } from './demerits.js'
import { atLine, type LineRoom } from './measures.js'
import { setLines } from './set-lines.js'
import { SPAN, type Spans } from './spans.js'
import type { Type } from './type-case.js'
import type { Fragment, SetLine } from './types.js'

/** A table, read and ready for any measure. */
export interface TableRows {
  /** Cells by row; every row has as many as the table has columns. */
  readonly rows: readonly (readonly Spans[])[]
  readonly align: readonly ('left' | 'right' | 'centre')[]
  /** The columns that stand with their decimal points one under another; null for each other one. */
  readonly decimals: readonly (DecimalColumn | null)[]
  readonly type: Type
  readonly glue: SpaceGlue
}

/** White between columns, in em. */
const GAP_EM = 1

/** Widths of a table's columns, from its content, in a measure. */
export function columnWidths({ rows, align, decimals, type }: TableRows, measure: Pt): readonly Pt[] {
  const columns = align.length
  const least = new Array<Pt>(columns).fill(0)
  const most = new Array<Pt>(columns).fill(0)
  for (const row of rows) {
    row.forEach((cell, column) => {
      const { widest, whole } = extentOf(cell)
      least[column] = Math.max(least[column]!, widest)
      most[column] = Math.max(most[column]!, whole)
    })
  }
  decimals.forEach((decimal, column) => {
    if (!decimal) return
    // A trace more, as for any cell.
    const width = decimal.before + decimal.after + 0.01
    least[column] = Math.max(least[column]!, width)
    most[column] = Math.max(most[column]!, width)
  })
  return shareOut(least, most, Math.max(0, measure - gapOf(type, measure, columns) * (columns - 1)))
}

function gapOf(type: Type, measure: Pt, columns: number): Pt {
  return Math.min(GAP_EM * type.size, measure / (columns * 4))
}

/** The middles of the white between a table's columns. */
export function whitesBetween({ type }: TableRows, widths: readonly Pt[], measure: Pt): readonly Pt[] {
  const gap = gapOf(type, measure, widths.length)
  let x = -gap / 2
  return widths.slice(0, -1).map((width) => (x += width + gap))
}

/**
 * Every column its widest word at least. Where there is room for all in one line, what is left is shared in proportion; where
 * there is not, short columns stand in one line and the widest give way, down to one width.
 */
function shareOut(least: readonly Pt[], most: readonly Pt[], room: Pt): readonly Pt[] {
  const sum = (list: readonly Pt[]): Pt => list.reduce((total, one) => total + one, 0)
  const [needed, wanted] = [sum(least), sum(most)]
  if (needed >= room) return least.map((one) => (needed > 0 ? (one * room) / needed : 0))
  if (wanted <= room) return most.map((one) => one + (wanted > 0 ? ((room - wanted) * one) / wanted : 0))
  const widthsUpTo = (widest: Pt): Pt[] => most.map((one, column) => Math.max(least[column]!, Math.min(one, widest)))
  // The widths grow in straight lines between the widths at which a column begins or ceases to grow.
  const turns = [...least, ...most].sort((a, b) => a - b)
  const from = turns.findLast((turn) => sum(widthsUpTo(turn)) <= room) ?? 0
  const under = widthsUpTo(from)
  const grows = most.map((one, column) => one > from && least[column]! <= from)
  const growing = grows.filter(Boolean).length
  return under.map((one, column) => (grows[column] ? one + (room - sum(under)) / growing : one))
}

/** The widest word of a cell, and its width in one line. */
function extentOf(spans: Spans): { widest: Pt; whole: Pt } {
  let widest = 0
  let whole = 0
  let word = 0
  for (let i = 0; i < spans.kinds.length; i++) {
    const kind = spans.kinds[i]!
    const width = kind === SPAN.fixed ? spans.fixed.get(i)! : spans.words[i]!.width
    whole += width
    word = kind === SPAN.space || kind === SPAN.lineBreak ? 0 : word + width
    widest = Math.max(widest, word)
  }
  // A trace more, so that rounding wraps nothing that fits.
  return { widest: widest + 0.01, whole: whole + 0.01 }
}

/** Sets one row: its cells side by side, each wrapped in its column. `words` words of it, in reading order. */
export function setRow(
  table: TableRows,
  { row, cells }: { readonly row: number; readonly cells: readonly Spans[] },
  widths: readonly Pt[],
  measures: readonly Pt[],
): SetLine[] {
  const measure = atLine(measures, 0)
  const gap = gapOf(table.type, measure, widths.length)
  const columns: SetLine[][] = []
  let x = 0
  cells.forEach((spans, column) => {
    const width = widths[column]!
    const align = table.align[column]!
    const shift = decimalShift(table.decimals[column] ?? null, { row, align, width })
    const room: LineRoom = { measures: [measure], widths: [width - (shift ?? 0)], lefts: [x + (shift ?? 0)] }
    columns.push(spans.kinds.length === 0 ? [] : setCell(table, spans, room, shift === null ? align : 'left'))
    x += width + gap
  })
  const depth = Math.max(1, ...columns.map((lines) => lines.length))
  return Array.from({ length: depth }, (_, i) => joinCells(columns, i, atLine(measures, i), table.type))
}

/**
 * How far from its column's left edge a figure begins so that its point stands under the others: the figures together stand as the
 * column is aligned. Null for what is no figure, and where the column has not the room.
 */
function decimalShift(
  decimal: DecimalColumn | null,
  { row, align, width }: { readonly row: number; readonly align: Align; readonly width: Pt },
): Pt | null {
  const point = decimal?.points[row] ?? null
  if (!decimal || point === null) return null
  const spare = width - decimal.before - decimal.after
  return spare < 0 ? null : (align === 'centre' ? spare / 2 : spare) + decimal.before - point
}

function setCell(table: TableRows, spans: Spans, room: LineRoom, align: Align): SetLine[] {
  const copy: BreakableCopy = makeBreakable(spans, {
    costs: raggedCosts(),
    justified: false,
    glue: { ...table.glue, stretch: 0, shrink: 0 },
    size: table.type.size,
    indent: 0,
  })
  const { breaking, table: breakTable } = breakCopy(copy, room)
  const { glue } = copy
  return setLines({
    spans,
    table: breakTable,
    breaks: breaking.breaks,
    room,
    align,
    glue,
    stopSpace: 1,
    type: table.type,
  })
}

function joinCells(columns: readonly (readonly SetLine[])[], index: number, measure: Pt, type: Type): SetLine {
  const fragments: Fragment[] = []
  let words = 0
  let ascent = type.face.ascent * type.size
  let descent = -type.face.descent * type.size
  let hyphenated = false
  let endsWord = true
  for (const [column, lines] of columns.entries()) {
    const line = lines[index]
    if (!line) continue
    words += line.words
    ascent = Math.max(ascent, line.ascent)
    descent = Math.max(descent, line.descent)
    hyphenated ||= line.hyphenated
    endsWord = line.endsWord
    const first = line.fragments[0]
    const last = fragments.at(-1)
    // The white before it belongs to the cell before.
    if (first && last) fragments.push({ ...last, ...whiteBetween(last.x + last.width, first.x, type) })
    fragments.push(...line.fragments.map((fragment) => ({ ...fragment, part: { kind: 'cell', column } as const })))
  }
  return { fragments, measure, words, hyphenated, endsWord, ratio: 0, bend: 0, ascent, descent }
}

/** White that keeps the words of neighbouring cells, or a marker and its text, apart for whoever reads the text. */
export function whiteBetween(from: Pt, to: Pt, type: Type): Fragment {
  const { size, colour, tracking } = type
  const run = type.space.runs[0]!
  return { role: 'space', run, size, x: from, width: to - from, rise: 0, tracking, scale: 1, colour }
}
