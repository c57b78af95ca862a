import type { Place } from '../../base/index.js'
import type { SourceFile } from '../../source/index.js'
import type { CopySource } from '../types.js'

/** A stretch of a source file, in UTF-16 code units; `end` is not part of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What an editor may have typed for a character of house typography. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  '‘': ["'"],
  '’': ["'"],
  '‚': ["'"],
  '“': ['"', "'"],
  '”': ['"', "'"],
  '„': ['"', "'"],
  '«': ['"', "'"],
  '»': ['"', "'"],
  '′': ["'"],
  '″': ['"'],
  '–': ['--'],
  '—': ['---'],
  '…': ['...'],
  '\u00A0': [' '],
}

const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|[a-z][a-z\d]*);|\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/gi

/** Looks characters up in the parts of a file where a piece of copy was written, in the order of the copy. */
export function sourceOf(file: SourceFile, spans: readonly Span[]): CopySource {
  return {
    placeOf(character): Place {
      for (const spelling of [character, character.normalize('NFD'), ...(TYPED[character] ?? [])]) {
        for (const { start, end } of spans) {
          const at = file.text.slice(start, end).indexOf(spelling)
          if (at >= 0) return file.placeAt(start + at, spelling.length)
        }
      }
      return placeOfReference(file, spans, character) ?? file.placeAt(spans[0]!.start)
    },
  }
}

/** The place of a character written as `&#9829;` or, in YAML, as `\u2665`; else of the first named one, `&hearts;`. */
function placeOfReference(file: SourceFile, spans: readonly Span[], character: string): Place | null {
  let named: Place | null = null
  for (const { start, end } of spans) {
    for (const match of file.text.slice(start, end).matchAll(REFERENCE)) {
      const [written, hexadecimal, decimal, short, middle, long] = match
      const place = file.placeAt(start + match.index, written.length)
      const digits = hexadecimal ?? short ?? middle ?? long
      if (digits === undefined && decimal === undefined) named ??= place
      else if ((digits ? parseInt(digits, 16) : Number(decimal)) === character.codePointAt(0)) return place
    }
  }
  return named
}
