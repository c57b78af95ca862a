import { type BreakableCopy, type BrokenCopy, requestOf } from './break-copy.js'
import { breakInLines, type BreakRequest, type Breaking, isOneWord } from './break-paragraph.js'
import { atLine, type LineRoom } from './measures.js'
import { mendRivers } from './rivers.js'

/** A paragraph broken into a line more or less than is best for it. */
export interface VariantBreaking {
  readonly breaking: Breaking
  /** Demerits that it has more than the best breaking. */
  readonly cost: number
  /** Whether it has a line that looks very loose, and the best breaking has none so loose. */
  readonly isLoose: boolean
}

/** Both variants of a paragraph, as far as it has them. */
export interface Variants {
  readonly shorter: VariantBreaking | null
  readonly longer: VariantBreaking | null
}

/** Word space as a multiple of its ideal: where a line begins to look very loose, and what no line of a variant exceeds. */
const LOOSE = 2
const LOOSEST = 2.6

const NONE: Variants = { shorter: null, longer: null }

/**
 * Breaks copy into a line fewer and a line more than its best breaking has, at the least demerits. Null where it does not
 * go, or not well: no line looser than `LOOSEST` or than the best breaking's loosest, and no ladder, runt or divided last
 * word that the best breaking has not.
 */
export function breakVariants(
  copy: BreakableCopy,
  { best, room }: { readonly best: BrokenCopy; readonly room: LineRoom },
): Variants {
  const { breaking, table } = best
  const { glue, justified } = copy
  // Copy that only the emergency policy can set has no better or worse; a word alone under a ragged line that has room for it
  // would look like a slip.
  if (table !== copy.table || !justified) return NONE
  const ratioOf = (space: number): number => ((space - 1) * glue.ideal) / glue.stretch
  const own = looseness(breaking)
  const tolerance = Math.max(ratioOf(LOOSEST), own)
  const request = { ...requestOf(copy, table, room.widths), tolerance }
  const length = breaking.breaks.length
  const wanted = [length - 1, length + 1].filter((lines) => couldFill(request, lines))
  const found = breakInLines(request, wanted)
  const variantIn = (lines: number): VariantBreaking | null => {
    const broken = found[wanted.indexOf(lines)]
    if (!broken) return null
    const again = (elsewhere: BreakRequest): Breaking | null => breakInLines(elsewhere, [lines])[0]!
    const variant = mendRivers(request, broken, room.lefts, again)
    if (faultsOf(variant, copy, room) > faultsOf(breaking, copy, room)) return null
    const isLoose = looseness(variant) > Math.max(ratioOf(LOOSE), own)
    return { breaking: variant, cost: Math.max(0, variant.demerits - breaking.demerits), isLoose }
  }
  return { shorter: variantIn(length - 1), longer: variantIn(length + 1) }
}

/** Whether copy as tight, or as loose, as may be could be so many lines long: spares most searches that end with nothing. */
function couldFill({ breakpoints, measures, tolerance, lineStretch }: BreakRequest, lines: number): boolean {
  if (lines < 1) return false
  const last = breakpoints.count - 1
  const width = breakpoints.endWidth[last]!
  const letters = breakpoints.endWide[last]!
  let room = 0
  for (let line = 0; line < lines - 1; line++) room += measureAt(measures, line)
  // The glue that fills the last line is no stretch of the text's own.
  const stretch = breakpoints.startStretch[last]! + lines * lineStretch
  const longest = width + tolerance * stretch + letters + lines * breakpoints.mostHang
  const shortest = width - breakpoints.endShrink[last]! - letters - lines * 2 * breakpoints.mostHang
  return longest >= room && shortest <= room + measureAt(measures, lines - 1)
}

function measureAt(measures: ArrayLike<number>, line: number): number {
  return measures[Math.min(line, measures.length - 1)]!
}

/** The ratio of a breaking's loosest line; the last, which is as loose as it likes, does not count. */
function looseness({ ratios }: Breaking): number {
  return Math.max(-1, ...ratios.subarray(0, -1))
}

/** How many ladders, runts and last lines of the rest of one word a breaking has. */
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
    if (running > 0 && isOneWord(table.breakpoints, breaks[last - 1]! + 1)) faults++
    const width = endWidth[breaks[last]!]! - startWidth[breaks[last - 1]! + 1]!
    if (width < Math.max(indent, costs.demerits.runtShare * atLine(room.widths, last))) faults++
  }
  return faults
}
