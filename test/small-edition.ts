import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const words = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    at % 12 === 11 ? 'council.' : ['The', 'paper', 'of', 'the', 'town'][at % 5]!,
  ).join(' ')

/** An article of so many words. */
export function article(headline: string, count: number): string {
  return `---\nheadline: ${headline}\n---\n\n${words(count)}\n`
}

/** The files of a small edition that builds without a finding, by path. */
export const SMALL_EDITION: Readonly<Record<string, string>> = {
  'edition/edition.yaml': `paper: small
date: 2022-01-14
number: 7
pages:
  - template: front
    place:
      lead: rents
      second: film
`,
  'edition/articles/rents.md': article('Rents up again', 90),
  'edition/articles/film.md': article('A film to see', 60),
  'layouts/small.yaml': `paper: { name: The Small Paper, language: en-GB }
formats:
  leaf: { trim: [150mm, 200mm], margins: { head: 12mm, foot: 12mm, inside: 10mm, outside: 10mm } }
grid: { columns: 2, gutter: 4mm, leading: 12pt }
lint: off
type:
  body: { font: serif, size: 9.5pt, align: justify }
  headline: { font: serif, weight: bold, align: left }
templates:
  front:
    - { slot: lead, col: 1, span: 2, line: 1, depth: 20, head: 2-24-1 }
    - { slot: second, col: 1, span: 2, line: 22, depth: 16, head: 2-18-1 }
`,
  'fonts/fonts.yaml': `serif:
  faces:
    - { file: "npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf", weight: regular, style: normal }
    - { file: "npm:@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf", weight: regular, style: italic }
    - { file: "npm:@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf", weight: semibold, style: normal }
    - { file: "npm:@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf", weight: bold, style: normal }
    - { file: "npm:@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf", weight: bold, style: italic }
`,
}

/** Writes files under a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Where everything of the small edition stands, and what it is built for. */
export const SMALL_PAPER = {
  edition: '/paper/edition',
  editionsFolder: '/paper/editions',
  layoutsFolder: '/paper/layouts',
  fontsFolder: '/paper/fonts',
  outFolder: '/paper/out',
  profile: 'screen',
} as const
