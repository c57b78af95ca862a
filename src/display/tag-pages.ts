import {
  inReadingOrder,
  type MadeUpPage,
  type MadeUpPicture,
  type MadeUpPlacement,
  type MadeUpRefs,
  type PlacedAdvert,
  type PlacedPicture,
} from '../makeup/index.js'
import type { Pictures } from '../pictures/index.js'
import type { LineContents } from './paint-line.js'
import type { MarkedContent, OutlinePage, PagePlace, PlacedLink, Structure } from './structure.js'
import { type ArticleParts, tagArticle } from './tag-article.js'
import { tagRefs } from './tag-refs.js'
import { element, Tagging } from './tagging.js'
import { threadOf } from './threads.js'

/** An edition's structure, and what of it everything on its pages shows. */
export interface Tags {
  readonly structure: Structure
  ofLine(line: MadeUpPlacement['head'][number]): LineContents
  /** What a picture or an advert shows; null for one that is an artifact. */
  ofPicture(picture: PlacedPicture | PlacedAdvert): MarkedContent | null
}

/** What the structure takes from beside the pages. */
export interface TagOptions {
  readonly pictures: Pictures
  /** How the paper names a page: `{page}` stands for its number. */
  readonly pageForm: string
}

/** What is read on a page. */
type Standing = MadeUpPlacement | MadeUpRefs | MadeUpPicture | PlacedAdvert

/**
 * Finds the structure of an edition in its pages. What stands on a page is read in the order of its places; an article is read where it
 * starts, to its end, wherever that stands.
 */
export function tagPages(pages: readonly MadeUpPage[], { pictures, pageForm }: TagOptions): Tags {
  const root = element({ kind: 'document' })
  const tagging = new Tagging(pictures)
  const articles = articlesOf(pages)
  const starts = new Map<string, PagePlace>()
  for (const [id, { parts }] of articles) starts.set(id, { page: parts[0]!.page, y: parts[0]!.placement.rect.y })
  pages.forEach((page, index) => {
    for (const one of standingOn(page)) {
      if ('advert' in one) root.kids.push(...tagging.advert(one))
      else if ('picture' in one) root.kids.push(...tagging.picture(one.picture, index))
      else if ('look' in one) root.kids.push(tagRefs(one, { page: index, articles, starts, tagging }))
      else {
        const article = articles.get(one.id)!
        if (article.parts[0]!.placement === one) root.kids.push(tagArticle(article, tagging))
      }
    }
  })
  const outline = pages.map((page) => outlineOf(page, pageForm))
  const threads = [...articles.values()].flatMap(threadOf)
  return {
    structure: { root, links: linksOf(tagging), outline, threads },
    ofLine: (line) => tagging.contents.get(line) ?? null,
    ofPicture: (picture) => tagging.shown.get(picture) ?? null,
  }
}

function standingOn({ placements, refs, pictures, adverts }: MadeUpPage): readonly Standing[] {
  return inReadingOrder<Standing>([...placements, ...refs, ...pictures, ...adverts])
}

/** All parts of each article in the order of its text, by its id. */
function articlesOf(pages: readonly MadeUpPage[]): ReadonlyMap<string, ArticleParts> {
  const articles = new Map<string, { title: string; parts: ArticleParts['parts'][number][] }>()
  pages.forEach((page, index) => {
    for (const placement of page.placements) {
      const known = articles.get(placement.id) ?? { title: titleOf(placement), parts: [] }
      articles.set(placement.id, known)
      known.parts.push({ placement, page: index })
    }
  })
  for (const { parts } of articles.values()) parts.sort((a, b) => a.placement.order - b.placement.order)
  return articles
}

function titleOf({ article }: MadeUpPlacement): string {
  const title = article.headline.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
  return title.replace(/\s+/g, ' ').trim()
}

function outlineOf({ number, placements }: MadeUpPage, pageForm: string): OutlinePage {
  const starts = placements.filter(({ part }) => part === 'start')
  const articles = starts.map((placement) => ({ title: titleOf(placement), y: placement.rect.y }))
  return { title: pageForm.replaceAll('{page}', String(number)), articles }
}

/** Each place of a link reads all of it, without white at its ends. */
function linksOf({ links, said }: Tagging): readonly PlacedLink[] {
  return links.map((one) => ({ ...one, text: (said.get(one.link) ?? '').replace(/\s+/g, ' ').trim() }))
}
