import { type GridRect, nearest, type Place, type Report } from '../base/index.js'
import type { Placed } from '../source/index.js'
import type { Format, Grid, HeadOrder, Slot, Stylebook, Template } from '../stylebook/index.js'
import { checkCells } from './check-cells.js'
import type { WrittenPlacement } from './manifest.js'

/** How a placement stands on its page. */
export interface Look {
  readonly rect: GridRect
  readonly legs: number
  readonly head: HeadOrder & { readonly columns: number }
  readonly box: string | null
  readonly dress: string | null
}

/** What a look is resolved against. */
export interface LookOptions {
  readonly stylebook: Stylebook
  readonly format: Format
  readonly grid: Grid
  readonly template: Template | null
  readonly report: Report
}

/** A leg narrower than so many ems of body type holds no words. */
const LEAST_LEG = 3

/** Cells, legs, head, box and dress of a placement: its own, else its slot's, else the default. */
export function resolveLook(name: string, entry: Placed<WrittenPlacement>, options: LookOptions): Look | null {
  const slot = slotOf(name, entry, options)
  if (slot === undefined) return null
  const rect = cellsOf(name, entry, slot, options)
  if (!rect) return null
  const { value } = entry
  return {
    rect,
    legs: legsOf(entry, slot, rect, options),
    head: headOf(entry, slot, rect, options),
    box: nameOf(value.box, { known: options.stylebook.boxes, what: 'box', fallback: slot?.box ?? null, ...options }),
    dress: nameOf(value.dress, {
      known: options.stylebook.dresses,
      what: 'dress',
      fallback: slot?.dress ?? null,
      ...options,
    }),
  }
}

/** The slot of this name; null for a free place with its own cells, undefined when there is neither. */
function slotOf(name: string, entry: Placed<WrittenPlacement>, options: LookOptions): Slot | null | undefined {
  const { template, report } = options
  const slot = template?.slots.find((one) => one.name === name)
  if (slot?.furniture) {
    const message = `slot "${name}" is for furniture (${slot.furniture}): no copy can stand there`
    report({ code: 'slot-unknown', message, place: entry.keyPlace })
    return undefined
  }
  if (slot || entry.value.at) return slot ?? null
  const names = (template?.slots ?? []).filter((one) => one.furniture === null).map((one) => one.name)
  const near = nearest(name, names)
  const where = template
    ? `template "${template.name}" has no slot "${name}"`
    : 'a page without a template has no slots'
  report({
    code: 'slot-unknown',
    message: `${where}, and "${name}" has no \`at\``,
    place: entry.keyPlace,
    hint: near ? `did you mean "${near}"?` : 'give it cells: at: { col: 1, span: 1, line: 1, depth: 10 }',
  })
  return undefined
}

function cellsOf(
  name: string,
  entry: Placed<WrittenPlacement>,
  slot: Slot | null,
  options: LookOptions,
): GridRect | null {
  const { grid, format, report } = options
  const at = entry.value.at
  const cells = {
    col: at?.value.col ?? slot?.rect.col,
    span: at?.value.span ?? slot?.rect.span,
    line: at?.value.line ?? slot?.rect.line,
    depth: at?.value.depth ?? slot?.rect.depth,
  }
  const missing = Object.entries(cells).filter(([, value]) => value === undefined)
  if (missing.length > 0) {
    const keys = missing.map(([key]) => key).join(', ')
    report({ code: 'key-missing', message: `the cells of "${name}" lack ${keys}`, place: at!.place })
    return null
  }
  const rect = cells as GridRect
  // A slot as the stylebook has it was checked with its template.
  if (!at) return rect.col + rect.span - 1 <= grid.columns && rect.line + rect.depth - 1 <= format.lines ? rect : null
  const sheet = { columns: grid.columns, lines: format.lines }
  return checkCells(rect, { what: `"${name}"`, sheet, place: at.place, report }) ? rect : null
}

function legsOf(entry: Placed<WrittenPlacement>, slot: Slot | null, rect: GridRect, options: LookOptions): number {
  const { grid, format, stylebook, report } = options
  const own = entry.value.legs
  // What a slot says is for the slot's own width: a placement that narrows it takes as many legs as columns.
  const narrowed = slot !== null && rect.span !== slot.rect.span
  const legs = own?.value ?? (narrowed ? null : slot?.legs) ?? rect.span
  const { margins } = format
  const column = (format.width - margins.inside - margins.outside - (grid.columns - 1) * grid.gutter) / grid.columns
  const width = rect.span * column + (rect.span - 1) * grid.gutter
  const leg = (width - (legs - 1) * grid.gutter) / legs
  const em = stylebook.type.body.size
  if (leg >= LEAST_LEG * em) return legs
  const most = Math.max(1, Math.floor((width + grid.gutter) / (LEAST_LEG * em + grid.gutter)))
  const message = `${legs} legs are too many for ${rect.span === 1 ? 'one column' : `${rect.span} columns`}: at most ${most}`
  report({ code: 'legs-wrong', message, place: own?.place ?? slot?.place ?? entry.keyPlace })
  return most
}

function headOf(
  entry: Placed<WrittenPlacement>,
  slot: Slot | null,
  rect: GridRect,
  { report }: LookOptions,
): HeadOrder & { readonly columns: number } {
  const own = entry.value.head
  if (own && own.value.columns !== null && own.value.columns > rect.span) {
    const columns = rect.span === 1 ? 'one column' : `${rect.span} columns`
    const message = `a head across ${own.value.columns} columns does not go into ${columns}`
    report({ code: 'head-order', message, place: own.place })
  }
  const order = own?.value ?? slot?.head ?? { columns: null, size: null, lines: null }
  return { ...order, columns: Math.min(order.columns ?? rect.span, rect.span) }
}

function nameOf(
  own: Placed<string> | null,
  options: {
    readonly known: ReadonlyMap<string, unknown>
    readonly what: string
    readonly fallback: string | null
    readonly report: Report
  },
): string | null {
  const { known, what, fallback, report } = options
  if (!own) return fallback
  if (known.has(own.value)) return own.value
  // `none` takes a slot's own box or dress away.
  if (own.value === 'none') return null
  const near = nearest(own.value, known.keys())
  const place: Place = own.place
  report({
    code: 'style-unknown',
    message: `the stylebook has no ${what} "${own.value}"`,
    place,
    ...(near ? { hint: `did you mean "${near}"?` } : {}),
  })
  return fallback
}
