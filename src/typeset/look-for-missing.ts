import type { Article, Copy, OrderedEdition, OrderedPage, PlacedPictureOrder } from '../edition/index.js'
import { type StyleName, stylesOf, type TextStyle, type TypeStyles } from '../stylebook/index.js'
import type { Setter } from './types.js'

/**
 * Sets all the copy of an edition once, on lines as wide as the page, for nothing but the characters that no font has:
 * for an edition that cannot be made up, so that these too are reported with its other mistakes.
 */
export function lookForMissing(edition: OrderedEdition, setter: Setter): void {
  const measure = edition.format.width
  for (const { copy, style, language } of edition.pages.flatMap(wordsOf(edition))) {
    setter.setDisplay({ copy, style, size: style.size, measure, language })
  }
  for (const { article, dress } of edition.pages.flatMap((page) => page.placements.flatMap(copyOf(edition)))) {
    const styles = stylesOf(edition.stylebook, dress)
    for (const name of HEAD_PARTS) {
      const style = styles[name]
      const { [name]: copy, language } = article
      if (copy) setter.setDisplay({ copy, style, size: style.size, measure, language })
    }
    const request = { article, dress }
    setter.units(request).forEach((_, unit) => setter.setUnit(request, unit, [{ width: measure, lines: Infinity }]))
  }
}

/** A text that stands beside an article's own. */
interface Words {
  readonly copy: Copy
  readonly style: TextStyle
  readonly language: string
}

/** Captions, credits and pull quotes of a page. */
function wordsOf({ articles, stylebook }: OrderedEdition) {
  return ({ placements, pictures }: OrderedPage): readonly Words[] => {
    const words = (parts: readonly (readonly [Copy | null, TextStyle])[], language: string): readonly Words[] =>
      parts.flatMap(([copy, style]) => (copy ? [{ copy, style, language }] : []))
    const ofPicture = ({ picture, caption }: PlacedPictureOrder, styles: TypeStyles, language: string) =>
      caption === 'none'
        ? []
        : words(
            [
              [picture.caption, styles.caption],
              [picture.credit, styles.credit],
            ],
            language,
          )
    return [
      ...pictures.flatMap(({ picture, dress }) =>
        ofPicture(picture, stylesOf(stylebook, dress), stylebook.paper.language),
      ),
      ...placements.flatMap((placement) => {
        if (!('insets' in placement)) return []
        const styles = stylesOf(stylebook, placement.dress)
        const { language } = articles.get(placement.article)!
        return placement.insets.flatMap((inset) => {
          if (inset.kind === 'picture') return ofPicture(inset, styles, language)
          if (inset.kind === 'sidebar') return []
          return words(
            [
              [inset.quote.copy, styles['pull-quote']],
              [inset.quote.credit, styles.credit],
            ],
            language,
          )
        })
      }),
    ]
  }
}

const HEAD_PARTS = ['overline', 'headline', 'deck', 'standfirst', 'byline'] as const satisfies readonly StyleName[]

/** The articles that start at a placement, or stand in it as sidebars, with their dress. */
function copyOf({ articles }: OrderedEdition) {
  return (placement: OrderedPage['placements'][number]): { article: Article; dress: string | null }[] => {
    const ids = placement.kind === 'stack' ? placement.articles : placement.kind === 'start' ? [placement.article] : []
    const sidebars = ('insets' in placement ? placement.insets : []).filter((inset) => inset.kind === 'sidebar')
    return [
      ...ids.map((id) => ({ id, dress: placement.dress })),
      ...sidebars.map(({ article: id, dress }) => ({ id, dress })),
    ].flatMap(({ id, dress }) => {
      const article = articles.get(id)
      return article ? [{ article, dress }] : []
    })
  }
}
