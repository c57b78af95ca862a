import { isSoft, type OrderedRect, type Pt } from '../base/index.js'
import { didYouMean, type Placed } from '../source/index.js'
import { orderCells, type Slot } from '../stylebook/index.js'
import { checkCells } from './check-cells.js'
import { counted } from './counted.js'
import type { WrittenEntry } from './manifest.js'
import type { PlacedHeadOrder } from './types.js'
import { checkSlot, type PageOptions } from './page-options.js'

/** How a placement stands on its page. */
export interface Look {
  readonly slot: string
  readonly rect: OrderedRect
  readonly legs: number
  readonly head: PlacedHeadOrder
  /** The column of the place in which the head begins, from 1. */
  readonly headCol: number
  readonly box: string | null
  readonly dress: string | null
}

/** A leg narrower than so many ems of body type holds no words. */
const LEAST_LEG = 3

/** Cells, legs, head, box and dress of a placement: its own, else its slot's, else the default. Null when it has no cells. */
export function resolveLook(name: string, entry: WrittenEntry, page: PageOptions): Look | null {
  const found = slotOf(name, entry, page)
  if (!found) return null
  const { slot } = found
  const { boxes, dresses } = page.stylebook
  const box = nameOf(entry.value.box, { known: boxes, what: 'box', fallback: slot?.box ?? null, page })
  const dress = nameOf(entry.value.dress, { known: dresses, what: 'dress', fallback: slot?.dress ?? null, page })
  const rect = cellsOf(name, entry, { slot, page })
  if (!rect) return null
  const standing: Standing = { entry, slot, rect, page }
  return { slot: name, rect, legs: legsOf(standing), ...headOf(standing), box, dress }
}

/** The cells of a place that holds no copy; null when it has none. */
export function resolveCells(name: string, entry: WrittenEntry, page: PageOptions): OrderedRect | null {
  const found = slotOf(name, entry, page)
  return found && cellsOf(name, entry, { slot: found.slot, page })
}

/** The slot of this name, null for a free place with its own cells; nothing when there is neither, which is reported. */
function slotOf(name: string, entry: WrittenEntry, page: PageOptions): { readonly slot: Slot | null } | null {
  const { template, knowsSlots, report } = page
  const slot = template?.slots.find((one) => one.name === name)
  if (slot?.furniture) {
    const message = `the slot "${name}" is for furniture (${slot.furniture}): no copy can stand there`
    report({ code: 'slot-unknown', message, place: entry.keyPlace })
    return null
  }
  if (slot || entry.value.at) return { slot: slot ?? null }
  if (!knowsSlots) return null
  const names = (template?.slots ?? []).filter((one) => one.furniture === null).map((one) => one.name)
  const where = template
    ? `template "${template.name}" has no slot "${name}"`
    : 'a page without a template has no slots'
  const message = `${where}, and "${name}" has no \`at\``
  const hint = didYouMean(name, names) ?? 'give it cells: at: { col: 1, span: 1, line: 1, depth: 10 }'
  report({ code: 'slot-unknown', message, place: entry.keyPlace, hint })
  return null
}

/** The cells of a placement, on the page; null when that was reported. */
function cellsOf(
  name: string,
  entry: WrittenEntry,
  { slot, page }: { readonly slot: Slot | null; readonly page: PageOptions },
): OrderedRect | null {
  const { at } = entry.value
  if (!at) return slot && checkSlot(slot, page) ? slot.rect : null
  const { col = null, span = null, line = null, depth = null } = slot?.rect ?? {}
  const cells = {
    col: at.value.col ?? col,
    span: at.value.span ?? span,
    line: at.value.line ?? (at.value.below ? 1 : line),
    depth: at.value.depth ?? depth,
  }
  const lacking = Object.entries(cells).filter(([, value]) => value === null)
  if (lacking.length > 0) {
    const keys = lacking.map(([key]) => key).join(', ')
    const hint = 'without a slot, `at` needs col, span, line (or below) and depth'
    page.report({ code: 'key-missing', message: `the cells of "${name}" lack ${keys}`, place: at.keyPlace, hint })
    return null
  }
  const below = at.value.line === null ? (at.value.below?.value ?? belowOf(slot)) : []
  const rect = orderCells({ ...(cells as OrderedRect), line: below.length > 0 ? null : cells.line, below })
  const { sheet, report } = page
  return checkCells(rect, { what: `"${name}"`, sheet, place: at.place, report }) ? rect : null
}

