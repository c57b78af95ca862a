import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { GlyphsItem } from '../../src/display/index.js'
import type { Fonts } from '../../src/fonts/index.js'
import { OUTPUTS, type DocumentInfo } from '../../src/output/index.js'
import type { RasterImages } from '../../src/pictures/index.js'
import type { Sheet, SheetColour, SheetItem } from '../../src/prepress/index.js'
import { askTool, hasTool } from '../tools.js'
import { contentOf, objectsOf, shownGlyphs } from './read-pdf.js'
import { BLACK, glyphs, INFO, openTestFonts, RED, sheet } from './sheets.js'

let fonts: Fonts
beforeAll(async () => {
  fonts = await openTestFonts()
})

const write = (
  sheets: readonly Sheet[],
  info: DocumentInfo = INFO,
  images: RasterImages = new Map(),
): Promise<Uint8Array> => OUTPUTS.pdf(sheets, info, { pictures: new Map(), images: new Map([['rgb', images]]) })
const writeItems = (items: readonly SheetItem[], images?: RasterImages): Promise<Uint8Array> =>
  write([sheet(items)], INFO, images)

describe('type in a PDF', () => {
  it('is one array of glyphs a line, in one text object', async () => {
    const items = [glyphs(fonts, 'of so'), glyphs(fonts, 'so', { baseline: 50.5 })]
    expect(contentOf(await writeItems(items))).toEqual([
      'BT',
      '0 g',
      '/F1 9 Tf',
      '1 0 0 -1 20 40 Tm',
      '[<00010002000300040001>]TJ',
      '1 0 0 -1 20 50.5 Tm',
      '[<00040001>]TJ',
      'ET',
    ])
  })

  it('moves the pen for a stretched space, and no more than there is to move', async () => {
    const size = 10
    const own =
      (fonts.shape(
        { face: fonts.face({ family: 'serif', weight: 400, italic: false }), text: ' ', features: [] },
        () => {},
      )[0]!.width *
        size) /
      1000
    const content = contentOf(await writeItems([glyphs(fonts, 'o o o', { size, space: own + 1.234 })]))
    expect(content).toContain('[<00010002>-123.4<00010002>-123.4<0001>]TJ')
  })

  it('says each state once: colour, face, size, tracking and rise', async () => {
    const items = [
      glyphs(fonts, 'o', { colour: RED }),
      glyphs(fonts, 'o', { colour: RED, tracking: 20, rise: 2 }),
      glyphs(fonts, 'o', { size: 12 }),
    ]
    expect(contentOf(await writeItems(items))).toEqual([
      'BT',
      '1 0 0.2 rg',
      '/F1 9 Tf',
      '1 0 0 -1 20 40 Tm',
      '[<0001>]TJ',
      '1 0 0 -1 20 40 Tm',
      '0.18 Tc',
      '2 Ts',
      '[<0001>]TJ',
      '0 g',
      '/F1 12 Tf',
      '1 0 0 -1 20 40 Tm',
      '0 Tc',
      '0 Ts',
      '[<0001>]TJ',
      'ET',
    ])
  })

  it('stands where the sheet has it, within 0.005 pt, at every size, with kerning, tracking, glyphs made wider or narrower, and loose accents', async () => {
    const words = 'AVATAR To. efficient Ty Łódź “Wo” x̄ q̃ LT fj '.repeat(3).trim()
    const items = [6.3, 9, 9.37, 9.12345, 14, 48, 72.123].flatMap((size, at) => [
      glyphs(fonts, words, { size, baseline: 10 + at, space: size / 3.1, x: 1 / 3 }),
      glyphs(fonts, words, { size, baseline: 30 + at, tracking: -7.7, rise: 1.1 }),
      glyphs(fonts, words, { size, baseline: 70 + at, tracking: 9.3, scale: 1.0271, space: size / 2.7 }),
      glyphs(fonts, words, { size, baseline: 90 + at, tracking: -14.9, scale: 0.97003, space: size / 4.2 }),
      glyphs(fonts, words, { size, baseline: 50 + at, family: 'condensed', weight: 700, space: 1.7 }),
    ])
    const wanted = items.flatMap(placesOf)
    const shown = shownGlyphs(await writeItems(items))
    expect(shown.length).toBe(wanted.length)
    const worst = Math.max(
      ...shown.map(({ x, y }, at) => Math.max(Math.abs(x - wanted[at]!.x), Math.abs(y - wanted[at]!.y))),
    )
    expect(worst).toBeLessThan(0.005)
  })

  it('is upright on a page whose y runs down', async () => {
    const raw = [...objectsOf(await writeItems([glyphs(fonts, 'o')])).values()].find((text) => text.includes(' Tm\n'))!
    expect(raw).toContain('1 0 0 -1 0 400 cm')
  })

  it('of nothing is no text object', async () => {
    expect(contentOf(await writeItems([{ ...glyphs(fonts, 'o'), parts: [] }]))).toEqual([])
  })
})

