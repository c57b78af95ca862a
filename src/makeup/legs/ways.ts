import type { GridLines } from '../../base/index.js'
import type { TextPosition } from './leg-text.js'
import type { Stretch } from './stretch.js'

/** A stretch of one leg, filled: where it starts and ends in the text, at the same place when the text passes it by. */
export interface BrokenLeg {
  /** The part it belongs to. */
  readonly part: number
  readonly from: TextPosition
  /** In the measures of this stretch: what the next makes of it is that one's `from`. */
  readonly to: TextPosition
  readonly stretch: Stretch
  readonly used: GridLines
  /** Lines that this stretch was offered: at the foot of its leg, to the common foot. */
  readonly offered: GridLines
}

/** A unit that is not set as is best for it, and those before it. */
export interface Changes {
  readonly unit: number
  readonly change: -1 | 1
  readonly isLoose: boolean
  readonly before: Changes | null
}

/** What a way through the text has cost so far, and how many lines its paragraphs were changed by. */
export interface Spent {
  readonly cost: number
  readonly changed: GridLines
}

/** A way through the legs so far; the cheapest of those that stand at the same place in the text. */
export interface Way extends Spent {
  readonly position: TextPosition
  /** Items set in the part, counted no further than the jump keeps ask. */
  readonly partLines: number
  readonly broken: number
  readonly changes: Changes | null
  readonly leg: BrokenLeg | null
  readonly before: Way | null
}

/**
 * The ways to each place that none betters: one that costs no more and has changed no more lines. Of equal ones the first
 * that was offered stays.
 */
export class Frontier<Kept extends Spent> {
  readonly #places = new Map<number, Kept[]>()

  /** Whether a way to a place would be kept that costs and changes so much. */
  wants(place: number, cost: number, changed: GridLines): boolean {
    const known = this.#places.get(place)
    if (!known) return true
    for (const one of known) if (one.cost <= cost && one.changed <= changed) return false
    return true
  }

  /** Keeps a way that is wanted, and drops those that it betters. */
  keep(place: number, way: Kept): void {
    const known = this.#places.get(place)
    if (!known) {
      this.#places.set(place, [way])
      return
    }
    const { cost, changed } = way
    let kept = 0
    for (const one of known) if (one.cost < cost || one.changed < changed) known[kept++] = one
    known[kept++] = way
    if (known.length > kept) known.length = kept
  }

  /** All that were kept, by place in the order in which the places were first reached. */
  all(): Kept[] {
    const all: Kept[] = []
    for (const known of this.#places.values()) for (const one of known) all.push(one)
    return all
  }
}

/** The key under which ways that stand at the same place meet. */
export function placeOf(way: Pick<Way, 'position' | 'partLines'>, counted: number): number {
  return way.position.id * (counted + 1) + way.partLines
}
