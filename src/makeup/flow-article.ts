import type { GridLines } from '../base/index.js'
import type { Keeps } from '../stylebook/index.js'
import type { Setter, TextRequest } from '../typeset/index.js'
import { type CutGalleys, cutGalleys } from './broken-article.js'
import { type Cut, galleyText } from './galley-text.js'
import { breakLegs, type LegPlan, type PartRoom } from './legs/break-legs.js'

/** An article flowed through its placements. */
export interface Flow extends CutGalleys {
  readonly plan: LegPlan
}

/** What an article is flowed with. */
export interface FlowRequest {
  readonly text: TextRequest
  readonly parts: readonly PartRoom[]
  readonly keeps: Keeps
  /** Lines that its paragraphs may be made longer or shorter by, in all, to fill its places; null for none. */
  readonly fit: GridLines | null
}

/** Flows an article's text through the legs of all its placements. */
export function flowArticle(setter: Setter, { text: asked, parts, keeps, fit }: FlowRequest): Flow {
  const text = galleyText(setter, asked)
  const plan = breakLegs({ text, parts, keeps, fit })
  return { plan, ...cutGalleys(text, plan) }
}

/** How far below the first guess a smaller cut is looked for: about a line and a half of words. */
const LOOK_BELOW = 10
/** And for each line that copyfit may take in, the words of one. */
const WORDS_A_LINE = 8

/**
 * The fewest words to cut from the end of an overset article so that it fits. The words left over when every leg is filled
 * to its foot are the first guess; a cut paragraph is broken anew, so each number is tried by flowing what it leaves.
 */
export function fewestWordsOver(setter: Setter, { text: asked, parts, keeps, fit }: FlowRequest): number {
  const text = galleyText(setter, asked)
  const written = text.all.reduce((sum, unit) => sum + unit.words, 0)
  const fitsWithout = (words: number): boolean => {
    const cut = cutAfter(text.all, written - words)
    if (!cut) return true
    return !breakLegs({ text: galleyText(setter, asked, cut), parts, keeps, fit }).overset
  }
  const free: Keeps = { orphans: 0, widows: 0, afterCrosshead: 0, beforeJump: 0, afterJump: 0 }
  const { rest } = cutGalleys(text, breakLegs({ text, parts, keeps: free, fit }))
  const guess = Math.min(written, rest.words + (rest.inWord ? 1 : 0))
  let fewest = guess
  // Past the first few tries the step doubles: what is left may be hopeless (no room at all), and a build ends.
  for (let tries = 0; fewest < written && !fitsWithout(fewest); tries++) {
    fewest = Math.min(written, fewest + (tries < 24 ? 1 : 2 ** (tries - 24)))
  }
  const below = guess - LOOK_BELOW - WORDS_A_LINE * (fit ?? 0)
  for (let words = fewest - 1; words > 0 && words >= below; words--) if (fitsWithout(words)) fewest = words
  return fewest
}

/** Where a text of so many words ends; null when nothing is left of it. */
function cutAfter(units: readonly { readonly words: number }[], words: number): Cut | null {
  let left = words
  for (let unit = 0; unit < units.length && left > 0; unit++) {
    const own = units[unit]!.words
    if (left <= own) return { unit, words: left }
    left -= own
  }
  return null
}
