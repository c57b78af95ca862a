import { formatPt, type Report } from '../base/index.js'
import { GRID, MARGINS } from './defaults.js'
import type { WrittenStylebook } from './stylebook-schema.js'
import type { Format, Grid } from './types.js'

/** A leg narrower than this holds no type at all. */
const LEAST_COLUMN = 6

/** The formats with their grids. One that leaves no room for type is reported and left out. */
export function resolveFormats(written: WrittenStylebook, report: Report): readonly Format[] {
  return [...(written.formats ?? [])].flatMap(([name, one]) => {
    const [width, height] = one.value.trim
    const margins = { ...MARGINS, ...present(one.value.margins?.value) }
    const columns = one.value.grid?.value.columns ?? written.grid?.value.columns ?? null
    if (columns === null) {
      const place = one.value.grid?.keyPlace ?? written.grid?.keyPlace ?? one.keyPlace
      const hint = 'say how many columns a page has: grid: { columns: 4 }'
      report({ code: 'key-missing', message: `columns is missing from the grid of format ${name}`, place, hint })
      return []
    }
    const grid: Grid = { columns, ...GRID, ...present(written.grid?.value), ...present(one.value.grid?.value) }
    // A hair's breadth of tolerance: 297 mm less its margins may come out a billionth short of a whole line.
    const lines = Math.floor((height - margins.head - margins.foot) / grid.leading + 1e-6)
    const format: Format = { name, width, height, margins, grid, lines }
    const why = whyImpossible(format)
    if (!why) return [format]
    const place = one.value.margins?.keyPlace ?? one.keyPlace
    report({ code: 'format-impossible', message: `format ${name} leaves no room for type: ${why}`, place })
    return []
  })
}

function whyImpossible({ width, margins, grid, lines }: Format): string | null {
  const room = width - margins.inside - margins.outside
  if (room <= 0) return `its margins are wider than the page's ${formatPt(width)}`
  if (lines < 1) return 'no line stands between its head and foot margins'
  const column = (room - (grid.columns - 1) * grid.gutter) / grid.columns
  if (column >= LEAST_COLUMN) return null
  return `${grid.columns} columns with gutters of ${formatPt(grid.gutter)} do not go into ${formatPt(room)}`
}

/** The keys that say something. */
function present<T extends object>(value: T | null | undefined): { [K in keyof T]?: NonNullable<T[K]> } {
  const said = Object.entries(value ?? {}).filter(([, one]) => one !== null)
  return Object.fromEntries(said) as { [K in keyof T]?: NonNullable<T[K]> }
}
