import type { HyphenationRules } from '../stylebook/index.js'
import { type Hyphenator, loadHyphenator } from './hyphenate.js'

/** The hyphenators of so many languages, with the house's own words; null for one without patterns. */
export function loadHyphenators(
  languages: Iterable<string>,
  { exceptions, protect }: HyphenationRules,
): ReadonlyMap<string, Hyphenator | null> {
  const hyphenators = new Map<string, Hyphenator | null>()
  for (const tag of languages) {
    if (hyphenators.has(tag)) continue
    hyphenators.set(tag, loadHyphenator(tag, { exceptions: exceptionsFor(tag, exceptions), protect }))
  }
  return hyphenators
}

/** Those of the language first, then those of its region, which win: `en`, `en-GB`. */
function exceptionsFor(tag: string, exceptions: HyphenationRules['exceptions']): readonly string[] {
  const parts = tag.toLowerCase().split('-')
  return parts.flatMap((_, last) => exceptions.get(parts.slice(0, last + 1).join('-')) ?? [])
}
