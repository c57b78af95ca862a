import type { Change } from './change.js'
import { compareAdverts } from './compare-adverts.js'
import { compareArticles } from './compare-articles.js'
import { compareMastheads, comparePages } from './compare-pages.js'
import { comparePictures } from './compare-pictures.js'
import type { Flatplan } from './flatplan.js'
import { matchPages } from './match-pages.js'
import { inPageOrder } from './page-order.js'

/** Every change from one edition to another, once: of the edition as a whole, then in page order, then of what is on no page. */
export function compareFlatplans(older: Flatplan, newer: Flatplan): readonly Change[] {
  const pages = matchPages(older, newer)
  return inPageOrder([
    ...compareMastheads(older, newer),
    ...comparePages(older, newer, pages),
    ...compareArticles(older, newer, pages),
    ...compareAdverts(older, newer, pages),
    ...comparePictures(older, newer, pages),
  ])
}
