import type * as HarfBuzz from 'harfbuzzjs'

/** The shaper's library, loaded when fonts are opened: starting without it is quicker. */
export type Shaper = typeof HarfBuzz

/** A font file in the shaper's hands. */
export interface OpenedFont {
  readonly bytes: Uint8Array
  readonly font: HarfBuzz.Font
  /** Turns the font's own units into 1/1000 em. */
  readonly perMille: number
  /** In em; `descent` is negative. */
  readonly metrics: FontMetrics
  /** Tags of its OpenType features. */
  readonly features: ReadonlySet<string>
  /** Code points that it has a glyph for. */
  readonly coverage: ReadonlySet<number>
  /** OpenType language systems that its features know (`ROM `, `TRK `). */
  readonly languageTags: ReadonlySet<string>
}

/** Measures of a font as fractions of the em, y up. */
interface FontMetrics {
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
}

/** Opens a font file that has passed `inspectFontFile`; null when the shaper finds no character in it. */
export function openFont(shaper: Shaper, bytes: Uint8Array): OpenedFont | null {
  const face = new shaper.Face(new shaper.Blob(bytes))
  const coverage = new Set(face.collectUnicodes())
  if (coverage.size === 0) return null
  const font = new shaper.Font(face)
  return {
    bytes,
    font,
    perMille: 1000 / face.upem,
    metrics: measure(shaper, font, face.upem),
    features: new Set([...face.getTableFeatureTags('GSUB'), ...face.getTableFeatureTags('GPOS')]),
    coverage,
    languageTags: collectLanguageTags(face),
  }
}

/** The language systems of all scripts. */
function collectLanguageTags(face: HarfBuzz.Face): ReadonlySet<string> {
  const tags = new Set<string>()
  for (const table of ['GSUB', 'GPOS'] as const) {
    face.getTableScriptTags(table).forEach((_, script) => {
      for (const tag of face.getScriptLanguageTags(table, script)) tags.add(tag)
    })
  }
  return tags
}

/** Ascent and descent as the shaper reads them: `OS/2` typo where the font says so, else `hhea`, else `OS/2` win. */
function measure(shaper: Shaper, font: HarfBuzz.Font, unitsPerEm: number): FontMetrics {
  const { ascender, descender } = font.hExtents()
  const { CAP_HEIGHT, X_HEIGHT } = shaper.MetricsTag
  const ascent = ascender / unitsPerEm
  return {
    ascent,
    descent: -Math.abs(descender) / unitsPerEm,
    capHeight: heightOf(font, 'H', font.getMetricPosition(CAP_HEIGHT) ?? 0, unitsPerEm) ?? ascent * 0.7,
    xHeight: heightOf(font, 'x', font.getMetricPosition(X_HEIGHT) ?? 0, unitsPerEm) ?? ascent * 0.5,
  }
}

/**
 * A height from the font's table where its own letter bears it out within 15 %, else as measured from the letter: serifs and
 * overshoot differ by a few hundredths, but some fonts state nothing, or nonsense (UnifrakturCook's capitals are 0.75 em
 * high and its table says 0.24). Null when there is neither.
 */
function heightOf(font: HarfBuzz.Font, letter: string, stated: number, unitsPerEm: number): number | null {
  const glyph = font.nominalGlyph(letter.codePointAt(0)!)
  const measured = glyph === undefined ? 0 : (font.glyphExtents(glyph)?.yBearing ?? 0)
  if (measured <= 0) return stated > 0 ? stated / unitsPerEm : null
  const isBorneOut = Math.abs(stated - measured) <= measured * 0.15
  return (isBorneOut ? stated : measured) / unitsPerEm
}
