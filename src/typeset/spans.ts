import type { Pt } from '../base/index.js'
import type { SetInline } from './refine-copy.js'
import type { Type, Word } from './type-case.js'

/** What a span of copy is. */
export const SPAN = {
  /** A run of non-space characters in one type. */
  word: 0,
  /** A word space. */
  space: 1,
  /** A word space at which no line ends. */
  noBreakSpace: 2,
  /** White of a fixed width: thin spaces and their like. */
  fixed: 3,
  /** A line break of the copy. */
  lineBreak: 4,
} as const

export type SpanKind = (typeof SPAN)[keyof typeof SPAN]

/**
 * Copy cut into words and spaces, with the type of each. Columns of one table, so that a long article holds no object
 * for each of its words; the words themselves are shared.
 */
export interface Spans {
  readonly kinds: SpanKind[]
  readonly types: Type[]
  /** The word; for every other span its type's word space. */
  readonly words: Word[]
  /** Whether a word of the copy begins here: a word of several types is several spans. */
  readonly startsWord: boolean[]
  /** Where it was written. */
  readonly inlines: SetInline[]
  /** Widths of fixed spaces, by span. */
  readonly fixed: Map<number, Pt>
  /** Words of the copy: runs of non-space characters. */
  wordCount: number
  /** So many of the first spans are a headline that runs in: no words of the copy. */
  headSpans: number
}

/** No copy yet. */
export function emptySpans(): Spans {
  return { kinds: [], types: [], words: [], startsWord: [], inlines: [], fixed: new Map(), wordCount: 0, headSpans: 0 }
}

/** The spans of the first so many words. */
export function cutSpans(spans: Spans, words: number): Spans {
  let seen = 0
  let end = 0
  for (let i = 0; i < spans.kinds.length; i++) {
    if (spans.startsWord[i] && i >= spans.headSpans && ++seen > words) break
    if (spans.kinds[i] === SPAN.word) end = i + 1
  }
  return {
    kinds: spans.kinds.slice(0, end),
    types: spans.types.slice(0, end),
    words: spans.words.slice(0, end),
    startsWord: spans.startsWord.slice(0, end),
    inlines: spans.inlines.slice(0, end),
    fixed: spans.fixed,
    wordCount: Math.min(words, spans.wordCount),
    headSpans: spans.headSpans,
  }
}
