/** A stretch of text, from `start` up to but not including `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const ADDRESS = /(?:[a-z][a-z+.-]{0,15}:\/\/|www\.)[^\s<>«»„“”‘"]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu

/** What ends a sentence or a quotation rather than an address. */
const AFTER_ADDRESS = /[\p{P}\p{S}]*$/u
/** Punctuation that may well end an address. */
const END_OF_ADDRESS = /^[/=#&_]/u

/** The web and mail addresses of a text: dashes, dots and quotes inside them are not type and stay as they are. */
export function findAddresses(text: string): readonly Stretch[] {
  if (!text.includes('://') && !text.includes('www.') && !text.includes('@')) return []
  const found: Stretch[] = []
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0]
    let end = address.search(AFTER_ADDRESS)
    while (END_OF_ADDRESS.test(address.slice(end))) end++
    found.push({ start: match.index, end: match.index + end })
  }
  return found
}

/** Whether an offset lies inside one of the stretches. */
export function isWithin(stretches: readonly Stretch[], at: number): boolean {
  for (const { start, end } of stretches) if (at >= start && at < end) return true
  return false
}
