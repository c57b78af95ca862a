import { createHash } from 'node:crypto'
import type { GridRect, Host } from '../../base/index.js'
import type { Article, LedgerEntry, LedgerPlacement, MadeUpEdition, Page } from '../../build.js'
import type { Spot } from './change.js'
import {
  type Digest,
  type PlannedInset,
  type PlannedPicture,
  type PlannedStand,
  planInsets,
  planPicture,
  standOf,
  textOf,
} from './planned-insets.js'

/** What stands where in an edition as it was made up: all of it that an editor can change. */
export interface Flatplan {
  readonly masthead: Readonly<Record<'paper' | 'number' | 'date' | 'price' | 'format', string | null>>
  /** In order; the number is the place in the list, from 1. */
  readonly pages: readonly PlannedPage[]
  /** Those that are placed, in the order in which a reader meets them. */
  readonly articles: ReadonlyMap<string, PlannedArticle>
  readonly adverts: readonly PlannedAdvert[]
  /** Those that stand alone. */
  readonly pictures: readonly PlannedLonePicture[]
  readonly held: readonly string[]
  readonly spiked: readonly string[]
}

/** A page of the plan. */
export interface PlannedPage {
  readonly number: number
  readonly template: string | null
  readonly columns: number
  /** Points. */
  readonly gutter: number
  readonly section: string | null
  /** The looks of the places that hold a stack, by slot. */
  readonly stacks: ReadonlyMap<string, Look>
  /** The furniture that the manifest puts there, by slot. */
  readonly furniture: ReadonlyMap<string, PlannedFurniture>
  /** Teasers and indexes, by slot. */
  readonly refs: ReadonlyMap<string, PlannedRefs>
}

/** A place that refers to articles. */
export interface PlannedRefs {
  /** The articles, with what is said of them where that is not their headline. */
  readonly says: string
  readonly as: string
  readonly headline: string | null
  readonly look: Look
}

/** A piece of furniture, or a QR code, of this week. */
export interface PlannedFurniture {
  /** In the manifest's words. */
  readonly says: string
  readonly cells: GridRect
}

/** How a place of copy looks. */
export interface Look {
  readonly cells: GridRect
  readonly legs: number
  readonly box: string | null
  readonly dress: string | null
  /** The column in which the head begins. */
  readonly headCol: number
}

/** An article that is placed. */
export interface PlannedArticle {
  readonly id: string
  readonly start: PlannedPart
  /** Where it goes on, in reading order. */
  readonly jumps: readonly PlannedPart[]
  readonly head: HeadParts
  /** Words written. */
  readonly words: number
  /** The text with its marks; equal for equal text. */
  readonly text: string
  readonly language: string
  readonly dropCap: string
  readonly fit: Pick<LedgerEntry, 'status' | 'lines' | 'words'>
  /** Copyfit steps that changed its text. */
  readonly fitted: readonly string[]
  /** Pictures and pull quotes among its text. */
  readonly insets: readonly PlannedInset[]
  /** Where it stands in another article as a sidebar; null for one that has its own place. */
  readonly sidebar: PlannedStand | null
}

/** The parts of a head beside the headline, as set; null where there is none. */
export type HeadParts = Readonly<Record<(typeof HEAD_PARTS)[number], string | null>>

/** The parts of a head beside the headline, from the top down. */
export const HEAD_PARTS = ['overline', 'deck', 'standfirst', 'byline'] as const

/** One place of an article. */
export interface PlannedPart {
  readonly spot: Spot
  readonly look: Look
  /** Whether it has cells of its own; those of a sidebar are its host's. */
  readonly hasCells: boolean
  /** As set, over the text or at its start; null when no head is. */
  readonly head: {
    readonly text: string
    readonly set: 'run-in' | { readonly columns: number; readonly size: number; readonly lines: number }
  } | null
  /** Lines of text. */
  readonly lines: number
}

/** One place of a picture that stands alone. */
export interface PlannedLonePicture {
  readonly spot: Spot
  readonly cells: GridRect
  readonly box: string | null
  readonly dress: string | null
  readonly picture: PlannedPicture
}

/** One place of an advert. */
export interface PlannedAdvert {
  readonly id: string
  readonly spot: Spot
  readonly cells: GridRect
  /** As booked, in points. */
  readonly width: number
  readonly height: number
  /** A digest of the artwork; equal for equal files. */
  readonly artwork: string
}

/** Draws the flatplan of an edition that was made up. */
export function flatplanOf(madeUp: MadeUpEdition, host: Host): Flatplan {
  const { edition, ledger } = madeUp
  const { paper, number, date, price, format, pages, held, spiked } = edition
  const entries = Object.entries(ledger.articles)
  const digest: Digest = (file) =>
    createHash('sha256')
      .update(host.readBytes(file) ?? '')
      .digest('hex')
  return {
    masthead: { paper, number, date, price, format: format.name },
    pages: pages.map(planPage),
    articles: new Map(entries.map(([id, entry]) => [id, planArticle(madeUp, { id, entry, digest })])),
    adverts: pages.flatMap((page) => page.adverts.map((placed) => planAdvert(page, placed, digest))),
    pictures: pages.flatMap((page) => page.pictures.map((placed) => planLonePicture(page, placed, digest))),
    held,
    spiked,
  }
}

