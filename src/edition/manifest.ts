import type { Place } from '../base/index.js'
import {
  byShape,
  length,
  list,
  map,
  must,
  notYet,
  oneOf,
  optional,
  pair,
  type Placed,
  placed,
  type Read,
  record,
  refined,
  type Schema,
  text,
  wholeNumber,
  withDefault,
  WRONG,
} from '../source/index.js'
import { belowPlaces, headOrder, QR_LEVELS, type QrLevel, qrText, REFS_LOOKS, softDepth } from '../stylebook/index.js'
import { INSETS, NO_INSETS, picturesIn, sidebarsIn } from './manifest-insets.js'
import { waive } from './manifest-waivers.js'

/** Cells as a manifest gives them: what is left out comes from the slot. */
const at = refined(
  map(
    {
      col: optional(wholeNumber({ least: 1 })),
      span: optional(wholeNumber({ least: 1 })),
      line: optional(wholeNumber({ least: 1 })),
      below: optional(belowPlaces),
      depth: optional(softDepth),
    },
    { expects: 'cells of the grid: { col, span, line, depth }' },
  ),
  (cells, fail) =>
    cells.line !== null && cells.below
      ? fail('a place stands on a line or below another, not both', { place: cells.below.keyPlace })
      : cells,
)

const refMap = map(
  { article: must(placed(text)), text: optional(placed(text)) },
  { expects: 'an article with words of its own: { article: film, text: A film to see }' },
)

/** One article that is referred to: its id, or that and what is to be said of it. */
const ref = byShape<Read<typeof refMap>>({
  scalar: refined(placed(text), (article): Read<typeof refMap> => ({ article, text: null })),
  map: refMap,
})

/** A QR code: what it says, or that and how much of it may be lost. */
const qr = byShape<{ readonly text: Placed<string>; readonly level: QrLevel }>({
  scalar: refined(qrText, (said) => ({ text: said, level: 'M' as const })),
  map: map(
    { text: qrText, level: withDefault(oneOf(QR_LEVELS), 'M') },
    { expects: 'a QR code: { text: "https://example.org", level: M }' },
  ),
})

/** What a manifest cannot ask for yet. */
const NOT_YET = {
  adverts: notYet('a place takes one advert: several cannot be stacked yet'),
} as const

/** What a manifest says of a place when it says more than an article's id. */
const placementMap = map(
  {
    article: optional(placed(text)),
    articles: optional(placed(list(placed(text), { of: 'article ids' }))),
    continues: optional(placed(text)),
    advert: optional(placed(text)),
    refs: optional(placed(list(ref, { of: 'article ids' }))),
    furniture: optional(placed(text)),
    qr: optional(placed(qr)),
    look: optional(placed(oneOf(REFS_LOOKS))),
    headline: optional(placed(text)),
    head: optional(placed(headOrder)),
    legs: optional(placed(wholeNumber({ least: 1 }))),
    box: optional(placed(text)),
    dress: optional(placed(text)),
    at: optional(placed(at)),
    ...INSETS,
    waive,
    ...NOT_YET,
  },
  { expects: 'keys that say what stands there, such as { article: film }' },
)

/** One place of a page, as written. */
export type WrittenPlacement = Read<typeof placementMap>

const NOTHING: WrittenPlacement = {
  article: null,
  articles: null,
  continues: null,
  advert: null,
  refs: null,
  furniture: null,
  qr: null,
  look: null,
  headline: null,
  head: null,
  legs: null,
  box: null,
  dress: null,
  at: null,
  ...NO_INSETS,
  waive: null,
  adverts: 'left-out',
}

/** Whether a place says something of what is not available yet, were it only an empty key: then it need say nothing else. */
export function saysNotYet(written: WrittenPlacement): boolean {
  return Object.keys(NOT_YET).some((key) => written[key as keyof typeof NOT_YET] !== 'left-out')
}

/** What can stand in a place, each alone. */
const SHOWN = ['article', 'articles', 'continues', 'advert', 'refs', 'furniture', 'qr'] as const

/** The keys of a place that say what stands there, with what they say. */
export function thingsOf(written: WrittenPlacement): readonly Placed<unknown>[] {
  return SHOWN.flatMap((key) => written[key] ?? [])
}

/** Whether a place says of one thing that it stands there. */
export function showsOneThing(written: WrittenPlacement): boolean {
  return thingsOf(written).length === 1
}

