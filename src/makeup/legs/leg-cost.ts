import type { GridLines } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import type { BreakUnit } from './leg-text.js'

/**
 * What a way of breaking an article into legs costs. The promises of the contract, in their order: all the words
 * (OVERSET), then the keeps (KEEP), then level feet; each outweighs any sum of the next in an article of sane length.
 * All costs are whole numbers, so that sums are exact and two ways of adding them agree.
 */
export const OVERSET = 1e15
export const KEEP = 1e9
/** Going on in another placement when the one before would do but for level feet. */
export const PART = 1e7
/** A line that finds no room. */
const OVERSET_LINE = 100

/** A leg that text goes on from, ending `shortfall` lines above the common foot. */
export function costOfShortLeg(shortfall: GridLines): number {
  return 10 * shortfall * shortfall
}

/** The leg in which the text ends, or an empty one after it: a short last leg is no fault, but less white is better. */
export function costOfLastLeg(shortfall: GridLines): number {
  return shortfall
}

/** Text that found no room. */
export function costOfOverset(lines: GridLines): number {
  return OVERSET + OVERSET_LINE * lines
}

/** The least that overset of so many lines can cost above OVERSET itself. */
export function leastOversetCost(lines: GridLines): number {
  return OVERSET_LINE * Math.max(0, lines)
}

/** Where a leg ends in the text. */
export interface LegEnd {
  readonly unit: BreakUnit
  /** Items of the unit above the break; all of them when the break is between units. */
  readonly item: number
  /** Items in this leg since its last crosshead; Infinity when it has none. */
  readonly sinceCrosshead: number
}

/** How many keeps a break between legs breaks: widow, orphan, stranded or divided crosshead. */
export function brokenKeeps(end: LegEnd, keeps: Keeps): number {
  const { unit, item, sinceCrosshead } = end
  const left = unit.depths.length - item
  let broken = 0
  if (left > 0) {
    if (unit.role === 'crosshead') broken++
    else if (unit.role !== 'rule') {
      if (item < Math.max(keeps.orphans, unit.together ?? 0)) broken++
      if (left < keeps.widows) broken++
    }
  } else if (unit.role === 'rule') broken++
  if (sinceCrosshead < Math.max(1, keeps.afterCrosshead)) broken++
  return broken
}

/** How many jump keeps a placement's text breaks: too few lines before the jump on or after the jump from. */
export function brokenJumpKeeps(options: {
  readonly lines: GridLines
  readonly jumpsOn: boolean
  readonly jumpsFrom: boolean
  readonly keeps: Keeps
}): number {
  const { lines, jumpsOn, jumpsFrom, keeps } = options
  return (jumpsOn && lines < keeps.beforeJump ? 1 : 0) + (jumpsFrom && lines < keeps.afterJump ? 1 : 0)
}
