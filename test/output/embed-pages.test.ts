import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Rect, Sides } from '../../src/base/index.js'
import type { EmbeddedPageItem } from '../../src/display/index.js'
import { rectSteps } from '../../src/display/paint-marks.js'
import { OUTPUTS } from '../../src/output/index.js'
import type { PagePicture, Pictures } from '../../src/pictures/index.js'
import type { SheetItem } from '../../src/prepress/index.js'
import { pdf, type PdfOptions } from '../pictures/make-pdf.js'
import { open } from '../pictures/open-test-pictures.js'
import { type Look, renderPage } from '../render-pdf.js'
import { askTool, hasTool } from '../tools.js'
import { glyphs, INFO, openTestFonts, RED, sheet } from './sheets.js'

const RECT = { x: 20, y: 30, width: 100, height: 50 }

async function pageOf(options: PdfOptions): Promise<PagePicture> {
  return (await open('a.pdf', pdf(options))).picture as PagePicture
}

/** A sheet of 300 × 400 with pages of other files on it. */
function write(items: readonly SheetItem[], pictures: Pictures): Promise<Uint8Array> {
  return OUTPUTS.pdf([sheet(items)], INFO, { pictures, images: new Map() })
}

const NONE: Sides = { left: 0, top: 0, right: 0, bottom: 0 }

const embedded = (picture: string, rect = RECT): EmbeddedPageItem => ({
  kind: 'embedded-page',
  rect,
  picture,
  bleed: NONE,
})

