import type { MadeUpPlacement, PlacedQuote } from '../makeup/index.js'
import { TextTree } from './tag-units.js'
import { type OpenElement, tagLink } from './tag-text.js'
import { byRole, element, paged, type Tagging } from './tagging.js'

/** An article with all its parts, in reading order; `page` is counted from 0. */
export interface ArticleParts {
  readonly title: string
  readonly parts: readonly { readonly placement: MadeUpPlacement; readonly page: number }[]
}

/**
 * An article as it is read: its head, all its text, what stands among the text, and at the end what only helps to turn pages (heads of
 * continuations, jump lines), so that nothing comes between the words of a sentence.
 */
export function tagArticle({ parts }: ArticleParts, tagging: Tagging): OpenElement {
  const { language } = parts[0]!.placement.article
  const article: OpenElement = { ...element({ kind: 'article' }), language }
  const heads = parts.flatMap(({ placement, page }) =>
    placement.part === 'start' ? headOf(placement, page, tagging) : [],
  )
  const hasHead = heads.some(({ part }) => part.kind === 'head')
  article.kids.push(...heads)
  const text = new TextTree(article, { tagging, crossheads: hasHead ? 2 : 1 })
  for (const { placement, page } of parts) for (const leg of placement.legs) text.take(paged(leg.lines, page))
  text.finish()
  for (const { placement, page } of parts) {
    for (const inset of placement.insets) {
      article.kids.push(...(inset.kind === 'picture' ? tagging.picture(inset, page) : [quoteOf(inset, page, tagging)]))
    }
  }
  parts.forEach((part, index) => article.kids.push(...turnsOf({ parts, part, index }, tagging)))
  return article
}

function headOf({ head }: MadeUpPlacement, page: number, tagging: Tagging): readonly OpenElement[] {
  return byRole(head).map((lines) => {
    const isHead = lines[0]!.role === 'headline'
    return tagging.text(isHead ? { kind: 'head', level: 1 } : { kind: 'paragraph' }, paged(lines, page))
  })
}

function quoteOf({ lines }: PlacedQuote, page: number, tagging: Tagging): OpenElement {
  const kids = byRole(lines).map((own) => tagging.text({ kind: 'paragraph' }, paged(own, page)))
  return element({ kind: 'quotation' }, kids)
}

/** One of an article's parts. */
interface PartAt extends Pick<ArticleParts, 'parts'> {
  readonly part: ArticleParts['parts'][number]
  readonly index: number
}

/** What of a part is there for those who turn pages. */
function turnsOf({ parts, part: { placement, page }, index }: PartAt, tagging: Tagging): readonly OpenElement[] {
  const jumpTo = (lines: MadeUpPlacement['head'], to: number): readonly OpenElement[] => {
    if (lines.length === 0) return []
    const other = parts[to]
    const own = paged(lines, page)
    // A part that was made up leads to one that was, too; else it is but words.
    if (!other) return [tagging.text({ kind: 'paragraph' }, own)]
    const target = { kind: 'place', page: other.page, y: other.placement.rect.y } as const
    const paragraph = element({ kind: 'paragraph' })
    tagLink(paragraph, { lines: own, target }, tagging)
    return [paragraph]
  }
  const heads = placement.part === 'start' ? [] : byRole(placement.head)
  return [
    ...heads.flatMap((lines) =>
      lines[0]!.role === 'jump-line'
        ? jumpTo(lines, index - 1)
        : [tagging.text({ kind: 'paragraph' }, paged(lines, page))],
    ),
    ...jumpTo(placement.jumpOn, index + 1),
  ]
}
