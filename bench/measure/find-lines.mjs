import { commonest, count, mean, median, quantile } from './figures.mjs'
import { findColumns, peaks, splitAtColumns } from './find-columns.mjs'
import { bodyRows, isBodySize, rowsOf } from './find-words.mjs'

/**
 * @typedef {import('./read-glyphs.mjs').Page} Page
 * @typedef {import('./find-words.mjs').BodyType} BodyType
 * @typedef {import('./find-words.mjs').Word} Word
 * @typedef {{
 *   readonly page: number, readonly column: number, readonly y: number, readonly x0: number, readonly x1: number,
 *   readonly words: readonly Word[], readonly text: string,
 *   readonly left: number, readonly right: number,
 *   readonly isBody: boolean, readonly hyphen: boolean, readonly gap: number,
 *   first: boolean, last: boolean,
 * }} Line A line of one column; `first` and `last` of a paragraph; `gap` is its mean word space in em;
 *   one in heavier type than the body's is a crosshead.
 * @typedef {{ readonly y: number, readonly size: number, readonly x0: number, readonly x1: number }} Display
 * @typedef {{ readonly page: number, readonly column: number, readonly left: number, readonly right: number, readonly lines: Line[] }} Leg
 * @typedef {{ readonly page: number, top: number, readonly legs: Leg[], head: boolean, endsStory: boolean }} Band
 *   Legs side by side that text flows through.
 * @typedef {{ readonly columns: number, readonly leading: number, readonly bands: readonly Band[] }} Flow
 */

const HYPHENS = new Set(['-', '\u2010', '\u00ad', '\u2011'])

/** The lines of the legs in reading order. @param {readonly Page[]} pages @param {BodyType} body @returns {Flow} */
export function findFlow(pages, body) {
  const { size } = body
  const rows = pages.map((page) => bodyRows(page, body))
  const lefts = findColumns(rows, size)
  /** @type {Line[]} */
  const lines = []
  pages.forEach((page, i) => {
    for (const { y, words } of rows[i] ?? []) {
      for (const part of splitAtColumns(words, lefts, size)) {
        const line = lineOf(part, { page: page.no, y, lefts, body })
        if (line) lines.push(line)
      }
    }
  })
  const ended = withRightEdges(lines, lefts.length, size)
  /** @type {Map<string, Line[]>} */
  const columns = new Map()
  for (const line of ended) {
    const key = `${line.page}/${line.column}`
    columns.set(key, [...(columns.get(key) ?? []), line])
  }
  const leading = leadingOf(columns.values(), size)
  const display = new Map(pages.map((page) => [page.no, displayOf(page, lefts, body)]))
  const legs = [...columns.values()].flatMap((column) => legsOf(column, display, { leading, size }))
  const bands = bandsOf(
    legs.filter(({ lines: own }) => own.some(({ isBody }) => isBody)),
    display,
    { leading, size },
  )
  for (const band of bands) markParagraphs(band, { leading, size })
  return { columns: lefts.length, leading, bands }
}

/** @param {readonly Word[]} words @param {{ page: number, y: number, lefts: readonly number[], body: BodyType }} where */
function lineOf(words, { page, y, lefts, body: { size, font } }) {
  const [first, last] = [words[0], words.at(-1)]
  const column = first ? lefts.findLastIndex((x) => first.x0 >= x - 0.6 * size) : -1
  if (!first || !last || column < 0) return null
  const glyphs = words.flatMap((word) => word.glyphs)
  const gaps = words.slice(1).map((word, i) => (word.x0 - /** @type {Word} */ (words[i]).x1) / size)
  return {
    ...{ page, column, y, words, x0: first.x0, x1: last.x1, left: lefts[column] ?? 0, right: 0 },
    text: words.map((word) => word.glyphs.map(({ c }) => c).join('')).join(' '),
    isBody: glyphs.filter(({ f }) => f === font || !/bold|black|heavy/i.test(f)).length >= 0.5 * glyphs.length,
    hyphen: HYPHENS.has(last.glyphs.at(-1)?.c ?? ''),
    gap: mean(gaps),
    ...{ first: false, last: false },
  }
}

/** The right edge of a column is where most of its lines end. @param {readonly Line[]} lines @param {number} columns @param {number} size */
function withRightEdges(lines, columns, size) {
  const edges = Array.from({ length: columns }, (_, column) => {
    const ends = lines.filter((line) => line.column === column && line.isBody).map(({ x1 }) => x1)
    return peaks(ends, 0.5, Math.max(4, 0.06 * ends.length))[0]?.x ?? quantile(ends, 0.98)
  })
  // Columns of one page are alike: the width of most of them, so that hanging hyphens move no edge.
  const lefts = new Map(lines.map(({ column, left }) => [column, left]))
  const width = median(edges.map((edge, column) => edge - (lefts.get(column) ?? 0)).filter((one) => one > 5 * size))
  return lines.map((line) => ({ ...line, right: line.left + width }))
}

