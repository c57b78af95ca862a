import type { SourceFile } from '../../source/index.js'
import type { Copy, Inline, InlineLink, Mark } from '../types.js'
import { type Span, sourceOf } from './copy-source.js'
import { type CopySetting, HARD_BREAK, type Piece } from './piece.js'
import { markRaised } from './raised-text.js'
import { type Edit, applyEdits } from './typography/edits.js'
import { findTypographicEdits } from './typography/typography.js'
import { reportUnsettable } from './unsettable.js'

/** The pieces of one block as copy: white tidied between them, house typography on the whole, equal neighbours joined. */
export function setCopy(pieces: readonly Piece[], setting: CopySetting): Copy {
  const tidied = tidyWhite(markRaised(pieces))
  const text = tidied.length === 1 ? tidied[0]!.text : tidied.map((piece) => piece.text).join('')
  reportUnsettable(text, tidied, setting)
  const edits = findTypographicEdits(text, setting.language)
  const texts = tidied.length === 1 ? [applyEdits(text, edits)] : editPieces(tidied, edits)
  return joinEquals(tidied, texts, setting.source)
}

/** Takes the white from both ends of a block and of its lines, and all but one space from between two pieces. */
function tidyWhite(pieces: readonly Piece[]): Piece[] {
  const tidied: Piece[] = []
  let previous = HARD_BREAK
  for (const piece of pieces) {
    if (piece.text === HARD_BREAK) {
      trimEnd(tidied)
      if (tidied.length === 0 || tidied.at(-1)!.text === HARD_BREAK) continue
    }
    const text = piece.text !== HARD_BREAK && /\s$/.test(previous) ? piece.text.replace(/^\s+/, '') : piece.text
    if (text === '') continue
    tidied.push(text === piece.text ? piece : { ...piece, text })
    previous = text
  }
  trimEnd(tidied)
  if (tidied.at(-1)?.text === HARD_BREAK) tidied.pop()
  return tidied
}

/** Takes the white from the end of the last pieces, but no hard break. */
function trimEnd(pieces: Piece[]): void {
  for (let last = pieces.pop(); last; last = pieces.pop()) {
    if (last.text === HARD_BREAK) {
      pieces.push(last)
      return
    }
    const text = last.text.trimEnd()
    if (text === '') continue
    pieces.push(text === last.text ? last : { ...last, text })
    return
  }
}

/** Makes the edits of the whole text in its pieces. An edit over a boundary belongs to the piece where it begins. */
function editPieces(pieces: readonly Piece[], edits: readonly Edit[]): string[] {
  let from = 0
  let next = 0
  let swallowed = 0
  return pieces.map((piece) => {
    const to = from + piece.text.length
    const own: Edit[] = []
    if (swallowed > from) own.push({ at: 0, length: Math.min(swallowed, to) - from, put: '' })
    for (let edit = edits[next]; edit && edit.at < to; edit = edits[++next]) {
      own.push({ at: edit.at - from, length: Math.min(edit.length, to - edit.at), put: edit.put })
      swallowed = edit.at + edit.length
    }
    from = to
    return applyEdits(piece.text, own)
  })
}

/** Inlines of the pieces; neighbours with the same marks are one, so that type is shaped over the seam. */
function joinEquals(pieces: readonly Piece[], texts: readonly string[], source: SourceFile): Copy {
  const copy: Inline[] = []
  let spans: Span[] = []
  let links: InlineLink[] = []
  let text = ''
  const close = (marks: readonly Mark[]): void => {
    const linked = links.length > 0 ? { links } : {}
    if (text !== '') copy.push({ kind: 'text', text, marks, source: sourceOf(source, spans), ...linked })
    text = ''
    spans = []
    links = []
  }
  pieces.forEach((piece, index) => {
    if (piece.text === HARD_BREAK) {
      copy.push({ kind: 'line-break' })
      return
    }
    const from = text.length
    text += texts[index]!
    spans.push(piece.span)
    if (piece.link !== undefined) addLink(links, { from, to: text.length, address: piece.link })
    const following = pieces[index + 1]
    if (!following || following.text === HARD_BREAK || !haveSameMarks(piece, following)) close(piece.marks)
  })
  return copy
}

/** Adds a link; pieces of one that follow each other are one. */
function addLink(links: InlineLink[], link: InlineLink): void {
  const last = links.at(-1)
  const goesOn = last && last.to === link.from && last.address === link.address
  if (goesOn) links[links.length - 1] = { ...last, to: link.to }
  else links.push(link)
}

function haveSameMarks(a: Piece, b: Piece): boolean {
  return a.marks.length === b.marks.length && a.marks.every((mark, index) => mark === b.marks[index])
}
