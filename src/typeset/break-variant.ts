import { type BreakableCopy, type BrokenCopy, requestOf } from './break-copy.js'
import { breakParagraph, type Breaking } from './break-paragraph.js'
import { atLine, type LineRoom } from './measures.js'
import { mendRivers } from './rivers.js'

/** A paragraph broken into a line more or less than is best for it. */
export interface VariantBreaking {
  readonly breaking: Breaking
  /** Demerits that it has more than the best breaking. */
  readonly cost: number
}

/**
 * No line of a variant has more word space than this, as a multiple of its ideal, unless the best setting has: white that a
 * reader does not see as a fault.
 */
const LOOSEST = 1.9
/** Ragged lines fall no shorter than at this ratio. */
const MOST_RAGGED = 1.2

/**
 * Breaks copy into `change` lines more (1) or fewer (−1) than its best breaking has, at the least demerits. Null when it does
 * not go, or not well: no line looser than `LOOSEST` or than the best breaking's loosest, and no ladder, runt or divided last
 * word that the best breaking has not.
 */
export function breakVariant(
  copy: BreakableCopy,
  options: { readonly best: BrokenCopy; readonly change: -1 | 1; readonly room: LineRoom },
): VariantBreaking | null {
  const { best, change, room } = options
  const { breaking, table } = best
  // Copy that only the emergency policy can set has no better or worse.
  if (table !== copy.table) return null
  const { glue, justified } = copy
  const loosest = justified ? (LOOSEST * glue.ideal - glue.ideal) / glue.stretch : MOST_RAGGED
  const tolerance = Math.max(loosest, ...ratiosOf(breaking))
  const request = { ...requestOf(copy, table, room.widths), tolerance, looseness: change }
  const lines = breaking.breaks.length + change
  const found = breakParagraph(request)
  if (found?.breaks.length !== lines) return null
  const mended = justified ? mendRivers(request, found, room.lefts) : found
  const variant = mended.breaks.length === lines ? mended : found
  if (faultsOf(variant, copy, room) > faultsOf(breaking, copy, room)) return null
  return { breaking: variant, cost: Math.max(0, variant.demerits - breaking.demerits) }
}

/** The ratios of a breaking's lines but the last, which is as loose as it likes. */
function ratiosOf({ ratios }: Breaking): readonly number[] {
  return Array.from(ratios.subarray(0, -1))
}

/** How many ladders, runts and divided last words a breaking has. */
function faultsOf({ breaks }: Breaking, { table, indent, costs }: BreakableCopy, room: LineRoom): number {
  const { flagged, endWidth, startWidth } = table.breakpoints
  const last = breaks.length - 1
  let faults = 0
  let running = 0
  for (let line = 0; line < last; line++) {
    running = flagged[breaks[line]!] === 1 ? running + 1 : 0
    if (running > 2) faults++
  }
  if (last > 0) {
    if (running > 0) faults++
    const width = endWidth[breaks[last]!]! - startWidth[breaks[last - 1]! + 1]!
    if (width < Math.max(indent, costs.demerits.runtShare * atLine(room.widths, last))) faults++
  }
  return faults
}
