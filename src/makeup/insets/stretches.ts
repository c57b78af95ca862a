import { EPSILON, type GridLines, type Pt } from '../../base/index.js'

/** A leg from side to side. */
export interface Column {
  readonly x: Pt
  readonly width: Pt
}

/** What of a line is free for text, from edge to edge. */
export interface Span {
  readonly left: Pt
  readonly right: Pt
}

/** Something that text keeps clear of. */
export interface Obstacle {
  /** The grid line of the page on which it begins. */
  readonly line: GridLines
  /** What it takes of each of its lines, with the white beside it; null where text may pass. */
  readonly spans: readonly (Span | null)[]
}

/** Lines of one measure, one under another. */
export interface StretchRun {
  readonly x: Pt
  readonly width: Pt
  readonly lines: GridLines
}

/** A leg, or of one that is parted the lines between two things that take its whole width. */
export interface Stretch extends Column {
  /** The leg that it belongs to, from 1. `x` and `width` are that leg's. */
  readonly leg: number
  /** The grid line of the page on which its first line may stand. */
  readonly line: GridLines
  readonly depth: GridLines
  /** What of the leg its lines have, from its head; the last goes on. Never empty. */
  readonly runs: readonly StretchRun[]
  /** Whether it is the last of its leg. */
  readonly isFoot: boolean
}

/** What legs are cut from. */
export interface LegsToCut {
  readonly columns: readonly Column[]
  /** The first grid line for text, and the last. */
  readonly first: GridLines
  readonly last: GridLines
  /** The head: no text stands above its foot in the legs that it touches. */
  readonly head: Span & { readonly foot: GridLines }
  readonly obstacles: readonly Obstacle[]
  /** The least measure of text beside an obstacle. */
  readonly least: Pt
  /** So many lines at the head of the first leg have one measure: a drop capital stands beside them. */
  readonly level: GridLines
}

/** Between two things that part a leg, fewer lines are left white: no keep could hold in them. */
const LEAST_LINES = 2
/** The most grid lines that one line of type takes. Lines so near each other must hold all that they have in common. */
const DEEPEST_LINE = 4

/**
 * Cuts legs into stretches, in reading order. Text goes from the head of a leg to its foot; where an obstacle takes its whole
 * width, or leaves less than the least measure, it is parted. Of two free sides the wider is used, for all of the obstacle's
 * lines: text never jumps from the one to the other. Without obstacles every leg is one stretch, if with no line in it.
 */
export function cutLegs(cut: LegsToCut): readonly Stretch[] {
  const whole = cut.columns.map((column, index) => wholeLeg(column, { leg: index + 1, cut }))
  if (cut.obstacles.length === 0) return whole
  const stretches = whole.flatMap((leg) => cutLeg(leg, cut))
  // Where nothing is free, the text is over: it needs a leg to be over in.
  return stretches.length > 0 ? stretches : [{ ...whole.at(-1)!, depth: 0 }]
}

/** A leg under the head from its foot, one beside it from the top. */
function wholeLeg({ x, width }: Column, { leg, cut }: { readonly leg: number; readonly cut: LegsToCut }): Stretch {
  const { head, first, last } = cut
  const isUnderHead = head.foot >= first && overlap(head, { left: x, right: x + width })
  const line = isUnderHead ? head.foot + 1 : first
  const depth = Math.max(0, last - line + 1)
  return { leg, x, width, line, depth, runs: [{ x, width, lines: Infinity }], isFoot: true }
}

