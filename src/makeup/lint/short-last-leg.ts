import type { GridLines } from '../../base/index.js'
import type { Leg } from '../types.js'
import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A story whose last leg ends more than `number` lines above all the others that are in use; what stands under its text counts as its own. */
export function shortLastLeg(linted: LintedPage, number: number): readonly Fault[] {
  return linted.page.placements.flatMap((placement) => {
    const { legs } = placement
    const last = legs.findLast(({ used }) => used > 0)?.leg
    const others = [...new Set(legs.filter(({ used, leg }) => used > 0 && leg !== last).map(({ leg }) => leg))]
    if (last === undefined || others.length === 0 || goesOn(placement, legs.length - 1, linted)) return []
    const foot = Math.min(...others.map((leg) => footOf(inLeg(legs, leg))))
    const above = whiteAbove(foot, inLeg(legs, last))
    if (above <= number) return []
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `the last leg of ${placement.id} ends ${counted(above, 'line')} above the others`,
        hint: 'add a little copy, or give it fewer legs',
      },
    ]
  })
}

function inLeg(legs: readonly Leg[], leg: number): readonly Leg[] {
  return legs.filter((one) => one.leg === leg)
}

/** The grid line of the page on which the text of a leg ends. */
function footOf(stretches: readonly Leg[]): GridLines {
  return Math.max(...stretches.filter(({ used }) => used > 0).map(({ line, used }) => line + used - 1))
}

/** Lines that are left white in the stretches of a leg down to a grid line. */
function whiteAbove(foot: GridLines, stretches: readonly Leg[]): GridLines {
  return stretches.reduce(
    (sum, { line, depth, used }) => sum + Math.max(0, Math.min(foot, line + depth - 1) - (line + used - 1)),
    0,
  )
}
