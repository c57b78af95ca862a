import type { GridRect, OrderedRect } from '../../base/index.js'
import { checkOverlaps, type Edition, type OrderedPage, type Page, type Placement } from '../../edition/index.js'
import type { Desk } from '../prepare-parts.js'
import { Settler } from './settler.js'

/** An edition with all its depths settled. */
export interface SettledEdition {
  readonly edition: Edition
  /** The places that are just as deep as what they hold. */
  readonly toMeasure: ReadonlySet<Placement>
}

/**
 * Settles every depth and line of an edition that follows from its copy: what comes back has rectangles of the grid, and is
 * made up like any other. Places that turn out to overlap are reported, and so are those for which no line is left.
 */
export function settleDepths(desk: Desk<OrderedRect>): SettledEdition {
  const { edition: ordered, report } = desk
  const settler = new Settler(desk)
  const toMeasure = new Set<Placement>()
  const pages = ordered.pages.map((page) => settlePage(page, settler, toMeasure))
  for (const page of pages) checkOverlaps([...page.placements, ...page.adverts, ...page.pictures], report)
  return { edition: { ...ordered, pages }, toMeasure }
}

function settlePage(page: OrderedPage, settler: Settler, toMeasure: Set<Placement>): Page {
  // From the top down, so that as much as can be is known of what stands above a place when its turn comes.
  const fromTheTop = [...page.placements, ...page.adverts, ...page.pictures].sort((a, b) => a.rect.line - b.rect.line)
  for (const place of fromTheTop) settler.settle(page, place)
  const hasRoom = ({ rect }: { readonly rect: GridRect }): boolean => rect.depth > 0
  return {
    ...page,
    placements: page.placements
      .map((placement) => {
        const settled = { ...placement, rect: settler.settle(page, placement) }
        if (settler.isToMeasure(placement)) toMeasure.add(settled)
        return settled
      })
      // The text of a continuation stands elsewhere; that of a start with no room is told of as any other.
      .filter((placement) => placement.kind !== 'continuation' || hasRoom(placement)),
    adverts: page.adverts.map((advert) => ({ ...advert, rect: settler.settle(page, advert) })).filter(hasRoom),
    pictures: page.pictures.map((picture) => ({ ...picture, rect: settler.settle(page, picture) })).filter(hasRoom),
  }
}
