/**
 * Tables without which a font cannot be measured, shaped or embedded (OpenType 1.9, "Font tables: required").
 * `name` and `post` are on the specification's list too, but nothing here needs them.
 */
const REQUIRED_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp']

/** What the first four bytes of a file say it is. */
const SIGNATURES: Readonly<Record<string, string>> = {
  wOFF: 'is a WOFF web font; use the TTF or OTF that it was made from',
  wOF2: 'is a WOFF2 web font; use the TTF or OTF that it was made from',
  ttcf: 'is a collection of several fonts; save the one you want as a TTF or OTF',
}

/** Where a table lies in the file. */
interface TableSpan {
  readonly offset: number
  readonly length: number
}

/** Why a file of this name cannot be used, as far as the name tells; null when it may be usable. Reads nothing. */
export function inspectFontName(file: string): string | null {
  const ending = /\.(woff2?|ttc|otc|eot)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === 'woff') return SIGNATURES['wOFF']!
  if (ending === 'woff2') return SIGNATURES['wOF2']!
  if (ending === 'ttc' || ending === 'otc') return SIGNATURES['ttcf']!
  return ending === 'eot' ? 'is an EOT web font; use the TTF or OTF that it was made from' : null
}

/** Why a font file cannot be used, to follow its name in a sentence; null when it is a static TTF or OTF in one piece. */
export function inspectFontFile(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'is empty'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = readTag(bytes, 0)
  const known = SIGNATURES[signature]
  if (known) return known
  if (signature !== '\0\u0001\0\0' && signature !== 'OTTO' && signature !== 'true') return 'is not a TTF or OTF font'
  const tables = readTables(bytes, view)
  if (!tables) return 'is damaged: it ends too soon'
  if (tables.has('fvar') || tables.has('CFF2')) {
    return 'is a variable font; use the static file of the weight that you want'
  }
  const lacking = REQUIRED_TABLES.find((tag) => !tables.has(tag))
  if (lacking) return `is damaged: its table "${lacking}" is missing`
  if (!tables.has('CFF ') && !(tables.has('glyf') && tables.has('loca'))) return 'has no outlines to print'
  return hasSoundSizes(view, tables) ? null : 'is damaged: its tables do not agree with each other'
}

/** Four bytes as text. */
function readTag(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4))
}

/** The table directory; null when a part of the file that it names is not there. */
function readTables(bytes: Uint8Array, view: DataView): Map<string, TableSpan> | null {
  if (bytes.length < 12) return null
  const count = view.getUint16(4)
  if (bytes.length < 12 + count * 16) return null
  const tables = new Map<string, TableSpan>()
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const span = { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) }
    if (span.offset + span.length > bytes.length) return null
    tables.set(readTag(bytes, entry), span)
  }
  return tables
}

/** Whether the tables are as long as the number of glyphs says, so that no later reader runs off their end. */
function hasSoundSizes(view: DataView, tables: ReadonlyMap<string, TableSpan>): boolean {
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag)!)
  if (head!.length < 54 || hhea!.length < 36 || maxp!.length < 6) return false
  const unitsPerEm = view.getUint16(head!.offset + 18)
  const glyphs = view.getUint16(maxp!.offset + 4)
  const longMetrics = view.getUint16(hhea!.offset + 34)
  if (unitsPerEm < 16 || unitsPerEm > 16384 || glyphs === 0 || longMetrics === 0) return false
  if (hmtx!.length < longMetrics * 4) return false
  const loca = tables.get('loca')
  const offsetSize = view.getInt16(head!.offset + 50) === 0 ? 2 : 4
  return !loca || loca.length >= (glyphs + 1) * offsetSize
}
