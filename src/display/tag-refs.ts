import type { MadeUpRefs, PlacedLine } from '../makeup/index.js'
import type { PagePlace } from './structure.js'
import type { ArticleParts } from './tag-article.js'
import { type OpenElement, tagLink } from './tag-text.js'
import { element, paged, type Tagging } from './tagging.js'

/** What teasers and an index are tagged with. */
export interface RefsTagging {
  /** The page that they stand on, counted from 0. */
  readonly page: number
  readonly articles: ReadonlyMap<string, ArticleParts>
  /** Where each article starts. */
  readonly starts: ReadonlyMap<string, PagePlace>
  readonly tagging: Tagging
}

/** Teasers or an index: the head over them, and a list of links. */
export function tagRefs({ head, legs }: MadeUpRefs, { page, articles, starts, tagging }: RefsTagging): OpenElement {
  const section = element({ kind: 'section' })
  if (head.length > 0) section.kids.push(tagging.text({ kind: 'head', level: 1 }, paged(head, page)))
  const list = element({ kind: 'list', ordered: false })
  for (const [ref, lines] of byRef(legs.flat())) {
    const body = element({ kind: 'item-body' })
    const target = ref && starts.get(ref.article)
    const language = ref && articles.get(ref.article)?.parts[0]!.placement.article.language
    const own = paged(lines, page)
    if (target) {
      const said = language === undefined ? {} : { language }
      tagLink(body, { lines: own, target: { kind: 'place', ...target }, ...said }, tagging)
    } else body.kids.push(tagging.text({ kind: 'paragraph' }, own))
    list.kids.push(element({ kind: 'item' }, [body]))
  }
  if (list.kids.length > 0) section.kids.push(list)
  return section
}

function byRef(lines: readonly PlacedLine[]): ReadonlyMap<PlacedLine['ref'], readonly PlacedLine[]> {
  const refs = new Map<PlacedLine['ref'], PlacedLine[]>()
  for (const line of lines) refs.set(line.ref, [...(refs.get(line.ref) ?? []), line])
  return refs
}
