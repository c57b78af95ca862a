import type { Diagnostic, Pt, Rect } from '../base/index.js'
import type { Preflight } from './types.js'

/** All that a report is written from. */
export interface PreflightReport {
  readonly preflight: Preflight
  /** The names of the files that go to the press, without their folder. */
  readonly files: readonly string[]
  /** What was found before and keeps the paper from being printed: text that is over, a head too deep for its place. */
  readonly faults: readonly Diagnostic[]
}

/** A page as it is printed, small. */
export interface Thumbnail {
  /** A PNG. */
  readonly picture: Uint8Array
  /** Of all that the picture shows, in points of the page itself: trim, bleed, and the room of the marks. */
  readonly width: Pt
  readonly height: Pt
  /** Where the page is trimmed, from the top left corner of the picture. */
  readonly trim: Rect
}
