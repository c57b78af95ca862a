import type { PagePicture } from '../../pictures/index.js'
import type { Fault, Job, LookedPage, Rule } from '../look.js'
import { group, spotsOn } from '../spots.js'

/** What is wrong with a page of a PDF: what it does, to follow its name, and what to do about it. */
interface Wrong {
  readonly says: string
  readonly hint: string
}

/** A rule of the pages of PDFs, from what is wrong with one of them; null for nothing. */
function ruleOfPages(wrongWith: (picture: PagePicture, job: Job, page: LookedPage) => Wrong | null): Rule {
  return (job) => {
    const spots = spotsOn(job.pages, ({ item }, page) => {
      const picture = item.kind === 'embedded-page' ? job.pictures.get(item.picture) : undefined
      return picture?.kind === 'page' ? wrongWith(picture, job, page) : null
    })
    return group(spots).map(({ page, owner, rect, details: [wrong] }): Fault => ({
      page,
      rect,
      owner,
      place: owner.filePlace,
      says: `${owner.name} (${owner.file}) ${wrong!.says}`,
      hint: wrong!.hint,
    }))
  }
}

/** Colours of a screen. */
export const rgbInPdf = ruleOfPages(({ hasRgb }) =>
  hasRgb ? { says: 'has colours in RGB, which no press takes', hint: 'ask for it in CMYK' } : null,
)

/** Transparency where the standard of the file forbids it. */
export const transparencyInPdf = ruleOfPages(({ isTransparent }, { profile: { standard } }) => {
  if (!isTransparent || standard === 'PDF/X-4') return null
  return { says: `has transparency, which a ${standard} cannot hold`, hint: 'ask for it flattened, as a PDF/X-1a' }
})

/** Fonts that are used and not brought. */
export const fontMissingInPdf = ruleOfPages(({ missingFonts }) => {
  if (missingFonts.length === 0) return null
  const fonts = `${missingFonts.length === 1 ? 'font' : 'fonts'} ${missingFonts.join(', ')}`
  return { says: `does not bring its ${fonts}`, hint: 'ask for it with all fonts embedded' }
})

/** More ink than the press takes. How large the areas are nobody has measured: so this is a warning. */
export const inkOfPdf = ruleOfPages(({ mostInk }, { profile: { inkLimit } }) => {
  const most = Math.round(mostInk)
  if (most <= inkLimit) return null
  return {
    says: `has colours of ${most} % of ink, where the press takes ${inkLimit} %`,
    hint: 'ask for it with less ink',
  }
})

/** Colour on a page that is printed in black alone. */
export const colourInPdf = ruleOfPages(({ hasColour }, _job, { colourSpace }) => {
  if (!hasColour || colourSpace !== 'grey') return null
  return { says: 'has colour, and this page is printed in black alone', hint: 'ask for it in black, or move it' }
})
