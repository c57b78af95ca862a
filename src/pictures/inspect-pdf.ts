import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import { readContent, type Spaces } from './pdf-content.js'
import { isColoured, type Space, spaceOf } from './pdf-space.js'
import type { PagePicture } from './types.js'

/** What a page holds that a press asks about. */
export type Inspection = Pick<PagePicture, 'missingFonts' | 'hasRgb' | 'hasColour' | 'isTransparent' | 'mostInk'>

/** What unpacks to more than a page can hold. */
export class TooLarge extends Error {}

/** To so many bytes the content of a page may unpack, all its parts together. */
const MOST_CONTENT = 64_000_000

/** The ways in which content may be packed (ISO 32000-1, 7.4). */
const FILTERS = new Set(['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'])

/** Those that write bytes in letters, of which one is four bytes at most. Older programs pack content, and then write it so. */
const LETTERS = new Set(['ASCII85Decode', 'ASCIIHexDecode'])

/** Looks through a page and all that it draws: forms, patterns, images, fonts. Throws when some of it cannot be read. */
export function inspectPage(page: PDFPage): Inspection {
  const inspector = new Inspector()
  const resources = page.node.Resources()
  inspector.content(page.node.Contents(), resources)
  inspector.resources(resources)
  const { missing, hasRgb, hasColour, isTransparent, mostInk } = inspector
  return { missingFonts: [...missing].sort(), hasRgb, hasColour, isTransparent, mostInk }
}

/** The fourteen families of fonts that a PDF may leave to its reader count as missing, too: a press has others. */
class Inspector {
  readonly missing = new Set<string>()
  hasRgb = false
  hasColour = false
  isTransparent = false
  mostInk = 0
  readonly #seen = new Set<PDFObject>()
  readonly #spaces = new Map<PDFDict | undefined, Spaces>()
  #left = MOST_CONTENT

