import type { Code, Finding, GridLines, OrderedRect, Place, Pt } from '../base/index.js'
import type { Furniture, RefsLook } from './furniture-types.js'
import type { WrittenProfile } from './profile-schema.js'
import type { RuleStyle, TypeStyles } from './text-types.js'

export * from './furniture-types.js'
export * from './text-types.js'
export type { FileNames, NamePart, NameToken } from './file-names-schema.js'
export { type ColourPages, type Mark, MARKS, type Standard, STANDARDS } from './profile-schema.js'
export { type PageOrder, PAPERS } from './sheet-schema.js'

/** A paper's design: one file of the layouts folder, with what it extends and the defaults filled in. */
export interface Stylebook {
  /** The file name without `.yaml`: what `paper:` in a manifest names. */
  readonly id: string
  readonly paper: Paper
  /** In the order written; the first is the default. */
  readonly formats: readonly Format[]
  /** The paper's type, one style for each kind of text. */
  readonly type: TypeStyles
  /** Other dresses of type for parts of the paper (an editorial, nibs), each complete. */
  readonly dresses: ReadonlyMap<string, TypeStyles>
  readonly heads: HeadRules
  readonly keeps: Keeps
  /** How copy is fitted to its places; null where it is left as it is. */
  readonly fit: FitRules | null
  readonly hyphenation: HyphenationRules
  readonly lint: LintNumbers
  readonly pictures: PictureRules
  readonly furniture: Furniture
  readonly boxes: ReadonlyMap<string, BoxStyle>
  readonly runaround: RunaroundRules
  readonly templates: ReadonlyMap<string, Template>
  /** What its print profiles change of others, by their names. */
  readonly profiles: ReadonlyMap<string, ProfileChanges>
}

/** The paper itself. */
export interface Paper {
  readonly name: string
  readonly strapline: string
  /** BCP 47 tag; the language of an article that names none. */
  readonly language: string
  /** How the date is printed: `d`, `dd`, `MMMM`, `MMM`, `yyyy`, `EEEE`, `EEE`, other text as it stands. */
  readonly dateForm: string
  /** How the number is printed: `No {number}`; what `{number}` in furniture stands for. */
  readonly numberForm: string
}

/** What the house says of the division of words. Capitals make no difference, and no other form of a word is meant. */
export interface HyphenationRules {
  /** Words with hyphens where they may be divided, by language tag in small letters; one of `en` is for `en-GB` too. */
  readonly exceptions: ReadonlyMap<string, readonly string[]>
  /** Names of which no word is divided, in any language. */
  readonly protect: readonly string[]
}

/** A page size with its margins and grid. */
export interface Format {
  readonly name: string
  readonly width: Pt
  readonly height: Pt
  readonly margins: Margins
  readonly grid: Grid
  /** Grid lines between the head and foot margins. */
  readonly lines: GridLines
}

/** Margins; `inside` is at the spine: left on odd pages, right on even ones. */
export interface Margins {
  readonly head: Pt
  readonly foot: Pt
  readonly inside: Pt
  readonly outside: Pt
}

/** The grid of a page. */
export interface Grid {
  readonly columns: number
  readonly gutter: Pt
  /** The step of the baseline grid. */
  readonly leading: Pt
}

/** How heads are sized. */
export interface HeadRules {
  /** Sizes in points, rising. */
  readonly schedule: readonly Pt[]
}

/** What must stay together; all counts are lines. */
export interface Keeps {
  /** Least lines of a paragraph at a leg's foot. */
  readonly orphans: number
  /** Least lines of a paragraph at a leg's head. */
  readonly widows: number
  /** Least lines after a crosshead in its leg. */
  readonly afterCrosshead: number
  /** Least lines of an article before its jump. */
  readonly beforeJump: number
  /** Least lines of an article after its jump. */
  readonly afterJump: number
}

/** How far an article may be changed so that it fills its places: the bounds of copyfit's steps, in their order. */
export interface FitRules {
  /** Lines by which its paragraphs may be made longer or shorter, in all; 0 leaves out the step, as with the others. */
  readonly paragraphs: GridLines
  /** Tracking of its text either way, in 1/1000 em. */
  readonly tracking: number
  /** Steps of the schedule that a head may go up or down, unless the manifest orders its size. */
  readonly heads: number
  /** Whether what the editor marked as optional may be left out. */
  readonly optional: boolean
}

/** What a chief sub would notice on a finished page. Each rule is a finding of the same name. */
export const LINT_RULES = [
  'tombstone',
  'heads-rise',
  'head-overhangs',
  'headless',
  'short-leg',
  'short-last-leg',
  'short-story',
  'crosshead-low',
  'measure-narrow',
  'measure-wide',
  'reversed-small',
  'tint-under-small',
  'advert-on-advert',
  'armpit',
  'picture-off-page',
] as const satisfies readonly Code[]

export type LintRule = (typeof LINT_RULES)[number]

/** What a press will not print well, in the order of the report. Each rule is a finding of the same name. */
export const PRESS_RULES = [
  'press-pages',
  'press-blank',
  'press-safe',
  'press-bleed',
  'press-type',
  'press-rule',
  'press-glyph',
  'press-ink',
  'press-ink-advert',
  'press-qr',
  'press-picture',
  'press-picture-coarse',
  'press-colour',
  'press-rgb',
  'press-transparency',
  'press-font',
] as const satisfies readonly Code[]

