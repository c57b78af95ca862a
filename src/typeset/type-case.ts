import type { Pt } from '../base/index.js'
import type { Band, Face, Fonts, Ink, MissingGlyph, ShapedRun } from '../fonts/index.js'
import type { LetterGive, OpticalMargins } from '../stylebook/index.js'
import { type Box } from './breakpoints.js'
import {
  BREAK,
  divideToken,
  hasProtected,
  hasSoftHyphen,
  readWrittenWord,
  type BreakKind,
  type TokenBreak,
} from './divide-token.js'
import type { Hyphenator } from './hyphenate.js'
import { hangOf } from './optical-margins.js'

/** What a piece of text is set in. */
export interface TypeRequest {
  readonly family: string
  readonly weight: number
  readonly italic: boolean
  readonly size: Pt
  /** 1/1000 em after every glyph. */
  readonly tracking: number
  readonly colour: string
  /** Above the baseline; left out, none. */
  readonly rise?: Pt
  /** OpenType tags, sorted. */
  readonly features: readonly string[]
  readonly language: string
  /** Null where words are not divided. */
  readonly hyphenator: Hyphenator | null
  /** How far its letters may give in justified lines, and in those that need it most. */
  readonly letters: LetterGive
  readonly wideLetters: LetterGive
  /** What of it hangs in the margins; null for nothing. */
  readonly hangs: OpticalMargins | null
}

/** The type case of one edition: every face at every size that is in use, with the words set in it. */
export interface TypeCase {
  type(request: TypeRequest): Type
  /** Whether a face has a feature. */
  hasFeature(request: Pick<TypeRequest, 'family' | 'weight' | 'italic'>, tag: string): boolean
  /** Whether a face draws every character of a text otherwise with a feature than without it. */
  draws(request: Pick<TypeRequest, 'family' | 'weight' | 'italic'>, tag: string, text: string): boolean
  /** How far a glyph's ink reaches between two heights; null where it has none there. */
  ink(face: Face, glyph: number, band: Band): Ink | null
  /** The face nearest to the request. */
  face(request: Pick<TypeRequest, 'family' | 'weight' | 'italic'>): Face
}

/** Opens an empty type case. */
export function openTypeCase(fonts: Fonts): TypeCase {
  const types = new Map<string, Type>()
  const numbers = new Map<string, number>()
  return {
    type(request) {
      const { family, weight, italic, size, tracking, colour, rise = 0, features, language, hyphenator } = request
      const { letters, wideLetters, hangs } = request
      const divides = hyphenator ? hyphenator.key : ''
      const give = `${letters.letterfit}|${letters.glyphWidth}|${wideLetters.letterfit}|${wideLetters.glyphWidth}`
      const hanging = hangs ? Object.values(hangs).join() : ''
      const key = `${family}|${weight}|${italic}|${size}|${tracking}|${colour}|${rise}|${features.join()}|${language}|${divides}|${give}|${hanging}`
      let type = types.get(key)
      if (!type) types.set(key, (type = new Type(fonts, request, numbers)))
      return type
    },
    hasFeature: (request, tag) => fonts.hasFeature(fonts.face(request), tag),
    draws: (request, tag, text) => draws(fonts, fonts.face(request), { tag, text }),
    ink: (face, glyph, band) => fonts.ink(face, glyph, band),
    face: (request) => fonts.face(request),
  }
}

function draws(fonts: Fonts, face: Face, { tag, text }: { readonly tag: string; readonly text: string }): boolean {
  if (!fonts.hasFeature(face, tag)) return false
  const [plain, ...others] = fonts.shape({ face, text, features: [] }, () => {})
  const [drawn] = fonts.shape({ face, text, features: [tag] }, () => {})
  if (!plain || !drawn || others.length > 0 || plain.glyphs.length !== drawn.glyphs.length) return false
  return plain.glyphs.every((glyph, i) => glyph !== drawn.glyphs[i])
}

/** Letterspaced from here on, in 1/1000 em, ligatures would stand out as tighter than the rest. */
const UNLIGATED = 15

/** A face at a size with all that goes with it. Widths are in points, tracking included. */
export class Type {
  readonly face: Face
  readonly size: Pt
  readonly tracking: number
  readonly colour: string
  /** Above the baseline. */
  readonly rise: Pt
  readonly hyphenator: Hyphenator | null
  readonly letters: LetterGive
  readonly wideLetters: LetterGive
  readonly hangs: OpticalMargins | null
  /** The font's own word space and hyphen. */
  readonly space: Word
  readonly hyphen: Word
  private readonly features: readonly string[]
  private readonly language: string
  private readonly words = new Map<string, Word>()

