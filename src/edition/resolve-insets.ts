import { articleId, type Report } from '../base/index.js'
import type { Placed } from '../source/index.js'
import type { InsetLook, Slot } from '../stylebook/index.js'
import { counted } from './counted.js'
import {
  picturesIn,
  quotesIn,
  sidebarsIn,
  type WrittenPicture,
  type WrittenQuote,
  type WrittenSidebar,
} from './manifest-insets.js'
import { waiversOf, type WrittenWaivers } from './manifest-waivers.js'
import type { WrittenEntry } from './manifest.js'
import { orderPicture } from './order-picture.js'
import type { PageOptions } from './page-options.js'
import { type Look, nameOf } from './resolve-look.js'
import type { Article, Inset, InsetPlace, PictureInset, PullQuote, QuoteInset, SidebarInset } from './types.js'

/** A place of one article, in which other things may stand. */
export interface InsetHost {
  readonly entry: WrittenEntry
  readonly article: Article
  readonly look: Look
  readonly page: PageOptions
}

/** The box of a sidebar that names none. */
const SIDEBAR_BOX = 'tint'

/** What stands among the text of an article's place: what its slot asks for, then what the manifest does, in the order written. */
export function resolveInsets(host: InsetHost): readonly Inset[] {
  const { entry, page } = host
  const slot = page.template?.slots.find(({ name }) => name === host.look.slot) ?? null
  const { picture, quote } = entry.value
  const written = [
    ...picturesIn(entry.value).map((one) => ({
      at: one,
      inset: () => pictureInset(one, host, one === picture ? slot : null),
    })),
    ...quotesIn(entry.value).map((one) => ({
      at: one,
      inset: () => quoteInset(one, host, one === quote ? slot : null),
    })),
    ...sidebarsIn(entry.value).map((one) => ({ at: one, inset: () => sidebarInset(one, host) })),
  ].sort((a, b) => a.at.span.start - b.at.span.start)
  const ofSlot = [
    slot?.picture && picturesIn(entry.value).length === 0 && picture === null ? pictureInset(null, host, slot) : null,
    slot?.quote && quotesIn(entry.value).length === 0 && quote === null ? quoteInset(null, host, slot) : null,
  ]
  return [...ofSlot, ...written.map(({ inset }) => inset())].filter((inset) => inset !== null)
}

/** What only the place of an article can hold. */
const OF_ARTICLES = ['picture', 'pictures', 'quote', 'quotes', 'sidebar', 'sidebars', 'head-col'] as const

/** Reports what a place that shows something else says of pictures, pull quotes and sidebars. */
export function refuseInsets({ value }: WrittenEntry, what: string, { report }: PageOptions): void {
  for (const key of OF_ARTICLES) {
    const said = value[key]
    // That it has none is right.
    if (!said || ('value' in said && said.value === 'none')) continue
    const place = 'keyPlace' in said ? said.keyPlace : said[0]!.place
    report({ code: 'value-wrong', message: `${what} has no ${key}: it stands in the place of one article`, place })
  }
}

function pictureInset(written: Placed<WrittenPicture> | null, host: InsetHost, slot: Slot | null): PictureInset | null {
  const { article, page } = host
  const look = slot?.picture ?? null
  const order = orderPicture({ written, look, article, page })
  const place = placeOf({ what: 'a picture', written, look, at: 'head' }, host)
  if (!order) return null
  const { runaround, gap } = written?.value ?? {}
  return {
    kind: 'picture',
    ...order,
    ...place,
    runaround: runaround ?? look?.runaround ?? 'box',
    gap: gap ?? look?.gap ?? null,
  }
}

function quoteInset(written: Placed<WrittenQuote> | null, host: InsetHost, slot: Slot | null): QuoteInset | null {
  const { article, page } = host
  const look = slot?.quote ?? null
  const quote = quoteOf(written, article, page)
  const place = placeOf({ what: 'a pull quote', written, look, at: 'middle' }, host)
  const { box = null, gap } = written?.value ?? {}
  if (!quote) return null
  return {
    kind: 'quote',
    quote,
    ...place,
    box: nameOf(box, { known: page.stylebook.boxes, what: 'box', fallback: look?.box ?? null, page }),
    gap: gap ?? look?.gap ?? null,
  }
}

