import type { DisplayPage } from '../display/index.js'
import type { Inks } from '../pictures/index.js'
import { blackColours, colourItems, inkColours, screenColours } from './colour-items.js'
import { MARK_ROOM, printersMarks, type Slug } from './printers-marks.js'
import { reachBleed } from './reach-bleed.js'
import type { ColourPages, PressProfile, Profile, Sheet } from './types.js'

/** What a press's sheets are made with. */
export interface PressTools {
  readonly inks: Inks
  /** The slug line of a page, which says its number. */
  slugOf(page: number): Slug
}

/** Makes pages into sheets: one for each page, in order; for a press, in its inks, with bleed and marks. */
export function prepareSheets(
  pages: readonly DisplayPage[],
  profile: Profile,
  tools: PressTools | null = null,
): readonly Sheet[] {
  if (profile.kind === 'screen') return screenSheets(pages)
  if (!tools) throw new Error(`no inks for the profile ${profile.name}`)
  return pressSheets(pages, profile, tools)
}

/** The trimmed pages. */
function screenSheets(pages: readonly DisplayPage[]): readonly Sheet[] {
  const make = screenColours()
  return pages.map(({ number, width, height, items }) => {
    const trim = { x: 0, y: 0, width, height }
    const own = { page: number, width, height, trim, bleed: trim }
    return { ...own, items: colourItems(items, make), marks: [], colourSpace: 'rgb' }
  })
}

function pressSheets(
  pages: readonly DisplayPage[],
  profile: PressProfile,
  { inks, slugOf }: PressTools,
): readonly Sheet[] {
  const [colours, blacks] = [inkColours(profile, inks), blackColours(profile, inks)]
  const room = profile.marks.length > 0 ? MARK_ROOM : 0
  const { bleed } = profile
  return pages.map(({ number, width, height, items }) => {
    const isBlack = !isInColour(profile.colourPages, number, pages.length)
    const edge = bleed + room
    const coloured = colourItems(items, isBlack ? blacks : colours)
    return {
      page: number,
      width: width + 2 * edge,
      height: height + 2 * edge,
      trim: { x: edge, y: edge, width, height },
      bleed: { x: room, y: room, width: width + 2 * bleed, height: height + 2 * bleed },
      items: reachBleed(coloured, { width, height, bleed }),
      marks: room > 0 ? printersMarks({ width, height, profile, isBlack, slug: slugOf(number) }) : [],
      colourSpace: isBlack ? 'grey' : 'cmyk',
    }
  })
}

/** Whether a press prints a page in colour. */
function isInColour(colourPages: ColourPages, page: number, pages: number): boolean {
  if (typeof colourPages === 'string') return colourPages === 'all'
  return colourPages.some((one) => (one === 'last' ? pages : one) === page)
}
