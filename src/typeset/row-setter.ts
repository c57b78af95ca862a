import type { Pt, Report } from '../base/index.js'
import type { TextStyle, TypeStyles } from '../stylebook/index.js'
import { decimalColumn } from './decimal-column.js'
import { spaceGlue } from './demerits.js'
import type { FlatUnit, TableCopy } from './flatten-article.js'
import type { LineRoom } from './measures.js'
import { reportMissing } from './line-faults.js'
import type { RefinedCopy } from './refine-copy.js'
import { columnWidths, setRow, type TableRows, whitesBetween } from './set-table.js'
import { cutSpans, emptySpans, type Spans } from './spans.js'
import type { Type } from './type-case.js'
import type { SetLine } from './types.js'

/** A row of a table to be set. */
interface RowRequest {
  readonly flat: FlatUnit
  readonly table: TableCopy
  readonly row: number
  readonly room: LineRoom
  /** Only its first words; null for all. */
  readonly words: number | null
  /** The type of the table's plain text. */
  readonly type: Type
}

/** Reads the copy of a cell in a style. */
type ReadCell = (flat: FlatUnit, copy: RefinedCopy, style: TextStyle) => Spans

/** What the tables of an article have alike. */
interface TableContext {
  readonly styles: TypeStyles
  readonly language: string
  readonly report: Report
}

/** A row that was set. */
interface SetRow {
  readonly lines: readonly SetLine[]
  /** The middles of the white between its columns, from the left edge of its measure. */
  readonly between: readonly Pt[]
}

/** Sets the rows of an article's tables, each table in columns of one width; remembers what it has read. */
export class RowSetter {
  private readonly tables = new Map<TableCopy, TableRows>()
  private readonly widths = new Map<TableCopy, Map<Pt, readonly Pt[]>>()

  constructor(
    private readonly read: ReadCell,
    private readonly context: TableContext,
  ) {}

  /** A row that runs on under a narrower measure is set in the narrowest it meets. */
  set({ flat, table, row, room, words, type }: RowRequest): SetRow {
    const rows = this.rowsOf(flat, table, type)
    const cells = words === null ? rows.rows[row]! : cutCells(rows.rows[row]!, words)
    const left = room.lefts[0]!
    let width = room.widths[0]!
    for (;;) {
      const widths = this.columnWidths(table, rows, width)
      const lines = setRow(rows, { row, cells }, widths, [width])
      const narrowest = Math.min(...room.widths.slice(0, lines.length))
      if (narrowest < width - 0.001) {
        width = narrowest
        continue
      }
      const between = whitesBetween(rows, widths, width).map((x) => left + x)
      return { lines: lines.map((line, i) => inMeasure(line, room, i)), between }
    }
  }

  private rowsOf(flat: FlatUnit, table: TableCopy, type: Type): TableRows {
    let rows = this.tables.get(table)
    if (!rows) {
      const columns = Math.max(1, table.align.length, ...table.rows.map((row) => row.length))
      const align = Array.from({ length: columns }, (_, column) => table.align[column] ?? 'left')
      const { styles, language, report } = this.context
      const styleOf = (row: number, column: number): TextStyle =>
        styles[table.hasHead && row === 0 ? 'table-head' : column === 0 ? 'table-first' : 'table']
      const read = table.rows.map((row, index) =>
        align.map((_, column) => this.read(flat, row[column] ?? [], styleOf(index, column))),
      )
      for (const cell of read.flat()) reportMissing(cell, report)
      const decimals = align.map((side, column) => {
        if (side === 'left') return null
        // A head is no figure, whatever it reads.
        const cells = read.map((row, index) => (table.hasHead && index === 0 ? emptySpans() : row[column]!))
        return decimalColumn(cells, language)
      })
      rows = { rows: read, align, decimals, type, glue: spaceGlue(styles.table.wordSpace) }
      this.tables.set(table, rows)
    }
    return rows
  }

  private columnWidths(table: TableCopy, rows: TableRows, measure: Pt): readonly Pt[] {
    let known = this.widths.get(table)
    if (!known) this.widths.set(table, (known = new Map()))
    let widths = known.get(measure)
    if (!widths) known.set(measure, (widths = columnWidths(rows, measure)))
    return widths
  }
}

function cutCells(cells: readonly Spans[], words: number): readonly Spans[] {
  let left = words
  return cells.map((spans) => {
    const cut = cutSpans(spans, left)
    left = Math.max(0, left - spans.wordCount)
    return cut
  })
}

function inMeasure(line: SetLine, room: LineRoom, index: number): SetLine {
  const at = Math.min(index, room.measures.length - 1)
  const left = room.lefts[at]!
  const fragments = left === 0 ? line.fragments : line.fragments.map((one) => ({ ...one, x: one.x + left }))
  return { ...line, fragments, measure: room.measures[at]! }
}
