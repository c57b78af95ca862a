import type { GlyphsPart } from '../../display/index.js'
import { missingInSlug } from '../../prepress/index.js'
import type { Fault, Job } from '../look.js'
import { group, spotsOn } from '../spots.js'

/** A character that its typeface does not have is printed as a box: on a page, or in the slug line. */
export function missingGlyph({ pages, profile, slug }: Job): readonly Fault[] {
  const spots = spotsOn(pages, ({ item }) => {
    const missing = item.kind === 'glyphs' ? item.parts.flatMap(boxesIn) : []
    return missing.length > 0 ? missing : null
  })
  const onPages = group(spots).map(({ page, owner, rect, details }) => ({
    page,
    rect,
    owner,
    says: `${owner.name} has ${quoted(details.flat())}, which its typeface does not have`,
    hint: 'take another character, or give the family a fallback that has it',
  }))
  const inSlug = missingInSlug(profile, slug)
  if (inSlug.length === 0) return onPages
  const says = `the slug line has ${quoted(inSlug)}, which the typeface of the folio does not have`
  const hint = 'give its family a fallback that has it, or leave the slug out of the profile’s marks'
  return [{ page: null, rect: null, owner: pages[0]!.owners.page, says, hint }, ...onPages]
}

/** The characters that are set as the glyph of none: glyph 0 (OpenType, .notdef). */
function boxesIn({ run: { glyphs, characters } }: GlyphsPart): readonly string[] {
  return !glyphs.includes(0) ? [] : [...glyphs].flatMap((glyph, at) => (glyph === 0 ? [characters[at]!] : []))
}

function quoted(characters: readonly string[]): string {
  return [...new Set(characters)].map((one) => `“${one}”`).join(' ')
}
