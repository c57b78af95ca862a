import type { GridLines, Pt } from '../../base/index.js'
import type { Keeps } from '../../stylebook/index.js'
import {
  brokenKeeps,
  costOfHyphen,
  costOfLastLeg,
  costOfShortLeg,
  costOfUnfilled,
  KEEP,
  leastAfterCrosshead,
} from './leg-cost.js'
import { type Copyline, headMeasure, type LegRoom, type Setting, type TextPosition, whiteBetween } from './leg-text.js'
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

/** A leg with the question whether it is the last of its part. */
export interface LegToFill extends LegRoom {
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
  readonly #measure: Pt
  readonly #units: number
  /** `sinceCrosshead` where there is none. */
  readonly #none: number

  constructor(
    private readonly room: LegToFill,
    private readonly filling: LegFilling,
  ) {
    this.#measure = headMeasure(room)
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

  /** A way at the leg's head; null when its text is at its end already, or cannot go on in this leg's measure. */
  #enter(way: Way): Standing | null {
    const { copyline } = this.filling
    const { position, partLines, cost, changed, changes } = way
    const { measures, depth } = this.room
    if (copyline.isEnd(position)) {
      const leg = { part: this.filling.part, from: position, to: position, measures, used: 0, offered: depth }
      this.#keep({ ...way, cost: cost + this.#costOfWhite(depth), leg, before: way })
      return null
    }
    const from = way.leg ? copyline.enter(position, headMeasure(way.leg), this.#measure) : position
    if (!from) return null
    // What a unit's setting costs is known anew where the rest of it goes into another measure.
    const anew =
      from.tail !== position.tail ? from.tail!.setting.cost - copyline.begun(position, headMeasure(way.leg!)).cost : 0
    return { way, from, used: 0, partLines, sinceCrosshead: this.#none, cost: cost + anew, changed, changes }
  }

  /** Ends the leg before the unit or within it; gives those that stand after it. */
  #setUnit(unit: number, standing: readonly Standing[]): readonly Standing[] {
    const after = new Frontier<Standing>()
    for (const one of standing) {
      const white = unit < this.#units ? this.#whiteBefore(unit, one) : 0
      const first = one.used === 0 && one.from.unit === unit ? one.from.item : 0
      this.#endBefore(unit, first, white, one)
      if (unit >= this.#units) continue
      const settings = first > 0 ? [this.#begun(one)] : this.#settings(unit, one)
      for (const setting of settings) this.#setItems({ unit, first, white, setting }, one, after)
    }
    return after.all()
  }

  #begun({ from }: Standing): Setting {
    return this.filling.copyline.begun(from, this.#measure)
  }

  /** The settings of a unit among which a way may choose. */
  #settings(unit: number, { changed }: Standing): readonly Setting[] {
    const { copyline, fit } = this.filling
    const measure = this.#measure
    return fit !== null && changed < fit ? copyline.settings(unit, measure) : [copyline.best(unit, measure)]
  }

  #whiteBefore(unit: number, { used }: Standing): GridLines {
    if (used === 0) return 0
    const { copyline } = this.filling
    return whiteBetween(copyline.best(unit - 1, this.#measure).set, copyline.best(unit, this.#measure).set)
  }

  /** Ends the leg before a unit, or before the rest of it where nothing is in the leg yet. */
  #endBefore(unit: number, first: number, white: GridLines, one: Standing): void {
    const { copyline, keeps, window } = this.filling
    const { depth } = this.room
    const measure = this.#measure
    const { used, from, sinceCrosshead } = one
    const below = unit < this.#units ? (first > 0 ? this.#begun(one) : copyline.best(unit, measure)).set : null
    const goesIn = below !== null && (first >= below.depths.length || used + white + below.depths[first]! <= depth)
    if (goesIn && used < depth - window) return
    if (used === 0) return this.#end(one, { to: from, used, broken: 0, hyphen: false, partLines: one.partLines })
    const above = copyline.best(unit - 1, measure).set
    const broken =
      unit < this.#units ? brokenKeeps({ unit: above, item: above.depths.length, sinceCrosshead }, keeps) : 0
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
    const cost = before.cost + (isNew ? setting.cost : 0)
    if (cost >= limit) return
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
        const to = copyline.after(unit, item, setting, isNew ? null : before.from.tail)
        const changes = isNew ? withChange(before.changes, unit, setting) : before.changes
        this.#end({ ...before, cost, changed, changes }, { to, used, broken, hyphen, partLines })
      }
      used += below
      if (used > depth) return
      partLines = Math.min(counted, partLines + 1)
      sinceCrosshead = set.role === 'crosshead' ? 0 : Math.min(this.#none, sinceCrosshead + 1)
    }
    if (first >= items) used = before.used
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
    const { depth, measures, endsPart } = this.room
    const { to, used, broken, hyphen, partLines } = ending
    const short = depth - used
    const foot = last && copyline.isEnd(to) ? this.#costOfWhite(short) : this.#costOfShort(short)
    const { way, changed, changes } = one
    const cost = one.cost + foot + KEEP * broken + (hyphen ? costOfHyphen({ endsPart }) : 0)
    if (cost >= this.filling.limit) return
    const leg = { part, from: one.from, to, measures, used, offered: depth }
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
    return costOfShortLeg(lines) + this.#costOfUnfilled(lines)
  }

  #costOfUnfilled(lines: GridLines): number {
    return this.filling.fit === null ? 0 : costOfUnfilled(lines)
  }
}

/** Changes with a unit more, when it is set otherwise than is best for it. */
function withChange(before: Changes | null, unit: number, { change, isLoose }: Setting): Changes | null {
  return change === 0 ? before : { unit, change, isLoose, before }
}

/** Of ways that cost the same the one whose legs end earlier in the text is taken. */
function inTextOrder(a: TextPosition, b: TextPosition): number {
  return a.unit - b.unit || a.item - b.item
}
