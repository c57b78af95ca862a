import type { PathStep, Pt, Rect, Sides, StrokeShape } from '../base/index.js'
import type { Colour } from '../stylebook/index.js'
import type { ShapedRun } from '../fonts/index.js'
import type { MarkedContent } from './structure.js'

/** A page as it is shown: the closed set between make-up and every output. Points, origin top left, y down. */
export interface DisplayPage {
  readonly number: number
  readonly width: Pt
  readonly height: Pt
  /** In painting order, which is reading order for text. */
  readonly items: readonly DisplayItem[]
}

/** What every item may say of itself. */
export interface Marked {
  /** What of the edition's structure it shows; left out for an artifact, which readers' programs pass by, and where no structure is asked for. */
  readonly content?: MarkedContent
}

/** A colour of the stylebook, or one of a picture, of whose inks nothing is known. */
export type PaintedColour = Colour | PictureColour

/** A colour of artwork for screens. */
export interface PictureColour extends Pick<Colour, 'rgb'> {
  readonly cmyk: null
}

/** Letters of one line that share face, size and colour; positioned one by one. */
export interface GlyphsItem<C = PaintedColour> extends Marked {
  readonly kind: 'glyphs'
  readonly baseline: Pt
  readonly size: Pt
  readonly colour: C
  /** Left to right, never empty, all of one face. */
  readonly parts: readonly GlyphsPart[]
  /** Whether it ends a line of marked text at the end of a word: what is read next is parted from it by a space. */
  readonly endsWord?: boolean
}

/** A run at its place on the baseline. */
export interface GlyphsPart {
  readonly run: ShapedRun
  readonly x: Pt
  /** The pen's advance over the run as set; a space's own width may differ from its run's. */
  readonly width: Pt
  /** Baseline shift, up positive. */
  readonly rise: Pt
  /** Added after every glyph, 1/1000 em. */
  readonly tracking: number
  /** Width of the glyphs, as a multiple of their own; white of `tracking` is not scaled. */
  readonly scale: number
  /** Extracts as U+00AD: a hyphen that the setter put in. */
  readonly softHyphen: boolean
}

/** An outline, filled, stroked or both; the stroke over the fill. */
export interface PathItem<C = PaintedColour> extends Marked {
  readonly kind: 'path'
  readonly steps: readonly PathStep[]
  readonly fill: C | null
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: Stroke<C> | null
}

/** A stroke along an outline, half of its width to either side. */
export interface Stroke<C = PaintedColour> {
  readonly width: Pt
  readonly colour: C
  /** Left out: butt ends and mitred corners, as rules have them. */
  readonly shape?: StrokeShape
}

/** A picture of pixels. */
export interface ImageItem extends Marked {
  readonly kind: 'image'
  readonly rect: Rect
  /** Key of an opened picture. */
  readonly picture: string
}

/** A page of a PDF file, as vectors and untouched. */
export interface EmbeddedPageItem extends Marked {
  readonly kind: 'embedded-page'
  /** Where its trim stands. */
  readonly rect: Rect
  /** Key of an opened picture. */
  readonly picture: string
  /** How far beyond its trim it goes on, as large as it is shown. */
  readonly bleed: Sides
  /** How much of that is shown; left out where it is cut off at its trim. */
  readonly beyond?: Sides
}

/** Items shown only inside an outline (non-zero rule). What it shows goes for all of them. */
export interface ClipItem<C = PaintedColour> extends Marked {
  readonly kind: 'clip'
  readonly steps: readonly PathStep[]
  readonly items: readonly DisplayItem<C>[]
}

/** What a page shows; of a made-up page in the colours of the stylebook, of a sheet in those of a device. */
export type DisplayItem<C = PaintedColour> = GlyphsItem<C> | PathItem<C> | ImageItem | EmbeddedPageItem | ClipItem<C>
