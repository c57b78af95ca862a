import type { GridLines } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import { fillLeg, type LegFilling } from './fill-leg.js'
import {
  brokenJumpKeeps,
  costOfLastLeg,
  costOfOverset,
  costOfShortLeg,
  costOfUnfilled,
  KEEP,
  leastOversetCost,
  OVERSET,
  PART,
} from './leg-cost.js'
import { Copyline, headMeasure, type LegRoom, type LegText, type TextPosition } from './leg-text.js'
import { type BrokenLeg, Frontier, placeOf, type Way } from './ways.js'

/** One placement's legs, in reading order. */
export interface PartRoom {
  /** Room of each leg down to the part's foot. Their feet stand level. */
  readonly legs: readonly LegRoom[]
  /** The same with their common foot so many lines higher; left out, the last stretch of each leg is shortened. */
  readonly raise?: (lines: GridLines) => readonly LegRoom[]
  /** Lines that the last leg gives to a jump line when text goes on in another part. */
  readonly jumpLines: GridLines
}

/** What is to be broken, where, and under which keeps. */
export interface LegProblem {
  readonly text: LegText
  readonly parts: readonly PartRoom[]
  readonly keeps: Keeps
  /**
   * With copyfit: all room is to be filled, and paragraphs may be set a line longer or shorter for it, so many lines in all;
   * null leaves every paragraph as is best for it and its last leg short.
   */
  readonly fit: GridLines | null
}

/** The best way found: proven to be the best there is. */
export interface LegPlan {
  readonly cost: number
  /** Keeps that had to be broken. */
  readonly broken: number
  /** The parts in use, each with its legs. */
  readonly parts: readonly (readonly BrokenLeg[])[]
  /** Where the text stands after the last leg; the text's end unless it is overset. */
  readonly rest: TextPosition
  readonly overset: boolean
  /** How many lines above its own foot the last part ends. */
  readonly raised: GridLines
  /** The units that are set a line longer (1) or shorter (−1) than is best for them. */
  readonly variants: ReadonlyMap<number, -1 | 1>
  /** How many of these have a line that looks very loose. */
  readonly loose: number
}

/** How a problem is gone about: the part of a filling that all its legs share. */
type Filling = Pick<LegFilling, 'copyline' | 'keeps' | 'window' | 'counted' | 'fit'>

/**
 * Breaks an article into the legs of its placements at the least cost (leg-cost.ts): dynamic programming over
 * (leg, place in the text), for each number of placements and, in the last one, for each depth of the common foot.
 * Legs are first tried within a few lines of their foot; the answer stands when no way outside that window could be
 * cheaper, else the window is widened, so the result is the optimum.
 */
export function breakLegs(problem: LegProblem): LegPlan {
  const deepest = Math.max(0, ...problem.parts.flatMap((part) => part.legs.map((leg) => leg.depth)))
  const copyline = new Copyline(problem.text)
  const counted = Math.max(problem.keeps.beforeJump, problem.keeps.afterJump, 1)
  for (let window = 6; ; window *= 4) {
    const filling = { copyline, keeps: problem.keeps, window, counted, fit: problem.fit }
    const way = bestWay(problem, filling)
    if (window >= deepest || isProven(way, problem, filling)) return planOf(way, copyline)
  }
}

/** Whether no way with a leg further than the window above its foot could cost less. */
function isProven(way: Way, { parts }: LegProblem, filling: Filling): boolean {
  const { copyline, window, fit } = filling
  const outside = costOfShortLeg(window + 1)
  // A way that ends the text leaves no leg further above its foot than all of them have room to spare.
  const areAllEndsSeen = window >= mostSpare(parts, copyline, fit ?? 0)
  if (way.cost < OVERSET) {
    if (areAllEndsSeen || way.broken > 0) return areAllEndsSeen
    const inUse = parts.slice(0, partOf(way) + 1)
    const fewer = inUse.length === 1 || leastOver(inUse.slice(0, -1), copyline, fit ?? 0) > 0
    return fewer && way.cost <= outside + (fit === null ? 0 : costOfUnfilled(leastWhite(inUse, copyline, fit)))
  }
  if (way.broken > 0 || (!areAllEndsSeen && leastOver(parts, copyline, fit ?? 0) === 0)) return false
  const over = Math.max(1, leastOver(parts, copyline, 0))
  return way.cost - OVERSET <= outside + leastOversetCost(over)
}

