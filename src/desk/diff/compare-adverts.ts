import { formatSize } from '../../base/index.js'
import { changed, type Finding } from './change.js'
import { comparePlaced } from './compare-placed.js'
import type { Flatplan, PlannedAdvert } from './flatplan.js'
import type { PageMatch } from './match-pages.js'
import type { Entry } from './page-order.js'

/** What became of every advert, at each of its places. */
export function compareAdverts(older: Flatplan, newer: Flatplan, pages: PageMatch): readonly Entry[] {
  const ids = new Set([...older.adverts, ...newer.adverts].map(({ id }) => id))
  return [...ids].flatMap((id) => {
    const of = ({ adverts }: Flatplan): readonly PlannedAdvert[] => adverts.filter((one) => one.id === id)
    return comparePlaced({
      subject: { kind: 'advert', name: id },
      older: of(older),
      newer: of(newer),
      pages,
      // An advert in several places has one size and one artwork: they are named at the first.
      compare: (from, to, index) => (index === 0 ? compareBooking(from, to) : []),
    })
  })
}

function compareBooking(from: PlannedAdvert, to: PlannedAdvert): readonly Finding[] {
  const sizes = [formatSize(from), formatSize(to)] as const
  return [
    ...changed('size', sizes, `booked at ${sizes.join(' → ')}`),
    ...changed('artwork', [from.artwork, to.artwork], 'other artwork'),
  ]
}
