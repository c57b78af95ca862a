import type { Place, Pt } from '../base/index.js'
import type { Colour, RuleStyle, StyleName } from './types.js'

/** What repeats. */
export interface Furniture {
  readonly jump: JumpForms
  readonly refs: RefForms
  /** Between legs of one article; null for none. */
  readonly columnRule: RuleStyle | null
  /** Above a placement that stands below another one; null for none. */
  readonly cutOff: RuleStyle | null
  /** In the margin of every page; takes no grid lines. */
  readonly folio: FurniturePiece
  /** Blocks that a template slot names by `furniture:`, the nameplate among them. */
  readonly blocks: ReadonlyMap<string, FurniturePiece>
  readonly colours: ReadonlyMap<string, Colour>
}

/** Jump lines; `{page}` and `{catchword}` are resolved. */
export interface JumpForms {
  readonly on: string
  readonly from: string
}

/** The looks of a place that refers to articles: teasers, or an index of one line each. */
export const REFS_LOOKS = ['teaser', 'index'] as const

export type RefsLook = (typeof REFS_LOOKS)[number]

/** How articles are referred to; `{page}` is resolved. */
export interface RefForms {
  /** What stands under a teaser. */
  readonly teaser: string
  /** What ends a line of an index. */
  readonly index: string
  /** What leads from a title to its page in an index. */
  readonly leader: 'dots' | 'none'
  /** Between the lines of an index; null for none. */
  readonly ruleOff: RuleStyle | null
}

/** A piece of furniture: drawn in order, later over earlier. */
export type FurniturePiece = readonly FurnitureElement[]

/**
 * Vertical places are in grid lines from the top of the piece: a text's baseline stands on line `line` (line n at n × leading),
 * a panel or image begins at the top of line `line`. Fractions are allowed: furniture is no body text.
 * In the folio the piece is the head margin's last line when `line` ≤ 0 and the foot margin when beyond the last line:
 * line 0 has its baseline on the top edge of the type area; the type area's `lines` + 2 stands two lines under its foot.
 * Horizontal places are fractions of the piece's width, 0 left to 1 right; folio elements may mirror on even pages.
 */
export type FurnitureElement = {
  /** `all` when left out. */
  readonly pages?: FurniturePages
  /** Whether left and right change places on even pages; not when left out. */
  readonly mirror?: boolean
} & FurnitureShape

/** On which pages an element is shown: `inside` is every page but the first, `odd` and `even` are those of them with such a number. */
export const FURNITURE_PAGES = ['all', 'inside', 'front', 'odd', 'even'] as const

export type FurniturePages = (typeof FURNITURE_PAGES)[number]

/** How much of a QR code may be lost before it cannot be read: 7, 15, 25 or 30 per cent. */
export const QR_LEVELS = ['L', 'M', 'Q', 'H'] as const

export type QrLevel = (typeof QR_LEVELS)[number]

/** What an element of furniture draws. */
export type FurnitureShape =
  | {
      readonly kind: 'text'
      /** With `{name}`, `{strapline}`, `{date}`, `{number}`, `{price}`, `{page}`, `{pages}`, `{section}`, resolved at make-up. */
      readonly text: string
      readonly style: StyleName
      readonly line: number
      readonly align: 'left' | 'right' | 'centre'
      /** Left and right edges, fractions of the width. */
      readonly left: number
      readonly right: number
      /** Overrides of the style. `'fill'` sizes the text so that it fills its width in one line, no taller than its baseline allows. */
      readonly size: Pt | 'fill' | null
      readonly colour: string | null
      readonly font: string | null
      readonly weight: number | null
      /** Whether it is set in as many lines as it needs, at the style's own leading; else in one. */
      readonly wrap: boolean
      /** Where it is written. Missing values (no price) leave the element out. */
      readonly place: Place
    }
  | {
      readonly kind: 'rule'
      readonly line: number
      readonly left: number
      readonly right: number
      readonly rule: RuleStyle
    }
  | {
      readonly kind: 'panel'
      readonly line: number
      /** Grid lines; `Infinity` is down to the foot of the piece's slot. */
      readonly depth: number
      readonly left: number
      readonly right: number
      /** Fill colour or null. */
      readonly fill: string | null
      readonly rule: RuleStyle | null
    }
  | {
      readonly kind: 'image'
      /** Absolute path, checked to be inside the layouts folder. SVG, PNG or JPEG. */
      readonly file: string
      readonly line: number
      /** Grid lines; `Infinity` is down to the foot of the piece's slot. */
      readonly depth: number
      readonly left: number
      readonly right: number
      readonly place: Place
    }
  | QrElement

/** A QR code, as large as its rectangle allows, in its middle. */
export interface QrElement {
  readonly kind: 'qr'
  /** What it says: an address. */
  readonly text: string
  readonly level: QrLevel
  readonly line: number
  /** Grid lines; `Infinity` is down to the foot of the piece's slot. */
  readonly depth: number
  readonly left: number
  readonly right: number
  readonly colour: string
  /** A colour under it and under the white round it, or null. */
  readonly ground: string | null
  readonly place: Place
}
