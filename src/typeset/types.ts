import type { Finding, GridLines, Place, Pt } from '../base/index.js'
import type { Article, Copy, CopySource } from '../edition/index.js'
import type { ShapedRun } from '../fonts/index.js'
import type { RuleStyle, TextStyle } from '../stylebook/index.js'

/** So many lines of one measure; the last of a list runs on without end (`lines: Infinity`). */
export interface MeasureRun {
  readonly width: Pt
  readonly lines: number
}

/** The measure of each line of a paragraph, first to last. */
export type Measures = readonly MeasureRun[]

/** A piece of a set line: text, the white between words, or a hyphen that the setter put in. */
export interface Fragment {
  readonly role: 'text' | 'space' | 'soft-hyphen'
  readonly run: ShapedRun
  readonly size: Pt
  /** From the left edge of the line's measure. */
  readonly x: Pt
  /** As set: a stretched space's own width is in `run`. */
  readonly width: Pt
  /** Baseline shift, up positive. */
  readonly rise: Pt
  /** White added after every glyph, 1/1000 em. */
  readonly tracking: number
  /** Width of the glyphs, as a multiple of their own. */
  readonly scale: number
  /** A colour of the stylebook. */
  readonly colour: string
  /** What it is besides the text of its unit or head; left out for that text. */
  readonly part?: FragmentPart
}

/** The marker of a list (`level` 0 is the outermost), the text of a table's cell, or dots that lead the eye. */
export type FragmentPart =
  | { readonly kind: 'marker'; readonly level: number }
  | { readonly kind: 'cell'; readonly column: number }
  | { readonly kind: 'leader' }

/** One line of type, not on a page yet. */
export interface SetLine {
  readonly fragments: readonly Fragment[]
  readonly measure: Pt
  /** Words that begin on this line; a word divided over two lines counts on the first. */
  readonly words: number
  /** Whether its last word is divided: it goes on in the next line, other than after a hyphen or dash that is written. */
  readonly hyphenated: boolean
  /** Whether it ends where white is: whoever reads on reads a space first. */
  readonly endsWord: boolean
  /**
   * Adjustment ratio (Knuth & Plass 1981, p. 1124): the stretch (+) or shrink (−) of its spaces in units of what is allowed.
   * 0 when ragged, on a last line, and where there is no space to stretch.
   */
  readonly ratio: number
  /** How far its letters give: ±1 is their first bounds, ±2 the wide ones; 0 where they stand as drawn. */
  readonly bend: number
  /** Greatest ascent and descent of its type, for boxes and collisions; both positive. */
  readonly ascent: Pt
  readonly descent: Pt
}

/** What a unit of an article is to the leg breaker. */
export type UnitRole = 'paragraph' | 'crosshead' | 'signature' | 'quotation' | 'list' | 'table' | 'rule'

/** A stretch of an article between two places where keeps begin anew: a paragraph, a crosshead, a list item, a table row. */
export interface Unit {
  /** Position in the article, from 0. */
  readonly index: number
  readonly role: UnitRole
  readonly style: TextStyle
  /** White before and after in whole lines: between two units the greater counts; dropped at the head and foot of a leg. */
  readonly before: GridLines
  readonly after: GridLines
  /** Words written in it. */
  readonly words: number
  /** Whether no leg parts it from the unit after it; not when left out. */
  readonly withNext?: boolean
  /** The unit that stands again above it at the head of a leg (a table's head row); none when left out. */
  readonly repeats?: number
  /** What it stands in, outermost first; nothing for text of the article's own. */
  readonly within: readonly Enclosure[]
  /** Words of it that lead somewhere. */
  readonly links: readonly LinkedText[]
}

/** What units of an article stand in together: one object for all of them. */
export type Enclosure =
  | { readonly kind: 'quotation' }
  | { readonly kind: 'list'; readonly ordered: boolean }
  | { readonly kind: 'item' }
  | { readonly kind: 'table'; readonly columns: number; readonly hasHead: boolean }

/** Words of a unit that lead to an address. Places are counted in characters that are seen, white left out, cells one after the other. */
export interface LinkedText {
  readonly from: number
  readonly to: number
  readonly address: string
}

/** Set type that is not on a page yet: the closed set between typeset and make-up. */
export type GalleyItem =
  /** `depth` grid lines; the baseline stands on the last of them. */
  | { readonly kind: 'line'; readonly line: SetLine; readonly depth: GridLines; readonly rules?: readonly LineRule[] }
  /** A rule across the measure in the middle of `depth` grid lines (a thematic break). */
  | { readonly kind: 'rule'; readonly rule: RuleStyle; readonly measure: Pt; readonly depth: GridLines }

