import { commonest, count, median } from './figures.mjs'

/**
 * @typedef {import('./read-glyphs.mjs').Glyph} Glyph
 * @typedef {import('./read-glyphs.mjs').Page} Page
 * @typedef {{ readonly x0: number, x1: number, readonly glyphs: Glyph[] }} Word
 * @typedef {{ readonly y: number, readonly words: readonly Word[] }} Row
 * @typedef {{ readonly size: number, readonly font: string }} BodyType
 */

/** Glyphs count as body type within this share of its size: letters made wider change the size that a reader finds. */
const SAME_SIZE = 0.05
/** A white of so many em parts words in any case; of so many where the file has a space there. */
const WHITE = 0.11
const WHITE_WITH_SPACE = 0.03

/** The size and font of most of the text. @param {readonly Page[]} pages @returns {BodyType} */
export function bodyType(pages) {
  const glyphs = pages.flatMap((page) => page.glyphs)
  /** @type {Map<number, number>} */
  const sizes = new Map()
  for (const { s } of glyphs) count(sizes, Math.round(s * 20) / 20)
  const size = commonest(sizes) ?? 0
  const near = glyphs.filter(({ s }) => Math.abs(s - size) <= SAME_SIZE * size)
  /** @type {Map<string, number>} */
  const fonts = new Map()
  for (const { f } of near) count(fonts, f)
  return { size: median(near.map(({ s }) => s)), font: commonest(fonts) ?? '' }
}

/** @param {Glyph} glyph @param {BodyType} body */
export const isBodySize = ({ s }, { size }) => Math.abs(s - size) <= SAME_SIZE * size

/** The words of a page's body type, by their common baselines. @param {Page} page @param {BodyType} body @returns {Row[]} */
export function bodyRows(page, body) {
  /** @type {Map<number, number[]>} */
  const spaces = new Map()
  for (const [x, y] of page.spaces) {
    const at = Math.round(y)
    for (const near of [at - 1, at, at + 1]) spaces.set(near, [...(spaces.get(near) ?? []), x])
  }
  return rowsOf(page.glyphs.filter((glyph) => isBodySize(glyph, body))).map((glyphs) => {
    const y = median(glyphs.map((glyph) => glyph.y))
    return { y, words: wordsOf(glyphs, body.size, spaces.get(Math.round(y)) ?? []) }
  })
}

/** Glyphs on common baselines. @param {readonly Glyph[]} glyphs @returns {Glyph[][]} */
export function rowsOf(glyphs) {
  /** @type {Glyph[][]} */
  const rows = []
  let last = -Infinity
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (glyph.y - last > 0.12) rows.push([])
    rows.at(-1)?.push(glyph)
    last = glyph.y
  }
  return rows
}

/** @param {readonly Glyph[]} row @param {number} size @param {readonly number[]} spaces @returns {Word[]} */
function wordsOf(row, size, spaces) {
  /** @type {Word[]} */
  const words = []
  for (const glyph of [...row].sort((a, b) => a.x - b.x)) {
    const word = words.at(-1)
    const gap = word ? glyph.x - word.x1 : Infinity
    const hasSpace = () => word && spaces.some((x) => x > word.x1 - 0.05 * size && x < glyph.x)
    if (!word || gap > WHITE * size || (gap > WHITE_WITH_SPACE * size && hasSpace())) {
      words.push({ x0: glyph.x, x1: glyph.e, glyphs: [glyph] })
    } else {
      word.glyphs.push(glyph)
      word.x1 = Math.max(word.x1, glyph.e)
    }
  }
  return words
}
