import type { GridLines, Pt } from '../../base/index.js'
import type { Measures, UnitRole } from '../../typeset/index.js'

/** A unit of an article as the leg breaker sees it: depths and keeps, no letters. */
export interface BreakUnit {
  readonly role: UnitRole
  /** Grid lines of each of its items, first to last; never empty. */
  readonly depths: readonly GridLines[]
  /** How many of its first items no leg parts; left out, as the keeps say. */
  readonly together?: number
  /** White before and after, in whole lines; between two units the greater counts, at a leg's head or foot none. */
  readonly before: GridLines
  readonly after: GridLines
}

/** The text that is to be broken into legs. */
export interface LegText {
  readonly units: number
  /** The unit set to these measures. The same question gives the same answer. */
  unit(index: number, measures: Measures): BreakUnit
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
  readonly tail: Tail | null
}

/** A unit broken over legs of different measure. */
export interface Tail {
  readonly id: number
  readonly measures: Measures
  readonly set: BreakUnit
}

/** The galley of one measure with the sums that the breaker asks for. */
interface Galley {
  readonly units: readonly BreakUnit[]
  /** Grid lines from the head of unit u to the end, white not counted. */
  readonly depthFrom: readonly GridLines[]
  /** White from the head of unit u to the end. */
  readonly whiteFrom: readonly GridLines[]
}

/** A text with its positions numbered, each once, and its galleys remembered by measure. */
export class Copyline {
  readonly #galleys = new Map<Pt, Galley>()
  readonly #positions = new Map<string, TextPosition>()
  readonly #tails = new Map<string, Tail>()

  constructor(readonly text: LegText) {}

  /** The head of the text. */
  start(): TextPosition {
    return this.position(0, 0, null)
  }

  /** Whether nothing is left. */
  isEnd(position: TextPosition): boolean {
    const { unit, item, tail } = position
    return unit >= this.text.units || (unit === this.text.units - 1 && tail !== null && item >= tail.set.depths.length)
  }

  /** The unit at `index` as a leg of `measure` sees it when it enters at `from`. */
  unit(index: number, measure: Pt, from: TextPosition): BreakUnit {
    return from.tail && index === from.unit ? from.tail.set : this.#galley(measure).units[index]!
  }

  /** The position after `item` items of `unit`; the head of the next unit when that was all. */
  after(unit: number, item: number, set: BreakUnit, tail: Tail | null): TextPosition {
    return item < set.depths.length ? this.position(unit, item, tail) : this.position(unit + 1, 0, null)
  }

  /**
   * The same place in the text for a leg of another measure: a unit that has begun is broken anew, with the lines that
   * it has already at their own measure and the rest at `to`.
   */
  enter(position: TextPosition, from: Pt, to: Pt): TextPosition {
    if (position.item === 0 || from === to) return position
    const before = position.tail
      ? headOf(position.tail.measures, position.item)
      : [{ width: from, lines: position.item }]
    const measures: Measures = [...before, { width: to, lines: Infinity }]
    const key = `${position.unit}/${measures.map((run) => `${run.width}x${run.lines}`).join(',')}`
    let tail = this.#tails.get(key)
    if (!tail) {
      tail = { id: this.#tails.size + 1, measures, set: this.text.unit(position.unit, measures) }
      this.#tails.set(key, tail)
    }
    // Broken anew, the unit may end within the lines it has: then nothing of it is left for the next leg.
    return this.position(position.unit, Math.min(position.item, tail.set.depths.length), tail)
  }

  /** Grid lines from a position to the end in legs of `measure`, white not counted. */
  depthFrom(position: TextPosition, measure: Pt): GridLines {
    if (this.isEnd(position)) return 0
    const galley = this.#galley(measure)
    let depth = galley.depthFrom[position.unit + 1]!
    const set = this.unit(position.unit, measure, position)
    for (let item = position.item; item < set.depths.length; item++) depth += set.depths[item]!
    return depth
  }

  /** White from a position to the end in legs of `measure`. */
  whiteFrom(position: TextPosition, measure: Pt): GridLines {
    return this.isEnd(position) ? 0 : this.#galley(measure).whiteFrom[position.unit]!
  }

  position(unit: number, item: number, tail: Tail | null): TextPosition {
    const key = `${unit}.${item}.${tail ? tail.id : 0}`
    let position = this.#positions.get(key)
    if (!position) {
      position = { id: this.#positions.size, unit, item, tail }
      this.#positions.set(key, position)
    }
    return position
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
    depthFrom[index] = depthFrom[index + 1]! + unit.depths.reduce((sum, depth) => sum + depth, 0)
    whiteFrom[index] = whiteFrom[index + 1]! + (next ? whiteBetween(unit, next) : 0)
  }
  return { units, depthFrom, whiteFrom }
}

/** White lines between two units in one leg. */
export function whiteBetween(above: BreakUnit, below: BreakUnit): GridLines {
  return Math.max(above.after, below.before)
}
