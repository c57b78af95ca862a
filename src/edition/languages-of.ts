import type { OrderedEdition } from './types.js'

/** The languages of everything that an edition sets, as BCP 47 tags. */
export function languagesOf({ stylebook, articles }: OrderedEdition): ReadonlySet<string> {
  return new Set([stylebook.paper.language, ...[...articles.values()].map(({ language }) => language)])
}
