import type { DisplayPage } from '../display/index.js'
import type { Inks } from '../pictures/index.js'
import { blackColours, colourItems, inkColours, screenColours } from './colour-items.js'
import { reachBleed } from './reach-bleed.js'
import type { ColourPages, PressProfile, ReadyPage } from './types.js'

/** Pages in the colours of a screen. */
export function pagesForScreen(pages: readonly DisplayPage[]): readonly ReadyPage[] {
  const make = screenColours()
  return pages.map(({ number, width, height, items }) => ({
    page: number,
    width,
    height,
    items: colourItems(items, make),
    colourSpace: 'rgb',
  }))
}

/** Pages in the inks of a press, with bleed. */
export function pagesForPress(pages: readonly DisplayPage[], profile: PressProfile, inks: Inks): readonly ReadyPage[] {
  const [colours, blacks] = [inkColours(profile, inks), blackColours(profile, inks)]
  const { bleed } = profile
  return pages.map(({ number, width, height, items }) => {
    const isBlack = !isInColour(profile.colourPages, number, pages.length)
    const coloured = colourItems(items, isBlack ? blacks : colours)
    return {
      page: number,
      width,
      height,
      items: reachBleed(coloured, { width, height, bleed }),
      colourSpace: isBlack ? 'grey' : 'cmyk',
    }
  })
}

/** Whether a press prints a page in colour. */
function isInColour(colourPages: ColourPages, page: number, pages: number): boolean {
  if (typeof colourPages === 'string') return colourPages === 'all'
  return colourPages.some((one) => (one === 'last' ? pages : one) === page)
}
