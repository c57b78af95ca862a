import { basename } from 'node:path'
import type { ArticleId, Place, Rect } from '../base/index.js'
import type { Page } from '../edition/index.js'
import { type MadeUpPage, type MadeUpPlacement, placesOf, type PlacedPicture } from '../makeup/index.js'
import type { Pictures } from '../pictures/index.js'
import { grown, intersect } from './rectangles.js'

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
  /** Articles, teasers, and pictures that stand alone, with their words. */
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
  const plain = { article: null, file: null, isArtwork: false }
  const at = (slot: string) => ({ slot, place: placeOf(slot), filePlace: placeOf(slot) })
  const ofFile = (file: string, filePlace: Place) => {
    const picture = pictures.get(file)
    const display = picture && 'display' in picture ? picture.display : basename(file)
    return { file: display, filePlace, isArtwork: picture?.kind === 'outline' }
  }
  const ofPicture = ({ picture, rect }: PlacedPicture, slot: string, article: ArticleId | null): Owner => ({
    ...at(slot),
    ...ofFile(picture.file, picture.place),
    article,
    rect,
    name: `the picture ${basename(picture.name)}`,
  })
  const { format } = madeUp
  return {
    copy: [
      ...madeUp.placements.map(({ id, slot, rect }) => ({ ...plain, ...at(slot), name: id, article: id, rect })),
      ...madeUp.refs.map(({ slot, rect }) => ({ ...plain, ...at(slot), name: `the place ${slot}`, rect })),
      ...madeUp.pictures.map(({ slot, rect, picture }) => ({ ...ofPicture(picture, slot, null), rect })),
    ],
    shown: [
      ...madeUp.placements.flatMap((placement) =>
        picturesIn(placement).map((one) => ofPicture(one, placement.slot, placement.id)),
      ),
      ...madeUp.pictures.map(({ slot, picture }) => ofPicture(picture, slot, null)),
      ...madeUp.adverts.map(({ advert, slot, rect }) => ({
        ...plain,
        ...at(slot),
        ...ofFile(advert.file, advert.place),
        name: `the advert ${advert.id}`,
        rect: shownIn(rect, pictures.get(advert.file)),
      })),
      ...madeUp.furniture.flatMap((mark): readonly Owner[] => {
        if (mark.kind !== 'image') return []
        const { file, rect, place } = mark
        const shown = shownIn(rect, pictures.get(file))
        return [
          { ...plain, ...ofFile(file, place), slot: null, place, rect: shown, name: `the picture ${basename(file)}` },
        ]
      }),
    ],
    page: {
      ...plain,
      name: 'the furniture',
      slot: null,
      place: written.place,
      filePlace: written.place,
      rect: { x: 0, y: 0, width: format.width, height: format.height },
    },
  }
}

function picturesIn({ insets }: MadeUpPlacement): readonly PlacedPicture[] {
  return insets.flatMap((inset) => (inset.kind === 'picture' ? [inset] : []))
}

/** Where a picture stands that is as large as its rectangle allows. */
function shownIn(rect: Rect, picture: { readonly width: number; readonly height: number } | undefined): Rect {
  if (!picture) return rect
  const scale = Math.min(rect.width / picture.width, rect.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return { x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width, height }
}

/** What a thing belongs to: the smallest of all that hold more than half of it. Type is never a part of a picture. */
export function ownerOf(rect: Rect, isType: boolean, { copy, shown, page }: Owners): Owner {
  // A rule has no area of its own.
  const whole = grown(rect, 0.5)
  const holders = [...copy, ...(isType ? [] : shown)].filter((owner) => {
    const shared = intersect(whole, grown(owner.rect, 0.5))
    return shared !== null && areaOf(shared) > areaOf(whole) / 2
  })
  return holders.reduce((least, one) => (areaOf(one.rect) < areaOf(least.rect) ? one : least), page)
}

function areaOf({ width, height }: Rect): number {
  return width * height
}
