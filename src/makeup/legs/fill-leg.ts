import type { GridLines } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import type { Copyline } from './copyline.js'
import {
  brokenKeeps,
  costOfHyphen,
  costOfLastLeg,
  costOfShortLeg,
  costOfUnfilled,
  KEEP,
  leastAfterCrosshead,
} from './leg-cost.js'
import type { LegRoom, Setting, TextPosition } from './leg-text.js'
import type { Stretch } from './stretch.js'
import { type Changes, Frontier, placeOf, type Spent, type Way } from './ways.js'

/** How legs are filled. */
export interface LegFilling {
  readonly copyline: Copyline
  readonly keeps: Keeps
  /** Endings further than this above a leg's foot are not looked at where a deeper one exists. */
  readonly window: GridLines
  /** Items counted for the jump keeps. */
  readonly counted: number
  /** Lines that paragraphs may be changed by, in all; null without copyfit. */
  readonly fit: GridLines | null
  readonly part: number
  /** The part in which the text is to end. */
  readonly last: boolean
  /** Ways that cost as much are of no use. */
  readonly limit: number
}

/** A stretch of a leg that is to be filled. */
export interface RoomToFill extends Omit<LegRoom, 'measures'> {
  readonly stretch: Stretch
}

/** A stretch with the question whether it is the last of its part. */
export interface LegToFill extends RoomToFill {
  readonly endsPart: boolean
}

/** Before a unit, or before the rest of one that has begun, on the way down a leg. */
interface Standing extends Spent {
  /** The way that came into the leg, and where its text begins there. */
  readonly way: Way
  readonly from: TextPosition
  readonly used: GridLines
  readonly partLines: number
  /** Items since the leg's last crosshead, counted no further than the keeps ask. */
  readonly sinceCrosshead: number
  readonly changes: Changes | null
}

/**
 * Takes ways through one leg: unit by unit, each set in every way that it can be, each way ending after any item within the
 * window above the leg's foot. Ways that stand before the same unit with as much of the leg used go on as one, so the work
 * grows with the units in the leg, not with the ways to set them.
 */
export function fillLeg(ways: readonly Way[], room: LegToFill, filling: LegFilling): readonly Way[] {
  return new LegFiller(room, filling).fill(ways)
}

class LegFiller {
  readonly #reached = new Frontier<Way>()
  readonly #units: number
  /** `sinceCrosshead` where there is none. */
  readonly #none: number

  constructor(
    private readonly room: LegToFill,
    private readonly filling: LegFilling,
  ) {
    this.#units = filling.copyline.text.units
    this.#none = leastAfterCrosshead(filling.keeps)
  }

