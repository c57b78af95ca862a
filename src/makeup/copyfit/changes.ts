import type { GridLines, Pt } from '../../base/index.js'
import { type Article, withoutBlocks } from '../../edition/index.js'
import type { FitRules } from '../../stylebook/index.js'
import { AS_ORDERED, type HeadChange } from '../prepare-parts.js'

/** What is changed of an article so that it fits. */
export interface Change {
  readonly head: HeadChange
  /** Blocks of its body that are left out, by index. */
  readonly blocks: readonly number[]
  /** 1/1000 em. */
  readonly tracking: number
  /** Lines that its paragraphs may be made longer or shorter by; null where they stay as they are best. */
  readonly paragraphs: GridLines | null
}

/** Nothing changed. */
export const AS_WRITTEN: Change = { head: AS_ORDERED, blocks: [], tracking: 0, paragraphs: null }

/** An article's headline as it was ordered. */
export interface OrderedHead {
  /** The size that it is set in; null when there is none. */
  readonly size: Pt | null
  /** The sizes that it may have instead, the nearest first. */
  readonly smaller: readonly Pt[]
  readonly larger: readonly Pt[]
}

/** With more optional blocks than these not every combination is tried: only the last ones, from one to all. */
const MOST_COMBINED = 5

/**
 * What copyfit's dearer steps change, the cheapest first: nothing; the head; what is optional in it; then optional blocks,
 * the fewest words first, each with all of those. Paragraphs and tracking are tried within each.
 */
export function* changesOf(
  article: Article,
  rules: FitRules,
  { isOver, head }: { readonly isOver: boolean; readonly head: OrderedHead },
): Generator<Change> {
  const heads = [AS_ORDERED, ...headChanges(article, rules, { isOver, head })]
  for (const blocks of isOver && rules.optional ? blocksToDrop(article) : [[]]) {
    for (const change of heads) yield { ...AS_WRITTEN, head: change, blocks, paragraphs: rules.paragraphs || null }
  }
}

/** Smaller heads, and heads with less, where text is over; larger ones where it is short. */
function headChanges(
  article: Article,
  rules: FitRules,
  { isOver, head }: { readonly isOver: boolean; readonly head: OrderedHead },
): readonly HeadChange[] {
  const sizes = (isOver ? head.smaller : head.larger).slice(0, rules.heads)
  const parts = isOver && rules.optional ? article.optional.parts.filter((part) => article[part] !== null) : []
  const drops = [...parts.map((part) => [part]), ...(parts.length > 1 ? [parts] : [])]
  return [
    ...sizes.map((size) => ({ size, dropped: [] })),
    // A head does not grow into the room of what was dropped.
    ...drops.flatMap((dropped) => [head.size, ...sizes].map((size) => ({ size, dropped }))),
  ]
}

/** None of the optional blocks, then more and more of them, by the words that go. The first block of an article always stays. */
function blocksToDrop(article: Article): readonly (readonly number[])[] {
  const optional = article.optional.blocks.filter((index) => index > 0)
  if (optional.length > MOST_COMBINED) {
    return [[], ...optional.map((_, kept) => optional.slice(optional.length - 1 - kept))]
  }
  const sets = optional.reduce<(readonly number[])[]>(
    (all, index) => [...all, ...all.map((set) => [...set, index])],
    [[]],
  )
  return sets
    .map((blocks) => ({ blocks, words: withoutBlocks(article, blocks).words }))
    .sort((a, b) => b.words - a.words)
    .map(({ blocks }) => blocks)
}
