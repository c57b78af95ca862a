import { sourceOf } from './copy-source.js'
import type { CopySetting, Piece } from './piece.js'

/** Scripts that run from right to left: Hebrew to Arabic Extended-A, their presentation forms, and those of plane 1. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]+(?:\s+[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+)*/gu

/** Control characters (white is tidied away before), halves of characters, and U+FFFD, which stands for something lost. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu

/** Either of them, for a quick look. */
const ANY = /[^\n\x20-\x7E\u00A0-\u058F\u0900-\uD7FF]/

/** Reports what no font and no setter of the house can print. */
export function reportUnsettable(text: string, pieces: readonly Piece[], { source, report }: CopySetting): void {
  if (!ANY.test(text)) return
  const spans = pieces.map((piece) => piece.span)
  for (const [run] of text.matchAll(RIGHT_TO_LEFT)) {
    const place = sourceOf(source, spans).placeOf([...run][0]!)
    report({
      code: 'text-direction',
      message: `“${run}” runs from right to left: such text cannot be set`,
      place,
      hint: 'write it in Latin letters, or place it as a picture',
    })
  }
  for (const character of new Set(text.match(UNPRINTABLE))) {
    report({
      code: 'character-unprintable',
      message: `${nameOf(character)} cannot be printed`,
      place: sourceOf(source, spans).placeOf(character),
      hint: 'delete it and type what should stand there: it usually comes with pasted text',
    })
  }
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return character === '\uFFFD' ? `a character that was lost on the way (U+${code})` : `a control character (U+${code})`
}
