import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A glyph on a page, in points from the top left: its origin, where its advance ends, its size and its font.
 * @typedef {{ c: string, readonly x: number, readonly y: number, readonly e: number, readonly s: number, readonly f: string }} Glyph
 * @typedef {{ readonly no: number, readonly height: number, readonly glyphs: readonly Glyph[], readonly spaces: readonly (readonly [number, number])[] }} Page
 */

/**
 * The folder in which MuPDF and Typst were installed for the bench (never in the project: MuPDF is under the AGPL), or null.
 * @param {string} name
 */
export function findBenchPackage(name) {
  const folder = resolve(process.env.BENCH_NPM ?? process.cwd())
  try {
    return createRequire(join(folder, 'package.json')).resolve(name)
  } catch {
    return null
  }
}

/**
 * Every glyph of a PDF with its place; null when MuPDF is not installed. What the reader takes for words, lines and blocks
 * is not asked for.
 * @param {string} file
 * @returns {Promise<readonly Page[] | null>}
 */
export async function readGlyphs(file) {
  const found = findBenchPackage('mupdf')
  if (!found) return null
  const mupdf = await import(pathToFileURL(found).href)
  const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf')
  /** @type {Map<number, string>} */
  const names = new Map()
  /** @type {Page[]} */
  const pages = []
  for (let index = 0; index < document.countPages(); index++) {
    const page = document.loadPage(index)
    const [, top, , bottom] = page.getBounds()
    const text = page.toStructuredText('preserve-whitespace,preserve-ligatures')
    const glyphs = /** @type {Glyph[]} */ ([])
    const spaces = /** @type {[number, number][]} */ ([])
    text.walk({
      /** @param {string} c @param {[number, number]} origin @param {any} font @param {number} s @param {number[]} quad */
      onChar(c, [x, y], font, s, [, leftTop = 0, e = 0, rightTop = 0]) {
        const isTurned = Math.abs(leftTop - rightTop) > 0.05 * s
        if (isTurned) return
        if (/\s/.test(c)) return void spaces.push([x, y])
        let f = names.get(font.pointer)
        if (f === undefined) names.set(font.pointer, (f = font.getName().replace(/^[A-Z]{6}\+/, '')))
        const last = glyphs.at(-1)
        // The second and later letters of a ligature come as characters without width.
        const isRest = last && e - x < 0.01 * s && Math.abs(last.y - y) < 0.01 && Math.abs(last.e - x) < 0.02 * s
        if (isRest) last.c += c
        else glyphs.push({ c, x, y, e, s, f: /** @type {string} */ (f) })
      },
    })
    text.destroy?.()
    page.destroy?.()
    pages.push({ no: index + 1, height: bottom - top, glyphs, spaces })
  }
  return pages
}
