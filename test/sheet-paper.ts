import sharp from 'sharp'
import { picturePages } from '../src/output/index.js'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { artwork } from './press-paper.js'
import { OUR_ICC } from './prepress/profiles.js'
import { article, SMALL_EDITION } from './small-edition.js'

/**
 * So many pixels to the inch at which a page, its bleed and creep are whole pixels. No glyph stands just between two of them, where a
 * hair decides which one it is drawn on: the file has thousandths of points, and half a pixel is 0.28125.
 */
export const DPI = 128
/** A page, in pixels. */
export const PAGE = { width: 320, height: 448 } as const
/** The bleed of its press profiles, and the step of creep, in pixels. */
export const BLEED = 16
export const CREEP = 2
/** The margin round two pages on the paper of its office. */
export const MARGIN = 64

const STYLEBOOK = `paper: { name: The Folded Paper, language: en-GB }
formats:
  leaf: { trim: [2.5in, 3.5in], margins: { head: 0mm, foot: 8mm, inside: 0mm, outside: 0mm } }
grid: { columns: 2, gutter: 4mm, leading: 10pt }
lint: off
colours:
  ground: { cmyk: [0, 30, 60, 0], rgb: [255, 190, 110] }
type:
  body: { font: serif, size: 8pt }
  headline: { font: serif, weight: bold, align: left }
boxes:
  ground: { tint: ground }
furniture:
  folio: [{ text: "{page}", line: 23.5, mirror: true }]
templates:
  plain:
    - { slot: lead, col: 1, span: 2, line: 1, depth: 11, head: 2-14-1, box: ground }
    - { slot: foot, col: 1, span: 2, line: 13, depth: 10 }
profiles:
  plain: { extends: newsprint, bleed: 0.125in }
  pairs: { extends: plain, order: pairs }
  folded: { extends: plain, order: folded, creep: 1.125pt }
  marked: { extends: folded, marks: all }
  marked-x4: { extends: marked, standard: PDF/X-4 }
  apart: { extends: plain, file-names: "{paper}_{yy}{mm}{dd}_{page:2}of{pages}" }
  sheets: { extends: folded, file-names: "{number:4}-{page:2}.{profile}" }
  alone: { extends: home, order: single, sheet: [3.5in, 4.5in] }
  small: { extends: screen, pictures: { ppi: 100 } }
  spreads: { extends: screen, order: pairs }
  office: { extends: home, sheet: [4.5in, 6in], creep: 1.125pt }
  tight: { extends: home, sheet: [2.5in, 1.75in], creep: 0in }
`

const DRAWN =
  '<svg width="1.875in" height="1.25in" viewBox="0 0 60 40"><path d="M0 0h60v40h-60z" fill="navy"/><path d="M5 5h50L30 35z" fill="#e8c000" stroke="black"/></svg>'

/** A paper of so many pages, no two alike, each with type, a ground that touches the trim, and a picture. */
export async function sheetPaper(pages: number, changes: Readonly<Record<string, string>> = {}): Promise<MemoryHost> {
  const at = Array.from({ length: pages }, (_, index) => index + 1)
  const { 'photo.jpg': photo } = await artwork()
  const adverts = { 'photo.jpg': photo!, 'drawn.svg': DRAWN }
  const files = ['photo.jpg', 'drawn.svg'] as const
  const places = at.map(
    (page) =>
      `  - template: plain\n    place: { lead: story-${page}, foot: { advert: advert-${page % files.length} } }\n`,
  )
  const listed = files.map((file, index) => `  advert-${index}: { file: ${file}, size: [1.875in, 1.25in] }\n`)
  const { 'fonts/fonts.yaml': fonts } = SMALL_EDITION
  return memoryHost({
    'edition/edition.yaml': `paper: small\ndate: 2022-01-14\nnumber: 7\npages:\n${places.join('')}adverts:\n${listed.join('')}`,
    ...Object.fromEntries(
      at.map((page) => [`edition/articles/story-${page}.md`, article(`Story ${page}`, 30 + (page % 7))]),
    ),
    ...Object.fromEntries(files.map((file) => [`edition/${file}`, adverts[file]])),
    'layouts/small.yaml': STYLEBOOK,
    'fonts/fonts.yaml': fonts!,
    ...changes,
    ...OUR_ICC,
  })
}

/** A page of a file in pixels, three bytes each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** The pages of a PDF as they look. */
export async function pixelsOf(pdf: Uint8Array, dpi = DPI): Promise<readonly Pixels[]> {
  const pictures = await picturePages(pdf, dpi)
  return Promise.all(
    pictures.map(async (png) => {
      const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      return { width: info.width, height: info.height, bytes: data }
    }),
  )
}

/** A part of a page, in pixels: right and foot are the first that are no part of it. */
export interface Part {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly foot: number
}

/** How many pixels of a part of a page differ from those of another page that is moved so far. */
export function differing(
  one: Pixels,
  other: Pixels,
  part: Part,
  moved: { readonly x: number; readonly y: number },
): number {
  let count = 0
  for (let y = part.top; y < part.foot; y++) {
    for (let x = part.left; x < part.right; x++) {
      const [a, b] = [3 * (y * one.width + x), 3 * ((y + moved.y) * other.width + x + moved.x)]
      if ([0, 1, 2].some((channel) => one.bytes[a + channel] !== other.bytes[b + channel])) count++
    }
  }
  return count
}

/** How many pixels of a part of a page are not white. */
export function inked(one: Pixels, { left, top, right, foot }: Part): number {
  let count = 0
  for (let y = top; y < foot; y++) {
    for (let x = left; x < right; x++) {
      const at = 3 * (y * one.width + x)
      if (one.bytes.subarray(at, at + 3).some((value) => value !== 255)) count++
    }
  }
  return count
}
