import type { LineBreakInline, Mark, TextInline } from '../edition/index.js'
import type { TextStyle } from '../stylebook/index.js'

/** What the setter marks beside what the copy does: a fraction, the letters of an ordinal, a word that is not divided. */
export type SetMark = Mark | 'fraction' | 'ordinal' | 'undivided'

/** Text with the setter's marks. */
export interface SetInline extends Omit<TextInline, 'marks'> {
  readonly marks: readonly SetMark[]
}

/** Copy with the setter's marks. */
export type RefinedCopy = readonly (SetInline | LineBreakInline)[]

/** What is to be looked for, and whether the type at hand can show it. */
export interface Refinements {
  readonly style: Pick<TextStyle, 'fractions' | 'ordinals'>
  readonly language: string
  /** Whether the face of an inline draws a text as a fraction. */
  drawsFraction(inline: SetInline, text: string): boolean
}

/**
 * One figure over another, with no letter, figure or point that would make it a date (14/1/2022), a season (2021/22), a
 * number (2.1/2) or an address, on either side; a unit may follow (1/2m).
 */
const FRACTION =
  /(?<![\p{L}\p{N}/.,:’'\u2010-])(\d{1,3})\/(\d{1,3})(?![\p{N}/:]|[.,]\p{N}|[-\u2010]\p{N})(?!(?!(?:m|bn|p|d|in|ft|lb|oz|kg|km|cm|mm|ths?|rds?)(?!\p{L}))\p{L})/gu

/** What is divided by in running text: 24/7 and 9/11 are none of it. */
const DENOMINATORS: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64, 100])

/** The whole number before a fraction, and the space between them. */
const WHOLE_BEFORE = /(?<![\p{L}\p{N}/.,])\d{1,3}[ \u00a0]$/u

/** A hair's breadth parts a whole number from its fraction: 5 1/2 is one figure to the eye, and two words to a reader's program. */
const HAIR_SPACE = '\u200a'

/** The letters of ordinals by primary language; what a language writes otherwise (º, ª, a point) is no letter to be raised. */
const ORDINALS: Readonly<Record<string, RegExp>> = {
  en: /(?<=(?<![\p{L}\p{N}])(?:\d[\d,]*)?\d)(?:st|nd|rd|th)(?![\p{L}\p{N}])/gu,
  fr: /(?<=(?<![\p{L}\p{N}])(?:\d+|[IVXLC]+))(?:ers?|res?|ères?|nde?s?|es?|èmes?)(?![\p{L}\p{N}’])/gu,
  cy: /(?<=(?<![\p{L}\p{N}])\d+)(?:af|ail|il|ydd|edd|ed|fed|eg|ain)(?![\p{L}\p{N}])/gu,
  ga: /(?<=(?<![\p{L}\p{N}])\d+)ú(?![\p{L}\p{N}])/gu,
  es: /(?<=(?<![\p{L}\p{N}])\d+\.?)(?:er|os|as|o|a)(?![\p{L}\p{N}])/gu,
}

/**
 * French white before and inside punctuation does not grow with a line's word spaces: thin before ; ! ? and inside guillemets,
 * a word space before a colon (Imprimerie nationale, Lexique des règles typographiques).
 */
const FRENCH_THIN = /(?<=«)\u00a0|\u00a0(?=[;!?»])/g
const FRENCH_COLON = /\u00a0(?=:)/g
const THIN_SPACE = '\u202f'
const FOUR_PER_EM_SPACE = '\u2005'

/** A stretch of a text that is set otherwise. */
interface Find {
  readonly at: number
  readonly end: number
  readonly mark: 'fraction' | 'ordinal'
}

/** Marks the fractions and ordinals of copy. No character is changed but white that is fixed: before a fraction, and in French. */
export function refineCopy(copy: RefinedCopy, refinements: Refinements): RefinedCopy {
  const isFrench = primary(refinements.language) === 'fr'
  return copy.flatMap((inline): RefinedCopy => {
    if (inline.kind !== 'text') return [inline]
    return refineText(isFrench ? fixFrenchWhite(inline) : inline, refinements)
  })
}

function primary(language: string): string {
  return language.split('-', 1)[0]!.toLowerCase()
}

function fixFrenchWhite(inline: SetInline): SetInline {
  if (!inline.text.includes('\u00a0')) return inline
  const text = inline.text.replace(FRENCH_THIN, THIN_SPACE).replace(FRENCH_COLON, FOUR_PER_EM_SPACE)
  return { ...inline, text }
}

function refineText(inline: SetInline, refinements: Refinements): readonly SetInline[] {
  const { style, language } = refinements
  const { text } = inline
  const finds: Find[] = []
  if (style.fractions && text.includes('/')) finds.push(...findFractions(inline, refinements))
  if (style.ordinals === 'raised') finds.push(...findOrdinals(text, language))
  return finds.length === 0 ? [inline] : cut(inline, finds)
}

function findFractions(inline: SetInline, { drawsFraction }: Refinements): readonly Find[] {
  return [...inline.text.matchAll(FRACTION)].flatMap((match): readonly Find[] => {
    const [text, numerator, denominator] = match
    if (!isFraction(Number(numerator), Number(denominator)) || !drawsFraction(inline, text)) return []
    return [{ at: match.index, end: match.index + text.length, mark: 'fraction' }]
  })
}

/** A true fraction in its lowest terms: 5/2 are odds, 2/4 may be a date and 8/10 a reviewer's mark. */
function isFraction(numerator: number, denominator: number): boolean {
  if (!DENOMINATORS.has(denominator) || numerator === 0 || numerator >= denominator) return false
  let [a, b] = [denominator, numerator]
  while (b > 0) [a, b] = [b, a % b]
  return a === 1
}

function findOrdinals(text: string, language: string): readonly Find[] {
  const pattern = ORDINALS[primary(language)]
  if (!pattern) return []
  return [...text.matchAll(pattern)].map((match) => {
    return { at: match.index, end: match.index + match[0].length, mark: 'ordinal' }
  })
}

function cut(inline: SetInline, finds: readonly Find[]): readonly SetInline[] {
  const { text } = inline
  const pieces: SetInline[] = []
  let from = 0
  for (const { at, end, mark } of [...finds].sort((a, b) => a.at - b.at)) {
    if (at < from) continue
    const before = text.slice(from, at)
    const closed = mark === 'fraction' && WHOLE_BEFORE.test(before) ? before.slice(0, -1) + HAIR_SPACE : before
    if (closed !== '') pieces.push({ ...inline, text: closed })
    pieces.push({ ...inline, text: text.slice(at, end), marks: [...inline.marks, mark] })
    from = end
  }
  if (from < text.length) pieces.push({ ...inline, text: text.slice(from) })
  return pieces
}
