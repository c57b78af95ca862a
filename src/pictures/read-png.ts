import type { ReadRequest } from './open-pictures.js'
import type { RasterPicture } from './types.js'

/** Where the image's end stands: a chunk of no length, its name, its checksum (PNG, 3rd edition, 11.2.5). */
const END = Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')

/** Reads the size of a PNG from its head and checks that it has an end. */
export function readPng({ bytes, display, place, refuse }: ReadRequest): RasterPicture | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hasHead = file.length >= 33 && file.toString('latin1', 12, 16) === 'IHDR'
  const [width, height] = hasHead ? [file.readUInt32BE(16), file.readUInt32BE(20)] : [0, 0]
  if (width === 0 || height === 0 || !file.includes(END)) return refuse('this PNG is damaged or cut short')
  return {
    kind: 'raster',
    format: 'PNG',
    width,
    height,
    natural: null,
    orientation: 1,
    colours: 'rgb',
    isPlain: false,
    bytes,
    display,
    place,
  }
}
