import { crc32, deflateSync } from 'node:zlib'

/** Pixels, three bytes each, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
/** Eight bits a channel, red, green and blue (PNG, third edition, 11.2.1). */
const FORM = [8, 2, 0, 0, 0]
/** The filter of a row of which each byte is told by its difference from the one above. */
const UP = 2

/** Pixels as a PNG. */
export function encodePng({ width, height, rgb }: Pixels): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set(FORM, 8)
  const row = 3 * width
  const filtered = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) {
    const to = y * (row + 1)
    filtered[to] = UP
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      filtered[to + 1 + x] = rgb[at]! - (y > 0 ? rgb[at - row]! : 0)
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(filtered)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
