import type { Rect } from '../../base/index.js'
import type { MadeUpPage, MadeUpPlacement, PlacedInset } from '../types.js'

/** Something on a page, and how far it reaches with what is printed with it. */
export interface Extent {
  readonly rect: Rect
  /** In an editor's words: `the picture square.jpg`. */
  readonly name: string
}

/** Something among the text of a story. */
export interface InsetExtent extends Extent {
  readonly kind: PlacedInset['kind'] | 'sidebar'
}

/** Pictures, pull quotes and sidebars among the text of a placement. */
export function insetExtents({ insets, slot }: MadeUpPlacement, { placements }: MadeUpPage): readonly InsetExtent[] {
  const sidebars = placements.filter(({ within, rect }) => within === slot && rect.height > 0)
  return [
    ...insets.map((inset) => ({ kind: inset.kind, rect: withLines(inset), name: nameOf(inset) })),
    ...sidebars.map(({ rect, id }) => ({ kind: 'sidebar' as const, rect, name: `the sidebar ${id}` })),
  ]
}

/** Whether two rectangles share some of their width. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width
}

function nameOf(inset: PlacedInset): string {
  return inset.kind === 'picture' ? `the picture ${inset.picture.name}` : 'the pull quote'
}

/** An inset's rectangle with its caption, wherever that stands. */
function withLines({ rect, lines }: PlacedInset): Rect {
  const top = Math.min(rect.y, ...lines.map(({ baseline, line }) => baseline - line.ascent))
  const foot = Math.max(rect.y + rect.height, ...lines.map(({ baseline }) => baseline))
  return { ...rect, y: top, height: foot - top }
}
