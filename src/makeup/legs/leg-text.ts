import type { GridLines } from '../../base/index.js'
import type { Measures, UnitRole } from '../../typeset/index.js'

/**
 * A unit of an article as the leg breaker sees it: depths and keeps, no letters. Its role, its white and the depth of an item
 * are the same in all measures.
 */
export interface BreakUnit {
  readonly role: UnitRole
  /** Grid lines of each of its items, first to last, all alike; never empty. */
  readonly depths: readonly GridLines[]
  /** How many of its first items no leg parts; left out, as the keeps say. */
  readonly together?: number
  /** Whether no leg parts it from the unit after it; not when left out. */
  readonly withNext?: boolean
  /** The unit, one above it, that stands again at the head of a leg that begins with it or within it; none when left out. */
  readonly repeats?: number
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
  /** The unit with its items set to these measures. The same question gives the same answer. */
  unit(index: number, measures: Measures): BreakUnit
  /** The unit with a line less or more; null when it cannot be set well so, or not at all. */
  variant(index: number, lines: -1 | 1, measures: Measures): UnitVariant | null
}

/** A stretch of a leg between two things that take its whole width: the room of text that runs down it unparted. */
export interface LegRoom {
  /** The measure of each of its grid lines, from its head; the last goes on. A stretch without obstacles has one run. */
  readonly measures: Measures
  readonly depth: GridLines
  /** Whether it is the last of its leg: a common foot that is raised shortens no other. */
  readonly isFoot: boolean
}

/** Where text goes on: before item `item` of unit `unit`. */
export interface TextPosition {
  readonly id: number
  readonly unit: number
  readonly item: number
  /**
   * How the unit is set when it has begun, whose items are counted; `item` may be their number: nothing of it is left. Null at
   * its head, where that is still open.
   */
  readonly setting: Setting | null
}

/** One way to set a unit. */
export interface Setting {
  readonly id: number
  readonly unit: number
  readonly change: Change
  /** The measures of its items. */
  readonly measures: Measures
  readonly set: BreakUnit
  /** What choosing it costs; 0 for the best one. */
  readonly cost: number
  readonly isLoose: boolean
  /** Grid lines of all its items. */
  readonly depth: GridLines
}

/** White lines between two units in one leg. */
export function whiteBetween(above: Pick<BreakUnit, 'after'>, below: Pick<BreakUnit, 'before'>): GridLines {
  return Math.max(above.after, below.before)
}
