import type { Place } from '../base/index.js'
import {
  byShape,
  list,
  map,
  notYet,
  optional,
  parsed,
  type Placed,
  placed,
  type Read,
  record,
  refined,
  text,
  withDefault,
  wholeNumber,
  length,
} from '../source/index.js'
import { parseHeadOrder } from '../stylebook/index.js'

/** Cells as a manifest gives them: what is left out comes from the slot. */
const at = map(
  {
    col: optional(wholeNumber({ least: 1 })),
    span: optional(wholeNumber({ least: 1 })),
    line: optional(wholeNumber({ least: 1 })),
    depth: optional(wholeNumber({ least: 1 })),
  },
  { expects: 'cells of the grid: { col, span, line, depth }' },
)

const headOrder = parsed('a headline order such as 4-60-2 or 2-auto-auto', parseHeadOrder)

const PICTURES = 'pictures come with a later stonehand'

/** What a manifest says of a place when it says more than an article's id. */
const placementMap = map(
  {
    article: optional(placed(text)),
    articles: optional(placed(list(placed(text), { of: 'article ids' }))),
    continues: optional(placed(text)),
    headline: optional(placed(text)),
    head: optional(placed(headOrder)),
    legs: optional(placed(wholeNumber({ least: 1 }))),
    box: optional(placed(text)),
    dress: optional(placed(text)),
    at: optional(placed(at)),
    picture: notYet(PICTURES),
    pictures: notYet(PICTURES),
    quote: notYet('pull quotes come with a later stonehand'),
    quotes: notYet('pull quotes come with a later stonehand'),
    refs: notYet('teasers and an index come with a later stonehand'),
    advert: notYet('adverts come with a later stonehand'),
  },
  { expects: 'an article id or a map that says what stands there' },
)

type PlacementMap = Read<typeof placementMap>

const NOTHING: PlacementMap = {
  article: null,
  articles: null,
  continues: null,
  headline: null,
  head: null,
  legs: null,
  box: null,
  dress: null,
  at: null,
  picture: null,
  pictures: null,
  quote: null,
  quotes: null,
  refs: null,
  advert: null,
}

/** One place of a page, as written. */
export type WrittenPlacement = PlacementMap

const placement = byShape<PlacementMap>({
  scalar: refined(placed(text), (article): PlacementMap => ({ ...NOTHING, article })),
  map: placementMap,
})

const page = map(
  {
    template: optional(placed(text)),
    grid: optional(
      map({ columns: optional(wholeNumber({ least: 1, most: 24 })), gutter: optional(length({ least: 0 })) }),
    ),
    place: withDefault(record(placed(placement), { expects: 'a map of slots' }), new Map()),
  },
  { expects: 'a page: a map with template and place' },
)

/** One page, as written. */
export interface WrittenPage {
  readonly template: Placed<string> | null
  readonly grid: { readonly columns: number | null; readonly gutter: number | null } | null
  readonly place: ReadonlyMap<string, Placed<WrittenPlacement>>
}

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
  isDate(typed)
    ? typed
    : fail(`date must be a day that exists, written YYYY-MM-DD, not "${typed}"`, { code: 'date-wrong' }),
)

const paperId = refined(text, (typed, fail) =>
  /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(typed)
    ? typed
    : fail(`paper must be the name of a stylebook of the layouts folder, not "${typed}"`, {
        code: /[\\/]|^\.\./.test(typed) ? 'path-outside' : 'value-wrong',
        hint: 'such as new-worker, for layouts/new-worker.yaml',
      }),
)

const ids = withDefault(list(placed(text), { of: 'article ids' }), [])

/** The schema of `edition.yaml`. */
export const manifestSchema = map(
  {
    paper: placed(paperId),
    number: optional(text),
    date,
    price: optional(text),
    format: optional(placed(text)),
    articles: optional(placed(text)),
    pages: placed(list(page, { of: 'pages' })),
    adverts: notYet('adverts come with a later stonehand'),
    hold: ids,
    spike: ids,
  },
  { expects: 'an edition: paper, date, pages' },
)

/** `edition.yaml`, checked key by key; nothing in it is resolved yet. */
export type Manifest = Read<typeof manifestSchema>

/** Ids with their places. */
export type PlacedIds = readonly { readonly value: string; readonly place: Place }[]
