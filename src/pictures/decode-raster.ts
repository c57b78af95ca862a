import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { RasterImage, RasterPicture } from './types.js'

// Nothing but what has been looked at goes in: no other kind of file, no file of the machine, no address.
sharp.block({ operation: ['VipsForeignLoad'] })
// TIFF is what inks are handed over in; a file that begins like a JPEG or a PNG is never read as one.
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadTiffBuffer'] })
// A picture is decoded once; what stays in memory would only be in the way.
sharp.cache(false)

/** Good enough that nobody sees a difference in print. */
const QUALITY = 90

/** A picture with its colours made into those of a plain screen. Damage of any kind is no picture at all. */
export function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'warning', sequentialRead: true })
}

/** Pixels as they are, row by row. */
export function openRaw(
  bytes: Uint8Array,
  raw: { readonly width: number; readonly height: number; readonly channels: 1 | 3 },
): Sharp {
  return sharp(bytes, { raw })
}

/** Whether a picture can be decoded to its end. */
export async function isWhole(bytes: Uint8Array): Promise<boolean> {
  // Shown small, a JPEG is read to its end but not reckoned out.
  return (await orNull(() => open(bytes).resize({ width: 16 }).raw().toBuffer())) !== null
}

/** How opaque a PNG is in so many pixels, row by row from 0 to 255; null when it is damaged. */
export function decodeAlpha(
  bytes: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array | 'opaque' | null> {
  return orNull(async () => {
    const { hasAlpha } = await open(bytes).metadata()
    if (!hasAlpha) return 'opaque'
    return open(bytes)
      .extractChannel('alpha')
      .resize({ width, height, fit: 'fill' })
      .toColourspace('b-w')
      .raw()
      .toBuffer()
  })
}

/** Decodes a picture to so many pixels across, on white paper and upright; null when it is damaged. */
export function decodeRaster(picture: RasterPicture, across: number): Promise<RasterImage | null> {
  return orNull(() => (picture.format === 'JPEG' ? decodePhotograph(picture, across) : decodeArtwork(picture, across)))
}

/** A photograph stays one: small, and with the softness that nobody sees. */
async function decodePhotograph({ bytes, width, colours }: RasterPicture, across: number): Promise<RasterImage> {
  const upright = open(bytes).autoOrient()
  const sized = across === width ? upright : upright.resize({ width: across })
  const isGrey = colours === 'grey'
  const { data, info } = await sized
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true })
  return {
    coding: 'jpeg',
    width: info.width,
    height: info.height,
    orientation: 1,
    channels: isGrey ? 1 : 3,
    bytes: data,
  }
}

/**
 * Drawn artwork is packed without loss, and so a cut in a few flat colours takes more room when it is made coarser, for that softens
 * all its edges: then it keeps every pixel.
 */
async function decodeArtwork(picture: RasterPicture, across: number): Promise<RasterImage> {
  const { bytes, width } = picture
  const made = await unpackArtwork(picture, across)
  // Whole, it takes no less room than its file, as good as.
  if (across === width || bytes.length >= made.bytes.length) return made
  const whole = await unpackArtwork(picture, width)
  return whole.bytes.length < made.bytes.length ? whole : made
}

/** The pixels of a PNG. Without a colour in it, it becomes a grey one. */
async function unpackArtwork({ bytes, width }: RasterPicture, across: number): Promise<RasterImage> {
  const flat = open(bytes).flatten({ background: '#ffffff' })
  const sized = across === width ? flat : flat.resize({ width: across })
  const { data, info } = await sized.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const grey = info.channels === 1 ? data : greyOf(data)
  return {
    coding: 'deflate',
    width: info.width,
    height: info.height,
    orientation: 1,
    channels: grey ? 1 : 3,
    bytes: deflateSync(grey ?? data),
  }
}

/** The grey of pixels of red, green and blue; null when one of them has a colour. */
export function greyOf(data: Uint8Array): Uint8Array | null {
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return null
  }
  const grey = new Uint8Array(data.length / 3)
  for (let pixel = 0; pixel < grey.length; pixel++) grey[pixel] = data[pixel * 3]!
  return grey
}

/** What decoding gives; null when it fails, which only damage can bring about. */
export async function orNull<T>(decode: () => Promise<T>): Promise<T | null> {
  try {
    return await decode()
  } catch {
    return null
  }
}
