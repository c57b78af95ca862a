import type { Hyphenator } from './hyphenate.js'
import { SURE } from './weigh-division.js'

/** Why a line may end at a place. */
export const BREAK = {
  /** At a word space. */
  space: 0,
  /** In a word, with a hyphen added. */
  hyphen: 1,
  /** In a part of a compound, with a hyphen added. */
  compoundPart: 2,
  /** After a hyphen that is written. */
  written: 3,
  /** After a dash. */
  dash: 4,
  /** After a slash. */
  slash: 5,
  /** Within an address. */
  address: 6,
  /** In a word that is too long for its measure, with a hyphen and without. */
  needHyphen: 7,
  need: 8,
  /** Where the copy has a line break, and at its end. */
  forced: 9,
} as const

export type BreakKind = (typeof BREAK)[keyof typeof BREAK]

/** Whether a line that ends here gets a hyphen that is not written. */
export function hasSoftHyphen(kind: number): boolean {
  return kind === BREAK.hyphen || kind === BREAK.compoundPart || kind === BREAK.needHyphen
}

/** Whether a word is divided here: other than at a space or after a hyphen or dash that is written. */
export function dividesWord(kind: number): boolean {
  return kind === BREAK.slash || kind === BREAK.address || kind === BREAK.need || hasSoftHyphen(kind)
}

/** Whether there is white here, or the copy ends a line. */
export function endsWord(kind: number): boolean {
  return kind === BREAK.space || kind === BREAK.forced
}

/** A place within a word where a line may end. */
export interface TokenBreak {
  /** Code units before it. */
  readonly at: number
  readonly kind: BreakKind
  /** Its cost, in multiples of what its kind costs. */
  readonly weight: number
}

const NONE: readonly TokenBreak[] = []

/** Addresses of the net and of mail, and bare host names: of the usual ends, and of any end before a path. */
const ADDRESS =
  /^\P{L}*(?:https?:|www\.)|:\/\/|[^\s@]@[^\s@]|\p{L}[\p{L}\p{N}-]*\.(?:(?:com|org|net|info|eu|uk|ie|coop|press|news)\b|\p{L}{2,}\/)/iu
