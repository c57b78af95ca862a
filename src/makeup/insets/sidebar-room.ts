import type { GridLines, Pt, Rect } from '../../base/index.js'
import type { BoxStyle } from '../../stylebook/index.js'
import { baselineOf, type Cells, type PageFrame, topOf } from '../page-frame.js'
import type { InsetEdges } from './inset-edges.js'

/** The room for a sidebar's type, within its box. */
export interface SidebarRoom {
  readonly width: Pt
  readonly depth: GridLines
}

/** White lines between a sidebar and text above or below it. */
const WHITE = 1
/** A sidebar with no more lines for its type is none. */
const LEAST = 2

interface SidebarOrder {
  /** Lines as ordered; null for as many as its article needs. */
  readonly depth: GridLines | null
  readonly most: GridLines
  readonly box: BoxStyle | null
  readonly edges: InsetEdges
  readonly width: Pt
}

/** The grid lines of a sidebar with its box and its white; null when they would leave it no room for type. */
export function depthOfSidebar(order: SidebarOrder, measure: (room: SidebarRoom) => GridLines): GridLines | null {
  const { depth, most, box, edges, width } = order
  const taken = whiteOf(edges).above + whiteOf(edges).below + 2 * linesIn(box)
  const room = Math.min(depth ?? most, most) - taken
  if (room < LEAST) return null
  if (depth !== null) return room + taken
  return taken + Math.max(LEAST, Math.min(room, measure({ width: width - 2 * paddingOf(box, width), depth: room })))
}

/** Where a sidebar stands on its page: its box from the level of capitals down to a baseline, and the room for type in it. */
export function sidebarCells(
  frame: PageFrame,
  of: {
    readonly left: Pt
    readonly right: Pt
    readonly line: GridLines
    readonly depth: GridLines
    readonly edges: InsetEdges
    readonly box: BoxStyle | null
    readonly capTop: Pt
  },
): { readonly rect: Rect; readonly inside: Cells } {
  const { left, right, edges, box } = of
  const { above, below } = whiteOf(edges)
  const first = of.line + above
  const last = of.line + of.depth - 1 - below
  const y = topOf(frame, first) + (box ? of.capTop : 0)
  const width = right - left
  const padding = paddingOf(box, width)
  return {
    rect: { x: left, y, width, height: Math.max(0, baselineOf(frame, last) - y) },
    inside: {
      cells: { ...columnsUnder(frame, of), line: first, depth: Math.max(0, last - first + 1) },
      x: left + padding,
      width: width - 2 * padding,
      first: first + linesIn(box),
      last: last - linesIn(box),
    },
  }
}

function whiteOf({ above, below }: InsetEdges): { readonly above: GridLines; readonly below: GridLines } {
  return { above: above ? WHITE : 0, below: below ? WHITE : 0 }
}

function linesIn(box: BoxStyle | null): GridLines {
  return box?.paddingLines ?? 0
}

function paddingOf(box: BoxStyle | null, width: Pt): Pt {
  return box ? Math.min(box.padding, width / 4) : 0
}

/** The columns of the page that a sidebar touches. */
function columnsUnder(
  { typeArea, grid, columnWidth }: PageFrame,
  { left, right }: { readonly left: Pt; readonly right: Pt },
): { readonly col: number; readonly span: number } {
  const pitch = columnWidth + grid.gutter
  const columnAt = (x: Pt): number => Math.max(1, Math.min(grid.columns, 1 + Math.floor((x - typeArea.x) / pitch)))
  // Half a gutter in from its edges: it touches no column that it only meets.
  const [col, end] = [columnAt(left + grid.gutter / 2), columnAt(right - grid.gutter / 2)]
  return { col, span: Math.max(1, end - col + 1) }
}