/** Where each glyph of an item belongs, y down. */
function placesOf({ parts, size, baseline }: GlyphsItem<SheetColour>): readonly { x: number; y: number }[] {
  return parts.flatMap(({ run, x, rise, tracking, scale }) => {
    let pen = x
    return Array.from(run.glyphs, (_, at) => {
      const place = {
        x: pen + ((run.offsets?.x[at] ?? 0) * size * scale) / 1000,
        y: baseline - rise - ((run.offsets?.y[at] ?? 0) * size) / 1000,
      }
      pen += ((run.advances[at]! * scale + tracking) * size) / 1000
      return place
    })
  })
}

describe('paths, pictures and clips in a PDF', () => {
  const square = [
    { kind: 'move', x: 1, y: 2 },
    { kind: 'line', x: 3, y: 2 },
    { kind: 'curve', x1: 3.0004, y1: 2.5, x2: 3, y2: 3, x: 1, y: 3 },
    { kind: 'close' },
  ] as const
  const path = { kind: 'path', steps: square, fill: null, fillRule: 'nonzero', stroke: null } as const

  it('are filled and stroked as they say', async () => {
    const stroke = { width: 0.5, colour: RED }
    const round = { cap: 'round', join: 'bevel', miterLimit: 8 } as const
    const items: SheetItem[] = [
      { ...path, fill: BLACK },
      { ...path, fill: BLACK, fillRule: 'evenodd' },
      { ...path, stroke },
      { ...path, fill: RED, stroke: { ...stroke, shape: round }, fillRule: 'evenodd' },
      path,
    ]
    const outline = ['1 2 m', '3 2 l', '3 2.5 3 3 1 3 c', 'h']
    expect(contentOf(await writeItems(items))).toEqual([
      ...['0 g', ...outline, 'f'],
      ...[...outline, 'f*'],
      ...['1 0 0.2 RG', '0.5 w', '0 J 0 j 4 M', ...outline, 'S'],
      ...['1 0 0.2 rg', '1 J 2 j 8 M', ...outline, 'B*'],
    ])
  })

  it('stand outside text objects; a clip is undone, and the state before it holds again', async () => {
    const items: SheetItem[] = [
      glyphs(fonts, 'o'),
      {
        kind: 'clip',
        steps: square.slice(0, 2),
        items: [glyphs(fonts, 'o'), { ...path, fill: RED, steps: square.slice(0, 1) }],
      },
      { ...path, fill: BLACK, steps: square.slice(0, 1) },
    ]
    expect(contentOf(await writeItems(items))).toEqual([
      ...['BT', '0 g', '/F1 9 Tf', '1 0 0 -1 20 40 Tm', '[<0001>]TJ', 'ET'],
      ...['q', '1 2 m', '3 2 l', 'W n', 'BT', '1 0 0 -1 20 40 Tm', '[<0001>]TJ', 'ET'],
      ...['1 0 0.2 rg', '1 2 m', 'f', 'Q', '1 2 m', 'f'],
    ])
  })

  it('a picture is embedded once, upright, grey or in colour', async () => {
    const bytes = deflateSync(Uint8Array.of(65, 66))
    const grey = { coding: 'deflate', width: 2, height: 1, orientation: 1, channels: 1, bytes } as const
    const photo = {
      coding: 'jpeg',
      width: 2,
      height: 1,
      orientation: 6,
      channels: 3,
      bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
    } as const
    const rect = { x: 10, y: 20, width: 30, height: 40 }
    const image = (picture: string): SheetItem => ({ kind: 'image', rect, picture })
    const pdf = await writeItems(
      [image('/g'), image('/p'), image('/g')],
      new Map<string, typeof grey | typeof photo>([
        ['/g', grey],
        ['/p', photo],
      ]),
    )
    expect(contentOf(pdf)).toEqual([
      'q 30 0 0 -40 10 60 cm /I1 Do Q',
      // Turned clockwise: its rows run down the page, and its columns leftwards from the right edge.
      'q 0 40 30 0 10 20 cm /I2 Do Q',
      'q 30 0 0 -40 10 60 cm /I1 Do Q',
    ])
    const images = [...objectsOf(pdf).values()].filter((text) => text.includes('/Subtype /Image'))
    expect(images).toHaveLength(2)
    expect(images[0]).toMatch(/\/ColorSpace \/DeviceGray[\s\S]*AB$/)
    expect(images[1]).toMatch(/\/Width 2\n\/Height 1\n\/ColorSpace \/DeviceRGB[\s\S]*\/Filter \/DCTDecode/)
  })

  it.each([
    [1, 'q 30 0 0 -40 10 60 cm'],
    [2, 'q -30 0 0 -40 40 60 cm'],
    [3, 'q -30 0 0 40 40 20 cm'],
    [4, 'q 30 0 0 40 10 20 cm'],
    [5, 'q 0 40 -30 0 40 20 cm'],
    [6, 'q 0 40 30 0 10 20 cm'],
    [7, 'q 0 -40 30 0 10 60 cm'],
    [8, 'q 0 -40 -30 0 40 60 cm'],
  ])('a photograph held the way Exif calls %i is turned upright', async (orientation, matrix) => {
    const photo = { coding: 'jpeg', width: 3, height: 4, orientation, channels: 3, bytes: new Uint8Array(4) } as const
    const image = { kind: 'image', rect: { x: 10, y: 20, width: 30, height: 40 }, picture: '/p' } as const
    expect(contentOf(await writeItems([image], new Map([['/p', photo]])))[0]).toMatch(new RegExp(`^${matrix} /I1`))
  })
})

