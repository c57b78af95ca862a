import { findAddresses } from './addresses.js'
import { findDashEdits } from './dashes.js'
import { type Edit, applyEdits, sortEdits } from './edits.js'
import { findNoBreakEdits } from './no-break-spaces.js'
import { findPrimeEdits } from './primes.js'
import { findQuoteEdits } from './quotes.js'

/**
 * What the house changes in one text: quotes, dashes, ellipses and no-break spaces, in the order of the text.
 * The text is a whole block, because a quotation may open in roman and close in italics. No edit adds or takes a word.
 */
export function findTypographicEdits(text: string, language: string): Edit[] {
  const addresses = findAddresses(text)
  const primes = findPrimeEdits(text)
  const quotes = sortEdits([...primes, ...findQuoteEdits(text, language, addresses, primes)])
  // A quote takes the place of a quote, so the offsets stay. French spaces go by the guillemets, not by what was typed.
  const quoted = applyEdits(text, quotes)
  return sortEdits([...quotes, ...findDashEdits(text, addresses), ...findNoBreakEdits(quoted, language)])
}

/** House typography on one text. What is typographic already stays as it is, so that doing it twice does it once. */
export function applyTypography(text: string, language: string): string {
  return applyEdits(text, findTypographicEdits(text, language))
}
