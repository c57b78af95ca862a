import type { PressProfile, Sheet } from '../../prepress/index.js'
import type { Rect } from '../../base/index.js'
import type { DocumentInfo } from '../types.js'

/** What a file for a press says of the press. */
export type PressDocument = Pick<PressProfile, 'standard' | 'inks'>

/** The version of PDF that each standard is built on. */
export const VERSIONS = { 'PDF/X-1a:2001': '1.3', 'PDF/X-4': '1.6' } as const

/** Where the names of printing conditions are registered. */
const REGISTRY = 'http://www.color.org'

/** Text of a PDF, which its library tells from a name by its type. */
export function pdfText(text: string): object {
  return new String(text)
}

/** The information dictionary of a file for a press. Plain words are names. */
export function pressInfo(
  { title, author, date, creator, producer }: DocumentInfo & { readonly creator: string; readonly producer: string },
  { standard }: PressDocument,
): Record<string, unknown> {
  const day = new Date(`${date}T00:00:00Z`)
  const isX1a = standard === 'PDF/X-1a:2001'
  return {
    Title: pdfText(title),
    Author: pdfText(author),
    Creator: pdfText(creator),
    Producer: pdfText(producer),
    CreationDate: day,
    ModDate: day,
    Trapped: 'False',
    // PDF/X-1a:2001 is a part of PDF/X-1:2001 (ISO 15930-1).
    GTS_PDFXVersion: pdfText(isX1a ? 'PDF/X-1:2001' : standard),
    ...(isX1a ? { GTS_PDFXConformance: pdfText(standard) } : {}),
  }
}

/** What the file is made for; `profile` is the object with the ICC profile, or null where it is left out. */
export function outputIntent({ inks }: PressDocument, profile: object | null): Record<string, unknown> {
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: pdfText(inks.condition),
    ...(inks.isRegistered ? { RegistryName: pdfText(REGISTRY) } : {}),
    Info: pdfText(inks.info),
    ...(profile ? { DestOutputProfile: profile } : {}),
  }
}

/** The boxes of a page in a file for a press: origin at its foot, y up. */
export function pageBoxes({ height, trim, bleed }: Sheet): Readonly<Record<'TrimBox' | 'BleedBox', readonly number[]>> {
  const box = ({ x, y, width, height: down }: Rect): readonly number[] => [x, height - y - down, x + width, height - y]
  return { TrimBox: box(trim), BleedBox: box(bleed) }
}
