import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Build, buildEdition, makeUpEdition } from '../src/build.js'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { pdf } from './pictures/make-pdf.js'
import { renderPage } from './render-pdf.js'
import { SMALL_EDITION, SMALL_PAPER } from './small-edition.js'
import { askTool, hasTool } from './tools.js'

const build = (host: MemoryHost): Promise<Build> => buildEdition({ ...SMALL_PAPER, host })

const pdfOf = (host: MemoryHost, { files }: Build): Uint8Array => host.written.get(files[0]!)!

/** The small edition with a second page, on which these pictures stand alone. */
function paper(places: readonly string[], files: Readonly<Record<string, Uint8Array | string>>): MemoryHost {
  const lines = places.map((place, at) => `      place-${at}: { picture: ${place} }\n`)
  const manifest = `${SMALL_EDITION['edition/edition.yaml']}  - place:\n${lines.join('')}`
  const byPath = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`edition/${name}`, bytes]))
  return memoryHost({ ...SMALL_EDITION, 'edition/edition.yaml': manifest, ...byPath })
}

/** Cells for the picture of this number: two in a row, of one column by ten lines. */
const cells = (at: number, depth = 10): string =>
  `at: { col: ${1 + (at % 2)}, span: 1, line: ${1 + 10 * Math.floor(at / 2)}, depth: ${depth} }`

const RED = [220, 30, 30] as const
const GREEN = [30, 200, 30] as const
const BLUE = [30, 30, 220] as const
const YELLOW = [230, 230, 30] as const
const WHITE = [255, 255, 255] as const

type Colour = readonly [number, number, number]

/** Four quarters: red and green over blue and yellow; 480 × 320 pixels. */
function quarters(alphaOfRed?: number): Sharp {
  const [width, height] = [480, 320]
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isRed = x < width / 2 && y < height / 2
      const [r, g, b] = isRed ? RED : y < height / 2 ? GREEN : x < width / 2 ? BLUE : YELLOW
      pixels.set([r, g, b, isRed ? (alphaOfRed ?? 255) : 255], (y * width + x) * 4)
    }
  }
  const image = sharp(pixels, { raw: { width, height, channels: 4 } })
  return alphaOfRed === undefined ? image.removeAlpha() : image
}

const rgb = (colour: Colour): string => `rgb(${colour.join(',')})`
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 32"><rect width="24" height="16" fill="${rgb(RED)}"/><rect x="24" width="24" height="16" fill="${rgb(GREEN)}"/><rect y="16" width="24" height="16" fill="${rgb(BLUE)}"/><rect x="24" y="16" width="24" height="16" fill="${rgb(YELLOW)}"/></svg>`
const fill = (colour: Colour, rect: string): string => `${colour.map((one) => one / 255).join(' ')} rg ${rect} re f`
const PDF = pdf({
  contents: [
    [fill(RED, '0 16 24 16'), fill(GREEN, '24 16 24 16'), fill(BLUE, '0 0 24 16'), fill(YELLOW, '24 0 24 16')].join(
      '\n',
    ),
  ],
  page: '/MediaBox [0 0 48 32] /Resources << >>',
  objects: [],
})

/** Turned by a quarter, with the mark that turns it back. */
const turned = async (): Promise<Buffer> =>
  sharp(await quarters().rotate(270).png().toBuffer())
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()

const QUARTERS = [RED, GREEN, BLUE, YELLOW]
const grey = (colour: Colour): Colour => {
  const value = Math.round(0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2])
  return [value, value, value]
}

/** Every kind of picture, and what is to be seen in its quarters, give or take. */
const KINDS: readonly {
  readonly what: string
  readonly name: string
  readonly make: () => Promise<Uint8Array | string>
  readonly seen: readonly Colour[]
  readonly off: number
}[] = [
  { what: 'a JPEG', name: 'a.jpg', make: () => quarters().jpeg({ quality: 100 }).toBuffer(), seen: QUARTERS, off: 8 },
  { what: 'a JPEG turned by its Exif mark', name: 'a.jpg', make: turned, seen: QUARTERS, off: 8 },
  {
    what: 'a grey JPEG',
    name: 'a.jpg',
    make: () => quarters().greyscale().jpeg({ quality: 100 }).toBuffer(),
    seen: QUARTERS.map(grey),
    // Greys of sRGB are mixed in light, not in numbers.
    off: 50,
  },
  {
    what: 'a CMYK JPEG',
    name: 'a.jpg',
    make: () => quarters().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    seen: QUARTERS,
    // Inks reach fewer colours than a screen.
    off: 90,
  },
  { what: 'a PNG', name: 'a.png', make: () => quarters().png().toBuffer(), seen: QUARTERS, off: 3 },
  {
    what: 'a PNG with transparency',
    name: 'a.png',
    make: () => quarters(0).png().toBuffer(),
    seen: [WHITE, GREEN, BLUE, YELLOW],
    off: 3,
  },
  { what: 'an SVG', name: 'a.svg', make: () => Promise.resolve(SVG), seen: QUARTERS, off: 3 },
  { what: 'a PDF', name: 'a.pdf', make: () => Promise.resolve(PDF), seen: QUARTERS, off: 3 },
]

