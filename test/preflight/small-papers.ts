import sharp from 'sharp'
import type { Diagnostic } from '../../src/base/index.js'
import { memoryHost } from '../memory-host.js'
import { OUR_ICC } from '../prepress/profiles.js'
import { buildPaper } from '../press-paper.js'
import { SMALL_EDITION } from '../small-edition.js'

/** A paper in words; what is left out is as on a page that no press has anything against. */
export interface PaperParts {
  /** What stands on each page: its places, a line each. */
  readonly pages?: readonly (readonly string[])[]
  /** More keys of every page. */
  readonly page?: string
  /** Adverts by their names: the file, and its size on paper. */
  readonly adverts?: Readonly<Record<string, { readonly file: string; readonly size?: string }>>
  /** Files of the edition's folder. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>
  /** The front matter of the article, beside its headline. */
  readonly matter?: string
  readonly name?: string
  readonly margins?: string
  /** More keys of the stylebook, of its furniture, of its body text, and of its styles. */
  readonly stylebook?: string
  readonly furniture?: string
  readonly body?: string
  readonly styles?: string
  /** What the press wants, beside that any number of pages will do. */
  readonly press?: string
}

/** The article in the upper half of its page. */
export const STORY = 'lead: { article: rents, at: { col: 1, span: 2, line: 1, depth: 20 }, head: 2-24-1 }'
/** Both columns, below the story. */
export const FOOT = 'at: { col: 1, span: 2, line: 22, depth: 16 }'

const MARGINS = '{ head: 12mm, foot: 12mm, inside: 10mm, outside: 10mm }'

/** The files of a paper of 150 × 200 mm, in two columns of 41 lines. */
export function filesOf(parts: PaperParts): Readonly<Record<string, Uint8Array | string>> {
  const { pages = [[STORY]], page = '', adverts = {}, files = {}, matter = '', name = 'The Small Paper' } = parts
  const { margins = MARGINS, furniture = '', body = 'size: 9.5pt', stylebook = '', styles = '', press = '' } = parts
  const written = pages.map((places) => `  - ${page}place:\n${places.map((one) => `      ${one}\n`).join('')}`)
  const listed = Object.entries(adverts).map(
    ([id, { file, size = '[60mm, 40mm]' }]) => `  ${id}: { file: ${file}, size: ${size} }\n`,
  )
  const inFolder = Object.entries(files).map(([path, bytes]) => [`edition/${path}`, bytes] as const)
  return {
    'fonts/fonts.yaml': SMALL_EDITION['fonts/fonts.yaml']!,
    'edition/edition.yaml': `paper: small\ndate: 2022-01-14\nnumber: 7\npages:\n${written.join('')}${listed.length > 0 ? `adverts:\n${listed.join('')}` : ''}`,
    'edition/articles/rents.md': `---\nheadline: Rents up again\n${matter}---\n\n${'The paper of the town. '.repeat(16)}\n`,
    'layouts/small.yaml': `paper: { name: ${name}, language: en-GB }
formats:
  leaf: { trim: [150mm, 200mm], margins: ${margins} }
grid: { columns: 2, gutter: 4mm, leading: 12pt }
lint: off
furniture: { folio: none${furniture === '' ? '' : `, ${furniture}`} }
colours:
  paper: { cmyk: [0, 0, 0, 0], rgb: [255, 255, 255] }
  red: { cmyk: [0, 100, 100, 0], rgb: [226, 0, 26] }
  deep: { cmyk: [100, 60, 0, 0], rgb: [0, 80, 150] }
  half: { cmyk: [0, 0, 0, 50], rgb: [140, 140, 140] }
  mud: { cmyk: [90, 80, 80, 60], rgb: [20, 20, 20] }
  night: { cmyk: [70, 60, 30, 0], rgb: [30, 40, 70] }
type:
  body: { font: serif, align: justify, ${body} }
  headline: { font: serif, weight: bold, align: left }
${styles}
${stylebook}
profiles:
  ours: { extends: newsprint${press === '' ? '' : `, ${press}`} }
  ours-x4: { extends: ours, standard: PDF/X-4 }
`,
    ...Object.fromEntries(inFolder),
    ...OUR_ICC,
  }
}

/** What a build said, and whether its file is fit to print. */
export interface Told {
  readonly exit: number
  /** The file; empty when none was written. */
  readonly pdf: Uint8Array
  readonly diagnostics: readonly Diagnostic[]
  /** `press-type error: page 1, …` for each finding of the press. */
  readonly press: readonly string[]
  /** All others, of which there should be none. */
  readonly others: readonly string[]
}

/** Builds a paper for its press, and says what came of it. */
export async function build(parts: PaperParts, profile = 'ours'): Promise<Told> {
  const { built, pdf } = await buildPaper(memoryHost(filesOf(parts)), profile)
  const { diagnostics, exit } = built
  const say = ({ code, severity, message }: Diagnostic): string => `${code} ${severity}: ${message}`
  return {
    exit,
    pdf,
    diagnostics,
    press: diagnostics.filter(({ code }) => code.startsWith('press-')).map(say),
    others: diagnostics.filter(({ code }) => !code.startsWith('press-')).map(say),
  }
}

/** A photograph of one colour, so many pixels wide, three wide to two deep. */
export function photograph(width: number): Promise<Buffer> {
  const background = { r: 120, g: 130, b: 140 }
  return sharp({ create: { width, height: Math.round((width * 2) / 3), channels: 3, background } })
    .jpeg()
    .toBuffer()
}
