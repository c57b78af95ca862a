import { PDFArray, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib'

/** What the colours of a space are made of (ISO 32000-1, 8.6). */
export interface Space {
  /** `spot` are colours of their own: inks that are not the press's, and those of Lab. */
  readonly kind: 'grey' | 'rgb' | 'inks' | 'spot' | 'unknown'
  /** Whether a colour is a number in a table of such colours. */
  readonly isIndexed: boolean
}

export const GREY: Space = { kind: 'grey', isIndexed: false }
export const RGB: Space = { kind: 'rgb', isIndexed: false }
export const INKS: Space = { kind: 'inks', isIndexed: false }
export const UNKNOWN: Space = { kind: 'unknown', isIndexed: false }
const SPOT: Space = { kind: 'spot', isIndexed: false }

/** The spaces that need no more than their name, in full and as images within content have it. */
const BY_NAME: Readonly<Record<string, Space>> = {
  DeviceGray: GREY,
  CalGray: GREY,
  G: GREY,
  DeviceRGB: RGB,
  CalRGB: RGB,
  RGB,
  DeviceCMYK: INKS,
  CMYK: INKS,
  Lab: SPOT,
}

/** The spaces of profiles, by the number of their parts. */
const BY_PARTS: Readonly<Record<number, Space>> = { 1: GREY, 3: RGB, 4: INKS }

/** Inks that have no colour: what is printed in black alone, and what is not printed. */
const COLOURLESS = new Set(['Black', 'None'])

/** A table may be one of a space, and a pattern have one of a table: no deeper. */
const DEEPEST = 2

/** The space that a name alone stands for. */
export function spaceNamed(name: string): Space | undefined {
  return Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined
}

/** What a space of a file is; of patterns, what those without a colour of their own are painted with. */
export function spaceOf(object: PDFObject | undefined, depth = 0): Space {
  if (object instanceof PDFName) return spaceNamed(object.decodeText()) ?? UNKNOWN
  if (!(object instanceof PDFArray) || object.size() === 0 || depth > DEEPEST) return UNKNOWN
  const name = object.lookup(0)
  const base = object.size() > 1 ? object.lookup(1) : undefined
  switch (name instanceof PDFName ? name.decodeText() : '') {
    case 'ICCBased': {
      const parts = base instanceof PDFStream ? base.dict.lookup(PDFName.of('N')) : undefined
      return (parts instanceof PDFNumber && BY_PARTS[parts.asNumber()]) || UNKNOWN
    }
    case 'Separation':
    case 'DeviceN':
      return spaceOfInks(base)
    case 'Indexed':
    case 'I':
      return { ...spaceOf(base, depth + 1), isIndexed: true }
    case 'Pattern':
      return spaceOf(base, depth + 1)
    default:
      return spaceOf(name, depth + 1)
  }
}

/** Whether colours of a space may be others than black, grey and white. */
export function isColoured({ kind }: Space): boolean {
  return kind !== 'grey' && kind !== 'unknown'
}

/** Inks by their names: a spot colour is none of red, green and blue, whatever stands in for it. */
function spaceOfInks(names: PDFObject | undefined): Space {
  const all = names instanceof PDFArray ? names.asArray().map((_, at) => names.lookup(at)) : [names]
  const isColourless = all.every((name) => name instanceof PDFName && COLOURLESS.has(name.decodeText()))
  return isColourless ? GREY : SPOT
}
