import type { Place } from '../base/index.js'
import type { Edition } from './types.js'

/** The picture files of an edition and where each is asked for: those of the furniture and the adverts on its pages. */
export function picturesOf({ stylebook, pages }: Edition): readonly { readonly file: string; readonly place: Place }[] {
  const { folio } = stylebook.furniture
  const pieces = pages.flatMap(({ furniture }) => furniture.map(({ piece }) => piece))
  const images = [folio, ...pieces].flat().filter((element) => element.kind === 'image')
  return [...images, ...pages.flatMap(({ adverts }) => adverts.map(({ advert }) => advert))]
}
