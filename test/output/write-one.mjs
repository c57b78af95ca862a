// Writes one small PDF with the compiled engine and prints its digest.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiledFolder, projectFolder } from '../../src/compiled.mjs'

/** @param {string} path */
const room = (path) => import(pathToFileURL(join(compiledFolder(), path)).href)
const { OUTPUTS } = await room('output/index.js')
const { openFonts } = await room('fonts/index.js')
const { nodeHost } = await room('host.js')

const fontsFolder = join(projectFolder, 'fonts')
const report = (/** @type {unknown} */ finding) => process.stderr.write(JSON.stringify(finding))
const fonts = await openFonts({ fontsFolder, host: nodeHost('/'), report, asked: [] })
const face = fonts.face({ family: 'serif', weight: 400, italic: false })
const parts = fonts
  .shape({ face, text: 'efficient', features: [] }, report)
  .map((/** @type {object} */ run) => ({ run, x: 10, width: 40, rise: 0, tracking: 0, softHyphen: false }))
const colour = { kind: 'grey', level: 0 }
const items = [{ kind: 'glyphs', baseline: 20, size: 9, colour, parts }]
const trim = { x: 0, y: 0, width: 100, height: 100 }
const boxes = { width: 100, height: 100, trim, bleed: trim }
const page = { page: 1, items, colourSpace: 'rgb', corner: { x: 0, y: 0 }, scale: 1, window: null }
const sheets = [{ ...boxes, pages: [{ ...page, width: 100, height: 100 }], marks: [] }]
const info = { title: 'The Paper', author: 'The Paper', language: 'en-GB', date: '2022-01-14' }
const pdf = await OUTPUTS.pdf(sheets, info, { pictures: new Map(), images: new Map() })
process.stdout.write(createHash('sha256').update(pdf).digest('hex'))
