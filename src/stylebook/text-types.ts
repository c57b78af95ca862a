import type { GridLines, Place, Pt } from '../base/index.js'

/** The kinds of text that have a style. */
export const STYLE_NAMES = [
  'body',
  'lead-in',
  'run-in',
  'drop-cap',
  'crosshead',
  'signature',
  'quotation',
  'list',
  'table',
  'table-head',
  'table-first',
  'headline',
  'overline',
  'standfirst',
  'deck',
  'byline',
  'caption',
  'credit',
  'pull-quote',
  'jump-line',
  'teaser',
  'teaser-page',
  'index',
  'folio',
  'strapline',
  'nameplate',
  'ear',
  'date-line',
] as const

export type StyleName = (typeof STYLE_NAMES)[number]

export type TypeStyles = Readonly<Record<StyleName, TextStyle>> & {
  readonly 'drop-cap': DropCapStyle
  readonly table: TableStyle
}

/** A style of tables; its rules above and below stand over and under the whole. */
export interface TableStyle extends TextStyle {
  /** Between rows; null for none. */
  readonly rowRule: RuleStyle | null
  /** Between columns; null for none. */
  readonly columnRule: RuleStyle | null
}

/** A style of the capital that opens an article over several lines. Its size follows from its lines. */
export interface DropCapStyle extends TextStyle {
  /** How many lines it stands beside; 0 where articles have none. */
  readonly lines: GridLines
  /** White between the capital and the text beside it. */
  readonly gap: Pt
}

/** The form of figures: level with the capitals, or with ascenders and descenders; `own` is as the face has them. */
export type Figures = 'own' | 'lining' | 'old-style'

/** The set of figures: each as wide as all, for columns of them, or each to its own; `own` is as the face has them. */
export type FigureWidth = 'own' | 'tabular' | 'proportional'

export type Align = 'justify' | 'left' | 'right' | 'centre'

/** How one kind of text is set. All lengths resolved to points. */
export interface TextStyle {
  readonly name: StyleName
  /** A family of fonts.yaml. */
  readonly font: string
  /** 100–900. */
  readonly weight: number
  readonly italic: boolean
  readonly size: Pt
  /** Distance of baselines where the text is not on the grid (heads); a multiple of `size`. */
  readonly leading: number
  readonly align: Align
  /** First-line indent. */
  readonly indent: Pt
  readonly hyphenate: boolean
  readonly colour: string
  /** `small`: lower case as small capitals; `all-small`: capitals too. */
  readonly caps: 'none' | 'small' | 'all-small'
  /** Added between letters, in 1/1000 em. */
  readonly tracking: number
  /** OpenType features beside kerning and ligatures, e.g. `onum`. */
  readonly features: readonly string[]
  readonly figures: Figures
  readonly figureWidth: FigureWidth
  /** Whether 1/2 is set as a fraction where the face has them. */
  readonly fractions: boolean
  /** `raised`: the letters of 1st and 2nd stand high. */
  readonly ordinals: 'level' | 'raised'
  /** Whether quotation marks at the edge of ragged lines hang outside it. */
  readonly hangQuotes: boolean
  readonly wordSpace: WordSpace
  /** How far the letters of justified lines may give, and how far in the lines that need it most; all 0 for not at all. */
  readonly letters: LetterGive
  readonly wideLetters: LetterGive
  /** What of justified lines hangs in the margins; null for nothing. */
  readonly opticalMargins: OpticalMargins | null
  /** In a loose line: how much more a space after a comma or a stop grows than the others; 1 for no more. */
  readonly stopSpace: number
  /** Whole grid lines of white before and after; dropped at the head or foot of a leg. */
  readonly before: GridLines
  readonly after: GridLines
  /** A rule above or below the block (overline, byline, standfirst, crosshead); null for none. */
  readonly ruleAbove: RuleStyle | null
  readonly ruleBelow: RuleStyle | null
  /** Where the stylebook asked for this face; what `face-missing` points at. Null when the face is a default. */
  readonly facePlace: Place | null
  /** Where the family was named, for `font-unknown`. */
  readonly fontPlace: Place
}

/** Word space as multiples of the font's own. */
export interface WordSpace {
  readonly least: number
  readonly ideal: number
  readonly most: number
}

/** How far letters give, either way. */
export interface LetterGive {
  /** 1/1000 em between letters. */
  readonly letterfit: number
  /** Per cent of the width of the glyphs. */
  readonly glyphWidth: number
}

/** The classes of characters that hang in the margin. */
export const HANGING_CLASSES = ['hyphens', 'stops', 'colons', 'marks', 'quotes', 'dashes', 'brackets', 'round'] as const

export type HangingClass = (typeof HANGING_CLASSES)[number]

/** How much of a character hangs in the margin, as a share of its width, by class. */
export type OpticalMargins = Readonly<Record<HangingClass, number>>

/** A drawn line, or two side by side: a thick-and-thin rule. */
export interface RuleStyle {
  readonly weight: Pt
  readonly colour: string
  /** The second of two: under the first, or inside it round a box. Left out, there is one. */
  readonly then?: { readonly weight: Pt; /** White between the two. */ readonly gap: Pt }
}
