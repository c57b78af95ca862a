import { mm, parseLength, type Pt } from '../base/index.js'
import type {
  Align,
  Colour,
  FigureWidth,
  FitRules,
  Figures,
  Keeps,
  LetterGive,
  LintRule,
  Margins,
  OpticalMargins,
  PictureRules,
  RefForms,
  RunaroundRules,
  StyleName,
} from './types.js'

/**
 * Everything that a stylebook may leave out, in one place. The least stylebook is a paper's name, one format with its
 * trim, and the number of columns of its grid.
 */

/** The paper. */
export const PAPER = {
  strapline: '',
  /** The house's own. */
  language: 'en-GB',
  /** As British papers print it: 14 January 2022. */
  dateForm: 'd MMMM yyyy',
  numberForm: 'No {number}',
} as const

/** White round the type: what a small office printer can still print, and a folio's room at the head. */
export const MARGINS: Margins = { head: mm(14), foot: mm(12), inside: mm(12), outside: mm(12) }

/** The grid: nine on ten and a half point is the most common body of small weeklies; the gutter is one and a quarter ems of it. */
export const GRID = { gutter: mm(4.5), leading: 10.5 } as const

/** Head sizes: the traditional display sizes of the case, closer together where a narrow column needs a choice. */
export const SCHEDULE: readonly Pt[] = [14, 18, 24, 30, 36, 42, 48, 54, 60, 72]

/** Two lines keep company at a leg's head and foot; a jump is worth turning the page for at six lines. */
export const KEEPS: Keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 6, afterJump: 6 }

/**
 * The bounds of copyfit where a stylebook asks for it: what a sub-editor does without asking. Less than a hundredth of an em
 * of tracking is not seen beside untracked text; a head one step off still stands where the page has it.
 */
export const FIT: FitRules = { paragraphs: 6, tracking: 8, heads: 1, optional: true }

/**
 * The numbers of the lint rules; null for a rule that has none. Heads within a fifth of each other look alike: that is one step
 * of the schedule. 27 to 70 characters is what a line can have and still be set evenly and read. A leg of fewer than four lines
 * is a scrap, a last leg three lines up is what balancing leaves; six lines are a paragraph. Under 8 pt, thin strokes fill in
 * when they are left out of a dark ground, and lose their edge on the dots of a tint. A head over more than half of which there is
 * no text of its own is the picture's.
 */
export const LINT: Readonly<Record<LintRule, number | null>> = {
  tombstone: 20,
  'heads-rise': null,
  'head-overhangs': null,
  headless: null,
  'short-leg': 4,
  'short-last-leg': 3,
  'short-story': 6,
  'crosshead-low': 2,
  'measure-narrow': 27,
  'measure-wide': 70,
  'reversed-small': 8,
  'tint-under-small': 8,
  'advert-on-advert': null,
  armpit: 50,
  'picture-off-page': null,
}

/** Jump lines. */
export const JUMP = { on: 'Continued on page {page}', from: 'From page {page}' } as const

/** How articles are referred to: dots lead the eye over the white of an index. */
export const REFS: RefForms = { teaser: 'page {page}', index: '{page}', leader: 'dots', ruleOff: null }

/** Rules: none between legs, where the gutter is enough; a thin one above a story that stands below another. */
export const COLUMN_RULE = null
export const CUT_OFF = { weight: 0.5, colour: 'black' } as const
/** White between a thick and a thin rule: enough to stay open on newsprint. */
export const RULE_GAP: Pt = 1.5

/** Colours that every stylebook has; one of the same name in the stylebook takes its place. Text black is black ink alone. */
export const COLOURS: Readonly<Record<string, Colour>> = {
  black: { cmyk: [0, 0, 0, 100], rgb: [0, 0, 0] },
  white: { cmyk: [0, 0, 0, 0], rgb: [255, 255, 255] },
  red: { cmyk: [0, 100, 90, 10], rgb: [200, 16, 46] },
  grey: { cmyk: [0, 0, 0, 50], rgb: [128, 128, 128] },
  'light-grey': { cmyk: [0, 0, 0, 25], rgb: [191, 191, 191] },
  tint: { cmyk: [0, 0, 0, 10], rgb: [232, 232, 232] },
}

