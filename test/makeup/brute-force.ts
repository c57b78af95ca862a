import type { LegProblem } from '../../src/makeup/legs/break-legs.js'
import {
  brokenJumpKeeps,
  brokenKeeps,
  costOfHyphen,
  costOfLastLeg,
  costOfOverset,
  costOfShortLeg,
  costOfUnfilled,
  costOfVariant,
  KEEP,
  PART,
} from '../../src/makeup/legs/leg-cost.js'
import type { BreakUnit, Change, LegRoom, LegText } from '../../src/makeup/legs/leg-text.js'

/** What a way costs at the least, and the keeps that it breaks. */
export interface Found {
  readonly cost: number
  readonly broken: number
}

const NONE: Found = { cost: Infinity, broken: 0 }

/**
 * Tries every way to break the text: each number of placements, each depth of the last foot, each stretch ending anywhere or
 * passed by, and with copyfit every choice of settings.
 */
export function bruteForce(problem: LegProblem): Found {
  const { parts, fit } = problem
  let best: Found & { readonly order: number } = { ...NONE, order: Infinity }
  for (let last = 0; last < parts.length; last++) {
    const feet = parts[last]!.legs.filter(({ isFoot }) => isFoot).map(({ depth }) => depth)
    for (let raised = 0; raised <= Math.max(0, ...feet); raised++) {
      const lost = feet.reduce((sum, depth) => sum + Math.min(depth, raised), 0)
      const found = new Search(problem, { last, raised, overset: false }).best()
      const cost = found.cost + (fit === null ? 0 : costOfUnfilled(lost))
      if (cost + last * PART < best.order) best = { cost, broken: found.broken, order: cost + last * PART }
    }
  }
  if (best.cost < Infinity) return best
  return new Search({ ...problem, fit: null }, { last: parts.length - 1, raised: 0, overset: true }).best()
}

/** A stretch as it is offered. */
interface Room {
  readonly part: number
  readonly endsPart: boolean
  readonly isFoot: boolean
  readonly depth: number
  /** The measure of each grid line; the last goes on. */
  readonly grid: readonly number[]
}

/** A unit that has begun. */
interface Begun {
  readonly unit: BreakUnit
  readonly change: Change
  /** The measure of each of its items; the last goes on. */
  readonly measures: readonly number[]
  readonly cost: number
  /** What tells it from other settings of the unit. */
  readonly key: string
}

/** A place in the text: before an item of a unit. */
interface At {
  readonly unit: number
  readonly item: number
  /** Null at a unit's head. */
  readonly begun: Begun | null
  /** Items in the placement so far, and lines by which paragraphs were changed. */
  readonly partItems: number
  readonly changed: number
}

/** A place in a stretch. */
interface InRoom {
  readonly used: number
  /** Whether anything of the text is in the stretch, or ended by being broken anew for it. */
  readonly isBegun: boolean
  readonly sinceCrosshead: number
}

/** The cheapest way through the placements up to `last`, its foot raised by so many lines. */
class Search {
  private readonly rooms: readonly Room[]
  private readonly heads = new Map<string, Found>()
  private readonly insides = new Map<string, Found>()
  private readonly begun = new Map<string, Begun | null>()
  private readonly text: LegText

  constructor(
    private readonly problem: LegProblem,
    private readonly how: { readonly last: number; readonly raised: number; readonly overset: boolean },
  ) {
    this.text = problem.text
    this.rooms = problem.parts.slice(0, how.last + 1).flatMap(({ legs, jumpLines }, part) =>
      legs.map((leg, index) => {
        const endsPart = index === legs.length - 1
        const jump = part < how.last && endsPart ? jumpLines : 0
        const up = part === how.last && leg.isFoot ? how.raised : 0
        return { part, endsPart, isFoot: leg.isFoot, depth: Math.max(0, leg.depth - jump - up), grid: gridOf(leg) }
      }),
    )
  }

  best(): Found {
    return this.atHead(0, { unit: 0, item: 0, begun: null, partItems: 0, changed: 0 })
  }

  private atHead(index: number, at: At): Found {
    return remembered(this.heads, `${index}/${keyOf(at)}`, () => this.enter(index, at))
  }

  private inside(index: number, at: At, here: InRoom): Found {
    // The way on through a unit that has begun is remembered where it began.
    if (at.begun) return this.goDown(index, at, here)
    const key = `${index}/${keyOf(at)}/${here.used}.${here.isBegun}.${here.sinceCrosshead}`
    return remembered(this.insides, key, () => this.goDown(index, at, here))
  }

