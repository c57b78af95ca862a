import type { Report } from '../../base/index.js'
import type { SourceFile } from '../../source/index.js'
import type { Copy, Mark } from '../types.js'
import { cleanText } from './clean-text.js'
import type { Span } from './copy-source.js'
import { HARD_BREAK, type Piece, addMark } from './piece.js'
import { setCopy } from './set-copy.js'

/** What is said about one text, while a manifest or front matter is read for nothing but its values. */
const SILENT: Report = () => {}

/**
 * `*emphasis*`, `**strong**`, the same with `_`, and a backslash that makes a plain character of either. A mark opens
 * before a word and closes after one, never in the middle: M*A*S*H and 2 * 3 * 4 stay as typed.
 */
const MARKED = new RegExp(
  [
    String.raw`\\([*_\\])`,
    [
      String.raw`(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?![\s*_])`,
      String.raw`((?:\\[*_\\]|\\(?![*_\\])|(?!(?<![\s*_])\2(?![\p{L}\p{N}*_]))[^\\])*?)`,
      String.raw`(?<![\s*_])\2(?![\p{L}\p{N}*_])`,
    ].join(''),
  ].join('|'),
  'u',
)

/**
 * One text of front matter or of a manifest as copy: house typography, and emphasis as in an article's body, because the
 * title of a film is set in italics in a head too. Where YAML keeps a line break, the copy has one.
 */
export function readCopy(text: string, span: Span, source: SourceFile, language: string, report = SILENT): Copy {
  const pieces: Piece[] = []
  for (const line of text.split(/\r?\n|\r/)) {
    if (pieces.length > 0) pieces.push({ text: HARD_BREAK, marks: [], span })
    addPieces(line, [], span, pieces)
  }
  return setCopy(pieces, { language, source, report })
}

function addPieces(text: string, marks: readonly Mark[], span: Span, pieces: Piece[]): void {
  let rest = text
  let plain = ''
  const closePlain = (): void => {
    if (plain !== '') pieces.push({ text: cleanText(plain), marks, span })
    plain = ''
  }
  for (let match = MARKED.exec(rest); match; match = MARKED.exec(rest)) {
    const [all, escaped, delimiter, inner] = match
    plain += rest.slice(0, match.index) + (escaped ?? '')
    rest = rest.slice(match.index + all.length)
    if (delimiter === undefined) continue
    closePlain()
    const stronger = delimiter.length > 1 ? addMark(marks, 'strong') : marks
    addPieces(inner!, delimiter.length === 2 ? stronger : addMark(stronger, 'emphasis'), span, pieces)
  }
  plain += rest
  closePlain()
}
