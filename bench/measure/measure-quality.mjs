import { deviation, mean, percentOf, quantile } from './figures.mjs'
import { bodyType } from './find-words.mjs'
import { findFlow } from './find-lines.mjs'
import { readGlyphs } from './read-glyphs.mjs'
import { lettersOf } from './letters.mjs'

/**
 * @typedef {import('./find-lines.mjs').Line} Line
 * @typedef {import('./find-lines.mjs').Leg} Leg
 * @typedef {import('./find-lines.mjs').Band} Band
 */

/** @typedef {NonNullable<Awaited<ReturnType<typeof measureQuality>>>} Quality */

/** Marks that may hang out of a measure, and how far, in em; other characters hang hardly. */
const HANGS = /[-\u2010\u00ad.,;:!?'"’”“‘–—)]/
const MOST_HANGING = { mark: 0.5, other: 0.15 }
/** A line this much short of its measure is not filled, in em. */
const UNFILLED = 0.35
/** A paragraph's last line below this share of the measure is a runt. */
const RUNT = 0.1
/** A river: so many lines, each with a space of at least so many times the natural one that overlaps the next by so much. */
const RIVER = { lines: 3, gap: 1.2, overlap: 0.5 }
/** Letters beyond these bounds are in the wide tier: a little more than 0.010 em and 2 %, for rounding in the file. */
const FIRST_TIER = { letterfit: 0.0105, width: 0.0205 }
const SECOND_TIER = { letterfit: 0.0155, width: 0.0305 }

/**
 * How well the justified text of a PDF is set, from its glyphs alone; null when MuPDF is not installed. Word spaces are those
 * of the justified lines, each line's mean, against the natural width of the font's space (in em).
 * @param {string} file @param {{ natural: number }} font
 */
export async function measureQuality(file, { natural }) {
  const pages = await readGlyphs(file)
  if (!pages) return null
  const body = bodyType(pages)
  const { bands, columns, leading } = findFlow(pages, body)
  const legs = bands.flatMap((band) => band.legs)
  const lines = legs.flatMap((leg) => leg.lines).filter((line) => line.isBody)
  const full = lines.filter((line) => !line.last)
  /** @param {Line} line */
  const isUnfilled = (line) => line.x1 < line.right - UNFILLED * body.size
  const justified = full.filter((line) => line.words.length > 1 && !isUnfilled(line))
  const spaces = justified.map((line) => line.gap / natural)
  const letters = lettersOf({ natural: lines.filter((line) => line.last), set: justified, size: body.size })
  const ends = lines.filter((line) => line.last && !line.first)
  const runs = legs.flatMap(hyphenRuns)
  return {
    pages: pages.length,
    columns,
    leading,
    size: body.size,
    lines: lines.length,
    justified: justified.length,
    mean: mean(spaces),
    deviation: deviation(spaces),
    p95: quantile(spaces, 0.95),
    most: Math.max(...spaces),
    loose: percentOf(spaces, (space) => space > 1.5),
    veryLoose: percentOf(spaces, (space) => space > 2),
    hyphens: percentOf(full, (line) => line.hyphen),
    ladders: runs.filter((run) => run >= 3).length,
    runts: ends.filter((line) => line.x1 - line.left < RUNT * (line.right - line.left)).length,
    ...keepsOf(bands, body.size),
    overfull: percentOf(full, (line) => isOverfull(line, body.size)),
    unfilled: percentOf(full, isUnfilled),
    rivers: legs.reduce((sum, leg) => sum + riversOf(leg, natural * body.size), 0),
    letterfit: Math.max(...letters.map(({ letterfit }) => Math.abs(letterfit))),
    glyphWidth: 100 * Math.max(...letters.map(({ width }) => Math.abs(width - 1))),
    wide: percentOf(letters, (line) => isBeyond(line, FIRST_TIER)),
    beyond: percentOf(letters, (line) => isBeyond(line, SECOND_TIER)),
    contrast: contrastOf(letters),
  }
}

/** @param {{ letterfit: number, width: number }} line @param {{ letterfit: number, width: number }} tier */
const isBeyond = ({ letterfit, width }, tier) =>
  Math.abs(letterfit) > tier.letterfit || Math.abs(width - 1) > tier.width

/** The share of neighbouring lines of which one has letters opened to their bounds and the other closed. @param {ReturnType<typeof lettersOf>} letters */
function contrastOf(letters) {
  const pairs = letters.slice(1).map((line, i) => /** @type {const} */ ([letters[i], line]))
  const neighbours = pairs.filter(([a, b]) => a && b.line.column === a.line.column && b.line.page === a.line.page)
  return percentOf(neighbours, ([a, b]) => Math.abs((a?.width ?? 1) - b.width) > 0.035)
}

/** @param {Line} line @param {number} size */
function isOverfull({ words, x1, right }, size) {
  const isMark = HANGS.test(words.at(-1)?.glyphs.at(-1)?.c ?? '')
  return x1 > right + (isMark ? MOST_HANGING.mark : MOST_HANGING.other) * size
}

/** How many hyphens stand under one another, each time. @param {Leg} leg */
function hyphenRuns({ lines }) {
  const runs = [0]
  for (const line of lines) {
    if (line.isBody && line.hyphen) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(0)
  }
  return runs
}

/** @param {readonly Band[]} bands @param {number} size */
function keepsOf(bands, size) {
  let [widows, orphans, stranded] = [0, 0, 0]
  for (const { legs, head, endsStory } of bands) {
    legs.forEach(({ lines }, i) => {
      const [top, foot] = [lines[0], lines.at(-1)]
      const continues = i > 0 || !head
      const goesOn = i < legs.length - 1 || !endsStory
      if (!top || !foot) return
      if (continues && top.isBody && top.last && top.x0 <= top.left + 0.5 * size) widows++
      if (goesOn && foot.isBody && foot.first && !foot.last) orphans++
      if (goesOn && !foot.isBody) stranded++
    })
  }
  return { widows, orphans, stranded }
}

/** White of successive lines that runs together. @param {Leg} leg @param {number} natural in points */
function riversOf({ lines }, natural) {
  let rivers = 0
  /** @type {{ left: number, right: number, lines: number }[]} */
  let above = []
  for (const line of lines) {
    /** @type {typeof above} */
    const gaps = []
    line.words.slice(1).forEach((word, i) => {
      const left = line.words[i]?.x1 ?? 0
      const right = word.x0
      if (!line.isBody || right - left < RIVER.gap * natural) return
      const over = above.filter((gap) => {
        const overlap = Math.min(gap.right, right) - Math.max(gap.left, left)
        return overlap > RIVER.overlap * Math.min(gap.right - gap.left, right - left)
      })
      const length = 1 + Math.max(0, ...over.map((gap) => gap.lines))
      if (length === RIVER.lines) rivers++
      gaps.push({ left, right, lines: length })
    })
    above = gaps
  }
  return rivers
}