/** Lines that stay empty when the text is as short as it can be set; Infinity when that is not known. */
function mostSpare(parts: readonly PartRoom[], copyline: Copyline, fit: GridLines): GridLines {
  const measure = onlyMeasure(parts)
  if (measure === null) return Infinity
  return roomOf(parts.flatMap(({ legs }) => legs)) + fit - copyline.depthFrom(copyline.start(), measure)
}

/** Lines that cannot go into these parts however they are broken; 0 when that is not known. */
function leastOver(parts: readonly PartRoom[], copyline: Copyline, fit: GridLines): GridLines {
  const measure = onlyMeasure(parts)
  if (measure === null) return 0
  return Math.max(0, copyline.depthFrom(copyline.start(), measure) - fit - roomOf(parts.flatMap(({ legs }) => legs)))
}

/** Lines that stay white however the text is broken into these parts; 0 when that is not known. */
function leastWhite(parts: readonly PartRoom[], copyline: Copyline, fit: GridLines): GridLines {
  const measure = onlyMeasure(parts)
  if (measure === null) return 0
  const start = copyline.start()
  const most = copyline.depthFrom(start, measure) + copyline.whiteFrom(start, measure) + fit
  const jumps = parts.slice(0, -1).reduce((sum, { jumpLines }) => sum + jumpLines, 0)
  return Math.max(0, roomOf(parts.flatMap(({ legs }) => legs)) - jumps - most)
}

/** The measure of all legs; null when they have several. */
function onlyMeasure(parts: readonly PartRoom[]): number | null {
  const [first, ...others] = parts.flatMap(({ legs }) => legs.map(headMeasure))
  return first !== undefined && others.every((measure) => measure === first) ? first : null
}

function bestWay(problem: LegProblem, filling: Filling): EndedWay {
  const start: Way = {
    position: filling.copyline.start(),
    partLines: 0,
    cost: 0,
    broken: 0,
    changed: 0,
    changes: null,
    leg: null,
    before: null,
  }
  let ways: readonly Way[] = [start]
  let best: EndedWay | null = null
  for (let part = 0; part < problem.parts.length && ways.length > 0; part++) {
    const room = problem.parts[part]!
    const limit: number = best ? best.cost + (partOf(best) - part) * PART : Infinity
    best = finishIn(ways, room, { ...filling, part, limit }) ?? best
    if (best && best.broken === 0) break
    if (part + 1 < problem.parts.length) ways = jumpFrom(ways, room, { ...filling, part, limit })
  }
  return best ?? { ...oversetWay(start, problem, { ...filling, fit: null }), raised: 0 }
}

/** A way to the end of the text, or of all room, with its last part's foot so many lines higher. */
interface EndedWay extends Way {
  readonly raised: GridLines
}

/** What a part is filled with: `limit` as in `LegFilling`. */
type PartFilling = Filling & Pick<LegFilling, 'part' | 'limit'>

/** Ends the text in this part, with the common foot where it costs least; null when that cannot be done below the limit. */
function finishIn(ways: readonly Way[], part: PartRoom, filling: PartFilling): EndedWay | null {
  const { copyline, fit } = filling
  const deepest = Math.max(0, ...part.legs.map((leg) => leg.depth))
  const measure = part.legs[0] ? headMeasure(part.legs[0]) : 0
  const give = fit ?? 0
  const least = Math.min(...ways.map((way) => copyline.depthFrom(way.position, measure))) - give
  const most =
    Math.max(
      ...ways.map((way) => copyline.depthFrom(way.position, measure) + copyline.whiteFrom(way.position, measure)),
    ) + give
  const cheapest = Math.min(...ways.map((way) => way.cost))
  const alike = part.legs.every((leg) => headMeasure(leg) === measure)
  const all = roomOf(part.legs)
  let { limit } = filling
  let best: EndedWay | null = null
  for (let step = 0; step <= deepest; step++) {
    // The best foot is the highest under which the text goes in; with copyfit, which is there to fill all room, the lowest.
    const raised = fit === null ? deepest - step : step
    const legs = raiseFoot(part, raised)
    const room = roomOf(legs)
    if (alike && room < least) continue
    /** What any way costs at the least, under this foot and all that are still to be tried. */
    const bound = cheapest + (fit === null ? costOfLastLeg(room - most) : costOfUnfilled(all - Math.min(room, most)))
    if (alike && bound > limit) break
    const raising = fit === null ? 0 : costOfUnfilled(all - room)
    for (const way of fillLegs(ways, legs, { ...filling, last: true, limit: limit - raising })) {
      if (!copyline.isEnd(way.position)) continue
      const jumps = brokenJumpKeeps({
        lines: way.partLines,
        jumpsOn: false,
        jumpsFrom: filling.part > 0,
        keeps: filling.keeps,
      })
      const ended = addCost(way, { broken: jumps, cost: raising })
      if (ended.cost >= limit) continue
      best = { ...ended, raised }
      limit = ended.cost
    }
  }
  return best
}

