import type { Pt } from './lengths.js'

/** One step of an outline; y down. */
export type PathStep =
  | { readonly kind: 'move'; readonly x: Pt; readonly y: Pt }
  | { readonly kind: 'line'; readonly x: Pt; readonly y: Pt }
  | {
      /** A cubic curve by its two control points and its end. */
      readonly kind: 'curve'
      readonly x1: Pt
      readonly y1: Pt
      readonly x2: Pt
      readonly y2: Pt
      readonly x: Pt
      readonly y: Pt
    }
  | { readonly kind: 'close' }

/** How a stroke ends and turns. */
export interface StrokeShape {
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  /** A mitre longer than so many stroke widths is cut off. */
  readonly miterLimit: number
}
