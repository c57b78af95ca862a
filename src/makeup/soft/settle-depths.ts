import type { GridRect, Report } from '../../base/index.js'
import { checkOverlaps, type Edition, type OrderedEdition, type Page } from '../../edition/index.js'
import type { Setter } from '../../typeset/index.js'
import { Settler } from './settler.js'

/**
 * Settles every depth and line of an edition that follows from its copy: what comes back has rectangles of the grid, and is
 * made up like any other. Places that turn out to overlap are reported, and so are those for which no line is left.
 */
export function settleDepths(ordered: OrderedEdition, setter: Setter, report: Report): Edition {
  const settler = new Settler(ordered, setter, report)
  const pages = ordered.pages.map((page) => settlePage(page, settler))
  for (const page of pages) {
    const places = [...page.placements, ...page.adverts, ...page.pictures]
    checkOverlaps(places, report)
  }
  return { ...ordered, pages }
}

function settlePage(page: OrderedEdition['pages'][number], settler: Settler): Page {
  // From the top down, so that as much as can be is known of what stands above a place when its turn comes.
  const fromTheTop = [...page.placements, ...page.adverts].sort((a, b) => a.rect.line - b.rect.line)
  for (const place of fromTheTop) settler.settle(page, place)
  const hasRoom = ({ rect }: { readonly rect: GridRect }): boolean => rect.depth > 0
  return {
    ...page,
    placements: page.placements
      .map((placement) => ({ ...placement, rect: settler.settle(page, placement) }))
      // The text of a continuation stands elsewhere; that of a start with no room is told of as any other.
      .filter((placement) => placement.kind !== 'continuation' || hasRoom(placement)),
    adverts: page.adverts.map((advert) => ({ ...advert, rect: settler.settle(page, advert) })).filter(hasRoom),
  }
}
