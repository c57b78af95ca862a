import type { Finding } from './change.js'
import { comparePicture } from './compare-insets.js'
import { comparePlaced } from './compare-placed.js'
import type { Flatplan, PlannedLonePicture } from './flatplan.js'
import type { PageMatch } from './match-pages.js'
import type { Entry } from './page-order.js'
import { namedChange } from './say.js'

/** What became of every picture that stands alone, at each of its places. */
export function comparePictures(older: Flatplan, newer: Flatplan, pages: PageMatch): readonly Entry[] {
  const names = new Set([...older.pictures, ...newer.pictures].map(({ picture: { name } }) => name))
  return [...names].flatMap((name) => {
    const of = ({ pictures }: Flatplan) => pictures.filter(({ picture }) => picture.name === name)
    return comparePlaced({
      subject: { kind: 'picture', name },
      older: of(older),
      newer: of(newer),
      pages,
      compare: compareLone,
    })
  })
}

function compareLone(from: PlannedLonePicture, to: PlannedLonePicture): readonly Finding[] {
  return [
    ...namedChange('box', [from.box, to.box]),
    ...namedChange('dress', [from.dress, to.dress]),
    ...comparePicture(from.picture, to.picture),
  ]
}
