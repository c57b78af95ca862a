import {
  type Schema,
  WRONG,
  anyText,
  byShape,
  list,
  map,
  oneOf,
  optional,
  parsed,
  placed,
  type Read,
  refined,
  text,
  withDefault,
} from '../../source/index.js'
import { protectedName } from '../../stylebook/index.js'
import type { Span } from './copy-source.js'
import { FACINGS } from '../facing.js'
import type { DropCap } from '../types.js'
import type { LeadIn } from './lead-in.js'

/** A text of the front matter and where it stands. */
export interface WrittenText {
  readonly text: string
  readonly span: Span
}

const writtenText: Schema<WrittenText> = {
  expects: 'text',
  read(spot) {
    const text = anyText.read(spot)
    return text === WRONG ? WRONG : { text, span: { start: spot.node.start, end: spot.node.end } }
  },
}

/** The headline: null when it is left out, `wrong` when it was reported already. */
const headline: Schema<WrittenText | 'wrong' | null> = {
  expects: 'text',
  leftOut: { value: null },
  read(spot) {
    const written = writtenText.read(spot)
    return written === WRONG ? 'wrong' : written
  },
}

const leadIn: Schema<LeadIn> = parsed('auto, none or a number of words', (typed) => {
  if (typed === 'auto' || typed === 'none') return typed
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null
})

/** More lines than these no capital stands beside. */
const MOST_LINES = 12

const dropCap: Schema<DropCap> = parsed('auto, none or a number of lines from 2 to 12', (typed) => {
  if (typed === 'auto' || typed === 'none') return typed
  const lines = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  return lines >= 2 && lines <= MOST_LINES ? lines : null
})

/** Language, script, region and variants, as BCP 47 (RFC 5646, 2.1) has them for languages that are written. */
const TAG = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)$/i

/** A language tag in the usual case (en-GB, sr-Latn-RS); null when the text is none. */
export function parseLanguageTag(text: string): string | null {
  const match = TAG.exec(text)
  if (!match) return null
  const [, language, script, region, variants] = match
  const parts = [language!.toLowerCase()]
  if (script) parts.push(script[0]!.toUpperCase() + script.slice(1).toLowerCase())
  if (region) parts.push(region.toUpperCase())
  return parts.join('-') + variants!.toLowerCase()
}

/** What may be left out when an article is too long. */
const DROPPABLE = ['standfirst', 'overline', 'kicker', 'deck', 'byline'] as const

const pictureMap = map(
  {
    file: placed(text),
    caption: optional(writtenText),
    credit: optional(writtenText),
    alt: optional(text),
    facing: optional(oneOf(FACINGS)),
  },
  { expects: 'a picture: { file: pictures/square.jpg, caption: … }' },
)

/** A picture as the front matter lists it. */
export type WrittenPicture = Read<typeof pictureMap>

const picture = byShape<WrittenPicture>({
  scalar: refined(placed(text), (file): WrittenPicture => ({
    file,
    caption: null,
    credit: null,
    alt: null,
    facing: null,
  })),
  map: pictureMap,
})

const quoteMap = map(
  { text: placed(writtenText), credit: optional(writtenText) },
  { expects: 'a pull quote: { text: …, credit: … }' },
)

/** A pull quote as the front matter has it. */
export type WrittenQuote = Read<typeof quoteMap>

const quote = byShape<WrittenQuote>({
  scalar: refined(placed(writtenText), (said): WrittenQuote => ({ text: said, credit: null })),
  map: quoteMap,
})

/** The front matter of an article. Only the headline must be there, which the article's reader sees to. */
export const ARTICLE_MATTER = map(
  {
    headline,
    heads: withDefault(list(writtenText, { of: 'shorter headlines' }), []),
    overline: optional(writtenText),
    standfirst: optional(writtenText),
    deck: optional(writtenText),
    byline: optional(writtenText),
    catchword: optional(writtenText),
    lead_in: withDefault(leadIn, 'auto'),
    drop_cap: withDefault(dropCap, 'auto'),
    language: optional(parsed('a language tag such as en-GB', parseLanguageTag)),
    protect: withDefault(list(protectedName, { of: 'names' }), []),
    optional: withDefault(list(oneOf(DROPPABLE)), []),
    pictures: withDefault(list(picture, { of: 'pictures' }), []),
    quotes: withDefault(list(quote, { of: 'pull quotes' }), []),
  },
  { expects: 'keys such as headline', aliases: { kicker: 'overline', 'lead-in': 'lead_in', 'drop-cap': 'drop_cap' } },
)
