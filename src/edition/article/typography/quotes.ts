import { type Stretch, isWithin } from './addresses.js'
import type { Edit } from './edits.js'
import { type Elision, elisionAt, mayBeApostrophe } from './elisions.js'
import { type QuotationMarks, quotationMarksOf } from './quotation-marks.js'

/** What a quote turns out to be. */
type Role = 'open-double' | 'close-double' | 'open-single' | 'close-single' | 'apostrophe'
type Level = 'double' | 'single'

/** What stands on one side of a quote, other quotes next to it passed over. */
type Side = 'space' | 'opening' | 'dash' | 'word' | 'other'

const QUOTE = /["'“”„«»‘’‚‹›]/g
const QUOTE_CHARACTERS = `"'“”„«»‘’‚‹›`
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}$£€¥#&′″]/u
/** An ending after a closing mark: the (company)'s, 50%'s. */
const ENDING = /(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{N}])/iuy
/** How many quotes are looked at ahead, and how many side by side: bounds on the work, far beyond any sentence. */
const LOOK_AHEAD = 24
const LONGEST_RUN = 6

/** What is known while the quotes of one text are read from left to right. */
interface Reading {
  readonly text: string
  readonly language: string
  /** Offsets of all quotes, straight and typographic. */
  readonly at: readonly number[]
  /** The quotations that are open, outermost first. */
  readonly open: Level[]
}

/**
 * Straight quotes to the language's own. Each is read from what stands on its two sides, from the quotations that are
 * open, and from the words that lose their beginning ('tis, '90s). Typographic quotes stay as they are.
 */
export function findQuoteEdits(
  text: string,
  language: string,
  addresses: readonly Stretch[],
  primes: readonly Edit[],
): Edit[] {
  const edits: Edit[] = []
  if (!text.includes('"') && !text.includes("'")) return edits
  const marks = quotationMarksOf(language)
  const taken = new Set(primes.map((edit) => edit.at))
  const at: number[] = []
  for (const { index } of text.matchAll(QUOTE)) if (!taken.has(index) && !isWithin(addresses, index)) at.push(index)
  const reading: Reading = { text, language, at, open: [] }
  at.forEach((offset, index) => {
    const typed = text[offset]!
    const straight = typed === '"' || typed === "'"
    const role = straight ? roleOf(reading, index) : roleOfMark(reading, index, marks)
    follow(reading.open, role)
    if (straight) edits.push({ at: offset, length: 1, put: markOf(role, marks) })
  })
  return edits
}

function markOf(role: Role, marks: QuotationMarks): string {
  switch (role) {
    case 'open-double':
      return marks.openDouble
    case 'close-double':
      return marks.closeDouble
    case 'open-single':
      return marks.openSingle
    case 'close-single':
      return marks.closeSingle
    case 'apostrophe':
      return '’'
  }
}

/** Keeps count of the open quotations. A closing quote closes what was left open inside it. */
function follow(open: Level[], role: Role): void {
  if (role === 'open-double') open.push('double')
  else if (role === 'open-single') open.push('single')
  else if (role !== 'apostrophe') {
    const last = open.lastIndexOf(role === 'close-double' ? 'double' : 'single')
    if (last >= 0) open.length = last
  }
}

/** What a typographic quote does to the quotations that are open. */
function roleOfMark(reading: Reading, index: number, marks: QuotationMarks): Role {
  const mark = reading.text[reading.at[index]!]!
  // ’ both closes and stands for letters; ” opens and closes in Swedish.
  if (mark === '’') return closesSingle(reading, index) ? 'close-single' : 'apostrophe'
  if (mark === marks.openDouble && mark === marks.closeDouble) {
    return reading.open.includes('double') ? 'close-double' : 'open-double'
  }
  if (mark === marks.openDouble) return 'open-double'
  if (mark === marks.closeDouble) return 'close-double'
  if (mark === marks.openSingle) return 'open-single'
  if (mark === marks.closeSingle) return 'close-single'
  return 'apostrophe'
}

function roleOf(reading: Reading, index: number): Role {
  return reading.text[reading.at[index]!] === '"' ? roleOfDouble(reading, index) : roleOfSingle(reading, index)
}

