import type { GridLines } from '../base/index.js'
import { type Page, type StackPlacement, withHead } from '../edition/index.js'
import type { FitRequest } from './copyfit/fit-article.js'
import { rulesInBoxColour } from './box-colour.js'
import type { Cells } from './page-frame.js'
import type { Stretch } from './insets/stretches.js'
import { cutOffRule } from './page-rules.js'
import { type MadeUpRun, makeRun } from './make-run.js'
import { type CutOffs, type Desk, type HeadChange, insideFor, type PreparedPart, preparePart } from './prepare-parts.js'
import { headOf } from './set-head.js'
import type { PlacedRule } from './types.js'

/** Articles stacked in one place. */
export interface MadeUpStack {
  readonly runs: readonly MadeUpRun[]
  readonly rules: readonly PlacedRule[]
}

/** White between two articles of a stack, with the cut-off rule in it. */
const GAP = 1
/** White that a gap may take in beside: a stack that is a little short is spread over its place. */
const MOST_SPREAD = 2

/** Makes up a stack: each article takes the depth it needs, the next stands under it. */
export function makeStack(desk: Desk, page: Page, placement: StackPlacement, cutOffs: CutOffs): MadeUpStack {
  const { inside, depths, next } = measureAll(desk, page, placement, cutOffs)
  const free = Math.max(0, inside.last - (next - GAP) + 1)
  const gaps = placement.articles.length - 1
  const spread = gaps > 0 ? Math.min(MOST_SPREAD, Math.floor(free / gaps)) : 0
  return layStack(desk, page, placement, { inside, depths, spread })
}

/** Makes up a stack without a word to anyone: its articles, and how deep its place must be for them. */
export function tryStack(
  desk: Desk,
  page: Page,
  placement: StackPlacement,
  cutOffs: CutOffs,
): { readonly runs: readonly MadeUpRun[]; readonly depth: GridLines } {
  const { inside, runs, next } = measureAll(desk, page, placement, cutOffs)
  const { cells } = inside
  return { runs, depth: next - GAP - cells.line + (cells.line + cells.depth - 1 - inside.last) }
}

/** The articles of a stack, how deep each is, and the first line that is left under the gap below the last. */
function measureAll(desk: Desk, page: Page, placement: StackPlacement, cutOffs: CutOffs) {
  const inside = insideFor(desk, page, placement, cutOffs)
  const depths = placement.articles.map(() => 0)
  let next = inside.first
  const runs = placement.articles.map((_, index) => {
    const run = measure(desk, page, placement, { inside, first: next, index })
    depths[index] = depthOf(run, next)
    next += depths[index]! + GAP
    return run
  })
  return { inside, depths, runs, next }
}

interface StackStep {
  readonly inside: Cells
  readonly first: GridLines
  readonly index: number
  /** Left out: all the room there is. */
  readonly depth?: GridLines
}

/** Makes up one article of a stack without a word to anyone, to learn how deep it is. */
function measure(desk: Desk, page: Page, placement: StackPlacement, step: StackStep): MadeUpRun {
  return makeOne({ ...desk, report: () => {} }, page, placement, { ...step, rules: null })
}

/** Makes up one article of a stack, in no more than `depth` lines. */
function makeOne(
  desk: Desk,
  page: Page,
  placement: StackPlacement,
  step: StackStep & Pick<FitRequest, 'rules'>,
): MadeUpRun {
  const article = desk.edition.articles.get(placement.articles[step.index]!)!
  const { last } = step.inside
  const first = Math.min(step.first, last + 1)
  const cells = { ...step.inside.cells, line: Math.min(first, last), depth: Math.max(0, last - first + 1) }
  const prepare = (change: HeadChange): readonly PreparedPart[] => {
    const part = preparePart(desk, {
      article,
      page,
      placement,
      inside: { ...step.inside, first, cells },
      parts: headOf(article),
      change,
      jumpsFrom: null,
      jumpsTo: null,
      within: null,
    })
    return [trimPart(part, step.depth ?? cells.depth)]
  }
  const text = withHead(article, placement.head)
  return makeRun(desk, { article: text, dress: placement.dress, prepare, rules: step.rules })
}

/** The same part with its foot so many lines below its head: what is below belongs to the next article. */
function trimPart(part: PreparedPart, depth: GridLines): PreparedPart {
  const last = part.inside.first + depth - 1
  const legs = trimLegs(part.legs, last)
  return {
    ...part,
    cells: { ...part.cells, depth: Math.min(part.cells.depth, depth) },
    inside: { ...part.inside, last: Math.min(part.inside.last, last) },
    legs,
    shape: (raised) => ({ insets: [], legs: trimLegs(legs, last - raised) }),
  }
}

function trimLegs(legs: readonly Stretch[], last: GridLines): readonly Stretch[] {
  return legs.map((leg) => ({ ...leg, depth: Math.max(0, Math.min(leg.depth, last - leg.line + 1)) }))
}

/** Grid lines from `first` to the foot of an article's deepest leg. */
function depthOf(run: MadeUpRun, first: GridLines): GridLines {
  const part = run.parts[0]!
  const feet = (run.placements[0]?.legs ?? []).map((leg) => leg.line + leg.used - first)
  return Math.max(part.head.depth, 0, ...feet)
}

function layStack(
  desk: Desk,
  page: Page,
  placement: StackPlacement,
  laid: { readonly inside: Cells; readonly depths: readonly GridLines[]; readonly spread: number },
): MadeUpStack {
  const { inside, depths, spread } = laid
  const { furniture } = desk.edition.stylebook
  const runs: MadeUpRun[] = []
  const rules: PlacedRule[] = []
  let first = inside.first
  placement.articles.forEach((_, index) => {
    const isLast = index === placement.articles.length - 1
    // The last article has all that is left, and is fitted to it: the ledger counts the white under it.
    const step = isLast
      ? { inside, first, index, rules: desk.edition.stylebook.fit }
      : { inside, first, index, depth: depths[index]!, rules: null }
    const run = makeOne(desk, page, placement, step)
    runs.push(run)
    first += depths[index]! + GAP + spread
    if (!isLast && furniture.cutOff && first <= inside.last) {
      const frame = run.parts[0]!.frame
      rules.push(cutOffRule(frame, inside.cells, first - 1 - Math.floor(spread / 2), furniture))
    }
  })
  return { runs, rules: rulesInBoxColour(runs[0]?.parts[0]?.box ?? null, rules) }
}
