import type { Pt, Rect } from '../base/index.js'
import type { Colour } from '../stylebook/index.js'
import type { ShapedRun } from '../fonts/index.js'

/** A page as it is shown: the closed set between make-up and every output. Points, origin top left, y down. */
export interface DisplayPage {
  readonly number: number
  readonly width: Pt
  readonly height: Pt
  /** In painting order, which is reading order for text. */
  readonly items: readonly DisplayItem[]
  /** Where each article starts on this page, for the outline. */
  readonly starts: readonly { readonly title: string; readonly y: Pt }[]
}

/** Letters of one line that share face, size and colour; positioned one by one. */
export interface GlyphsItem {
  readonly kind: 'glyphs'
  readonly baseline: Pt
  readonly size: Pt
  readonly colour: Colour
  readonly parts: readonly GlyphsPart[]
}

/** A run at its place on the baseline. */
export interface GlyphsPart {
  readonly run: ShapedRun
  readonly x: Pt
  /** The pen's advance over the run as set; a space's own width may differ from its run's. */
  readonly width: Pt
  readonly rise: Pt
  readonly tracking: number
  /** Extracts as U+00AD: a hyphen that the setter put in. */
  readonly softHyphen: boolean
}

/** One step of an outline; y down. */
export type PathStep =
  | { readonly kind: 'move'; readonly x: Pt; readonly y: Pt }
  | { readonly kind: 'line'; readonly x: Pt; readonly y: Pt }
  | {
      readonly kind: 'curve'
      readonly x1: Pt
      readonly y1: Pt
      readonly x2: Pt
      readonly y2: Pt
      readonly x: Pt
      readonly y: Pt
    }
  | { readonly kind: 'close' }

export interface PathItem {
  readonly kind: 'path'
  readonly steps: readonly PathStep[]
  readonly fill: Colour | null
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: { readonly width: Pt; readonly colour: Colour } | null
}

export interface ImageItem {
  readonly kind: 'image'
  readonly rect: Rect
  /** Key of an opened picture. */
  readonly picture: string
}

/** Items shown only inside an outline. */
export interface ClipItem {
  readonly kind: 'clip'
  readonly steps: readonly PathStep[]
  readonly items: readonly DisplayItem[]
}

export type DisplayItem = GlyphsItem | PathItem | ImageItem | ClipItem