  private enter(index: number, at: At): Found {
    const room = this.rooms[index]
    if (!room) return this.finish(at)
    const here = { used: 0, isBegun: false, sinceCrosshead: Infinity }
    const passed = this.end(index, at, here)
    if (room.depth === 0 || this.isEnd(at)) return passed
    if (at.item === 0) return cheaper(passed, this.inside(index, at, here))
    const anew = this.breakAnew(at, room)
    if (!anew) return passed
    const isOver = anew.begun!.unit.depths.length <= at.item
    const next = isOver ? { ...anew, unit: at.unit + 1, item: 0, begun: null } : anew
    const used = isOver ? 0 : this.repeated(at.unit, room)
    return cheaper(
      passed,
      plus(this.inside(index, next, { ...here, used, isBegun: isOver }), anew.begun!.cost - at.begun!.cost),
    )
  }

  /** Lines at the head of a stretch for the head of a table that stands there again. */
  private repeated(unit: number, { grid, depth }: Room): number {
    const own = [{ width: grid[0]!, lines: Infinity }]
    const { repeats, depths } = this.text.unit(unit, own)
    if (repeats === undefined || grid.length > 1) return 0
    const lines = this.text.unit(repeats, own).depths.reduce((sum, one) => sum + one, 0)
    return 2 * lines <= depth && lines + depths[0]! <= depth ? lines : 0
  }

  /** The same place with its unit broken for the lines that it has and those of the next stretch. */
  private breakAnew(at: At, { grid }: Room): At | null {
    const { unit, change, measures } = at.begun!
    const before = Array.from({ length: at.item }, (_, item) => measures[Math.min(item, measures.length - 1)]!)
    const all = [...before, ...itemsOf(grid, 0, unit.depths[0]!)]
    const begun = this.setIn(at.unit, change, all, at.item)
    return begun && (change === 0 || begun.unit.depths.length >= at.item) ? { ...at, begun } : null
  }

  private setIn(unit: number, change: Change, measures: readonly number[], least: number): Begun | null {
    const key = `${unit}/${change}/${least}/${measures.join()}`
    return remembered(this.begun, key, () => this.beginIn(unit, change, measures, least))
  }

  /** A unit under as few of the measures, from change to change, as it ends in at its best. */
  private beginIn(unit: number, change: Change, measures: readonly number[], least: number): Begun | null {
    let hasEnded = false
    for (let lines = 1; lines <= measures.length; lines++) {
      const isLast = lines === measures.length
      if (!isLast && (lines <= least || measures[lines] === measures[lines - 1])) continue
      const own = measures.slice(0, lines)
      const list = own.map((width, line) => ({ width, lines: line === lines - 1 ? Infinity : 1 }))
      const best = this.text.unit(unit, list)
      hasEnded ||= isLast || best.depths.length <= lines
      if (!hasEnded) continue
      const variant = change === 0 ? { unit: best, cost: 0 } : this.text.variant(unit, change, list)
      if (!variant) return null
      const cost = change === 0 ? 0 : costOfVariant(variant.cost)
      if (isLast || variant.unit.depths.length <= lines) {
        return { unit: variant.unit, change, measures: own, cost, key: `${change}:${own.join()}` }
      }
    }
    return null
  }

  private goDown(index: number, at: At, here: InRoom): Found {
    const room = this.rooms[index]!
    const ended = here.isBegun ? this.end(index, at, here) : NONE
    if (this.isEnd(at)) return ended
    if (at.begun) return cheaper(ended, this.setItem(index, at, here))
    const { fit } = this.problem
    const plain = this.text.unit(at.unit, [{ width: room.grid[0]!, lines: Infinity }])
    const above = at.unit > 0 ? this.text.unit(at.unit - 1, [{ width: room.grid[0]!, lines: Infinity }]).after : 0
    const line = here.used > 0 ? here.used + Math.max(above, plain.before) : this.repeated(at.unit, room)
    const measures = itemsOf(room.grid, line, plain.depths[0]!)
    let best = ended
    for (const change of fit !== null && at.changed < fit ? ([0, -1, 1] as const) : ([0] as const)) {
      const begun = this.setIn(at.unit, change, measures, 0)
      if (!begun) continue
      const on = { ...at, begun, changed: at.changed + Math.abs(change) }
      best = cheaper(best, plus(this.setItem(index, on, { ...here, used: line }), begun.cost))
    }
    return best
  }

