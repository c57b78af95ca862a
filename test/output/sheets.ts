import type { GlyphsItem, GlyphsPart } from '../../src/display/index.js'
import type { Fonts } from '../../src/fonts/index.js'
import type { DocumentInfo } from '../../src/output/index.js'
import type { Sheet, SheetColour, SheetItem } from '../../src/prepress/index.js'
import { ask, FILES, soundFonts } from '../fonts/open-test-fonts.js'

export const BLACK = { kind: 'grey', level: 0 } as const
export const RED = { kind: 'rgb', rgb: [255, 0, 51] } as const

export const INFO: DocumentInfo = { title: 'The Paper & Co.', author: 'A <b>', language: 'en-GB', date: '2022-01-14' }

/** Families `serif` (regular, italic), `condensed` and `blackletter` (bold). */
export async function openTestFonts(): Promise<Fonts> {
  const face = (file: keyof typeof FILES, weight: string, style = 'normal'): string =>
    `    - { file: "npm:${FILES[file]}", weight: ${weight}, style: ${style} }\n`
  return soundFonts({
    yaml:
      `serif:\n  faces:\n${face('regular', 'regular')}${face('italic', 'regular', 'italic')}` +
      `condensed:\n  faces:\n${face('condensed', 'bold')}blackletter:\n  faces:\n${face('blackletter', 'bold')}`,
    asked: [ask('serif'), ask('condensed', { weight: 700 })],
  })
}

/** How a line is set. */
export interface LineOptions {
  readonly family?: string
  readonly weight?: number
  readonly italic?: boolean
  readonly size?: number
  readonly features?: readonly string[]
  readonly x?: number
  readonly baseline?: number
  /** What a space is wide; its own width when left out. */
  readonly space?: number
  readonly tracking?: number
  readonly scale?: number
  readonly rise?: number
  readonly colour?: SheetColour
  /** Whether a hyphen at its end is the setter's. */
  readonly softHyphen?: boolean
}

/** A line of words, shaped one by one, with single spaces between them. */
export function glyphs(fonts: Fonts, words: string, options: LineOptions = {}): GlyphsItem<SheetColour> {
  const { family = 'serif', weight = 400, italic = false, size = 9, features = [], tracking = 0 } = options
  const { rise = 0, scale = 1 } = options
  const face = fonts.face({ family, weight, italic })
  let x = options.x ?? 20
  const parts: GlyphsPart[] = []
  for (const piece of words.split(options.softHyphen ? /( |-$)/ : /( )/).filter(Boolean)) {
    for (const run of fonts.shape({ face, text: piece, features }, () => undefined)) {
      const natural = (run.width * scale * size) / 1000 + (run.glyphs.length * tracking * size) / 1000
      const width = piece === ' ' ? (options.space ?? natural) : natural
      parts.push({ run, x, width, rise, tracking, scale, softHyphen: piece === '-' })
      x += width
    }
  }
  return { kind: 'glyphs', baseline: options.baseline ?? 40, size, colour: options.colour ?? BLACK, parts }
}

/** A sheet of 300 × 400. */
export function sheet(items: readonly SheetItem[]): Sheet {
  const [width, height] = [300, 400]
  const trim = { x: 0, y: 0, width, height }
  const page = {
    page: 1,
    width,
    height,
    items,
    colourSpace: 'rgb',
    corner: { x: 0, y: 0 },
    scale: 1,
    window: null,
  } as const
  return { width, height, trim, bleed: trim, numbers: [1], pages: [page], marks: [] }
}
