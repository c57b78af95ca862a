declare const brand: unique symbol

/** An article's id: its file name without `.md`. */
export type ArticleId = string & { readonly [brand]: 'article' }

/** Takes a checked string as an article's id. */
export function articleId(text: string): ArticleId {
  return text as ArticleId
}
