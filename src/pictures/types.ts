import type { PathStep, Place, StrokeShape } from '../base/index.js'

/** An opened picture. */
export type Picture = OutlinePicture | JpegPicture | PixelPicture

/** Vector artwork, as outlines that an output draws itself. */
export interface OutlinePicture {
  readonly kind: 'outline'
  /** The size of the artwork in its own units; its outlines run from 0 to these. */
  readonly width: number
  readonly height: number
  /** In painting order. */
  readonly shapes: readonly OutlineShape[]
  /** Whether something reaches over the edge of the artwork and has to be cut off there. */
  readonly overflows: boolean
}

/** One painted outline of an artwork. */
export interface OutlineShape {
  readonly steps: readonly PathStep[]
  readonly fill: Rgb | null
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: OutlineStroke | null
}

/** A stroke in the artwork's units. */
export interface OutlineStroke {
  readonly width: number
  readonly colour: Rgb
  readonly shape: StrokeShape
}

/** Red, green and blue, each 0–255. */
export type Rgb = readonly [number, number, number]

/** A photograph that goes into the output as it is. */
export interface JpegPicture {
  readonly kind: 'jpeg'
  /** In pixels as it is shown, upright. */
  readonly width: number
  readonly height: number
  /** In pixels as it is stored. */
  readonly storedWidth: number
  readonly storedHeight: number
  /** How the stored picture has to be turned: the Exif orientation, 1–8. */
  readonly orientation: number
  /** 1 is grey, 3 is colour. */
  readonly channels: 1 | 3
  readonly bytes: Uint8Array
}

/** Pixels, row by row, 8 bits to a channel, without transparency. */
export interface PixelPicture {
  readonly kind: 'pixels'
  readonly width: number
  readonly height: number
  /** 1 is grey, 3 is red, green and blue. */
  readonly channels: 1 | 3
  readonly bytes: Uint8Array
}

/** A picture that is asked for, and where. */
export interface PictureRequest {
  /** Absolute path. */
  readonly file: string
  readonly place: Place
}

/** Opened pictures by their file. A picture that cannot be used is not among them: it has been reported. */
export type Pictures = ReadonlyMap<string, Picture>
