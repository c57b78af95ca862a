import { PDFiumLibrary } from '@hyzyla/pdfium'
import { encodePng } from '../../pictures/index.js'

/** Points to the inch. */
const INCH = 72

/** The pages of a finished PDF as they look, at so many pixels to the inch; each a PNG. */
export async function renderPages(pdf: Uint8Array, dpi: number): Promise<readonly Uint8Array[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const rendered: Uint8Array[] = []
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const [width, height] = [originalWidth, originalHeight].map((side) =>
        Math.max(1, Math.round((side * dpi) / INCH)),
      )
      const { data } = await page.render({ width: width!, height: height!, render: 'bitmap' })
      rendered.push(await encodePng({ width: width!, height: height!, rgba: data }))
    }
    document.destroy()
    return rendered
  } finally {
    library.destroy()
  }
}
