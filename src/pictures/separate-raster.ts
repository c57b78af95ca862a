import { deflateSync } from 'node:zlib'
import type { Sharp } from 'sharp'
import { greyOf, open, openRaw, orNull } from './decode-raster.js'
import { inkTiff, type InkPixels } from './ink-tiff.js'
import type { Inks } from './measure-inks.js'
import type { InkProfile } from './read-icc.js'
import type { RasterImage, RasterPicture, Rgb } from './types.js'

/** What a press asks of a picture. */
export interface Separation {
  /** Pages in colour take all four inks, the others black alone. */
  readonly colours: 'cmyk' | 'grey'
  readonly inks: Inks
  /** Of all inks together, per cent. */
  readonly inkLimit: number
  /** Of JPEG, 1–100. */
  readonly quality: number
  /** How far sharpening reaches, in pixels; null for none. */
  readonly sharpenBy: number | null
}

/** Where more of a supplied picture than this is over the limit of ink, it was made for another press. */
const MOST_OVER = 0.001
/** JPEG keeps inks to about so many per cent: so much is kept away from the limit. */
const JPEG_SLACK = 3
/** Twice what stands out from its surroundings by more than 1 (L*) is added; less than that is grain, and nothing is. */
const EDGES = { x1: 1, m1: 0, m2: 2 }

/** Colours, side by side, in inks. */
export function pixelsInInk(colours: readonly Rgb[], { path }: InkProfile): Promise<Uint8Array> {
  const pixels = openRaw(Uint8Array.from(colours.flat()), { width: colours.length, height: 1, channels: 3 })
  return pixels.withIccProfile(path, { attach: false }).raw().toBuffer()
}

/** A picture in the inks of a press, so many pixels across, on white paper and upright; null when it is damaged. */
export function separateRaster(
  picture: RasterPicture,
  across: number,
  separation: Separation,
): Promise<RasterImage | null> {
  return orNull(async () => {
    const isInBlack = separation.colours === 'grey' || picture.colours === 'grey'
    if (isInBlack)
      return inBlack(picture, await greyPixels(sized(open(picture.bytes), picture, across, separation)), separation)
    const supplied = picture.colours === 'cmyk' ? await suppliedInks(picture, across, separation) : null
    if (supplied) return inInks(picture, supplied, separation)
    if (picture.format === 'PNG') {
      const grey = await colourless(sized(open(picture.bytes), picture, across, separation))
      if (grey) return inBlack(picture, grey, separation)
    }
    const { path } = separation.inks.profile
    const pipeline = sized(open(picture.bytes), picture, across, separation)
    return inInks(picture, await pixelsOf(pipeline.withIccProfile(path, { attach: false })), separation)
  })
}

/** A picture upright, on white, at its size, sharpened: still in the colours it has. */
function sized(opened: Sharp, { width, colours }: RasterPicture, across: number, { sharpenBy }: Separation): Sharp {
  const upright = colours === 'cmyk' ? opened.autoOrient() : opened.autoOrient().flatten({ background: '#ffffff' })
  const resized = across === width ? upright : upright.resize({ width: across })
  return sharpenBy === null ? resized : resized.sharpen({ sigma: sharpenBy, ...EDGES })
}

async function pixelsOf(pipeline: Sharp): Promise<InkPixels & { readonly channels: number }> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: info.channels, bytes: data }
}

function greyPixels(pipeline: Sharp): Promise<InkPixels> {
  return pixelsOf(pipeline.toColourspace('b-w'))
}

/** Drawn artwork without a colour in it, as grey; null when it has one. */
async function colourless(pipeline: Sharp): Promise<InkPixels | null> {
  const pixels = await pixelsOf(pipeline.toColourspace('srgb'))
  const bytes = pixels.channels === 1 ? pixels.bytes : greyOf(pixels.bytes)
  return bytes && { ...pixels, bytes }
}

/** The inks of a picture that was supplied in inks, untouched; null when they are more than the press takes. */
async function suppliedInks(picture: RasterPicture, across: number, separation: Separation): Promise<InkPixels | null> {
  const opened = open(picture.bytes).pipelineColourspace('cmyk').toColourspace('cmyk')
  const pixels = await pixelsOf(sized(opened, picture, across, separation))
  const most = (separation.inkLimit * 255) / 100
  let over = 0
  for (let at = 0; at < pixels.bytes.length; at += 4) if (inkAt(pixels.bytes, at) > most) over++
  return over > MOST_OVER * pixels.width * pixels.height ? null : pixels
}

function inkAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! + bytes[at + 1]! + bytes[at + 2]! + bytes[at + 3]!
}

/** Pixels of a grey screen as tints of black. */
async function inBlack(picture: RasterPicture, pixels: InkPixels, separation: Separation): Promise<RasterImage> {
  const { width, height } = pixels
  const whites = Uint8Array.from(separation.inks.blackOf, (black) => Math.round(255 * (1 - black / 100)))
  const bytes = pixels.bytes.map((level) => whites[level]!)
  const common = { width, height, orientation: 1, channels: 1 } as const
  if (picture.format === 'PNG') return { coding: 'deflate', ...common, bytes: deflateSync(bytes) }
  const jpeg = openRaw(bytes, { width, height, channels: 1 }).toColourspace('b-w').jpeg({ quality: separation.quality })
  return { coding: 'jpeg', ...common, bytes: await jpeg.toBuffer() }
}

/** Pixels of inks within the limit: drawn artwork with every pixel, a photograph as JPEG. */
async function inInks(picture: RasterPicture, pixels: InkPixels, separation: Separation): Promise<RasterImage> {
  const { width, height } = pixels
  const common = { width, height, orientation: 1, channels: 4 } as const
  if (picture.format === 'PNG') {
    const bytes = deflateSync(limitInk(pixels.bytes, separation.inkLimit))
    return { coding: 'deflate', ...common, bytes }
  }
  const limited = limitInk(pixels.bytes, separation.inkLimit - JPEG_SLACK)
  const bytes = await open(inkTiff({ width, height, bytes: limited }, null))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: separation.quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { coding: 'jpeg', ...common, bytes }
}

/** Takes the colours back, evenly, where all inks together are over the limit (per cent); black keeps the drawing. */
export function limitInk(bytes: Uint8Array, limit: number): Uint8Array {
  const most = (limit * 255) / 100
  const limited = Uint8Array.from(bytes)
  for (let at = 0; at < limited.length; at += 4) {
    const total = inkAt(limited, at)
    if (total <= most) continue
    const black = limited[at + 3]!
    const share = Math.max(0, most - black) / (total - black)
    for (let ink = at; ink < at + 3; ink++) limited[ink] = Math.floor(limited[ink]! * share)
  }
  return limited
}
