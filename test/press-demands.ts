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
import { expect } from 'vitest'
import { boxesOf, imagesOf, inkCover, looseFonts, mostInk, printPages, screenMarks } from './press-checks.js'
import { askTool, hasTool } from './tools.js'

/** What a print profile asks of a file. */
export interface Demands {
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

/** Points to the millimetre. */
export const MM = 72 / 25.4

/** Half a step of 255 for each ink, in per cent. */
const ROUNDING = (4 * 0.5) / 2.55

/** The three presses that stonehand knows. */
export const NEWSPRINT = { condition: 'CGATS TR 002', inkLimit: 240, ppi: 200, bleed: 0 } as const
export const STAPLED = { condition: 'FOGRA29', inkLimit: 280, ppi: 300, bleed: 3 * MM } as const
const COATED = { condition: 'FOGRA39', inkLimit: 300, ppi: 300, bleed: 3 * MM } as const

/** The two standards. */
export const X1A = { standard: 'PDF/X-1a:2001' } as const
export const X4 = { standard: 'PDF/X-4' } as const

/** What the profiles that come with stonehand ask. */
export const BUILT_IN: readonly Demands[] = [
  { profile: 'newsprint', ...NEWSPRINT, ...X1A },
  { profile: 'newsprint-x4', ...NEWSPRINT, ...X4 },
  { profile: 'stapled', ...STAPLED, ...X1A },
  { profile: 'stapled-x4', ...STAPLED, ...X4 },
  { profile: 'coated', ...COATED, ...X1A },
  { profile: 'coated-x4', ...COATED, ...X4 },
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

/** Every check of a file that has its tool. The file shows a picture at least. */
export async function checkFile(file: Uint8Array, demands: Demands): Promise<void> {
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
    const images = imagesOf(file)
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) {
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
  const printed = printPages(file, 72)
  expect(printed).toHaveLength(pages)
  for (const page of printed) expect(mostInk(page)).toBeLessThanOrEqual(inkLimit + ROUNDING)
}
