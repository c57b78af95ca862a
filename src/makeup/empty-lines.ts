import type { GridLines } from '../base/index.js'
import type { LegPlan } from './legs/break-legs.js'

/** Lines left white over all legs of the parts in use. The last part's legs count to its foot, however high they end. */
export function emptyLines(
  plan: LegPlan,
  parts: readonly { readonly legs: readonly { readonly depth: GridLines }[] }[],
): GridLines {
  const final = plan.parts.length - 1
  return plan.parts.reduce((sum, legs, part) => {
    const offered = legs.map((leg, index) => (part === final ? parts[part]!.legs[index]!.depth : leg.offered))
    return sum + legs.reduce((white, leg, index) => white + offered[index]! - leg.used, 0)
  }, 0)
}