function belowOf(slot: Slot | null): readonly string[] {
  return slot && isSoft(slot.rect) ? slot.rect.below : []
}

/** A placement on its cells. */
interface Standing {
  readonly entry: WrittenEntry
  readonly slot: Slot | null
  readonly rect: OrderedRect
  readonly page: PageOptions
}

/** The slot, as far as what it says of legs and head is meant for cells of this width. */
function slotOfWidth({ slot, rect }: Standing): Slot | null {
  return slot && slot.rect.span === rect.span ? slot : null
}

function legsOf(standing: Standing): number {
  const { entry, rect, page } = standing
  const { grid, report } = page
  const own = entry.value.legs
  const slot = slotOfWidth(standing)
  const legs = own?.value ?? slot?.legs ?? rect.span
  const width = rect.span * columnOf(page) + (rect.span - 1) * grid.gutter
  const least = LEAST_LEG * page.stylebook.type.body.size
  if ((width - (legs - 1) * grid.gutter) / legs >= least) return legs
  const most = Math.max(1, Math.floor((width + grid.gutter) / (least + grid.gutter)))
  const message = `${counted(legs, 'leg')} cannot stand in ${counted(rect.span, 'column')}: at most ${most}`
  report({ code: 'legs-wrong', message, place: own?.place ?? slot?.place ?? entry.keyPlace })
  return most
}

function columnOf({ format, grid }: PageOptions): Pt {
  const room = format.width - format.margins.inside - format.margins.outside
  return (room - (grid.columns - 1) * grid.gutter) / grid.columns
}

/** The headline order, and the column in which the head begins: as many columns as are left from there, when nobody says. */
function headOf(standing: Standing): Pick<Look, 'head' | 'headCol'> {
  const { entry, rect, page } = standing
  const { head: own, 'head-col': ownCol } = entry.value
  const slot = slotOfWidth(standing)
  const order = own?.value ?? slot?.head ?? { columns: null, size: null, lines: null }
  const headCol = ownCol?.value ?? slot?.headCol ?? 1
  const room = rect.span - headCol + 1
  const place = ownCol?.place ?? own?.place ?? slot?.place ?? entry.keyPlace
  if (room < 1) {
    const message = `a head that begins in column ${headCol} cannot stand in ${counted(rect.span, 'column')}`
    page.report({ code: 'head-order', message, place })
    return { head: { ...order, columns: rect.span, isOwn: own !== null }, headCol: 1 }
  }
  // A head that the slot orders is meant to begin where the slot says.
  const columns = own ? order.columns : ownCol ? null : order.columns
  if (columns !== null && columns > room) {
    const from = headCol > 1 ? ` from column ${headCol}` : ''
    const message = `a head across ${counted(columns, 'column')}${from} cannot stand in ${counted(rect.span, 'column')}`
    page.report({ code: 'head-order', message, place: own?.place ?? place })
  }
  return { head: { ...order, columns: Math.min(columns ?? room, room), isOwn: own !== null }, headCol }
}

/** How a name of the stylebook is looked up. */
export interface NameOptions {
  readonly known: ReadonlyMap<string, unknown>
  readonly what: string
  readonly fallback: string | null
  readonly page: PageOptions
}

/** A name of the stylebook's: as written, `none` taking the slot's away, else the slot's. One that it does not have is reported. */
export function nameOf(own: Placed<string> | null, { known, what, fallback, page }: NameOptions): string | null {
  if (!own) return fallback
  if (known.has(own.value)) return own.value
  // These take a slot's own box or dress away.
  if (own.value === 'none' || own.value === 'plain') return null
  const names = [...known.keys()]
  const hint = didYouMean(own.value, names) ?? (names.length > 0 ? `there is ${names.join(', ')}` : undefined)
  const message = `the stylebook has no ${what} "${own.value}"`
  page.report({ code: 'style-unknown', message, place: own.place, ...(hint ? { hint } : {}) })
  return fallback
}
