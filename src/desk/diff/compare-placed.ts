import type { GridRect } from '../../base/index.js'
import { changed, type Finding, type Spot, type Subject } from './change.js'
import { isSamePlace, type PageMatch } from './match-pages.js'
import { type Entry, onNewer, onOlder } from './page-order.js'
import { cellsChange, fromSpotToSpot, oldSpotName, pairPlaces, spotName } from './say.js'

/** One place of what stands alone: an advert, a picture. */
interface Placed {
  readonly spot: Spot
  readonly cells: GridRect
}

/** The places of one subject in both editions. */
export interface PlacesOf<T extends Placed> {
  readonly subject: Subject
  readonly older: readonly T[]
  readonly newer: readonly T[]
  readonly pages: PageMatch
  /** What else changed of one; `index` counts its places. */
  readonly compare: (from: T, to: T, index: number) => readonly Finding[]
}

/** What became of what stands alone, at each of its places. */
export function comparePlaced<T extends Placed>({ subject, older, newer, pages, compare }: PlacesOf<T>): Entry[] {
  const { pairs, gone, come } = pairPlaces(older, newer, pages)
  return [
    ...pairs.map(([from, to], index) => ({
      standing: onNewer(to.spot.page, to),
      subject,
      findings: [...comparePlaces(from, to, pages), ...compare(from, to, index)],
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
}

function comparePlaces(from: Placed, to: Placed, pages: PageMatch): readonly Finding[] {
  return isSamePlace(from.spot, to.spot, pages)
    ? cellsChange(from.cells, to.cells)
    : changed('moved', [from.spot, to.spot], fromSpotToSpot(from.spot, to.spot, pages))
}
