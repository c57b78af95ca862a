import { type GridLines, type GridRect, type OrderedRect, overlap, type Place, type Report } from '../base/index.js'

/** The page's grid as a sheet of cells. */
export interface Sheet {
  readonly columns: number
  readonly lines: GridLines
}

/** Whose cells are checked, and where to complain. */
export interface CheckOptions {
  readonly what: string
  readonly sheet: Sheet
  readonly place: Place
  readonly report: Report
}

/** Whether cells lie in the type area, as far as they are known; reports by how much they leave it. */
export function checkCells(rect: OrderedRect, { what, sheet, place, report }: CheckOptions): boolean {
  const lastColumn = rect.col + rect.span - 1
  const lastLine = rect.line + (typeof rect.depth === 'number' ? rect.depth : 1) - 1
  const misses: string[] = []
  if (lastColumn > sheet.columns) misses.push(`ends in column ${lastColumn} of ${sheet.columns}`)
  if (lastLine > sheet.lines) misses.push(`ends on line ${lastLine} of ${sheet.lines}`)
  if (misses.length === 0) return true
  report({ code: 'off-grid', message: `${what} leaves the type area: it ${misses.join(' and ')}`, place })
  return false
}

/** Cells that something of a page takes. */
export interface Claim<Cells = GridRect> {
  readonly slot: string
  readonly rect: Cells
  readonly place: Place
}

/** Reports every two things of a page that share cells, at the later one. */
export function checkOverlaps(claims: readonly Claim[], report: Report): void {
  claims.forEach((later, index) => {
    for (const earlier of claims.slice(0, index)) {
      if (!overlap(earlier.rect, later.rect)) continue
      const line = Math.max(earlier.rect.line, later.rect.line)
      const last = Math.min(earlier.rect.line + earlier.rect.depth, later.rect.line + later.rect.depth) - 1
      const lines = line === last ? `line ${line}` : `lines ${line} to ${last}`
      const { file, line: row, column } = earlier.place
      const message = `"${later.slot}" overlaps "${earlier.slot}" (${file}:${row}:${column}) on ${lines}`
      report({ code: 'overlap', message, place: later.place })
    }
  })
}
