import { deflateSync } from 'node:zlib'

/** What a made-up PDF has. */
export interface PdfOptions {
  /** What its first page draws: one stream for each. */
  readonly contents?: readonly string[]
  /** Whether its streams are packed. */
  readonly isPacked?: boolean
  /** Entries of the first page, beside its content. */
  readonly page?: string
  /** Entries of the catalogue. */
  readonly catalog?: string
  /** Entries of the trailer. */
  readonly trailer?: string
  /** So many pages, all alike. */
  readonly pages?: number
  /** Further objects, from number 10 on. */
  readonly objects?: readonly (string | Uint8Array)[]
}

/** A PDF of 90 × 60 mm, written by hand. */
export function pdf(options: PdfOptions = {}): Uint8Array {
  const { contents = ['0 0 0 1 k 0 0 50 50 re f'], isPacked = false, pages = 1 } = options
  const { page = '/MediaBox [0 0 255.118 170.079]', catalog = '', trailer = '', objects = [] } = options
  const streams = contents.map((content, index) => [
    10 + objects.length + index,
    stream(content, isPacked ? '/Filter /FlateDecode' : ''),
  ])
  const references = streams.map(([number]) => `${number as number} 0 R`)
  const list = references.length === 1 ? references[0]! : `[${references.join(' ')}]`
  const leaf = `<< /Type /Page /Parent 2 0 R /Contents ${list} ${page} >>`
  const all = new Map<number, string | Uint8Array>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, () => '3 0 R').join(' ')}] >>`],
    [3, leaf],
    ...objects.map((object, index) => [10 + index, object] as const),
    ...(streams as [number, Uint8Array][]),
  ])
  return assemble(all, trailer)
}

/** A stream object with its entries; packed when these say so. */
export function stream(content: string | Uint8Array, entries = ''): Uint8Array {
  const bytes = Buffer.from(content)
  const written = entries.includes('/FlateDecode') ? deflateSync(bytes) : bytes
  const head = Buffer.from(`<< ${entries} /Length ${written.length} >>\nstream\n`)
  return Buffer.concat([head, written, Buffer.from('\nendstream')])
}

function assemble(objects: ReadonlyMap<number, string | Uint8Array>, trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places = new Map<number, number>()
  let at = parts[0]!.length
  for (const [number, object] of objects) {
    places.set(number, at)
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(part)
    at += part.length
  }
  const numbers = [...objects.keys()]
  const rows = numbers.map((number) => `${number} 1\n${String(places.get(number)!).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}`
  const size = Math.max(...numbers) + 1
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table), Buffer.from(end)])
}
