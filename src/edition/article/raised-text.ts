import type { Mark } from '../types.js'
import { addMark, type Piece } from './piece.js'

/**
 * `m^2^` and `CO~2~`, as Pandoc writes them: right after a letter, a figure or a closing bracket, a few letters, figures and
 * signs without a space. Anything else that holds a caret or a tilde (~20, /~ann/, ^_^) is ordinary text.
 */
const RAISED = /(?<=[\p{L}\p{N}\p{M})\]’”])(\^|~)([\p{L}\p{N}+−–=(),.-]{1,8})\1/gu

const MARKS: Readonly<Record<string, Mark>> = { '^': 'superscript', '~': 'subscript' }

/** Cuts pieces where text is raised or lowered; the signs go. */
export function markRaised(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ text }) => text.includes('^') || text.includes('~'))) return pieces
  let before = ''
  return pieces.flatMap((piece) => {
    const cut = cutPiece(piece, before)
    before = piece.text.slice(-1)
    return cut
  })
}

/** `before` is the character that stands before the piece: what is raised may follow a piece in other type. */
function cutPiece(piece: Piece, before: string): readonly Piece[] {
  const { text, marks, span } = piece
  const pieces: Piece[] = []
  // The places of characters are known where the text is as it was written.
  const isAsWritten = span.end - span.start === text.length
  const add = (from: number, to: number, ownMarks: readonly Mark[]): void => {
    if (to <= from) return
    const own = isAsWritten ? { start: span.start + from, end: span.start + to } : span
    pieces.push({ ...piece, text: text.slice(from, to), marks: ownMarks, span: own })
  }
  let from = 0
  for (const match of (before + text).matchAll(RAISED)) {
    const at = match.index - before.length
    if (at < from) continue
    add(from, at, marks)
    add(at + 1, at + 1 + match[2]!.length, addMark(marks, MARKS[match[1]!]!))
    from = at + match[0].length
  }
  add(from, text.length, marks)
  return pieces
}
