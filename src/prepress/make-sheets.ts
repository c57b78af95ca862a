import type { Host, Report } from '../base/index.js'
import { type DisplayItem, type DisplayPage, imagesShown } from '../display/index.js'
import type { FaceRequest, Fonts } from '../fonts/index.js'
import { decodePictures, type Inks, measureInks, type Pictures, type RasterImages } from '../pictures/index.js'
import { pictureColours } from './colour-items.js'
import { prepareSheets } from './prepare-sheets.js'
import type { ColourSpace, PressProfile, Profile, Sheet } from './types.js'

/** What making sheets needs. */
export interface MakeSheetsRequest {
  readonly profile: Profile
  readonly pictures: Pictures
  readonly slug: SlugWords
  /** Where decoded pictures are kept from one build to the next. */
  readonly cacheFolder: string
  readonly host: Host
  readonly report: Report
}

/** What a slug line says beside page and profile, and its type. */
export interface SlugWords {
  /** The paper and its date. */
  readonly title: string
  readonly fonts: Fonts
  readonly face: FaceRequest
}

/** Sheets, and the pictures of pixels that they show, for each space of colours that sheets are in. */
export interface MadeSheets {
  readonly sheets: readonly Sheet[]
  readonly images: ReadonlyMap<ColourSpace, RasterImages>
}

/** Makes pages into sheets, with all that they show in the profile's colours. Null, with a finding, when its inks cannot be had. */
export async function makeSheets(
  pages: readonly DisplayPage[],
  request: MakeSheetsRequest,
): Promise<MadeSheets | null> {
  const { profile } = request
  if (profile.kind === 'screen') {
    const sheets = prepareSheets(pages, profile)
    return { sheets, images: new Map([['rgb', await decode(sheets, profile.ppi, request)]]) }
  }
  const colours = pages.flatMap(({ items }) => pictureColours(items))
  const inks = await measureInks(profile.inks.icc, colours)
  if (!inks) {
    const { path } = profile.inks.icc
    const message = `${request.host.displayPath(path)}: this ICC profile is damaged: its inks cannot be reckoned`
    request.report({ code: 'icc-unusable', message, place: profile.inks.place })
    return null
  }
  const slugOf = (page: number) => ({ ...request.slug, text: slugText(request.slug, page, pages.length, profile) })
  const sheets = prepareSheets(pages, profile, { inks, slugOf })
  reportRgb(sheets, request)
  const spaces = ['cmyk', 'grey'] as const
  const images = new Map<ColourSpace, RasterImages>()
  for (const space of spaces) images.set(space, await separate(sheets, space, { ...request, profile, inks }))
  return { sheets, images }
}

function slugText({ title }: SlugWords, page: number, pages: number, { name }: PressProfile): string {
  return `${title}  ·  page ${page} of ${pages}  ·  ${name}`
}

function decode(sheets: readonly Sheet[], ppi: number, request: MakeSheetsRequest): Promise<RasterImages> {
  return decodePictures({ ...request, shown: imagesShown(sheets), ppi })
}

/** The pictures of the sheets of one space, in the inks of the press. */
function separate(
  sheets: readonly Sheet[],
  colours: 'cmyk' | 'grey',
  request: MakeSheetsRequest & { readonly profile: PressProfile; readonly inks: Inks },
): Promise<RasterImages> {
  const { profile, inks } = request
  const { ppi, quality, ruling } = profile.pictures
  // Sharpening that reaches over half a dot of the screen is what the screen takes away.
  const sharpenBy = ruling === null ? null : ppi / ruling / 2
  const separation = { colours, inks, inkLimit: profile.inkLimit, quality, sharpenBy }
  const shown = imagesShown(sheets.filter(({ colourSpace }) => colourSpace === colours))
  return decodePictures({ ...request, shown, ppi, separation })
}

/** Tells of pages of PDFs that a press refuses for their colours. */
function reportRgb(sheets: readonly Sheet[], { pictures, report }: MakeSheetsRequest): void {
  const look = (items: readonly DisplayItem<unknown>[]): void => {
    for (const item of items) {
      if (item.kind === 'clip') look(item.items)
      const picture = item.kind === 'embedded-page' ? pictures.get(item.picture) : undefined
      if (picture?.kind !== 'page' || !picture.hasRgb) continue
      const message = `${picture.display} has colours in RGB, which no press takes`
      report({ code: 'press-rgb', message, place: picture.place, hint: 'ask for it in CMYK' })
    }
  }
  for (const { items } of sheets) look(items)
}
