import type { DisplayPage } from '../display/index.js'
import type { Profile, Sheet } from './types.js'

/** The built-in print profiles. */
export const PROFILES = {
  /** For reading on a screen and for proofs: the trimmed page in RGB. */
  screen: { name: 'screen', colourSpace: 'rgb', bleed: 0, ppi: 300 },
} as const satisfies Readonly<Record<string, Profile>>

/** Makes pages into sheets: one for each page, in order, at the trim size. */
export function prepareSheets(pages: readonly DisplayPage[], profile: Profile): readonly Sheet[] {
  return pages.map(({ number, width, height, items, starts }) => ({
    page: number,
    width,
    height,
    items,
    colourSpace: profile.colourSpace,
    starts,
  }))
}