/** A rule that stands with a line, level or upright: from the left edge of its measure and its baseline, y down. */
export interface LineRule {
  readonly rule: RuleStyle
  readonly x1: Pt
  readonly y1: Pt
  readonly x2: Pt
  readonly y2: Pt
}

/** What an editor should know of a line, once it stands on a page. */
export interface LineFault {
  /** The item of its unit. */
  readonly item: number
  readonly finding: Finding
}

/** A unit set to its measures. */
export interface SetUnit {
  readonly unit: Unit
  /** Never empty. */
  readonly items: readonly GalleyItem[]
  readonly faults: readonly LineFault[]
  /** How many of its first items no leg parts: those beside a drop capital, all of a signature. */
  readonly together?: number
}

/** A unit set a line longer or shorter than is best for it. */
export interface SetVariant {
  readonly set: SetUnit
  /** Demerits that it has more than its best setting. */
  readonly cost: number
  /** Whether it has a line that looks very loose, and its best setting has none so loose. */
  readonly isLoose: boolean
}

/** What a unit can be set in beside its best. */
export interface SetVariants {
  readonly shorter: SetVariant | null
  readonly longer: SetVariant | null
}

/** An article's text as a setter is asked for it. */
export interface TextRequest {
  readonly article: Article
  /** A name of `stylebook.dresses` or null. */
  readonly dress: string | null
  /** Tracking that its running text is set with beside its styles' own, in thousandths of an em; none when left out. */
  readonly tracking?: number
  /** Whether to say nothing of it: what is wrong with its characters has been said before. */
  readonly quiet?: boolean
}

/**
 * Sets type. Everything is remembered: the same question gives the same object. Characters that nobody has are reported
 * once; what is wrong with lines is said in their unit.
 */
export interface Setter {
  /** The units of an article's body. */
  units(request: TextRequest): readonly Unit[]
  /**
   * One unit under a list of measures. A list that says the same gives the same object. A table row is set in the narrowest
   * measure that its lines meet.
   */
  setUnit(request: TextRequest, unit: number, measures: Measures): SetUnit
  /**
   * The same unit with a line less and a line more than is best for it; null when it cannot be set well so: no line with
   * more than 2.6 times its word space, with no ladder, runt or divided last word that it has not at its best.
   */
  setUnitVariants(request: TextRequest, unit: number, measures: Measures): SetVariants
  /**
   * The same unit with only its first `words` words (at least 1, at most `unit.words`): to learn what a cut would give.
   * Reports nothing.
   */
  setUnitCut(request: TextRequest, unit: number, words: number, measures: Measures): SetUnit
  /** Display type (heads, standfirst, byline, furniture): lines in one measure, no finding but missing glyphs. */
  setDisplay(request: DisplayRequest): readonly SetLine[]
  /** What display type would take in at most so many lines, before it is set; reports nothing. */
  castOff(request: DisplayRequest & { readonly lines: number }): CastOff
  /** The natural width of display type in one line. */
  measureDisplay(request: Omit<DisplayRequest, 'measure'>): Pt
  /** The first words of unit `unit` from word `from` (counted from 0), as an editor would look for them. */
  words(request: TextRequest, unit: number, from: number, count: number): string
}

export interface DisplayRequest {
  readonly copy: Copy
  readonly style: TextStyle
  /** Overrides the style's. */
  readonly size: Pt
  readonly measure: Pt
  readonly language: string
  /** Ragged heads: exactly so many lines, where the words go into so many; left out, as few as hold them. */
  readonly lines?: number | undefined
}

/** Display type cast off: what it would take, reckoned before it is set. */
export interface CastOff {
  /** The fewest lines that hold it; null when a word of it is wider than the measure. */
  readonly lines: number | null
  /** The most lines into which its words go. */
  readonly most: number
  /**
   * By how much it busts the lines it is given: the least width that would have to go, in characters of its own mean width.
   * 0 when it sets in them, infinite when line breaks of its own are too many.
   */
  readonly over: number
}

/** The copy of a text that the engine itself writes (jump lines, folios), with the place to blame for a missing glyph. */
export function plainCopy(text: string, place: Place): Copy {
  const source: CopySource = { placeOf: () => place }
  return [{ kind: 'text', text, marks: [], source }]
}
