import { join } from 'node:path'
import { wholeFile } from '../base/index.js'
import type { Report } from '../base/index.js'
import { didYouMean, fontWeight, list, map, oneOf, openSource, placed, readYaml } from '../source/index.js'
import { record, text, withDefault } from '../source/index.js'
import type { Read } from '../source/index.js'
import { describeFace } from './describe-face.js'
import { findFontFile } from './find-font-file.js'
import type { FontFileSearch } from './find-font-file.js'
import { isExactly } from './match-face.js'
import type { Family, FamilyFace } from './types.js'

/** One face of a family in fonts.yaml. */
const FACE = map(
  {
    file: placed(text),
    weight: withDefault(fontWeight, 400),
    style: withDefault(oneOf(['normal', 'italic']), 'normal'),
  },
  { expects: 'a face: { file: …, weight: …, style: … }' },
)

/** One family in fonts.yaml. */
const FAMILY = map(
  { faces: list(FACE, { of: 'faces' }), fallback: withDefault(list(placed(text), { of: 'families' }), []) },
  { expects: 'a family: its faces, and the families to fall back on' },
)

/** A family as written. */
type WrittenFamily = Read<typeof FAMILY>

/** What fonts.yaml says. */
export interface Families {
  /** In the order written. */
  readonly families: ReadonlyMap<string, Family>
  /** False when mistakes were found in the file's form: a face or family that is not here may only have been left out. */
  readonly isSound: boolean
}

/** Reads fonts.yaml and looks up every file that it names. Null when nothing can be made of it. */
export function readFamilies(search: FontFileSearch): Families | null {
  const { fontsFolder, host, report } = search
  const source = openSource(join(fontsFolder, 'fonts.yaml'), host, report)
  const located = source && readYaml(source, record(FAMILY), report)
  if (!located) return null
  const { value: written, isSound } = located
  if (isSound && written.size === 0) {
    const place = wholeFile(located.source.display)
    report({ code: 'key-missing', message: 'there is no family in the file', place })
  }
  const families = new Map<string, Family>()
  for (const [name, family] of written) {
    if (isSound && family.faces.length === 0) {
      report({ code: 'value-wrong', message: `family "${name}" has no face`, place: located.placeOf([name, 'faces']) })
    }
    const fallback = isSound ? knownFallbacks(family, written, report) : family.fallback.map(({ value }) => value)
    families.set(name, { name, faces: facesOf(name, family, search), fallback })
  }
  return { families, isSound }
}

/** The faces with their files looked up; a second face of the same weight and style is reported and left out. */
function facesOf(family: string, { faces }: WrittenFamily, search: FontFileSearch): readonly FamilyFace[] {
  const found: FamilyFace[] = []
  for (const { file, weight, style } of faces) {
    const { value, place } = file
    const path = findFontFile({ file: value, place }, search)
    const face: FamilyFace = { file: value, path, weight, italic: style === 'italic', place }
    const first = found.find((one) => isExactly(one, face))
    if (first) {
      const message = `family "${family}" has two faces that are ${describeFace(face)}`
      const hint = `the first is in line ${first.place.line}: keep one, or correct a weight or style`
      search.report({ code: 'value-wrong', message, place, hint })
    } else {
      found.push(face)
    }
  }
  return found
}

/** The fallback families that there are; the others are reported. */
function knownFallbacks(
  { fallback }: WrittenFamily,
  families: ReadonlyMap<string, WrittenFamily>,
  report: Report,
): readonly string[] {
  return fallback.flatMap(({ value, place }) => {
    if (families.has(value)) return [value]
    const hint = didYouMean(value, families.keys())
    report({ code: 'font-unknown', message: `unknown family "${value}"`, place, ...(hint ? { hint } : {}) })
    return []
  })
}
