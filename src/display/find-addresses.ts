/** A stretch of a text, up to but not including `to`, that is an address, and where it leads. */
export interface FoundAddress {
  readonly from: number
  readonly to: number
  readonly address: string
}

/** Addresses of the web and of mail, and bare host names: of the usual ends, and of any end before a path. */
const ADDRESS =
  /https?:\/\/[^\s<>«»„“”‘"]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}@./-])(?:www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*|(?:[\p{L}\p{N}-]+\.)+(?:(?:com|org|net|info|eu|uk|ie|coop|press|news)(?![\p{L}\p{N}-])|\p{L}{2,}(?=\/)))(?:\/[^\s<>«»„“”‘"]*)?/giu

/** What ends a sentence or a bracket rather than an address. */
const AFTER_ADDRESS = /(?![/=#&_])[\p{P}\p{S}]+$/u

/** The addresses that are written in a text. */
export function findAddresses(text: string): readonly FoundAddress[] {
  if (!text.includes('.')) return []
  return [...text.matchAll(ADDRESS)].map(({ 0: match, index }) => {
    const written = match.replace(AFTER_ADDRESS, '')
    return { from: index, to: index + written.length, address: absolute(written) }
  })
}

function absolute(written: string): string {
  if (/^https?:\/\//i.test(written)) return written
  return written.includes('@') && !written.includes('/') ? `mailto:${written}` : `https://${written}`
}
