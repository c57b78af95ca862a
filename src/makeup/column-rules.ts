import { EPSILON, type GridLines } from '../base/index.js'
import type { Furniture } from '../stylebook/index.js'
import type { StoodInset } from './insets/stand-insets.js'
import { overlap } from './insets/stretches.js'
import { baselineOf, type PageFrame, topOf } from './page-frame.js'
import type { Leg, PlacedRule } from './types.js'

/** What column rules stand between. */
export interface Ruled {
  readonly legs: readonly Pick<Leg, 'leg' | 'x' | 'width' | 'line' | 'used'>[]
  readonly insets: readonly StoodInset[]
  readonly furniture: Furniture
}

/** Grid lines from the first to the last. */
interface Lines {
  readonly first: GridLines
  readonly last: GridLines
}

/** Rules in the gutters between legs, as deep as what stands beside them, broken where an inset crosses. */
export function layColumnRules(frame: PageFrame, ruled: Ruled): readonly PlacedRule[] {
  const style = ruled.furniture.columnRule
  if (!style) return []
  const rules: PlacedRule[] = []
  const count = Math.max(0, ...ruled.legs.map(({ leg }) => leg))
  for (let leg = 2; leg <= count; leg++) {
    const right = ruled.legs.find((one) => one.leg === leg)
    const [before, after] = [linesIn(leg - 1, ruled), linesIn(leg, ruled)]
    if (!right || !before || !after || ruled.legs.every((one) => one.leg !== leg || one.used === 0)) continue
    const x = right.x - frame.grid.gutter / 2
    const beside = { first: Math.max(before.first, after.first), last: Math.max(before.last, after.last) }
    for (const { first, last } of withoutCrossing(beside, x, ruled.insets)) {
      const head = topOf(frame, first) + frame.grid.leading * 0.4
      const foot = baselineOf(frame, last)
      if (foot > head) rules.push({ kind: 'rule', x1: x, y1: head, x2: x, y2: foot, rule: style })
    }
  }
  return rules
}

/** From the first line of a leg to the last in use; null when there is no such leg. */
function linesIn(leg: number, { legs, insets }: Ruled): Lines | null {
  const own = legs.filter((one) => one.leg === leg)
  const [column] = own
  if (!column) return null
  const inLeg = insets.filter(({ breadth }) => overlap(breadth, { left: column.x, right: column.x + column.width }))
  return {
    first: Math.min(...own.map(({ line }) => line), ...inLeg.map(({ line }) => line)),
    last: Math.max(
      column.line - 1,
      ...own.filter(({ used }) => used > 0).map(({ line, used }) => line + used - 1),
      // What is white under an inset is white beside the rule.
      ...inLeg.map(({ line, set }) => line + set.depth - (set.edges.below ? 2 : 1)),
    ),
  }
}

/** What is left of some lines without those in which an inset stands across x. */
function withoutCrossing({ first, last }: Lines, x: number, insets: readonly StoodInset[]): readonly Lines[] {
  const crossing = insets.filter(({ breadth }) => breadth.left < x - EPSILON && breadth.right > x + EPSILON)
  const free: { first: GridLines; last: GridLines }[] = []
  for (let line = first; line <= last; line++) {
    if (crossing.some((one) => line >= one.line && line < one.line + one.set.depth)) continue
    const before = free.at(-1)
    if (before && before.last === line - 1) before.last = line
    else free.push({ first: line, last: line })
  }
  return free.filter((lines) => lines.last > lines.first || first === last)
}
