import { inflateSync } from 'node:zlib'
import { EncryptedPDFError, PDFDocument, PDFName, PDFNumber, PDFObjectCopier, type PDFPage } from '@cantoo/pdf-lib'
import type { Pt, Sides } from '../base/index.js'
import { inspectPage, TooLarge } from './inspect-pdf.js'
import type { ReadRequest } from './open-pictures.js'
import type { PagePicture } from './types.js'

/** To so many bytes the packed tables of a PDF may unpack, all together; those of a page have some ten thousand. */
const MOST_UNPACKED = 64_000_000

/** Reads the size of a PDF's first page, and tells of what a press would stumble over. The page itself is left as it is. */
export async function readPdf(request: ReadRequest): Promise<PagePicture | null> {
  const { bytes, refuse } = request
  if (!unpacksWithin(bytes)) return refuse('this PDF unpacks to more than a page can hold')
  try {
    const document = await loadPdf(bytes)
    const picture = pictureOf(document, request)
    if (picture) await tryCopying(document)
    return picture
  } catch (mistake) {
    // A stack that is used up by pages in pages without end is damage like any other.
    if (mistake instanceof TooLarge) return refuse('this PDF unpacks to more than a page can hold')
    if (!(mistake instanceof EncryptedPDFError)) return refuse('this PDF is damaged or cut short')
    return refuse('this PDF is locked with a password, or against being copied', 'ask for it without protection')
  }
}

/** Opens a PDF without changing a word of it; throws on damage and on encryption. */
async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: Infinity })
}

/** Copies the page as an output will, so that one that cannot be copied (nested without end) is found now; throws then. */
async function tryCopying(document: PDFDocument): Promise<void> {
  const empty = await PDFDocument.create({ updateMetadata: false })
  PDFObjectCopier.for(document.context, empty.context).copy(document.getPage(0).node)
}

function pictureOf(document: PDFDocument, { bytes, display, place, report, refuse }: ReadRequest): PagePicture | null {
  const pages = document.getPageCount()
  if (pages === 0) return refuse('this PDF has no page')
  const page = document.getPage(0)
  if (!page.node.Contents()) return refuse('this PDF has an empty page')
  const measured = measure(page)
  if (!measured) return refuse('this PDF does not say how large its page is')
  if (pages > 1) report({ code: 'pdf-pages', message: `${display} has ${pages} pages: the first is used`, place })
  if (document.catalog.has(PDFName.of('OCProperties'))) {
    const hint = 'ask for it without layers'
    report({ code: 'pdf-layers', message: `${display} has layers: all of them are printed`, place, hint })
  }
  const inspection = inspectPage(page)
  for (const font of inspection.missingFonts) {
    const hint = 'ask for it with all fonts embedded: whoever prints it takes another one instead'
    report({ code: 'pdf-font', message: `${display} does not bring its font ${font}`, place, hint })
  }
  if (inspection.hasRgb) {
    report({ code: 'pdf-rgb', message: `${display} has colours in RGB`, place, hint: 'a press wants CMYK' })
  }
  return { kind: 'page', ...measured, bytes, ...inspection, display, place }
}

type Box = PagePicture['box']

/** The page as it is shown: its trim, turned upright. Null when that is no size. */
function measure(
  page: PDFPage,
): Pick<PagePicture, 'width' | 'height' | 'natural' | 'box' | 'turn' | 'unit' | 'bleed'> | null {
  // What is left out is the crop, and then the sheet (ISO 32000-1, 14.11.2).
  const box = boxOf(page.getTrimBox())
  const unitEntry = page.node.lookup(PDFName.of('UserUnit'))
  const unit = unitEntry instanceof PDFNumber ? unitEntry.asNumber() : 1
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const sides = [(box.right - box.left) * unit, (box.top - box.bottom) * unit] as const
  const [width, height] = turn % 180 === 0 ? sides : [sides[1], sides[0]]
  const isSize = [width, height].every((side) => Number.isFinite(side) && side > 0)
  if (!isSize || turn % 90 !== 0) return null
  return { width, height, natural: { width, height }, box, turn, unit, bleed: bleedOf(page, { box, turn, unit }) }
}

function boxOf({ x, y, width, height }: ReturnType<PDFPage['getTrimBox']>): Box {
  const [left, right] = [Math.min(x, x + width), Math.max(x, x + width)]
  const [bottom, top] = [Math.min(y, y + height), Math.max(y, y + height)]
  return { left, bottom, right, top }
}

/** How far a page goes on beyond its trim: its bleed, and no further than its sheet. */
function bleedOf(page: PDFPage, { box, turn, unit }: Pick<PagePicture, 'box' | 'turn' | 'unit'>): Sides {
  const [bleed, sheet] = [boxOf(page.getBleedBox()), boxOf(page.getMediaBox())]
  // Clockwise from the left, as a turn goes: turned to the right, what was at the left is at the top.
  const own = [
    box.left - Math.max(bleed.left, sheet.left),
    Math.min(bleed.top, sheet.top) - box.top,
    Math.min(bleed.right, sheet.right) - box.right,
    box.bottom - Math.max(bleed.bottom, sheet.bottom),
  ]
  const [left, top, right, bottom] = own.map((_, side) => {
    const beyond = own[(side + 4 - turn / 90) % 4]! * unit
    return Number.isFinite(beyond) ? Math.max(0, beyond) : 0
  }) as [Pt, Pt, Pt, Pt]
  return { left, top, right, bottom }
}

/**
 * Whether the tables that a PDF packs (object and cross-reference streams) unpack to a bounded size: the library unpacks
 * them all when it opens a file.
 */
function unpacksWithin(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = MOST_UNPACKED
  for (const kind of ['/ObjStm', '/XRef']) {
    for (let at = file.indexOf(kind); at >= 0; at = file.indexOf(kind, at + 1)) {
      const stream = file.indexOf('stream', at)
      if (stream < 0) continue
      const start = stream + 'stream'.length + (file[stream + 6] === 0x0d ? 2 : 1)
      const unpacked = unpackedSize(file.subarray(start), left)
      if (unpacked === null) return false
      left -= unpacked
    }
  }
  return true
}

/** How large packed data is; nought for what is not packed; null when it is larger than `most`. */
function unpackedSize(packed: Uint8Array, most: number): number | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : 0
  }
}