/** @param {Iterable<Line[]>} columns @param {number} size */
function leadingOf(columns, size) {
  /** @type {Map<number, number>} */
  const distances = new Map()
  for (const column of columns) {
    column.sort((a, b) => a.y - b.y)
    column.slice(1).forEach((line, i) => {
      const distance = line.y - /** @type {Line} */ (column[i]).y
      if (distance > 0.6 * size && distance < 2.2 * size) count(distances, Math.round(distance * 20) / 20)
    })
  }
  return commonest(distances) ?? 1.2 * size
}

/** Heads and the like, cut where one begins on the edge of a column. @param {Page} page @param {readonly number[]} lefts @param {BodyType} body */
function displayOf(page, lefts, body) {
  /** @type {Display[]} */
  const found = []
  for (const row of rowsOf(page.glyphs.filter((glyph) => !isBodySize(glyph, body)))) {
    row.sort((a, b) => a.x - b.x)
    let from = 0
    row.forEach((_, i) => {
      const next = row[i + 1]
      const end = Math.max(...row.slice(from, i + 1).map(({ e }) => e))
      if (next && !lefts.some((x) => Math.abs(next.x - x) <= 1.2 && end <= x - body.size * 0.7)) return
      const part = row.slice(from, i + 1)
      const [first] = part
      if (first) found.push({ y: first.y, size: median(part.map(({ s }) => s)), x0: first.x, x1: end })
      from = i + 1
    })
  }
  return found
}

/**
 * A column cut where display type or much white stands.
 * @param {readonly Line[]} column @param {ReadonlyMap<number, readonly Display[]>} display
 * @param {{ leading: number, size: number }} type
 */
function legsOf(column, display, { leading, size }) {
  /** @type {Leg[]} */
  const legs = []
  let before = /** @type {Line | null} */ (null)
  for (const line of column) {
    const over = before
    const cut =
      !over ||
      line.y - over.y > 3.2 * leading ||
      display
        .get(line.page)
        ?.some(
          (one) =>
            one.size > 1.35 * size && one.y > over.y && one.y < line.y && one.x0 < line.right && one.x1 > line.left,
        )
    const { page, column: at, left, right } = line
    if (cut) legs.push({ page, column: at, left, right, lines: [] })
    legs.at(-1)?.lines.push(line)
    before = line
  }
  return legs
}

/** @param {Leg} leg */
const topOf = ({ lines }) => lines[0]?.y ?? 0
/** @param {Leg} leg */
const footOf = ({ lines }) => lines.at(-1)?.y ?? 0

/**
 * @param {readonly Leg[]} legs @param {ReadonlyMap<number, readonly Display[]>} display
 * @param {{ leading: number, size: number }} type @returns {Band[]}
 */
function bandsOf(legs, display, { leading, size }) {
  /** The head over a leg, with no text of its column between. @param {Leg} leg @param {(one: Display) => boolean} suits */
  const hasHead = (leg, suits) =>
    display
      .get(leg.page)
      ?.some(
        (one) =>
          one.size > 1.2 * size &&
          one.y < topOf(leg) &&
          one.y > topOf(leg) - 7 * leading &&
          suits(one) &&
          !legs.some(
            (z) => z.page === leg.page && z.column === leg.column && footOf(z) < topOf(leg) && footOf(z) > one.y,
          ),
      ) ?? false
  /** @type {Band[]} */
  const bands = []
  for (const leg of [...legs].sort((a, b) => a.page - b.page || a.column - b.column || topOf(a) - topOf(b))) {
    const top = topOf(leg)
    const ownHead = hasHead(leg, ({ x0 }) => Math.abs(x0 - leg.left) <= 1.2)
    const band = ownHead
      ? null
      : bands.find(
          ({ page, legs: own, top: other }) =>
            page === leg.page && own.at(-1)?.column === leg.column - 1 && Math.abs(other - top) <= 1.2 * leading,
        )
    if (band) {
      band.legs.push(leg)
      band.top = Math.min(band.top, top)
    } else bands.push({ page: leg.page, top, legs: [leg], head: false, endsStory: false })
  }
  bands.sort((a, b) => a.page - b.page || a.top - b.top || (a.legs[0]?.column ?? 0) - (b.legs[0]?.column ?? 0))
  for (const band of bands) {
    const [first] = band.legs
    const right = band.legs.at(-1)?.right ?? 0
    band.head = first ? hasHead(first, ({ x0, x1 }) => x0 < right && x1 > first.left) : false
  }
  bands.forEach((band, i) => (band.endsStory = bands[i + 1]?.head ?? true))
  return bands
}

/** Where paragraphs begin and end. @param {Band} band @param {{ leading: number, size: number }} type */
function markParagraphs({ legs, head, endsStory }, { leading, size }) {
  const lines = legs.flatMap((leg) => leg.lines)
  /** @param {Line} line */
  const isIndented = (line) => line.x0 > line.left + 0.5 * size && line.x0 < line.left + 4 * size
  lines.forEach((line, i) => {
    const [before, next] = [lines[i - 1], lines[i + 1]]
    line.first = isIndented(line) || (before ? !before.isBody : head)
    if (!next) line.last = endsStory || line.x1 < line.right - 1.2 * size
    else
      line.last = isIndented(next) || !next.isBody || (next.column === line.column && next.y - line.y > 1.35 * leading)
  })
}