/** Fills this part to its foot and goes on in the next. */
function jumpFrom(ways: readonly Way[], part: PartRoom, filling: PartFilling): readonly Way[] {
  const legs = lowerLast(part.legs, part.jumpLines)
  const jumped = new Frontier<Way>()
  for (const way of fillLegs(ways, legs, { ...filling, last: false })) {
    if (filling.copyline.isEnd(way.position)) continue
    const jumps = brokenJumpKeeps({
      lines: way.partLines,
      jumpsOn: true,
      jumpsFrom: filling.part > 0,
      keeps: filling.keeps,
    })
    const on = { ...addCost(way, { broken: jumps, cost: 0 }), partLines: 0 }
    const place = placeOf(on, filling.counted)
    if (jumped.wants(place, on.cost, on.changed)) jumped.keep(place, on)
  }
  return jumped.all()
}

/** The text does not go in: all parts full, the keeps kept, and as little left over as may be. */
function oversetWay(start: Way, problem: LegProblem, filling: Filling): Way {
  let ways: readonly Way[] = [start]
  const last = problem.parts.length - 1
  for (let part = 0; part < last; part++) {
    const room = problem.parts[part]!
    const jumped = jumpFrom(ways, room, { ...filling, part, limit: Infinity })
    if (jumped.length > 0) ways = jumped
  }
  const { copyline } = filling
  const legs = problem.parts[last]?.legs ?? []
  const foot = legs[legs.length - 1]
  let best: Way | null = null
  for (const way of fillLegs(ways, legs, { ...filling, part: last, last: false, limit: Infinity })) {
    const measure = foot ? headMeasure(foot) : 0
    const cost = way.cost + costOfOverset(copyline.depthFrom(way.position, measure))
    if (!best || cost < best.cost) best = { ...way, cost }
  }
  return best!
}

/** Takes every way through some legs of one part. */
function fillLegs(ways: readonly Way[], legs: readonly LegRoom[], filling: Omit<LegFilling, 'room'>): readonly Way[] {
  return legs.reduce(
    (here, leg, index) => fillLeg(here, { ...leg, endsPart: index === legs.length - 1 }, filling),
    ways,
  )
}

/** The part in which a way's last leg stands. */
function partOf(way: Way): number {
  return way.leg?.part ?? 0
}

/** The same way with more keeps broken, and more cost beside. */
function addCost(way: Way, more: { readonly broken: number; readonly cost: number }): Way {
  return { ...way, cost: way.cost + KEEP * more.broken + more.cost, broken: way.broken + more.broken }
}

function roomOf(legs: readonly LegRoom[]): GridLines {
  return legs.reduce((sum, leg) => sum + leg.depth, 0)
}

/** The same legs with their common foot so many lines higher. */
function raiseFoot({ legs, raise }: PartRoom, lines: GridLines): readonly LegRoom[] {
  if (raise) return raise(lines)
  return legs.map((leg) => (leg.isFoot ? { ...leg, depth: Math.max(0, leg.depth - lines) } : leg))
}

/** The same legs with room for a jump line at the foot of the last. */
function lowerLast(legs: readonly LegRoom[], lines: GridLines): readonly LegRoom[] {
  return legs.map((leg, index) => (index === legs.length - 1 ? { ...leg, depth: Math.max(0, leg.depth - lines) } : leg))
}

function planOf(way: EndedWay, copyline: Copyline): LegPlan {
  const parts: BrokenLeg[][] = []
  for (let step: Way | null = way; step?.leg; step = step.before) {
    ;(parts[step.leg.part] ??= []).unshift(step.leg)
  }
  const variants = new Map<number, -1 | 1>()
  let loose = 0
  for (let { changes } = way; changes; changes = changes.before) {
    variants.set(changes.unit, changes.change)
    if (changes.isLoose) loose++
  }
  return {
    cost: way.cost,
    broken: way.broken,
    parts,
    rest: way.position,
    overset: !copyline.isEnd(way.position),
    raised: way.raised,
    variants,
    loose,
  }
}
