import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { buildEdition, type Build } from '../src/build.js'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { pdf } from './pictures/make-pdf.js'
import { SMALL_EDITION, SMALL_PAPER } from './small-edition.js'
import { askTool, hasTool } from './tools.js'

const build = (host: MemoryHost): Promise<Build> => buildEdition({ ...SMALL_PAPER, host })

/** The small edition with a page of adverts, all of 60 × 40 mm, each by its file. */
function paper(files: Readonly<Record<string, Uint8Array | string>>, changes: Readonly<Record<string, string>> = {}) {
  const names = Object.keys(files)
  const places = names.map((_, at) => {
    const cells = `{ col: ${1 + (at % 2)}, span: 1, line: ${1 + 12 * Math.floor(at / 2)}, depth: 12 }`
    return `      place-${at}: { advert: advert-${at}, at: ${cells} }\n`
  })
  const listed = names.map((name, at) => `  advert-${at}: { file: ${name}, size: [60mm, 40mm] }\n`)
  const manifest = `${SMALL_EDITION['edition/edition.yaml']}  - place:\n${places.join('')}adverts:\n${listed.join('')}`
  const byPath = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`edition/${name}`, bytes]))
  return memoryHost({ ...SMALL_EDITION, 'edition/edition.yaml': manifest, ...byPath, ...changes })
}

/** A photograph of nothing in particular. */
const photograph = (width: number, height: number): Sharp =>
  sharp(
    Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7 + at / 1000) % 256),
    { raw: { width, height, channels: 3 } },
  )

const PDF = pdf({
  contents: ['BT /F1 12 Tf 10 40 Td (Bread is cheaper at the shop) Tj ET'],
  page: '/MediaBox [0 0 170.079 113.386] /Resources << /Font << /F1 10 0 R >> >>',
  objects: ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
})
const SVG = '<svg width="60mm" height="40mm" viewBox="0 0 60 40"><path d="M5 5h50v30h-50z" fill="navy"/></svg>'

const artwork = async (): Promise<Record<string, Uint8Array | string>> => ({
  'a.pdf': PDF,
  'a.svg': SVG,
  'a.png': await photograph(300, 200).png().toBuffer(),
  'a.jpg': await photograph(1500, 1000).jpeg().toBuffer(),
})

const pdfOf = (host: MemoryHost, { files }: Build): Uint8Array => host.written.get(files[0]!)!

describe('a page of adverts', () => {
  it('is built from every kind of artwork', async () => {
    const host = paper(await artwork())
    const built = await build(host)
    expect(built.diagnostics.map(({ code }) => code)).toEqual(['pdf-font'])
    expect(built.exit).toBe(0)
    // Its pixels are kept beside the results; what is written as a result is what is said to be.
    const [cached, results] = [[...host.written.keys()].slice(0, 2), [...host.written.keys()].slice(2)]
    expect(cached).toEqual(Array(2).fill(expect.stringMatching(/^\/paper\/out\/\.cache\//)))
    expect(results).toEqual(built.files)
  })

  it('is the same from a full cache as from an empty one', async () => {
    const host = paper(await artwork())
    const first = pdfOf(host, await build(host))
    const again = pdfOf(host, await build(host))
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
  })

  it.skipIf(!hasTool('pdftotext'))('keeps the words of a PDF advert', async () => {
    const host = paper({ 'a.pdf': PDF })
    expect(askTool('pdftotext', ['PDF', '-'], pdfOf(host, await build(host)))).toContain('Bread is cheaper at the shop')
  })

  it.skipIf(!hasTool('pdfimages'))('has its photographs as fine as they show, and no finer', async () => {
    const host = paper(await artwork())
    const list = askTool('pdfimages', ['-list', 'PDF'], pdfOf(host, await build(host)))
    const rows = list.trim().split('\n').slice(2)
    // Width and height in pixels: 60 mm at 150 to the inch are 355.
    expect(rows.map((row) => row.trim().split(/\s+/).slice(3, 5))).toEqual([
      ['300', '200'],
      ['355', '237'],
    ])
  })

  it('is not built from a damaged photograph, which is told of beside all other mistakes', async () => {
    const whole = await photograph(300, 200).jpeg().toBuffer()
    const hollow = Buffer.concat([whole.subarray(0, whole.length / 2), whole.subarray(-2)])
    const host = paper({ 'a.jpg': hollow })
    const places = ({ diagnostics }: Build): readonly string[] =>
      diagnostics.map(({ code, place: { file, line, column } }) => `${file}:${line}:${column} ${code}`)
    const built = await build(host)
    expect(places(built)).toEqual(['edition/edition.yaml:12:21 picture-unusable'])
    expect(built.exit).toBe(1)
    expect(host.written.size).toBe(0)
    const article = '---\nheadline: Film\nbylin: me\n---\n\nText.\n'
    expect(places(await build(paper({ 'a.jpg': hollow }, { 'edition/articles/film.md': article })))).toEqual([
      'edition/articles/film.md:3:1 key-unknown',
      'edition/edition.yaml:12:21 picture-unusable',
    ])
  })
})
