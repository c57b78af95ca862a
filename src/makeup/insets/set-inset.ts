import { fits, type GridLines, type Pt } from '../../base/index.js'
import type { Inset, PictureInset, QuoteInset, SidebarInset } from '../../edition/index.js'
import type { TypeStyles } from '../../stylebook/index.js'
import { boxOf } from '../box-of.js'
import { setPicture, type SetPicture } from '../pictures/set-picture.js'
import { sizeOf } from '../pictures/size-of.js'
import type { Desk } from '../prepare-parts.js'
import type { InsetEdges } from './inset-edges.js'
import { setQuote, type SetQuote } from './set-quote.js'
import { depthOfSidebar, type SidebarRoom } from './sidebar-room.js'
import type { Opening } from './stand-insets.js'

/** An inset, set: so many grid lines, white at its edges among them, and what stands in them. */
export type SetInset = { readonly depth: GridLines; readonly edges: InsetEdges } & (
  | { readonly kind: 'quote'; readonly set: SetQuote }
  | { readonly kind: 'picture'; readonly set: SetPicture; readonly inset: PictureInset }
  /** Its article is made up when its place is known. */
  | { readonly kind: 'sidebar'; readonly inset: SidebarInset }
)

/** What the insets of one placement are set with. */
export interface InsetContext {
  readonly desk: Desk
  readonly styles: TypeStyles
  readonly language: string
  readonly leading: Pt
  /** How many lines a sidebar's article takes with its head, in a room like this. */
  readonly measureSidebar: (inset: SidebarInset, room: SidebarRoom) => GridLines
}

/** Sets an inset for an opening; null when it does not go into it. */
export function setInset(inset: Inset, opening: Opening, context: InsetContext): SetInset | null {
  switch (inset.kind) {
    case 'quote':
      return setQuoteInset(inset, opening, context)
    case 'picture':
      return setPictureInset(inset, opening, context)
    case 'sidebar':
      return setSidebar(inset, opening, context)
  }
}

function setQuoteInset(inset: QuoteInset, { breadth, edges }: Opening, context: InsetContext): SetInset {
  const { desk, styles, language, leading } = context
  const { quote, depth } = inset
  const width = breadth.right - breadth.left
  const box = boxOf(desk, inset.box)
  const set = setQuote(desk.setter, { quote, styles, language, box, width, leading, edges, depth })
  return { kind: 'quote', depth: set.depth, edges, set }
}

function setPictureInset(
  inset: PictureInset,
  { breadth, edges, most }: Opening,
  context: InsetContext,
): SetInset | null {
  const { desk, styles, language, leading } = context
  const set = setPicture(desk, {
    order: inset,
    size: sizeOf(desk.pictures, inset.picture),
    styles,
    language,
    measure: breadth.right - breadth.left,
    depth: inset.depth,
    most,
    leading,
    edges: { textAbove: edges.above, textBelow: edges.below },
  })
  // A picture has a least depth of its own, which may be more than there is.
  const foot = set.rect.y + set.rect.height
  return fits(foot, set.depth * leading) ? { kind: 'picture', depth: set.depth, edges, set, inset } : null
}

function setSidebar(inset: SidebarInset, { breadth, edges, most }: Opening, context: InsetContext): SetInset | null {
  const box = boxOf(context.desk, inset.box)
  const measure = (room: SidebarRoom): GridLines => context.measureSidebar(inset, room)
  const depth = depthOfSidebar({ depth: inset.depth, most, box, edges, width: breadth.right - breadth.left }, measure)
  return depth === null ? null : { kind: 'sidebar', depth, edges, inset }
}
