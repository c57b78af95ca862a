import type { GridRect } from '../../base/index.js'
import type { Change, Finding, Spot, Subject } from './change.js'
import type { PageMatch } from './match-pages.js'

/** Where a change is named: its order among the others, and the page that it is on. */
export interface Standing {
  readonly page: number | null
  readonly order: readonly number[]
}

/** A place on a page. */
export interface Place {
  readonly spot: Spot
  readonly cells: GridRect
}

/** What changed of one subject at one place. */
export interface Entry {
  readonly standing: Standing
  readonly subject: Subject
  readonly findings: readonly Finding[]
}

/** Before all pages. */
export const AHEAD: Standing = { page: null, order: [0] }
/** After all pages. */
export const BEHIND: Standing = { page: null, order: [Infinity] }

/** A page, or a place on it, of the newer edition. */
export function onNewer(page: number, place: Place | null): Standing {
  return { page, order: [page, 0, ...orderOnPage(place)] }
}

/** A page, or a place on it, of the older edition: where the page is now; one that is gone, after the page that it followed. */
export function onOlder(page: number, place: Place | null, { newerOf }: PageMatch): Standing {
  const now = newerOf.get(page)
  if (now !== undefined) return { page, order: [now, 0, ...orderOnPage(place)] }
  let before = page - 1
  while (before > 0 && !newerOf.has(before)) before--
  return { page, order: [newerOf.get(before) ?? 0.5, page, ...orderOnPage(place)] }
}

/** The page itself, then what stands on it as a reader meets it: from the top down, then from left to right. */
function orderOnPage(place: Place | null): readonly number[] {
  return place ? [1, place.cells.line, place.cells.col, place.spot.item ?? 0] : [0]
}

/** All changes in page order. */
export function inPageOrder(entries: readonly Entry[]): readonly Change[] {
  return [...entries]
    .sort((a, b) => compareOrder(a.standing.order, b.standing.order) || compareNames(a.subject, b.subject))
    .flatMap(({ standing, subject, findings }) =>
      findings.map((finding) => ({ page: standing.page, subject, ...finding })),
    )
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [one, other] = [a[index] ?? 0, b[index] ?? 0]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

function compareNames(a: Subject, b: Subject): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
