/**
 * Output: sheets into bytes, one writer for each kind of file. Takes sheets, what the document says of itself, and the
 * opened and decoded pictures. Promises: the same sheets give the same bytes, whatever the hour, the folder and the machine's ways;
 * every glyph stands where the sheet has it, within 0.005 pt.
 */
import type { Output } from './types.js'

/** The writers by the ending of their files. */
export const OUTPUTS = {
  /** PDF 1.7. Its library is loaded when the first file is written. */
  pdf: async (sheets, document, artwork) => (await import('./pdf/write-pdf.js')).writePdf(sheets, document, artwork),
} as const satisfies Readonly<Record<string, Output>>

/** The pages of a finished PDF as pictures, each a PNG, at so many pixels to the inch. The renderer is loaded when it is asked for. */
export async function picturePages(pdf: Uint8Array, dpi: number): Promise<readonly Uint8Array[]> {
  return (await import('./png/render-pages.js')).renderPages(pdf, dpi)
}

export type * from './types.js'
