import type { ArticleId, GridLines, GridRect, OrderedRect, Place, Pt } from '../base/index.js'
import type {
  Format,
  FurniturePiece,
  Grid,
  HeadOrder,
  LintRule,
  PressRule,
  RefsLook,
  RuleStyle,
  Stylebook,
} from '../stylebook/index.js'
import type { Facing } from './facing.js'

/**
 * One issue of the paper, read, checked and resolved against its stylebook: nothing in it is left to default. `Cells` is
 * what its places have: rectangles of the grid, or rectangles as they are ordered.
 */
export interface Edition<Cells = GridRect> {
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
  readonly pages: readonly Page<Cells>[]
  /** Kept for a later week. */
  readonly held: readonly ArticleId[]
  /** Not to run. */
  readonly spiked: readonly ArticleId[]
}

/** An edition as it was ordered: make-up settles the depths that follow from the copy. */
export type OrderedEdition = Edition<OrderedRect>

/** One of its pages. */
export type OrderedPage = Page<OrderedRect>

/** A page before make-up. */
export interface Page<Cells = GridRect> {
  /** From 1. */
  readonly number: number
  readonly template: string | null
  /** The section of the paper to which it belongs; null for none. */
  readonly section: string | null
  /** The format's grid with the page's own changes. */
  readonly grid: Grid
  /** In the order written in the manifest. No two overlap; all lie in the type area. */
  readonly placements: readonly Placement<Cells>[]
  /** In the order written; they overlap nothing either. */
  readonly adverts: readonly AdvertPlacement<Cells>[]
  /** Pictures that stand alone, in the order written; they overlap nothing either. */
  readonly pictures: readonly PicturePlacement<Cells>[]
  readonly furniture: readonly FurniturePlacement[]
  /** Of the whole page. */
  readonly waivers: readonly Waiver[]
  /** Where the manifest has it. */
  readonly place: Place
}

/** A rule of the lint or of the press that is let go, in a place or on a page. */
export interface Waiver {
  readonly rule: LintRule | PressRule
  /** Why, for whoever asks later. */
  readonly reason: string
  readonly place: Place
}

/** An advert that stands alone in its place. */
export interface AdvertPlacement<Cells = GridRect> {
  readonly slot: string
  readonly rect: Cells
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
  /** What it says, for those who do not see it; null where the manifest does not tell. */
  readonly alt: string | null
  /** Where the manifest names the file. */
  readonly place: Place
}

/** A picture that stands alone in its place, with its caption. */
export interface PicturePlacement<Cells = GridRect> {
  readonly slot: string
  readonly rect: Cells
  readonly picture: PlacedPictureOrder
  /** A name of `stylebook.boxes`, or null for plain. */
  readonly box: string | null
  readonly dress: string | null
  readonly waivers: readonly Waiver[]
  /** Where the manifest places it. */
  readonly place: Place
}

/** A picture with what is printed with it, in its place. */
export interface ArticlePicture extends ListedPicture {
  /** Its absolute path; inside the edition's folder or the standing one. */
  readonly file: string
}

/** A picture as it is named: its file is looked for only when a place shows it. */
export interface ListedPicture {
  /** Its file as written. */
  readonly name: string
  readonly caption: Copy | null
  readonly credit: Copy | null
  /** What it shows, for those who do not see it. */
  readonly alt: string | null
  /** The side to which its subject looks or moves; null for neither. */
  readonly facing: Facing | null
  /** Where it is named. */
  readonly place: Place
}

/** Words of an article to be shown large beside its text. */
export interface PullQuote {
  readonly copy: Copy
  /** Who says it; null for nobody named. */
  readonly credit: Copy | null
  readonly place: Place
}

/** A picture as a place orders it. */
export interface PlacedPictureOrder {
  readonly picture: ArticlePicture
  /** The point of the picture that matters most, as shares of its width and depth from the top left: what is cropped is far from it. */
  readonly focus: readonly [number, number]
  /** Where its caption stands; a credit stands with it. */
  readonly caption: 'below' | 'above' | 'over' | 'none'
  /** A rule round it. */
  readonly keyline: RuleStyle | null
}

/** Where something stands within an article's rectangle, with text running round it. */
export interface InsetPlace {
  /** Legs that it covers, in steps of a half; of a leg of which enough is left, text runs beside it. */
  readonly span: number
  /** Its first leg, from 1, in steps of a half; null for the last ones. */
  readonly leg: number | null
  /**
   * At the top of the rectangle (beside the head, or over it), at the head, in the middle or at the foot of its legs, or so many
   * lines below the head of its legs (1 is the head).
   */
  readonly at: 'top' | 'head' | 'middle' | 'foot' | GridLines
  /** Grid lines with caption and white, all in; null for as many as it needs. */
  readonly depth: GridLines | null
  readonly waivers: readonly Waiver[]
  readonly place: Place
}

