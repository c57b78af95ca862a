import { describe, expect, it } from 'vitest'
import {
  boxesOf,
  inkCover,
  inksAt,
  looseFonts,
  mostInk,
  type Plate,
  printPage,
  screenMarks,
  separatePage,
} from './press-checks.js'
import { BUILT_IN, checkFile, type Demands, MM, NEWSPRINT, STAPLED, X1A, X4 } from './press-demands.js'
import { artwork, buildPaper, pressPaper, RGB_ADVERT } from './press-paper.js'
import { pdf } from './pictures/make-pdf.js'
import { hasTool } from './tools.js'

/** What the profiles of the paper itself ask. */
const OWN: readonly Demands[] = [
  { profile: 'ours', ...NEWSPRINT, ...X1A, bleed: 3 * MM, black: [3] },
  { profile: 'ours-x4', ...NEWSPRINT, ...X4, bleed: 3 * MM, black: [3] },
  { profile: 'lean', ...STAPLED, ...X1A, inkLimit: 200, ppi: 150, isEmbedded: false },
]

describe('a paper with adverts of every kind, bleed and pages in black', () => {
  // Of the built-in ones, each press and each standard.
  const some = BUILT_IN.filter(({ profile }) => ['newsprint', 'stapled-x4', 'coated'].includes(profile))

  it.each([...some, ...OWN])('is what it should be: $profile', async (demands) => {
    const { built, pdf: file } = await buildPaper(await pressPaper(await artwork()), demands.profile)
    expect(built.diagnostics).toEqual([])
    expect(built.exit).toBe(0)
    await checkFile(file, demands)
  })

  it.each(['ours', ...BUILT_IN.map(({ profile }) => profile)])(
    'is the same, byte for byte, built anew and from a full cache: %s',
    async (profile) => {
      const host = await pressPaper(await artwork())
      const first = await buildPaper(host, profile)
      expect(first.pdf.length).toBeGreaterThan(0)
      expect([...host.written.keys()].filter((path) => path.includes('/.cache/')).length).toBeGreaterThan(3)
      for (const again of [
        await buildPaper(host, profile),
        await buildPaper(await pressPaper(await artwork()), profile),
      ])
        expect(Buffer.compare(again.pdf, first.pdf)).toBe(0)
    },
  )

  it('is written, and not fit to print, when an advert has colours in RGB', async () => {
    const host = await pressPaper({ 'rgb.pdf': RGB_ADVERT })
    const { built, pdf: file } = await buildPaper(host, 'ours')
    const errors = built.diagnostics.filter(({ severity }) => severity === 'error')
    // The third page is printed in black alone.
    expect(errors.map(({ code, message }) => `${code} ${message.slice(0, 6)}`)).toEqual([
      'press-rgb page 2',
      'press-colour page 3',
      'press-rgb page 3',
    ])
    for (const { place } of errors) expect(place).toMatchObject({ file: 'edition/edition.yaml', line: 14 })
    expect(built.exit).toBe(3)
    expect(file.length).toBeGreaterThan(0)
    const screen = await buildPaper(host, 'screen')
    expect(screen.built.exit).toBe(0)
  })

  it('is not written when its inks are damaged', async () => {
    const host = await pressPaper({})
    const { built } = await buildPaper(
      { ...host, readBytes: (path) => (path.endsWith('.icc') ? new Uint8Array(9) : host.readBytes(path)) },
      'ours',
    )
    expect(built.diagnostics).toMatchObject([{ code: 'icc-unusable' }])
    expect(built.exit).toBe(1)
  })
})

