import type { GridLines } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import type { BreakUnit } from './leg-text.js'

/**
 * What a way of breaking an article into legs costs. The promises of the contract, in their order: all the words
 * (OVERSET), then the keeps (KEEP), then level feet, then the setting of the paragraphs; each outweighs any sum of the next
 * in an article of sane length. All costs are whole numbers, so that sums are exact and two ways of adding them agree.
 */
export const OVERSET = 1e15
export const KEEP = 1e12
/** Going on in another placement when the one before would do but for level feet. */
export const PART = 1e10
/** A line left white at the end of the text: what all that is measured in lines is counted by. */
const LINE = 1000
/** A line that finds no room. */
const OVERSET_LINE = 100 * LINE

/** A line of unevenness: at a foot, and above what parts a leg. */
const SHORT_LINE = 10 * LINE
const SHORT_STRETCH = 5 * LINE

/**
 * A stretch that text goes on from, ending `shortfall` lines above its foot. At the foot of a leg that is above its neighbours'
 * feet; above a picture that parts the leg it is a gap, which is seen less.
 */
export function costOfShortLeg(shortfall: GridLines, { isFoot }: { readonly isFoot: boolean }): number {
  return (isFoot ? SHORT_LINE : SHORT_STRETCH) * shortfall * shortfall
}

/** The least shortfall that costs so much. */
export function shortfallFor(cost: number, { isFoot }: { readonly isFoot: boolean }): GridLines {
  return Math.ceil(Math.sqrt(Math.max(0, cost) / (isFoot ? SHORT_LINE : SHORT_STRETCH)))
}

/** The leg in which the text ends, or an empty one after it: a short last leg is no fault, but less white is better. */
export function costOfLastLeg(shortfall: GridLines): number {
  return LINE * shortfall
}

/** With copyfit, on top of all else: white anywhere, which it is there to fill. Dearer than any hyphens at feet. */
export function costOfUnfilled(lines: GridLines): number {
  return 100 * LINE * lines
}

/**
 * A divided word at the foot of a leg: the reader carries half a word to the top of the next one, or, where the leg is its
 * placement's last, to another page. Far below a short line: no leg is shortened for a hyphen or two.
 */
export function costOfHyphen(where: { readonly endsPart: boolean }): number {
  return (where.endsPart ? 5 : 2) * LINE
}

/**
 * A paragraph set a line longer or shorter than is best for it, by the demerits that this adds: a setting that is still good
 * costs far less than a line of white.
 */
export function costOfVariant(demerits: number): number {
  return 10 + Math.round(100 * demerits)
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
  } else if (unit.role === 'rule' || unit.withNext) broken++
  if (sinceCrosshead < leastAfterCrosshead(keeps)) broken++
  return broken
}

/** Items below which a crosshead at a leg's foot is stranded. */
export function leastAfterCrosshead(keeps: Keeps): number {
  return Math.max(1, keeps.afterCrosshead)
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
