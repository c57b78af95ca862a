import type { PathStep, Place, Pt, Sides, StrokeShape } from '../base/index.js'

/** What a file shows, as far as its head tells: nothing of pixels has been decoded yet. */
export type Picture = OutlinePicture | RasterPicture | PagePicture

/** What every picture says of its size. */
interface Sized {
  /** The size in the picture's own units, upright. */
  readonly width: number
  readonly height: number
  /** The size on paper that it was made for; null where it has only a shape (pixels, an SVG without millimetres). */
  readonly natural: { readonly width: Pt; readonly height: Pt } | null
  /** The outline of what it shows; only where it was asked for, and it has one beside its rectangle. */
  readonly outline?: Outline
}

/** Rows from top to bottom: from where to where a picture shows something, as shares of its width; null for a row that is empty. */
export type Outline = readonly (readonly [number, number] | null)[]

/** Vector artwork, as outlines that an output draws itself. They run from 0 to `width` and `height`. */
export interface OutlinePicture extends Sized {
  readonly kind: 'outline'
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

/** Four inks in per cent: cyan, magenta, yellow, black. */
export type Cmyk = readonly [number, number, number, number]

/** Red, green and blue, each 0–255. */
export type Rgb = readonly [number, number, number]

/** A picture of pixels, still packed in its file. Its units are pixels. */
export interface RasterPicture extends Sized {
  readonly kind: 'raster'
  readonly format: 'JPEG' | 'PNG'
  /** How it has to be turned to stand upright: the Exif orientation, 1–8. */
  readonly orientation: number
  /** What it stores of each pixel: grey; red, green and blue; or four inks. PNG is `rgb` whatever it stores. */
  readonly colours: 'grey' | 'rgb' | 'cmyk'
  /** Whether its colours mean what a plain screen takes them to mean: it has no profile, or that of sRGB. */
  readonly isPlain: boolean
  readonly bytes: Uint8Array
  /** The file as an editor should see it, and where it is asked for. */
  readonly display: string
  readonly place: Place
}

/** The first page of a PDF, as vectors. Its units are points. */
export interface PagePicture extends Sized {
  readonly kind: 'page'
  /** What is shown of the page, in its own space: the trim. */
  readonly box: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }
  /** Clockwise, by so many degrees: 0, 90, 180 or 270. */
  readonly turn: number
  /** Points to a unit of the page's own space. */
  readonly unit: number
  /** How far beyond its trim it goes on, upright, in points: to be cut off. */
  readonly bleed: Sides
  /** The whole file. */
  readonly bytes: Uint8Array
  /** Names of fonts that are used and not in the file, each once. */
  readonly missingFonts: readonly string[]
  /** Whether it has colours in red, green and blue. */
  readonly hasRgb: boolean
  /** Whether anything in it may be printed in more than black: of images and blends only their space of colours is known. */
  readonly hasColour: boolean
  /** Whether anything in it is not opaque, or is mixed with what is under it; what it names and does not use counts. */
  readonly isTransparent: boolean
  /** The most ink of any flat colour that is given in the press's inks, all together, in per cent; nought without such. */
  readonly mostInk: number
  /** The file as an editor should see it, and where it is asked for. */
  readonly display: string
  readonly place: Place
}

/** Pixels ready for an output, without transparency, 8 bits to a channel. */
export interface RasterImage {
  /** `jpeg` is a whole JPEG file; `deflate` are rows of pixels, packed by zlib. */
  readonly coding: 'jpeg' | 'deflate'
  /** In pixels as stored. */
  readonly width: number
  readonly height: number
  /** How it has to be turned to stand upright: the Exif orientation, 1–8. */
  readonly orientation: number
  /** 1 is grey, 3 is red, green and blue, 4 is four inks. */
  readonly channels: 1 | 3 | 4
  readonly bytes: Uint8Array
}

/** A picture that is asked for, and where. */
export interface PictureRequest {
  /** Absolute path. */
  readonly file: string
  readonly place: Place
  /** Whether text runs along its outline. */
  readonly isOutlined?: boolean
}

/** Opened pictures by their file. A picture that cannot be used is not among them: it has been reported. */
export type Pictures = ReadonlyMap<string, Picture>

/** Decoded pictures by their file. */
export type RasterImages = ReadonlyMap<string, RasterImage>
