import type { Sheet } from '../../prepress/index.js'
import type { Artwork, DocumentInfo } from '../types.js'
import { paintSheet } from './paint-sheet.js'
import { openPdf } from './pdfkit-internals.js'
import { TextPainter } from './text-painter.js'

/**
 * Writes sheets as one PDF: a page for each, an outline line for each article that is said to start on it. The library that embeds
 * pages of other files is loaded when there is one to embed.
 */
export async function writePdf(
  sheets: readonly Sheet[],
  document: DocumentInfo,
  artwork: Artwork,
): Promise<Uint8Array> {
  const pdf = openPdf(document)
  const [imageNames, pageNames] = [new Map<string, string>(), new Map<string, string>()]
  const tools = { pdf, artwork, text: new TextPainter(pdf), imageNames, pageNames }
  for (const sheet of sheets) {
    pdf.beginPage(sheet)
    tools.text.beginPage()
    paintSheet(sheet, tools)
  }
  sheets.forEach(({ starts }, page) => {
    for (const { title, y } of starts) pdf.addOutlineItem(title, page, y)
  })
  const file = await pdf.finish()
  if (pageNames.size === 0) return file
  const pages = [...pageNames].map(([key, name]) => {
    const picture = artwork.pictures.get(key)
    if (picture?.kind !== 'page') throw new Error(`no page of a PDF: ${key}`)
    return { picture, form: pdf.forms.get(name)! }
  })
  return (await import('./embed-pages.js')).embedPages(file, pages)
}
