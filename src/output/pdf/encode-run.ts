import type { ShapedRun } from '../../fonts/index.js'
import type { EmbeddedFace } from './pdfkit-internals.js'

/** A run in the codes of its face, ready to stand in any line at any size. */
export interface EncodedRun {
  /** Usually one. */
  readonly pieces: readonly EncodedPiece[]
  /** How far the pen has come at the end as the file has it, in 1/1000 em, without tracking. */
  readonly pen: number
}

/** Glyphs that are shown by one operator. */
export interface EncodedPiece {
  /**
   * What stands in a TJ array between `[<` and `>]`: codes in hexadecimal, and `>n<` where the pen is moved back by
   * n/1000 em.
   */
  readonly codes: string
  /** Height above the baseline, in 1/1000 em. */
  readonly rise: number
  /** Whether it is read as nothing: the glyph before it says its characters, too (a loose accent). */
  readonly isSilent: boolean
}

/** Corrections smaller than this are left to the next one: at 72 pt it is 0.004 pt (1/1000 em). */
const LEAST_MOVE = 0.05
/** What a silent glyph means to readers that pass over the text of a span: nothing that is seen or parts a word. */
const WORD_JOINER = '\u2060'

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Encodes a run. Positions are kept absolute: each correction is reckoned from where the pen really is. */
export function encodeRun(run: ShapedRun, face: EmbeddedFace): EncodedRun {
  const { glyphs, advances, offsets, characters } = run
  const pieces: { codes: string; rise: number; isSilent: boolean }[] = []
  let piece: (typeof pieces)[number] | null = null
  let pen = 0
  let ideal = 0
  for (let index = 0; index < glyphs.length; index++) {
    const isSilent = characters[index] === ''
    const rise = offsets?.y[index] ?? 0
    if (!piece || piece.rise !== rise || piece.isSilent !== isSilent) {
      piece = { codes: '', rise, isSilent }
      pieces.push(piece)
    }
    const back = pen - (ideal + (offsets?.x[index] ?? 0))
    if (Math.abs(back) >= LEAST_MOVE) {
      const move = Math.round(back * 100) / 100
      piece.codes += `>${move}<`
      pen -= move
    }
    const code = face.codeOf(glyphs[index]!, characters[index] || WORD_JOINER)
    piece.codes += HEX[code >> 8]! + HEX[code & 0xff]!
    pen += face.widthOf(code)
    ideal += advances[index]!
  }
  return { pieces, pen }
}
