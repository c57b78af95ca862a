import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import { usesRgb } from './pdf-content.js'

/** What a page holds that a press stumbles over. */
export interface Inspection {
  /** Names of fonts that are used and not embedded, each once. */
  readonly missingFonts: readonly string[]
  /** Whether a colour is given in red, green and blue. */
  readonly hasRgb: boolean
}

/** What unpacks to more than a page can hold. */
export class TooLarge extends Error {}

/** To so many bytes the content of a page may unpack, all its parts together. */
const MOST_CONTENT = 64_000_000

/** The ways in which content may be packed (ISO 32000-1, 7.4). */
const FILTERS = new Set(['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'])

/** Looks through a page and all that it draws: forms, patterns, images, fonts. Throws when some of it cannot be read. */
export function inspectPage(page: PDFPage): Inspection {
  const inspector = new Inspector()
  inspector.content(page.node.Contents())
  inspector.resources(page.node.Resources())
  return { missingFonts: [...inspector.missing].sort(), hasRgb: inspector.hasRgb }
}

/** The fourteen families of fonts that a PDF may leave to its reader count as missing, too: a press has others. */
class Inspector {
  readonly missing = new Set<string>()
  hasRgb = false
  readonly #seen = new Set<PDFObject>()
  #left = MOST_CONTENT

  /** A content stream or a list of them. */
  content(contents: PDFObject | undefined): void {
    if (contents instanceof PDFArray) {
      for (let at = 0; at < contents.size(); at++) this.content(contents.lookup(at))
    }
    if (contents instanceof PDFRawStream) this.hasRgb = usesRgb(this.#unpack(contents)) || this.hasRgb
  }

  resources(resources: PDFDict | undefined): void {
    if (!resources || this.#wasSeen(resources)) return
    for (const font of entriesOf(resources, 'Font')) this.#font(font)
    for (const space of entriesOf(resources, 'ColorSpace')) this.#colourSpace(space)
    for (const drawn of entriesOf(resources, 'XObject')) this.#drawn(drawn)
    for (const pattern of entriesOf(resources, 'Pattern')) this.#pattern(pattern)
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
    const bytes = stream.getContents()
    if (filters.length === 0) return Buffer.from(bytes).toString('latin1')
    if (stream.dict.has(PDFName.of('DecodeParms')) || !filters.every((name) => FILTERS.has(name))) {
      throw new Error('content that cannot be unpacked')
    }
    if (filters.length > 1 || filters[0] !== 'FlateDecode') return ''
    try {
      const unpacked = inflateSync(bytes, { maxOutputLength: Math.max(1, this.#left) })
      this.#left -= unpacked.length
      return unpacked.toString('latin1')
    } catch (failure) {
      throw (failure as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : failure
    }
  }

  /** A form or an image. */
  #drawn(drawn: PDFObject): void {
    if (!(drawn instanceof PDFStream) || this.#wasSeen(drawn)) return
    if (nameOf(drawn.dict, 'Subtype') === 'Image') return this.#colourSpace(drawn.dict.lookup(PDFName.of('ColorSpace')))
    this.content(drawn)
    this.resources(dictOf(drawn.dict, 'Resources'))
  }

  #pattern(pattern: PDFObject): void {
    if (pattern instanceof PDFStream) this.#drawn(pattern)
    else if (pattern instanceof PDFDict) this.#shading(pattern.lookup(PDFName.of('Shading')))
  }

  #shading(shading: PDFObject | undefined): void {
    const dict = shading instanceof PDFStream ? shading.dict : shading
    if (dict instanceof PDFDict) this.#colourSpace(dict.lookup(PDFName.of('ColorSpace')))
  }

  #colourSpace(space: PDFObject | undefined): void {
    if (space && isRgb(space)) this.hasRgb = true
  }

  #font(font: PDFObject): void {
    if (!(font instanceof PDFDict) || this.#wasSeen(font)) return
    // The letters of a Type 3 font are content of the file itself.
    if (nameOf(font, 'Subtype') === 'Type3') return this.resources(dictOf(font, 'Resources'))
    const descendants = font.lookup(PDFName.of('DescendantFonts'))
    const own = descendants instanceof PDFArray ? descendants.lookup(0) : font
    const descriptor = own instanceof PDFDict ? dictOf(own, 'FontDescriptor') : undefined
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)))
    if (!isEmbedded) this.missing.add(nameOf(font, 'BaseFont') ?? 'without a name')
  }
}

/** Whether colours of a space are red, green and blue (ISO 32000-1, 8.6). A spot colour is none, whatever stands in for it. */
function isRgb(space: PDFObject): boolean {
  if (space instanceof PDFName) return ['DeviceRGB', 'CalRGB', 'RGB'].includes(space.decodeText())
  if (!(space instanceof PDFArray) || space.size() === 0) return false
  const kind = space.lookup(0)
  const base = space.size() > 1 ? space.lookup(1) : undefined
  switch (kind instanceof PDFName ? kind.decodeText() : '') {
    case 'CalRGB':
    case 'DeviceRGB':
      return true
    case 'ICCBased': {
      const parts = base instanceof PDFStream ? base.dict.lookup(PDFName.of('N')) : undefined
      return parts instanceof PDFNumber && parts.asNumber() === 3
    }
    case 'Indexed':
    case 'I':
    case 'Pattern':
      return base !== undefined && base !== space && isRgb(base)
    default:
      return false
  }
}

function entriesOf(resources: PDFDict, kind: string): readonly PDFObject[] {
  const entries = dictOf(resources, kind)
  return (entries?.keys() ?? []).flatMap((key) => entries!.lookup(key) ?? [])
}

function dictOf(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFDict ? value : undefined
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
