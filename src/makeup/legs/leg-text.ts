import type { GridLines, Pt } from '../../base/index.js'
import type { Measures, UnitRole } from '../../typeset/index.js'
import { costOfVariant } from './leg-cost.js'

/** A unit of an article as the leg breaker sees it: depths and keeps, no letters. */
export interface BreakUnit {
  readonly role: UnitRole
  /** Grid lines of each of its items, first to last; never empty. */
  readonly depths: readonly GridLines[]
  /** How many of its first items no leg parts; left out, as the keeps say. */
  readonly together?: number
  /** Whether no leg parts it from the unit after it; not when left out. */
  readonly withNext?: boolean
  /** White before and after, in whole lines; between two units the greater counts, at a leg's head or foot none. */
  readonly before: GridLines
  readonly after: GridLines
  /** Whether each of its items ends in a divided word; none does when left out. */
  readonly hyphens?: readonly boolean[]
}

/** Lines by which a unit is set longer (+) or shorter (−) than is best for it. */
export type Change = -1 | 0 | 1

/** A unit set a line longer or shorter. */
export interface UnitVariant {
  readonly unit: BreakUnit
  /** Demerits that it has more than the best setting of the unit. */
  readonly cost: number
  /** Whether it has a line that looks very loose; not when left out. */
  readonly isLoose?: boolean
}

/** The text that is to be broken into legs. */
export interface LegText {
  readonly units: number
  /** The unit set to these measures. The same question gives the same answer. */
  unit(index: number, measures: Measures): BreakUnit
  /** The unit with a line less or more; null when it cannot be set well so, or not at all. */
  variant(index: number, lines: -1 | 1, measures: Measures): UnitVariant | null
}

/** One leg's room: so many lines of one measure. */
export interface LegRoom {
  readonly measure: Pt
  readonly depth: GridLines
}

/**
 * Where text goes on: before item `item` of unit `unit`. A unit that began under other measures carries them in
 * `tail`: its items are those of the unit set to `tail.measures`, and `item` may be their number: nothing of it is left.
 */
export interface TextPosition {
  readonly id: number
  readonly unit: number
  readonly item: number
  /** How the unit is set when it has begun; 0 at its head, where that is still open. */
  readonly change: Change
  readonly tail: Tail | null
}

/** A unit broken over legs of different measure. */
export interface Tail {
  readonly id: number
  readonly measures: Measures
  readonly setting: Setting
}

/** One way to set a unit. */
export interface Setting {
  readonly change: Change
  readonly set: BreakUnit
  /** What choosing it costs; 0 for the best one. */
  readonly cost: number
  readonly isLoose: boolean
  /** Grid lines of all its items. */
  readonly depth: GridLines
}

/** The galley of one measure with the sums that the breaker asks for. */
interface Galley {
  /** The best setting of each unit. */
  readonly best: readonly Setting[]
  /** All settings of each unit, the best first; variants are looked for when they are first asked for. */
  readonly settings: (readonly Setting[] | undefined)[]
  /** Grid lines from the head of unit u to the end, white not counted. */
  readonly depthFrom: readonly GridLines[]
  /** White from the head of unit u to the end. */
  readonly whiteFrom: readonly GridLines[]
}

/** A text with its positions numbered, each once, and its galleys remembered by measure. */
export class Copyline {
  readonly #galleys = new Map<Pt, Galley>()
  readonly #positions = new Map<string, TextPosition>()
  readonly #tails = new Map<string, Tail | null>()

  constructor(readonly text: LegText) {}

  /** The head of the text. */
  start(): TextPosition {
    return this.position({ unit: 0, item: 0, change: 0, tail: null })
  }

  /** Whether nothing is left. */
  isEnd(position: TextPosition): boolean {
    const { unit, item, tail } = position
    return (
      unit >= this.text.units ||
      (unit === this.text.units - 1 && tail !== null && item >= tail.setting.set.depths.length)
    )
  }

  /** The best setting of a unit in legs of `measure`. */
  best(index: number, measure: Pt): Setting {
    return this.#galley(measure).best[index]!
  }