  fill(ways: readonly Way[]): readonly Way[] {
    const entering = ways.flatMap((way) => this.#enter(way) ?? []).sort((a, b) => inTextOrder(a.from, b.from))
    let standing: readonly Standing[] = []
    let next = 0
    for (let unit = entering[0]?.from.unit ?? 0; standing.length > 0 || next < entering.length; unit++) {
      const first = next
      while (next < entering.length && entering[next]!.from.unit === unit) next++
      standing = this.#setUnit(unit, [...standing, ...entering.slice(first, next)])
    }
    return this.#reached.all().sort((a, b) => inTextOrder(a.position, b.position))
  }

  /** A way at the leg's head; null when it passes by, its text at its end or no room there, or cannot go on in its measures. */
  #enter(way: Way): Standing | null {
    const { copyline, limit } = this.filling
    const { position, partLines, cost, changed, changes } = way
    const { stretch, depth } = this.room
    const isEnd = copyline.isEnd(position)
    if (isEnd || depth === 0) {
      const leg = { part: this.filling.part, from: position, to: position, stretch, used: 0, offered: depth }
      const passed = { ...way, cost: cost + (isEnd ? this.#costOfWhite(depth) : 0), leg, before: way }
      if (passed.cost < limit) this.#keep(passed)
      return null
    }
    const from = stretch.enter(position)
    const here = { way, used: 0, partLines, sinceCrosshead: this.#none, cost, changed, changes }
    if (from) return { ...here, from }
    this.#passBy({ ...here, from: position })
    return null
  }

  /** Ends the leg before the unit or within it; gives those that stand after it. */
  #setUnit(unit: number, standing: readonly Standing[]): readonly Standing[] {
    const after = new Frontier<Standing>()
    for (const one of standing) {
      const isFirst = one.used === 0 && one.from.unit === unit
      const white = unit >= this.#units || (isFirst && isOver(one.from)) ? 0 : this.#above(unit, one)
      const first = isFirst ? one.from.item : 0
      if (!isFirst) this.#endBefore(unit, white, one)
      else if (!isOver(one.from) && !this.#goesOn(unit, white, one)) this.#passBy(one)
      if (unit >= this.#units) continue
      const settings = first > 0 ? [one.from.setting!] : this.#settings(unit, one, one.used + white)
      for (const setting of settings) this.#setItems({ unit, first, white, setting }, one, after)
    }
    return after.all()
  }

  /** Lines above a unit: white under text, and at the head of the leg what stands there again. */
  #above(unit: number, { used }: Standing): GridLines {
    const { stretch, depth } = this.room
    return used > 0 ? stretch.whiteAbove(unit) : stretch.repeatAbove(unit, depth)
  }

  /** The settings among which a way may choose for a unit that begins on a line. */
  #settings(unit: number, { changed }: Standing, line: GridLines): readonly Setting[] {
    const { fit } = this.filling
    const { stretch } = this.room
    return fit !== null && changed < fit ? stretch.settings(unit, line) : [stretch.best(unit, line)]
  }

  /** Whether more of the unit goes in, above the window: no leg ends there. */
  #goesOn(unit: number, white: GridLines, { used }: Standing): boolean {
    const { stretch, depth } = this.room
    if (used >= depth - this.filling.window || unit >= this.#units) return false
    return used + white + stretch.kindOf(unit).depths[0]! <= depth
  }

  /** Leaves the leg white where its text could begin: the next has it as it came to this one. */
  #passBy(one: Standing): void {
    const { position: to, partLines } = one.way
    this.#end({ ...one, from: to }, { to, used: 0, broken: 0, hyphen: false, partLines })
  }

  /** Ends the leg before a unit. */
  #endBefore(unit: number, white: GridLines, one: Standing): void {
    if (this.#goesOn(unit, white, one)) return
    const { copyline, keeps } = this.filling
    const { used, sinceCrosshead } = one
    const above = this.room.stretch.kindOf(unit - 1)
    const isKept = unit >= this.#units || used === 0
    const broken = isKept ? 0 : brokenKeeps({ unit: above, item: above.depths.length, sinceCrosshead }, keeps)
    this.#end(one, { to: copyline.head(unit), used, broken, hyphen: false, partLines: one.partLines })
  }

  /** Sets the items of a unit from `first` on, ending the leg after any of them but the last; keeps what stands after it. */
  #setItems(
    {
      unit,
      first,
      white,
      setting,
    }: { readonly unit: number; readonly first: number; readonly white: GridLines; readonly setting: Setting },
    before: Standing,
    after: Frontier<Standing>,
  ): void {
    const { keeps, window, counted, limit } = this.filling
    const { depth } = this.room
    const { set } = setting
    const isNew = first === 0
    // A setting is paid for when the unit is over: until then it may be broken anew.
    const cost = before.cost + setting.cost
    if (before.cost >= limit) return
    const changed = before.changed + (isNew ? Math.abs(setting.change) : 0)
    const items = set.depths.length
    let used = before.used + white
    let { partLines, sinceCrosshead } = before
    // Whole above the window: the leg ends nowhere within it.
    const isHigh = isNew && used + setting.depth <= depth - window
    if (isHigh) {
      used += setting.depth
      partLines = Math.min(counted, partLines + items)
      sinceCrosshead = set.role === 'crosshead' ? 0 : Math.min(this.#none, sinceCrosshead + items)
    }
    for (let item = isHigh ? items : first; item < items; item++) {
      const below = set.depths[item]!
      if (item > first && (used >= depth - window || used + below > depth)) {
        const { copyline } = this.filling
        const broken = brokenKeeps({ unit: set, item, sinceCrosshead }, keeps)
        const hyphen = set.hyphens?.[item - 1] ?? false
        const to = copyline.within(setting, item)
        const changes = isNew ? withChange(before.changes, unit, setting) : before.changes
        this.#end({ ...before, changed, changes }, { to, used, broken, hyphen, partLines })
      }
      used += below
      if (used > depth) return
      partLines = Math.min(counted, partLines + 1)
      sinceCrosshead = set.role === 'crosshead' ? 0 : Math.min(this.#none, sinceCrosshead + 1)
    }
    const place = (used * (this.#none + 1) + sinceCrosshead) * (counted + 1) + partLines
    if (!after.wants(place, cost, changed)) return
    const { way, from } = before
    const changes = isNew ? withChange(before.changes, unit, setting) : before.changes
    after.keep(place, { way, from, used, partLines, sinceCrosshead, cost, changed, changes })
  }

  #end(
    one: Standing,
    ending: {
      readonly to: TextPosition
      readonly used: GridLines
      readonly broken: number
      readonly hyphen: boolean
      readonly partLines: number
    },
  ): void {
    const { copyline, last, part } = this.filling
    const { depth, stretch, endsPart } = this.room
    const { to, used, broken, hyphen, partLines } = ending
    const short = depth - used
    const foot = last && copyline.isEnd(to) ? this.#costOfWhite(short) : this.#costOfShort(short)
    const { way, changed, changes } = one
    const cost = one.cost + foot + KEEP * broken + (hyphen ? costOfHyphen({ endsPart }) : 0)
    if (cost >= this.filling.limit) return
    const leg = { part, from: one.from, to, stretch, used, offered: depth }
    this.#keep({ position: to, partLines, cost, broken: way.broken + broken, changed, changes, leg, before: way })
  }

  #keep(way: Way): void {
    const place = placeOf(way, this.filling.counted)
    if (this.#reached.wants(place, way.cost, way.changed)) this.#reached.keep(place, way)
  }

  /** Lines below the end of the text. */
  #costOfWhite(lines: GridLines): number {
    return costOfLastLeg(lines) + this.#costOfUnfilled(lines)
  }

  /** Lines below text that goes on in another leg. */
  #costOfShort(lines: GridLines): number {
    return costOfShortLeg(lines, this.room) + this.#costOfUnfilled(lines)
  }

  #costOfUnfilled(lines: GridLines): number {
    return this.filling.fit === null ? 0 : costOfUnfilled(lines)
  }
}

/** Whether nothing is left of the unit in which a place stands. */
function isOver({ setting, item }: TextPosition): boolean {
  return setting !== null && item >= setting.set.depths.length
}

/** Changes with a unit more, when it is set otherwise than is best for it. */
function withChange(before: Changes | null, unit: number, { change, isLoose }: Setting): Changes | null {
  return change === 0 ? before : { unit, change, isLoose, before }
}

/** Of ways that cost the same the one whose legs end earlier in the text is taken. */
function inTextOrder(a: TextPosition, b: TextPosition): number {
  return a.unit - b.unit || a.item - b.item
}
