import type { Spot } from './change.js'
import type { Flatplan, PlannedPage } from './flatplan.js'
import { outOfOrder } from './out-of-order.js'

/** Which page of the newer edition is which of the older one. A page that only has another number, since one was put in before it, is the same page. */
export interface PageMatch {
  /** The number in the newer edition of a page of the older; none when it is gone. */
  readonly newerOf: ReadonlyMap<number, number>
  /** The number in the older edition of a page of the newer; none when it was added. */
  readonly olderOf: ReadonlyMap<number, number>
  /** Numbers in the newer edition of the pages that were taken from their place among the others. */
  readonly moved: ReadonlySet<number>
}

/** A page with what stands on it. */
interface FilledPage extends PlannedPage {
  /** `rents lead`: what and where. */
  readonly standing: ReadonlySet<string>
  /** `rents`: what. */
  readonly shown: ReadonlySet<string>
}

type Likeness = (older: FilledPage, newer: FilledPage) => boolean

const sameNumber: Likeness = (older, newer) => older.number === newer.number
const sameTemplate: Likeness = (older, newer) => older.template === newer.template
const mostlyStanding: Likeness = (older, newer) => shareMost(older.standing, newer.standing)
const mostlyShown: Likeness = (older, newer) => shareMost(older.shown, newer.shown)

/** What makes two pages the same, the surest first. */
const LIKENESSES: readonly (readonly Likeness[])[] = [
  [sameNumber, sameTemplate, mostlyStanding],
  [sameTemplate, mostlyStanding],
  [sameNumber, sameTemplate],
  [mostlyShown],
  [sameTemplate],
  [sameNumber],
]

/** Finds each page of one edition again in another. */
export function matchPages(older: Flatplan, newer: Flatplan): PageMatch {
  const newerOf = new Map<number, number>()
  const olderOf = new Map<number, number>()
  const before = fillPages(older)
  const after = fillPages(newer)
  for (const likenesses of LIKENESSES) {
    for (const page of after) {
      if (olderOf.has(page.number)) continue
      const same = before.find((one) => !newerOf.has(one.number) && likenesses.every((areAlike) => areAlike(one, page)))
      if (!same) continue
      newerOf.set(same.number, page.number)
      olderOf.set(page.number, same.number)
    }
  }
  const numbers = after.flatMap(({ number }) => olderOf.get(number) ?? [])
  const moved = new Set([...outOfOrder(numbers)].map((number) => newerOf.get(number)!))
  return { newerOf, olderOf, moved }
}

/** Whether a place of the older edition is this place of the newer one. */
export function isSamePlace(older: Spot, newer: Spot, { newerOf }: PageMatch): boolean {
  return newerOf.get(older.page) === newer.page && older.slot === newer.slot
}

function fillPages({ pages, articles, adverts, pictures }: Flatplan): readonly FilledPage[] {
  const placed = [
    ...[...articles.values()].flatMap(({ id, start, jumps }) =>
      [start, ...jumps].map(({ spot }) => ({ what: id, spot })),
    ),
    ...adverts.map(({ id, spot }) => ({ what: `advert ${id}`, spot })),
    ...pictures.map(({ picture, spot }) => ({ what: `picture ${picture.name}`, spot })),
  ]
  return pages.map((page) => {
    const here = placed.filter(({ spot }) => spot.page === page.number)
    return {
      ...page,
      standing: new Set(here.map(({ what, spot }) => `${what} ${spot.slot}`)),
      shown: new Set(here.map(({ what }) => what)),
    }
  })
}

/** Whether more than half of either is in the other. */
function shareMost(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((one) => b.has(one)).length
  return 2 * shared > Math.max(a.size, b.size)
}
