import type { Rect } from '../base/index.js'
import type { LookedPage, Mark } from './look.js'
import type { Owner } from './owners.js'
import { unite } from './rectangles.js'

/** A place where a rule has found something; `D` is what it has to say of it. */
export interface Spot<D> {
  readonly page: LookedPage
  readonly owner: Owner
  readonly rect: Rect
  readonly detail: D
}

/** What is found of one thing on one page, for one cause: it is told once. */
export interface Group<D> {
  readonly page: number
  readonly owner: Owner
  /** All of it together. */
  readonly rect: Rect
  /** At least one. */
  readonly details: readonly D[]
}

/** What a look at every mark of a page gives: what there is to say of it, or null. */
export function spotsOn<D>(
  pages: readonly LookedPage[],
  look: (mark: Mark, page: LookedPage) => D | null,
): readonly Spot<D>[] {
  return pages.flatMap((page) =>
    page.marks.flatMap((mark): readonly Spot<D>[] => {
      const detail = look(mark, page)
      return detail === null ? [] : [{ page, owner: mark.owner, rect: mark.rect, detail }]
    }),
  )
}

/** Spots by their page, what they belong to, and their cause; in the order of the first of each. */
export function group<D>(spots: readonly Spot<D>[], causeOf: (detail: D) => string = () => ''): readonly Group<D>[] {
  const groups = new Map<Owner, Map<string, Spot<D>[]>>()
  for (const spot of spots) {
    const ofOwner = groups.get(spot.owner) ?? new Map<string, Spot<D>[]>()
    groups.set(spot.owner, ofOwner)
    const cause = causeOf(spot.detail)
    const ofCause = ofOwner.get(cause)
    if (ofCause) ofCause.push(spot)
    else ofOwner.set(cause, [spot])
  }
  return [...groups.values()].flatMap((ofOwner) =>
    [...ofOwner.values()].map((all) => ({
      page: all[0]!.page.number,
      owner: all[0]!.owner,
      rect: unite(all.map(({ rect }) => rect)),
      details: all.map(({ detail }) => detail),
    })),
  )
}

/** ` in 12 places`; nothing for one. */
export function inPlaces(count: number): string {
  return count > 1 ? ` in ${count} places` : ''
}