/** Whether a place says nothing at all. */
export function saysNothing(written: WrittenPlacement): boolean {
  return Object.entries(written).every(([, value]) => value === null || value === 'left-out')
}

const placement = byShape<WrittenPlacement>({
  scalar: refined(placed(text), (article): WrittenPlacement => ({ ...NOTHING, article })),
  map: placementMap,
})

const pageGrid = map(
  { columns: optional(wholeNumber({ least: 1, most: 48 })), gutter: optional(length({ least: 0 })) },
  { expects: 'a grid: { columns: 3 }' },
)

const page = map(
  {
    template: optional(placed(text)),
    section: optional(text),
    grid: optional(placed(pageGrid)),
    place: withDefault(record(placed(placement), { expects: 'slots with what stands in them' }), new Map()),
    waive,
  },
  { expects: 'a page: keys such as template and place' },
)

/** One page, as written. */
export type WrittenPage = Read<typeof page>

/** A day that exists, written YYYY-MM-DD. */
export function isDate(typed: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!
}

const date = refined(text, (typed, fail) =>
  isDate(typed.trim())
    ? typed.trim()
    : fail(`date must be a day that exists, written YYYY-MM-DD, not "${typed}"`, {
        code: 'date-wrong',
        hint: 'such as 2022-01-14',
      }),
)

/** The paper's name is part of the names of the results: it must be a plain file name. */
const paperId = refined(text, (typed, fail) =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N}_. -]{0,80}[\p{L}\p{N}_-])?$/u.test(typed)
    ? typed
    : fail(`paper must be the name of a stylebook of the layouts folder, not "${typed}"`, {
        code: /[\\/]/.test(typed) ? 'path-outside' : 'value-wrong',
        hint: 'such as new-worker, for layouts/new-worker.yaml',
      }),
)

const ids = withDefault(list(placed(text), { of: 'article ids' }), [])

const pages = refined(placed(list(page, { of: 'pages' })), (read, fail) => {
  // A list of nothing but wrong pages has been reported page by page.
  if (read.value.length === 0 && read.span.end - read.span.start <= 2) fail('pages must hold at least one page')
  return read.value
})

const advert = map(
  {
    file: must(placed(text)),
    size: must(placed(pair(length({ least: 1 }), 'the width and depth booked, such as [90mm, 60mm]'))),
    alt: optional(text),
  },
  { expects: 'an advert: { file: adverts/coop.pdf, size: [90mm, 60mm] }' },
)

/** An advert as booked; null for one that is listed but cannot be read, which has been reported: its name is known all the same. */
const advertOrNull: Schema<Read<typeof advert> | null> = {
  expects: advert.expects,
  read(spot) {
    const read = advert.read(spot)
    return read === WRONG ? null : read
  },
}

/** The schema of `edition.yaml`. */
export const manifestSchema = map(
  {
    paper: must(placed(paperId)),
    number: optional(text),
    date: must(date),
    price: optional(text),
    format: optional(placed(text)),
    articles: optional(placed(text)),
    pages: must(pages),
    adverts: withDefault(record(placed(advertOrNull), { expects: 'names with adverts' }), new Map()),
    hold: ids,
    spike: ids,
  },
  { expects: 'an edition: paper, date, pages' },
)

/** `edition.yaml`, checked key by key; nothing in it is resolved yet. */
export type Manifest = Read<typeof manifestSchema>

/** An id with the place where it is written. */
export interface PlacedId {
  readonly value: string
  readonly place: Place
}

/** The ids that a page starts, those of sidebars among them, in the order written. */
export function startsOn(written: WrittenPage): readonly PlacedId[] {
  return [...written.place.values()].flatMap(({ value }) => [
    ...(value.article ? [value.article] : []),
    ...(value.articles?.value ?? []),
    ...sidebarsIn(value).flatMap((sidebar) => sidebar.value.article ?? []),
  ])
}

/** The ids of articles whose pictures a page shows elsewhere, in the order written. */
export function lendersOn(written: WrittenPage): readonly PlacedId[] {
  return [...written.place.values()].flatMap(({ value }) => picturesIn(value).flatMap(({ value: { of } }) => of ?? []))
}

/** The ids that a page refers to, in the order written. */
export function refsOn(written: WrittenPage): readonly PlacedId[] {
  return [...written.place.values()].flatMap(({ value }) =>
    (value.refs?.value ?? []).flatMap(({ article }) => article ?? []),
  )
}

/** A place of a page as written, under its slot's name. */
export type WrittenEntry = Placed<WrittenPlacement>
