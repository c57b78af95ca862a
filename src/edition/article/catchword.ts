import type { Copy } from '../types.js'

/** The shortest word of a headline that tells a reader what he was reading: *The*, *Why* and *To* do not. */
const LEAST_LETTERS = 4
/** A word without the signs about it. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'.&-]*[\p{L}\p{M}\p{N}])?/gu

/** What jump lines call an article: what its editor says, else its overline, else the first telling word of its headline. */
export function catchwordOf(head: {
  readonly catchword: Copy | null
  readonly overline: Copy | null
  readonly headline: Copy
}): Copy {
  return head.catchword ?? head.overline ?? tellingWord(head.headline)
}

/** The first long word of a headline; the first one where all are short, and all of it where it holds none. */
function tellingWord(headline: Copy): Copy {
  const words = headline.flatMap((inline) => {
    if (inline.kind !== 'text') return []
    return [...inline.text.matchAll(WORD)].map(([word]) => ({ ...inline, text: word, marks: [] }))
  })
  const word = words.find(({ text }) => [...text].length >= LEAST_LETTERS) ?? words[0]
  return word ? [word] : headline
}