  /** A content stream, or a list of those that are one when they are read one after the other; and what its names mean. */
  content(contents: PDFObject | undefined, resources: PDFDict | undefined): void {
    const all = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
    const texts = all.flatMap((one) => (one instanceof PDFRawStream ? [this.#unpack(one)] : []))
    const { hasRgb, hasColour, mostInk } = readContent(texts.join('\n'), this.#spacesOf(resources))
    this.hasRgb ||= hasRgb
    this.hasColour ||= hasColour
    this.mostInk = Math.max(this.mostInk, mostInk)
  }

  #spacesOf(resources: PDFDict | undefined): Spaces {
    let spaces = this.#spaces.get(resources)
    if (!spaces) {
      const entries = resources && dictOf(resources, 'ColorSpace')
      spaces = new Map((entries?.keys() ?? []).map((key) => [key.decodeText(), spaceOf(entries!.lookup(key))]))
      this.#spaces.set(resources, spaces)
    }
    return spaces
  }

  resources(resources: PDFDict | undefined): void {
    if (!resources || this.#wasSeen(resources)) return
    for (const font of entriesOf(resources, 'Font')) this.#font(font)
    for (const space of this.#spacesOf(resources).values()) this.#mayBeUsed(space)
    for (const state of entriesOf(resources, 'ExtGState')) this.#state(state)
    for (const drawn of entriesOf(resources, 'XObject')) this.#drawn(drawn, resources)
    for (const pattern of entriesOf(resources, 'Pattern')) this.#pattern(pattern, resources)
    for (const shading of entriesOf(resources, 'Shading')) this.#shading(shading)
  }

  #wasSeen(object: PDFObject): boolean {
    const was = this.#seen.has(object)
    this.#seen.add(object)
    return was
  }

  /** The content as text; of what is packed in rarer ways nothing is known, and nothing said. Throws when nobody can unpack it. */
  #unpack(stream: PDFRawStream): string {
    const filters = namesOf(stream.dict, 'Filter')
    const isPlain = !stream.dict.has(PDFName.of('DecodeParms')) && filters.every((name) => FILTERS.has(name))
    if (filters.length > 0 && !isPlain) {
      throw new Error('content that cannot be unpacked')
    }
    const [packed, ...more] = filters.filter((name) => !LETTERS.has(name))
    // Nothing is gained by packing twice but a small file of endless content.
    if (more.length > 0) throw new TooLarge()
    if (packed !== undefined && packed !== filters.at(-1)) return ''
    const bytes = fromLetters(stream, filters.slice(0, packed === undefined ? undefined : -1))
    if (packed === undefined) {
      this.#left -= bytes.length
      if (this.#left < 0) throw new TooLarge()
      return Buffer.from(bytes).toString('latin1')
    }
    if (packed !== 'FlateDecode') return ''
    try {
      const unpacked = inflateSync(bytes, { maxOutputLength: Math.max(1, this.#left) })
      this.#left -= unpacked.length
      return unpacked.toString('latin1')
    } catch (failure) {
      throw (failure as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : failure
    }
  }

  /** A form or an image. One without resources has those of what draws it. */
  #drawn(drawn: PDFObject, around: PDFDict): void {
    if (!(drawn instanceof PDFStream) || this.#wasSeen(drawn)) return
    const { dict } = drawn
    if (nameOf(dict, 'Subtype') === 'Image') return this.#image(dict)
    const group = dictOf(dict, 'Group')
    if (group && nameOf(group, 'S') === 'Transparency') this.isTransparent = true
    const own = dictOf(dict, 'Resources')
    this.content(drawn, own ?? around)
    this.resources(own)
  }

  /** An image; one that is a stencil has the colour of what paints it, and one that says no space keeps it within itself. */
  #image(image: PDFDict): void {
    if (image.lookup(PDFName.of('SMask')) instanceof PDFStream || numberOf(image, 'SMaskInData', 0) > 0) {
      this.isTransparent = true
    }
    if (image.lookup(PDFName.of('ImageMask')) === PDFBool.True) return
    const space = image.lookup(PDFName.of('ColorSpace'))
    if (space) this.#isUsed(spaceOf(space))
    else this.hasColour = true
  }

  /** Parameters of the graphics state (ISO 32000-1, 11.6): paint that is not opaque, or is mixed with what is under it. */
  #state(state: PDFObject): void {
    if (!(state instanceof PDFDict)) return
    const isFaint = numberOf(state, 'ca', 1) < 1 || numberOf(state, 'CA', 1) < 1
    const isMasked = dictOf(state, 'SMask') !== undefined
    const isMixed = namesOf(state, 'BM').some((mode) => mode !== 'Normal' && mode !== 'Compatible')
    if (isFaint || isMasked || isMixed) this.isTransparent = true
  }

  #pattern(pattern: PDFObject, around: PDFDict): void {
    if (pattern instanceof PDFStream) return this.#drawn(pattern, around)
    if (!(pattern instanceof PDFDict)) return
    this.#shading(pattern.lookup(PDFName.of('Shading')))
    const state = pattern.lookup(PDFName.of('ExtGState'))
    if (state) this.#state(state)
  }

  #shading(shading: PDFObject | undefined): void {
    const dict = shading instanceof PDFStream ? shading.dict : shading
    if (dict instanceof PDFDict) this.#isUsed(spaceOf(dict.lookup(PDFName.of('ColorSpace'))))
  }

  /** A space that content may call by its name: black and grey can be had in red, green and blue, and in inks, but in no spot colour. */
  #mayBeUsed({ kind }: Space): void {
    if (kind === 'rgb') this.hasRgb = true
    if (kind === 'spot') this.hasColour = true
  }

  /** A space in which something is shown. */
  #isUsed(space: Space): void {
    this.#mayBeUsed(space)
    if (isColoured(space)) this.hasColour = true
  }

  #font(font: PDFObject): void {
    if (!(font instanceof PDFDict) || this.#wasSeen(font)) return
    // The letters of a Type 3 font are content of the file itself.
    if (nameOf(font, 'Subtype') === 'Type3') return this.#drawnFont(font)
    const descendants = font.lookup(PDFName.of('DescendantFonts'))
    const own = descendants instanceof PDFArray ? descendants.lookup(0) : font
    const descriptor = own instanceof PDFDict ? dictOf(own, 'FontDescriptor') : undefined
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)))
    if (!isEmbedded) this.missing.add(nameOf(font, 'BaseFont') ?? 'without a name')
  }

  #drawnFont(font: PDFDict): void {
    const own = dictOf(font, 'Resources')
    for (const letter of entriesOf(font, 'CharProcs')) this.content(letter, own)
    this.resources(own)
  }
}

/** The bytes of content that is written in letters, in such ways one in the other. */
function fromLetters({ dict: { context }, contents }: PDFRawStream, filters: readonly string[]): Uint8Array {
  if (filters.length === 0) return contents
  return decodePDFRawStream(PDFRawStream.of(context.obj({ Filter: [...filters] }), contents)).decode()
}

function entriesOf(resources: PDFDict, kind: string): readonly PDFObject[] {
  const entries = dictOf(resources, kind)
  return (entries?.keys() ?? []).flatMap((key) => entries!.lookup(key) ?? [])
}

function dictOf(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFDict ? value : undefined
}

function numberOf(dict: PDFDict, key: string, otherwise: number): number {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : otherwise
}

function nameOf(dict: PDFDict, key: string): string | null {
  return namesOf(dict, key)[0] ?? null
}

/** The name under a key, or those of a list there. */
function namesOf(dict: PDFDict, key: string): readonly string[] {
  const value = dict.lookup(PDFName.of(key))
  const all = value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [value]
  return all.flatMap((one) => (one instanceof PDFName ? [one.decodeText()] : []))
}
