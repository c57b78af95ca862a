import type { GridLines } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import { Copyline } from './copyline.js'
import { DepthBounds } from './depth-bounds.js'
import { fillLeg, type LegFilling, type LegToFill, type RoomToFill } from './fill-leg.js'
import {
  brokenJumpKeeps,
  costOfLastLeg,
  costOfOverset,
  costOfUnfilled,
  KEEP,
  leastOversetCost,
  OVERSET,
  PART,
  shortfallFor,
} from './leg-cost.js'
import type { LegRoom, LegText, TextPosition } from './leg-text.js'
import { Stretches } from './stretch.js'
import { type BrokenLeg, Frontier, placeOf, type Way } from './ways.js'

/** One placement's legs, in reading order: the stretches of the first from its head down, then those of the next. */
export interface PartRoom {
  /** Room of each stretch, down to the part's foot. The feet of the legs stand level. */
  readonly legs: readonly LegRoom[]
  /** The same under a higher foot, where that moves more than the foot; left out, the last stretch of each leg is shortened. */
  readonly foot?: RaisedFoot
  /** Lines that the last leg gives to a jump line when text goes on in another part. */
  readonly jumpLines: GridLines
}

/** The stretches of a placement whose common foot stands so many lines higher: as many as `most`. */
export interface RaisedFoot {
  readonly most: GridLines
  raise(lines: GridLines): readonly LegRoom[]
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
  /** The parts in use, each with its stretches: as many as it has room of. */
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

/** The rooms of a problem with its text in their measures. */
interface PartToFill extends Pick<PartRoom, 'jumpLines'> {
  readonly legs: readonly RoomToFill[]
  /** The most lines by which its foot can stand higher, and its legs then. */
  readonly mostRaised: GridLines
  raise(lines: GridLines): readonly RoomToFill[]
}

/** A way to the end of the text, or of all room, and how much higher its last part's foot stands. */
interface EndedWay extends Way {
  readonly raised: GridLines
}

/** So far above their feet legs are looked at first. */
const LEAST_WINDOW = 6

/** How a problem is gone about: the part of a filling that all its legs share. */
type Filling = Pick<LegFilling, 'copyline' | 'keeps' | 'window' | 'counted' | 'fit'>

/**
 * Breaks an article into the legs of its placements at the least cost (leg-cost.ts): dynamic programming over
 * (leg, place in the text), for each number of placements and, in the last one, for each depth of the common foot.
 * Legs are first tried within a few lines of their foot; the answer stands when no way outside that window could be
 * cheaper, else the window is widened, so the result is the optimum: among legs of one measure always, else as far as
 * `DepthBounds` are right.
 */
export function breakLegs({ text, parts: rooms, keeps, fit }: LegProblem): LegPlan {
  const copyline = new Copyline(text)
  const stretches = new Stretches(copyline)
  const parts = rooms.map((room) => partToFill(room, stretches))
  const counted = Math.max(keeps.beforeJump, keeps.afterJump, 1)
  let way: EndedWay | null = null
  for (let window = LEAST_WINDOW; ;) {
    const filling = { copyline, keeps, window, counted, fit }
    way = bestWay(parts, way, filling)
    const needed = windowNeeded(way, parts, filling)
    if (window >= needed) return planOf(way, copyline)
    window = needed
  }
}

function partToFill({ legs, foot, jumpLines }: PartRoom, stretches: Stretches): PartToFill {
  const toFill = (rooms: readonly LegRoom[]): readonly RoomToFill[] =>
    rooms.map(({ measures, depth, isFoot }) => ({ stretch: stretches.of(measures), depth, isFoot }))
  const own = toFill(legs)
  const raised: (readonly RoomToFill[])[] = []
  return {
    legs: own,
    mostRaised: foot?.most ?? Math.max(0, ...legs.map(({ isFoot, depth }) => (isFoot ? depth : 0))),
    raise: (lines) => (raised[lines] ??= foot ? toFill(foot.raise(lines)) : raiseFoot(own, lines)),
    jumpLines,
  }
}

/** The window that a way needs to be the best for certain: with a leg further above its foot none can cost less. */
function windowNeeded(way: Way, parts: readonly PartToFill[], { copyline, fit }: Filling): GridLines {
  const legs = legsOf(parts)
  const where = { isFoot: legs.every(({ isFoot }) => isFoot) }
  const deepest = Math.max(0, ...legs.map(({ depth }) => depth))
  if (way.cost >= OVERSET) {
    const over = Math.max(1, leastOver(parts, copyline, 0))
    return Math.min(deepest, shortfallFor(way.cost - OVERSET - leastOversetCost(over), where) - 1)
  }
  // A way that ends the text leaves no leg further above its foot than all of them have room to spare.
  const spare = Math.min(deepest, -leastOver(parts, copyline, fit ?? 0))
  const inUse = parts.slice(0, partOf(way) + 1)
  const mayDoWithFewer = inUse.length > 1 && leastOver(inUse.slice(0, -1), copyline, fit ?? 0) <= 0
  if (mayDoWithFewer) return spare
  const unfilled = fit === null ? 0 : costOfUnfilled(leastWhite(inUse, copyline, fit))
  return Math.min(spare, shortfallFor(way.cost - unfilled, where) - 1)
}

/** Lines that cannot go into these parts however they are broken; below 0, the lines that they have to spare at the most. */
function leastOver(parts: readonly PartToFill[], copyline: Copyline, fit: GridLines): GridLines {
  return boundsOf(parts, copyline).least(copyline.head(0), fit) - roomOf(legsOf(parts))
}

/** Lines that stay white however the text is broken into these parts. */
function leastWhite(parts: readonly PartToFill[], copyline: Copyline, fit: GridLines): GridLines {
  const most = boundsOf(parts, copyline).most(copyline.head(0), fit)
  const jumps = parts.slice(0, -1).reduce((sum, { jumpLines }) => sum + jumpLines, 0)
  return Math.max(0, roomOf(legsOf(parts)) - jumps - most)
}

function boundsOf(parts: readonly PartToFill[], copyline: Copyline): DepthBounds {
  return new DepthBounds(copyline, legsOf(parts))
}

function legsOf(parts: readonly PartToFill[]): readonly RoomToFill[] {
  return parts.flatMap(({ legs }) => legs)
}

/** The best way within the window; the one known from a smaller window when none is better. */
function bestWay(parts: readonly PartToFill[], known: EndedWay | null, filling: Filling): EndedWay {
  const start: Way = {
    position: filling.copyline.head(0),
    partLines: 0,
    cost: 0,
    broken: 0,
    changed: 0,
    changes: null,
    leg: null,
    before: null,
  }
  const overset = (): EndedWay => ({ ...oversetWay(start, parts, { ...filling, fit: null }), raised: 0 })
  // Legs filled to their feet take most text, and are in every window: what is overset in one is so in all.
  if (known && known.cost >= OVERSET) return overset()
  let ways: readonly Way[] = [start]
  let best = known
  for (let part = 0; part < parts.length && ways.length > 0; part++) {
    const room = parts[part]!
    const limit: number = best ? best.cost + (partOf(best) - part) * PART : Infinity
    best = finishIn(ways, room, { ...filling, part, limit }) ?? best
    if (best && best.broken === 0 && partOf(best) <= part) break
    if (part + 1 < parts.length) ways = jumpFrom(ways, room, { ...filling, part, limit })
  }
  return best ?? overset()
}

/** What a part is filled with: `limit` as in `LegFilling`. */
type PartFilling = Filling & Pick<LegFilling, 'part' | 'limit'>

/** Ends the text in this part, with the common foot where it costs least; null when that cannot be done below the limit. */
function finishIn(ways: readonly Way[], part: PartToFill, filling: PartFilling): EndedWay | null {
  const { copyline, fit } = filling
  const bounds = new DepthBounds(copyline, part.legs)
  const least = Math.min(...ways.map(({ position, changed }) => bounds.least(position, (fit ?? changed) - changed)))
  const most = Math.max(...ways.map(({ position, changed }) => bounds.most(position, (fit ?? changed) - changed)))
  const cheapest = Math.min(...ways.map(({ cost }) => cost))
  const all = roomOf(part.legs)
  let { limit } = filling
  let best: EndedWay | null = null
  for (let step = 0; step <= part.mostRaised; step++) {
    // The best foot is the highest under which the text goes in; with copyfit, which is there to fill all room, the lowest.
    const raised = fit === null ? part.mostRaised - step : step
    const legs = part.raise(raised)
    const room = roomOf(legs)
    if (room < least) continue
    /** What any way costs at the least, under this foot and all that are still to be tried. */
    const bound = cheapest + (fit === null ? costOfLastLeg(room - most) : costOfUnfilled(all - Math.min(room, most)))
    if (bound > limit) break
    const raising = fit === null ? 0 : costOfUnfilled(all - room)
    let isIn = false
    for (const way of fillLegs(ways, legs, { ...filling, last: true, limit: limit - raising })) {
      if (!copyline.isEnd(way.position)) continue
      isIn = true
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
    // Text that does not go in above the lowest foot goes in above none.
    if (raised === 0 && limit === Infinity && !isIn) break
  }
  return best
}

/** Fills this part to its foot and goes on in the next. */
function jumpFrom(ways: readonly Way[], part: PartToFill, filling: PartFilling): readonly Way[] {
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
function oversetWay(start: Way, parts: readonly PartToFill[], filling: Filling): EndedWay {
  let ways: readonly Way[] = [start]
  const last = parts.length - 1
  for (let part = 0; part < last; part++) {
    const room = parts[part]!
    const jumped = jumpFrom(ways, room, { ...filling, part, limit: Infinity })
    if (jumped.length > 0) ways = jumped
  }
  const { copyline } = filling
  const legs = parts[last]?.legs ?? []
  const measure = legs.at(-1)?.stretch.lastMeasure ?? 0
  let best: Way | null = null
  for (const way of fillLegs(ways, legs, { ...filling, part: last, last: false, limit: Infinity })) {
    const cost = way.cost + costOfOverset(copyline.depthFrom(way.position, measure))
    if (!best || cost < best.cost) best = { ...way, cost }
  }
  return { ...best!, raised: 0 }
}

/** Takes every way through some legs of one part. */
function fillLegs(ways: readonly Way[], legs: readonly RoomToFill[], filling: LegFilling): readonly Way[] {
  return legs.reduce((here, leg, index) => {
    const toCome = filling.last && filling.limit < Infinity ? costToCome(legs.slice(index + 1), filling) : null
    return fillLeg(here, { ...leg, endsPart: index === legs.length - 1, toCome }, filling)
  }, ways)
}

/** The least that the white in legs costs into which text goes on from a place, and in which it ends. */
function costToCome(legs: readonly RoomToFill[], { copyline, fit }: LegFilling): LegToFill['toCome'] {
  const room = roomOf(legs)
  if (room === 0) return null
  const bounds = new DepthBounds(copyline, legs)
  return (position, changed) => {
    const white = room - bounds.most(position, (fit ?? changed) - changed)
    return white <= 0 ? 0 : costOfLastLeg(white) + (fit === null ? 0 : costOfUnfilled(white))
  }
}

/** The part in which a way's last leg stands. */
function partOf(way: Way): number {
  return way.leg?.part ?? 0
}

/** The same way with more keeps broken, and more cost beside. */
function addCost(way: Way, more: { readonly broken: number; readonly cost: number }): Way {
  return { ...way, cost: way.cost + KEEP * more.broken + more.cost, broken: way.broken + more.broken }
}

function roomOf(legs: readonly RoomToFill[]): GridLines {
  return legs.reduce((sum, leg) => sum + leg.depth, 0)
}

/** The same legs with their common foot so many lines higher. */
function raiseFoot(legs: readonly RoomToFill[], lines: GridLines): readonly RoomToFill[] {
  return legs.map((leg) => (leg.isFoot ? { ...leg, depth: Math.max(0, leg.depth - lines) } : leg))
}

/** The same legs with room for a jump line at the foot of the last. */
function lowerLast(legs: readonly RoomToFill[], lines: GridLines): readonly RoomToFill[] {
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
