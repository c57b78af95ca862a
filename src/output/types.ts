import type { Pictures } from '../pictures/index.js'
import type { Sheet } from '../prepress/index.js'

/** What a document says of itself. */
export interface DocumentInfo {
  readonly title: string
  readonly author: string
  /** BCP 47 tag. */
  readonly language: string
  /** The edition's date, ISO: the only date that an output writes. */
  readonly date: string
}

/** Writes sheets as one file. */
export type Output = (sheets: readonly Sheet[], document: DocumentInfo, pictures: Pictures) => Promise<Uint8Array>
