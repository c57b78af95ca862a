import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import PDFDocument, { type EmbeddedFont, type PdfReference } from 'pdfkit'
import type { Face } from '../../fonts/index.js'
import type { Sheet } from '../../prepress/index.js'
import type { DocumentInfo } from '../types.js'
import { type MetadataRequest, writeMetadata } from './metadata.js'
import type { DocumentObjects } from './write-structure.js'
import { outputIntent, pageBoxes, type PressDocument, pressInfo, VERSIONS } from './press-document.js'

/** What wrote the file. */
const CREATOR = 'stonehand'
const PRODUCER = 'PDFKit'

/** A face in a document, with the glyphs that are used of it. */
export interface EmbeddedFace {
  /** Its name in the resources of every page. */
  readonly name: string
  /** The two-byte code of a glyph that stands for these characters. The same glyph has a code for each meaning: a small
   * capital must extract as the letter that was written. */
  codeOf(glyph: number, characters: string): number
  /** The advance of a code as the file has it, in 1/1000 em. */
  widthOf(code: number): number
  /** The code of a space. */
  spaceCode(): number
}

/** A PDF that is being written, page by page. */
export interface PdfDocument {
  /** Begins a page; what follows goes onto it. Its space is in points, origin top left, y down. */
  beginPage(sheet: Sheet): void
  /** Gives the page its content. */
  setContent(content: string): void
  /** The face, named in the page's resources. */
  useFace(face: Face): EmbeddedFace
  /** Puts an image object into the page's resources. */
  useImage(name: string, image: ImageObject): void
  /** Puts a form into the page's resources: the same one, empty as yet, for every use of a name. */
  useForm(name: string): void
  /** Puts parameters of the graphics state into the page's resources: the same ones for every use of a name. */
  useState(name: string, parameters: Readonly<Record<string, unknown>>): void
  /** The number of each form's object in the file, by its name. */
  readonly forms: ReadonlyMap<string, number>
  /** Writes what is said of the pages, when all of them have their content. */
  describe(write: (objects: DocumentObjects) => void): void
  /** Ends the document. */
  finish(): Promise<Uint8Array>
}

/** An image to embed: the entries of its dictionary and its stream. */
export interface ImageObject {
  readonly entries: Readonly<Record<string, unknown>>
  readonly stream: Uint8Array
}

/**
 * Opens a PDF: 1.7 for a screen, what its standard is built on for a press. All private calls of pdfkit are in this file. Nothing of
 * the machine goes into the document: its dates are the edition's, its ID comes from its content.
 */
export function openPdf(info: DocumentInfo): PdfDocument {
  const date = new Date(`${info.date}T00:00:00Z`)
  const { title, author, language, press = null } = info
  const document = new PDFDocument({
    font: null,
    autoFirstPage: false,
    // Pages are written at the end, when their contents have been deflated.
    bufferPages: true,
    ...(press ? { pdfVersion: VERSIONS[press.standard] } : { pdfVersion: '1.7', lang: language, displayTitle: true }),
    info: { Title: title, Author: author, Creator: CREATOR, Producer: PRODUCER, CreationDate: date, ModDate: date },
  })
  const faces = new Map<Face, EmbeddedFace & { readonly font: EmbeddedFont }>()
  const images = new Map<string, PdfReference>()
  const states = new Map<string, PdfReference>()
  const forms = new Map<string, PdfReference>()
  const formNumbers = new Map<string, number>()
  const pages: PdfReference[] = []
  const heights: number[] = []
  const contents: PageContent[] = []
  return {
    beginPage(sheet) {
      document.addPage({ size: [sheet.width, sheet.height], margin: 0 })
      if (press) {
        const { data } = document.page.dictionary
        Object.assign(data, pageBoxes(sheet))
        // Of PDF 1.6, and 1 as it is.
        delete data.UserUnit
      }
      pages.push(document.page.dictionary)
      heights.push(sheet.height)
    },
    setContent(content) {
      const bytes = Buffer.from(content, 'latin1')
      contents.push({ object: document.page.content, deflated: deflateAside(bytes) })
    },
    useFace(face) {
      const embedded = faces.get(face) ?? embedFace(document, face)
      faces.set(face, embedded)
      document.page.fonts[embedded.name] ??= embedded.font.ref()
      return embedded
    },
    useImage(name, image) {
      const object = images.get(name) ?? embedImage(document, image)
      images.set(name, object)
      document.page.xobjects[name] = object
    },
    useState(name, parameters) {
      const state = states.get(name) ?? embedState(document, parameters)
      states.set(name, state)
      document.page.ext_gstates[name] = state
    },
    useForm(name) {
      const form = forms.get(name) ?? reserveForm(document)
      forms.set(name, form)
      formNumbers.set(name, form.id)
      document.page.xobjects[name] = form
    },
    forms: formNumbers,
    describe(write) {
      write({ catalog: document._root.data, pages, heights, ref: (data) => document.ref(data) })
    },
    async finish() {
      for (const { object, deflated } of contents) embedContent(object, await deflated)
      if (press) describePress(document, info, press)
      // Nothing can be promised of pages that come as they are.
      const isAccessible = info.structure !== undefined && forms.size === 0
      return finish(document, press === null || press.standard === 'PDF/X-4' ? { ...info, isAccessible } : null)
    },
  }
}

