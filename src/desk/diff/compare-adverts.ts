import { formatSize } from '../../base/index.js'
import { changed, type Finding } from './change.js'
import type { Flatplan, PlannedAdvert } from './flatplan.js'
import { isSamePlace, type PageMatch } from './match-pages.js'
import { type Entry, onNewer, onOlder } from './page-order.js'
import { cellsChange, fromSpotToSpot, oldSpotName, pairPlaces, spotName } from './say.js'

/** What became of every advert, at each of its places. */
export function compareAdverts(older: Flatplan, newer: Flatplan, pages: PageMatch): readonly Entry[] {
  const ids = new Set([...older.adverts, ...newer.adverts].map(({ id }) => id))
  return [...ids].flatMap((id) => {
    const of = ({ adverts }: Flatplan): readonly PlannedAdvert[] => adverts.filter((one) => one.id === id)
    const { pairs, gone, come } = pairPlaces(of(older), of(newer), pages)
    const subject = { kind: 'advert', name: id } as const
    return [
      ...pairs.map(([from, to], index) => ({
        standing: onNewer(to.spot.page, to),
        subject,
        // An advert in several places has one size and one artwork: they are named at the first.
        findings: [...comparePlaces(from, to, pages), ...(index === 0 ? compareBooking(from, to) : [])],
      })),
      ...gone.map((one) => ({
        standing: onOlder(one.spot.page, one, pages),
        subject,
        findings: changed('removed', [one.spot, null], `gone, was ${oldSpotName(one.spot, pages)}`),
      })),
      ...come.map((one) => ({
        standing: onNewer(one.spot.page, one),
        subject,
        findings: changed('added', [null, one.spot], `new, ${spotName(one.spot)}`),
      })),
    ]
  })
}

function comparePlaces(from: PlannedAdvert, to: PlannedAdvert, pages: PageMatch): readonly Finding[] {
  return isSamePlace(from.spot, to.spot, pages)
    ? cellsChange(from.cells, to.cells)
    : changed('moved', [from.spot, to.spot], fromSpotToSpot(from.spot, to.spot, pages))
}

function compareBooking(from: PlannedAdvert, to: PlannedAdvert): readonly Finding[] {
  const sizes = [formatSize(from), formatSize(to)] as const
  return [
    ...changed('size', sizes, `booked at ${sizes.join(' → ')}`),
    ...changed('artwork', [from.artwork, to.artwork], 'other artwork'),
  ]
}
