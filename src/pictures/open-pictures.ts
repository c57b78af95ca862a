import type { Host, Report } from '../base/index.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import type { Picture, PictureRequest, Pictures } from './types.js'

/** What opening pictures needs. */
export interface OpenPicturesRequest {
  readonly files: readonly PictureRequest[]
  /** Where outlines are kept from one build to the next; null for nowhere. */
  readonly cacheFolder: string | null
  readonly host: Host
  readonly report: Report
}

/** A file that is larger is not read: no artwork of a newspaper page is (bytes). */
const MOST_BYTES = 128_000_000
/**
 * More pixels than this are refused before anything is decoded: a page of a tabloid at 600 to the inch has 61 million, and
 * so have the largest cameras of the press; a progressive JPEG of 64 million takes half a gigabyte while it is decoded.
 */
const MOST_PIXELS = 64_000_000

/**
 * Opens every picture once, whatever its name ends in: what a file is, its first bytes say. Only sizes are read of
 * pictures of pixels. The readers of SVG and PDF are loaded when the first such file is met.
 */
export async function openPictures(request: OpenPicturesRequest): Promise<Pictures> {
  const { files, host, report } = request
  const outlined = new Set(files.flatMap(({ file, isOutlined }) => (isOutlined ? [file] : [])))
  const pictures = new Map<string, Picture>()
  const seen = new Set<string>()
  for (const asked of files) {
    if (seen.has(asked.file)) continue
    seen.add(asked.file)
    const picture = await openPicture(asked, host, report)
    if (!picture) continue
    pictures.set(asked.file, outlined.has(asked.file) ? await withOutline(picture, request) : picture)
  }
  return pictures
}

async function withOutline(picture: Picture, options: OpenPicturesRequest): Promise<Picture> {
  const { outlineOf } = await import('./outline-of.js')
  const outline = await outlineOf(picture, options)
  return outline ? { ...picture, outline } : picture
}

/** Reports that the file as a whole is unusable, and gives null. */
export type Refuse = (message: string, hint?: string) => null

/** What every reader gets. */
export interface ReadRequest extends PictureRequest {
  readonly bytes: Uint8Array
  /** The file as an editor should see it. */
  readonly display: string
  readonly report: Report
  readonly refuse: Refuse
}

async function openPicture({ file, place }: PictureRequest, host: Host, report: Report): Promise<Picture | null> {
  const display = host.displayPath(file)
  const refuse = (message: string, hint?: string): null => {
    report({ code: 'picture-unusable', message: `${display}: ${message}`, place, ...(hint ? { hint } : {}) })
    return null
  }
  const size = host.size(file)
  if (size !== null && size > MOST_BYTES) {
    return refuse(
      `this file has ${million(size)} million bytes`,
      `save it smaller: at most ${million(MOST_BYTES)} million`,
    )
  }
  const bytes = size === null ? null : host.readBytes(file)
  if (!bytes) {
    report({ code: 'file-missing', message: `there is no picture ${display}`, place })
    return null
  }
  const picture = await readPicture({ file, place, bytes, display, report, refuse })
  if (picture?.kind !== 'raster' || picture.width * picture.height <= MOST_PIXELS) return picture
  const pixels = million(picture.width * picture.height)
  return refuse(
    `this ${picture.format} has ${pixels} million pixels`,
    `save it smaller: at most ${million(MOST_PIXELS)} million`,
  )
}

function million(count: number): number {
  return Math.round(count / 1e6)
}

async function readPicture(request: ReadRequest): Promise<Picture | null> {
  const { bytes, refuse } = request
  if (startsWith(bytes, [0xff, 0xd8])) return readJpeg(request)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return readPng(request)
  if (looksLikePdf(bytes)) return (await import('./read-pdf.js')).readPdf(request)
  if (looksLikeXml(bytes)) return (await import('./read-svg.js')).readSvg(request)
  const other = OTHER_KINDS.find(({ signature }) => startsWith(bytes, Array.from(Buffer.from(signature, 'latin1'))))
  const known = 'SVG, PNG, JPEG or PDF'
  return refuse(
    other ? `this is ${other.name}, no ${known}` : `this is no ${known}`,
    'save the picture as one of these',
  )
}

/** Files that are sent instead of pictures, by their first bytes. */
const OTHER_KINDS: readonly { readonly signature: string; readonly name: string }[] = [
  { signature: 'PK\x03\x04', name: 'a ZIP archive or an office document' },
  { signature: '%!PS', name: 'PostScript' },
  { signature: '\xc5\xd0\xd3\xc6', name: 'PostScript' },
  { signature: 'II*\0', name: 'a TIFF' },
  { signature: 'MM\0*', name: 'a TIFF' },
  { signature: '8BPS', name: 'a Photoshop document' },
  { signature: 'GIF8', name: 'a GIF' },
  { signature: 'RIFF', name: 'a WebP' },
  { signature: '\xd0\xcf\x11\xe0', name: 'an office document' },
]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value)
}

/** Readers of PDF look for its mark in the first 1024 bytes (ISO 32000-1, annex H, 3.4.1). */
function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-')
}

/** The first character that is no white space, after a byte order mark, opens a tag. */
function looksLikeXml(bytes: Uint8Array): boolean {
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at]!)) at++
  return bytes[at] === 0x3c
}
