import type { Host, Report } from '../base/index.js'
import { type DisplayPage, imagesShown } from '../display/index.js'
import { decodePictures, type Inks, measureInks, type Pictures, type RasterImages } from '../pictures/index.js'
import { pictureColours } from './colour-items.js'
import { pagesForPress, pagesForScreen } from './ready-pages.js'
import type { ColourSpace, PressProfile, Profile, ReadyPage } from './types.js'

/** What making pages ready needs. */
export interface MakeReadyRequest {
  readonly profile: Profile
  readonly pictures: Pictures
  /** Where decoded pictures are kept from one build to the next. */
  readonly cacheFolder: string
  readonly host: Host
  readonly report: Report
}

/** Pages in the colours of a profile, and the pictures of pixels that they show, for each space of colours that pages are in. */
export interface ReadyEdition {
  readonly pages: readonly ReadyPage[]
  readonly images: ReadonlyMap<ColourSpace, RasterImages>
}

/** Makes pages ready for a device: all that they show in the profile's colours. Null, with a finding, when its inks cannot be had. */
export async function makeReady(
  pages: readonly DisplayPage[],
  request: MakeReadyRequest,
): Promise<ReadyEdition | null> {
  const { profile } = request
  if (profile.kind === 'screen') {
    const ready = pagesForScreen(pages)
    return { pages: ready, images: new Map([['rgb', await decode(ready, profile.ppi, request)]]) }
  }
  const colours = pages.flatMap(({ items }) => pictureColours(items))
  const inks = await measureInks(profile.inks.icc, colours)
  if (!inks) {
    const { path } = profile.inks.icc
    const message = `${request.host.displayPath(path)}: this ICC profile is damaged: its inks cannot be reckoned`
    request.report({ code: 'icc-unusable', message, place: profile.inks.place })
    return null
  }
  const ready = pagesForPress(pages, profile, inks)
  const spaces = ['cmyk', 'grey'] as const
  const images = new Map<ColourSpace, RasterImages>()
  for (const space of spaces) images.set(space, await separate(ready, space, { ...request, profile, inks }))
  return { pages: ready, images }
}

function decode(pages: readonly ReadyPage[], ppi: number, request: MakeReadyRequest): Promise<RasterImages> {
  return decodePictures({ ...request, shown: imagesShown(pages), ppi })
}

/** The pictures of the pages of one space, in the inks of the press. */
function separate(
  pages: readonly ReadyPage[],
  colours: 'cmyk' | 'grey',
  request: MakeReadyRequest & { readonly profile: PressProfile; readonly inks: Inks },
): Promise<RasterImages> {
  const { profile, inks } = request
  const { ppi, quality, ruling } = profile.pictures
  // Sharpening that reaches over half a dot of the screen is what the screen takes away.
  const sharpenBy = ruling === null ? null : ppi / ruling / 2
  const separation = { colours, inks, inkLimit: profile.inkLimit, quality, sharpenBy }
  const shown = imagesShown(pages.filter(({ colourSpace }) => colourSpace === colours))
  return decodePictures({ ...request, shown, ppi, separation })
}