describe.skipIf(!hasTool('gs'))('what a press prints', () => {
  /** The first page of the paper, and where its trim begins, in pixels. */
  async function front(profile: string) {
    const { pdf: file } = await buildPaper(await pressPaper({}), profile)
    const printed = printPage(file, 1, 144)
    const [box] = boxesOf(file)
    const scale = printed.dpi / 72
    return { printed, left: box!.Trim[0] * scale, top: (box!.Media[3] - box!.Trim[3]) * scale, scale }
  }

  it('has body text over a tint: the tint goes on under the letters', async () => {
    const { printed, left, top, scale } = await front('newsprint')
    const letters: (readonly number[])[] = []
    for (let y = Math.round(top + 110 * scale); y < top + 250 * scale; y++) {
      for (let x = Math.round(left + 20 * scale); x < left + 400 * scale; x++) {
        const inks = inksAt(printed, x, y)
        if (inks[3] === 100) letters.push(inks)
      }
    }
    expect(letters.length).toBeGreaterThan(500)
    for (const inks of letters) expect(inks).toEqual([0, 30, 60, 100])
  })

  it('has reversed type knocked out of its ground', async () => {
    const { printed, left, top, scale } = await front('newsprint')
    const counts = { ground: 0, paper: 0, other: 0 }
    for (let y = Math.round(top + 4 * scale); y < top + 44 * scale; y++) {
      for (let x = Math.round(left + 20 * scale); x < left + 400 * scale; x++) {
        const inks = inksAt(printed, x, y).join(' ')
        counts[inks === '100 60 0 0' ? 'ground' : inks === '0 0 0 0' ? 'paper' : 'other']++
      }
    }
    expect(counts.other).toBe(0)
    expect(counts.paper).toBeGreaterThan(500)
    expect(counts.ground).toBeGreaterThan(5000)
  })

  /** How much of each ink, in per cent, is on the plates of the front within a rectangle, in points from the trim's top left. */
  async function platesWithin([x0, y0, x1, y1]: readonly [number, number, number, number]) {
    const { pdf: file } = await buildPaper(await pressPaper({}), 'newsprint')
    const [box] = boxesOf(file)
    const [left, top] = [box!.Trim[0], box!.Media[3] - box!.Trim[3]]
    const plates = await separatePage(file, 1, 144)
    const within = ({ width, inks }: Plate): number[] =>
      [...inks].filter((_, at) => {
        const [x, y] = [(at % width) / 2 - left, Math.floor(at / width) / 2 - top]
        return x >= x0 && x < x1 && y >= y0 && y < y1
      })
    const { Cyan, Magenta, Yellow, Black } = plates
    return { cyan: within(Cyan), magenta: within(Magenta), yellow: within(Yellow), black: within(Black) }
  }

  it('has body text over a tint on the plate of black alone: the other plates are even', async () => {
    const { cyan, magenta, yellow, black } = await platesWithin([20, 110, 400, 250])
    expect([cyan, magenta, yellow].map((plate) => [...new Set(plate)])).toEqual([[0], [30], [60]])
    expect(new Set(black)).toEqual(new Set([0, 100]))
    const solid = black.filter((ink) => ink === 100).length / black.length
    expect(solid).toBeGreaterThan(0.05)
    expect(solid).toBeLessThan(0.5)
  })

  it('has reversed type white on every plate of its ground, and on no other plate', async () => {
    const { cyan, magenta, yellow, black } = await platesWithin([20, 4, 400, 44])
    expect(new Set(cyan)).toEqual(new Set([0, 100]))
    expect(new Set(magenta)).toEqual(new Set([0, 60]))
    expect(cyan.map((ink) => ink === 0)).toEqual(magenta.map((ink) => ink === 0))
    expect([yellow, black].map((plate) => [...new Set(plate)])).toEqual([[0], [0]])
    expect(cyan.filter((ink) => ink === 0).length).toBeGreaterThan(500)
  })

  it.skipIf(!hasTool('pdfinfo'))(
    'reaches the bleed where it touches the trim, and leaves the room of marks white',
    async () => {
      const { printed, left, top, scale } = await front('ours')
      const at = (x: number, y: number): string =>
        inksAt(printed, Math.round(left + x * scale), Math.round(top + y * scale)).join(' ')
      expect(at(-2 * MM, 10)).toBe('100 60 0 0')
      expect(at(-2 * MM, -2 * MM)).toBe('100 60 0 0')
      expect(at(50, -2.8 * MM)).toBe('100 60 0 0')
      expect(at(-3.5 * MM, 10)).toBe('0 0 0 0')
    },
  )
})

describe('the checks of files for a press', () => {
  const page = '/MediaBox [0 0 90 90]'
  it.skipIf(!hasTool('mutool'))('find colours of screens, and transparency', () => {
    expect(screenMarks(pdf({ contents: ['1 0 0 rg 0 0 9 9 re f'], page }))).toEqual(['DeviceRGB'])
    const resources = `${page} /Resources << /ExtGState << /G << /ca 0.5 >> >> >>`
    expect(screenMarks(pdf({ contents: ['/G gs 0 0 0 1 k 0 0 9 9 re f'], page: resources }))).toEqual(['alpha .5'])
    expect(screenMarks(pdf({ contents: ['0 0 0 1 k 0 0 9 9 re f'], page }))).toEqual([])
  })

  it.skipIf(!hasTool('gs'))('find inks on a page in black, and more ink than a press takes', () => {
    const inked = pdf({ contents: ['1 0.9 0.8 0.7 k 0 0 45 90 re f'], page })
    expect(inkCover(inked)[0]![0]).toBeGreaterThan(0.4)
    expect(mostInk(printPage(inked, 1, 72))).toBeCloseTo(340, -1)
    expect(mostInk(printPage(pdf({ contents: ['1 0.9 0.8 0.7 k 0 0 5 5 re f'], page }), 1, 72))).toBeLessThan(100)
  })

  it.skipIf(!hasTool('gs'))('see the difference between type that overprints and type that does not', async () => {
    const draw = async (state: string): Promise<readonly (readonly number[])[]> => {
      const resources = `${page} /Resources << /ExtGState << /G << /OP true /op true /OPM 1 >> >> >>`
      const contents = [`0 0.3 0.6 0 k 0 0 90 90 re f ${state} 0 0 0 1 k 20 20 50 50 re f`]
      const file = pdf({ contents, page: resources })
      const plates = Object.values(await separatePage(file, 1, 72))
      return [inksAt(printPage(file, 1, 72), 45, 45), plates.map(({ width, inks }) => inks[45 * width + 45]!)]
    }
    for (const [state, inks] of [
      ['/G gs', [0, 30, 60, 100]],
      ['', [0, 0, 0, 100]],
    ] as const)
      expect(await draw(state)).toEqual([inks, inks])
  })

  it.skipIf(!hasTool('pdffonts'))('find fonts that are not embedded', () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
    const resources = `${page} /Resources << /Font << /F1 10 0 R >> >>`
    expect(looseFonts(pdf({ contents: ['BT /F1 9 Tf (a) Tj ET'], page: resources, objects: [font] }))).toHaveLength(1)
  })
})
