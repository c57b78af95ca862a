import type { Place, Pt } from '../base/index.js'

/** One static font file, opened. Metrics are fractions of the em, y up from the baseline. */
export interface Face {
  /** `serif-700-italic`: unique in an edition; the order of first registration is the order of use in the output. */
  readonly key: string
  readonly family: string
  readonly weight: number
  readonly italic: boolean
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  /** The font's own bytes, for the output to subset. */
  readonly bytes: Uint8Array
}

/** What the type of a run asks for. */
export interface FaceRequest {
  readonly family: string
  readonly weight: number
  readonly italic: boolean
}

/**
 * Text of one face, shaped with kerning and ligatures. Arrays run over the glyphs, left to right.
 * Lengths are in 1/1000 em, so a run serves every size. Runs are shared: never changed.
 */
export interface ShapedRun {
  readonly face: Face
  readonly text: string
  readonly glyphs: Uint16Array
  readonly advances: Float64Array
  /** Offsets from the pen, x right and y up; null when every one is nought. */
  readonly offsets: { readonly x: Float64Array; readonly y: Float64Array } | null
  /** The characters that each glyph stands for: a ligature has several, the second glyph of a cluster none (`''`). */
  readonly characters: readonly string[]
  /** Sum of advances. */
  readonly width: number
}

/** A character that neither a family nor its fallbacks have. */
export interface MissingGlyph {
  readonly character: string
  readonly family: string
}

/** The fonts of an edition. */
export interface Fonts {
  /** The face nearest to the request (CSS font matching within the family); its exactness is checked by `hasFace`. */
  face(request: FaceRequest): Face
  /** Whether the family is known. */
  hasFamily(family: string): boolean
  /** Whether the family has just this face. */
  hasFace(request: FaceRequest): boolean
  /**
   * Shapes text that holds no spaces to break at (a word, a syllable, a space). Usually one run; several when fallback
   * families had to be asked. Remembered by face, features and text. `onMissing` is called for a character nobody has;
   * it is then set as the face's .notdef glyph.
   */
  shape(request: ShapeRequest, onMissing: (missing: MissingGlyph) => void): readonly ShapedRun[]
  /** The families of fonts.yaml. */
  readonly families: readonly string[]
}

export interface ShapeRequest {
  readonly face: Face
  readonly text: string
  /** OpenType tags beside the defaults (kern, liga, clig, calt); `-liga` switches off. Sorted. */
  readonly features: readonly string[]
}

/** A family as fonts.yaml describes it, for tests and messages. */
export interface Family {
  readonly name: string
  readonly faces: readonly { readonly file: string; readonly weight: number; readonly italic: boolean; readonly place: Place }[]
  readonly fallback: readonly string[]
}

/** Width of a run at a size. */
export function runWidth(run: ShapedRun, size: Pt): Pt {
  return (run.width * size) / 1000
}
