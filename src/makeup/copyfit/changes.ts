import type { GridLines } from '../../base/index.js'
import type { Article } from '../../edition/index.js'
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

/** More optional blocks than these are left out from the last one back, and not in every combination. */
const MOST_COMBINED = 5

/**
 * What copyfit's dearer steps change, the cheapest first: nothing; the head; what is optional in it; then optional blocks,
 * the fewest words first, each with all of those. Paragraphs and tracking are tried within each.
 */
export function* changesOf(article: Article, rules: FitRules, isOver: boolean): Generator<Change> {
  const heads = [AS_ORDERED, ...headChanges(article, rules, isOver)]
  for (const blocks of isOver && rules.optional ? blocksToDrop(article) : [[]]) {
    for (const head of heads) yield { ...AS_WRITTEN, head, blocks, paragraphs: rules.paragraphs || null }
  }
}

/** Smaller heads, and heads with less, where text is over; larger ones where it is short. */
function headChanges(article: Article, rules: FitRules, isOver: boolean): readonly HeadChange[] {
  const steps = Array.from({ length: rules.heads }, (_, index) => (isOver ? -1 : 1) * (index + 1))
  const parts = isOver && rules.optional ? article.optional.parts.filter((part) => article[part] !== null) : []
  const drops = [...parts.map((part) => [part]), ...(parts.length > 1 ? [parts] : [])]
  return [
    ...steps.map((step) => ({ step, dropped: [] })),
    ...drops.flatMap((dropped) => [0, ...steps].map((step) => ({ step, dropped }))),
  ]
}

/** None of the optional blocks, then more and more of them. The first block of an article always stays. */
function blocksToDrop(article: Article): readonly (readonly number[])[] {
  const optional = article.optional.blocks.filter((index) => index > 0)
  if (optional.length > MOST_COMBINED)
    return [[], ...optional.map((_, kept) => optional.slice(optional.length - 1 - kept))]
  const sets = optional.reduce<(readonly number[])[]>(
    (all, index) => [...all, ...all.map((set) => [...set, index])],
    [[]],
  )
  return sets.sort((a, b) => a.length - b.length || (b[0] ?? 0) - (a[0] ?? 0))
}
