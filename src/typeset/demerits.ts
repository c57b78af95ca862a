import type { WordSpace } from '../stylebook/index.js'
import type { SpreadRule } from './spread.js'

/** Fitness classes from tight to very loose (Knuth & Plass 1981, p. 1155). */
export type FitnessClass = 0 | 1 | 2 | 3

/** What makes a breaking dear. The breaker finds the breaking whose demerits add up to the least. */
export interface Demerits {
  /**
   * Of one line by its adjustment ratio (−1 is as tight as allowed), the bend of its letters (±1 within the first bounds, up
   * to ±2 within the wide ones) and its break's penalty (`-Infinity` when forced).
   */
  ofLine(ratio: number, bend: number, penalty: number): number
  /** The fitness class of a line. */
  fitnessOf(ratio: number, bend: number): FitnessClass
  /** Two neighbouring lines whose fitness classes are more than one apart. */
  readonly fitnessJump: number
  /** A second hyphen running. */
  readonly secondHyphen: number
  /** A third hyphen running and each after it: a ladder. */
  readonly ladder: number
  /** The paragraph's last line is nothing but the rest of a divided word. */
  readonly lastWordDivided: number
  /** The paragraph's last line is shorter than `runtShare` of its measure. */
  readonly runt: number
  readonly runtShare: number
  /** Two neighbouring lines begin, or end, with the same word. */
  readonly sameWord: number
}

/** Demerits as in the paper. */
export interface PaperDemerits {
  /** α: two hyphens running. */
  readonly flagged: number
  /** γ: neighbouring lines of very different tightness. */
  readonly fitness: number
}

/** Knuth and Plass's own demerits (1981, p. 1128): (1 + 100 |r|³ + π)². */
export function paperDemerits({ flagged, fitness }: PaperDemerits): Demerits {
  return {
    ofLine(ratio, _bend, penalty) {
      const badness = 100 * Math.abs(ratio) ** 3
      if (penalty === -Infinity) return (1 + badness) ** 2
      return penalty >= 0 ? (1 + badness + penalty) ** 2 : (1 + badness) ** 2 - penalty ** 2
    },
    fitnessOf: (ratio) => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3),
    fitnessJump: fitness,
    secondHyphen: flagged,
    ladder: flagged,
    lastWordDivided: 0,
    runt: 0,
    runtShare: 0,
    sameWord: 0,
  }
}

/** What the several places to break cost; in the units of the demerits they go with. */
export interface BreakCosts {
  /** A word divided; by how sure the division is, it is a little more or less (`weighDivision`). */
  readonly hyphen: number
  /** A part of a compound divided: two hyphens in one word. By its sureness as well. */
  readonly compoundPart: number
  /** After a hyphen that is written. */
  readonly written: number
  /** After a dash. */
  readonly dash: number
  /** After a slash. */
  readonly slash: number
  /** Within an address: only in need. */
  readonly address: number
}

/** Demerits with the costs of breaks that suit them. */
export interface Costs {
  readonly demerits: Demerits
  readonly breaks: BreakCosts
}

/** The glue of a word space as the breaker takes it, in multiples of the font's own space. */
export interface SpaceGlue {
  readonly ideal: number
  /** What ratio 1 adds. */
  readonly stretch: number
  /** What ratio −1 takes away. */
  readonly shrink: number
}

/**
 * Where letters come in: word spaces go first to 0.15 either way, then letters to their first bounds, then word spaces
 * again; letters to their wide bounds only where the space would leave 0.75–1.395 (these figures reach the limits of a narrow
 * column; 0.1 would keep word spaces more even, and letters of neighbouring lines less).
 */
export function spreadRule({ ideal, stretch, shrink }: SpaceGlue): SpreadRule {
  const opening = stretch > 0 ? ideal / stretch : 0
  const closing = shrink > 0 ? ideal / shrink : 0
  return {
    opening: { letters: 0.15 * opening, wide: 0.395 * opening },
    closing: { letters: Math.min(1, 0.15 * closing), wide: Math.min(1, 0.25 * closing) },
  }
}

