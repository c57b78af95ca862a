import { PDFiumLibrary } from '@hyzyla/pdfium'
import { encodePng } from './encode-png.js'

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
      rendered.push(encodePng({ width: width!, height: height!, rgb: withoutAlpha(data) }))
    }
    document.destroy()
    return rendered
  } finally {
    library.destroy()
  }
}

/** Pixels of four bytes, red first, without their opacity: a page is paper. */
function withoutAlpha(pixels: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((pixels.length / 4) * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    rgb[to++] = pixels[from]!
    rgb[to++] = pixels[from + 1]!
    rgb[to++] = pixels[from + 2]!
  }
  return rgb
}
