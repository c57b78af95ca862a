import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildEdition } from '../src/build.js'
import { nodeHost } from '../src/host.js'
import { boxesOf, imagesOf, inkCover, inksAt, looseFonts, mostInk, printPage, screenMarks } from './press-checks.js'
import { artwork, buildPaper, pressPaper, RGB_ADVERT } from './press-paper.js'
import { pdf } from './pictures/make-pdf.js'
import { askTool, hasTool } from './tools.js'

const PROJECT = join(import.meta.dirname, '..')

/** What is asked of each file. */
interface Demands {
  readonly profile: string
  readonly standard: 'PDF/X-1a:2001' | 'PDF/X-4'
  readonly condition: string
  readonly inkLimit: number
  readonly ppi: number
  /** In points, without the room of marks. */
  readonly bleed: number
  readonly isEmbedded?: boolean
  /** Pages that are printed in black alone. */
  readonly black?: readonly number[]
}

const MM = 72 / 25.4
/** Half a step of 255 for each ink, in per cent. */
const ROUNDING = (4 * 0.5) / 2.55
const NEWSPRINT = { condition: 'CGATS TR 002', inkLimit: 240, ppi: 200, bleed: 0 } as const
const STAPLED = { condition: 'FOGRA29', inkLimit: 280, ppi: 300, bleed: 3 * MM } as const
const COATED = { condition: 'FOGRA39', inkLimit: 300, ppi: 300, bleed: 3 * MM } as const
const [X1A, X4] = [{ standard: 'PDF/X-1a:2001' }, { standard: 'PDF/X-4' }] as const

const BUILT_IN: readonly Demands[] = [
  { profile: 'newsprint', ...NEWSPRINT, ...X1A },
  { profile: 'newsprint-x4', ...NEWSPRINT, ...X4 },
  { profile: 'stapled', ...STAPLED, ...X1A },
  { profile: 'stapled-x4', ...STAPLED, ...X4 },
  { profile: 'coated', ...COATED, ...X1A },
  { profile: 'coated-x4', ...COATED, ...X4 },
]
const OWN: readonly Demands[] = [
  { profile: 'ours', ...NEWSPRINT, ...X1A, bleed: 3 * MM, black: [3] },
  { profile: 'ours-x4', ...NEWSPRINT, ...X4, bleed: 3 * MM, black: [3] },
  { profile: 'lean', ...STAPLED, ...X1A, inkLimit: 200, ppi: 150, isEmbedded: false },
]

/** What a file says of itself; the catalogue, the information, and the trailer's ID. */
async function read(file: Uint8Array) {
  const document = await PDFDocument.load(file, { updateMetadata: false })
  const { context, catalog } = document
  const text = (dict: PDFDict, key: string): string | null => {
    const value = dict.lookup(PDFName.of(key))
    if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName)
      return value.decodeText()
    return null
  }
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  return { context, catalog, text, info, raw: Buffer.from(file).toString('latin1') }
}

async function checkDocument(file: Uint8Array, { standard, condition, isEmbedded = true }: Demands): Promise<void> {
  const { context, catalog, text, info, raw } = await read(file)
  const isX1a = standard === 'PDF/X-1a:2001'
  expect(raw.startsWith(isX1a ? '%PDF-1.3\n' : '%PDF-1.6\n')).toBe(true)
  expect(text(info, 'GTS_PDFXVersion')).toBe(isX1a ? 'PDF/X-1:2001' : 'PDF/X-4')
  expect(text(info, 'GTS_PDFXConformance')).toBe(isX1a ? 'PDF/X-1a:2001' : null)
  expect(info.get(PDFName.of('Trapped'))).toBe(PDFName.of('False'))
  for (const key of ['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate']) {
    // Direct: some checkers call an entry missing that is an object of its own.
    expect(info.get(PDFName.of(key)), key).toBeInstanceOf(key.endsWith('Date') ? PDFString : Object)
    expect(text(info, key), key).toBeTruthy()
  }
  const intents = catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
  expect(intents.size()).toBe(1)
  const intent = intents.lookup(0, PDFDict)
  expect(text(intent, 'S')).toBe('GTS_PDFX')
  expect(text(intent, 'OutputConditionIdentifier')).toBe(condition)
  expect(text(intent, 'RegistryName')).toBe('http://www.color.org')
  expect(text(intent, 'Info')).toBeTruthy()
  const profile = intent.lookup(PDFName.of('DestOutputProfile'))
  expect(profile instanceof PDFRawStream).toBe(isEmbedded)
  if (profile instanceof PDFRawStream) expect(profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber()).toBe(4)
  expect(context.trailerInfo.ID).toBeInstanceOf(PDFArray)
  expect(context.trailerInfo.Encrypt).toBeUndefined()
  expect(catalog.has(PDFName.of('Metadata'))).toBe(!isX1a)
  expect(raw).not.toMatch(/\/(ObjStm|Annots|OCProperties|JavaScript|SMask|UserUnit|ArtBox|AcroForm)\b/)
  if (!isX1a) checkMetadata(raw)
}

/** What the metadata says, beside and in agreement with the information. */
function checkMetadata(raw: string): void {
  const xmp = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(raw)![0]
  const day = '2022-01-14T00:00:00Z'
  for (const date of ['CreateDate', 'ModifyDate', 'MetadataDate'])
    expect(xmp).toContain(`<xmp:${date}>${day}</xmp:${date}>`)
  expect(raw).toContain('/CreationDate (D:20220114000000Z)')
  expect(xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')
  expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>')
  expect(xmp).toMatch(/<xmpMM:DocumentID>uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}<\/xmpMM:DocumentID>/)
  expect(xmp).toContain('<xmpMM:RenditionClass>default</xmpMM:RenditionClass>')
  expect(xmp).toMatch(/<xmpMM:VersionID>\d+<\/xmpMM:VersionID>/)
  for (const prefix of ['pdfxid', 'xmpMM', 'pdf', 'xmp', 'dc']) expect(xmp).toContain(`xmlns:${prefix}=`)
}