function embedFace(document: PDFDocument, face: Face): EmbeddedFace & { readonly font: EmbeddedFont } {
  // The prefix keeps the key apart from fonts' own names, which pdfkit looks up in the same table.
  const key = `face ${face.key}`
  const font = document.registerFont(key, face.bytes).font(key)._font
  const codes = new Map<string, number>()
  const embed = font.embed.bind(font)
  font.embed = () => {
    const { id } = font
    font.id = tagSeed(face, font)
    embed()
    font.id = id
  }
  const codeOf = (glyph: number, characters: string): number => {
    const meaning = `${glyph} ${characters}`
    const known = codes.get(meaning)
    if (known !== undefined) return known
    let code = font.subset.includeGlyph(glyph)
    if (font.unicode[code] !== undefined) code = font.subset.glyphs.push(glyph) - 1
    font.widths[code] = font.font.getGlyph(glyph).advanceWidth * font.scale
    font.unicode[code] = Array.from(characters, (character) => character.codePointAt(0)!)
    codes.set(meaning, code)
    return code
  }
  let space: number | null = null
  return {
    name: font.id,
    font,
    codeOf,
    spaceCode: () => (space ??= codeOf(font.font.glyphForCodePoint(0x20).id, ' ')),
    widthOf: (code) => font.widths[code]!,
  }
}

/** What a page shows, on its way through the compressor. */
interface PageContent {
  readonly object: PdfReference
  readonly deflated: Promise<Uint8Array>
}

/** Deflates on another core while the next pages are painted. */
const deflateAside = promisify<Uint8Array, Uint8Array>(deflate)

/** Puts a content stream in the place of what pdfkit began the page with: a line that turns y downwards, which ours has, too. */
function embedContent(object: PdfReference, deflated: Uint8Array): void {
  object.buffer.length = 0
  object.data.Length = 0
  object.data.Filter = 'FlateDecode'
  object.compress = false
  object.write(deflated)
}

/**
 * pdfkit makes a subset's tag from letters 2 to 7 of the font's id, each moved up by 17, and gives every file the same
 * tags; a tag from the face and its glyphs keeps pages apart that are put into one file later.
 */
function tagSeed(face: Face, { subset, unicode }: EmbeddedFont): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([face.key, subset.glyphs, unicode]))
    .digest()
  return `F${Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26) - 17)).join('')}`
}

function embedImage(document: PDFDocument, { entries, stream }: ImageObject): PdfReference {
  const object = document.ref({ Type: 'XObject', Subtype: 'Image', ...entries })
  object.end(stream)
  return object
}

function embedState(document: PDFDocument, parameters: Readonly<Record<string, unknown>>): PdfReference {
  const state = document.ref({ ...parameters })
  state.end()
  return state
}

/** Says in the document what press it is for, in one dictionary of information: pdfkit's has each entry in an object of its own. */
function describePress(document: PDFDocument, info: DocumentInfo, press: PressDocument): void {
  const { icc, isEmbedded } = press.inks
  const profile = isEmbedded ? document.ref({ N: 4 }) : null
  profile?.end(icc.bytes)
  const intent = document.ref(outputIntent(press, profile))
  intent.end()
  document._root.data.OutputIntents = [intent]
  document.flushPages()
  document.info = {}
  // The next object that pdfkit asks for is that dictionary.
  const { ref } = document
  document.ref = () => {
    document.ref = ref
    return document.ref(pressInfo({ ...info, creator: CREATOR, producer: PRODUCER }, press))
  }
}

/** A form that shows nothing until something is put in its place. */
function reserveForm(document: PDFDocument): PdfReference {
  const form = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0] })
  form.end()
  return form
}

/**
 * Ends the document: everything is written at once, so that the ID can be made from all that stands before the trailer. Its
 * metadata agrees with its information; null is for none.
 */
function finish(
  document: PDFDocument,
  info: (DocumentInfo & Pick<MetadataRequest, 'isAccessible'>) | null,
): Uint8Array {
  const chunks: Uint8Array[] = []
  const take = (): void => {
    const chunk = document.read()
    if (chunk) chunks.push(chunk)
  }
  const digestSoFar = (): Buffer => {
    take()
    const hash = createHash('sha256')
    for (const chunk of chunks) hash.update(chunk)
    return hash.digest()
  }
  document.endMetadata = () => {
    if (!info) return
    const by = { creator: CREATOR, producer: PRODUCER }
    embedMetadata(document, { ...info, ...by, digest: digestSoFar() })
  }
  const finalize = document._finalize
  document._finalize = () => {
    document._id = new Uint8Array(digestSoFar().subarray(0, 16))
    finalize.call(document)
  }
  document.end()
  take()
  return Buffer.concat(chunks)
}

function embedMetadata(document: PDFDocument, request: MetadataRequest): void {
  const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' })
  metadata.compress = false
  metadata.end(new TextEncoder().encode(writeMetadata(request)))
  document._root.data.Metadata = metadata
}