/** Something that stands within an article's rectangle. */
export type Inset = PictureInset | QuoteInset | SidebarInset

/** A picture among the text. */
export interface PictureInset extends InsetPlace, PlacedPictureOrder {
  readonly kind: 'picture'
  /** `contour`: lines are pushed aside by the outline of its opaque part; `box`: by its rectangle. */
  readonly runaround: 'box' | 'contour'
  /** White beside it; null for the stylebook's. */
  readonly gap: Pt | null
}

/** A pull quote among the text. */
export interface QuoteInset extends InsetPlace {
  readonly kind: 'quote'
  readonly quote: PullQuote
  readonly box: string | null
  readonly gap: Pt | null
}

/** Another article in a box among the text: a sidebar, a fact box. */
export interface SidebarInset extends InsetPlace {
  readonly kind: 'sidebar'
  readonly article: ArticleId
  readonly head: HeadOrder
  /** Legs of its own. */
  readonly legs: number
  readonly box: string | null
  readonly dress: string | null
}

/** A place filled by furniture, by a template or for this week. */
export interface FurniturePlacement {
  readonly slot: string
  readonly rect: GridRect
  readonly piece: FurniturePiece
  /** To begin a sentence with: `the furniture nameplate`, `the QR code of site`. */
  readonly name: string
  /** What the manifest puts there for this week, in its words; null for what the template has. */
  readonly own: string | null
  /** What `{section}` stands for in it; null for nothing. */
  readonly section: string | null
  readonly waivers: readonly Waiver[]
  /** Where the manifest says it; of what the template has, the page. */
  readonly place: Place
}

/** What all placements of copy share. */
interface CopyPlacement<Cells> {
  readonly slot: string
  readonly rect: Cells
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
export interface StartPlacement<Cells = GridRect> extends CopyPlacement<Cells> {
  readonly kind: 'start'
  readonly article: ArticleId
  /** What stands among its text, in the order written. */
  readonly insets: readonly Inset[]
  /** The grid column of the placement in which its head begins, from 1: legs before it run up beside the head. */
  readonly headCol: number
}

/** Takes an article up where it ran out. */
export interface ContinuationPlacement<Cells = GridRect> extends CopyPlacement<Cells> {
  readonly kind: 'continuation'
  readonly article: ArticleId
  readonly insets: readonly Inset[]
  readonly headCol: number
  /** The jump head; null when the manifest gives none: then no head is set, only the jump line. */
  readonly headline: Copy | null
}

/** Several articles stacked in one slot, each under the one before (nibs). */
export interface StackPlacement<Cells = GridRect> extends CopyPlacement<Cells> {
  readonly kind: 'stack'
  readonly articles: readonly ArticleId[]
}

/** Refers to articles that start elsewhere: teasers, or an index. */
export interface RefsPlacement<Cells = GridRect> extends CopyPlacement<Cells> {
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

export type Placement<Cells = GridRect> =
  StartPlacement<Cells> | ContinuationPlacement<Cells> | StackPlacement<Cells> | RefsPlacement<Cells>

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
  /** What jump lines call it: a key word or two. */
  readonly catchword: Copy
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
  /** Pictures that a place may show, in the order written. */
  readonly pictures: readonly ListedPicture[]
  /** Pull quotes that a place may show, in the order written. */
  readonly quotes: readonly PullQuote[]
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

/** `run-in` is the article's own headline, where it stands at the start of the text: its words are no words of the text. */
export type Mark = 'strong' | 'emphasis' | 'lead-in' | 'run-in' | 'superscript' | 'subscript'

/** Text after house typography, in NFC. */
export interface TextInline {
  readonly kind: 'text'
  readonly text: string
  /** Sorted, each once. */
  readonly marks: readonly Mark[]
  /** Where the source of this text stands. */
  readonly source: CopySource
  /** Which of its characters lead somewhere, for those who read on a screen; left out for none. */
  readonly links?: readonly InlineLink[]
}

/** Characters of an inline, up to but not including `to`, that lead to an address. */
export interface InlineLink {
  readonly from: number
  readonly to: number
  /** Of the web or of mail: absolute. */
  readonly address: string
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
  /** Who wrote the letter above it. */
  | { readonly kind: 'signature'; readonly copy: Copy }
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
