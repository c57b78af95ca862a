import type { GridLines, Pt } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import {
  brokenJumpKeeps,
  costOfLastLeg,
  costOfOverset,
  costOfShortLeg,
  KEEP,
  leastOversetCost,
  OVERSET,
  PART,
} from './leg-cost.js'
import { legEndings } from './leg-ends.js'
import { Copyline, type LegRoom, type LegText, type TextPosition } from './leg-text.js'

/** One placement's legs, in reading order. */
export interface PartRoom {
  /** Room of each leg down to the part's foot. Their feet stand level. */
  readonly legs: readonly LegRoom[]
  /** Lines that the last leg gives to a jump line when text goes on in another part. */
  readonly jumpLines: GridLines
}

/** What is to be broken, where, and under which keeps. */
export interface LegProblem {
  readonly text: LegText
  readonly parts: readonly PartRoom[]
  readonly keeps: Keeps
}

/** A stretch of one leg: where it starts and ends in the text. */
export interface BrokenLeg {
  /** The part it belongs to. */
  readonly part: number
  readonly from: TextPosition
  /** In the measure of this leg: what the next leg makes of it is that leg's `from`. */
  readonly to: TextPosition
  readonly measure: Pt
  readonly used: GridLines
  /** Lines that this leg was offered: to the common foot. */
  readonly offered: GridLines
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
}

/** A way through the legs so far; the cheapest of those that stand at the same place in the text. */
interface Way {
  readonly position: TextPosition
  /** Items set in the part, counted no further than the jump keeps ask. */
  readonly partLines: number
  readonly cost: number
  readonly broken: number
  readonly leg: BrokenLeg | null
  readonly before: Way | null
}

/** What is being filled. */
interface Filling {
  readonly copyline: Copyline
  readonly keeps: Keeps
  readonly window: GridLines
  /** Items counted for the jump keeps. */
  readonly counted: number
}

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
    const filling = { copyline, keeps: problem.keeps, window, counted }
    const way = bestWay(problem, filling)
    if (window >= deepest || isProven(way, problem, filling)) return planOf(way, copyline)
  }
}

/** Whether no way with a leg further than the window above its foot could cost less. */
function isProven(way: Way, problem: LegProblem, filling: Filling): boolean {
  if (way.broken > 0) return false
  const { copyline } = filling
  const outside = costOfShortLeg(filling.window + 1)
  if (way.cost < OVERSET) {
    const fewer = partOf(way) === 0 || leastOver(problem.parts.slice(0, partOf(way)), copyline) > 0
    return fewer && way.cost <= outside
  }
  const over = leastOver(problem.parts, copyline)
  return over > 0 && way.cost - OVERSET <= outside + leastOversetCost(over)
}

/** Lines that cannot go into these parts however they are broken; 0 when that is not known. */
function leastOver(parts: readonly PartRoom[], copyline: Copyline): GridLines {
  const legs = parts.flatMap((part) => part.legs)
  const measure = legs[0]?.measure ?? 0
  if (legs.some((leg) => leg.measure !== measure)) return 0
  return Math.max(0, copyline.depthFrom(copyline.start(), measure) - roomOf(legs))
}

function bestWay(problem: LegProblem, filling: Filling): Way {
  const { copyline } = filling
  const start: Way = {
    position: copyline.start(),
    partLines: 0,
    cost: 0,
    broken: 0,
    leg: null,
    before: null,
  }
  let ways: readonly Way[] = [start]
  let best: Way | null = null
  for (let part = 0; part < problem.parts.length && ways.length > 0; part++) {
    const room = problem.parts[part]!
    const finished = finishIn(ways, room, { ...filling, part })
    if (finished && (!best || finished.cost + part * PART < best.cost + partOf(best) * PART)) best = finished
    if (best && best.broken === 0) break
    if (part + 1 < problem.parts.length) ways = jumpFrom(ways, room, { ...filling, part })
  }
  return best ?? oversetWay(start, problem, filling)
}

interface PartFilling extends Filling {
  readonly part: number
}

/** Ends the text in this part, with the common foot where it costs least; null when it does not go in. */
function finishIn(ways: readonly Way[], part: PartRoom, filling: PartFilling): Way | null {
  const { copyline } = filling
  const deepest = Math.max(0, ...part.legs.map((leg) => leg.depth))
  const measure = part.legs[0]?.measure ?? 0
  const least = Math.min(...ways.map((way) => copyline.depthFrom(way.position, measure)))
  const most = Math.max(
    ...ways.map((way) => copyline.depthFrom(way.position, measure) + copyline.whiteFrom(way.position, measure)),
  )
  const cheapest = Math.min(...ways.map((way) => way.cost))
  const alike = part.legs.every((leg) => leg.measure === measure)
  let best: Way | null = null
  for (let raised = deepest; raised >= 0; raised--) {
    const legs = raiseFoot(part.legs, raised)
    const room = roomOf(legs)
    if (alike && room < least) continue
    if (best && best.broken === 0 && cheapest + costOfLastLeg(room - most) > best.cost) break
    for (const way of fillLegs(ways, legs, { ...filling, last: true })) {
      if (!copyline.isEnd(way.position)) continue
      const jumps = brokenJumpKeeps({
        lines: way.partLines,
        jumpsOn: false,
        jumpsFrom: filling.part > 0,
        keeps: filling.keeps,
      })
      const ended = addBroken(way, jumps)
      if (!best || ended.cost < best.cost) best = ended
    }
  }
  return best
}

