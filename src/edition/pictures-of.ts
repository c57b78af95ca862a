import type { Place } from '../base/index.js'
import type { OrderedEdition, OrderedPage } from './types.js'

/** A picture file and where it is asked for. */
export interface NamedPicture {
  readonly file: string
  readonly place: Place
  /** Whether text runs along its outline. */
  readonly isOutlined?: boolean
}

/** The picture files of an edition and where each is asked for: those of the furniture, of places and among text, and of adverts on its pages. */
export function picturesOf({ stylebook, pages }: OrderedEdition): readonly NamedPicture[] {
  const { folio } = stylebook.furniture
  const pieces = pages.flatMap(({ furniture }) => furniture.map(({ piece }) => piece))
  const images = [folio, ...pieces].flat().filter((element) => element.kind === 'image')
  return [
    ...images,
    ...pages.flatMap(({ placements, pictures, adverts }) => [
      ...placements.flatMap(picturesAmong),
      ...pictures.map(({ picture }) => picture.picture),
      ...adverts.map(({ advert }) => advert),
    ]),
  ]
}

/** The pictures among the text of a placement. */
function picturesAmong(placement: OrderedPage['placements'][number]): readonly NamedPicture[] {
  const insets = 'insets' in placement ? placement.insets : []
  return insets.flatMap((inset) =>
    inset.kind === 'picture' ? [{ ...inset.picture, isOutlined: inset.runaround === 'contour' }] : [],
  )
}
