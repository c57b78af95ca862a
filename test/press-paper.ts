import sharp, { type Sharp } from 'sharp'
import { buildEdition, type Build, type BuildRequest } from '../src/build.js'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { pdf } from './pictures/make-pdf.js'
import { inkTiff } from '../src/pictures/ink-tiff.js'
import { OUR_ICC, PROFILES_FOLDER } from './prepress/profiles.js'
import { article, SMALL_EDITION, SMALL_PAPER } from './small-edition.js'

/** A photograph of nothing in particular, with dark parts and bright ones. */
function photograph(width: number, height: number): Sharp {
  const bytes = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const light = y < height / 2 ? 30 : 150
    bytes.set([light + (x / width) * 80, light + (y / height) * 40, 10 + ((x * 7 + y * 3) % 60)], 3 * at)
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}

/** The same in inks that no newspaper press takes. */
function separated(width: number, height: number): Promise<Buffer> {
  const bytes = Uint8Array.from({ length: width * height * 4 }, (_, at) => [240, 220, 200, 200][at % 4]!)
  return sharp(inkTiff({ width, height, bytes }, null))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg()
    .toBuffer()
}

const SVG =
  '<svg width="60mm" height="40mm" viewBox="0 0 60 40"><path d="M0 0h60v40h-60z" fill="navy"/><path d="M5 5h50v30h-50z" fill="#e8c000" stroke="black" stroke-width=".3"/></svg>'

/** Adverts of all kinds, each of 60 × 40 mm. */
export async function artwork(): Promise<Readonly<Record<string, Uint8Array | string>>> {
  return {
    'photo.jpg': await photograph(1500, 1000).jpeg().toBuffer(),
    'grey.jpg': await photograph(1500, 1000).toColourspace('b-w').jpeg().toBuffer(),
    'inks.jpg': await separated(1500, 1000),
    'drawn.png': await photograph(1500, 1000).png().toBuffer(),
    'drawn.svg': SVG,
    'page.pdf': pdf({ contents: ['0 0 0 1 k 10 10 150 90 re f'], page: '/MediaBox [0 0 170.079 113.386]' }),
  }
}

/** An advert in colours of a screen. */
export const RGB_ADVERT = pdf({ contents: ['1 0 0 rg 10 10 150 90 re f'], page: '/MediaBox [0 0 170.079 113.386]' })

const STYLEBOOK = `paper: { name: The Press Paper, language: en-GB }
formats:
  leaf: { trim: [150mm, 200mm], margins: { head: 0mm, foot: 8mm, inside: 0mm, outside: 0mm } }
grid: { columns: 2, gutter: 4mm, leading: 12pt }
lint: off
colours:
  ground: { cmyk: [0, 30, 60, 0], rgb: [255, 190, 110] }
  deep: { cmyk: [100, 60, 0, 0], rgb: [0, 80, 150] }
  paper: { cmyk: [0, 0, 0, 0], rgb: [255, 255, 255] }
type:
  body: { font: serif, size: 9.5pt, align: justify }
  headline: { font: serif, weight: bold, align: left }
  ear: { font: serif, weight: bold, size: 24pt, colour: paper }
boxes:
  ground: { tint: ground }
furniture:
  folio: none
  band:
    - { panel: deep, line: 1, depth: 4 }
    - { text: "{name}", style: ear, line: 3, align: centre }
templates:
  front:
    - { slot: band, col: 1, span: 2, line: 1, depth: 4, furniture: band }
    - { slot: lead, col: 1, span: 2, line: 6, depth: 18, head: 2-24-1, box: ground }
    - { slot: second, col: 1, span: 2, line: 25, depth: 16, head: 2-18-1 }
profiles:
  stapled-x4: { page-count: 1, safe: 0mm }
  coated: { page-count: 1, safe: 0mm }
  ours: { extends: newsprint, colour-pages: [1, 2], bleed: 3mm, marks: all }
  folded: { extends: ours, order: folded, file-names: "{number:4}-{page:2}" }
  small: { extends: ours, marks: none, sheet: [75mm, 103mm] }
  ours-x4: { extends: ours, standard: PDF/X-4 }
  lean: { extends: stapled-x4, standard: PDF/X-1a:2001, ink-limit: 200, embed: false, pictures: { ppi: 150, ruling: 100 } }
`

/** A paper whose front touches the trim, with a page of adverts in colour, and the same one in black. */
export async function pressPaper(adverts: Readonly<Record<string, Uint8Array | string>>): Promise<MemoryHost> {
  const names = Object.keys(adverts)
  const places = names.map((_, at) => {
    const cells = `{ col: ${1 + (at % 2)}, span: 1, line: ${1 + 12 * Math.floor(at / 2)}, depth: 12 }`
    return `      place-${at}: { advert: advert-${at}, at: ${cells} }\n`
  })
  const page = `  - place:\n${places.join('')}`
  const listed = names.map((name, at) => `  advert-${at}: { file: ${name}, size: [60mm, 40mm] }\n`)
  const pages = names.length > 0 ? `${page}${page}adverts:\n${listed.join('')}` : ''
  const byPath = Object.fromEntries(Object.entries(adverts).map(([name, bytes]) => [`edition/${name}`, bytes]))
  return memoryHost({
    ...SMALL_EDITION,
    'edition/edition.yaml': `${SMALL_EDITION['edition/edition.yaml']}${pages}`,
    'edition/articles/rents.md': article('Rents up again', 200),
    'layouts/small.yaml': STYLEBOOK,
    ...byPath,
    ...OUR_ICC,
  })
}

/** A build, and the PDF that came of it. */
export interface PaperBuild {
  readonly built: Build
  readonly pdf: Uint8Array
}

/** Builds a paper of a memory host under a profile. */
export async function buildPaper(
  host: MemoryHost,
  profile: string,
  options: Pick<BuildRequest, 'strict'> = {},
): Promise<PaperBuild> {
  const built = await buildEdition({ ...SMALL_PAPER, ...options, profilesFolder: PROFILES_FOLDER, profile, host })
  const file = built.files.find((path) => path.endsWith('.pdf'))
  if (built.fault) throw built.fault
  return { built, pdf: file === undefined ? new Uint8Array() : host.written.get(file)! }
}
