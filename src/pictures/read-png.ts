import { PNG } from 'pngjs'
import type { Refuse } from './open-pictures.js'
import type { PixelPicture } from './types.js'

/** More pixels than this are no nameplate: 40 million take 160 MB while they are read. */
const MOST_PIXELS = 40_000_000

/**
 * Reads a PNG and lays it on white paper: transparency is resolved here, at once and always alike, since no press
 * takes it. A picture without colour becomes a grey one.
 */
export function readPng(bytes: Uint8Array, refuse: Refuse): PixelPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33) return refuse('this PNG is damaged or cut short')
  const pixels = view.getUint32(16) * view.getUint32(20)
  if (pixels > MOST_PIXELS) {
    return refuse(`this PNG has ${Math.round(pixels / 1e6)} million pixels`, 'save it smaller: at most 40 million')
  }
  try {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return { kind: 'pixels', width, height, ...flatten(data, width * height) }
  } catch {
    return refuse('this PNG is damaged or cut short')
  }
}

/** Lays red, green, blue and alpha on white; one channel when every pixel is grey. */
function flatten(data: Uint8Array, pixels: number): Pick<PixelPicture, 'bytes' | 'channels'> {
  let grey = true
  for (let at = 0; at < pixels * 4 && grey; at += 4) grey = data[at] === data[at + 1] && data[at] === data[at + 2]
  const channels = grey ? 1 : 3
  const bytes = new Uint8Array(pixels * channels)
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += 4) {
    const alpha = data[from + 3]!
    const paper = 255 * (255 - alpha)
    for (let channel = 0; channel < channels; channel++) {
      bytes[to++] = Math.round((data[from + channel]! * alpha + paper) / 255)
    }
  }
  return { bytes, channels }
}
