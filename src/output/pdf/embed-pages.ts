import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import type { PagePicture } from '../../pictures/index.js'

/** A page of another file, and the number of the empty form that it takes the place of. */
export interface EmbeddedPage {
  readonly picture: PagePicture
  readonly form: number
  /** Whether it is shown beyond its trim anywhere. */
  readonly bleeds: boolean
}

/** Nothing of the machine goes into the file: no date, no name of a program. */
const UNTOUCHED = { updateMetadata: false, parseSpeed: Infinity } as const

/**
 * Puts pages of other files into a finished PDF, each in the place of a form that was reserved for it. A page's content
 * stays as it was written, byte for byte, where it is one stream; its fonts, images and colours are copied as they are.
 */
export async function embedPages(file: Uint8Array, pages: readonly EmbeddedPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.load(file, UNTOUCHED)
  const { context } = document
  for (const page of pages) {
    const source = await PDFDocument.load(page.picture.bytes, UNTOUCHED)
    context.assign(PDFRef.of(page.form), formOf(source.getPage(0), page, context))
  }
  renewId(context, pages)
  return document.save({
    rewrite: true,
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  })
}

/** A page as a form of another file: upright, at its own size, the foot of its trim at nought. */
function formOf(page: PDFPage, { picture, bleeds }: EmbeddedPage, context: PDFContext): PDFRawStream {
  const copier = PDFObjectCopier.for(page.node.context, context)
  const { left, bottom, right, top } = bleeds ? withBleed(picture) : picture.box
  const stream = copier.copy(contentOf(page))
  const entries: readonly (readonly [string, PDFObject])[] = [
    ['Type', PDFName.of('XObject')],
    ['Subtype', PDFName.of('Form')],
    ['FormType', context.obj(1)],
    ['BBox', context.obj([left, bottom, right, top])],
    ['Matrix', context.obj([...uprightMatrix(picture)])],
    ['Resources', copier.copy(page.node.Resources() ?? PDFDict.withContext(page.node.context))],
  ]
  for (const [key, value] of entries) stream.dict.set(PDFName.of(key), value)
  // How transparency is reckoned belongs to what a page looks like. Without any it is nothing, and PDF/X-1a takes no group.
  const group = picture.isTransparent ? page.node.lookup(PDFName.of('Group')) : undefined
  if (group) stream.dict.set(PDFName.of('Group'), copier.copy(group))
  return stream
}

/** What a page draws, as one stream: the only one as it is, several one after the other. */
function contentOf(page: PDFPage): PDFRawStream {
  const contents = page.node.Contents()
  const list = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  const streams = list.map((one) => page.node.context.lookup(one)).filter((one) => one instanceof PDFRawStream)
  if (streams.length === 1) return streams[0]!
  const line = Buffer.from('\n')
  const parts = streams.flatMap((stream) => [decodePDFRawStream(stream).decode(), line])
  const packed = deflateSync(Buffer.concat(parts))
  return PDFRawStream.of(page.node.context.obj({ Filter: 'FlateDecode', Length: packed.length }), packed)
}

/** The trim and the bleed of a page in its own space. */
function withBleed({ box, bleed, turn, unit }: PagePicture): PagePicture['box'] {
  // Clockwise from the left, as a turn goes.
  const upright = [bleed.left, bleed.top, bleed.right, bleed.bottom]
  const [left, top, right, bottom] = upright.map((_, side) => upright[(side + turn / 90) % 4]! / unit)
  return { left: box.left - left!, top: box.top + top!, right: box.right + right!, bottom: box.bottom - bottom! }
}

/** The map from the page's own space to one that has the box upright in points, its lower left corner at nought. */
function uprightMatrix({ box, turn, unit }: PagePicture): readonly number[] {
  const { left, bottom, right, top } = box
  switch (turn) {
    case 90:
      return [0, -unit, unit, 0, -bottom * unit, right * unit]
    case 180:
      return [-unit, 0, 0, -unit, right * unit, top * unit]
    case 270:
      return [0, unit, -unit, 0, top * unit, -left * unit]
    default:
      return [unit, 0, 0, unit, -left * unit, -bottom * unit]
  }
}

/** The file's ID says what is in it: the pages that were put into it, too. */
function renewId(context: PDFContext, pages: readonly EmbeddedPage[]): void {
  const hash = createHash('sha256').update(String(context.trailerInfo.ID))
  for (const { picture } of pages) hash.update(picture.bytes)
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32).toUpperCase())
  context.trailerInfo.ID = context.obj([id, id])
}