/** A box as defaults give it. */
export interface DefaultBox {
  readonly tint: string | null
  readonly rule: { readonly weight: Pt; readonly colour: string } | null
}

/** Boxes that every stylebook has. */
export const BOXES: Readonly<Record<string, DefaultBox>> = {
  rule: { tint: null, rule: { weight: 0.5, colour: 'black' } },
  tint: { tint: 'tint', rule: null },
}

/** White inside a box: half a gutter's worth at the sides, one line above and below. */
export const BOX_PADDING = { padding: mm(2.5), paddingLines: 1 } as const

/**
 * Text beside a picture keeps a little less than a gutter away from it. Under nine ems, some four words, a justified line has
 * more holes than words.
 */
export const RUNAROUND: RunaroundRules = { gap: mm(3), least: 9 }

/**
 * Pictures: no rule round them, for most have an edge of their own; where one is asked for, a hair line. A caption over a picture
 * stands on paper white.
 */
export const PICTURES: PictureRules = {
  keyline: { weight: 0.25, colour: 'black' },
  isKeylined: false,
  caption: 'below',
  panel: 'white',
}

/** A style as defaults give it: `from` names the style that gives what is not said here. */
export interface DefaultStyle {
  readonly from: { readonly style: StyleName; readonly takes: 'everything' | 'font' } | null
  readonly font?: string
  readonly weight?: number
  readonly italic?: boolean
  readonly size?: Pt
  /** Times the size. */
  readonly leading?: number
  readonly align?: Align
  readonly indent?: NonNullable<ReturnType<typeof parseLength>>
  readonly hyphenate?: boolean
  readonly colour?: string
  readonly caps?: 'none' | 'small' | 'all-small'
  readonly tracking?: number
  readonly features?: readonly string[]
  readonly figures?: Figures
  readonly figureWidth?: FigureWidth
  readonly fractions?: boolean
  readonly ordinals?: 'level' | 'raised'
  readonly hangQuotes?: boolean
  readonly wordSpace?: { readonly least: number; readonly ideal: number; readonly most: number }
  readonly letters?: LetterGive
  /** Null: no wider than `letters`. */
  readonly wideLetters?: LetterGive | null
  readonly opticalMargins?: OpticalMargins | null
  readonly stopSpace?: number
  readonly before?: number
  readonly after?: number
}

/**
 * What hangs in the margins: white below or above small marks makes an edge look dented, and round letters seem to stand
 * in. Shares of the character's width, about as pdfTeX's microtype has them for book faces.
 */
export const OPTICAL_MARGINS: OpticalMargins = {
  hyphens: 0.6,
  stops: 0.6,
  colons: 0.4,
  marks: 0.15,
  quotes: 0.5,
  dashes: 0.25,
  brackets: 0.1,
  round: 0.04,
}

/** What the styles that are not text of the legs have alike: ragged, undivided, black, and of the body's family. */
const DISPLAY = {
  from: { style: 'body', takes: 'font' },
  weight: 400,
  italic: false,
  leading: 1.2,
  align: 'left',
  indent: { pt: 0 },
  hyphenate: false,
  colour: 'black',
  caps: 'none',
  tracking: 0,
  features: [],
  figures: 'own',
  figureWidth: 'own',
  fractions: true,
  ordinals: 'level',
  hangQuotes: false,
  wordSpace: { least: 0.8, ideal: 1, most: 1.5 },
  letters: { letterfit: 0, glyphWidth: 0 },
  wideLetters: null,
  opticalMargins: null,
  stopSpace: 1,
  before: 0,
  after: 0,
} as const satisfies DefaultStyle

