import { join } from 'node:path'
import { type Diagnostic, gather } from '../../src/base/index.js'
import { languagesOf, loadEdition, picturesOf } from '../../src/edition/index.js'
import { type Fonts, openFonts } from '../../src/fonts/index.js'
import { nodeHost } from '../../src/host.js'
import { type MadeUpEdition, makeUp } from '../../src/makeup/index.js'
import { openPictures } from '../../src/pictures/index.js'
import { createSetter, type Setter } from '../../src/typeset/index.js'
import { memoryHost } from '../memory-host.js'

const FONTS = join(import.meta.dirname, '../../fonts')
const PAPER = '/paper'

let fonts: Fonts | null = null

/** Opens the project's fonts once for all papers of a test file. */
export async function openTestFonts(): Promise<void> {
  const { report } = gather()
  const host = nodeHost(FONTS)
  const asked = [400, 700].flatMap((weight) =>
    [false, true].map((italic) => {
      const place = { file: 'test', line: 1, column: 1, sourceLine: '', length: 1 }
      return { family: 'serif', weight, italic, fontPlace: place, facePlace: null }
    }),
  )
  fonts = await openFonts({ fontsFolder: FONTS, host, report, asked })
}

/** The fonts that `openTestFonts` opened. */
export function testFonts(): Fonts {
  return fonts!
}

/** Papers of the same type can share a setter, and what it remembers. */
export interface SharedType {
  setter?: Setter
}

/** Makes up the edition of some files; throws when it has mistakes. */
export async function makePaper(
  files: Readonly<Record<string, string | Uint8Array>>,
  shared: SharedType = {},
): Promise<MadeUpEdition> {
  return (await makeAndTell(files, shared)).made
}

/** Makes up the edition of some files, with everything that was said about it; throws when it has mistakes. */
export async function makeAndTell(
  files: Readonly<Record<string, string | Uint8Array>>,
  shared: SharedType = {},
): Promise<{ readonly made: MadeUpEdition; readonly diagnostics: readonly Diagnostic[] }> {
  const { report, diagnostics, mustStop } = gather()
  const host = memoryHost(files)
  const manifestPath = `${PAPER}/editions/2022-01-14/edition.yaml`
  const edition = loadEdition({ manifestPath, layoutsFolder: `${PAPER}/layouts`, host, report })
  const told = (): string => diagnostics.map((one) => `${one.code} ${one.message}`).join('\n')
  if (!edition || mustStop()) throw new Error(`the generated paper has mistakes:\n${told()}`)
  const { stylebook } = edition
  const setter = (shared.setter ??= await createSetter({
    fonts: fonts!,
    stylebook,
    languages: languagesOf(edition),
    report,
  }))
  const pictures = await openPictures({ files: picturesOf(edition), cacheFolder: null, host, report })
  const made = makeUp({ edition, setter, pictures, report })
  if (mustStop()) throw new Error(`the generated paper has mistakes:\n${told()}`)
  return { made, diagnostics }
}
