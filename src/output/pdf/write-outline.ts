import type { PdfReference } from 'pdfkit'
import type { OutlinePage } from '../../display/index.js'
import { coordinate } from './operands.js'
import { pdfText } from './press-document.js'
import type { DocumentObjects } from './write-structure.js'

/** A line of the outline, and those under it. */
interface OutlineItem {
  readonly title: string
  readonly page: number
  readonly y: number
  readonly items: readonly OutlineItem[]
}

/** Writes the outline: a line for each page, open, with its articles under it. */
export function writeOutline(outline: readonly OutlinePage[], objects: DocumentObjects): void {
  const items = outline.map(({ title, articles }, page): OutlineItem => {
    return { title, page, y: 0, items: articles.map((one) => ({ ...one, page, items: [] })) }
  })
  const root = objects.ref({ Type: 'Outlines' })
  writeItems(items, root, objects)
  root.end()
  Object.assign(objects.catalog, { Outlines: root, PageMode: 'UseOutlines' })
}

/** Writes items under another, and how many lines they are in all (ISO 32000-1, 12.3.3). */
function writeItems(items: readonly OutlineItem[], parent: PdfReference, objects: DocumentObjects): void {
  if (items.length === 0) return
  const { pages, heights, ref } = objects
  const written = items.map(({ title, page, y }) => {
    const Dest = [pages[page], 'XYZ', 0, coordinate(heights[page]! - y), null]
    return ref({ Title: pdfText(title), Parent: parent, Dest })
  })
  written.forEach((object, index) => {
    Object.assign(object.data, { Prev: written[index - 1], Next: written[index + 1] })
    writeItems(items[index]!.items, object, objects)
    object.end()
  })
  Object.assign(parent.data, { First: written[0], Last: written.at(-1), Count: countItems(items) })
}

function countItems(items: readonly OutlineItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countItems(item.items), 0)
}
