import { articleId } from '../base/index.js'
import type { RefsLook } from '../stylebook/index.js'
import { readCopy } from './article/index.js'
import { showsOneThing, type WrittenEntry } from './manifest.js'
import type { PageOptions, Resolved } from './page-options.js'
import { headOverText } from './head-over-text.js'
import { refuseInsets } from './resolve-insets.js'
import { resolveLook } from './resolve-look.js'
import type { Ref } from './types.js'
import { waiversOf } from './manifest-waivers.js'

/** How articles are referred to where neither the place nor its slot says. */
const DEFAULT_LOOK: RefsLook = 'teaser'

/** Whether a place refers to articles and shows nothing else. */
export function showsRefs({ value }: WrittenEntry): boolean {
  return value.refs !== null && showsOneThing(value)
}

/** The cells and the look of teasers or an index, with the articles that can be turned to: of the others it has been told. */
export function resolveRefs(name: string, entry: WrittenEntry, page: PageOptions): Resolved {
  const { refs: written, headline, look: own } = entry.value
  if (written!.value.length === 0) return { claim: null }
  const look = resolveLook(name, entry, page)
  if (!look) return { claim: null }
  const { headCol: _, ...common } = headOverText(look, entry, { what: 'teasers', report: page.report })
  refuseInsets(entry, 'a place of teasers', page)
  const claim = { slot: name, rect: look.rect, place: entry.keyPlace }
  const { manifest, stylebook, report } = page
  const refs = written!.value.flatMap(({ article: id, text }): Ref[] => {
    const article = id && page.articles.get(articleId(id.value))
    if (!article) return []
    const words = text && readCopy(text.value, text.span, manifest.source, article.language, report)
    return [{ article: article.id, text: words, place: id.place }]
  })
  const slot = page.template?.slots.find((one) => one.name === name)
  const { language } = stylebook.paper
  const placement = {
    kind: 'refs' as const,
    place: entry.keyPlace,
    waivers: waiversOf(entry.value.waive),
    ...common,
    look: own?.value ?? slot?.look ?? DEFAULT_LOOK,
    headline: headline && readCopy(headline.value, headline.span, manifest.source, language, report),
    refs,
  }
  return { claim, placement }
}
