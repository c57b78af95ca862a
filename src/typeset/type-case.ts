import type { Pt } from '../base/index.js'
import type { Band, Face, Fonts, Ink, MissingGlyph, ShapedRun } from '../fonts/index.js'
import { BREAK, divideToken, hasSoftHyphen, readWrittenWord, type BreakKind, type TokenBreak } from './divide-token.js'
import type { Hyphenator } from './hyphenate.js'

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
  return {
    type(request) {
      const { family, weight, italic, size, tracking, colour, rise, features, language, hyphenator } = request
      const divides = hyphenator ? hyphenator.language : ''
      const key = `${family}|${weight}|${italic}|${size}|${tracking}|${colour}|${rise ?? 0}|${features.join()}|${language}|${divides}`
      let type = types.get(key)
      if (!type) types.set(key, (type = new Type(fonts, request)))
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
  /** The font's own word space and hyphen. */
  readonly space: Word
  readonly hyphen: Word
  private readonly features: readonly string[]
  private readonly language: string
  private readonly words = new Map<string, Word>()

  constructor(
    private readonly fonts: Fonts,
    request: TypeRequest,
  ) {
    this.face = fonts.face(request)
    this.size = request.size
    this.tracking = request.tracking
    this.colour = request.colour
    this.rise = request.rise ?? 0
    this.hyphenator = request.hyphenator
    this.language = request.language
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
  /** Width of the word up to each break. */
  readonly widths: readonly Pt[]
}

const NO_BREAKS: WordBreaks = { at: [], kinds: [], widths: [] }

/** A word in one type. */
export class Word {
  readonly width: Pt
  private known: WordBreaks | null = null

  constructor(
    private readonly type: Type,
    readonly text: string,
    readonly runs: readonly ShapedRun[],
    readonly missing: readonly MissingGlyph[],
    private readonly given: readonly TokenBreak[],
  ) {
    let width = 0
    for (const run of runs) width += type.widthOf(run)
    this.width = width
  }

  /** Where a line may end within it. */
  get breaks(): WordBreaks {
    return (this.known ??= this.findBreaks())
  }

  /** Where it may be broken when it is longer than its measure: between any two letters. */
  findBreaksInNeed(withHyphen: boolean): WordBreaks {
    const wanted = new Map<number, BreakKind>()
    let at = 0
    for (const run of this.runs) {
      for (const characters of run.characters) {
        const isBetween = at > 0 && characters !== ''
        const between =
          isBetween && withHyphen && /\p{L}$/u.test(this.text.slice(0, at)) && /^\p{L}/u.test(this.text.slice(at))
        if (isBetween) wanted.set(at, between ? BREAK.needHyphen : BREAK.need)
        at += characters.length
      }
    }
    const { breaks } = this
    breaks.at.forEach((place, i) => {
      const kind = breaks.kinds[i]!
      if (withHyphen || !hasSoftHyphen(kind)) wanted.set(place, kind)
    })
    return this.measure([...wanted].map(([place, kind]) => ({ at: place, kind })).sort((a, b) => a.at - b.at))
  }

  private findBreaks(): WordBreaks {
    const found = this.given.length > 0 ? this.given : divideToken(this.text, this.type.hyphenator)
    return found.length === 0 ? NO_BREAKS : this.measure(found)
  }

  private measure(breaks: readonly TokenBreak[]): WordBreaks {
    const widths: Pt[] = []
    let next = 0
    let seen = 0
    let width = 0
    const { size, tracking } = this.type
    for (const run of this.runs) {
      for (let g = 0; g < run.glyphs.length && next < breaks.length; g++) {
        const characters = run.characters[g]!.length
        const advance = ((run.advances[g]! + tracking) * size) / 1000
        // A break within a ligature takes its share of it: the parts are shaped anew when the line is set.
        while (next < breaks.length && breaks[next]!.at < seen + characters) {
          const share = characters === 0 ? 0 : (breaks[next]!.at - seen) / characters
          widths.push(width + advance * share)
          next++
        }
        seen += characters
        width += advance
      }
    }
    while (widths.length < breaks.length) widths.push(width)
    return { at: breaks.map(({ at }) => at), kinds: breaks.map(({ kind }) => kind), widths }
  }
}
