import { describe, expect, it } from 'vitest'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { pdf } from './pictures/make-pdf.js'
import { OUR_ICC } from './prepress/profiles.js'
import { inksAt, printPage, screenMarks } from './press-checks.js'
import { buildPaper } from './press-paper.js'
import { renderPage } from './render-pdf.js'
import { SMALL_EDITION } from './small-edition.js'
import { hasTool } from './tools.js'

const MM = 72 / 25.4
/** As wide as the page, in points, and ten lines deep. */
const [WIDTH, DEPTH] = [150 * MM, 120]

/**
 * An advert of magenta, in cyan for 2 mm beyond its trim at its left and for 5 mm at its other sides, and in black beyond that. Its
 * page says how transparency is reckoned, and has none.
 */
function advert(changes: { readonly isCut?: boolean } = {}): Uint8Array {
  const box = (left: number, foot: number, right: number, top: number): readonly number[] => [
    100 - left * MM,
    100 - foot * MM,
    100 + WIDTH + right * MM,
    100 + DEPTH + top * MM,
  ]
  const [media, bleed, trim] = [box(20, 20, 20, 20), box(2, 5, 5, 5), box(0, 0, 0, 0)]
  const fill = ([left, foot, right, top]: readonly number[], inks: string): string =>
    `${inks} k ${left} ${foot} ${right! - left!} ${top! - foot!} re f`
  const boxes = changes.isCut
    ? `/MediaBox [${trim.join(' ')}]`
    : `/MediaBox [${media.join(' ')}] /BleedBox [${bleed.join(' ')}] /TrimBox [${trim.join(' ')}]`
  return pdf({
    contents: [fill(media, '0 0 0 1'), fill(bleed, '1 0 0 0'), fill(trim, '0 1 0 0')],
    page: `${boxes} /Group << /S /Transparency /CS /DeviceRGB >>`,
  })
}

/** A paper of one page, whose advert touches the trim on three sides; and it stands once more, smaller, within the page. */
function paper(artwork = advert()): MemoryHost {
  const small = SMALL_EDITION['layouts/small.yaml']!
  const layout = small.replace(/margins: \{.*?\}/, 'margins: { head: 0mm, foot: 8mm, inside: 0mm, outside: 0mm }')
  const again = `inner: { advert: again, at: { col: 1, span: 1, line: 20, depth: 8 } }`
  return memoryHost({
    ...SMALL_EDITION,
    'edition/edition.yaml': `paper: small
date: 2022-01-14
number: 7
pages:
  - place:
      head: { advert: coop, at: { col: 1, span: 2, line: 1, depth: 10 } }
      ${again}
hold: [rents, film]
adverts:
  coop: { file: coop.pdf, size: [150mm, 120pt] }
  again: { file: coop.pdf, size: [50mm, 40pt] }
`,
    'edition/coop.pdf': artwork,
    'layouts/small.yaml': `${layout}furniture: { folio: none }\nprofiles:\n  ours: { extends: newsprint, bleed: 3mm }\n`,
    ...OUR_ICC,
  })
}

describe.skipIf(!hasTool('gs'))('an advert at the trim', () => {
  const [CYAN, MAGENTA, WHITE] = ['100 0 0 0', '0 100 0 0', '0 0 0 0']
  const FOOT = DEPTH / MM

  /** The printed page, and its inks at a point of its trim, in millimetres from the top left. */
  async function print() {
    const { built, pdf: file } = await buildPaper(paper(), 'ours')
    const printed = printPage(file, 1, 288)
    const pixel = (at: number): number => Math.floor((at + 3) * MM * 4)
    return { built, file, at: (x: number, y: number) => inksAt(printed, pixel(x), pixel(y)).join(' ') }
  }

  it('goes on into the bleed as far as its own goes, where it touches the trim', async () => {
    const { built, at } = await print()
    expect(built.diagnostics.map(({ code }) => code)).toEqual(['advert-size', 'press-bleed'])
    for (const x of [0.2, 75, 149.8]) for (const y of [0.2, FOOT - 0.2]) expect(at(x, y)).toBe(MAGENTA)
    // 2 mm at the left, and all of the bleed at the head and at the right, the corners with them.
    for (const x of [-1.8, 75, 152.8]) expect(at(x, -2.8)).toBe(CYAN)
    for (const x of [-1.8, 152.8]) expect(at(x, 20)).toBe(CYAN)
    for (const y of [-1, 20]) expect(at(-2.2, y)).toBe(WHITE)
    // Its foot is within the page.
    for (const x of [-1, 75, 152]) expect(at(x, FOOT + 0.2)).toBe(WHITE)
  })

  it('is cut off at its trim where it stands within the page', async () => {
    const { at } = await print()
    // In the middle of its columns, half a line below the top of its 20th line.
    const [left, top] = [(73 - 50) / 2, (19.5 * 12) / MM]
    expect([at(left + 0.2, top + 5), at(left + 20, top + 0.2)]).toEqual([MAGENTA, MAGENTA])
    expect([at(left - 0.2, top + 5), at(left + 20, top - 0.2)]).toEqual([WHITE, WHITE])
    expect([at(left + 50.2, top + 5), at(left + 20, top + FOOT / 3 + 0.2)]).toEqual([WHITE, WHITE])
  })

  it.skipIf(!hasTool('mutool'))('brings nothing that a press refuses', async () => {
    const { file } = await print()
    expect(screenMarks(file)).toEqual([])
    expect(Buffer.from(file).toString('latin1')).not.toContain('/Transparency')
  })
})

it.skipIf(!hasTool('pdftoppm'))('on a screen, an advert with bleed looks as one that was made without', async () => {
  const looks: string[] = []
  for (const isCut of [false, true]) {
    const { pdf: file } = await buildPaper(paper(advert({ isCut })), 'screen')
    const look = renderPage(file, 1)
    const pixels: string[] = []
    for (let y = 0; y < 200 * MM; y += 0.5) for (let x = 0; x < WIDTH; x += 0.5) pixels.push(look(x, y).join(' '))
    looks.push(pixels.join('\n'))
  }
  expect(new Set(looks[0]!.split('\n')).size).toBeGreaterThan(1)
  expect(looks[0] === looks[1]).toBe(true)
})
