import type { GridLines } from '../base/index.js'
import type { LegPlan } from './legs/break-legs.js'

/** Lines left white over all legs of the parts in use. The last part's legs count to its foot, however high they end. */
export function emptyLines(
  plan: LegPlan,
  parts: readonly { readonly legs: readonly { readonly depth: GridLines }[] }[],
): GridLines {
  const final = plan.parts.length - 1
  return plan.parts.reduce((sum, legs, part) => {
    const offered = part === final ? depthOf(parts[part]!.legs) : legs.reduce((lines, leg) => lines + leg.offered, 0)
    return sum + offered - legs.reduce((lines, leg) => lines + leg.used, 0)
  }, 0)
}

function depthOf(legs: readonly { readonly depth: GridLines }[]): GridLines {
  return legs.reduce((sum, { depth }) => sum + depth, 0)
}
