import { median } from './figures.mjs'

/**
 * @typedef {import('./find-lines.mjs').Line} Line
 * @typedef {{ readonly line: Line, readonly letterfit: number, readonly width: number }} Letters
 *   What the letters of a line give: white between them beyond their kerning, in em, and their width as a multiple of their own.
 */

/** As many times must a character, or two side by side, stand in unspread lines before its own width counts as known. */
const LEAST_SEEN = 2

/**
 * How far the letters of lines are opened or closed, and widened or narrowed. The last lines of paragraphs stand as drawn,
 * and show the advance of each character and the kerning of each pair.
 * @param {{ natural: readonly Line[], set: readonly Line[], size: number }} lines @returns {Letters[]}
 */
export function lettersOf({ natural, set, size }) {
  /** @type {Map<string, number[]>} */
  const seen = new Map()
  /** @param {string} key @param {number} value */
  const see = (key, value) => {
    const values = seen.get(key)
    if (values) values.push(value)
    else seen.set(key, [value])
  }
  for (const line of natural) forLetters(line, size, see)
  const own = new Map([...seen].filter(([, values]) => values.length >= LEAST_SEEN).map(([key, v]) => [key, median(v)]))
  return set.map((line) => {
    const scales = /** @type {number[]} */ ([])
    forLetters(line, size, (key, value) => {
      const drawn = own.get(key)
      if (!key.includes('|') && drawn) scales.push(value / drawn)
    })
    const width = scales.length > 0 ? median(scales) : 1
    const fits = /** @type {number[]} */ ([])
    forLetters(line, size, (key, value) => {
      const kern = own.get(key)
      if (key.includes('|') && kern !== undefined) fits.push(value - kern * width)
    })
    return { line, width, letterfit: fits.length > 0 ? median(fits) : 0 }
  })
}

/**
 * The advance of each character, and the white between each two, in em.
 * @param {Line} line @param {number} size @param {(key: string, value: number) => void} see
 */
function forLetters({ words }, size, see) {
  for (const { glyphs } of words) {
    glyphs.forEach((glyph, i) => {
      const before = glyphs[i - 1]
      see(`${glyph.f} ${glyph.c}`, (glyph.e - glyph.x) / size)
      if (before) see(`${before.f} ${before.c}|${glyph.c}`, (glyph.x - before.e) / size)
    })
  }
}
