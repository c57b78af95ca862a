import type { ArticleId, GridRect, Place, Pt } from '../base/index.js'
import type { Format, Grid, HeadOrder, LintRule, RefsLook, Stylebook } from '../stylebook/index.js'

/** One issue of the paper, read, checked and resolved against its stylebook: nothing in it is left to default. */
export interface Edition {
  /** `new-worker-2022-01-14`: what the results are called. */
  readonly name: string
  readonly paper: string
  /** As typed; null when the manifest gives none. */
  readonly number: string | null
  /** ISO, checked. */
  readonly date: string
  readonly price: string | null
  readonly stylebook: Stylebook
  readonly format: Format
  /** The manifest as an editor should see its path. */
  readonly manifest: string
  /** Every article that is placed, by id, in the order of first placement. */
  readonly articles: ReadonlyMap<ArticleId, Article>
  readonly pages: readonly Page[]
  /** Kept for a later week. */
  readonly held: readonly ArticleId[]
  /** Not to run. */
  readonly spiked: readonly ArticleId[]
}

/** A page before make-up. */
export interface Page {
  /** From 1. */
  readonly number: number
  readonly template: string | null
  /** The format's grid with the page's own changes. */
  readonly grid: Grid
  /** In the order written in the manifest. No two overlap; all lie in the type area. */
  readonly placements: readonly Placement[]
  /** In the order written; they overlap nothing either. */
  readonly adverts: readonly AdvertPlacement[]
  readonly furniture: readonly FurniturePlacement[]
  /** Of the whole page. */
  readonly waivers: readonly Waiver[]
  /** Where the manifest has it. */
  readonly place: Place
}

/** A rule of the lint that is let go, in a place or on a page. */
export interface Waiver {
  readonly rule: LintRule
  /** Why, for whoever asks later. */
  readonly reason: string
  readonly place: Place
}

/** An advert that stands alone in its place. */
export interface AdvertPlacement {
  readonly slot: string
  readonly rect: GridRect
  readonly advert: Advert
  readonly waivers: readonly Waiver[]
  /** Where the manifest places it. */
  readonly place: Place
}

/** An advert as booked. */
export interface Advert {
  /** Its name under `adverts`. */
  readonly id: string
  /** The artwork's absolute path; inside the edition's folder or the standing one. */
  readonly file: string
  readonly width: Pt
  readonly height: Pt
  /** Where the manifest names the file. */
  readonly place: Place
}

/** A template slot filled by furniture. */
export interface FurniturePlacement {
  readonly slot: string
  /** A key of `stylebook.furniture.blocks`. */
  readonly piece: string
  readonly rect: GridRect
}

/** What all placements of copy share. */
interface CopyPlacement {
  readonly slot: string
  readonly rect: GridRect
  readonly legs: number
  /** A name of `stylebook.boxes`, or null for plain. */
  readonly box: string | null
  /** A name of `stylebook.dresses`, or null for the paper's type. */
  readonly dress: string | null
  readonly head: PlacedHeadOrder
  readonly waivers: readonly Waiver[]
  /** Where the manifest says it. */
  readonly place: Place
}

/** A headline order for a place. `columns` is never null here: left out it is the span. */
export interface PlacedHeadOrder extends HeadOrder {
  readonly columns: number
  /** Whether the manifest gives it, for this week; else it is the slot's. */
  readonly isOwn: boolean
}

/** An article's start. */
export interface StartPlacement extends CopyPlacement {
  readonly kind: 'start'
  readonly article: ArticleId
}

/** Takes an article up where it ran out. */
export interface ContinuationPlacement extends CopyPlacement {
  readonly kind: 'continuation'
  readonly article: ArticleId
  /** The jump head; null when the manifest gives none: then no head is set, only the jump line. */
  readonly headline: Copy | null
}

/** Several articles stacked in one slot, each under the one before (nibs). */
export interface StackPlacement extends CopyPlacement {
  readonly kind: 'stack'
  readonly articles: readonly ArticleId[]
}

/** Refers to articles that start elsewhere: teasers, or an index. */
export interface RefsPlacement extends CopyPlacement {
  readonly kind: 'refs'
  readonly look: RefsLook
  /** The head over them, or null. */
  readonly headline: Copy | null
  /** In the order written. */
  readonly refs: readonly Ref[]
}

/** One article that is referred to. */
export interface Ref {
  readonly article: ArticleId
  /** Words of its own; null takes a head of the article. */
  readonly text: Copy | null
  /** Where the manifest names it. */
  readonly place: Place
}

export type Placement = StartPlacement | ContinuationPlacement | StackPlacement | RefsPlacement

/** One piece of copy. */
export interface Article {
  readonly id: ArticleId
  /** The Markdown file as an editor should see it. */
  readonly file: string
  /** BCP 47 tag. */
  readonly language: string
  readonly headline: Copy
  /** Shorter versions of the headline, for places where it does not fit, in the order in which they are to be tried. */
  readonly heads: readonly Copy[]
  readonly overline: Copy | null
  readonly standfirst: Copy | null
  readonly deck: Copy | null
  readonly byline: Copy | null
  /** Lines of its drop capital; `none` refuses the stylebook's, `auto` leaves it to the stylebook. */
  readonly dropCap: DropCap
  /** Names of which no word is divided in it, beside those of the stylebook. */
  readonly protect: readonly string[]
  /** The text, never empty. */
  readonly body: readonly Block[]
  /** Words written: runs of non-space characters in the text of `body`, heads not counted. */
  readonly words: number
  /** What copyfit may leave out. */
  readonly optional: OptionalCopy
}

/** What of an article its editor can do without. */
export interface OptionalCopy {
  readonly parts: readonly OptionalPart[]
  /** Blocks of the body, by index, rising. */
  readonly blocks: readonly number[]
}

/** A part of a head that may be left out. */
export type OptionalPart = 'standfirst' | 'overline' | 'deck' | 'byline'

/** A run of inlines that is set as one piece: a paragraph's text, a head. */
export type Copy = readonly Inline[]

/** What an article says of its drop capital. */
export type DropCap = 'auto' | 'none' | number

export type Mark = 'strong' | 'emphasis' | 'lead-in' | 'superscript' | 'subscript'

/** Text after house typography, in NFC. */
export interface TextInline {
  readonly kind: 'text'
  readonly text: string
  /** Sorted, each once. */
  readonly marks: readonly Mark[]
  /** Where the source of this text stands. */
  readonly source: CopySource
}

/** A hard line break. */
export interface LineBreakInline {
  readonly kind: 'line-break'
}

export type Inline = TextInline | LineBreakInline

/** Where a piece of copy was written. */
export interface CopySource {
  /** The place of the first character of `character` at or after this inline's start; of the start when it is not found. */
  placeOf(character: string): Place
}

export type Block =
  | { readonly kind: 'paragraph'; readonly copy: Copy }
  | { readonly kind: 'crosshead'; readonly copy: Copy }
  | { readonly kind: 'quotation'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | {
      readonly kind: 'table'
      readonly align: readonly ('left' | 'right' | 'centre')[]
      readonly head: readonly Copy[]
      readonly rows: readonly (readonly Copy[])[]
    }
  | { readonly kind: 'thematic-break' }
