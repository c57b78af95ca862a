import type { Diagnostic, GridRect } from '../../src/base/index.js'
import type { MadeUpEdition } from '../../src/makeup/index.js'
import { makeAndTell, type SharedType } from './make-paper.js'

/** An article of so many words, in paragraphs of forty. */
export function story(count: number, headline = 'Rents go up'): string {
  const words = Array.from({ length: count }, (_, at) =>
    at % 13 === 12 ? 'council.' : ['The', 'ferry', 'of', 'this', 'old', 'town', 'is', 'back'][at % 8]!,
  )
  const paragraphs: string[] = []
  for (let at = 0; at < count; at += 40) paragraphs.push(words.slice(at, at + 40).join(' '))
  return `---\nheadline: ${headline}\n---\n${paragraphs.join('\n\n')}\n`
}

/** What a soft paper is made from: slots of one template, and what each page places. */
export interface SoftPaper {
  /** Slots as a stylebook has them: `slot: lead, col: 1, span: 2, line: 1, depth: auto`. */
  readonly slots: readonly string[]
  /** The `place` of each page, as a manifest has it. */
  readonly pages: readonly string[]
  /** Words of each article, or all of it as text, by id. */
  readonly articles: Readonly<Record<string, number | string>>
  readonly adverts?: string
  readonly fit?: 'auto' | 'none'
  readonly cutOff?: string
}

/** The files of a paper of 50 lines of 12 pt in four columns. */
export function softFiles(paper: SoftPaper): Record<string, string> {
  const { slots, pages, articles, adverts, fit = 'none', cutOff = '0.5pt' } = paper
  const copy = Object.entries(articles).map(([id, text]) => [
    `editions/2022-01-14/articles/${id}.md`,
    typeof text === 'number' ? story(text) : text,
  ])
  return {
    'layouts/weekly.yaml': `paper: { name: The Weekly }
formats:
  sheet: { trim: [200mm, 232mm], margins: { head: 10mm, foot: 10mm, inside: 10mm, outside: 10mm } }
grid: { columns: 4, gutter: 4mm, leading: 12pt }
heads: { schedule: [14, 18, 24] }
lint: off
fit: ${fit}
furniture: { folio: none, cut-off: ${cutOff} }
templates:
  front:
${slots.map((slot) => `    - { ${slot} }\n`).join('')}`,
    'editions/2022-01-14/edition.yaml': `paper: weekly
date: 2022-01-14
pages:
${pages.map((place) => `  - template: front\n    place: { ${place} }\n`).join('')}${adverts ? `adverts: { ${adverts} }\n` : ''}`,
    'editions/2022-01-14/coop.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>',
    ...(Object.fromEntries(copy) as Record<string, string>),
  }
}

/** A soft paper made up, and what was said of it. */
export interface MadeSoft {
  readonly made: MadeUpEdition
  readonly told: readonly Diagnostic[]
  /** `1-2 5+17`: columns and lines of a place, by its slot. */
  readonly cells: Readonly<Record<string, string>>
}

/** Makes a soft paper up; throws when it has mistakes. */
export async function makeSoft(paper: SoftPaper, shared?: SharedType): Promise<MadeSoft> {
  const { made, diagnostics } = await makeAndTell(softFiles(paper), shared)
  const places = made.edition.pages.flatMap((page) => [...page.placements, ...page.adverts])
  return { made, told: diagnostics, cells: Object.fromEntries(places.map(({ slot, rect }) => [slot, cellsIn(rect)])) }
}

function cellsIn({ col, span, line, depth }: GridRect): string {
  return `${col}-${col + span - 1} ${line}+${depth}`
}
