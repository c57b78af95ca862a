import type { Place } from '../base/index.js'
import type { OrderedEdition } from './types.js'

/** The picture files of an edition and where each is asked for: those of the furniture and the adverts on its pages. */
export function picturesOf({
  stylebook,
  pages,
}: OrderedEdition): readonly { readonly file: string; readonly place: Place }[] {
  const { blocks, folio } = stylebook.furniture
  const pieces = pages.flatMap(({ furniture }) => furniture.map(({ piece }) => blocks.get(piece) ?? []))
  const images = [folio, ...pieces].flat().filter((element) => element.kind === 'image')
  return [...images, ...pages.flatMap(({ adverts }) => adverts.map(({ advert }) => advert))]
}
