import type { Pictures } from '../../pictures/index.js'
import type { Sheet } from '../../prepress/index.js'
import type { DocumentInfo } from '../types.js'
import { paintSheet } from './paint-sheet.js'
import { openPdf } from './pdfkit-internals.js'
import { TextPainter } from './text-painter.js'

/** Writes sheets as one PDF: a page for each, an outline line for each article where it starts. */
export function writePdf(sheets: readonly Sheet[], document: DocumentInfo, pictures: Pictures): Promise<Uint8Array> {
  const pdf = openPdf(document)
  const tools = { pdf, pictures, text: new TextPainter(pdf), imageNames: new Map<string, string>() }
  for (const sheet of sheets) {
    pdf.beginPage(sheet.width, sheet.height)
    tools.text.beginPage()
    paintSheet(sheet, tools)
  }
  sheets.forEach(({ starts }, page) => {
    for (const { title, y } of starts) pdf.addOutlineItem(title, page, y)
  })
  return pdf.finish()
}
