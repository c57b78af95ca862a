import type { Sheet } from '../../prepress/index.js'
import type { Artwork, DocumentInfo } from '../types.js'
import { bleedingPages } from './bleeding-pages.js'
import { Marking } from './marking.js'
import { paintSheet } from './paint-sheet.js'
import { openPdf } from './pdfkit-internals.js'
import { TextPainter } from './text-painter.js'
import { writeStructure } from './write-structure.js'

/**
 * Writes sheets as one PDF: a page for each, and what the document says of its structure. The library that embeds
 * pages of other files is loaded when there is one to embed.
 */
export async function writePdf(
  sheets: readonly Sheet[],
  document: DocumentInfo,
  artwork: Artwork,
): Promise<Uint8Array> {
  const pdf = openPdf(document)
  const [imageNames, pageNames] = [new Map<string, string>(), new Map<string, string>()]
  const { structure } = document
  const marking = structure ? new Marking(structure.root) : null
  const bleeding = bleedingPages(sheets.flatMap(({ pages }) => pages))
  const tools = { pdf, artwork, text: new TextPainter(pdf), marking, imageNames, pageNames, bleeding }
  for (const sheet of sheets) {
    pdf.beginPage(sheet)
    tools.text.beginPage()
    marking?.beginPage()
    paintSheet(sheet, tools)
  }
  if (structure && marking) pdf.describe((objects) => writeStructure(structure, marking, objects))
  const file = await pdf.finish()
  if (pageNames.size === 0) return file
  const pages = [...pageNames].map(([key, name]) => {
    const picture = artwork.pictures.get(key)
    if (picture?.kind !== 'page') throw new Error(`no page of a PDF: ${key}`)
    return { picture, form: pdf.forms.get(name)!, bleeds: bleeding.has(key) }
  })
  return (await import('./embed-pages.js')).embedPages(file, pages)
}