const isNear = (a: Colour, b: Colour, off: number): boolean => a.every((one, index) => Math.abs(one - b[index]!) <= off)

describe('a picture on the finished page', () => {
  it.skipIf(!hasTool('pdftoppm')).each(KINDS)('of $what is upright, cropped round its focus', async (kind) => {
    const { name, make, seen, off } = kind
    const places = [
      `{ file: ${name}, focus: [0.5, 0.5] }, ${cells(0, 5)}`,
      `{ file: ${name}, focus: [1, 0.5] }, ${cells(1, 15)}`,
    ]
    const host = paper(places, { [name]: await make() })
    const { madeUp, diagnostics } = await makeUpEdition({ ...SMALL_PAPER, host })
    expect(diagnostics.filter(({ code }) => code !== 'pdf-rgb')).toEqual([])
    const [wide, right] = madeUp!.pages[1]!.pictures.map(({ picture }) => picture)
    const look = renderPage(pdfOf(host, await build(host)), 2)
    const at = ({ rect }: typeof wide & object, x: number, y: number): Colour =>
      look(rect.x + x * rect.width, rect.y + y * rect.height)
    const expectSeen = (found: Colour, expected: Colour): void =>
      expect(isNear(found, expected, off), `${found.join(' ')}, not ${expected.join(' ')}`).toBe(true)

    // As wide as its place and cut off above and below: all four quarters.
    expect(wide!.window).toMatchObject({ x: 0, width: 1 })
    expect(wide!.window.height).toBeLessThan(0.9)
    for (const [index, [x, y]] of [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ].entries()) {
      expectSeen(at(wide!, x!, y!), seen[index]!)
    }
    // Cut off at the left: the middle of it lies right of the middle of the picture.
    expect(right!.window.x).toBeGreaterThan(0.1)
    expectSeen(at(right!, 0.5, 0.1), seen[1]!)
    expectSeen(at(right!, 0.5, 0.9), seen[3]!)
    // Nothing is seen outside its rectangle.
    for (const [x, y] of [
      [-0.03, 0.5],
      [0.5, -0.04],
      [0.5, 1.04],
    ])
      expectSeen(at(right!, x!, y!), WHITE)
  })

  it('is decoded once for all its places, at the size of the largest, all of it counted', async () => {
    const photograph = await sharp(
      Uint8Array.from({ length: 2000 * 1333 * 3 }, (_, at) => (at * 7 + at / 1000) % 256),
      { raw: { width: 2000, height: 1333, channels: 3 } },
    )
      .jpeg()
      .toBuffer()
    const places = [
      `{ file: a.jpg }, ${cells(0, 5)}`,
      `{ file: a.jpg, focus: [0, 0] }, ${cells(1)}`,
      `{ file: a.jpg }, at: { col: 1, span: 1, line: 11, depth: 14 }`,
    ]
    const host = paper(places, { 'a.jpg': photograph })
    const built = await build(host)
    expect(built.diagnostics).toEqual([])
    expect([...host.written.keys()].filter((path) => path.includes('.cache'))).toHaveLength(1)
    const { madeUp } = await makeUpEdition({ ...SMALL_PAPER, host })
    const widths = madeUp!.pages[1]!.pictures.map(({ picture: { rect, window } }) => rect.width / window.width)
    // 150 pixels to the inch of the widest, cropped away or not.
    const across = Math.ceil((Math.max(...widths) / 72) * 150)
    if (hasTool('pdfimages')) {
      const list = askTool('pdfimages', ['-list', 'PDF'], pdfOf(host, built))
      const rows = list.trim().split('\n').slice(2)
      expect(new Set(rows.map((row) => row.trim().split(/\s+/)[3]))).toEqual(new Set([String(across)]))
      expect(new Set(rows.map((row) => row.trim().split(/\s+/)[10])).size).toBe(1)
    }
  })

  it('is the same from a full cache as from an empty one', async () => {
    const host = paper([`{ file: a.png }, ${cells(0)}`], { 'a.png': await quarters(128).png().toBuffer() })
    const first = pdfOf(host, await build(host))
    expect(Buffer.from(pdfOf(host, await build(host))).equals(Buffer.from(first))).toBe(true)
  })
})
