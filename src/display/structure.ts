import type { Pt, Rect } from '../base/index.js'

/**
 * What an edition says, beside where it stands: for readers' programs that speak it, search it and follow its links. Pages are counted
 * from 0; all points from the page's top left corner.
 */
export interface Structure {
  /** The document. Its kids are in the order in which they are to be read. */
  readonly root: StructureElement
  /** Where on the pages links can be followed. */
  readonly links: readonly PlacedLink[]
  /** A line for each page, in order, and under it one for each article that begins there. */
  readonly outline: readonly OutlinePage[]
  /** For each article where its text runs. */
  readonly threads: readonly Thread[]
}

/** A part of what is said, and all that is within it. */
export interface StructureElement {
  readonly kind: 'element'
  readonly part: StructurePart
  readonly kids: readonly (StructureElement | MarkedContent)[]
  /** BCP 47 tag, where it may be another than the document's. */
  readonly language?: string
}

/** What a part is. */
export type StructurePart =
  | { readonly kind: 'document' }
  | { readonly kind: 'article' }
  /** Teasers, an index. */
  | { readonly kind: 'section' }
  /** A picture and its caption. */
  | { readonly kind: 'group' }
  | { readonly kind: 'head'; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'quotation' }
  | { readonly kind: 'list'; readonly ordered: boolean }
  /** An item has a marker, if it shows one, and a body. */
  | { readonly kind: 'item' }
  | { readonly kind: 'marker' }
  | { readonly kind: 'item-body' }
  | { readonly kind: 'table' }
  | { readonly kind: 'row' }
  | { readonly kind: 'column-head' }
  | { readonly kind: 'cell' }
  /** `alt` is what it shows, in words; `rect` where on its page. */
  | { readonly kind: 'figure'; readonly alt: string; readonly rect: Rect }
  | { readonly kind: 'caption' }
  | { readonly kind: 'link'; readonly target: LinkTarget }

/** What items show of an element: the very object stands in the tree, and with the items. */
export interface MarkedContent {
  readonly kind: 'content'
}

/** Where a link leads. */
export type LinkTarget =
  { readonly kind: 'address'; readonly address: string } | ({ readonly kind: 'place' } & PagePlace)

/** A height on a page. */
export interface PagePlace {
  readonly page: number
  readonly y: Pt
}

/** A rectangle on a page. */
export interface PageRect {
  readonly page: number
  readonly rect: Rect
}

/** The words of a link in one line. */
export interface PlacedLink extends PageRect {
  /** The link in the tree. */
  readonly link: StructureElement & { readonly part: { readonly kind: 'link' } }
  /** What all of the link reads. */
  readonly text: string
}

/** A page in the outline. */
export interface OutlinePage {
  readonly title: string
  readonly articles: readonly { readonly title: string; readonly y: Pt }[]
}

/** An article's text, from rectangle to rectangle; never empty. */
export interface Thread {
  readonly title: string
  readonly beads: readonly PageRect[]
}
