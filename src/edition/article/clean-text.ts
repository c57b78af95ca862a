/** Characters that need a second look; nearly all copy has none of them. */
const NEEDS_CARE = /[^\x20-\x7E£€–—‘’“”…éè]| {2}/

/**
 * Characters that print nothing: soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors.
 * They come along when text is pasted, they confuse the fonts, and no European script needs them.
 */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]/g

const WHITE = /[\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g
const NO_BREAK = /[\u00A0\u2007\u202F]/

/**
 * Text in NFC without invisible characters. White is one space, or one no-break space where any of it was no-break:
 * copy knows no other kind of white.
 */
export function cleanText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text
  return text
    .replace(INVISIBLE, '')
    .replace(WHITE, (white) => (NO_BREAK.test(white) ? '\u00A0' : ' '))
    .normalize('NFC')
}