/** One page of another file in its rectangle. */
async function place(options: PdfOptions): Promise<Uint8Array> {
  return write([embedded('/a')], new Map([['/a', await pageOf(options)]]))
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const HALF = { page: '/MediaBox [0 0 200 100]' }
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const WORDS = {
  contents: ['BT /F1 20 Tf 20 40 Td (Bread is cheaper) Tj ET'],
  page: '/MediaBox [0 0 200 100] /Resources << /Font << /F1 10 0 R >> >>',
  objects: [FONT],
}

describe('an embedded page', () => {
  it('keeps its content byte for byte, packed or not', async () => {
    const content = '0 0 0 1 k\n1   2 3 4 re f % as it was'
    expect(latin1(await place({ ...HALF, contents: [content] }))).toContain(content)
    const packed = latin1(deflateSync(Buffer.from(content)))
    expect(latin1(await place({ ...HALF, contents: [content], isPacked: true }))).toContain(packed)
  })

  it('keeps its transparency group where something in it is transparent, and no other, and what it names', async () => {
    const page =
      '/MediaBox [0 0 9 9] /Group << /S /Transparency /I true /CS /DeviceCMYK >> /Resources << /ExtGState << /G 10 0 R >> >>'
    const group = /\/Group <<\s*\/S \/Transparency\s*\/I true\s*\/CS \/DeviceCMYK/
    const faint = latin1(await place({ page, objects: ['<< /Type /ExtGState /OP true /ca .5 >>'] }))
    expect(faint).toMatch(group)
    expect(faint).toMatch(/\/OP true/)
    const opaque = latin1(await place({ page, objects: ['<< /Type /ExtGState /OP true >>'] }))
    expect(opaque).not.toMatch(/\/Group/)
    expect(opaque).toMatch(/\/OP true/)
  })

  it('leaves the document what it was', async () => {
    const text = latin1(await place(HALF))
    expect(text.startsWith('%PDF-1.7\n')).toBe(true)
    expect(text).toContain('(stonehand)')
    expect(text).not.toMatch(/pdf-lib/i)
    expect(text).not.toMatch(/D:20(?!220114000000Z)/)
  })

  it('is the same at every writing, and another page makes another ID', async () => {
    const idOf = (bytes: Uint8Array): string => /\/ID \[ <(\w{32})> <\1> \]/.exec(latin1(bytes))![1]!
    const first = await place(WORDS)
    expect(Buffer.from(await place(WORDS)).equals(first)).toBe(true)
    expect(idOf(await place({ ...WORDS, contents: ['BT ET'] }))).not.toBe(idOf(first))
  })

  it('is in the file once, however often it is shown', async () => {
    const pictures = new Map([['/a', await pageOf(WORDS)]])
    const text = latin1(await write([embedded('/a'), embedded('/a', { ...RECT, y: 200 })], pictures))
    expect(text.match(/\(Bread is cheaper\)/g)).toHaveLength(1)
  })

  it.skipIf(!hasTool('qpdf'))('makes a file in which qpdf finds nothing wrong', async () => {
    const pictures = new Map([
      ['/a', await pageOf(WORDS)],
      ['/b', await pageOf({ contents: ['q', '1 0 0 rg 0 0 9 9 re f', 'Q'], isPacked: true })],
    ])
    const file = await write([embedded('/a'), embedded('/b', { ...RECT, y: 200 })], pictures)
    expect(askTool('qpdf', ['--check', 'PDF'], file)).toContain('No syntax or stream encoding errors found')
  })

  it.skipIf(!hasTool('pdftotext'))('can still be read', async () => {
    expect(askTool('pdftotext', ['PDF', '-'], await place(WORDS))).toContain('Bread is cheaper')
  })

  it.skipIf(!hasTool('mutool'))('of several streams draws them one after the other', async () => {
    const contents = ['q 1 0 0 1 10 0 cm', '0 0 10 10 re', 'f Q']
    for (const isPacked of [false, true]) {
      const trace = askTool('mutool', ['trace', 'PDF'], await place({ ...HALF, contents, isPacked }))
      expect(trace.match(/<fill_path/g)).toHaveLength(1)
    }
  })

  it.skipIf(!hasTool('pdftoppm'))(
    'begins in the state that a page begins with, whatever stands before it',
    async () => {
      const fonts = await openTestFonts()
      const contents = ['0 0 40 100 re f 100 0 m 100 100 l S BT /F1 60 Tf 60 10 Td (II) Tj ET']
      const pictures = new Map([['/a', await pageOf({ ...WORDS, contents })]])
      const line = [
        { kind: 'move', x: 0, y: 300 },
        { kind: 'line', x: 90, y: 300 },
      ] as const
      const round = { cap: 'round', join: 'round', miterLimit: 2 } as const
      const before: readonly SheetItem[] = [
        { kind: 'path', steps: line, fill: null, fillRule: 'nonzero', stroke: { width: 9, colour: RED, shape: round } },
        glyphs(fonts, 'Before', { baseline: 350, colour: RED, tracking: 0.9, scale: 0.7, rise: 4 }),
      ]
      const looks = [renderPage(await write([embedded('/a')], pictures), 1)]
      looks.push(renderPage(await write([...before, embedded('/a')], pictures), 1))
      const pixels = looks.map((look) =>
        Array.from({ length: 200 }, (_, across) =>
          Array.from({ length: 100 }, (_, down) => look(20 + across / 2, 30 + down / 2)[0]),
        ),
      )
      expect(pixels[0]!.flat().some((red) => red < 128)).toBe(true)
      expect(pixels[1]).toEqual(pixels[0])
    },
  )

  // A mark in the lower left corner of the page's trim, 20 × 10 points, wherever that is on the sheet after turning.
  it.skipIf(!hasTool('mutool')).each([
    ['as it is', '/MediaBox [0 0 200 100]', '0 0 20 10', [20, 75, 30, 80]],
    ['from its trim', '/MediaBox [0 0 300 300] /TrimBox [50 60 250 160]', '50 60 20 10', [20, 75, 30, 80]],
    ['upside down', '/MediaBox [0 0 200 100] /Rotate 180', '0 0 20 10', [110, 30, 120, 35]],
    ['turned to the right', '/MediaBox [0 0 100 200] /Rotate 90', '0 0 20 10', [20, 30, 25, 40]],
    ['turned to the left', '/MediaBox [0 0 100 200] /Rotate 270', '0 0 20 10', [115, 70, 120, 80]],
    ['in larger units', '/MediaBox [0 0 20 10] /UserUnit 10', '0 0 2 1', [20, 75, 30, 80]],
  ])('stands in its rectangle %s', async (_, page, mark, corners) => {
    const file = await place({ page, contents: [`${mark} re f`] })
    const trace = askTool('mutool', ['trace', 'PDF'], file)
    const path = /<fill_path[^>]*transform="([^"]*)"[^>]*>([\s\S]*?)<\/fill_path>/.exec(trace)!
    const [a, b, c, d, e, f] = path[1]!.split(' ').map(Number) as [number, number, number, number, number, number]
    const points = [...path[2]!.matchAll(/x="([^"]*)" y="([^"]*)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    const xs = points.map(([x, y]) => a * x + c * y + e)
    const ys = points.map(([x, y]) => b * x + d * y + f)
    const found = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    found.forEach((value, at) => expect(value).toBeCloseTo(corners[at]!, 3))
  })
})

describe.skipIf(!hasTool('pdftoppm'))('the bleed of an embedded page', () => {
  // Of 200 × 100 upright, with a bleed of 20 at its left, 15 at its top, 10 at its right and 5 at its foot; all of it black.
  const PAGES: readonly (readonly [string, string])[] = [
    ['as it is', '/MediaBox [-90 -90 300 300] /TrimBox [0 0 200 100] /BleedBox [-20 -5 210 115]'],
    ['upside down', '/MediaBox [-90 -90 300 300] /TrimBox [0 0 200 100] /BleedBox [-10 -15 220 105] /Rotate 180'],
    [
      'turned to the right',
      '/MediaBox [-90 -90 300 300] /TrimBox [0 0 100 200] /BleedBox [-15 -20 105 210] /Rotate 90',
    ],
    ['turned to the left', '/MediaBox [-90 -90 300 300] /TrimBox [0 0 100 200] /BleedBox [-5 -10 115 220] /Rotate 270'],
    ['in larger units', '/MediaBox [-9 -9 30 30] /TrimBox [0 0 20 10] /BleedBox [-2 -.5 21 11.5] /UserUnit 10'],
  ]
  const BEYOND = { left: 10, top: 7.5, right: 5, bottom: 2.5 }

  /** Writes a page that is black all over wherever it is asked for, and gives what shows of each, by the edges of the black. */
  async function shown(
    page: string,
    items: readonly EmbeddedPageItem[],
    { isClipped }: { readonly isClipped: boolean } = { isClipped: false },
  ): Promise<readonly Rect[]> {
    const picture = await pageOf({ page, contents: ['-500 -500 1500 1500 re f'] })
    const sheet: SheetItem = { kind: 'clip', steps: rectSteps({ x: 0, y: 0, width: 300, height: 400 }), items }
    const look = renderPage(await write(isClipped ? [sheet] : items, new Map([['/a', picture]])), 1)
    return items.map(({ rect }) => blackAround(look, rect.x + rect.width / 2, rect.y + rect.height / 2))
  }

  it.each(PAGES)('is shown where it is asked for, %s', async (_, page) => {
    const all = { ...embedded('/a'), beyond: BEYOND }
    expect(await shown(page, [all])).toEqual([{ x: 10, y: 22.5, width: 115, height: 60 }])
  })

  it.each(PAGES)('is shown as far as it is asked for, and nowhere else, %s', async (_, page) => {
    const some = { ...embedded('/a'), beyond: { ...NONE, left: 4, bottom: 2.5 } }
    const lower = { ...RECT, y: 200 }
    expect(await shown(page, [some, embedded('/a', lower)])).toEqual([
      { x: 16, y: 30, width: 104, height: 52.5 },
      lower,
    ])
  })

  it('is shown within a clip, too', async () => {
    const all = { ...embedded('/a'), beyond: BEYOND }
    expect(await shown(PAGES[0]![1], [all], { isClipped: true })).toEqual([{ x: 10, y: 22.5, width: 115, height: 60 }])
  })

  it.each(PAGES)('is all that the file has beyond the trim, %s', async (_, page) => {
    const items = [{ ...embedded('/a'), beyond: { ...NONE, left: 1 } }]
    const text = latin1(await write(items, new Map([['/a', await pageOf({ page })]])))
    const numbers = (found: RegExpExecArray | null): readonly number[] => found![1]!.trim().split(' ').map(Number)
    expect(numbers(/\/BBox \[([^\]]*)\]/.exec(text))).toEqual(numbers(/\/BleedBox \[([^\]]*)\]/.exec(page)))
  })

  it.each(PAGES)('is cut off where nobody asks for it, and as ever, %s', async (_, page) => {
    expect(await shown(page, [embedded('/a')])).toEqual([RECT])
    const picture = await pageOf({ page })
    const text = latin1(await write([embedded('/a')], new Map([['/a', picture]])))
    const { left, bottom, right, top } = picture.box
    expect(text).toContain(`/BBox [ ${left} ${bottom} ${right} ${top} ]`)
  })
})

/** The black rectangle around a point, to half a point. */
function blackAround(look: Look, x: number, y: number): Rect {
  const reach = (dx: number, dy: number): number => {
    let far = 0
    while (look(x + dx * far, y + dy * far)[0] < 128) far += 0.5
    return far
  }
  const [left, top, right, foot] = [reach(-1, 0), reach(0, -1), reach(1, 0), reach(0, 1)]
  // What is looked at to the left and above is a pixel, half a point, whose far edge counts.
  return { x: x - left + 0.5, y: y - top + 0.5, width: left + right - 0.5, height: top + foot - 0.5 }
}
