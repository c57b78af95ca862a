import { changed, type Finding } from './change.js'
import { comparePicture } from './compare-insets.js'
import type { Flatplan, PlannedLonePicture } from './flatplan.js'
import { isSamePlace, type PageMatch } from './match-pages.js'
import { type Entry, onNewer, onOlder } from './page-order.js'
import { cellsChange, fromSpotToSpot, namedChange, oldSpotName, pairPlaces, spotName } from './say.js'

/** What became of every picture that stands alone, at each of its places. */
export function comparePictures(older: Flatplan, newer: Flatplan, pages: PageMatch): readonly Entry[] {
  const names = new Set([...older.pictures, ...newer.pictures].map(({ picture: { name } }) => name))
  return [...names].flatMap((name) => {
    const of = ({ pictures }: Flatplan) => pictures.filter(({ picture }) => picture.name === name)
    const { pairs, gone, come } = pairPlaces(of(older), of(newer), pages)
    const subject = { kind: 'picture', name } as const
    return [
      ...pairs.map(([from, to]) => ({
        standing: onNewer(to.spot.page, to),
        subject,
        findings: comparePlaces(from, to, pages),
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

function comparePlaces(from: PlannedLonePicture, to: PlannedLonePicture, pages: PageMatch): readonly Finding[] {
  return [
    ...(isSamePlace(from.spot, to.spot, pages)
      ? cellsChange(from.cells, to.cells)
      : changed('moved', [from.spot, to.spot], fromSpotToSpot(from.spot, to.spot, pages))),
    ...namedChange('box', [from.box, to.box]),
    ...namedChange('dress', [from.dress, to.dress]),
    ...comparePicture(from.picture, to.picture),
  ]
}
