import type { Host, Report } from '../base/index.js'
import { checkAsked } from './check-asked.js'
import { createFonts } from './create-fonts.js'
import { createFaceLibrary } from './face-library.js'
import { readFamilies } from './read-families.js'
import type { FaceAsk, Fonts } from './types.js'

/** What fonts are opened with. */
export interface OpenFontsOptions {
  /** The folder of fonts.yaml, absolute. */
  readonly fontsFolder: string
  readonly host: Host
  readonly report: Report
  /** The faces that the stylebook's type needs; they are opened here, in this order. */
  readonly asked: readonly FaceAsk[]
}

/**
 * Opens the fonts of an edition. Every file that fonts.yaml names must be there; those of the faces asked for are opened and
 * checked, the others when they are first used. What is wrong is reported, and the nearest usable face stands in, so that
 * copy can still be looked at; null when there is no usable face at all, or no fonts.yaml to read.
 */
export async function openFonts({ fontsFolder, host, report, asked }: OpenFontsOptions): Promise<Fonts | null> {
  const families = readFamilies({ fontsFolder, host, report })
  if (!families) return null
  checkAsked(asked, families, report)
  const shaper = await import('harfbuzzjs')
  const library = createFaceLibrary({ families: families.families, shaper, host, report })
  for (const ask of asked) library.nearest(ask)
  const isUsable = library.registered().length > 0 || library.any() !== null
  return isUsable ? createFonts({ families: families.families, library, shaper }) : null
}
