import type { GridRect, Pt } from '../../base/index.js'
import type { MadeUpPage, MadeUpPlacement, PlacedLine } from '../types.js'
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
  /** From the top of its placement to its last line. */
  readonly cells: GridRect
}

/** The headline of a placement; null when it has none. */
export function headlineOf(placement: MadeUpPlacement, { typeArea, grid }: MadeUpPage): StandingHeadline | null {
  const lines = placement.head.filter(({ role }) => role === 'headline')
  const [first] = lines
  const main = first && mainFragment(first.line)
  if (!first || !main) return null
  const lastLine = Math.ceil((lines.at(-1)!.baseline - typeArea.y) / grid.leading - 0.05)
  return {
    placement,
    isBoxed: placement.box !== null && (placement.box.tint !== null || placement.box.rule !== null),
    size: main.size,
    face: main.run.face.key,
    firstBaseline: first.baseline,
    left: first.x,
    right: first.x + first.line.measure,
    inkRight: Math.max(...lines.map(rightOf)),
    cells: { ...placement.grid, depth: Math.max(1, lastLine - placement.grid.line + 1) },
  }
}

/** The headlines of a page that stand free, in no box. */
export function freeHeadlines(page: MadeUpPage): readonly StandingHeadline[] {
  return page.placements.flatMap((one) => headlineOf(one, page) ?? []).filter(({ isBoxed }) => !isBoxed)
}

/** The right edge of a line's type. */
function rightOf({ x, line }: PlacedLine): Pt {
  const last = line.fragments.findLast(({ role }) => role !== 'space')
  return last ? x + last.x + last.width : x
}
