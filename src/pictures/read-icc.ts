import { createHash } from 'node:crypto'
import type { Host, Place, Report } from '../base/index.js'
import { lightnessOfInks } from './lightness-of-inks.js'
import type { Cmyk } from './types.js'

/** The inks of a press: what colours look like in them, as an ICC profile of four inks says it. */
export interface InkProfile {
  /** The file, with every link followed: the converter reads it itself. */
  readonly path: string
  readonly bytes: Uint8Array
  /** What it calls itself. */
  readonly description: string
  /** The first part of its version: 2 or 4. */
  readonly version: number
  /** How light inks are on the paper, which is 100 (L* of CIE 1976). */
  lightnessOf(inks: Cmyk): number
  /** Its content in short. */
  readonly digest: string
}

/** A file that is asked for, and where. */
export interface IccRequest {
  readonly path: string
  readonly place: Place
  /** The file that is meant, if there is none at the path; null where that is not known. */
  readonly meant: string | null
  readonly host: Host
  readonly report: Report
}

/** A profile that is larger is none of a press's (bytes); the largest in use have some three million. */
const MOST_BYTES = 16_000_000
/** Length of the head, and of an entry of the table of tags (ICC.1:2022, 7.2 and 7.3). */
const HEAD = 128
const TAG = 12

/** Reads the head of an ICC profile and sees that it is one of a press. Null, with a finding, when it is not there or no such profile. */
export function readIcc({ path, place, meant, host, report }: IccRequest): InkProfile | null {
  const display = host.displayPath(path)
  const size = host.size(path)
  const bytes = size === null || size > MOST_BYTES ? null : host.readBytes(path)
  if (size === null) {
    const hint = meant === null ? {} : { hint: `did you mean "${meant}"?` }
    report({ code: 'file-missing', message: `there is no ICC profile ${display}`, place, ...hint })
    return null
  }
  const head = bytes ? headOf(bytes) : 'this file is too large, or cannot be read'
  if (!bytes || typeof head === 'string') {
    const hint = 'ask the printer for the ICC profile of his press: an output profile of four inks'
    report({ code: 'icc-unusable', message: `${display}: ${head as string}`, place, hint })
    return null
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { ...head, path: host.realPath(path) ?? path, bytes, digest }
}

/** What a profile says of itself; a sentence when it is no profile of a press. */
function headOf(bytes: Uint8Array): Pick<InkProfile, 'description' | 'version' | 'lightnessOf'> | string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number): string => file.toString('latin1', at, at + 4)
  if (file.length < HEAD + 4 || word(36) !== 'acsp') return 'this is no ICC profile'
  if (file.readUInt32BE(0) > file.length) return 'this ICC profile is cut short'
  if (word(12) !== 'prtr') return 'this ICC profile is none of a press (its class is not prtr)'
  if (word(16) !== 'CMYK') return `this ICC profile is not of four inks, but of ${word(16).trim()}`
  const tags = tagsOf(file)
  const table = tags?.get('A2B1') ?? tags?.get('A2B0')
  if (!tags?.has('B2A0') || !table) return 'this ICC profile is damaged: it has no tables of inks'
  const lightnessOf = lightnessIn(table)
  if (!lightnessOf) return 'the tables of this ICC profile cannot be read'
  return { lightnessOf, description: descriptionOf(tags.get('desc')), version: file[8]! }
}

/** How light a table says that inks are; null where it leads out of itself, or has paper no lighter than black ink on it. */
function lightnessIn(table: Buffer): InkProfile['lightnessOf'] | null {
  try {
    const lightnessOf = lightnessOfInks(table)
    if (!lightnessOf || lightnessOf([0, 0, 0, 0]) <= lightnessOf([0, 0, 0, 100])) return null
    const tints = Array.from({ length: 101 }, (_, black) => lightnessOf([0, 0, 0, black]))
    return tints.every(Number.isFinite) ? lightnessOf : null
  } catch {
    return null
  }
}

/** Where the tags of a profile are; null when one of them lies outside it. */
function tagsOf(file: Buffer): ReadonlyMap<string, Buffer> | null {
  const count = file.readUInt32BE(HEAD)
  if (HEAD + 4 + count * TAG > file.length) return null
  const tags = new Map<string, Buffer>()
  for (let at = HEAD + 4; at < HEAD + 4 + count * TAG; at += TAG) {
    const [offset, length] = [file.readUInt32BE(at + 4), file.readUInt32BE(at + 8)]
    if (offset + length > file.length) return null
    tags.set(file.toString('latin1', at, at + 4), file.subarray(offset, offset + length))
  }
  return tags
}

/** The description, of version 2 (`desc`, in ASCII) or 4 (`mluc`, in UTF-16; the first of its languages). */
function descriptionOf(tag: Buffer | undefined): string {
  const kind = tag?.toString('latin1', 0, 4)
  if (tag && kind === 'desc' && tag.length >= 12) {
    return tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)).replace(/\0[^]*$/, '')
  }
  if (!tag || kind !== 'mluc' || tag.length < 28) return 'without a name'
  const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)]
  const bytes = tag.subarray(offset, offset + length)
  // A length that leads out of the tag may cut a character in two.
  const text = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16()
  return text.toString('utf16le').replace(/\0/g, '')
}