  constructor(
    private readonly fonts: Fonts,
    request: TypeRequest,
    /** Words by number, alike in all types: the same word in italics is the same word. */
    private readonly numbers: Map<string, number>,
  ) {
    this.face = fonts.face(request)
    this.size = request.size
    this.tracking = request.tracking
    this.colour = request.colour
    this.rise = request.rise ?? 0
    this.hyphenator = request.hyphenator
    this.language = request.language
    this.letters = request.letters
    this.wideLetters = request.wideLetters
    this.hangs = request.hangs
    this.features =
      Math.abs(request.tracking) < UNLIGATED
        ? request.features
        : [...new Set([...request.features, '-clig', '-liga'])].sort()
    this.space = this.word(' ')
    this.hyphen = this.word('-')
  }

  /** A word, or a part of one, as written; remembered. */
  word(written: string): Word {
    let word = this.words.get(written)
    if (!word) this.words.set(written, (word = this.shape(written)))
    return word
  }

  /** The width of a shaped run at this size. */
  widthOf(run: ShapedRun): Pt {
    return ((run.width + this.tracking * run.glyphs.length) * this.size) / 1000
  }

  /** How far letters give by themselves: so many glyphs of a width in points, with so many gaps between them. */
  giveOf({ letterfit, glyphWidth }: LetterGive, width: Pt, gaps: number): Pt {
    return (width * glyphWidth) / 100 + (gaps * letterfit * this.size) / 1000
  }

  /** The number of a word, by which it is known again; signs at its ends and capitals make no difference. */
  numberOf(text: string): number {
    const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase()
    if (bare === '') return 0
    let number = this.numbers.get(bare)
    if (number === undefined) this.numbers.set(bare, (number = this.numbers.size + 1))
    return number
  }

  private shape(written: string): Word {
    const { text, breaks } = readWrittenWord(written)
    const missing: MissingGlyph[] = []
    const { face, features, language } = this
    const runs = text === '' ? [] : this.fonts.shape({ face, text, features, language }, (one) => missing.push(one))
    return new Word(this, text, runs, missing.length > 0 ? missing : NO_MISSING, breaks)
  }
}

const NO_MISSING: readonly MissingGlyph[] = []

/** The breaks within a word, first to last. */
export interface WordBreaks {
  readonly at: readonly number[]
  readonly kinds: readonly BreakKind[]
  /** What each costs, in multiples of what its kind costs. */
  readonly weights: readonly number[]
  /** The word in boxes: what stands before each break, and after the last. */
  readonly boxes: readonly Box[]
}

