import { basename } from 'node:path'
import type { ArticleId, Place, Pt, Rect } from '../base/index.js'
import { shownIn } from '../display/index.js'
import type { Page } from '../edition/index.js'
import {
  type MadeUpPage,
  type MadeUpPlacement,
  pageFrame,
  placesOf,
  type PlacedPicture,
  rectOf,
} from '../makeup/index.js'
import type { Pictures } from '../pictures/index.js'
import { grown, intersect, isWithin } from './rectangles.js'

/** What something on a page belongs to: an article in its place, teasers, a picture, an advert, or the page's furniture. */
export interface Owner {
  /** In an editor's words, to begin a sentence: `rents`, `the advert coop`. */
  readonly name: string
  readonly slot: string | null
  readonly article: ArticleId | null
  /** Of a picture or an advert, as an editor should see it. */
  readonly file: string | null
  readonly rect: Rect
  /** Where it is placed. */
  readonly place: Place
  /** Where its file is named; where it is placed, when it has none. */
  readonly filePlace: Place
  /** Whether it is drawn artwork: its outlines are one picture. */
  readonly isArtwork: boolean
}

/** All that things on a page can belong to. */
export interface Owners {
  /** Articles, teasers, and pictures that stand alone, with their words; furniture that has a place of its own. */
  readonly copy: readonly Owner[]
  /** Pictures and adverts by what is seen of them. */
  readonly shown: readonly Owner[]
  /** The page, for what belongs to nothing else. */
  readonly page: Owner
}

/** What there is on a page for things to belong to. */
export function ownersOf(madeUp: MadeUpPage, written: Page, pictures: Pictures): Owners {
  const places = placesOf(written)
  const placeOf = (slot: string): Place => places.find((one) => one.slot === slot)?.place ?? written.place
  const desk = { placeOf, pictures }
  const { width, height } = madeUp.format
  const furniture = furnitureOn(madeUp, written)
  const page: Owner = {
    ...PLAIN,
    name: 'the furniture',
    slot: null,
    place: written.place,
    filePlace: written.place,
    rect: { x: 0, y: 0, width, height },
  }
  const slotOf = ({ x, y, width, height }: Rect): string | null =>
    furniture.find(({ rect }) => isWithin({ x: x + width / 2, y: y + height / 2 }, rect))?.slot ?? null
  return {
    copy: [...copyOn(madeUp, desk), ...furniture],
    shown: [...shownOn(madeUp, desk), ...imagesOf(madeUp, slotOf, desk)],
    page,
  }
}

/** Furniture that a template or the manifest puts in a place. */
function furnitureOn({ format, grid, number }: MadeUpPage, written: Page): readonly Owner[] {
  const frame = pageFrame(format, grid, number)
  return written.furniture.map(({ slot, name, rect, place }) => {
    return { ...PLAIN, name, slot, place, filePlace: place, rect: rectOf(frame, rect) }
  })
}

const PLAIN = { article: null, file: null, isArtwork: false }

/** What finding owners needs. */
interface Desk {
  /** Where the manifest fills a slot. */
  readonly placeOf: (slot: string) => Place
  readonly pictures: Pictures
}

function copyOn({ placements, refs, pictures }: MadeUpPage, desk: Desk): readonly Owner[] {
  return [
    ...placements.map(({ id, slot, rect }) => ({ ...PLAIN, ...inSlot(slot, desk), name: id, article: id, rect })),
    ...refs.map(({ slot, rect }) => ({ ...PLAIN, ...inSlot(slot, desk), name: `the place ${slot}`, rect })),
    ...pictures.map(({ slot, rect, picture }) => ({ ...pictureIn(slot, picture, desk), rect })),
  ]
}

function shownOn({ placements, pictures, adverts }: MadeUpPage, desk: Desk): readonly Owner[] {
  return [
    ...placements.flatMap((placement) =>
      picturesIn(placement).map((one) => ({ ...pictureIn(placement.slot, one, desk), article: placement.id })),
    ),
    ...pictures.map(({ slot, picture }) => pictureIn(slot, picture, desk)),
    ...adverts.map(({ advert: { id, file, place }, slot, rect }) => ({
      ...PLAIN,
      ...inSlot(slot, desk),
      ...ofFile(file, place, desk),
      name: `the advert ${id}`,
      rect: seenIn(rect, file, desk),
    })),
  ]
}

/** Pictures of the furniture, and the slot that each stands in. */
function imagesOf({ furniture }: MadeUpPage, slotOf: (rect: Rect) => string | null, desk: Desk): readonly Owner[] {
  return furniture.flatMap((mark): readonly Owner[] => {
    if (mark.kind !== 'image') return []
    const { file, place } = mark
    const rect = seenIn(mark.rect, file, desk)
    const name = `the picture ${basename(file)}`
    return [{ ...PLAIN, ...ofFile(file, place, desk), slot: slotOf(rect), place, rect, name }]
  })
}

function inSlot(slot: string, { placeOf }: Desk): Pick<Owner, 'slot' | 'place' | 'filePlace'> {
  return { slot, place: placeOf(slot), filePlace: placeOf(slot) }
}

function ofFile(file: string, filePlace: Place, { pictures }: Desk): Pick<Owner, 'file' | 'filePlace' | 'isArtwork'> {
  const picture = pictures.get(file)
  const display = picture && 'display' in picture ? picture.display : basename(file)
  return { file: display, filePlace, isArtwork: picture?.kind === 'outline' }
}

function pictureIn(slot: string, { picture, rect }: PlacedPicture, desk: Desk): Owner {
  const name = `the picture ${basename(picture.name)}`
  return { ...inSlot(slot, desk), ...ofFile(picture.file, picture.place, desk), article: null, rect, name }
}

function picturesIn({ insets }: MadeUpPlacement): readonly PlacedPicture[] {
  return insets.flatMap((inset) => (inset.kind === 'picture' ? [inset] : []))
}

/** Where a picture is seen; all of its rectangle for one that could not be opened. */
function seenIn(rect: Rect, file: string, { pictures }: Desk): Rect {
  const picture = pictures.get(file)
  return picture ? shownIn(rect, picture) : rect
}

/** Something that is seen, as far as it says what it belongs to. */
interface Belonging {
  readonly rect: Rect
  /** Type is never a part of a picture. */
  readonly isType: boolean
  /** By so much a picture that touches the trim is larger than it was placed. */
  readonly bleed: Pt
}

/** A keyline stands out by half of its width. */
const KEYLINE: Pt = 1

/** What a thing belongs to: the smallest of all that hold more than half of it. What is larger than a picture only lies under it. */
export function ownerOf({ rect, isType, bleed }: Belonging, { copy, shown, page }: Owners): Owner {
  // A rule has no area of its own.
  const whole = grown(rect, 0.5)
  const pictures = isType
    ? []
    : shown.filter((owner) => areaOf(rect) <= areaOf(grown(owner.rect, Math.max(bleed, KEYLINE))))
  const holders = [...copy, ...pictures].filter((owner) => {
    const shared = intersect(whole, grown(owner.rect, 0.5))
    return shared !== null && areaOf(shared) > areaOf(whole) / 2
  })
  return holders.reduce((least, one) => (areaOf(one.rect) < areaOf(least.rect) ? one : least), page)
}

/** How large a rectangle is, in square points. */
export function areaOf({ width, height }: Rect): number {
  return width * height
}
