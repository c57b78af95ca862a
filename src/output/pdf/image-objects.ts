import { deflateSync } from 'node:zlib'
import type { Rect } from '../../base/index.js'
import type { JpegPicture, PixelPicture } from '../../pictures/index.js'
import type { ImageObject } from './pdfkit-internals.js'

/** A picture as an image object: a JPEG as it is, pixels deflated. */
export function imageObject(picture: JpegPicture | PixelPicture): ImageObject {
  const colourSpace = picture.channels === 1 ? 'DeviceGray' : 'DeviceRGB'
  if (picture.kind === 'jpeg') {
    const { storedWidth, storedHeight, bytes } = picture
    return {
      entries: {
        Width: storedWidth,
        Height: storedHeight,
        ColorSpace: colourSpace,
        BitsPerComponent: 8,
        Filter: 'DCTDecode',
      },
      stream: () => bytes,
    }
  }
  const { width, height, bytes } = picture
  return {
    entries: { Width: width, Height: height, ColorSpace: colourSpace, BitsPerComponent: 8, Filter: 'FlateDecode' },
    stream: () => deflateSync(bytes),
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
