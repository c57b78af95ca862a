import type { GridRect, Pt } from '../../base/index.js'
import type { MadeUpPage, MadeUpPlacement, PlacedLine } from '../types.js'
import { insetExtents } from './extent.js'
import { mainFragment } from './main-fragment.js'

/** A headline as it stands. */
export interface StandingHeadline {
  readonly placement: MadeUpPlacement
  /** Whether a box that shows stands round it. */
  readonly isBoxed: boolean
  readonly size: Pt
  /** Family, weight and slant. */
  readonly face: string
  readonly firstBaseline: Pt
  /** The edges of its measure. */
  readonly left: Pt
  readonly right: Pt
  /** The right edge of its widest line. */
  readonly inkRight: Pt
  /** From the top of its placement, or from below the pictures over it, to its last line. */
  readonly cells: GridRect
}

/** The headline of a placement; null when it has none. */
export function headlineOf(placement: MadeUpPlacement, page: MadeUpPage): StandingHeadline | null {
  const lines = placement.head.filter(({ role }) => role === 'headline')
  const [first] = lines
  const main = first && mainFragment(first.line)
  if (!first || !main) return null
  const over = insetExtents(placement, page).map(({ rect }) => rect.y + rect.height)
  const tops = over.filter((foot) => foot <= first.baseline).map((foot) => lineAt(foot, page) + 1)
  const firstLine = Math.max(placement.grid.line, ...tops)
  const lastLine = lineAt(lines.at(-1)!.baseline, page)
  return {
    placement,
    isBoxed: placement.box !== null && (placement.box.tint !== null || placement.box.rule !== null),
    size: main.size,
    face: main.run.face.key,
    firstBaseline: first.baseline,
    left: first.x,
    right: first.x + first.line.measure,
    inkRight: Math.max(...lines.map(rightOf)),
    cells: { ...placement.grid, line: firstLine, depth: Math.max(1, lastLine - firstLine + 1) },
  }
}

/** The headlines of a page that stand free, in no box. */
export function freeHeadlines(page: MadeUpPage): readonly StandingHeadline[] {
  return page.placements.flatMap((one) => headlineOf(one, page) ?? []).filter(({ isBoxed }) => !isBoxed)
}

/** The grid line that ends at a height of the page. */
function lineAt(y: Pt, { typeArea, grid }: MadeUpPage): number {
  return Math.ceil((y - typeArea.y) / grid.leading - 0.05)
}

/** The right edge of a line's type. */
function rightOf({ x, line }: PlacedLine): Pt {
  const last = line.fragments.findLast(({ role }) => role !== 'space')
  return last ? x + last.x + last.width : x
}
