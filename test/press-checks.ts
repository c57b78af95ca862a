import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askTool } from './tools.js'

/** A box of a page by its edges: left, foot, right, head; points. */
export type Box = readonly [left: number, foot: number, right: number, head: number]

/** The boxes of every page, as pdfinfo finds them. */
export function boxesOf(pdf: Uint8Array): readonly Readonly<Record<'Media' | 'Bleed' | 'Trim', Box>>[] {
  const told = askTool('pdfinfo', ['-box', '-l', '999', 'PDF'], pdf)
  const pages = Number(/^Pages: +(\d+)/m.exec(told)![1])
  return Array.from({ length: pages }, (_, index) => {
    const box = (name: string): Box => {
      const match = new RegExp(`^Page +${index + 1} ${name}Box: +(.*)$`, 'm').exec(told)
      return match![1]!.trim().split(/\s+/).map(Number) as unknown as Box
    }
    return { Media: box('Media'), Bleed: box('Bleed'), Trim: box('Trim') }
  })
}

/** Fonts that pdffonts finds not embedded, or not as a subset. */
export function looseFonts(pdf: Uint8Array): readonly string[] {
  const rows = askTool('pdffonts', ['PDF'], pdf).trim().split('\n').slice(2)
  return rows.filter((row) => !/ yes yes (yes|no) /.test(row))
}

/** A picture as pdfimages finds it. */
export interface FoundImage {
  readonly page: number
  readonly colour: string
  /** Pixels to the inch, the less of both ways. */
  readonly ppi: number
}

export function imagesOf(pdf: Uint8Array): readonly FoundImage[] {
  const rows = askTool('pdfimages', ['-list', 'PDF'], pdf).trim().split('\n').slice(2)
  return rows.map((row) => {
    const cells = row.trim().split(/\s+/)
    return { page: Number(cells[0]), colour: cells[5]!, ppi: Math.min(Number(cells[12]), Number(cells[13])) }
  })
}

/** What no file for a press may show: colours of screens, groups of transparency, anything not quite opaque. */
export function screenMarks(pdf: Uint8Array): readonly string[] {
  const trace = askTool('mutool', ['trace', 'PDF', '1-N'], pdf)
  const found = [
    ...[...trace.matchAll(/colorspace="([^"]*)"/g)]
      .map(([, space]) => space!)
      .filter((space) => !/^Device(CMYK|Gray)$/.test(space)),
    ...[...trace.matchAll(/<(begin_group|begin_mask)\b/g)].map(([, mark]) => mark!),
    ...[...trace.matchAll(/ alpha="([^"]*)"/g)]
      .map(([, alpha]) => alpha!)
      .filter((alpha) => alpha !== '1')
      .map((alpha) => `alpha ${alpha}`),
  ]
  return [...new Set(found)]
}

/** The shares of each page that cyan, magenta, yellow and black cover. */
export function inkCover(pdf: Uint8Array): readonly (readonly number[])[] {
  const told = askTool('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', 'PDF'], pdf)
  return [...told.matchAll(/^ *([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) CMYK/gm)].map(([, ...inks]) => inks.map(Number))
}

/** A page in inks: four to a pixel, 0–255. */
export interface InkPage {
  readonly width: number
  readonly height: number
  readonly inks: Uint8Array
  readonly dpi: number
}

/** Prints a page in memory; overprinting counts. */
export function printPage(pdf: Uint8Array, page: number, dpi = 100): InkPage {
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-'))
  try {
    const [file, printed] = [join(folder, 'in.pdf'), join(folder, 'out.pam')]
    writeFileSync(file, pdf)
    const words = [
      '-q',
      '-o',
      printed,
      '-sDEVICE=pamcmyk32',
      `-r${dpi}`,
      `-dFirstPage=${page}`,
      `-dLastPage=${page}`,
      file,
    ]
    const run = spawnSync('gs', words, { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`gs ended with ${run.status}: ${run.stdout}${run.stderr}`)
    const bytes = readFileSync(printed)
    const end = bytes.indexOf('ENDHDR\n') + 'ENDHDR\n'.length
    const head = bytes.toString('latin1', 0, end)
    const number = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(head)![1])
    return { width: number('WIDTH'), height: number('HEIGHT'), inks: bytes.subarray(end), dpi }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The inks of a pixel in per cent. */
export function inksAt({ width, inks }: InkPage, x: number, y: number): readonly number[] {
  return [...inks.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)].map((ink) => Math.round(ink / 2.55))
}

/** So large is the square within which all inks together are looked at (square millimetres). */
const SQUARE = 15

/** The most ink that any square of a page has on average, all inks together; per cent. */
export function mostInk({ width, height, inks, dpi }: InkPage): number {
  const side = Math.round((Math.sqrt(SQUARE) / 25.4) * dpi)
  // Sums of all that stands above and to the left.
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      row += inks[at]! + inks[at + 1]! + inks[at + 2]! + inks[at + 3]!
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row
    }
  }
  let most = 0
  for (let y = side; y <= height; y++) {
    for (let x = side; x <= width; x++) {
      const sum =
        sums[y * (width + 1) + x]! -
        sums[(y - side) * (width + 1) + x]! -
        sums[y * (width + 1) + x - side]! +
        sums[(y - side) * (width + 1) + x - side]!
      most = Math.max(most, sum)
    }
  }
  return most / (side * side) / 2.55
}
