import { basename } from 'node:path'
import { picturesIn, quotesIn } from './manifest-insets.js'
import type { WrittenPage } from './manifest.js'
import type { Article, ListedPicture, PullQuote } from './types.js'

/** Whose turn it is: the pictures and pull quotes of articles in places that do not say which they show. */
export interface Turns {
  /** The article's next picture that no place of the article shows; null when there is none. */
  nextPicture(article: Article): ListedPicture | null
  nextQuote(article: Article): PullQuote | null
}

/** Whether a name is that of a picture: its file as written, or the last part of it. */
export function isCalled({ name }: ListedPicture, typed: string): boolean {
  return name === typed || basename(name) === typed
}

/** Starts the turns of an edition: what a place of an article names, wherever it stands, is no longer to be had. */
export function startTurns(pages: readonly WrittenPage[]): Turns {
  const places = pages.flatMap((page) => [...page.place.values()].map(({ value }) => value))
  const ofArticle = (id: string) => places.filter(({ article, continues }) => (article ?? continues)?.value === id)
  const taken = new Set<ListedPicture | PullQuote>()
  const take = <T extends ListedPicture | PullQuote>(one: T | undefined): T | null => {
    if (one) taken.add(one)
    return one ?? null
  }
  return {
    nextPicture({ id, pictures }) {
      const shown = ofArticle(id).flatMap(picturesIn)
      const named = shown.flatMap(({ value: { use, of } }) => (use && !of ? [use.value] : []))
      return take(pictures.find((one) => !taken.has(one) && !named.some((typed) => isCalled(one, typed))))
    },
    nextQuote({ id, quotes }) {
      const named = ofArticle(id)
        .flatMap(quotesIn)
        .map(({ value: { use } }) => use?.value)
      return take(quotes.find((one, index) => !taken.has(one) && !named.includes(index + 1)))
    },
  }
}
