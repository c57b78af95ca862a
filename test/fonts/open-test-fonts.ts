import { gather } from '../../src/base/index.js'
import type { Diagnostic, Place } from '../../src/base/index.js'
import { openFonts } from '../../src/fonts/index.js'
import type { FaceAsk, Fonts, ShapedRun } from '../../src/fonts/index.js'
import { memoryHost } from '../memory-host.js'
import type { MemoryHost } from '../memory-host.js'

const PACKAGES = '@expo-google-fonts'

/** Files of the installed font packages, by short names. */
export const FILES = {
  regular: `${PACKAGES}/source-serif-4/400Regular/SourceSerif4_400Regular.ttf`,
  italic: `${PACKAGES}/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  bold: `${PACKAGES}/source-serif-4/700Bold/SourceSerif4_700Bold.ttf`,
  sans: `${PACKAGES}/libre-franklin/400Regular/LibreFranklin_400Regular.ttf`,
  sansBold: `${PACKAGES}/libre-franklin/700Bold/LibreFranklin_700Bold.ttf`,
  condensed: `${PACKAGES}/roboto-condensed/700Bold/RobotoCondensed_700Bold.ttf`,
  blackletter: `${PACKAGES}/unifrakturcook/700Bold/UnifrakturCook_700Bold.ttf`,
} as const

/** The bytes of an installed font, to be changed at will. */
export function bytesOf(file: keyof typeof FILES): Uint8Array {
  const host = memoryHost({})
  return new Uint8Array(host.readBytes(host.packageFile(FILES[file])!)!)
}

/** A place in the stylebook. */
export function stylebookPlace(line: number, column: number): Place {
  return { file: 'layouts/weekly.yaml', line, column, sourceLine: '', length: 1 }
}

/** A face that a style asks for by name, unless `facePlace` says otherwise. */
export function ask(family: string, more: Partial<FaceAsk> = {}): FaceAsk {
  return {
    family,
    weight: 400,
    italic: false,
    fontPlace: stylebookPlace(3, 17),
    facePlace: stylebookPlace(3, 32),
    ...more,
  }
}

/** What a test opens. */
export interface TestFonts {
  /** The lines of fonts.yaml. */
  readonly yaml: string
  readonly asked?: readonly FaceAsk[]
  /** Other files, by their names in the folder of fonts.yaml or from the root. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly links?: Readonly<Record<string, string>>
}

/** What came of it. */
export interface OpenedTestFonts {
  readonly fonts: Fonts | null
  readonly diagnostics: readonly Diagnostic[]
  /** The files that were read, fonts.yaml left out. */
  readonly filesRead: readonly string[]
}

/** Opens fonts from a fonts.yaml in memory, with the findings. */
export async function tryFonts({ yaml, asked = [], files = {}, links = {} }: TestFonts): Promise<OpenedTestFonts> {
  const inFolder = Object.entries(files).map(([name, content]) => [name.startsWith('/') ? name : `fonts/${name}`, content])
  const host = memoryHost({ 'fonts/fonts.yaml': yaml, ...Object.fromEntries(inFolder) }, links)
  const { watched, filesRead } = watchReading(host)
  const gathering = gather()
  const fonts = await openFonts({ fontsFolder: '/paper/fonts', host: watched, report: gathering.report, asked })
  return { fonts, diagnostics: gathering.diagnostics, filesRead }
}

/** Fonts that open without a finding. */
export async function soundFonts(test: TestFonts): Promise<Fonts> {
  const { fonts, diagnostics } = await tryFonts(test)
  if (!fonts || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2))
  return fonts
}

function watchReading(host: MemoryHost): { watched: MemoryHost; filesRead: string[] } {
  const filesRead: string[] = []
  const readBytes = (path: string): Uint8Array | null => {
    if (!path.endsWith('.yaml')) filesRead.push(path.slice(path.lastIndexOf('/') + 1))
    return host.readBytes(path)
  }
  return { watched: { ...host, readBytes }, filesRead }
}

/** Where and what, for a short comparison: `fonts/fonts.yaml:3:15 file-missing`. */
export function brief({ place, code }: Diagnostic): string {
  return `${place.file}:${place.line}:${place.column} ${code}`
}

/** Shapes with a face and expects no character to be missing. */
export function shapeWhole(
  fonts: Fonts,
  text: string,
  more: { family?: string; weight?: number; italic?: boolean; features?: string[]; language?: string } = {},
): readonly ShapedRun[] {
  const { family = 'serif', weight = 400, italic = false, features = [], ...rest } = more
  const face = fonts.face({ family, weight, italic })
  return fonts.shape({ face, text, features, ...rest }, ({ character }) => {
    throw new Error(`no glyph for ${character}`)
  })
}

/** A font's bytes with one table of its directory under another name. */
export function renameTable(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const changed = bytes.slice()
  const count = new DataView(changed.buffer).getUint16(4)
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (String.fromCharCode(...changed.subarray(entry, entry + 4)) !== from) continue
    changed.set(new TextEncoder().encode(to), entry)
    return changed
  }
  throw new Error(`the font has no table ${from}`)
}
