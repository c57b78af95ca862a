import { articleId, type Finding, type Place } from '../../src/base/index.js'
import type { Article, Block, Copy, Mark, TextInline } from '../../src/edition/index.js'
import {
  type DropCapStyle,
  STYLE_NAMES,
  type Stylebook,
  type StyleName,
  type TableStyle,
  type TextStyle,
  type TypeStyles,
} from '../../src/stylebook/index.js'
import { createSetter, type SetLine, type Setter, type SetUnit } from '../../src/typeset/index.js'
import { fakeFonts, type FakeFonts } from './fake-fonts.js'

export const NOWHERE: Place = { file: 'articles/a.md', line: 1, column: 1, sourceLine: '', length: 1 }

const PLAIN: TextStyle = {
  name: 'body',
  font: 'serif',
  weight: 400,
  italic: false,
  size: 10,
  leading: 1.2,
  align: 'justify',
  indent: 10,
  hyphenate: true,
  colour: 'black',
  caps: 'none',
  tracking: 0,
  features: [],
  figures: 'own',
  figureWidth: 'own',
  fractions: true,
  ordinals: 'level',
  hangQuotes: false,
  wordSpace: { least: 0.75, ideal: 1, most: 1.5 },
  letters: { letterfit: 0, glyphWidth: 0 },
  wideLetters: { letterfit: 0, glyphWidth: 0 },
  opticalMargins: null,
  stopSpace: 1,
  before: 0,
  after: 0,
  ruleAbove: null,
  ruleBelow: null,
  facePlace: null,
  fontPlace: NOWHERE,
}

const CHANGES: Partial<Record<StyleName, Partial<TextStyle>>> = {
  'lead-in': { caps: 'all-small', tracking: 20 },
  crosshead: { weight: 700, align: 'left', indent: 0, hyphenate: false, before: 1 },
  quotation: { before: 1, after: 1 },
  list: { before: 1, after: 1 },
  table: { align: 'left', before: 1, after: 1 },
  'table-head': { align: 'left', weight: 700 },
  'table-first': { align: 'left' },
  headline: { weight: 700, align: 'left', indent: 0, hyphenate: false, size: 36 },
  standfirst: { align: 'left', indent: 0, hyphenate: false },
}

export type StyleChanges = Partial<Record<StyleName, Partial<TextStyle>>> & {
  'drop-cap'?: Partial<DropCapStyle>
  table?: Partial<TableStyle>
}

export function stylesWith(changes: StyleChanges = {}): TypeStyles {
  const entries = STYLE_NAMES.map((name) => [name, { ...PLAIN, ...CHANGES[name], ...changes[name], name }])
  const styles = Object.fromEntries(entries) as Record<StyleName, TextStyle>
  return {
    ...styles,
    'drop-cap': { lines: 0, gap: 2, ...styles['drop-cap'] },
    table: { rowRule: null, columnRule: null, ...styles.table },
  }
}

export function stylebookWith(changes: StyleChanges = {}, dresses: Record<string, StyleChanges> = {}): Stylebook {
  const grid = { columns: 4, gutter: 12, leading: 12 }
  return {
    formats: [
      {
        name: 'a4',
        width: 595,
        height: 842,
        margins: { head: 30, foot: 30, inside: 30, outside: 30 },
        grid,
        lines: 60,
      },
    ],
    hyphenation: { exceptions: new Map(), protect: [] },
    type: stylesWith(changes),
    dresses: new Map(Object.entries(dresses).map(([name, dress]) => [name, stylesWith({ ...changes, ...dress })])),
  } as unknown as Stylebook
}

/** Text whose places are the columns of its own characters. */
export function text(words: string, ...marks: Mark[]): TextInline {
  const placeOf = (character: string): Place => {
    const at = Math.max(0, words.indexOf(character))
    return { ...NOWHERE, column: at + 1, sourceLine: words }
  }
  return { kind: 'text', text: words, marks, source: { placeOf } }
}

export function paragraph(...copy: (string | TextInline | 'break')[]): Block {
  return { kind: 'paragraph', copy: copyOf(...copy) }
}

export function copyOf(...parts: (string | TextInline)[]): Copy {
  return parts.map((part) => (typeof part !== 'string' ? part : part === '\n' ? { kind: 'line-break' } : text(part)))
}

export function articleOf(...body: Block[]): Article {
  return {
    id: articleId('a'),
    file: 'articles/a.md',
    language: 'en-GB',
    headline: copyOf('Head'),
    heads: [],
    overline: null,
    standfirst: null,
    deck: null,
    byline: null,
    catchword: copyOf('Head'),
    dropCap: 'auto',
    protect: [],
    body,
    words: 0,
    optional: { parts: [], blocks: [] },
    pictures: [],
    quotes: [],
  }
}

export interface Bench {
  readonly setter: Setter
  readonly findings: Finding[]
  readonly fonts: FakeFonts
}

export async function openBench(
  changes: StyleChanges = {},
  options: { languages?: string[]; dresses?: Record<string, StyleChanges> } = {},
): Promise<Bench> {
  const findings: Finding[] = []
  const fonts = fakeFonts()
  const setter = await createSetter({
    fonts,
    stylebook: stylebookWith(changes, options.dresses),
    languages: options.languages ?? ['en-GB'],
    report: (finding) => findings.push(finding),
  })
  return { setter, findings, fonts }
}

export function measure(width: number): [{ width: number; lines: number }] {
  return [{ width, lines: Infinity }]
}

export function linesOf({ items }: SetUnit): SetLine[] {
  return items.map((item) => {
    if (item.kind !== 'line') throw new Error('a rule where a line was wanted')
    return item.line
  })
}

/** A line as a reader sees it. */
export function read(line: SetLine): string {
  return line.fragments.map(({ role, run }) => (role === 'space' ? ' ' : run.text)).join('')
}

export function readAll(lines: readonly SetLine[]): string[] {
  return lines.map(read)
}

/** Where the type of a line ends. */
export function endOf(line: SetLine): number {
  const last = line.fragments.at(-1)
  return last ? last.x + last.width : 0
}
