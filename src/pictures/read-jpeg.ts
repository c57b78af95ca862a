import type { ReadRequest } from './open-pictures.js'
import type { RasterPicture } from './types.js'

/** Start of frame markers that every reader decodes: baseline, extended, progressive (ITU-T T.81, table B.1). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** The other start of frame markers: lossless, hierarchical and arithmetic coding, which PDF does not take. */
const UNUSUAL_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const START_OF_SCAN = 0xda
const EXIF = 0xe1
const COLOUR_PROFILE = 0xe2

/** What the segments before the first scan say. */
interface Header {
  readonly frame: number
  readonly bits: number
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly orientation: number
  /** Whether it has no colour profile but that of sRGB. */
  readonly isPlain: boolean
}

const COLOURS: Readonly<Record<number, RasterPicture['colours']>> = { 1: 'grey', 3: 'rgb', 4: 'cmyk' }

/** Reads the size of a JPEG from its head and checks that it has an end. */
export function readJpeg({ bytes, display, place, refuse }: ReadRequest): RasterPicture | null {
  const header = readHeader(bytes)
  if (!header || !endsWhole(bytes)) return refuse('this JPEG is damaged or cut short')
  const { frame, bits, width, height, channels, orientation, isPlain } = header
  const colours = COLOURS[channels]
  if (!FRAMES.has(frame) || bits !== 8 || !colours) {
    return refuse('this kind of JPEG cannot be printed', 'save it anew as an ordinary JPEG')
  }
  const turned = orientation > 4
  return {
    kind: 'raster',
    format: 'JPEG',
    width: turned ? height : width,
    height: turned ? width : height,
    natural: null,
    orientation,
    colours,
    isPlain,
    bytes,
    display,
    place,
  }
}

/** Walks the segments up to the first scan; null when they do not hold together. */
function readHeader(bytes: Uint8Array): Header | null {
  const view = viewOf(bytes)
  let orientation = 1
  let isPlain = true
  let frame: Omit<Header, 'orientation' | 'isPlain'> | null = null
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++ // A marker may be preceded by any number of fill bytes.
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    if (marker === START_OF_SCAN) return frame && { ...frame, orientation, isPlain }
    if ((FRAMES.has(marker) || UNUSUAL_FRAMES.has(marker)) && length >= 8) {
      const height = view.getUint16(at + 5)
      const width = view.getUint16(at + 7)
      if (width === 0 || height === 0) return null
      frame = { frame: marker, bits: bytes[at + 4]!, width, height, channels: bytes[at + 9]! }
    }
    if (marker === COLOUR_PROFILE) isPlain &&= !hasForeignProfile(bytes.subarray(at + 4, at + 2 + length))
    if (marker === EXIF) orientation = readOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation
    at += 2 + length
  }
  return null
}

/** Whether the end-of-image marker stands at the end; some cameras leave noughts after it. */
function endsWhole(bytes: Uint8Array): boolean {
  let end = bytes.length
  while (end > 2 && bytes[end - 1] === 0) end--
  return bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9
}

/** Whether a segment is (the first part of) a colour profile that is not that of sRGB (ICC.1, annex B.4). */
function hasForeignProfile(segment: Uint8Array): boolean {
  const text = Buffer.from(segment.buffer, segment.byteOffset, segment.byteLength).toString('latin1')
  return text.startsWith('ICC_PROFILE\0\x01') && !/sRGB|s\0R\0G\0B/.test(text)
}

/** The orientation of an Exif segment (Exif 2.32, tag 0x0112 of the first directory); null when it has none. */
function readOrientation(segment: Uint8Array): number | null {
  const isExif = [0x45, 0x78, 0x69, 0x66, 0, 0].every((value, index) => segment[index] === value)
  const tiff = segment.subarray(6)
  if (!isExif || tiff.length < 14) return null
  const view = viewOf(tiff)
  const little = tiff[0] === 0x49
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return null
  const entries = view.getUint16(directory, little)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    if (view.getUint16(at, little) !== 0x0112) continue
    const orientation = view.getUint16(at + 8, little)
    return orientation >= 1 && orientation <= 8 ? orientation : null
  }
  return null
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
