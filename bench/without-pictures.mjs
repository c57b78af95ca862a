import { parse, stringify } from 'yaml'

/** What else than a picture may stand in a place. */
const COPY = ['article', 'articles', 'continues', 'advert', 'refs']

/**
 * @typedef {Record<string, any>} Place
 * @typedef {Record<string, Place | string>} Places
 */

/**
 * The manifest of the same pages without pictures: none among the text of articles, be they asked for here or by a slot, and no
 * places of pictures alone. What stood below one stands where it stood, or below what it stood below.
 * @param {string} manifest
 * @returns {string}
 */
export function withoutPictures(manifest) {
  const edition = parse(manifest)
  const pages = edition.pages.map((/** @type {any} */ page) =>
    page.place ? { ...page, place: placesWithout(page.place) } : page,
  )
  return stringify({ ...edition, pages })
}

/** @param {Places} places @returns {Places} */
function placesWithout(places) {
  const alone = Object.fromEntries(Object.entries(places).filter(([, place]) => isPictureAlone(place)))
  const others = Object.entries(places).filter(([name]) => !(name in alone))
  return Object.fromEntries(others.map(([name, place]) => [name, moveUp(textAlone(place), alone)]))
}

/** @param {Place | string} place */
function isPictureAlone(place) {
  return isMap(place) && (place.picture || place.pictures) && !COPY.some((key) => place[key])
}

/** @param {Place | string} place @returns {place is Place} */
function isMap(place) {
  return typeof place === 'object' && place !== null
}

/** A slot may ask for a picture that the manifest does not name. @param {Place | string} place @returns {Place | string} */
function textAlone(place) {
  const said = isMap(place) ? place : { article: place }
  if (!said.article && !said.continues) return place
  const { pictures: _, ...rest } = said
  return { ...rest, picture: 'none' }
}

/** @param {Place | string} place @param {Places} alone @returns {Place | string} */
function moveUp(place, alone) {
  if (!isMap(place) || !place.at?.below) return place
  const { below, ...at } = place.at
  const names = [below].flat()
  const gone = names.filter((name) => name in alone)
  if (gone.length === 0) return place
  const cells = gone.map((name) => /** @type {Place} */ (alone[name]).at ?? {})
  const higher = [...names.filter((name) => !(name in alone)), ...cells.flatMap(({ below }) => below ?? [])]
  if (higher.length > 0) return moveUp({ ...place, at: { ...at, below: [...new Set(higher)] } }, alone)
  const lines = cells.flatMap(({ line }) => line ?? [])
  // A slot of the template may still be stood below when nothing fills it.
  return lines.length > 0 ? { ...place, at: { ...at, line: Math.min(...lines) } } : place
}