const FIGURE = /\p{N}/u
/** Figures, points, handles and tags make letters no word: `B52s`, `i.e`, `@ferrylane`, `#ferrylane`. */
const NO_WORD = /\p{N}|\p{L}[.@]\p{L}|[@#_]/u
const OPENS = /[\p{L}\p{N}\p{Ps}\p{Pi}'"£$€]/u
const LETTERS = /[\p{L}\p{M}]+/gu
const LOWER = /\p{Ll}|\p{Lo}/u
/** `didn’t`, `wouldn’t`: a division before `n’t` or within it is no help to a reader. */
const CONTRACTION = /n['’]t\P{L}*$/iu
const HYPHEN = /[-\u2010]/
/** What stands on either side of a dash or a slash is a word of its own. */
const PARTS = /[\u2012-\u2015/]/

/** Most words. */
const SMALL_LETTERS = /^[a-z]+$/
/** No address is without one of these. */
const ADDRESS_SIGN = /[.:@]/

const SOFT_HYPHEN = '\u00ad'

/**
 * Where a line may end within a word: after written hyphens, dashes and slashes, and at the divisions of its letters.
 * Words in capitals, words with figures and addresses are not divided. Most words have none but their divisions.
 */
export function divideToken(token: string, hyphenator: Hyphenator | null): readonly TokenBreak[] {
  if (token.length < 4) return NONE
  if (SMALL_LETTERS.test(token)) return hyphenator ? divisionsOf(token, hyphenator) : NONE
  if (ADDRESS_SIGN.test(token) && ADDRESS.test(token)) return divideAddress(token)
  const breaks: TokenBreak[] = []
  const joins = HYPHEN.test(token) || PARTS.test(token)
  for (let i = 2; joins && i < token.length; i++) {
    const kind = breakAfter(token, i)
    if (kind !== null) breaks.push({ at: i, kind, weight: 1 })
  }
  if (hyphenator) divideLetters(token, hyphenator, breaks)
  return joins ? breaks.sort((a, b) => a.at - b.at) : breaks
}

function divisionsOf(letters: string, hyphenator: Hyphenator): readonly TokenBreak[] {
  return hyphenator.divide(letters).map(({ at, weight }) => ({ at, kind: BREAK.hyphen, weight }))
}

/** Whether a word of a protected name is in a token. */
export function hasProtected(token: string, hyphenator: Hyphenator): boolean {
  return (token.match(LETTERS) ?? []).some((letters) => hyphenator.protects(letters))
}

/** Whether a line may end after the character before `at`, and as what. */
function breakAfter(token: string, at: number): BreakKind | null {
  const character = token.charCodeAt(at - 1)
  const isHyphen = character === 0x2d || character === 0x2010
  const isDash = character >= 0x2012 && character <= 0x2015
  const isSlash = character === 0x2f
  if (!isHyphen && !isDash && !isSlash) return null
  const before = token[at - 2] ?? ''
  const after = token[at]!
  if (!OPENS.test(after)) return null
  if (isDash) return FIGURE.test(before) && FIGURE.test(after) ? null : BREAK.dash
  // Two letters at least on either side: no `e-` ends a line, no `-a` begins one.
  const wide = /[\p{L}\p{N}]{2}$/u.test(token.slice(0, at - 1)) && /^\P{L}?[\p{L}\p{N}]{2}/u.test(token.slice(at))
  if (!wide || (FIGURE.test(before) && FIGURE.test(after))) return null
  return isSlash ? BREAK.slash : BREAK.written
}

function divideLetters(token: string, hyphenator: Hyphenator, breaks: TokenBreak[]): void {
  if (CONTRACTION.test(token) && hyphenator.language.toLowerCase().startsWith('en')) return
  LETTERS.lastIndex = 0
  for (let match = LETTERS.exec(token); match; match = LETTERS.exec(token)) {
    const letters = match[0]
    if (letters.length < 4 || !LOWER.test(letters)) continue
    const start = match.index
    const part = partAround(token, start, start + letters.length)
    if (NO_WORD.test(part)) continue
    const kind = HYPHEN.test(part) ? BREAK.compoundPart : BREAK.hyphen
    for (const { at, weight } of hyphenator.divide(letters)) breaks.push({ at: start + at, kind, weight })
  }
}

/** The word or compound in which letters stand. */
function partAround(token: string, start: number, end: number): string {
  let from = start
  while (from > 0 && !PARTS.test(token[from - 1]!)) from--
  let to = end
  while (to < token.length && !PARTS.test(token[to]!)) to++
  return token.slice(from, to)
}

function divideAddress(token: string): readonly TokenBreak[] {
  const breaks: TokenBreak[] = []
  for (let i = 2; i < token.length - 1; i++) {
    // Before its own hyphen, not after it, where it would pass for one of ours.
    if (token[i] === '-') breaks.push({ at: i, kind: BREAK.address, weight: 2 })
    else if ('/.@_?&='.includes(token[i - 1]!) && /[\p{L}\p{N}]/u.test(token[i]!)) {
      breaks.push({ at: i, kind: BREAK.address, weight: 1 })
    }
  }
  return breaks
}

/** A word as written: what is shaped, and the divisions that the editor put in as soft hyphens or zero-width spaces. */
export interface WrittenWord {
  readonly text: string
  readonly breaks: readonly TokenBreak[]
}

/** Soft hyphens, zero-width spaces, joiners, direction marks and variation selectors. */
const UNSEEN = /[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f]/

/** Takes out what is never seen: soft hyphens and zero-width spaces become places to break, joiners go. */
export function readWrittenWord(written: string): WrittenWord {
  if (!UNSEEN.test(written)) return { text: written, breaks: NONE }
  const breaks: TokenBreak[] = []
  let text = ''
  for (const character of written) {
    if (!UNSEEN.test(character)) text += character
    else if (character !== SOFT_HYPHEN && character !== '\u200b') continue
    else if (text && breaks.at(-1)?.at !== text.length) {
      const isHyphen = character === SOFT_HYPHEN
      breaks.push({ at: text.length, kind: isHyphen ? BREAK.hyphen : BREAK.written, weight: isHyphen ? SURE : 1 })
    }
  }
  return { text, breaks: breaks.filter(({ at }) => at < text.length) }
}
