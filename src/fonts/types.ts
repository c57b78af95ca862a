import type { Place, Pt } from '../base/index.js'

/** One static font file, opened. Metrics are fractions of the em, y up from the baseline. */
export interface Face {
  /** `serif-700-italic`, `serif-400-normal`: unique in an edition; the order of first registration is the order of use in the output. */
  readonly key: string
  readonly family: string
  readonly weight: number
  readonly italic: boolean
  readonly ascent: number
  /** Below the baseline, so negative. */
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  /** The font's own bytes, for the output to subset. Two faces of one file share them. */
  readonly bytes: Uint8Array
}

/** Heights above the baseline, 1/1000 em; the lower first. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** Where ink begins and ends, 1/1000 em to the right of the pen. */
export interface Ink {
  readonly left: number
  readonly right: number
}

/** What the type of a run asks for. */
export interface FaceRequest {
  readonly family: string
  /** 100–900. */
  readonly weight: number
  readonly italic: boolean
}

/** A face that the stylebook's type needs, with the places to blame when it cannot be had. */
export interface FaceAsk extends FaceRequest {
  /** Where the family was named. */
  readonly fontPlace: Place
  /** Where the weight or style was asked for by name; null when it is a default or follows from strong or emphasis. */
  readonly facePlace: Place | null
}

/**
 * Text of one face, shaped with kerning and ligatures. Arrays run over the glyphs, left to right.
 * Lengths are in 1/1000 em, so a run serves every size. Runs are shared: never changed.
 */
export interface ShapedRun {
  readonly face: Face
  /** As asked for, without characters that are never seen (soft hyphens, joiners, direction marks). */
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
  /**
   * The face nearest to the request (CSS font matching within the family); its exactness is checked by `hasFace`.
   * Where the family has no usable face, which has been reported, some other one of fonts.yaml stands in; throws when
   * fonts.yaml has none at all.
   */
  face(request: FaceRequest): Face
  /** Whether the family is known. */
  hasFamily(family: string): boolean
  /** Whether fonts.yaml lists just this face. */
  hasFace(request: FaceRequest): boolean
  /** Whether the face has an OpenType feature (`smcp`, `onum`), by its tag. */
  hasFeature(face: Face, tag: string): boolean
  /** How far a glyph's ink reaches between two heights; null where it has none there. */
  ink(face: Face, glyph: number, band: Band): Ink | null
  /**
   * Shapes text that holds no spaces to break at (a word, a syllable, a space). Usually one run; several when fallback
   * families had to be asked; none when nothing of the text is ever seen. Remembered by face, features and text.
   * `onMissing` is called once a call for each character nobody has; it is then set as the face's .notdef glyph.
   */
  shape(request: ShapeRequest, onMissing: (missing: MissingGlyph) => void): readonly ShapedRun[]
  /** The families of fonts.yaml. */
  readonly families: readonly string[]
  /** Every face opened so far, in the order of registration. */
  registered(): readonly Face[]
}

/** What to shape. */
export interface ShapeRequest {
  readonly face: Face
  readonly text: string
  /** OpenType tags beside the defaults (kern, liga, clig, calt); `-liga` switches off. Sorted. */
  readonly features: readonly string[]
  /** BCP 47 tag, for fonts that draw a letter otherwise in some languages. */
  readonly language?: string
}

/** A face as fonts.yaml describes it. */
export interface FamilyFace {
  /** As typed. */
  readonly file: string
  /** Where the file is; null when that has been reported as a mistake. */
  readonly path: string | null
  readonly weight: number
  readonly italic: boolean
  /** Where fonts.yaml names the file. */
  readonly place: Place
}

/** A family as fonts.yaml describes it. */
export interface Family {
  readonly name: string
  readonly faces: readonly FamilyFace[]
  /** Families to ask, in turn, for characters that this one lacks. */
  readonly fallback: readonly string[]
}

/** Width of a run at a size. */
export function runWidth(run: ShapedRun, size: Pt): Pt {
  return (run.width * size) / 1000
}
