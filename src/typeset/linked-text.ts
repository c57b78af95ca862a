import type { Copy } from '../edition/index.js'
import type { LinkedText } from './types.js'

/** White, and what is never seen: neither is in the text of a fragment. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]/gu

const NONE: readonly LinkedText[] = []

/** The words of copies that lead somewhere, counted as they stand in fragments. */
export function linksOf(copies: readonly Copy[]): readonly LinkedText[] {
  if (!copies.some((copy) => copy.some((inline) => inline.kind === 'text' && inline.links))) return NONE
  const found: LinkedText[] = []
  let before = 0
  for (const inline of copies.flat()) {
    if (inline.kind !== 'text') continue
    const { text, links = [] } = inline
    for (const { from, to, address } of links) {
      found.push({ from: before + countSeen(text.slice(0, from)), to: before + countSeen(text.slice(0, to)), address })
    }
    before += countSeen(text)
  }
  return found
}

/** Characters of a text that are seen. */
function countSeen(text: string): number {
  return text.replace(UNSEEN, '').length
}
