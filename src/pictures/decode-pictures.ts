import type { Host, Pt, Report } from '../base/index.js'
import { openPictureCache, type PictureCache } from './picture-cache.js'
import type { Separation } from './separate-raster.js'
import type { Pictures, RasterImage, RasterImages, RasterPicture } from './types.js'

/** What decoding pictures needs. */
export interface DecodePicturesRequest {
  readonly pictures: Pictures
  /** How wide each picture of pixels is shown where it is shown largest, by its file; what is not shown is not decoded. */
  readonly shown: ReadonlyMap<string, Pt>
  /** So many pixels to the inch are as fine as the output shows. */
  readonly ppi: number
  /** What a press asks of them; null for screens. */
  readonly separation?: Separation | null
  /** Where decoded pictures are kept from one build to the next. */
  readonly cacheFolder: string
  readonly host: Host
  readonly report: Report
}

/** A picture is only made coarser when it has so many times the pixels that the output shows, across. */
const FINER = 1.5
/** The same of what is made into inks: a little finer than asked does no harm, and artwork that keeps its pixels keeps its edges. */
const FINER_IN_INK = 1.25

/**
 * Decodes the pictures that are shown, each once, at the resolution that the largest of its places needs. What was decoded
 * before is taken from the cache; a picture that turns out to be damaged is reported. An ordinary JPEG that needs no change
 * goes on as it is; for a screen, drawn artwork keeps its pixels where it takes less room so.
 */
export async function decodePictures(request: DecodePicturesRequest): Promise<RasterImages> {
  const { pictures, shown, ppi, separation = null, cacheFolder, host, report } = request
  const cache = openPictureCache(cacheFolder, host)
  const images = new Map<string, RasterImage>()
  for (const [file, width] of shown) {
    const picture = pictures.get(file)
    if (picture?.kind !== 'raster') continue
    const pixels = (width / 72) * ppi
    const most = (separation ? FINER_IN_INK : FINER) * pixels
    const across = picture.width > most ? Math.max(1, Math.ceil(pixels)) : picture.width
    const image = await (separation ? separate(picture, { across, separation, cache }) : decode(picture, across, cache))
    if (image) images.set(file, image)
    else blame(picture, report)
  }
  return images
}

/** Decodes every picture only to tell of the damaged ones; for a build that goes no further. */
export async function lookForDamage(pictures: Pictures, report: Report): Promise<void> {
  for (const picture of pictures.values()) {
    if (picture.kind !== 'raster') continue
    const { isWhole } = await import('./decode-raster.js')
    if (!(await isWhole(picture.bytes))) blame(picture, report)
  }
}

function blame({ display, format, place }: RasterPicture, report: Report): void {
  const message = `${display}: this ${format} is damaged or cut short`
  report({ code: 'picture-unusable', message, place, hint: 'ask for it again, or save it anew' })
}

/** Whether a picture may go into the output untouched. */
function mayStay({ format, colours, isPlain, width }: RasterPicture, across: number): boolean {
  return format === 'JPEG' && colours !== 'cmyk' && isPlain && across === width
}

async function decode(picture: RasterPicture, across: number, cache: PictureCache): Promise<RasterImage | null> {
  if (!mayStay(picture, across)) {
    return cache.remember(picture.bytes, { make: 'image', across }, async () =>
      (await import('./decode-raster.js')).decodeRaster(picture, across),
    )
  }
  const { bytes, width, height, orientation, colours } = picture
  const [storedWidth, storedHeight] = orientation > 4 ? [height, width] : [width, height]
  const channels = colours === 'grey' ? 1 : 3
  const asIs = { coding: 'jpeg', width: storedWidth, height: storedHeight, orientation, channels, bytes } as const
  // Only that it is whole has to be remembered.
  const none = new Uint8Array()
  const verdict = await cache.remember(bytes, { make: 'verdict' }, async () =>
    (await (await import('./decode-raster.js')).isWhole(bytes)) ? { ...asIs, bytes: none } : null,
  )
  return verdict && asIs
}

/** A picture in the inks of a press. */
function separate(
  picture: RasterPicture,
  asked: { readonly across: number; readonly separation: Separation; readonly cache: PictureCache },
): Promise<RasterImage | null> {
  const { across, separation, cache } = asked
  const { colours, inks, inkLimit, quality, sharpenBy } = separation
  const recipe = { make: colours, across, inks: inks.profile.digest, inkLimit, quality, sharpenBy: sharpenBy ?? 0 }
  return cache.remember(picture.bytes, recipe, async () =>
    (await import('./separate-raster.js')).separateRaster(picture, across, separation),
  )
}