/** The pull quote that is meant: by its number, or the next of the article's. */
function quoteOf(written: Placed<WrittenQuote> | null, article: Article, page: PageOptions): PullQuote | null {
  const { id, quotes } = article
  const use = written?.value.use
  const quote = use ? quotes[use.value - 1] : page.turns.nextQuote(article)
  if (quote) return quote
  if (!written) return null
  const has = quotes.length === 0 ? 'lists no pull quotes' : `has ${counted(quotes.length, 'pull quote')}`
  const message = use
    ? `the article ${id} ${has}: there is no number ${use.value}`
    : `the article ${id} ${has}, and no more`
  const hint = quotes.length === 0 ? 'list them in the front matter: quotes: ["…"]' : 'they are counted from 1'
  page.report({ code: 'quote-unknown', message, place: (use ?? written).place, hint })
  return null
}

function sidebarInset(written: Placed<WrittenSidebar>, host: InsetHost): SidebarInset | null {
  const { page } = host
  const { stylebook, report } = page
  const { article, head, legs, box, dress } = written.value
  const place = placeOf({ what: 'a sidebar', written, look: null, at: 'head' }, host)
  const id = article && articleId(article.value)
  const options = { fallback: null, page }
  const looks = {
    box: nameOf(box, { ...options, known: stylebook.boxes, what: 'box', fallback: SIDEBAR_BOX }),
    dress: nameOf(dress, { ...options, known: stylebook.dresses, what: 'dress' }),
  }
  const order = head?.value ?? { columns: null, size: null, lines: null }
  const most = legs?.value ?? Math.max(1, Math.floor(place.span))
  if (order.columns !== null && order.columns > most) {
    const message = `a head across ${counted(order.columns, 'column')} cannot stand in a sidebar of ${counted(most, 'leg')}`
    report({ code: 'head-order', message, place: head!.place })
  }
  // An article that has no file, or could not be read, has been reported.
  if (!id || !page.articles.has(id)) return null
  return { kind: 'sidebar', article: id, head: order, legs: most, ...looks, ...place }
}

/** What is said of where something stands. */
interface Standing {
  /** What stands there, in an editor's words. */
  readonly what: string
  /** What the manifest says; null where only the slot asks. */
  readonly written: Placed<WrittenPlace> | null
  readonly look: InsetLook | null
  /** Where it stands when nobody says. */
  readonly at: InsetPlace['at']
}

interface WrittenPlace {
  readonly span: Placed<number> | null
  readonly leg: Placed<number> | null
  readonly at: Placed<InsetPlace['at']> | null
  readonly depth: Placed<number> | null
  readonly waive: WrittenWaivers
}

/** Where something stands: as the manifest says, else as its slot does, as far as that has room in these legs. */
function placeOf({ what, written, look, at }: Standing, { entry, look: { legs, rect }, page }: InsetHost): InsetPlace {
  const own = written?.value ?? null
  const span = own?.span?.value ?? Math.min(look?.span ?? 1, legs)
  const ownLeg = own?.leg?.value ?? null
  const slotLeg = look?.leg ?? null
  const leg = ownLeg ?? (slotLeg === null ? null : Math.max(1, Math.min(slotLeg, legs - span + 1)))
  // How deep a soft place is, nobody knows yet: what finds no room in it is told of when it stands.
  const depth = typeof rect.depth === 'number' ? rect.depth : Infinity
  if (own) checkRoom({ what, written: own, span, leg: ownLeg }, { legs, depth, report: page.report })
  return {
    span,
    leg,
    at: own?.at?.value ?? look?.at ?? at,
    depth: own?.depth?.value ?? look?.depth ?? null,
    waivers: waiversOf(own?.waive ?? null),
    place: written?.place ?? entry.keyPlace,
  }
}

/** Reports what stands beside or below the legs. */
function checkRoom(
  { what, written, span, leg }: Pick<Standing, 'what'> & { written: WrittenPlace; span: number; leg: number | null },
  { legs, depth, report }: { readonly legs: number; readonly depth: number; readonly report: Report },
): void {
  const room = counted(legs, 'leg')
  const tooWide = written.span && span > legs
  if (tooWide) {
    const message = `${what} across ${counted(span, 'leg')} cannot stand in ${room}`
    report({ code: 'legs-wrong', message, place: written.span.place })
  } else if (leg !== null && leg + span - 1 > legs) {
    const message = `${what} across ${counted(span, 'leg')} that begins in leg ${leg} cannot stand in ${room}`
    report({ code: 'legs-wrong', message, place: written.leg!.place })
  }
  const lines = counted(depth, 'line')
  if (written.depth && written.depth.value > depth) {
    const message = `${what} of ${counted(written.depth.value, 'line')} cannot stand in ${lines}`
    report({ code: 'off-grid', message, place: written.depth.place })
  }
  if (written.at && typeof written.at.value === 'number' && written.at.value > depth) {
    const message = `${what} on line ${written.at.value} cannot stand in ${lines}`
    report({ code: 'off-grid', message, place: written.at.place })
  }
}
