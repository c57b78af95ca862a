import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { boxesOf, imagesOf, looseFonts, screenMarks } from './press-checks.js'
import { buildPaper } from './press-paper.js'
import { BLEED, CREEP, differing, DPI, inked, MARGIN, PAGE, type Pixels, pixelsOf, sheetPaper } from './sheet-paper.js'
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
      expect(wrongPixels({ page: pages[left - 1]!, edge: MARGIN, bleed: 0 }, paired, 'left')).toBe(0)
      expect(wrongPixels({ page: pages[right - 1]!, edge: MARGIN, bleed: 0 }, paired, 'right')).toBe(0)
    })
  })
})

describe('a side of a sheet for which there are too few pages', () => {
  it('stays white there, and has its pages in their places all the same', async () => {
    const host = await sheetPaper(5)
    const { built, pdf } = await buildPaper(host, 'office')
    expect(built.diagnostics).toMatchObject([
      {
        code: 'sheets-padded',
        severity: 'note',
        message: expect.stringContaining('pages 6, 7 and 8'),
        place: { file: 'edition/edition.yaml' },
      },
    ])
    const sheets = await pixelsOf(pdf)
    const isInked = sheets.map((sheet) =>
      [0, sheet.width / 2].map(
        (left) => inked(sheet, { left, top: 0, right: left + sheet.width / 2, foot: sheet.height }) > 0,
      ),
    )
    // 8–1, 2–7, 6–3, 4–5.
    expect(isInked).toEqual([
      [false, true],
      [true, false],
      [false, true],
      [true, true],
    ])
  })
})

describe('a file of folded sheets', () => {
  it.each(['marked', 'marked-x4'])('for a press is what a press wants: %s', async (profile) => {
    const [pdf] = await papers(8, [profile])
    const [width, height] = [360, 252]
    const [bleed, room] = [9, (12 * 72) / 25.4]
    if (hasTool('pdfinfo')) {
      const boxes = boxesOf(pdf)
      expect(boxes).toHaveLength(4)
      for (const { Media, Bleed, Trim } of boxes) {
        expect([Trim[2] - Trim[0], Trim[3] - Trim[1]]).toEqual([expect.closeTo(width, 1), expect.closeTo(height, 1)])
        for (const side of [0, 1, 2, 3] as const) {
          expect(Math.abs(Trim[side] - Bleed[side])).toBeCloseTo(bleed, 1)
          expect(Math.abs(Bleed[side] - Media[side])).toBeCloseTo(room, 1)
        }
      }
    }
    if (hasTool('qpdf'))
      expect(askTool('qpdf', ['--check', 'PDF'], pdf)).toContain('No syntax or stream encoding errors')
    if (hasTool('pdffonts')) expect(looseFonts(pdf)).toEqual([])
    if (hasTool('mutool')) expect(screenMarks(pdf)).toEqual([])
    if (hasTool('pdftotext')) {
      expect(askTool('pdftotext', ['-raw', 'PDF', '-'], pdf)).toContain('pages 8 and 1 of 8')
    }
  })

  it.each(['home', 'spreads'])('in RGB has pictures and type, and no tags, links or outline: %s', async (profile) => {
    const [pdf, read] = await papers(8, [profile, 'screen'])
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
    const forReaders = ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Threads', 'PageLabels', 'OutputIntents']
    expect(forReaders.filter((key) => catalog.has(PDFName.of(key)))).toEqual([])
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/Annots|pdfuaid/)
    expect((await PDFDocument.load(read, { updateMetadata: false })).catalog.has(PDFName.of('StructTreeRoot'))).toBe(
      true,
    )
    if (hasTool('pdffonts')) expect(looseFonts(pdf)).toEqual([])
    if (hasTool('qpdf'))
      expect(askTool('qpdf', ['--check', 'PDF'], pdf)).toContain('No syntax or stream encoding errors')
    if (!hasTool('pdfimages')) return
    const [least, most] = profile === 'home' ? [295, 305] : [148, 153]
    for (const { ppi } of imagesOf(pdf)) expect(ppi >= least && ppi <= most, `${ppi}`).toBe(true)
  })

  it('is for readers, tagged, where a profile of another name only changes the screen’s', async () => {
    const host = await sheetPaper(1, {})
    const small = await buildPaper(host, 'small')
    expect(small.built.files[0]).toBe('/paper/out/small-2022-01-14.small.pdf')
    const { catalog } = await PDFDocument.load(small.pdf, { updateMetadata: false })
    expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
  })

  it('is the same, byte for byte, when it is built again', async () => {
    const twice = await Promise.all([papers(4, ['home']), papers(4, ['home'])])
    expect(Buffer.compare(...(twice.flat() as [Uint8Array, Uint8Array]))).toBe(0)
  })
})
