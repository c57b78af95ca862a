/** Where something stands: a place of a page. */
export interface Spot {
  readonly page: number
  readonly slot: string
  /** Its number in a stack, from 1; null for what has the place to itself. */
  readonly item: number | null
}

/** What a change is about. A place is one that holds a stack, for what all its articles share, or furniture of this week, or refers to articles. */
export interface Subject {
  readonly kind: 'edition' | 'page' | 'place' | 'article' | 'advert' | 'picture'
  /** An id, a slot's name, a page's number, a picture's file. */
  readonly name: string
}

/** What can change between two editions. */
export const CHANGE_KINDS = [
  // The edition as a whole.
  'paper',
  'number',
  'date',
  'price',
  'format',
  // A page, an article, an advert, a picture that stands alone.
  'added',
  'removed',
  'moved',
  // A page.
  'template',
  'grid',
  'section',
  'furniture',
  // Teasers and an index.
  'refs',
  'look',
  // An article's standing.
  'held',
  'spiked',
  'off-hold',
  'unspiked',
  // The parts of an article on other places.
  'jump-added',
  'jump-removed',
  'jump-moved',
  // A place.
  'cells',
  'legs',
  'box',
  'dress',
  // A head as it is set.
  'head',
  'head-size',
  'head-lines',
  'head-columns',
  'head-col',
  'headline',
  'overline',
  'standfirst',
  'deck',
  'byline',
  // Text.
  'lines',
  'words',
  'text',
  'language',
  'drop-cap',
  'fit',
  'fitted',
  // What stands among an article's text.
  'picture-added',
  'picture-removed',
  'picture-moved',
  'picture',
  'quote-added',
  'quote-removed',
  'quote-moved',
  'quote',
  'sidebar-moved',
  // An advert.
  'size',
  'artwork',
] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One change, named once. */
export interface Change {
  /** The page of the newer edition on which it is found; of the older for what is gone; null for what is on no page. */
  readonly page: number | null
  readonly subject: Subject
  readonly kind: ChangeKind
  /** What it was and what it is; null for nothing. */
  readonly from: Fact
  readonly to: Fact
  /** The change in an editor's words, without its subject: `head 36 → 30 pt`. */
  readonly text: string
}

/** What there is to say of one side of a change. */
export type Fact = string | number | Spot | null | { readonly [key: string]: Fact }

/** A change before it is said whose it is and where. */
export type Finding = Omit<Change, 'page' | 'subject'>

/** A change, unless both sides are the same. */
export function changed(kind: ChangeKind, [from, to]: readonly [Fact, Fact], text: string): readonly Finding[] {
  return from === to ? [] : [{ kind, from, to, text }]
}