describe('the document', () => {
  it('says what it is, dated by the edition alone', async () => {
    const pdf = Buffer.from(await write([sheet([])], { ...INFO, title: 'Łódź & Co.' })).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7\n')).toBe(true)
    expect(pdf).toContain('/Lang (en-GB)')
    expect(pdf.match(/D:20220114000000Z/g)).toHaveLength(2)
    expect(pdf).not.toMatch(/D:20(?!220114000000Z)/)
    expect(pdf).toContain('(stonehand)')
    expect(pdf).toContain('<rdf:li xml:lang="x-default">')
    expect(Buffer.from(pdf, 'latin1').toString('utf8')).toContain('Łódź &amp; Co.')
    expect(pdf).toContain('A &lt;b&gt;')
  })

  it('embeds each face once, under a tag of its own that tells its glyphs', async () => {
    const tagsOf = async (words: string): Promise<readonly string[]> => {
      const items = [glyphs(fonts, words), glyphs(fonts, words, { italic: true }), glyphs(fonts, words)]
      const pdf = Buffer.from(await writeItems(items)).toString('latin1')
      return [...pdf.matchAll(/\/FontName \/([A-Z]{6})\+(\S+)/g)].map(([, tag, name]) => `${name} ${tag}`)
    }
    const tags = await tagsOf('one')
    expect(tags.map((one) => one.split(' ')[0])).toEqual(['SourceSerif4-Regular', 'SourceSerif4-Italic'])
    expect(new Set([...tags, ...(await tagsOf('two'))]).size).toBe(4)
    expect(await tagsOf('one')).toEqual(tags)
  })

  it('tells what every glyph means: a small capital and a capital of one shape have two codes', async () => {
    const items = [
      glyphs(fonts, 'a', { features: ['smcp'] }),
      glyphs(fonts, 'A', { features: ['c2sc'] }),
      glyphs(fonts, 'ffi'),
    ]
    const pdf = await writeItems(items)
    expect(shownGlyphs(pdf).map(({ code }) => code)).toEqual([1, 2, 3])
    const map = [...objectsOf(pdf).values()].find((text) => text.includes('beginbfrange'))!
    expect(/\[(.*)\]/.exec(map)![1]).toBe('<0000> <0061> <0041> <0066 0066 0069>')
  })

  it('is the same, byte for byte, when it is written again', async () => {
    const sheets = [sheet([glyphs(fonts, 'efficient offices'), glyphs(fonts, 'one', { italic: true })])]
    const [once, again] = [await write(sheets), await write(sheets)]
    expect(Buffer.compare(once, again)).toBe(0)
    const other = await write([sheet([glyphs(fonts, 'efficient officers')])])
    const idOf = (pdf: Uint8Array): string =>
      /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(Buffer.from(pdf).toString('latin1'))![1]!
    expect(idOf(once)).not.toBe(idOf(other))
  })

  it('is the same in any process, time zone, language and folder', () => {
    const digest = (env: Record<string, string>, cwd: string): string => {
      const script = join(import.meta.dirname, 'write-one.mjs')
      const run = spawnSync(process.execPath, [script], { env: { ...process.env, ...env }, cwd, encoding: 'utf8' })
      expect(run.stderr).toBe('')
      return run.stdout
    }
    const digests = [
      digest({ TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }, '/'),
      digest({ TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, import.meta.dirname),
    ]
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(digests[1]).toBe(digests[0])
  })
})

describe('what other programs find in the PDF', () => {
  const lines = (): readonly GlyphsItem<SheetColour>[] => [
    glyphs(fonts, 'Efficient offices in Łódź affect fjords:', { baseline: 40 }),
    glyphs(fonts, 'Ελληνικά, zażółć and well-', { baseline: 50, softHyphen: true }),
    glyphs(fonts, 'being of x̄ and q̃.', { baseline: 60, tracking: 12 }),
    glyphs(fonts, 'Small Capitals HERE', { baseline: 70, features: ['c2sc', 'smcp'] }),
    glyphs(fonts, 'Head of a Story', { baseline: 100, family: 'condensed', weight: 700, size: 24 }),
    glyphs(fonts, 'The Paper', { baseline: 140, family: 'blackletter', weight: 700, size: 40 }),
    glyphs(fonts, 'in the second leg', { baseline: 40, x: 180, italic: true }),
  ]

  it.skipIf(!hasTool('pdftotext'))(
    'pdftotext gives back every word in reading order, the setter’s hyphen as a soft one',
    async () => {
      expect(askTool('pdftotext', ['-raw', '-enc', 'UTF-8', 'PDF', '-'], await writeItems(lines()))).toBe(
        `Efficient offices in Łódź affect fjords:
Ελληνικά, zażółć and well\u00AD
being of x̄ and q̃.
Small Capitals HERE
Head of a Story
The Paper
in the second leg
\f`,
      )
    },
  )

  it.skipIf(!hasTool('pdffonts'))('pdffonts finds every face embedded, subset and mapped to Unicode', async () => {
    const [, , ...rows] = askTool('pdffonts', ['PDF'], await writeItems(lines()))
      .trimEnd()
      .split('\n')
    expect(
      rows.map((row) => /(\S+) +CID TrueType +Identity-H +(yes|no) +(yes|no) +(yes|no)/.exec(row)!.slice(1)),
    ).toEqual([
      [expect.stringMatching(/^[A-Z]{6}\+SourceSerif4-Regular$/), 'yes', 'yes', 'yes'],
      [expect.stringMatching(/^[A-Z]{6}\+RobotoCondensed-Bold$/), 'yes', 'yes', 'yes'],
      [expect.stringMatching(/^[A-Z]{6}\+UnifrakturCook/), 'yes', 'yes', 'yes'],
      [expect.stringMatching(/^[A-Z]{6}\+SourceSerif4-Italic$/), 'yes', 'yes', 'yes'],
    ])
  })

  it.skipIf(!hasTool('qpdf'))('qpdf finds nothing wrong', async () => {
    const bytes = deflateSync(Uint8Array.of(65, 66))
    const pixels = { coding: 'deflate', width: 2, height: 1, orientation: 1, channels: 1, bytes } as const
    const image = { kind: 'image', rect: { x: 1, y: 1, width: 9, height: 9 }, picture: '/g' } as const
    const pdf = await write([sheet([image, ...lines()]), sheet([])], INFO, new Map([['/g', pixels]]))
    expect(askTool('qpdf', ['--check', 'PDF'], pdf)).toContain('No syntax or stream encoding errors found')
  })

  it.skipIf(!hasTool('pdfinfo'))('pdfinfo reads title, author, size and dates', async () => {
    const info = askTool('pdfinfo', ['-isodates', 'PDF'], await write([sheet([]), sheet([])]))
    expect(info).toMatch(/^Title: +The Paper & Co\.$/m)
    expect(info).toMatch(/^Author: +A <b>$/m)
    expect(info).toMatch(/^CreationDate: +2022-01-14T00:00:00Z$/m)
    expect(info).toMatch(/^Pages: +2$/m)
    expect(info).toMatch(/^Page size: +300 x 400 pts$/m)
    expect(info).toMatch(/^PDF version: +1\.7$/m)
  })

  it.skipIf(!hasTool('mutool'))('mutool places the letters where the sheet has them', async () => {
    const item = glyphs(fonts, 'AVATAR efficient', { size: 30, space: 11.1, baseline: 55.5 })
    const trace = askTool('mutool', ['trace', 'PDF'], await writeItems([item]))
    const shown = [...trace.matchAll(/<g unicode="[^"]*" glyph="[^"]*" x="([^"]*)" y="([^"]*)"/g)].map(([, x]) =>
      Number(x),
    )
    const wanted = placesOf(item).map(({ x }) => x)
    expect(shown).toHaveLength(wanted.length)
    shown.forEach((x, at) => expect(Math.abs(x - wanted[at]!)).toBeLessThan(0.005))
  })
})
