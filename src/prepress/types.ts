import type { Pt } from '../base/index.js'
import type { ArticleStart, DisplayItem } from '../display/index.js'

/** What a print profile demands. */
export interface Profile {
  readonly name: string
  /** The colours that reach the output: of each `Colour`, the half that is written. */
  readonly colourSpace: ColourSpace
  /** Beyond the trim, on every side. */
  readonly bleed: Pt
  /** So many pixels to the inch of a picture are as fine as it shows. */
  readonly ppi: number
}

/** `rgb` is for screens: red, green and blue, and grey where the three are alike. */
export type ColourSpace = 'rgb'

/** A page ready for an output. */
export interface Sheet {
  /** The page's number. */
  readonly page: number
  readonly width: Pt
  readonly height: Pt
  /** In painting order. */
  readonly items: readonly DisplayItem[]
  readonly colourSpace: ColourSpace
  /** Where articles start, for the outline. */
  readonly starts: readonly ArticleStart[]
}
