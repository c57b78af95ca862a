import type { ArticleId, GridLines, GridRect, Place, Pt, Rect } from '../base/index.js'
import type { Advert, Article, ArticlePicture, Edition, PullQuote, Ref } from '../edition/index.js'
import type { SetLine, Unit, UnitRole } from '../typeset/index.js'
import type { BoxStyle, Format, Grid, RefsLook, RuleStyle } from '../stylebook/index.js'

/** The whole paper, made up. */
export interface MadeUpEdition {
  readonly edition: Edition
  readonly pages: readonly MadeUpPage[]
  readonly ledger: Ledger
}

/** A page with everything in its place; all points from the page's top left corner. */
export interface MadeUpPage {
  readonly number: number
  readonly format: Format
  readonly grid: Grid
  readonly typeArea: Rect
  readonly placements: readonly MadeUpPlacement[]
  readonly refs: readonly MadeUpRefs[]
  readonly adverts: readonly PlacedAdvert[]
  /** Pictures that stand alone. */
  readonly pictures: readonly MadeUpPicture[]
  /** Nameplate, folio and the like, drawn before the placements. */
  readonly furniture: readonly FurnitureMark[]
  /** Cut-off rules between placements, and column rules between stories side by side. */
  readonly rules: readonly PlacedRule[]
  /** The boxes of placements and stacks, drawn under their type. */
  readonly boxes: readonly PlacedPanel[]
}

/** A set line on the page: `x` is the left edge of its measure, `baseline` its baseline. */
export interface PlacedLine {
  readonly kind: 'line'
  readonly line: SetLine
  readonly x: Pt
  readonly baseline: Pt
  /** What it is, for reading order, the proof and tagging. */
  readonly role: LineRole
  /** The unit that it is a line of, for lines of an article's text. */
  readonly unit?: Unit
  /** The reference that it is a line of, for lines of teasers and of an index. */
  readonly ref?: Ref
}

export type LineRole =
  | UnitRole
  | 'headline'
  | 'deck'
  | 'overline'
  | 'standfirst'
  | 'byline'
  | 'jump-line'
  | 'teaser'
  | 'teaser-page'
  | 'index'
  | 'caption'
  | 'credit'
  | 'pull-quote'
  | 'furniture'

/** A drawn rule from (x1, y1) to (x2, y2). */
export interface PlacedRule {
  readonly kind: 'rule'
  readonly x1: Pt
  readonly y1: Pt
  readonly x2: Pt
  readonly y2: Pt
  readonly rule: RuleStyle
}

/** A filled and/or ruled rectangle. */
export interface PlacedPanel {
  readonly kind: 'panel'
  readonly rect: Rect
  readonly fill: string | null
  readonly rule: RuleStyle | null
}

/** A picture of the furniture (a nameplate in SVG, PNG or JPEG), drawn as large as its rectangle allows, centred. */
export interface PlacedImage {
  readonly kind: 'image'
  readonly file: string
  readonly rect: Rect
  readonly place: Place
}

/** An advert, drawn as large as its rectangle allows, centred. */
export interface PlacedAdvert {
  readonly advert: Advert
  readonly slot: string
  /** The cells it was given. */
  readonly grid: GridRect
  /** The size booked; less only where the cells are smaller. */
  readonly rect: Rect
}

/** A QR code. */
export interface PlacedQr {
  readonly kind: 'qr'
  /** What it says. */
  readonly text: string
  /** Its squares; the white round them is outside. */
  readonly rect: Rect
  /** Rows from the top, each from the left: whether a square is dark. */
  readonly modules: readonly (readonly boolean[])[]
  readonly colour: string
}

export type FurnitureMark = PlacedLine | PlacedRule | PlacedPanel | PlacedImage | PlacedQr

/** A picture with what is printed with it, in its place. */
export interface PlacedPicture {
  readonly kind: 'picture'
  readonly picture: ArticlePicture
  /** What is seen of it stands here. */
  readonly rect: Rect
  /** The part of the upright picture that is seen, as shares of its width and depth. */
  readonly window: Rect
  readonly keyline: RuleStyle | null
  /** Under a caption that stands over the picture; null elsewhere. */
  readonly panel: PlacedPanel | null
  /** Caption and credit. */
  readonly lines: readonly PlacedLine[]
}

/** A pull quote in its place. */
export interface PlacedQuote {
  readonly kind: 'quote'
  readonly quote: PullQuote
  readonly rect: Rect
  readonly panel: PlacedPanel | null
  readonly rules: readonly PlacedRule[]
  readonly lines: readonly PlacedLine[]
}

/** What stands among an article's text. A sidebar is a placement of its own. */
export type PlacedInset = PlacedPicture | PlacedQuote

