import {
  byShape,
  list,
  map,
  must,
  oneOf,
  optional,
  type Placed,
  placed,
  refined,
  text,
  wholeNumber,
} from '../source/index.js'
import type { Read, Schema } from '../source/index.js'
import {
  CAPTION_PLACES,
  type CaptionPlace,
  headOrder,
  INSET_FIELDS,
  PICTURE_FIELDS,
  QUOTE_FIELDS,
} from '../stylebook/index.js'
import { FACINGS } from './facing.js'
import { waive } from './manifest-waivers.js'

/** A caption as a place gives it: one text, which says what or where, or both by name. */
export type WrittenCaption =
  { readonly one: Placed<string> } | { readonly text: Placed<string> | null; readonly at: CaptionPlace | null }

const caption: Schema<WrittenCaption> = byShape<WrittenCaption>({
  scalar: refined(placed(text), (one): WrittenCaption => ({ one })),
  map: map(
    { text: optional(placed(text)), at: optional(oneOf(CAPTION_PLACES)) },
    { expects: 'a caption and where it stands: { text: …, at: over }' },
  ),
})

/** The places among an article's text that say nothing of where. */
const ANYWHERE = { span: null, leg: null, at: null, depth: null, gap: null, waive: null } as const

const pictureMap = map(
  {
    use: optional(placed(text)),
    of: optional(placed(text)),
    file: optional(placed(text)),
    caption: optional(caption),
    credit: optional(placed(text)),
    alt: optional(placed(text)),
    facing: optional(oneOf(FACINGS)),
    ...PICTURE_FIELDS,
    waive,
  },
  { expects: 'a picture: { use: square.jpg, span: 2, at: head }' },
)

/** What a manifest says of one picture. */
export type WrittenPicture = Read<typeof pictureMap>

const picture: Schema<WrittenPicture> = byShape<WrittenPicture>({
  scalar: refined(placed(text), (use): WrittenPicture => ({
    ...ANYWHERE,
    use,
    of: null,
    file: null,
    caption: null,
    credit: null,
    alt: null,
    facing: null,
    focus: null,
    keyline: null,
    runaround: null,
  })),
  map: pictureMap,
})

/** Quotes are counted from 1, in the order in which the article has them. */
const use = placed(wholeNumber({ least: 1, most: 999 }))

const quoteMap = map(
  { use: optional(use), ...QUOTE_FIELDS, waive },
  { expects: 'a pull quote: { use: 1, span: 2, at: middle }' },
)

/** What a manifest says of one pull quote. */
export type WrittenQuote = Read<typeof quoteMap>

const quote: Schema<WrittenQuote> = byShape<WrittenQuote>({
  scalar: refined(use, (use): WrittenQuote => ({ ...ANYWHERE, use, box: null })),
  map: quoteMap,
})

const sidebarMap = map(
  {
    article: must(placed(text)),
    head: optional(placed(headOrder)),
    legs: optional(placed(wholeNumber({ least: 1, most: 48 }))),
    box: optional(placed(text)),
    dress: optional(placed(text)),
    ...INSET_FIELDS,
    waive,
  },
  { expects: 'a sidebar: { article: facts, span: 1, at: foot }' },
)

/** What a manifest says of one sidebar. */
export type WrittenSidebar = Read<typeof sidebarMap>

const { gap: _, ...ANYWHERE_WITHOUT_GAP } = ANYWHERE

const sidebar: Schema<WrittenSidebar> = byShape<WrittenSidebar>({
  scalar: refined(placed(text), (article): WrittenSidebar => ({
    ...ANYWHERE_WITHOUT_GAP,
    article,
    head: null,
    legs: null,
    box: null,
    dress: null,
  })),
  map: sidebarMap,
})

/** One, which `none` takes away where the slot has one. */
function oneOrNone<T>(schema: Schema<T>): Schema<Placed<T | 'none'> | null> {
  const none: Schema<T | 'none'> = {
    expects: schema.expects,
    read: (spot) => (spot.node.kind === 'scalar' && spot.node.text === 'none' ? 'none' : schema.read(spot)),
  }
  return optional(placed(none))
}

/** Several; an empty list says nothing. */
function several<T>(schema: Schema<T>, of: string): Schema<readonly Placed<T>[] | null> {
  return optional(refined(list(placed(schema), { of }), (all) => (all.length > 0 ? all : null)))
}

/** What a manifest may want among the text of an article. */
export const INSETS = {
  picture: oneOrNone(picture),
  pictures: several(picture, 'pictures'),
  quote: oneOrNone(quote),
  quotes: several(quote, 'pull quotes'),
  sidebar: optional(placed(sidebar)),
  sidebars: several(sidebar, 'sidebars'),
  'head-col': optional(placed(wholeNumber({ least: 1, most: 48 }))),
} as const

/** A place that wants none of it. */
export const NO_INSETS = {
  picture: null,
  pictures: null,
  quote: null,
  quotes: null,
  sidebar: null,
  sidebars: null,
  'head-col': null,
} as const

/** What a place says of pictures, pull quotes and sidebars. */
export type WrittenInsets = { readonly [K in keyof typeof INSETS]: Read<(typeof INSETS)[K]> }

/** The pictures that a place names, in the order of its keys; without one that takes a slot's away. */
export function picturesIn({ picture, pictures }: Pick<WrittenInsets, 'picture' | 'pictures'>) {
  return [...(isSaid(picture) ? [picture] : []), ...(pictures ?? [])]
}

/** The same of its pull quotes. */
export function quotesIn({ quote, quotes }: Pick<WrittenInsets, 'quote' | 'quotes'>) {
  return [...(isSaid(quote) ? [quote] : []), ...(quotes ?? [])]
}

/** The sidebars of a place. */
export function sidebarsIn({ sidebar, sidebars }: Pick<WrittenInsets, 'sidebar' | 'sidebars'>) {
  return [...(sidebar ? [sidebar] : []), ...(sidebars ?? [])]
}

function isSaid<T>(one: Placed<T | 'none'> | null): one is Placed<T> {
  return one !== null && one.value !== 'none'
}
