import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect } from 'vitest'
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
  const words = ['-sDEVICE=pamcmyk32', `-r${dpi}`, `-dFirstPage=${page}`, `-dLastPage=${page}`]
  return ghostscript(pdf, 'page.pam', words, ([printed]) => readInks(printed!, dpi))
}

/** Prints all pages in memory, one after another. */
export function printPages(pdf: Uint8Array, dpi = 100): readonly InkPage[] {
  const words = ['-sDEVICE=pamcmyk32', `-r${dpi}`]
  return ghostscript(pdf, 'page-%03d.pam', words, (printed) => printed.map((file) => readInks(file, dpi)))
}

function readInks(file: string, dpi: number): InkPage {
  const bytes = readFileSync(file)
  const end = bytes.indexOf('ENDHDR\n') + 'ENDHDR\n'.length
  const head = bytes.toString('latin1', 0, end)
  const number = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(head)![1])
  return { width: number('WIDTH'), height: number('HEIGHT'), inks: bytes.subarray(end), dpi }
}

/** What stands on the plate of one ink: that ink in per cent, pixel by pixel. */
export interface Plate {
  readonly width: number
  readonly inks: Uint8Array
}

const PLATES = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

/** Separates a page into the plates of its inks, each a picture of its own. */
export async function separatePage(
  pdf: Uint8Array,
  page: number,
  dpi = 144,
): Promise<Readonly<Record<(typeof PLATES)[number], Plate>>> {
  const words = ['-sDEVICE=tiffsep', `-r${dpi}`, `-dFirstPage=${page}`, `-dLastPage=${page}`]
  const files = ghostscript(pdf, 'page.tif', words, (printed) =>
    // Beside the plates there is the page in all its inks.
    printed.filter((file) => file.endsWith(').tif')).map((file) => [file, readFileSync(file)] as const),
  )
  expect(files).toHaveLength(PLATES.length)
  const plates = PLATES.map(async (ink) => {
    const [, bytes] = files.find(([file]) => file.endsWith(`(${ink}).tif`))!
    const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
    // A plate is a picture of it: where there is all of the ink it is black.
    return [ink, { width: info.width, inks: data.map((light) => Math.round((255 - light) / 2.55)) }] as const
  })
  return Object.fromEntries(await Promise.all(plates)) as Record<(typeof PLATES)[number], Plate>
}

/** Lets ghostscript write files, and reads them. */
function ghostscript<T>(
  pdf: Uint8Array,
  out: string,
  words: readonly string[],
  read: (files: readonly string[]) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-'))
  try {
    const file = join(folder, 'in.pdf')
    writeFileSync(file, pdf)
    const run = spawnSync('gs', ['-q', '-o', join(folder, out), ...words, file], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`gs ended with ${run.status}: ${run.stdout}${run.stderr}`)
    const written = readdirSync(folder).filter((name) => name !== 'in.pdf')
    return read(written.sort().map((name) => join(folder, name)))
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