/** A comma or a stop, and what may close after it. */
const STOP = /[.,;:!?\u2026]["'\u2019\u201d)\]]*$/

/** A word in one type: a box that is not broken. */
export class Word implements Box {
  readonly width: Pt
  /** Glyphs of all its runs. */
  readonly glyphs: number
  readonly letters: Pt
  readonly wide: Pt
  readonly hangLeft: Pt
  readonly hangRight: Pt
  /** What it is known by; null before anybody asks. */
  private number: number | null = null
  private known: WordBreaks | null = null
  private stopped: boolean | null = null

  constructor(
    private readonly type: Type,
    readonly text: string,
    readonly runs: readonly ShapedRun[],
    readonly missing: readonly MissingGlyph[],
    private readonly given: readonly TokenBreak[],
  ) {
    let width = 0
    let glyphs = 0
    for (const run of runs) {
      width += type.widthOf(run)
      glyphs += run.glyphs.length
    }
    this.width = width
    this.glyphs = glyphs
    const gaps = Math.max(0, glyphs - 1)
    this.letters = type.giveOf(type.letters, width, gaps)
    this.wide = type.giveOf(type.wideLetters, width, gaps)
    this.hangLeft = hangAtHead(type, runs)
    this.hangRight = hangAtEnd(type, runs)
  }

  /** Whether it ends in a comma or a stop, whatever closes after it. */
  get endsInStop(): boolean {
    return (this.stopped ??= STOP.test(this.text))
  }

  get firstWord(): number {
    return (this.number ??= this.type.numberOf(this.text))
  }

  get lastWord(): number {
    return (this.number ??= this.type.numberOf(this.text))
  }

  /** Where a line may end within it. */
  get breaks(): WordBreaks {
    return (this.known ??= this.findBreaks())
  }

  /** Where it may be broken when it is longer than its measure: between any two letters. */
  findBreaksInNeed(withHyphen: boolean): WordBreaks {
    const wanted = new Map<number, TokenBreak>()
    let at = 0
    for (const run of this.runs) {
      for (const characters of run.characters) {
        const isBetween = at > 0 && characters !== ''
        const between =
          isBetween && withHyphen && /\p{L}$/u.test(this.text.slice(0, at)) && /^\p{L}/u.test(this.text.slice(at))
        if (isBetween) wanted.set(at, { at, kind: between ? BREAK.needHyphen : BREAK.need, weight: 1 })
        at += characters.length
      }
    }
    const { breaks } = this
    breaks.at.forEach((place, i) => {
      const kind = breaks.kinds[i]!
      if (withHyphen || !hasSoftHyphen(kind)) wanted.set(place, { at: place, kind, weight: breaks.weights[i]! })
    })
    return this.measure([...wanted.values()].sort((a, b) => a.at - b.at))
  }

  private findBreaks(): WordBreaks {
    const { hyphenator } = this.type
    const isGiven = this.given.length > 0 && !(hyphenator && hasProtected(this.text, hyphenator))
    const found = isGiven ? this.given : divideToken(this.text, hyphenator)
    if (found.length > 0) return this.measure(found)
    return { at: NO_PLACES, kinds: NO_PLACES, weights: NO_PLACES, boxes: [this] }
  }

  private measure(breaks: readonly TokenBreak[]): WordBreaks {
    const boxes: Box[] = []
    let width = 0
    let glyphs = 0
    /** Width and glyphs before the break before. */
    let widthBefore = 0
    let glyphsBefore = 0
    let seen = 0
    const { type } = this
    const { size, tracking } = type
    /** Closes the box that ends here; `edge` is the advance of its last whole glyph. */
    const close = (endWidth: Pt, endGlyphs: number, at: number, edge: Pt): void => {
      const own = endWidth - widthBefore
      // The last gap of all is none: there the word space begins.
      const gaps = Math.max(0, endGlyphs - glyphsBefore - (at === this.text.length ? 1 : 0))
      const isFirst = boxes.length === 0
      const isLast = at === this.text.length
      boxes.push({
        width: own,
        letters: type.giveOf(type.letters, own, gaps),
        wide: type.giveOf(type.wideLetters, own, gaps),
        hangLeft: isFirst ? this.hangLeft : 0,
        hangRight: isLast ? this.hangRight : type.hangs ? edge * hangOf(this.text[at - 1]!, 'right', type.hangs) : 0,
        firstWord: isFirst ? this.firstWord : 0,
        lastWord: isLast ? this.lastWord : 0,
      })
      widthBefore = endWidth
      glyphsBefore = endGlyphs
    }
    let edge = 0
    for (const run of this.runs) {
      for (let g = 0; g < run.glyphs.length && boxes.length < breaks.length; g++) {
        const characters = run.characters[g]!.length
        const advance = ((run.advances[g]! + tracking) * size) / 1000
        // A break within a ligature takes its share of it: the parts are shaped anew when the line is set.
        while (boxes.length < breaks.length && breaks[boxes.length]!.at < seen + characters) {
          const { at } = breaks[boxes.length]!
          const share = characters === 0 ? 0 : (at - seen) / characters
          close(width + advance * share, glyphs + share, at, edge)
        }
        seen += characters
        width += advance
        glyphs++
        edge = advance
      }
    }
    while (boxes.length < breaks.length) close(width, glyphs, breaks[boxes.length]!.at, edge)
    close(this.width, this.glyphs, this.text.length, 0)
    return {
      at: breaks.map(({ at }) => at),
      kinds: breaks.map(({ kind }) => kind),
      weights: breaks.map(({ weight }) => weight),
      boxes,
    }
  }
}

const NO_PLACES: readonly never[] = []

function hangAtHead(type: Type, runs: readonly ShapedRun[]): Pt {
  const run = runs[0]
  const character = run?.characters[0]?.[0]
  if (!type.hangs || !run || !character) return 0
  return (run.advances[0]! * type.size * hangOf(character, 'left', type.hangs)) / 1000
}

function hangAtEnd(type: Type, runs: readonly ShapedRun[]): Pt {
  const run = runs.at(-1)
  const character = run?.characters.at(-1)?.at(-1)
  if (!type.hangs || !run || !character) return 0
  return (run.advances.at(-1)! * type.size * hangOf(character, 'right', type.hangs)) / 1000
}
