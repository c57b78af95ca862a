import type { HeadOrder } from '../stylebook/index.js'
import type { Article, Block, Copy, Mark, TextInline } from './types.js'

/** What ends a sentence, with quotation marks and brackets after it; and what goes on in the text. */
const HAS_STOP = /[.!?…:;,—–-][”’»"')\]]*$/u

/** The article as it is set under a headline order: with its headline over its text, or at its start. */
export function withHead(article: Article, { runIn }: HeadOrder): Article {
  return runIn ? withRunInHead(article) : article
}

const known = new WeakMap<Article, Article>()

/**
 * The same article with its headline at the start of its text, for places that run it in. A head without a stop gets one. Its words are
 * marked `run-in`: they are no words of the text. It has neither lead-in nor drop capital: one opening is enough. A text that
 * does not begin with a paragraph gets one for the head alone. The same article gives the same object.
 */
export function withRunInHead(article: Article): Article {
  let made = known.get(article)
  if (!made) known.set(article, (made = runIn(article)))
  return made
}

function runIn(article: Article): Article {
  const head = headOf(article.headline)
  const [first, ...rest] = article.body
  if (first?.kind === 'paragraph') {
    const body: Block[] = [{ kind: 'paragraph', copy: [...head, ...withoutLeadIn(first.copy)] }, ...rest]
    return { ...article, body, dropCap: 'none' }
  }
  const blocks = article.optional.blocks.map((index) => index + 1)
  const optional = { ...article.optional, blocks }
  return { ...article, body: [{ kind: 'paragraph', copy: head }, ...article.body], optional, dropCap: 'none' }
}

/** A headline in one line, with a stop and a space at its end. */
function headOf(headline: Copy): Copy {
  const inlines = headline.map((inline, index): TextInline => {
    if (inline.kind === 'text') return { ...inline, marks: withMark(inline.marks) }
    const { source } = headline.slice(index).find((one) => one.kind === 'text') ?? lastText(headline)
    return { kind: 'text', text: ' ', marks: withMark([]), source }
  })
  const text = inlines.map((inline) => inline.text).join('')
  const last = inlines.at(-1)!
  const stop = HAS_STOP.test(text.trimEnd()) ? '' : '.'
  return [...inlines.slice(0, -1), { ...last, text: `${last.text.trimEnd()}${stop} ` }]
}

function lastText(copy: Copy): TextInline {
  return copy.findLast((inline) => inline.kind === 'text')!
}

function withMark(marks: readonly Mark[]): readonly Mark[] {
  return [...marks, 'run-in' as const].sort()
}

function withoutLeadIn(copy: Copy): Copy {
  return copy.map((inline) =>
    inline.kind === 'text' ? { ...inline, marks: inline.marks.filter((mark) => mark !== 'lead-in') } : inline,
  )
}
