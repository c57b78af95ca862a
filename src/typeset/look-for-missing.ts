import type { Article, OrderedEdition } from '../edition/index.js'
import type { StyleName } from '../stylebook/index.js'
import type { Setter } from './types.js'

/**
 * Sets all the copy of an edition once, on lines as wide as the page, for nothing but the characters that no font has:
 * for an edition that cannot be made up, so that these too are reported with its other mistakes.
 */
export function lookForMissing(edition: OrderedEdition, setter: Setter): void {
  const measure = edition.format.width
  for (const { article, dress } of edition.pages.flatMap((page) => page.placements.flatMap(copyOf(edition)))) {
    const styles = (dress === null ? undefined : edition.stylebook.dresses.get(dress)) ?? edition.stylebook.type
    for (const name of HEAD_PARTS) {
      const style = styles[name]
      const { [name]: copy, language } = article
      if (copy) setter.setDisplay({ copy, style, size: style.size, measure, language })
    }
    const request = { article, dress }
    setter.units(request).forEach((_, unit) => setter.setUnit(request, unit, [{ width: measure, lines: Infinity }]))
  }
}

const HEAD_PARTS = ['overline', 'headline', 'deck', 'standfirst', 'byline'] as const satisfies readonly StyleName[]

/** The articles that start at a placement, with their dress. */
function copyOf({ articles }: OrderedEdition) {
  return (
    placement: OrderedEdition['pages'][number]['placements'][number],
  ): { article: Article; dress: string | null }[] => {
    const ids = placement.kind === 'stack' ? placement.articles : placement.kind === 'start' ? [placement.article] : []
    return ids.flatMap((id) => articles.get(id) ?? []).map((article) => ({ article, dress: placement.dress }))
  }
}
