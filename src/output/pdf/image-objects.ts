import type { Rect } from '../../base/index.js'
import type { RasterImage } from '../../pictures/index.js'
import type { ImageObject } from './pdfkit-internals.js'

const SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const

/** A picture as an image object. */
export function imageObject({ coding, width, height, channels, bytes }: RasterImage): ImageObject {
  return {
    entries: {
      Width: width,
      Height: height,
      ColorSpace: SPACES[channels],
      BitsPerComponent: 8,
      Filter: coding === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
      // Inks in a JPEG stand for what is left white (Adobe Technical Note 5116, 18).
      ...(coding === 'jpeg' && channels === 4 ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    },
    stream: bytes,
  }
}

/**
 * Where a stored picture goes for each Exif orientation: shares of the width and height at its top left corner, and how
 * they change from there along its rows and down its columns.
 */
const TURNS: Readonly<
  Record<number, readonly [x: number, y: number, rowX: number, rowY: number, downX: number, downY: number]>
> = {
  1: [0, 0, 1, 0, 0, 1],
  2: [1, 0, -1, 0, 0, 1],
  3: [1, 1, -1, 0, 0, -1],
  4: [0, 1, 1, 0, 0, -1],
  5: [0, 0, 0, 1, 1, 0],
  6: [1, 0, 0, 1, -1, 0],
  7: [1, 1, 0, -1, -1, 0],
  8: [0, 1, 0, -1, 1, 0],
}

/** The map of the unit square, whose y runs up, onto a rectangle of the page, whose y runs down. */
export function imageMatrix({ x, y, width, height }: Rect, orientation: number): readonly number[] {
  const [startX, startY, rowX, rowY, downX, downY] = TURNS[orientation]!
  return [
    width * rowX,
    height * rowY,
    -width * downX,
    -height * downY,
    x + width * (startX + downX),
    y + height * (startY + downY),
  ]
}
