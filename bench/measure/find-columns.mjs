import { median } from './figures.mjs'

/**
 * @typedef {import('./find-words.mjs').Row} Row
 * @typedef {import('./find-words.mjs').Word} Word
 * @typedef {{ readonly x: number, readonly n: number }} Peak
 */

/**
 * Where many values stand together, densest first. @param {readonly number[]} values @param {number} window
 * @param {number} least @returns {Peak[]}
 */
export function peaks(values, window, least) {
  let rest = [...values].sort((a, b) => a - b)
  /** @type {Peak[]} */
  const found = []
  for (;;) {
    let from = 0
    let most = 0
    for (let i = 0, j = 0; i < rest.length; i++) {
      while (j < rest.length && /** @type {number} */ (rest[j]) - /** @type {number} */ (rest[i]) <= window) j++
      if (j - i > most) [from, most] = [i, j - i]
    }
    if (most < Math.max(1, least)) return found
    found.push({ x: median(rest.slice(from, from + most)), n: most })
    rest = [...rest.slice(0, from), ...rest.slice(from + most)]
  }
}

/**
 * The left edges of the columns. Loose word spaces begin words anywhere; the edge of a column begins lines at the same place
 * again and again, with a gutter at its left.
 * @param {readonly (readonly Row[])[]} pages @param {number} size @returns {number[]}
 */
export function findColumns(pages, size) {
  const rows = pages.flat()
  const starts = rows.flatMap(({ words }) =>
    words
      .filter((word, i) => i === 0 || word.x0 - /** @type {Word} */ (words[i - 1]).x1 >= 0.8 * size)
      .map(({ x0 }) => x0),
  )
  /** @type {Peak[]} */
  const lefts = []
  for (const peak of peaks(starts, 1.2, Math.max(8, 0.004 * starts.length))) {
    // An edge within 5 em of a stronger one is its indent.
    if (!lefts.some(({ x }) => Math.abs(peak.x - x) < 5 * size)) lefts.push(peak)
  }
  const strongest = Math.max(...lefts.map(({ n }) => n))
  return lefts
    .filter(({ x, n }) => n >= 0.08 * strongest && hasGutter(rows, x, size))
    .map(({ x }) => x)
    .sort((a, b) => a - b)
}

/** Most rows with ink near an edge have none just left of it. @param {readonly Row[]} rows @param {number} x @param {number} size */
function hasGutter(rows, x, size) {
  const near = rows.filter(({ words }) => words.some((word) => word.x1 > x - 2 * size && word.x0 < x + 2 * size))
  const clear = near.filter(({ words }) => !words.some((word) => word.x1 > x - 0.95 * size && word.x0 < x - 0.6 * size))
  return clear.length >= 0.6 * near.length
}

/** A row's words by column. @param {readonly Word[]} words @param {readonly number[]} lefts @param {number} size @returns {Word[][]} */
export function splitAtColumns(words, lefts, size) {
  /** @type {Word[][]} */
  const parts = []
  let before = /** @type {Word | null} */ (null)
  for (const word of words) {
    const end = before?.x1 ?? -Infinity
    // Hanging quotes begin left of the edge, hanging hyphens end right of the column before.
    const crosses = lefts.some((x) => end <= x - 0.45 * size && word.x0 >= x - 0.55 * size)
    if (!before || (word.x0 - end >= 0.5 * size && crosses)) parts.push([])
    parts.at(-1)?.push(word)
    before = word
  }
  return parts
}
