import { countWords } from './article/words.js'
import type { Article, Block } from './types.js'

/**
 * The same article without some blocks of its body, given by index. A crosshead that would then stand over nothing goes
 * too. The first block never goes: it carries the lead-in.
 */
export function withoutBlocks(article: Article, dropped: readonly number[]): Article {
  const gone = new Set(dropped.filter((index) => index > 0))
  const isCrosshead = (block: Block | undefined): boolean => block?.kind === 'crosshead'
  let next: Block | undefined
  for (let index = article.body.length - 1; index > 0; index--) {
    const block = article.body[index]!
    if (gone.has(index)) continue
    const stoodOverText = !isCrosshead(article.body[index + 1]) && index + 1 < article.body.length
    if (isCrosshead(block) && stoodOverText && (next === undefined || isCrosshead(next))) gone.add(index)
    else next = block
  }
  const body = article.body.filter((_, index) => !gone.has(index))
  return { ...article, body, words: countWords(body), optional: { ...article.optional, blocks: [] } }
}