  /** Sets an item of a unit that has begun. */
  private setItem(index: number, at: At, here: InRoom): Found {
    const { unit } = at.begun!
    const used = here.used + unit.depths[at.item]!
    if (used > this.rooms[index]!.depth) return NONE
    const sinceCrosshead = unit.role === 'crosshead' ? 0 : here.sinceCrosshead + 1
    const next = { ...at, item: at.item + 1, partItems: at.partItems + 1 }
    const isOver = next.item === unit.depths.length
    const on = isOver ? { ...next, unit: at.unit + 1, item: 0, begun: null } : next
    return this.inside(index, on, { used, isBegun: true, sinceCrosshead })
  }

  /** Ends the stretch here. */
  private end(index: number, at: At, here: InRoom): Found {
    const { depth, isFoot, part, endsPart } = this.rooms[index]!
    const { last, overset } = this.how
    const { keeps, fit } = this.problem
    const ended = this.isEnd(at)
    if (ended && part < last) return NONE
    const short = depth - here.used
    let cost = ended && !overset ? costOfLastLeg(short) : costOfShortLeg(short, { isFoot })
    if (fit !== null) cost += costOfUnfilled(short)
    let broken = 0
    if (here.used > 0 && !ended) {
      const above = at.begun?.unit ?? this.text.unit(at.unit - 1, [{ width: 1, lines: Infinity }])
      const item = at.begun ? at.item : above.depths.length
      broken += brokenKeeps({ unit: above, item, sinceCrosshead: here.sinceCrosshead }, keeps)
      if (at.begun && above.hyphens?.[item - 1]) cost += costOfHyphen({ endsPart })
    }
    const lines = at.partItems
    if (endsPart && part < last) broken += brokenJumpKeeps({ lines, jumpsOn: true, jumpsFrom: part > 0, keeps })
    if (endsPart && part === last && ended && !overset) {
      broken += brokenJumpKeeps({ lines, jumpsOn: false, jumpsFrom: part > 0, keeps })
    }
    const rest = this.atHead(index + 1, endsPart ? { ...at, partItems: 0 } : at)
    return { cost: cost + KEEP * broken + rest.cost, broken: broken + rest.broken }
  }

  /** After the last stretch. */
  private finish(at: At): Found {
    const ended = this.isEnd(at)
    if (ended || !this.how.overset) return ended && !this.how.overset ? { cost: 0, broken: 0 } : NONE
    const measure = this.rooms.at(-1)!.grid.at(-1)!
    let lines = 0
    for (let unit = at.unit; unit < this.text.units; unit++) {
      const isBegun = unit === at.unit && at.begun !== null
      const { depths } = isBegun ? at.begun.unit : this.text.unit(unit, [{ width: measure, lines: Infinity }])
      for (const depth of depths.slice(isBegun ? at.item : 0)) lines += depth
    }
    return { cost: costOfOverset(lines), broken: 0 }
  }

  private isEnd({ unit }: At): boolean {
    return unit === this.text.units
  }
}

function gridOf({ measures }: LegRoom): readonly number[] {
  return measures.flatMap(({ width, lines }, index) =>
    new Array<number>(index === measures.length - 1 ? 1 : lines).fill(width),
  )
}

/** The measures of items of `pitch` lines from a grid line on: of each the narrowest of its lines. */
function itemsOf(grid: readonly number[], line: number, pitch: number): readonly number[] {
  const items: number[] = []
  for (let from = line; from < grid.length + pitch; from += pitch) {
    items.push(Math.min(...Array.from({ length: pitch }, (_, i) => grid[Math.min(from + i, grid.length - 1)]!)))
  }
  return items.length > 0 ? items : [grid.at(-1)!]
}

function keyOf({ unit, item, begun, partItems, changed }: At): string {
  return `${unit}.${item}.${begun?.key ?? ''}.${partItems}.${changed}`
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  let found = known.get(key)
  if (found === undefined) known.set(key, (found = find()))
  return found
}

function cheaper(one: Found, other: Found): Found {
  return other.cost < one.cost ? other : one
}

function plus({ cost, broken }: Found, more: number): Found {
  return { cost: cost + more, broken }
}
