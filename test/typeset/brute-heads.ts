/** Widths of pieces of a head at 1 pt; a head is its pieces one after the other, most with a space between. */
export type WidthAtOnePoint = (text: string) => number

/** A head as its lines may be broken: pieces of text, each with the white that follows it when the line goes on. */
export interface Piece {
  readonly text: string
  /** ' ' after a word, '' after a written hyphen or dash. */
  readonly joint: ' ' | ''
}

/** A line may end by so much too late. */
const TINY = 1e-6

/**
 * Where a head's lines may end, written down anew from the rule: at a space; after a hyphen with two letters or figures on
 * either side of it, figures on both sides alone left out; after a dash within a word, but not between figures.
 */
export function piecesOf(head: string): readonly Piece[] {
  return head.split(' ').flatMap((word) => {
    const marked = word
      .replace(/([\p{L}\p{N}]{2}-)(?=[\p{L}\p{N}]{2})/gu, (all, before: string, at: number) =>
        /\d-$/.test(before) && /^\d/.test(word.slice(at + all.length)) ? all : `${before}|`,
      )
      .replace(/(.)([–—])(?=[\p{L}\p{N}“‘(£])/gu, (all, before: string, dash: string, at: number) =>
        /\d/.test(before) && /^\d/.test(word.slice(at + all.length)) ? all : `${before}${dash}|`,
      )
    const parts = marked.split('|')
    return parts.map((text, index): Piece => ({ text, joint: index < parts.length - 1 ? '' : ' ' }))
  })
}

/** Every way to set pieces in exactly so many lines, as the texts of the lines. */
export function* breakings(pieces: readonly Piece[], lines: number): Generator<readonly string[]> {
  if (lines < 1 || lines > pieces.length) return
  for (let end = 1; end <= pieces.length - lines + 1; end++) {
    const line = textOf(pieces.slice(0, end))
    if (lines === 1) {
      if (end === pieces.length) yield [line]
      continue
    }
    for (const rest of breakings(pieces.slice(end), lines - 1)) yield [line, ...rest]
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text, joint }, index) => (index < pieces.length - 1 ? text + joint : text)).join('')
}

/** Whether a head sets in exactly so many lines. */
export function sets(
  pieces: readonly Piece[],
  how: { readonly width: WidthAtOnePoint; readonly size: number; readonly measure: number; readonly lines: number },
): boolean {
  for (const breaking of breakings(pieces, how.lines)) {
    if (breaking.every((line) => how.width(line) * how.size <= how.measure + TINY)) return true
  }
  return false
}

/** The least width over, summed over the lines, of all ways to set a head in at most so many lines. */
export function leastOver(
  pieces: readonly Piece[],
  how: { readonly width: WidthAtOnePoint; readonly size: number; readonly measure: number; readonly lines: number },
): number {
  let least = Infinity
  for (let lines = 1; lines <= Math.min(how.lines, pieces.length); lines++) {
    for (const breaking of breakings(pieces, lines)) {
      const over = breaking.reduce((sum, line) => sum + Math.max(0, how.width(line) * how.size - how.measure), 0)
      least = Math.min(least, over)
    }
  }
  return least
}
