import type { HyphenationLanguage } from './hyphenation-languages.js'

/** A division within a word of so many letters. */
export interface WeighedPlace {
  /** Letters before it. */
  readonly at: number
  readonly length: number
  /** Liang's level there, odd. */
  readonly level: number
}

/** The weight of a division that an editor gave: nothing is surer. */
export const SURE = 0.5

/** Of levels 1, 3, and 5 and more. */
const WEIGHTS = [1.35, 0.75, SURE] as const

/** A line that ends in two letters of a word, or begins with its last two, is harder to read on. */
const SHORT = 2
const SHORT_WEIGHT = 1.2

/**
 * What a division costs, in multiples of a hyphen's cost. Patterns grown from a list of divided words have even levels for the
 * exceptions to the odd level below, and odd ones for the exceptions to those (Liang 1983, ch. 2): a division of level 1 is a
 * short pattern's guess (appli-cation), one of level 5 has been told from all that look like it (mil-lion). So the higher the
 * level, the cheaper. Patterns written down from a language's rules of syllables are sure at level 1, and weigh 1. Of the
 * divisions of running English text 47 in a hundred have level 1, 37 level 3 and 16 more: their mean weight is 1, and as many
 * lines end in a hyphen as if all were alike.
 */
export function weighDivision({ at, length, level }: WeighedPlace, language: HyphenationLanguage): number {
  const weight = language.levelsTell ? WEIGHTS[Math.min(WEIGHTS.length, (level + 1) >> 1) - 1]! : 1
  return weighShort(at, length) * weight
}

/** The same for a division that the stylebook gives. */
export function weighGiven(at: number, length: number): number {
  return weighShort(at, length) * SURE
}

function weighShort(at: number, length: number): number {
  return at <= SHORT || length - at <= SHORT ? SHORT_WEIGHT : 1
}
