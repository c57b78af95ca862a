import { primaryLanguage } from './quotation-marks.js'

/** How sure it is that an apostrophe, and no opening quote, stands before a word. */
export type Elision = 'certain' | 'likely' | 'none'

/** Words that are nothing without their apostrophe. */
const CERTAIN = new Set(
  (
    'em n til tis tisn twas twasn twere tween twill twixt twould gainst neath fraid nother nuff spect ' +
    'struth strewth scuse cept tec im ouse orse ello appen'
  ).split(' '),
)

/** Words that may as well begin a quotation. */
const LIKELY = new Set('bout bus cause cello coz cos flu phone plane round till'.split(' '))

/** Before 'n' these show that the letter itself is meant: the letter 'n'. */
const BEFORE_LETTER = new Set('a an as by capital for letter letters lower-case no of the with'.split(' '))

const WORD = /[\p{L}\p{M}]*/uy
const FIGURES = /\d\d(s?)(?![\p{L}\p{N}]|[.,:]\d)/uy
const WORD_BEFORE = /([\p{L}-]+)\s$/u

/** What stands after the quote at `at`: a word or figures that have lost their beginning? */
export function elisionAt(text: string, at: number, language: string): Elision {
  FIGURES.lastIndex = at + 1
  const figures = FIGURES.exec(text)
  // '90s cannot be anything else; '45 may be a quotation that begins with a number.
  if (figures) return figures[1] === 's' ? 'certain' : 'likely'
  WORD.lastIndex = at + 1
  const word = WORD.exec(text)![0].toLowerCase()
  // Dutch and German: 's-Gravenhage, 't, geht 's.
  if (word === 's' || word === 't') return 'certain'
  if (word === '' || primaryLanguage(language) !== 'en') return 'none'
  if (word === 'n') return isLetterN(text, at) ? 'none' : 'certain'
  if (CERTAIN.has(word)) return 'certain'
  return LIKELY.has(word) ? 'likely' : 'none'
}

/** Whether `'n'` is the letter, not the "and" of rock 'n' roll. */
function isLetterN(text: string, at: number): boolean {
  if (!/^['’]/.test(text.slice(at + 2, at + 3))) return false
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - 20), at))
  return before === null || BEFORE_LETTER.has(before[1]!.toLowerCase())
}

/** Words in -s, -x and -z that own nothing: a quote after them closes a quotation. */
const NO_OWNERS = new Set(
  (
    'across always as does goes has hers his is its less ours perhaps plus says six tax theirs this thus times ' +
    'unless us was yes yours'
  ).split(' '),
)
/** Words whose end is left out in speech. */
const CLIPPED = new Set('an fo lil mo n o ol th wi'.split(' '))
const LAST_WORD = /[\p{L}\p{M}]+$/u

/**
 * Whether the quote at `at`, which stands at the end of a word, may well be an apostrophe: the tenants' hall, goin', ol'.
 */
export function mayBeApostrophe(text: string, at: number): boolean {
  if (!/^\s\S/.test(text.slice(at + 1, at + 3))) return false
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - 20), at))?.[0].toLowerCase()
  if (word === undefined) return false
  return (/[sxzß]$/.test(word) && !NO_OWNERS.has(word)) || /..in$/.test(word) || CLIPPED.has(word)
}
