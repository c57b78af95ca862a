import type { Pictures, RasterImages } from '../pictures/index.js'
import type { Structure } from '../display/index.js'
import type { ColourSpace, PressProfile, Sheet } from '../prepress/index.js'

/** What a document says of itself. */
export interface DocumentInfo {
  readonly title: string
  readonly author: string
  /** BCP 47 tag. */
  readonly language: string
  /** The edition's date, ISO: the only date that an output writes. */
  readonly date: string
  /** What a file for a press says of the press; left out of files for screens. */
  readonly press?: Pick<PressProfile, 'standard' | 'inks'>
  /** What a file for readers says of what its pages show; its sheets' items show nothing else. Left out of files for presses. */
  readonly structure?: Structure
}

/** What the sheets show by its key. */
export interface Artwork {
  /** Pages of PDF files are among them. */
  readonly pictures: Pictures
  /** Every picture of pixels that is shown, in the colours of the sheets that show it. */
  readonly images: ReadonlyMap<ColourSpace, RasterImages>
}

/** Writes sheets as one file. */
export type Output = (sheets: readonly Sheet[], document: DocumentInfo, artwork: Artwork) => Promise<Uint8Array>