/** A style's word space as glue. A stylebook whose greatest space is its ideal one still has lines to fill. */
export function spaceGlue({ least, ideal, most }: WordSpace): SpaceGlue {
  return { ideal, stretch: most > ideal ? most - ideal : ideal / 2, shrink: Math.max(0, ideal - least) }
}

/** Word spaces, as multiples of their ideal less 1, beyond which a line looks loose, and very loose. */
const LOOSE = 0.5
const VERY_LOOSE = 1
/** What such lines cost beside their square: found with the quality bench, which shows no gain beyond. */
const LOOSE_STEP = 4
const VERY_LOOSE_STEP = 8

/**
 * Demerits of justified newspaper text. With r the word space as a multiple of its ideal, after the letters have given what
 * they may, and d = r − 1: d² when loose, 2 d² when tight, a step where a line begins to look loose (1.5) and very loose (2).
 * The steps are high: lines just short of loose are not seen, so several of them are cheaper than a loose one.
 * Nothing is capped: with TeX's cap at 10,000 one line of monstrous white costs no more than a loose one. The penalty is
 * added and never squared, so a hyphen costs the same in a good line as in a bad one. Letters bent beyond their first bounds
 * cost nearly as much as a loose line, so that few lines are.
 */
export function newspaperCosts(space: SpaceGlue): Costs {
  const up = space.stretch / space.ideal
  const down = space.shrink / space.ideal
  const demerits: Demerits = {
    ofLine(ratio, bend, penalty) {
      const excess = ratio >= 0 ? ratio * up : ratio * down
      let cost = excess >= 0 ? excess * excess : 2 * excess * excess
      if (excess > LOOSE) cost += excess > VERY_LOOSE ? VERY_LOOSE_STEP : LOOSE_STEP
      cost += BENT * bend * bend
      if (bend > 1 || bend < -1) cost += WIDE
      return penalty === -Infinity ? cost : cost + penalty
    },
    fitnessOf(ratio, bend) {
      const looseness = (ratio >= 0 ? ratio * up : ratio * down) * LOOSENESS_OF_WHITE + bend
      return looseness < -0.9 ? 0 : looseness <= 0.9 ? 1 : looseness <= 2.4 ? 2 : 3
    },
    fitnessJump: 0.15,
    secondHyphen: 0.1,
    // Ladders and runts are dearer than a line at five times its word space: taken only where nothing else can be set.
    ladder: 40,
    lastWordDivided: 20,
    runt: 40,
    runtShare: 0.1,
    sameWord: 0.12,
  }
  return {
    demerits,
    breaks: { hyphen: 0.3, compoundPart: 0.6, written: 0.15, dash: 0.02, slash: 0.4, address: 2 },
  }
}

/** Letters at their first bounds cost as much as a word space a seventh too wide: hardly anything. */
const BENT = 0.02
/** Letters within their wide bounds. */
const WIDE = 3
/** White of a third over its ideal makes a line as light as letters at their first bounds do. */
const LOOSENESS_OF_WHITE = 3

/**
 * Demerits of ragged text: every line may fall short by `RAGGED_STRETCH` em at ratio 1, and costs the square of its ratio.
 * A divided word must save a line that falls short by more than that.
 */
export function raggedCosts(): Costs {
  const demerits: Demerits = {
    ofLine: (ratio, _bend, penalty) => (penalty === -Infinity ? 0 : ratio * ratio + penalty),
    fitnessOf: () => 1,
    fitnessJump: 0,
    secondHyphen: 2,
    ladder: 20,
    lastWordDivided: 20,
    runt: 4,
    runtShare: 0.1,
    sameWord: 0,
  }
  return { demerits, breaks: { hyphen: 3, compoundPart: 6, written: 0.3, dash: 0.1, slash: 1, address: 4 } }
}

/** The shortfall of a ragged line at ratio 1, in em: Knuth and Plass set ragged text with 3 word spaces to 3 em (p. 1139). */
export const RAGGED_STRETCH = 2.5