function roleOfDouble(reading: Reading, index: number): Role {
  const { text, at, open } = reading
  const offset = at[index]!
  const left = leftOf(text, offset)
  const right = rightOf(text, offset)
  const isOpen = open.includes('double')
  const balance: Role = isOpen ? 'close-double' : 'open-double'
  if (right === 'space') return left === 'space' || left === 'opening' ? balance : 'close-double'
  // A space before the closing quote is a slip: (said ", she).
  if (left === 'space' || left === 'opening') return endsSentence(text, offset) ? balance : 'open-double'
  if (right === 'other') return left === 'dash' ? balance : 'close-double'
  // From here on a word follows directly.
  if (left === 'dash' || left === 'other') return balance
  // l'"abord"
  return !isOpen && /['’]/.test(text[offset - 1]!) ? 'open-double' : 'close-double'
}

function roleOfSingle(reading: Reading, index: number): Role {
  const { text, at, open } = reading
  const offset = at[index]!
  const left = leftOf(text, offset)
  const right = rightOf(text, offset)
  if (left === 'word' && right === 'word') return 'apostrophe'
  if (left !== 'word' && isElision(reading, index)) return 'apostrophe'
  const isOpen = open.includes('single')
  if (right === 'space' && (left === 'space' || left === 'opening')) {
    if (isOpen) return 'close-single'
    return index + 1 < at.length ? 'open-single' : 'apostrophe'
  }
  const closing: Role = closesSingle(reading, index) ? 'close-single' : 'apostrophe'
  if (right === 'space') return closing
  if (left === 'space' || left === 'opening') return isOpen && endsSentence(text, offset) ? closing : 'open-single'
  if (left === 'word') return closing
  if (left === 'dash') return right === 'word' && !isOpen ? 'open-single' : closing
  // After other punctuation: (company)'s, and said:'Well
  ENDING.lastIndex = offset + 1
  if (right !== 'word' || isOpen || ENDING.test(text)) return closing
  return 'open-single'
}

function isElision(reading: Reading, index: number): boolean {
  const offset = reading.at[index]!
  const elision: Elision = elisionAt(reading.text, offset, reading.language)
  return elision === 'certain' || (elision === 'likely' && !isClosedLater(reading, index))
}

/** Whether a ' or ’ that ends something ends a quotation, and is not the apostrophe of the tenants' hall. */
function closesSingle(reading: Reading, index: number): boolean {
  if (!reading.open.includes('single')) return false
  const offset = reading.at[index]!
  if (rightOf(reading.text, offset) === 'word' && leftOf(reading.text, offset) === 'word') return false
  return !(mayBeApostrophe(reading.text, offset) && isClosedLater(reading, index))
}

/** Whether a single quote further on is left over to close a quotation that is open after quote `index`. */
function isClosedLater(reading: Reading, index: number): boolean {
  const { text, at, language } = reading
  let depth = 0
  const end = Math.min(at.length, index + 1 + LOOK_AHEAD)
  for (let next = index + 1; next < end; next++) {
    const offset = at[next]!
    const mark = text[offset]!
    if (mark === '‘') depth++
    if (mark !== "'" && mark !== '’') continue
    const left = leftOf(text, offset)
    const right = rightOf(text, offset)
    if (left === 'word' || left === 'other') {
      if (right === 'word' || mayBeApostrophe(text, offset)) continue
      if (depth === 0) return true
      depth--
    } else if (right === 'word' && elisionAt(text, offset, language) === 'none') depth++
  }
  return false
}

function leftOf(text: string, offset: number): Side {
  let at = offset - 1
  const stop = offset - LONGEST_RUN
  while (at >= 0 && at > stop && QUOTE_CHARACTERS.includes(text[at]!)) at--
  if (at < 0) return 'opening'
  const character = text[at]!
  if (/\s/.test(character)) return 'space'
  if (/[([{/¿¡]/.test(character)) return 'opening'
  return sideOf(text, at)
}

function rightOf(text: string, offset: number): Side {
  const at = afterQuotes(text, offset)
  if (at >= text.length || /\s/.test(text[at]!)) return 'space'
  if (/[([{¿¡]/.test(text[at]!)) return 'word'
  const side = sideOf(text, at)
  return side === 'dash' ? 'other' : side
}

/** The offset of what follows the quotes that stand together at `offset`. */
function afterQuotes(text: string, offset: number): number {
  let at = offset + 1
  const stop = offset + LONGEST_RUN
  while (at < text.length && at < stop && QUOTE_CHARACTERS.includes(text[at]!)) at++
  return at
}

function sideOf(text: string, at: number): Side {
  const character = text[at]!
  if (/[-‐‑–—]/.test(character)) return 'dash'
  // The halves of a character beyond the basic plane count as a word's.
  return WORD_CHARACTER.test(character) || /[\uD800-\uDFFF]/.test(character) ? 'word' : 'other'
}

/** Whether punctuation that only ends things follows the quotes at `offset`; three dots may begin a quotation. */
function endsSentence(text: string, offset: number): boolean {
  const at = afterQuotes(text, offset)
  return /^(?:[,;:!?)\]}]|\.(?!\.))/.test(text.slice(at, at + 2))
}
