import type { GridLines } from '../base/index.js'
import type { Keeps } from '../stylebook/index.js'
import type { Setter, TextRequest } from '../typeset/index.js'
import { cutGalleys, type LegItem, type Rest } from './broken-article.js'
import { type Cut, galleyText } from './galley-text.js'
import { breakLegs, type LegPlan, type PartRoom } from './legs/break-legs.js'

/** An article flowed through its placements. */
export interface Flow {
  readonly plan: LegPlan
  /** For each part in use its legs, for each leg its items. */
  readonly parts: readonly (readonly (readonly LegItem[])[])[]
  readonly rest: Rest
  /** Overset: the fewest words to cut from the end so that the article fits. */
  readonly wordsOver: number
}

/** What an article is flowed with. */
export interface FlowRequest extends TextRequest {
  readonly parts: readonly PartRoom[]
  readonly keeps: Keeps
  /** Lines that its paragraphs may be made longer or shorter by, in all, to fill its places; null for none. */
  readonly fit: GridLines | null
}

/** Flows an article's text through the legs of all its placements. */
export function flowArticle(setter: Setter, request: FlowRequest): Flow {
  const { parts, keeps, fit } = request
  const text = galleyText(setter, request)
  const plan = breakLegs({ text, parts, keeps, fit })
  const cut = cutGalleys(text, plan)
  return { plan, ...cut, wordsOver: plan.overset ? fewestWordsOver(setter, request) : 0 }
}

/** How far below the first guess a smaller cut is looked for: about a line and a half of words. */
const LOOK_BELOW = 10

/**
 * The fewest words to cut from the end. The words left over when every leg is filled to its foot are the first guess;
 * a cut paragraph is broken anew, so each number is tried by flowing what it leaves.
 */
function fewestWordsOver(setter: Setter, request: FlowRequest): number {
  const { parts, keeps } = request
  const text = galleyText(setter, request)
  const written = text.all.reduce((sum, unit) => sum + unit.words, 0)
  const fitsWithout = (words: number): boolean => {
    const cut = cutAfter(text.all, written - words)
    if (!cut) return true
    return !breakLegs({ text: galleyText(setter, request, cut), parts, keeps, fit: null }).overset
  }
  const free: Keeps = { orphans: 0, widows: 0, afterCrosshead: 0, beforeJump: 0, afterJump: 0 }
  const { rest } = cutGalleys(text, breakLegs({ text, parts, keeps: free, fit: null }))
  const guess = Math.min(written, rest.words + (rest.inWord ? 1 : 0))
  let fewest = guess
  // Past the first few tries the step doubles: what is left may be hopeless (no room at all), and a build ends.
  for (let tries = 0; fewest < written && !fitsWithout(fewest); tries++) {
    fewest = Math.min(written, fewest + (tries < 24 ? 1 : 2 ** (tries - 24)))
  }
  for (let words = fewest - 1; words > 0 && words >= guess - LOOK_BELOW; words--) if (fitsWithout(words)) fewest = words
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
