import { type GridLines, isSoft, type OrderedRect, type Place, type SoftRect } from '../base/index.js'
import { didYouMean } from '../source/index.js'
import type { Claim } from './check-cells.js'
import type { WrittenPage } from './manifest.js'
import type { PageOptions } from './page-options.js'

/** What stands on a page, as far as its cells could be made out. */
export interface Standing {
  readonly written: WrittenPage
  readonly filled: readonly Claim<OrderedRect>[]
  readonly furniture: readonly Claim[]
}

/** Cells with all that they stand below known to be on the page. */
export type StackPlace = (slot: string, rect: OrderedRect) => OrderedRect

/**
 * Looks up what the places of a page stand below. What stands below furniture, or below a slot that nothing fills and whose
 * cells are numbers, stands under its foot; an empty slot of soft cells takes no room: what is below it moves up. Reports
 * names that the page does not have, circles, and what stands below a place that fills its column.
 */
export function stackPlaces(page: PageOptions, standing: Standing): StackPlace {
  const filled = new Map(standing.filled.map((claim) => [claim.slot, claim.rect]))
  const furniture = new Map(standing.furniture.map((claim) => [claim.slot, claim.rect]))
  const empty = new Map(
    (page.template?.slots ?? [])
      .filter(({ name }) => !filled.has(name) && !furniture.has(name))
      .map(({ name, rect }) => [name, rect]),
  )
  const cells = new Map<string, OrderedRect>([...furniture, ...empty, ...filled])
  const names = new Set([...cells.keys(), ...standing.written.place.keys()])
  const looping = loopsIn(cells)
  for (const [slot, rect] of filled) {
    if (isSoft(rect)) checkBelow({ slot, rect, place: placeOf(slot, page, standing) }, { page, cells, names, looping })
  }
  const under = (rect: SoftRect): Under => {
    const found = rect.below.map((name): Under => {
      const above = cells.get(name)
      if (!above || looping.has(name)) return { line: 1, below: [] }
      if (filled.has(name)) return { line: 1, below: [name] }
      if (!isSoft(above)) return { line: above.line + above.depth, below: [] }
      return under(above)
    })
    return {
      line: Math.max(rect.line, ...found.map(({ line }) => line)),
      below: [...new Set(found.flatMap(({ below }) => below))],
    }
  }
  return (slot, rect) => {
    if (!isSoft(rect)) return rect
    return looping.has(slot) ? { ...rect, below: [] } : { ...rect, ...under(rect) }
  }
}

/** What a place stands below, all in: the first line that is left, and places of which the foot is not known yet. */
interface Under {
  readonly line: GridLines
  readonly below: readonly string[]
}

/** Where it is written what a place stands below. */
function placeOf(slot: string, page: PageOptions, { written, filled }: Standing): Place {
  const own = written.place.get(slot)?.value.at?.value.below
  const ofSlot = page.template?.slots.find(({ name }) => name === slot)
  return own?.place ?? ofSlot?.place ?? filled.find((claim) => claim.slot === slot)!.place
}

/** What is known of a page's places. */
interface Known {
  readonly page: PageOptions
  readonly cells: ReadonlyMap<string, OrderedRect>
  /** All names of the page, those of places that could not be made out among them. */
  readonly names: ReadonlySet<string>
  readonly looping: ReadonlySet<string>
}

function checkBelow(
  { slot, rect, place }: { readonly slot: string; readonly rect: SoftRect; readonly place: Place },
  { page, cells, names, looping }: Known,
): void {
  const { report, knowsSlots } = page
  if (looping.has(slot)) {
    const message = `"${slot}" stands below itself: ${circleFrom(slot, cells).join(' below ')}`
    report({ code: 'below-loop', message, place, hint: 'give one of them a line' })
    return
  }
  for (const name of rect.below) {
    if (!names.has(name)) {
      if (!knowsSlots) continue
      const message = `"${slot}" stands below "${name}", which the page does not have`
      const others = [...names].filter((one) => one !== slot)
      const hint = didYouMean(name, others) ?? (others.length > 0 ? `there is ${others.join(', ')}` : undefined)
      report({ code: 'slot-unknown', message, place, ...(hint ? { hint } : {}) })
    } else if (cells.get(name)?.depth === 'fill') {
      const message = `"${slot}" cannot stand below "${name}", which fills its column`
      report({ code: 'value-wrong', message, place, hint: `give "${name}" a depth in lines, or auto` })
    }
  }
}

/** The names of places that stand below themselves, over however many others. */
function loopsIn(cells: ReadonlyMap<string, OrderedRect>): ReadonlySet<string> {
  return new Set([...cells.keys()].filter((name) => circleFrom(name, cells).length > 0))
}

/** The shortest way from a place by what it stands below back to it, its name first and last; nothing when there is none. */
function circleFrom(name: string, cells: ReadonlyMap<string, OrderedRect>): readonly string[] {
  const ways: (readonly string[])[] = [[name]]
  const met = new Set<string>()
  for (const way of ways) {
    const rect = cells.get(way.at(-1)!)
    for (const above of rect && isSoft(rect) ? rect.below : []) {
      if (above === name) return [...way, above]
      if (!met.has(above)) ways.push([...way, above])
      met.add(above)
    }
  }
  return []
}