/** Every check of a file that has its tool. */
async function checkFile(file: Uint8Array, demands: Demands): Promise<void> {
  const { inkLimit, ppi, bleed, black = [] } = demands
  await checkDocument(file, demands)
  if (hasTool('qpdf'))
    expect(askTool('qpdf', ['--check', 'PDF'], file)).toContain('No syntax or stream encoding errors')
  if (hasTool('pdfinfo')) {
    for (const { Media, Bleed, Trim } of boxesOf(file)) {
      const out = [Trim[0] - Bleed[0], Trim[1] - Bleed[1], Bleed[2] - Trim[2], Bleed[3] - Trim[3]]
      for (const side of out) expect(Math.abs(side - bleed)).toBeLessThan(0.02)
      expect(Media[0] <= Bleed[0] && Media[1] <= Bleed[1] && Media[2] >= Bleed[2] && Media[3] >= Bleed[3]).toBe(true)
    }
  }
  if (hasTool('pdffonts')) expect(looseFonts(file)).toEqual([])
  if (hasTool('pdfimages')) {
    for (const image of imagesOf(file)) {
      expect(black.includes(image.page) ? ['gray'] : ['cmyk', 'gray']).toContain(image.colour)
      expect(image.ppi).toBeGreaterThanOrEqual(ppi)
    }
  }
  if (hasTool('mutool')) expect(screenMarks(file)).toEqual([])
  if (!hasTool('gs')) return
  inkCover(file).forEach((inks, index) => {
    if (black.includes(index + 1)) expect(inks.slice(0, 3)).toEqual([0, 0, 0])
  })
  const pages = (await PDFDocument.load(file)).getPageCount()
  for (let page = 1; page <= pages; page++)
    expect(mostInk(printPage(file, page, 72))).toBeLessThanOrEqual(inkLimit + ROUNDING)
}

/** Pixels to the inch of the sample's coarsest picture as it is placed: a profile may ask for more, and makes none up. */
const SUPPLIED = 200

describe('the sample edition for a press', () => {
  let out = ''
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'stonehand-'))
  })
  afterAll(() => rmSync(out, { recursive: true }))

  async function build(profile: string): Promise<Uint8Array> {
    const { files, exit, fault } = await buildEdition({
      edition: join(PROJECT, 'editions/2022-01-14'),
      editionsFolder: join(PROJECT, 'editions'),
      layoutsFolder: join(PROJECT, 'layouts'),
      fontsFolder: join(PROJECT, 'fonts'),
      outFolder: out,
      profile,
      host: nodeHost(PROJECT),
    })
    expect(fault).toBeUndefined()
    expect(exit).toBe(0)
    expect(files[0]).toBe(join(out, `new-worker-2022-01-14.${profile}.pdf`))
    return readFileSync(files[0]!)
  }

  it.each(BUILT_IN)('is what it should be: $profile', async (demands) => {
    await checkFile(await build(demands.profile), { ...demands, ppi: Math.min(demands.ppi, SUPPLIED) })
  })

  it('is the same, byte for byte, when it is built again', async () => {
    expect(Buffer.compare(await build('stapled'), await build('stapled'))).toBe(0)
  })
})

describe('a paper with adverts of every kind, bleed and pages in black', () => {
  // Of the built-in ones, each press and each standard.
  const some = BUILT_IN.filter(({ profile }) => ['newsprint', 'stapled-x4', 'coated'].includes(profile))

  it.each([...some, ...OWN])('is what it should be: $profile', async (demands) => {
    const { built, pdf: file } = await buildPaper(await pressPaper(await artwork()), demands.profile)
    expect(built.diagnostics).toEqual([])
    expect(built.exit).toBe(0)
    await checkFile(file, demands)
  })

  it('is the same from a full cache as from an empty one', async () => {
    const host = await pressPaper(await artwork())
    const first = await buildPaper(host, 'ours')
    expect([...host.written.keys()].filter((path) => path.includes('/.cache/')).length).toBeGreaterThan(3)
    const again = await buildPaper(host, 'ours')
    expect(Buffer.compare(again.pdf, first.pdf)).toBe(0)
    expect(again.pdf.length).toBeGreaterThan(0)
  })

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

  it.skipIf(!hasTool('gs'))('see the difference between type that overprints and type that does not', () => {
    const draw = (state: string): readonly number[] => {
      const resources = `${page} /Resources << /ExtGState << /G << /OP true /op true /OPM 1 >> >> >>`
      const contents = [`0 0.3 0.6 0 k 0 0 90 90 re f ${state} 0 0 0 1 k 20 20 50 50 re f`]
      return inksAt(printPage(pdf({ contents, page: resources }), 1, 72), 45, 45)
    }
    expect(draw('/G gs')).toEqual([0, 30, 60, 100])
    expect(draw('')).toEqual([0, 0, 0, 100])
  })

  it.skipIf(!hasTool('pdffonts'))('find fonts that are not embedded', () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
    const resources = `${page} /Resources << /Font << /F1 10 0 R >> >>`
    expect(looseFonts(pdf({ contents: ['BT /F1 9 Tf (a) Tj ET'], page: resources, objects: [font] }))).toHaveLength(1)
  })
})
