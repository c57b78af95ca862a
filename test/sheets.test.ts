import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../src/build.js'
import { boxesOf, imagesOf, looseFonts, screenMarks } from './press-checks.js'
import { buildPaper } from './press-paper.js'
import { PROFILES_FOLDER } from './prepress/profiles.js'
import { BLEED, CREEP, differing, DPI, inked, MARGIN, PAGE, type Pixels, pixelsOf, sheetPaper } from './sheet-paper.js'
import { SMALL_PAPER } from './small-edition.js'
import { askTool, hasTool } from './tools.js'

/** Builds a paper of so many pages under several profiles; the PDFs by profile. */
async function papers<const Names extends readonly string[]>(
  pages: number,
  names: Names,
): Promise<{ readonly [at in keyof Names]: Uint8Array }> {
  const host = await sheetPaper(pages)
  const files: Uint8Array[] = []
  for (const name of names) {
    const { built, pdf } = await buildPaper(host, name)
    expect(built.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(built.exit).toBe(0)
    files.push(pdf)
  }
  return files as unknown as { readonly [at in keyof Names]: Uint8Array }
}

/** The printer's pairs of so many pages, front and back of each sheet, and in how many others it lies. */
const PAIRS: Readonly<Record<number, readonly (readonly [left: number, right: number, within: number])[]>> = {
  4: [
    [4, 1, 0],
    [2, 3, 0],
  ],
  8: [
    [8, 1, 0],
    [2, 7, 0],
    [6, 3, 1],
    [4, 5, 1],
  ],
  12: [
    [12, 1, 0],
    [2, 11, 0],
    [10, 3, 1],
    [4, 9, 1],
    [8, 5, 2],
    [6, 7, 2],
  ],
  16: [
    [16, 1, 0],
    [2, 15, 0],
    [14, 3, 1],
    [4, 13, 1],
    [12, 5, 2],
    [6, 11, 2],
    [10, 7, 3],
    [8, 9, 3],
  ],
}

/** A page alone, where its trim begins on its sheet, and how far it bleeds; pixels. */
interface Alone {
  readonly page: Pixels
  readonly edge: number
  readonly bleed: number
}

/** Where the left page of a sheet begins, and how far each page is moved towards the spine; pixels. */
interface Paired {
  readonly sheet: Pixels
  readonly x: number
  readonly y: number
  readonly creep: number
}

/** How many pixels of a page, with its bleed at its outer sides, are others on its half of a sheet; a pixel at the cut is not looked at. */
function wrongPixels({ page, edge, bleed }: Alone, { sheet, x, y, creep }: Paired, side: 'left' | 'right'): number {
  const isLeft = side === 'left'
  const cut = creep + 1
  const part = {
    left: edge + (isLeft ? -bleed : cut),
    right: edge + PAGE.width + (isLeft ? -cut : bleed),
    top: edge - bleed,
    foot: edge + PAGE.height + bleed,
  }
  const moved = { x: x - edge + (isLeft ? creep : PAGE.width - creep), y: y - edge }
  return differing(page, sheet, part, moved)
}

describe('sheets to be folded', () => {
  it.each([4, 8, 12, 16])(
    'show just what the single pages of a paper of %i show, moved by creep: for a press, with bleed',
    async (count) => {
      const [plain, folded] = await papers(count, ['plain', 'folded'])
      const [pages, sheets] = [await pixelsOf(plain), await pixelsOf(folded)]
      expect([pages.length, sheets.length]).toEqual([count, count / 2])
      PAIRS[count]!.forEach(([left, right, within], index) => {
        const paired = { sheet: sheets[index]!, x: BLEED, y: BLEED, creep: within * CREEP }
        expect([paired.sheet.width, paired.sheet.height]).toEqual([2 * (PAGE.width + BLEED), PAGE.height + 2 * BLEED])
        const single = (page: number): Alone => ({ page: pages[page - 1]!, edge: BLEED, bleed: BLEED })
        expect(wrongPixels(single(left), paired, 'left'), `page ${left}`).toBe(0)
        expect(wrongPixels(single(right), paired, 'right'), `page ${right}`).toBe(0)
      })
    },
  )

  it.each([4, 8, 12, 16])(
    'show just what the single pages of a paper of %i show, moved by creep: for the office printer',
    async (count) => {
      const [alone, office] = await papers(count, ['alone', 'office'])
      const [pages, sheets] = [await pixelsOf(alone), await pixelsOf(office)]
      expect([pages.length, sheets.length]).toEqual([count, count / 2])
      PAIRS[count]!.forEach(([left, right, within], index) => {
        const paired = { sheet: sheets[index]!, x: MARGIN, y: MARGIN, creep: within * CREEP }
        expect([paired.sheet.width, paired.sheet.height]).toEqual([2 * (PAGE.width + MARGIN), PAGE.height + 2 * MARGIN])
        const single = (page: number): Alone => ({ page: pages[page - 1]!, edge: MARGIN, bleed: 0 })
        expect(wrongPixels(single(left), paired, 'left'), `page ${left}`).toBe(0)
        expect(wrongPixels(single(right), paired, 'right'), `page ${right}`).toBe(0)
      })
    },
  )
})

describe('facing pages', () => {
  it('stand side by side as they are read, and show what they show alone', async () => {
    const [plain, pairs] = await papers(5, ['plain', 'pairs'])
    const [pages, sheets] = [await pixelsOf(plain), await pixelsOf(pairs)]
    expect(sheets.map(({ width }) => width)).toEqual([
      PAGE.width + 2 * BLEED,
      ...Array<number>(2).fill(2 * (PAGE.width + BLEED)),
    ])
    expect(
      differing(
        pages[0]!,
        sheets[0]!,
        { left: 0, top: 0, right: pages[0]!.width, foot: pages[0]!.height },
        { x: 0, y: 0 },
      ),
    ).toBe(0)
    for (const left of [2, 4]) {
      const paired = { sheet: sheets[left / 2]!, x: BLEED, y: BLEED, creep: 0 }
      expect(wrongPixels({ page: pages[left - 1]!, edge: BLEED, bleed: BLEED }, paired, 'left')).toBe(0)
      expect(wrongPixels({ page: pages[left]!, edge: BLEED, bleed: BLEED }, paired, 'right')).toBe(0)
    }
  })
})

describe('sheets that are too small', () => {
  it('show the pages smaller, and all of them: at half their size', async () => {
    const [alone, tight] = await papers(4, ['alone', 'tight'])
    const [pages, sheets] = [await pixelsOf(alone), await pixelsOf(tight, 2 * DPI)]
    PAIRS[4]!.forEach(([left, right], index) => {
      const paired = { sheet: sheets[index]!, x: 0, y: 0, creep: 0 }
      expect([paired.sheet.width, paired.sheet.height]).toEqual([2 * PAGE.width, PAGE.height])
      // Pixels stand where they should, but for what rounding of coordinates does to their edges.
      expect(wrongPixels({ page: pages[left - 1]!, edge: MARGIN, bleed: 0 }, paired, 'left')).toBeLessThan(ROUNDED)
      expect(wrongPixels({ page: pages[right - 1]!, edge: MARGIN, bleed: 0 }, paired, 'right')).toBeLessThan(ROUNDED)
    })
  })
})

/** Of the 143,360 pixels of a page: those at the edges of letters that may be a shade lighter or darker. */
const ROUNDED = 900