/** Articles open without a drop capital; where they have one, the text keeps a quarter of its size away from it. */
export const DROP_CAP = { lines: 0, gap: { em: 0.25 } } as const

/** What text of the legs takes from the body. */
const TEXT = { from: { style: 'body', takes: 'everything' }, before: 0, after: 0 } as const satisfies DefaultStyle

/** Every kind of text. */
export const STYLES: Readonly<Record<StyleName, DefaultStyle>> = {
  body: {
    from: null,
    font: 'serif',
    weight: 400,
    italic: false,
    size: 9,
    leading: 1.167,
    align: 'justify',
    indent: { em: 1 },
    hyphenate: true,
    colour: 'black',
    caps: 'none',
    tracking: 0,
    features: [],
    figures: 'own',
    figureWidth: 'own',
    fractions: true,
    // British papers set 1st on the line.
    ordinals: 'level',
    hangQuotes: false,
    // TeX's own proportions for a book face (Knuth 1984, The TeXbook, p. 76: 3.33 pt plus 1.67 minus 1.11), a little tighter.
    wordSpace: { least: 0.75, ideal: 1, most: 1.5 },
    // Bounds within which neighbouring lines do not differ visibly; the wide ones are for the line in ten that needs them.
    letters: { letterfit: 10, glyphWidth: 2 },
    wideLetters: { letterfit: 15, glyphWidth: 3 },
    opticalMargins: OPTICAL_MARGINS,
    stopSpace: 1.25,
    before: 0,
    after: 0,
  },
  'lead-in': TEXT,
  'drop-cap': TEXT,
  crosshead: { ...TEXT, weight: 700, align: 'left', indent: { pt: 0 }, hyphenate: false, before: 1 },
  // A head is not divided, wherever it stands.
  'run-in': { ...TEXT, weight: 700, hyphenate: false },
  signature: { ...TEXT, italic: true, align: 'right', indent: { pt: 0 }, hyphenate: false },
  quotation: { ...TEXT, italic: true },
  list: { ...TEXT, align: 'left', indent: { pt: 0 } },
  // Figures of a column stand under one another.
  table: { ...TEXT, align: 'left', indent: { pt: 0 }, hyphenate: false, figures: 'lining', figureWidth: 'tabular' },
  'table-head': { from: { style: 'table', takes: 'everything' }, weight: 700 },
  'table-first': { from: { style: 'table', takes: 'everything' } },
  headline: { ...DISPLAY, weight: 700, size: 36, leading: 1.05, hangQuotes: true },
  deck: { ...DISPLAY, from: { style: 'headline', takes: 'font' }, size: 14, leading: 1.15, hangQuotes: true },
  overline: { ...DISPLAY, weight: 700, size: 9 },
  standfirst: { ...DISPLAY, weight: 700, size: 11 },
  byline: { ...DISPLAY, italic: true, size: 9 },
  caption: { ...DISPLAY, size: 8 },
  credit: { ...DISPLAY, italic: true, size: 7 },
  'pull-quote': { ...DISPLAY, weight: 700, size: 14, hangQuotes: true, before: 1, after: 1 },
  'jump-line': { ...DISPLAY, italic: true, size: 8.5 },
  // A teaser is a small head: a line of white parts it from the one above.
  teaser: { ...DISPLAY, from: { style: 'headline', takes: 'font' }, weight: 700, size: 14, leading: 1.05, before: 1 },
  'teaser-page': { ...DISPLAY, italic: true, size: 8.5 },
  // Page numbers stand under one another.
  index: { ...DISPLAY, size: 9, figures: 'lining', figureWidth: 'tabular' },
  folio: { ...DISPLAY, size: 8.5 },
  strapline: { ...DISPLAY, italic: true, size: 10, align: 'centre' },
  nameplate: { ...DISPLAY, from: { style: 'headline', takes: 'font' }, weight: 700, size: 48, align: 'centre' },
  ear: { ...DISPLAY, size: 8.5 },
  'date-line': { ...DISPLAY, size: 8.5 },
}