  /** Every way to set a unit whole in legs of `measure`, the best first. */
  settings(index: number, measure: Pt): readonly Setting[] {
    const { best, settings } = this.#galley(measure)
    return (settings[index] ??= [best[index]!, ...this.#variantsOf(index, measure)])
  }

  /** How the unit that a position stands in is set, for a leg of `measure`. */
  begun(position: TextPosition, measure: Pt): Setting {
    const { unit, change, tail } = position
    if (tail) return tail.setting
    const known = change === 0 ? undefined : this.settings(unit, measure).find((one) => one.change === change)
    return known ?? this.best(unit, measure)
  }

  /** The position after `item` items of the unit at `unit`; the head of the next unit when that was all. */
  after(unit: number, item: number, setting: Setting, tail: Tail | null): TextPosition {
    const { change, set } = setting
    return item < set.depths.length ? this.position({ unit, item, change, tail }) : this.head(unit + 1)
  }

  /** The position before a unit. */
  head(unit: number): TextPosition {
    return this.position({ unit, item: 0, change: 0, tail: null })
  }

  /**
   * The same place in the text for a leg of another measure: a unit that has begun is broken anew, with the lines that
   * it has already at their own measure and the rest at `to`. Null when it cannot be set so in as many lines as it began with.
   */
  enter(position: TextPosition, from: Pt, to: Pt): TextPosition | null {
    if (position.item === 0 || from === to) return position
    const { unit, change } = position
    const before = position.tail
      ? headOf(position.tail.measures, position.item)
      : [{ width: from, lines: position.item }]
    const measures: Measures = [...before, { width: to, lines: Infinity }]
    const key = `${unit}/${change}/${measures.map((run) => `${run.width}x${run.lines}`).join(',')}`
    let tail = this.#tails.get(key)
    if (tail === undefined) {
      tail = this.#tailOf(unit, change, measures)
      this.#tails.set(key, tail)
    }
    // Broken anew, the unit may end within the lines it has: then nothing of it is left for the next leg.
    return tail && this.position({ unit, item: Math.min(position.item, tail.setting.set.depths.length), change, tail })
  }

  /** Grid lines from a position to the end in legs of `measure`, white not counted. */
  depthFrom(position: TextPosition, measure: Pt): GridLines {
    if (this.isEnd(position)) return 0
    const galley = this.#galley(measure)
    let depth = galley.depthFrom[position.unit + 1]!
    const { set } = this.begun(position, measure)
    for (let item = position.item; item < set.depths.length; item++) depth += set.depths[item]!
    return depth
  }

  /** White from a position to the end in legs of `measure`. */
  whiteFrom(position: TextPosition, measure: Pt): GridLines {
    return this.isEnd(position) ? 0 : this.#galley(measure).whiteFrom[position.unit]!
  }

  /** Positions are numbered in the order in which they are first asked for; the same place has the same number. */
  position(place: Omit<TextPosition, 'id'>): TextPosition {
    const { unit, item, change, tail } = place
    const key = `${unit}.${item}.${change}.${tail ? tail.id : 0}`
    let position = this.#positions.get(key)
    if (!position) {
      position = { id: this.#positions.size, unit, item, change, tail }
      this.#positions.set(key, position)
    }
    return position
  }

  #variantsOf(index: number, measure: Pt): readonly Setting[] {
    return ([-1, 1] as const).flatMap((change) => {
      const variant = this.text.variant(index, change, [{ width: measure, lines: Infinity }])
      return variant ? [settingOf(change, variant)] : []
    })
  }

  #tailOf(unit: number, change: Change, measures: Measures): Tail | null {
    const id = this.#tails.size + 1
    if (change === 0) return { id, measures, setting: bestSetting(this.text.unit(unit, measures)) }
    const variant = this.text.variant(unit, change, measures)
    return variant && { id, measures, setting: settingOf(change, variant) }
  }

  #galley(measure: Pt): Galley {
    let galley = this.#galleys.get(measure)
    if (!galley) {
      galley = readGalley(this.text, measure)
      this.#galleys.set(measure, galley)
    }
    return galley
  }
}

/** The first `lines` lines of a list of measures. */
function headOf(measures: Measures, lines: number): Measures {
  const head: { width: Pt; lines: number }[] = []
  let rest = lines
  for (const run of measures) {
    if (rest <= 0) break
    head.push({ width: run.width, lines: Math.min(run.lines, rest) })
    rest -= run.lines
  }
  return head
}

function readGalley(text: LegText, measure: Pt): Galley {
  const measures: Measures = [{ width: measure, lines: Infinity }]
  const units = Array.from({ length: text.units }, (_, index) => text.unit(index, measures))
  const depthFrom = new Array<number>(units.length + 1).fill(0)
  const whiteFrom = new Array<number>(units.length + 1).fill(0)
  for (let index = units.length - 1; index >= 0; index--) {
    const unit = units[index]!
    const next = units[index + 1]
    depthFrom[index] = depthFrom[index + 1]! + depthOf(unit)
    whiteFrom[index] = whiteFrom[index + 1]! + (next ? whiteBetween(unit, next) : 0)
  }
  return { best: units.map(bestSetting), settings: [], depthFrom, whiteFrom }
}

function settingOf(change: Change, { unit, cost, isLoose = false }: UnitVariant): Setting {
  return { change, set: unit, cost: costOfVariant(cost), isLoose, depth: depthOf(unit) }
}

function bestSetting(set: BreakUnit): Setting {
  return { change: 0, set, cost: 0, isLoose: false, depth: depthOf(set) }
}

function depthOf({ depths }: BreakUnit): GridLines {
  return depths.reduce((sum, depth) => sum + depth, 0)
}

/** White lines between two units in one leg. */
export function whiteBetween(above: BreakUnit, below: BreakUnit): GridLines {
  return Math.max(above.after, below.before)
}
