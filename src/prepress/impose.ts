import type { FaceRequest, Fonts } from '../fonts/index.js'
import { MARK_ROOM, printersMarks } from './printers-marks.js'
import type { PressProfile, Profile, ReadyPage, Sheet } from './types.js'

/** What a slug line says beside page and profile, and its type. */
export interface SlugWords {
  /** The paper and its date. */
  readonly title: string
  readonly fonts: Fonts
  readonly face: FaceRequest
}

/** Puts pages on the sheets that are written, with marks for those who print them: each page on one of its own. */
export function impose(pages: readonly ReadyPage[], profile: Profile, slug: SlugWords): readonly Sheet[] {
  return pages.map((page) => single(page, { profile, slug, pages: pages.length }))
}

/** The sheet of one page. */
function single(
  page: ReadyPage,
  { profile, slug, pages }: { readonly profile: Profile; readonly slug: SlugWords; readonly pages: number },
): Sheet {
  const { width, height } = page
  const bleed = profile.kind === 'press' ? profile.bleed : 0
  const room = profile.kind === 'press' && profile.marks.length > 0 ? MARK_ROOM : 0
  const edge = bleed + room
  const bleedBox = { x: room, y: room, width: width + 2 * bleed, height: height + 2 * bleed }
  const isBlack = page.colourSpace === 'grey'
  return {
    width: width + 2 * edge,
    height: height + 2 * edge,
    trim: { x: edge, y: edge, width, height },
    bleed: bleedBox,
    // Nothing of the page may run into the marks.
    pages: [{ ...page, corner: { x: edge, y: edge }, scale: 1, window: room > 0 ? bleedBox : null }],
    marks:
      profile.kind === 'press' && room > 0
        ? printersMarks({
            width,
            height,
            profile,
            isBlack,
            slug: { ...slug, text: slugText(slug, page.page, pages, profile) },
          })
        : [],
  }
}

function slugText({ title }: SlugWords, page: number, pages: number, { name }: PressProfile): string {
  return `${title}  ·  page ${page} of ${pages}  ·  ${name}`
}