/** Fills this part to its foot and goes on in the next. */
function jumpFrom(ways: readonly Way[], part: PartRoom, filling: PartFilling): readonly Way[] {
  const legs = lowerLast(part.legs, part.jumpLines)
  const cheapest = new Map<number, Way>()
  for (const way of fillLegs(ways, legs, { ...filling, last: false })) {
    if (filling.copyline.isEnd(way.position)) continue
    const jumps = brokenJumpKeeps({
      lines: way.partLines,
      jumpsOn: true,
      jumpsFrom: filling.part > 0,
      keeps: filling.keeps,
    })
    keepCheapest(cheapest, { ...addBroken(way, jumps), partLines: 0 }, filling.counted)
  }
  return [...cheapest.values()]
}

/** The text does not go in: all parts full, the keeps kept, and as little left over as may be. */
function oversetWay(start: Way, problem: LegProblem, filling: Filling): Way {
  let ways: readonly Way[] = [start]
  const last = problem.parts.length - 1
  for (let part = 0; part < last; part++) {
    const room = problem.parts[part]!
    const jumped = jumpFrom(ways, room, { ...filling, part })
    if (jumped.length > 0) ways = jumped
  }
  const { copyline } = filling
  const legs = problem.parts[last]?.legs ?? []
  let best: Way | null = null
  for (const way of fillLegs(ways, legs, { ...filling, part: last, last: false })) {
    const measure = legs[legs.length - 1]?.measure ?? 0
    const cost = way.cost + costOfOverset(copyline.depthFrom(way.position, measure))
    if (!best || cost < best.cost) best = { ...way, cost }
  }
  return best!
}

/** Takes every way through some legs of one part, keeping the cheapest at each place in the text. */
function fillLegs(
  ways: readonly Way[],
  legs: readonly LegRoom[],
  filling: PartFilling & { readonly last: boolean },
): readonly Way[] {
  const { copyline, keeps, window, counted, part, last } = filling
  let here = ways
  for (const room of legs) {
    const next = new Map<number, Way>()
    for (const way of here) {
      if (copyline.isEnd(way.position)) {
        const { position } = way
        const leg = { part, from: position, to: position, measure: room.measure, used: 0, offered: room.depth }
        keepCheapest(next, { ...way, cost: way.cost + costOfLastLeg(room.depth), leg, before: way }, counted)
        continue
      }
      const from = way.leg ? copyline.enter(way.position, way.leg.measure, room.measure) : way.position
      for (const ending of legEndings(copyline, from, { room, keeps, window })) {
        const short = room.depth - ending.used
        const isLast = last && copyline.isEnd(ending.to)
        const level = isLast ? costOfLastLeg(short) : costOfShortLeg(short)
        const reached: Way = {
          position: ending.to,
          partLines: Math.min(counted, way.partLines + ending.items),
          cost: way.cost + level + KEEP * ending.broken,
          broken: way.broken + ending.broken,
          leg: { part, from, to: ending.to, measure: room.measure, used: ending.used, offered: room.depth },
          before: way,
        }
        keepCheapest(next, reached, counted)
      }
    }
    here = [...next.values()]
  }
  return here
}

/** Keeps the cheaper of two ways that stand at the same place; of equal ones the first. */
function keepCheapest(ways: Map<number, Way>, way: Way, counted: number): void {
  const key = way.position.id * (counted + 1) + way.partLines
  const known = ways.get(key)
  if (!known || way.cost < known.cost) ways.set(key, way)
}

/** The part in which a way's last leg stands. */
function partOf(way: Way): number {
  return way.leg?.part ?? 0
}

function addBroken(way: Way, broken: number): Way {
  return broken === 0 ? way : { ...way, cost: way.cost + KEEP * broken, broken: way.broken + broken }
}

function roomOf(legs: readonly LegRoom[]): GridLines {
  return legs.reduce((sum, leg) => sum + leg.depth, 0)
}

/** The same legs with their common foot so many lines higher. */
function raiseFoot(legs: readonly LegRoom[], lines: GridLines): readonly LegRoom[] {
  return legs.map((leg) => ({ ...leg, depth: Math.max(0, leg.depth - lines) }))
}

/** The same legs with room for a jump line at the foot of the last. */
function lowerLast(legs: readonly LegRoom[], lines: GridLines): readonly LegRoom[] {
  return legs.map((leg, index) => (index === legs.length - 1 ? { ...leg, depth: Math.max(0, leg.depth - lines) } : leg))
}

function planOf(way: Way, copyline: Copyline): LegPlan {
  const parts: BrokenLeg[][] = []
  for (let step: Way | null = way; step?.leg; step = step.before) {
    ;(parts[step.leg.part] ??= []).unshift(step.leg)
  }
  return {
    cost: way.cost,
    broken: way.broken,
    parts,
    rest: way.position,
    overset: !copyline.isEnd(way.position),
  }
}
