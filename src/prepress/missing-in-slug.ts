import type { SlugWords } from './impose.js'
import type { PressProfile } from './types.js'

/** The characters of the slug line that its typeface does not have, each once; none where no slug is printed. */
export function missingInSlug({ marks, name }: PressProfile, { title, fonts, face }: SlugWords): readonly string[] {
  if (!marks.includes('slug')) return []
  const missing = new Set<string>()
  for (const word of `${title} · ${name}`.split(/\s+/)) {
    fonts.shape({ face: fonts.face(face), text: word, features: [] }, ({ character }) => missing.add(character))
  }
  return [...missing]
}
