import type { GridLines } from '../../base/index.js'
import type { Inset, InsetPlace } from '../../edition/index.js'
import type { Breadth } from './breadth.js'
import type { InsetEdges } from './inset-edges.js'
import type { SetInset } from './set-inset.js'
import { type Column, overlap, type Span } from './stretches.js'

/** Where the insets of a placement may stand. */
export interface Floor {
  /** The first grid line and the last. */
  readonly first: GridLines
  readonly last: GridLines
  readonly columns: readonly Column[]
  /** Nothing stands above the foot of the head where it is; before the first line when there is no head. */
  readonly head: Span & { readonly foot: GridLines }
}

/** An inset, set, that has its place. */
export interface StoodInset {
  readonly inset: Inset
  readonly breadth: Breadth
  readonly set: SetInset
  readonly line: GridLines
}

/** What an inset is set for. */
export interface Opening {
  readonly breadth: Breadth
  readonly edges: InsetEdges
  /** The most grid lines that it can have. */
  readonly most: GridLines
}

/** Sets an inset; null when it does not go into so few lines. */
export type InsetSetter = (inset: Inset, opening: Opening) => SetInset | null

/** Grid lines one under another. */
interface Run {
  readonly line: GridLines
  readonly depth: GridLines
}

/** What edges depend on settles at once, but for an inset that all but fills its legs. */
const MOST_TRIES = 4

/** Sets an inset and finds its place among those that stand already; null when there is no room for it. */
export function standInset(
  inset: Inset,
  breadth: Breadth,
  among: { readonly floor: Floor; readonly stood: readonly StoodInset[]; readonly set: InsetSetter },
): StoodInset | null {
  const { floor, stood, set } = among
  const runs = freeRuns(floor, breadth, stood)
  const deepest = deepestOf(runs)
  if (!deepest || breadth.right <= breadth.left) return null
  const most = deepest.depth
  const whole = edgesAt(deepest, breadth, among)
  let edges: InsetEdges = {
    above: inset.at !== 'head' && inset.at !== 'top' && inset.at !== 1,
    below: inset.at !== 'foot',
  }
  for (let tries = 0; ; tries++) {
    const open = set(inset, { breadth, edges, most })
    // Where there is no room for the white at its edges, it may fill all there is.
    const own = open && open.depth <= most ? open : set(inset, { breadth, edges: whole, most })
    if (!own || own.depth > most) return null
    const line = lineFor(inset.at, own.depth, { runs, head: headOf(floor, breadth) })
    if (line === null) return null
    const found = edgesAt({ line, depth: own.depth }, breadth, among)
    if (tries === MOST_TRIES || own !== open || (found.above === edges.above && found.below === edges.below)) {
      return { inset, breadth, set: own, line }
    }
    edges = found
  }
}

/**
 * The same insets where they stand with the common foot so high; null when one of them finds no room there. What stands over the
 * head stays.
 */
export function standAnew(insets: readonly StoodInset[], floor: Floor, fixed: number): readonly StoodInset[] | null {
  const stood: StoodInset[] = insets.slice(0, fixed)
  for (const one of insets.slice(fixed)) {
    const { inset, breadth, set } = one
    const runs = freeRuns(floor, breadth, stood)
    const line = lineFor(inset.at, set.depth, { runs, head: headOf(floor, breadth) })
    if (line === null) return null
    stood.push({ ...one, line })
  }
  return stood
}

/** The first line of the legs that an inset covers: under the head where that is over them. */
function headOf({ first, head }: Floor, breadth: Breadth): GridLines {
  return head.foot >= first && overlap(head, breadth) ? head.foot + 1 : first
}

/** The lines that are free over all of a breadth. */
function freeRuns(floor: Floor, breadth: Breadth, stood: readonly StoodInset[]): readonly Run[] {
  const runs: { line: GridLines; depth: GridLines }[] = []
  for (let line = headOf(floor, breadth); line <= floor.last; line++) {
    if (stood.some((one) => overlap(one.breadth, breadth) && isAt(one, line))) continue
    const run = runs.at(-1)
    if (run && run.line + run.depth === line) run.depth++
    else runs.push({ line, depth: 1 })
  }
  return runs
}

function isAt({ line: from, set }: StoodInset, line: GridLines): boolean {
  return line >= from && line < from + set.depth
}

function deepestOf(runs: readonly Run[]): Run | null {
  return runs.reduce<Run | null>((deepest, run) => (deepest && deepest.depth >= run.depth ? deepest : run), null)
}

/** Where something so deep stands, as near to where it is wanted as there is room; null where there is none. */
function lineFor(
  at: InsetPlace['at'],
  depth: GridLines,
  { runs, head }: { readonly runs: readonly Run[]; readonly head: GridLines },
): GridLines | null {
  const roomy = runs.filter((run) => run.depth >= depth)
  const last = roomy.at(-1)
  const deepest = deepestOf(roomy)
  if (!last || !deepest) return null
  switch (at) {
    case 'top':
    case 'head':
      return roomy[0]!.line
    case 'foot':
      return last.line + last.depth - depth
    case 'middle':
      return deepest.line + Math.floor((deepest.depth - depth) / 2)
    default:
      return nearestLine(head + at - 1, depth, roomy)
  }
}

/** The first line at or below the one wanted; else the nearest above it. */
function nearestLine(wanted: GridLines, depth: GridLines, roomy: readonly Run[]): GridLines {
  const below = roomy.find((run) => run.line + run.depth - depth >= wanted)
  if (below) return Math.max(wanted, below.line)
  const last = roomy.at(-1)!
  return last.line + last.depth - depth
}

/** Under and over an inset, so few free lines hold no text. */
const LEAST_TEXT = 2

/** Whether text has room above and below some lines, in a leg that the inset covers. */
function edgesAt(
  { line, depth }: Run,
  breadth: Breadth,
  { floor, stood }: { readonly floor: Floor; readonly stood: readonly StoodInset[] },
): InsetEdges {
  const hasText = (leg: number, from: GridLines, step: -1 | 1): boolean => {
    const { x, width } = floor.columns[leg]!
    const own = { left: x, right: x + width }
    const top = floor.head.foot >= floor.first && overlap(floor.head, own) ? floor.head.foot + 1 : floor.first
    return Array.from({ length: LEAST_TEXT }, (_, index) => from + step * index).every(
      (at) => at >= top && at <= floor.last && !stood.some((one) => overlap(one.breadth, own) && isAt(one, at)),
    )
  }
  return {
    above: breadth.legs.some((leg) => hasText(leg, line - 1, -1)),
    below: breadth.legs.some((leg) => hasText(leg, line + depth, 1)),
  }
}