/** Whether two spans have more than an edge in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.left < b.right - EPSILON && b.left < a.right - EPSILON
}

function cutLeg(leg: Stretch, { obstacles, least, level }: LegsToCut): readonly Stretch[] {
  const own: Span = { left: leg.x, right: leg.x + leg.width }
  const free: (Span | null)[] = Array.from({ length: leg.depth }, () => own)
  for (const obstacle of obstacles) pushAside(free, obstacle, { own, line: leg.line })
  const isWide = ({ left, right }: Span): boolean => right - left >= Math.min(least, leg.width) - EPSILON
  const clear = (): void => free.forEach((span, at) => (free[at] = span && isWide(span) ? span : null))
  clear()
  nest(free)
  if (leg.leg === 1) levelHead(free, level)
  clear()
  const stretches: Stretch[] = []
  for (let from = 0; from < free.length; from++) {
    if (!free[from]) continue
    let to = from
    while (to < free.length && free[to]) to++
    const depth = to - from
    if (depth >= LEAST_LINES) {
      stretches.push({ ...leg, line: leg.line + from, depth, runs: runsOf(free.slice(from, to)), isFoot: false })
    }
    from = to
  }
  return stretches.map((stretch, index) => ({ ...stretch, isFoot: index === stretches.length - 1 }))
}

/** Takes what an obstacle needs from the lines of a leg. */
function pushAside(
  free: (Span | null)[],
  obstacle: Obstacle,
  { own, line }: { readonly own: Span; readonly line: GridLines },
): void {
  const taken = obstacle.spans.map((span) => (span && overlap(span, own) ? span : null))
  const white = (side: (span: Span) => Pt): Pt =>
    taken.reduce((sum, span) => sum + (span ? Math.max(0, side(span)) : 0), 0)
  const goesLeft = white(({ left }) => left - own.left) >= white(({ right }) => own.right - right)
  taken.forEach((span, index) => {
    const at = obstacle.line + index - line
    const before = free[at]
    if (!span || !before) return
    const left = goesLeft ? before.left : Math.max(before.left, span.right)
    const right = goesLeft ? Math.min(before.right, span.left) : before.right
    free[at] = right > left ? { left, right } : null
  })
}

/** The lines beside a drop capital begin under one another. */
function levelHead(free: (Span | null)[], lines: GridLines): void {
  const first = free.findIndex((span) => span !== null)
  if (first < 0 || lines < 2) return
  const parted = free.indexOf(null, first)
  const end = Math.min(first + lines, parted < 0 ? free.length : parted)
  const common = free.slice(first, end).reduce((all, span) => all && intersect(all, span!), free[first]!)
  free.fill(common, first, end)
}

/**
 * Of two lines near each other one holds all of the other: a line of type over several grid lines, which has the narrowest
 * of their measures, then finds it free in all of them.
 */
function nest(free: (Span | null)[]): void {
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (let at = 0; at < free.length; at++) {
      for (let near = at + 1; near < Math.min(free.length, at + DEEPEST_LINE); near++) {
        const [a, b] = [free[at], free[near]]
        if (!a || !b) break
        if (holds(a, b) || holds(b, a)) continue
        free[at] = intersect(a, b)
        isSettled = false
        break
      }
    }
  }
}

function holds(outer: Span, inner: Span): boolean {
  return inner.left >= outer.left - EPSILON && inner.right <= outer.right + EPSILON
}

function intersect(a: Span, b: Span): Span | null {
  const left = Math.max(a.left, b.left)
  const right = Math.min(a.right, b.right)
  return right > left ? { left, right } : null
}

/** Lines with their measures, equal neighbours joined. */
function runsOf(lines: readonly (Span | null)[]): readonly StretchRun[] {
  const runs: { x: Pt; width: Pt; lines: GridLines }[] = []
  for (const span of lines) {
    const { left, right } = span!
    const before = runs.at(-1)
    if (before && before.x === left && before.width === right - left) before.lines++
    else runs.push({ x: left, width: right - left, lines: 1 })
  }
  runs.at(-1)!.lines = Infinity
  return runs
}

/** What of its leg a line of a stretch has, over `depth` grid lines that end with line `line` (from 1). */
export function roomAt(
  { runs }: Pick<Stretch, 'runs'>,
  { line, depth }: { readonly line: GridLines; readonly depth: GridLines },
): Column {
  let x = -Infinity
  let right = Infinity
  let first = 1
  for (const run of runs) {
    const last = first + run.lines - 1
    if (last > line - depth && first <= line) {
      x = Math.max(x, run.x)
      right = Math.min(right, run.x + run.width)
    }
    first = last + 1
  }
  return { x, width: right - x }
}
