import type { Pt } from '../base/index.js'
import { breakParagraph, type BreakRequest, type Breaking } from './break-paragraph.js'
import type { Breakpoints } from './breakpoints.js'

/** White of successive lines that runs together, seen from afar as a crack in the column. */
export interface River {
  /** The first line of it, and how many. */
  readonly line: number
  readonly lines: number
}

/** A word space in its line. */
interface Gap {
  readonly left: Pt
  readonly right: Pt
  /** Lines of the river that reaches it from above, itself counted. */
  lines: number
}

/** A river has at least so many lines. */
const LEAST_LINES = 3
/** Spaces of less than this, as multiples of their ideal, are no part of a river: they do not catch the eye. */
const LEAST_GAP = 1.2
/** Two spaces run together when they overlap by this share of the narrower one. */
const OVERLAP = 0.5
/** What a river of three lines costs: half as much as a loose line; one of four lines costs four times as much. */
const RIVER = 2
/** Rounds of mending: each takes one river out of a paragraph. */
const ROUNDS = 3

/** The rivers of a breaking, from the top down; one that another contains is none. */
export function findRivers(table: Breakpoints, breaking: Breaking, lefts: ArrayLike<Pt>): readonly River[] {
  const rivers: River[] = []
  let above: readonly Gap[] = []
  const { breaks } = breaking
  for (let line = 0; line < breaks.length; line++) {
    const gaps = gapsOf(table, breaking, line, lefts[Math.min(line, lefts.length - 1)]!)
    for (const gap of gaps) {
      for (const upper of above) if (runTogether(upper, gap)) gap.lines = Math.max(gap.lines, upper.lines + 1)
    }
    for (const upper of above) {
      const ends =
        upper.lines >= LEAST_LINES && !gaps.some((gap) => gap.lines === upper.lines + 1 && runTogether(upper, gap))
      if (ends) rivers.push({ line: line - upper.lines, lines: upper.lines })
    }
    above = gaps
  }
  for (const gap of above) {
    if (gap.lines >= LEAST_LINES) rivers.push({ line: breaks.length - gap.lines, lines: gap.lines })
  }
  return rivers
}

/** The word spaces of a line that are wide enough to be seen. */
function gapsOf(table: Breakpoints, { breaks, ratios, bends }: Breaking, line: number, left: Pt): Gap[] {
  const start = line === 0 ? 0 : breaks[line - 1]! + 1
  const ratio = ratios[line]!
  const bend = bends[line]!
  const letters = (k: number): Pt => {
    const first = table.endLetters[k]! - table.startLetters[start]!
    const wide = table.endWide[k]! - table.startWide[start]!
    return Math.abs(bend) <= 1 ? bend * first : Math.sign(bend) * (first + (Math.abs(bend) - 1) * (wide - first))
  }
  const gaps: Gap[] = []
  for (let k = start; k < breaks[line]!; k++) {
    const ideal = table.startWidth[k + 1]! - table.endWidth[k]!
    const stretch = table.startStretch[k + 1]! - table.endStretch[k]!
    // Within a word there is no white.
    if (stretch <= 0) continue
    const width = ideal + ratio * stretch
    if (ratio < 0 || width < LEAST_GAP * ideal) continue
    const before =
      table.endWidth[k]! - table.startWidth[start]! + ratio * (table.endStretch[k]! - table.startStretch[start]!)
    const x = left + before + letters(k)
    gaps.push({ left: x, right: x + width, lines: 1 })
  }
  return gaps
}

function runTogether(a: Gap, b: Gap): boolean {
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  return overlap > OVERLAP * Math.min(a.right - a.left, b.right - b.left)
}

function costOfRivers(rivers: readonly River[]): number {
  return rivers.reduce((sum, { lines }) => sum + RIVER * (lines - LEAST_LINES + 1) ** 2, 0)
}

/**
 * The breaking that is asked for, with its rivers mended where that costs less than they do. What a river costs depends on
 * three lines at once, which the breaker does not look at: so the line ends within a river are forbidden in turn, and of
 * the breakings that this gives the cheapest is kept, rivers counted. `breakAgain` is how it was broken first.
 */
export function mendRivers(
  request: BreakRequest,
  breaking: Breaking,
  lefts: ArrayLike<Pt>,
  breakAgain: (request: BreakRequest) => Breaking | null = breakParagraph,
): Breaking {
  const table = request.breakpoints
  let best = breaking
  for (let round = 0; round < ROUNDS; round++) {
    const rivers = findRivers(table, best, lefts)
    if (rivers.length === 0) return best
    const tried = lineEnds(best, rivers).flatMap((end) => breakElsewhere(request, end, breakAgain) ?? [])
    const dearness = ({ demerits }: Breaking, of: readonly River[]): number => demerits + costOfRivers(of)
    let least = dearness(best, rivers)
    const before = best
    for (const other of tried) {
      const cost = dearness(other, findRivers(table, other, lefts))
      if (cost < least) [best, least] = [other, cost]
    }
    if (best === before) return best
  }
  return best
}

/** The breakpoints at which the lines of rivers end, each once; the paragraph's end is none. */
function lineEnds({ breaks }: Breaking, rivers: readonly River[]): readonly number[] {
  const ends = new Set<number>()
  for (const { line, lines } of rivers) {
    for (let at = Math.max(0, line - 1); at < line + lines && at < breaks.length - 1; at++) ends.add(breaks[at]!)
  }
  return [...ends]
}

/** The best breaking with no line ending at a breakpoint; null when there is none. */
function breakElsewhere(
  request: BreakRequest,
  forbidden: number,
  breakAgain: (request: BreakRequest) => Breaking | null,
): Breaking | null {
  if (request.breakpoints.penalty[forbidden] === -Infinity) return null
  const penalty = request.breakpoints.penalty.slice()
  penalty[forbidden] = Infinity
  const breaking = breakAgain({ ...request, breakpoints: { ...request.breakpoints, penalty } })
  return breaking && Number.isFinite(breaking.demerits) ? breaking : null
}