export type PressRule = (typeof PRESS_RULES)[number]

/** The rules that are on, each with its number; 0 for one that has none. */
export type LintNumbers = ReadonlyMap<LintRule, number>

/** A box round a placement. */
export interface BoxStyle {
  readonly name: string
  /** A colour that fills it, or null. */
  readonly tint: string | null
  readonly rule: RuleStyle | null
  /** The colour of all type and rules in it, whatever their styles say; null leaves them theirs. */
  readonly colour: string | null
  /** White between the box's edge and the type, left and right. */
  readonly padding: Pt
  /** Whole grid lines between the box's edge and the type, above and below. */
  readonly paddingLines: GridLines
}

/** Where a caption may stand: outside its picture, or on it. */
export const CAPTION_PLACES = ['below', 'above', 'over', 'none'] as const

export type CaptionPlace = (typeof CAPTION_PLACES)[number]

/** How text runs round a picture: round its rectangle, or along the outline of its opaque part. */
export const RUNAROUNDS = ['box', 'contour'] as const

export type Runaround = (typeof RUNAROUNDS)[number]

/** Where something may stand among an article's text, beside a line of its legs. */
export const INSET_PLACES = ['top', 'head', 'middle', 'foot'] as const

export type InsetAt = (typeof INSET_PLACES)[number] | GridLines

/** How pictures look where neither their place nor its slot says. */
export interface PictureRules {
  /** The rule round those that have one. */
  readonly keyline: RuleStyle
  /** Whether all have one. */
  readonly isKeylined: boolean
  readonly caption: CaptionPlace
  /** The colour under a caption that stands over its picture; null for none: the type is then white. */
  readonly panel: string | null
}

/** Where a slot wants what stands among its text; null leaves it to the placement and the house. */
export interface InsetLook {
  /** Legs, in steps of a half. */
  readonly span: number | null
  readonly leg: number | null
  readonly at: InsetAt | null
  readonly depth: GridLines | null
}

/** What a slot says of the picture in it. */
export interface PictureLook extends InsetLook {
  readonly focus: readonly [number, number] | null
  readonly caption: CaptionPlace | null
  readonly keyline: boolean | null
  readonly runaround: Runaround | null
  readonly gap: Pt | null
}

/** What a slot says of the pull quote in it. */
export interface QuoteLook extends InsetLook {
  readonly box: string | null
  readonly gap: Pt | null
}

/** How text runs beside what stands among it. */
export interface RunaroundRules {
  /** White between the two. */
  readonly gap: Pt
  /** The least measure of text beside it, in ems of the body; where less is left, the leg is parted. */
  readonly least: number
}

/** A colour in both worlds; components 0–100 for CMYK, 0–255 for RGB. */
export interface Colour {
  readonly cmyk: readonly [number, number, number, number]
  readonly rgb: readonly [number, number, number]
}

/** A print profile of the stylebook: what it changes of another one; what is null stays as it is there. */
export interface ProfileChanges extends Omit<WrittenProfile, 'icc'> {
  readonly name: string
  readonly place: Place
  readonly icc: IccSource | null
  /** Where each key that says something stands. */
  readonly keyPlaces: ReadonlyMap<string, Place>
}

/**
 * Where the description of a press's inks is: one of the house's own by its name, or a file of the layouts folder. If there is none,
 * `meant` is the file that was, as it is to be typed; null where none is like it.
 */
export type IccSource =
  | { readonly kind: 'ours'; readonly name: string; readonly place: Place; readonly meant: string | null }
  | { readonly kind: 'file'; readonly path: string; readonly place: Place; readonly meant: string | null }

/** A page template. */
export interface Template {
  readonly name: string
  readonly slots: readonly Slot[]
  /** What is wrong with it: reported when a page uses it, and only then. */
  readonly mistakes: readonly Finding[]
}

/** A named rectangle of a template. What it says of head, legs, box, dress, look is for whatever stands there; a placement's own win. */
export interface Slot {
  readonly name: string
  /** As written; checked against the page's grid only when a page uses the template. */
  readonly rect: OrderedRect
  /** A piece of furniture that fills the slot, or null. */
  readonly furniture: string | null
  /** The section of the paper that such a piece speaks of, unless the page names its own; null for none. */
  readonly section: string | null
  readonly head: HeadOrder | null
  readonly legs: number | null
  readonly box: string | null
  readonly dress: string | null
  /** How articles are referred to in it; null leaves it to the placement. */
  readonly look: RefsLook | null
  /** The picture that an article shows in it, if it has one; null where it shows none. */
  readonly picture: PictureLook | null
  /** The same of a pull quote. */
  readonly quote: QuoteLook | null
  /** The column in which the head begins; null leaves it to the placement. */
  readonly headCol: number | null
  readonly place: Place
}

/** A headline order, `4-60-2`: across 4 columns, 60 pt, 2 lines; null is `auto`. */
export interface HeadOrder {
  readonly columns: number | null
  readonly size: Pt | null
  readonly lines: number | null
  /** Whether the headline stands at the start of the text, and not over it; not when left out. */
  readonly runIn?: boolean
}