function planPage({ number, template, section, grid, placements, furniture }: Page): PlannedPage {
  const stacks = placements.filter(({ kind }) => kind === 'stack')
  const refs = placements.filter((placement) => placement.kind === 'refs')
  return {
    number,
    template,
    columns: grid.columns,
    gutter: grid.gutter,
    section,
    stacks: new Map(stacks.map((stack) => [stack.slot, lookOf(stack)])),
    furniture: new Map(
      furniture.flatMap(({ slot, own, rect }) => (own === null ? [] : [[slot, { says: own, cells: rect }]])),
    ),
    refs: new Map(refs.map((placement) => [placement.slot, planRefs(placement)])),
  }
}

type Placement = Page['placements'][number]

function planRefs(placement: Extract<Placement, { kind: 'refs' }>): PlannedRefs {
  const says = placement.refs.map(({ article, text }) => (text ? `${article} “${textOf(text)}”` : article))
  return { says: says.join(', '), as: placement.look, headline: textOf(placement.headline), look: lookOf(placement) }
}

function lookOf(placement: Placement): Look {
  const { rect, legs, box, dress } = placement
  return { cells: rect, legs, box, dress, headCol: 'headCol' in placement ? placement.headCol : 1 }
}

function planArticle(
  madeUp: MadeUpEdition,
  { id, entry, digest }: { readonly id: string; readonly entry: LedgerEntry; readonly digest: Digest },
): PlannedArticle {
  const { edition, pages } = madeUp
  const article = [...edition.articles.values()].find((one) => one.id === id)!
  const aside = sidebarOf(edition.pages, article)
  const [start, ...jumps] = entry.placements.map((placement) =>
    aside ? planSidebar(aside, article, placement) : planPart(edition.pages, article, placement),
  )
  const { page } = start!.spot
  const { slot } = entry.placements[0]!
  const made = pages[page - 1]!.placements.find((one) => one.id === id && one.slot === slot)!
  const isSet = (part: string): boolean => made.head.some(({ role }) => role === part)
  const { status, lines, words } = entry
  return {
    id,
    start: start!,
    jumps,
    head: Object.fromEntries(HEAD_PARTS.map((part) => [part, isSet(part) ? textOf(article[part]) : null])) as HeadParts,
    words: article.words,
    // Functions, the places where copy was written among them, are no part of JSON.
    text: JSON.stringify(article.body),
    language: article.language,
    dropCap: String(article.dropCap),
    fit: { status, lines, words },
    // Heads are compared as they are set: how they came to be so would be the same change again.
    fitted: entry.fitted.filter((step) => !/^head |^\w+ dropped$/.test(step)),
    insets: aside
      ? []
      : entry.placements.flatMap((one, part) => planInsets(placementOf(edition.pages, one), part, digest)),
    sidebar: aside && standOf(aside.inset),
  }
}

/** The place of a sidebar: the page, the article's placement that it stands in, and where. */
interface Aside {
  readonly page: number
  readonly host: Placement
  readonly inset: Extract<Extract<Placement, { kind: 'start' }>['insets'][number], { kind: 'sidebar' }>
}

/** Where an article stands as a sidebar; null for one that does not. */
function sidebarOf(pages: readonly Page[], { id }: Article): Aside | null {
  for (const { number, placements } of pages) {
    for (const host of placements) {
      for (const inset of 'insets' in host ? host.insets : []) {
        if (inset.kind === 'sidebar' && inset.article === id) return { page: number, host, inset }
      }
    }
  }
  return null
}

/** A sidebar as a part: its cells are those of the placement in which it stands. */
function planSidebar({ page, host, inset }: Aside, article: Article, made: LedgerPlacement): PlannedPart {
  const { legs, box, dress } = inset
  return {
    spot: { page, slot: `${host.slot} sidebar`, item: null },
    look: { cells: host.rect, legs, box, dress, headCol: 1 },
    hasCells: false,
    head: headOf(textOf(article.headline), made),
    lines: made.lines,
  }
}

function placementOf(pages: readonly Page[], { page, slot }: LedgerPlacement): Placement {
  return pages[page - 1]!.placements.find((one) => one.slot === slot)!
}

function planPart(pages: readonly Page[], article: Article, made: LedgerPlacement): PlannedPart {
  const { page, slot, lines } = made
  const placement = placementOf(pages, made)
  const item = placement.kind === 'stack' ? placement.articles.indexOf(article.id) + 1 : null
  const written = placement.kind === 'continuation' ? placement.headline : article.headline
  return {
    spot: { page, slot, item },
    look: lookOf(placement),
    hasCells: true,
    head: headOf(textOf(written), made),
    lines,
  }
}

function headOf(written: string | null, { head, headline }: LedgerPlacement): PlannedPart['head'] {
  if (head === null) return null
  const [columns, size, lines] = head.split('-').map(Number) as [number, number, number]
  const text = headline ?? written ?? ''
  return { text, set: head === 'run-in' ? head : { columns, size, lines } }
}

function planLonePicture(page: Page, placed: Page['pictures'][number], digest: Digest): PlannedLonePicture {
  const { slot, rect, box, dress, picture } = placed
  const spot = { page: page.number, slot, item: null }
  return { spot, cells: rect, box, dress, picture: planPicture(picture, digest) }
}

function planAdvert(page: Page, placed: Page['adverts'][number], digest: Digest): PlannedAdvert {
  const { advert, slot, rect } = placed
  const { id, width, height, file } = advert
  return { id, spot: { page: page.number, slot, item: null }, cells: rect, width, height, artwork: digest(file) }
}