/** A picture that stands alone. */
export interface MadeUpPicture {
  readonly slot: string
  /** The cells it was given and the same in points. */
  readonly grid: GridRect
  readonly rect: Rect
  readonly box: BoxStyle | null
  readonly picture: PlacedPicture
}

/** One column of an article's text, or a stretch of one that a picture divides. */
export interface Leg {
  /** The column that it belongs to, from 1. */
  readonly leg: number
  readonly x: Pt
  readonly width: Pt
  /** The grid line of the page on which the leg's first line may stand, and how many lines it can hold. */
  readonly line: GridLines
  readonly depth: GridLines
  readonly lines: readonly PlacedLine[]
  /** Rules within the text (thematic breaks, table rules). */
  readonly rules: readonly PlacedRule[]
  /** Grid lines in use, from the leg's head to its last line. */
  readonly used: GridLines
  /** Lines left white at its foot so that a keep holds, though text goes on in the next leg. */
  readonly shortForKeep: GridLines
}

/** An article, or a part of it, in its rectangle. A stack gives one for each of its articles. */
export interface MadeUpPlacement {
  readonly article: Article
  readonly id: ArticleId
  readonly part: 'start' | 'continuation'
  /** Which of its article's placements it is, in the order of the text, from 0: a continuation may stand before the start. */
  readonly order: number
  readonly slot: string
  /** The cells it was given and the same in points. */
  readonly grid: GridRect
  readonly rect: Rect
  readonly box: BoxStyle | null
  /** Overline, headline, deck, standfirst, byline and jump line "from", in reading order. */
  readonly head: readonly PlacedLine[]
  /** Rules that belong to the head. */
  readonly headRules: readonly PlacedRule[]
  /** In reading order. */
  readonly legs: readonly Leg[]
  /** "Continued on page 3": one line as a rule, more in a narrow leg; none when the article ends here. */
  readonly jumpOn: readonly PlacedLine[]
  readonly columnRules: readonly PlacedRule[]
  readonly insets: readonly PlacedInset[]
  /** The slot of the placement in whose rectangle this one stands (a sidebar); null for one that has its own place. */
  readonly within: string | null
  /** Where text is over, or a head too deep: the PDF shows a red mark here, under the last leg; null when all is in. */
  readonly oversetMark: Rect | null
}

/** Teasers or an index in their rectangle. */
export interface MadeUpRefs {
  readonly slot: string
  readonly look: RefsLook
  /** The cells it was given and the same in points. */
  readonly grid: GridRect
  readonly rect: Rect
  readonly box: BoxStyle | null
  /** The lines of the head over them; none when it has no head. */
  readonly head: readonly PlacedLine[]
  /** The lines of each leg, in reading order. */
  readonly legs: readonly (readonly PlacedLine[])[]
  readonly rules: readonly PlacedRule[]
  /** Where some found no room: the PDF shows a red mark here, under the last leg; null when all are in. */
  readonly oversetMark: Rect | null
}

/** What fits and what does not, for people and for `out/<name>.fit.json`. */
export interface Ledger {
  readonly edition: {
    readonly paper: string
    /** A number when it was typed as one that JSON can give back unchanged, else as typed. */
    readonly number: number | string | null
    readonly date: string
    readonly pages: number
  }
  readonly articles: Readonly<Record<string, LedgerEntry>>
  /** Where pages have room left, page by page. */
  readonly room: readonly RoomLeft[]
}

/** Lines of a page that nothing covers. */
export interface RoomLeft {
  readonly page: number
  /** The places right above, from left to right; none at the head of the page. */
  readonly below: readonly string[]
  /** Its columns and its first line, counted from 1. */
  readonly col: number
  readonly span: number
  readonly line: GridLines
  readonly lines: GridLines
}

export interface LedgerEntry {
  readonly status: 'copyfit' | 'overset' | 'underset'
  /** Lines over (overset) or empty (underset), over all legs. */
  readonly lines: number
  /** Overset: the fewest words to cut from the end; underset: about how many there is room for. */
  readonly words: number
  /** The first words that found no room; absent unless overset. */
  readonly firstOverset?: string
  readonly placements: readonly LedgerPlacement[]
  /** Copyfit steps taken. */
  readonly fitted: readonly string[]
  /** Words written in the body. */
  readonly written: number
  /** Words of optional paragraphs that copyfit left out; absent when none were. */
  readonly dropped?: number
}

export interface LedgerPlacement {
  readonly page: number
  readonly slot: string
  readonly legs: number
  /** As set: `4-48-2`, or `run-in`; null when no head is set. */
  readonly head: string | null
  /** Only where a shorter version of the headline was set: its text. */
  readonly headline?: string
  /** Lines of text over all legs. */
  readonly lines: number
  /** Legs that end above the others so that a keep holds: leg (from 1) and lines. */
  readonly short?: readonly { readonly leg: number; readonly lines: number }[]
}
