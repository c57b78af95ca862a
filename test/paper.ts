import { gather, type Diagnostic } from '../src/base/index.js'
import { loadEdition, type OrderedEdition } from '../src/edition/index.js'
import { memoryHost } from './memory-host.js'

/** What a test's paper has that is not as usual; each a whole file. */
export interface PaperParts {
  readonly manifest?: string
  readonly stylebook?: string
  readonly fonts?: string
  /** By id; these take the place of all the usual ones. */
  readonly articles?: Readonly<Record<string, string>>
  /** Any other files, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

/** Two articles on one page. */
export const MANIFEST = `paper: weekly
date: 2022-01-14
pages:
  - template: front
    place:
      lead: rents
      second: film
`

/** 148 × 210 mm, four columns of 44 lines of 12 pt. */
export const STYLEBOOK = `paper: { name: The Weekly }
formats:
  a5:
    trim: [148mm, 210mm]
    margins: { head: 12mm, foot: 10mm, inside: 10mm, outside: 10mm }
grid: { columns: 4, gutter: 4mm, leading: 12pt }
templates:
  front:
    - { slot: banner, col: 1, span: 4, line: 1, depth: 6, furniture: nameplate }
    - { slot: lead, col: 1, span: 4, line: 7, depth: 20 }
    - { slot: second, col: 1, span: 4, line: 28, depth: 16 }
`

const SERIF = 'npm:@expo-google-fonts/source-serif-4'

/** One family in the faces that the default type asks for. */
export const FONTS = `serif:
  faces:
    - { file: "${SERIF}/400Regular/SourceSerif4_400Regular.ttf", weight: regular, style: normal }
    - { file: "${SERIF}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf", weight: regular, style: italic }
    - { file: "${SERIF}/700Bold/SourceSerif4_700Bold.ttf", weight: bold, style: normal }
    - { file: "${SERIF}/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf", weight: bold, style: italic }
`

/** An article of one paragraph. */
export function articleText(headline: string, body = 'Rents go up again in spring, the council says.'): string {
  return `---\nheadline: ${headline}\n---\n\n${body}\n`
}

/** Where a test's paper has its manifest and its stylebooks. */
export const MANIFEST_PATH = '/paper/editions/2022-01-14/edition.yaml'
export const LAYOUTS_FOLDER = '/paper/layouts'
export const FONTS_FOLDER = '/paper/fonts'

/** The files of a small paper, for `memoryHost`. */
export function paper(parts: PaperParts = {}): Record<string, string | Uint8Array> {
  const { manifest = MANIFEST, stylebook = STYLEBOOK, fonts = FONTS, files = {} } = parts
  const articles = parts.articles ?? { rents: articleText('Rents up'), film: articleText('A film') }
  const byPath = Object.entries(articles).map(([id, text]) => [`editions/2022-01-14/articles/${id}.md`, text])
  return {
    'editions/2022-01-14/edition.yaml': manifest,
    ...(Object.fromEntries(byPath) as Record<string, string>),
    'layouts/weekly.yaml': stylebook,
    'fonts/fonts.yaml': fonts,
    ...files,
  }
}

/** An edition of a test's paper, and everything that was said about it. */
export interface LoadedPaper {
  readonly edition: OrderedEdition | null
  readonly diagnostics: readonly Diagnostic[]
  /** `edition.yaml:6:13 article-missing` for each finding but the notes, in the order met; paths without their folders. */
  readonly mistakes: readonly string[]
}

/** Loads the edition of a test's paper. */
export function loadPaper(parts: PaperParts = {}, links: Readonly<Record<string, string>> = {}): LoadedPaper {
  const { report, diagnostics } = gather()
  const host = memoryHost(paper(parts), links)
  const edition = loadEdition({ manifestPath: MANIFEST_PATH, layoutsFolder: LAYOUTS_FOLDER, host, report })
  const mistakes = diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, place }) => `${place.file.split('/').at(-1)}:${place.line}:${place.column} ${code}`)
  return { edition, diagnostics, mistakes }
}
