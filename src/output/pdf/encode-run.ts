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
  /** The text of a span that begins with this piece: several glyphs that are read as one. */
  readonly opens: string | null
  /** Whether that span ends with this piece. */
  readonly closes: boolean
}

/** Corrections smaller than this are left to the next one: at 72 pt it is 0.004 pt (1/1000 em). */
const LEAST_MOVE = 0.05

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Encodes a run. Positions are kept absolute: each correction is reckoned from where the pen really is. */
export function encodeRun(run: ShapedRun, face: EmbeddedFace): EncodedRun {
  const { glyphs, advances, offsets, characters } = run
  const pieces: EncodedPiece[] = []
  let piece: { -readonly [K in keyof EncodedPiece]: EncodedPiece[K] } | null = null
  let pen = 0
  let ideal = 0
  let cluster: Cluster = { from: 0, to: 0, meanings: [] }
  for (let index = 0; index < glyphs.length; index++) {
    if (index === cluster.to) cluster = clusterAt(characters, index)
    const isAlone = cluster.to - cluster.from === 1
    const rise = offsets?.y[index] ?? 0
    if (!piece || piece.rise !== rise || piece.closes || (!isAlone && index === cluster.from)) {
      piece = { codes: '', rise, opens: !isAlone && index === cluster.from ? characters[index]! : null, closes: false }
      pieces.push(piece)
    }
    piece.closes = !isAlone && index === cluster.to - 1
    const back = pen - (ideal + (offsets?.x[index] ?? 0))
    if (Math.abs(back) >= LEAST_MOVE) {
      const move = Math.round(back * 100) / 100
      piece.codes += `>${move}<`
      pen -= move
    }
    const code = face.codeOf(glyphs[index]!, cluster.meanings[index - cluster.from]!)
    piece.codes += HEX[code >> 8]! + HEX[code & 0xff]!
    pen += face.widthOf(code)
    ideal += advances[index]!
  }
  return { pieces, pen }
}

/** Glyphs from `from` up to `to` that stand for their characters together; nearly always one. */
interface Cluster {
  readonly from: number
  readonly to: number
  /** What each glyph says for itself, to readers that pass over the text of a span. */
  readonly meanings: readonly string[]
}

function clusterAt(characters: readonly string[], from: number): Cluster {
  let to = from + 1
  while (to < characters.length && characters[to] === '') to++
  const text = characters[from]!
  if (to - from === 1) return { from, to, meanings: [text] }
  // A letter with a loose accent: one character each, the last glyph takes what is left. Glyphs without one say nothing.
  const points = Array.from(text)
  const meanings = Array.from({ length: to - from }, (_, index) =>
    index === to - from - 1 ? points.slice(index).join('') : (points[index] ?? ''),
  )
  return { from, to, meanings }
}
