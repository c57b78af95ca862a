import { wholeFile, type Host, type Report } from '../base/index.js'
import { readJpeg } from './read-jpeg.js'
import type { Picture, PictureRequest, Pictures } from './types.js'

/** What opening pictures needs. */
export interface OpenPicturesRequest {
  readonly files: readonly PictureRequest[]
  readonly host: Host
  readonly report: Report
}

/**
 * Opens every picture once, whatever its name ends in: what a file is, its first bytes say.
 * The readers of SVG and PNG are loaded when the first such file is met.
 */
export async function openPictures({ files, host, report }: OpenPicturesRequest): Promise<Pictures> {
  const pictures = new Map<string, Picture>()
  const seen = new Set<string>()
  for (const request of files) {
    if (seen.has(request.file)) continue
    seen.add(request.file)
    const picture = await openPicture(request, host, report)
    if (picture) pictures.set(request.file, picture)
  }
  return pictures
}

async function openPicture({ file, place }: PictureRequest, host: Host, report: Report): Promise<Picture | null> {
  const display = host.displayPath(file)
  const bytes = host.readBytes(file)
  if (!bytes) {
    report({ code: 'file-missing', message: `there is no picture ${display}`, place })
    return null
  }
  const refuse = (message: string, hint?: string): null => {
    const inFile = wholeFile(display)
    report({ code: 'picture-unusable', message, place: inFile, ...(hint === undefined ? {} : { hint }) })
    return null
  }
  if (startsWith(bytes, [0xff, 0xd8])) return readJpeg(bytes, refuse)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return (await import('./read-png.js')).readPng(bytes, refuse)
  if (looksLikeXml(bytes)) {
    return (await import('./read-svg.js')).readSvg({ bytes, display, report, refuse })
  }
  return refuse('this is no SVG, PNG or JPEG', 'save the picture as one of these')
}

/** Reports that the file as a whole is unusable, and gives null. */
export type Refuse = (message: string, hint?: string) => null

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value)
}

/** The first character that is no white space, after a byte order mark, opens a tag. */
function looksLikeXml(bytes: Uint8Array): boolean {
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at]!)) at++
  return bytes[at] === 0x3c
}
