import type { Ledger, LedgerEntry, RoomLeft } from '../makeup/index.js'

/** The ledger as a table that an editor reads at a glance, with a line of sums under it. Ends with a line end. */
export function formatLedger(ledger: Ledger): string {
  const rows = Object.entries(ledger.articles).map(([id, entry]) => [
    id,
    entry.placements.map(({ page }) => page).join(', '),
    entry.placements.map(({ legs }) => legs).join(', '),
    outcome(entry),
  ])
  const room = ledger.room.length > 0 ? ['', ...ledger.room.map(roomLeft)] : []
  return [...alignColumns([['article', 'page', 'legs', ''], ...rows]), ...room, '', sums(ledger), ''].join('\n')
}

/** `room on page 3: 7 lines below lead, columns 1–2`. */
function roomLeft({ page, below, col, span, line, lines }: RoomLeft): string {
  const where = below.length === 0 ? `from line ${line}` : `below ${below.join(' and ')}`
  const columns = span === 1 ? `column ${col}` : `columns ${col}–${col + span - 1}`
  return `room on page ${page}: ${count(lines, 'line')} ${where}, ${columns}`
}

/** What became of an article, in an editor's words. */
function outcome({ status, lines, words, firstOverset, fitted }: LedgerEntry): string {
  const steps = fitted.length > 0 ? `, by ${fitted.join(', ')}` : ''
  switch (status) {
    case 'copyfit':
      return `fits${steps}`
    case 'underset':
      return `short by ${count(lines, 'line')}${steps}`
    case 'overset':
      return `over by ${count(lines, 'line')} (${count(words, 'word')}), from “${firstOverset ?? ''}”${steps}`
  }
}

function sums({ edition, articles }: Ledger): string {
  const entries = Object.values(articles)
  const parts = [
    ['copyfit', 'fit'],
    ['overset', 'over'],
    ['underset', 'short'],
  ] as const
  const said = parts
    .map(([status, word]) => ({ word, number: entries.filter((entry) => entry.status === status).length }))
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${number} ${word === 'fit' && number === 1 ? 'fits' : word}`)
  const all = `${count(edition.pages, 'page')}, ${count(entries.length, 'article')}`
  return said.length > 0 ? `${all}: ${said.join(', ')}` : all
}

/** Pads every column but the last to its widest cell. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
}

/** `1 line`, `7 lines`. */
function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
