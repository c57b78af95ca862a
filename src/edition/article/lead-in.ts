import type { Copy, Inline, TextInline } from '../types.js'
import { addMark } from './piece.js'

/** How many words open an article in the lead-in's type: as many as the copy has in capitals, or so many. */
export type LeadIn = 'auto' | 'none' | number

const LOWER = /\p{Ll}/u
const LETTERS = /\p{L}/gu
const CAPITAL = /[\p{Lu}\p{Lt}]/u
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u

/** One word alone is a lead-in only when it is this long: USA is not. */
const LETTERS_OF_ONE_WORD = 6

/** The copy of a first paragraph with its opening words marked. The text itself is never re-cased. */
export function markLeadIn(copy: Copy, leadIn: LeadIn): Copy {
  if (leadIn === 'none' || leadIn === 0) return copy
  const text = copy.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('')
  const end = leadIn === 'auto' ? endOfCapitals(text) : endOfWords(text, leadIn)
  return end === 0 ? copy : markUpTo(copy, end)
}

function endOfWords(text: string, count: number): number {
  let end = 0
  for (const match of text.matchAll(/\S+/g)) {
    if (count-- <= 0) break
    end = match.index + match[0].length
  }
  return end
}

/**
 * Where the opening run of words without a lower-case letter ends; 0 when there is no such run of at least two words or
 * one of six letters. Figures and dashes go with it, but it neither begins nor ends on a dash, and figures with a single
 * letter between them ("A 1984 film") make no run.
 */
function endOfCapitals(text: string): number {
  let end = 0
  let words = 0
  let letters = 0
  for (const match of text.matchAll(/\S+/g)) {
    const word = match[0]
    const own = word.match(LETTERS)?.length ?? 0
    if (LOWER.test(word) || (own > 0 && !CAPITAL.test(word))) break
    const isWord = LETTER_OR_FIGURE.test(word)
    if (!isWord && words === 0) break
    if (!isWord) continue
    words++
    letters += own
    end = match.index + word.length
  }
  const least = words === 1 ? LETTERS_OF_ONE_WORD : 2
  return letters >= least ? end : 0
}

function markUpTo(copy: Copy, end: number): Copy {
  const marked: Inline[] = []
  let from = 0
  for (const inline of copy) {
    if (inline.kind !== 'text') {
      marked.push(inline)
      from++
      continue
    }
    const cut = Math.min(inline.text.length, Math.max(0, end - from))
    from += inline.text.length
    const marks = addMark(inline.marks, 'lead-in')
    if (cut > 0) marked.push({ ...cutInline(inline, 0, cut), marks })
    if (cut < inline.text.length) marked.push(cutInline(inline, cut, inline.text.length))
  }
  return marked
}

/** The characters of an inline from `from` up to but not including `to`, with what of its links is in them. */
function cutInline(inline: TextInline, from: number, to: number): TextInline {
  const { links, ...rest } = inline
  const text = inline.text.slice(from, to)
  const cut = (links ?? [])
    .map((link) => ({ ...link, from: Math.max(link.from, from) - from, to: Math.min(link.to, to) - from }))
    .filter((link) => link.to > link.from)
  return cut.length > 0 ? { ...rest, text, links: cut } : { ...rest, text }
}
