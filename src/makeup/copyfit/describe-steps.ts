import type { FittedArticle } from './fit-article.js'

/** The steps by which an article of so many words was fitted, in the order in which copyfit takes them. */
export function describeSteps(fitted: FittedArticle, words: number): readonly string[] {
  const { change, flow, parts, text, orderedSize } = fitted
  const { head, tracking, blocks } = change
  const changes = [...flow.plan.variants.values()]
  const longer = changes.filter((one) => one > 0).length
  const shorter = changes.length - longer
  const size = parts[0]?.head.headline?.size ?? null
  const gone = words - text.article.words
  return [
    ...(shorter > 0 ? [`${count(shorter, 'paragraph')} a line shorter`] : []),
    ...(longer > 0 ? [`${count(longer, 'paragraph')} a line longer`] : []),
    ...(tracking !== 0 ? [`tracking ${tracking > 0 ? '+' : '−'}${Math.abs(tracking)}/1000 em`] : []),
    ...(size !== orderedSize ? [`head ${orderedSize} → ${size} pt`] : []),
    ...head.dropped.map((part) => `${part} dropped`),
    ...(blocks.length > 0 ? [`${count(blocks.length, 'optional paragraph')} dropped (${count(gone, 'word')})`] : []),
  ]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
