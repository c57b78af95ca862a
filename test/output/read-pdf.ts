import { inflateSync } from 'node:zlib'

/** The objects of a PDF as text, by number; streams are inflated. */
export function objectsOf(pdf: Uint8Array): ReadonlyMap<number, string> {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = new Map<number, string>()
  for (const match of text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)) {
    const [dictionary, stream] = match[2]!.split(/\nstream\n/)
    const raw = stream?.replace(/\nendstream$/, '').replace(/\n$/, '')
    const isDeflated = dictionary!.includes('/FlateDecode')
    const content = raw === undefined ? '' : isDeflated ? inflate(stream!) : raw
    objects.set(Number(match[1]), raw === undefined ? dictionary! : `${dictionary}\n${content}`)
  }
  return objects
}

function inflate(stream: string): string {
  // What follows the deflated data (an end of line and `endstream`) is passed over.
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
}

/** The content operators of a page (from 1), one to a line, without what stands round them: a state of their own, in which y runs downwards. */
export function contentOf(pdf: Uint8Array, page = 1): readonly string[] {
  const objects = objectsOf(pdf)
  const pages = [...objects.values()].filter((text) => /\/Type \/Page$/m.test(text))
  const contents = Number(/\/Contents (\d+) 0 R/.exec(pages[page - 1]!)![1])
  const lines = objects.get(contents)!.split('>>\n').slice(1).join('>>\n').trimEnd().split('\n')
  return lines.slice(2, -1)
}

/** A glyph as a reader of the file places it: its code, and its pen on the page. */
export interface ShownGlyph {
  readonly font: string
  readonly code: number
  readonly x: number
  /** The height of the pen, y down. */
  readonly y: number
}

/** Follows the text operators of a page. Widths come from the font's own array. */
export function shownGlyphs(pdf: Uint8Array, page = 1): readonly ShownGlyph[] {
  const widths = widthsOf(pdf)
  const shown: ShownGlyph[] = []
  let [font, size, tracking, rise, x, y] = ['', 0, 0, 0, 0, 0]
  let scale = 1
  for (const line of contentOf(pdf, page)) {
    const words = line.split(' ')
    if (line.endsWith(' Tf')) [font, size] = [words[0]!.slice(1), Number(words[1])]
    else if (line.endsWith(' Tc')) tracking = Number(words[0])
    else if (line.endsWith(' Tz')) scale = Number(words[0]) / 100
    else if (line.endsWith(' Ts')) rise = Number(words[0])
    else if (line.endsWith(' Tm')) [x, y] = [Number(words[4]), Number(words[5])]
    else if (line.endsWith('TJ')) {
      for (const [, codes, move] of line.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
        if (move !== undefined) x -= (Number(move) * size * scale) / 1000
        for (const code of codes?.match(/.{4}/g) ?? []) {
          shown.push({ font, code: parseInt(code, 16), x, y: y - rise })
          x += ((widths.get(font)![parseInt(code, 16)]! * size) / 1000 + tracking) * scale
        }
      }
    }
  }
  return shown
}

/** The advances of each font of the first page, by its name there. */
function widthsOf(pdf: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const objects = objectsOf(pdf)
  const resources = [...objects.values()].find((text) => text.includes('/ProcSet'))!
  const fonts = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? ''
  return new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
      const descendant = Number(/\/DescendantFonts \[(\d+)/.exec(objects.get(Number(number))!)![1])
      return [name!, /\/W \[0 \[([^\]]*)\]/.exec(objects.get(descendant)!)![1]!.split(' ').map(Number)]
    }),
  )
}
