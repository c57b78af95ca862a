import type { GridLines } from '../base/index.js'
import type { Article, Copy } from '../edition/index.js'
import type { TypeStyles } from '../stylebook/index.js'
import type { RefinedCopy, SetInline, SetMark } from './refine-copy.js'
import type { Unit } from './types.js'

/** The capital that opens a text, taken out of it. */
export interface OpeningCapital {
  readonly capital: string
  /** Quotation marks before it, or nothing. */
  readonly quote: string
  /** Whether it is a word of its own: A, I. */
  readonly isWord: boolean
  /** Where it was written. */
  readonly inline: SetInline
  /** The text after it: of as many words as the whole. */
  readonly rest: RefinedCopy
}

/** The lines that a drop capital stands beside in a unit: in an article's first paragraph, as article or stylebook say; else 0. */
export function linesBeside(
  { index, role, style }: Unit,
  { article, styles }: { readonly article: Article; readonly styles: TypeStyles },
): GridLines {
  if (index > 0 || role !== 'paragraph' || style.align === 'right' || style.align === 'centre') return 0
  const { dropCap } = article
  if (dropCap === 'none') return 0
  return dropCap === 'auto' ? styles['drop-cap'].lines : dropCap
}

/** Quotation marks and a capital; figures and small letters make no drop capital. */
const OPENING = /^((?:[“”‘„‚«»‹›"'][ \u00a0]?)*)((?:\p{Lu}|\p{Lt}|\p{Lo})\p{M}*)/u

/** A word of nothing that is seen, and white of no width after it: they stand for the word that went away with its capital. */
const GONE = '\u2060\ufeff'

/** Takes the capital from the head of a text; null when it begins with anything else, or with nothing after it. */
export function takeCapital(copy: Copy): OpeningCapital | null {
  const [inline, ...others] = copy
  const match = inline?.kind === 'text' ? OPENING.exec(inline.text) : null
  if (inline?.kind !== 'text' || !match) return null
  const [opening, quotes, capital] = match as unknown as readonly [string, string, string]
  const quote = quotes.replace(/\s/g, '')
  const left = inline.text.slice(opening.length)
  const after: RefinedCopy = [...(left === '' ? [] : [{ ...inline, text: left }]), ...others]
  const [next] = after
  if (next?.kind !== 'text') return null
  const isWord = /^\s/.test(next.text)
  const rest = isWord ? [{ ...inline, text: GONE }, ...trimStart(after)] : keepFirstWord(after)
  return { capital, quote, isWord, inline, rest }
}

function trimStart([first, ...others]: RefinedCopy): RefinedCopy {
  return first?.kind === 'text' ? [{ ...first, text: first.text.trimStart() }, ...others] : others
}

/** What is left of the first word is not divided: the patterns know it with its capital only. */
function keepFirstWord(copy: RefinedCopy): RefinedCopy {
  const kept: (typeof copy)[number][] = []
  let isInWord = true
  for (const inline of copy) {
    const end = inline.kind === 'text' ? inline.text.search(/\s/) : 0
    if (!isInWord || inline.kind !== 'text' || end === 0) {
      isInWord = false
      kept.push(inline)
      continue
    }
    const marks: readonly SetMark[] = [...inline.marks, 'undivided']
    if (end < 0) kept.push({ ...inline, marks })
    else kept.push({ ...inline, marks, text: inline.text.slice(0, end) }, { ...inline, text: inline.text.slice(end) })
    isInWord = end < 0
  }
  return kept
}
