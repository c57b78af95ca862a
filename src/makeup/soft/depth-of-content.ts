import type { GridLines } from '../../base/index.js'
import { type Page, type Placement, type RefsPlacement, type StackPlacement, withHead } from '../../edition/index.js'
import { type FittedArticle, fitArticle } from '../copyfit/fit-article.js'
import type { MadeUpRun } from '../make-run.js'
import { tryStack } from '../make-stack.js'
import { type CutOffs, type Desk, type PreparedPart, prepareRun, type Run } from '../prepare-parts.js'
import { makeRefs, type Starts } from '../refs/make-refs.js'
import type { MadeUpRefs } from '../types.js'
import { leastDepth } from './least-depth.js'

/** Trial make-up: nothing is said of what is found. */
export interface Trial {
  readonly desk: Desk
  readonly cutOffs: CutOffs
  readonly starts: Starts
}

/** The page on which an article ends in the placements of a run; null when it goes on. */
export function endOf(trial: Trial, run: Run): number | null {
  const { flow, parts } = tryRun(trial, run)
  return flow.plan.overset ? null : parts[flow.parts.length - 1]!.page
}

/**
 * How deep the last placement of a run must be to take in what its article has left, when all placements before it are
 * settled and it has all the room there is: legs end level, and no keep is broken that the room would save. All the room
 * where that is not enough, and nothing where the article ends before.
 */
export function depthOfRun(trial: Trial, run: Run): GridLines {
  const last = run.placements.at(-1)!
  const room = last.placement.rect.depth
  const whole = tryRun(trial, run)
  const inUse = whole.flow.parts.length
  if (inUse < run.placements.length) return 0
  if (whole.flow.plan.overset) return room
  const isEnough = (depth: GridLines): boolean => {
    const placement = withDepth(last.placement, depth)
    const page = withPlacement(last.page, placement)
    const tried = tryRun(trial, { ...run, placements: [...run.placements.slice(0, -1), { page, placement }] })
    const { plan } = tried.flow
    if (plan.overset || plan.parts.length !== inUse || plan.broken > whole.flow.plan.broken) return false
    return standAlike(tried.parts.at(-1)!, whole.parts.at(-1)!)
  }
  return leastDepth({ guess: depthIn(whole), room, isEnough })
}

/** Flows an article as it is written, without copyfit. */
function tryRun({ desk, cutOffs }: Trial, run: Run): FittedArticle {
  const { dress, head } = run.placements[0]!.placement
  const article = withHead(desk.edition.articles.get(run.article)!, head)
  return fitArticle(desk, {
    article,
    dress,
    prepare: (change) => prepareRun(desk, run, { cutOffs, change }),
    rules: null,
  })
}

/** The depth of the last part of an article down to its deepest leg, or what stands below that. */
function depthIn({ flow: { plan }, parts }: FittedArticle): GridLines {
  const { cells, inside, head, headLine, shape } = parts.at(-1)!
  const { legs, insets } = shape(plan.raised)
  const feet = [
    ...plan.parts.at(-1)!.map(({ used }, index) => legs[index]!.line + used),
    ...insets.map(({ line, set }) => line + set.depth),
  ]
  const under = cells.line + cells.depth - 1 - inside.last
  return Math.max(headLine + head.depth, ...feet) + under - cells.line
}

/** Whether a part with less room has the same head, and no more to be said against it. */
function standAlike(one: PreparedPart, other: PreparedPart): boolean {
  const [own, head] = [one.head.headline, other.head.headline]
  const isSameHead = own?.size === head?.size && own?.lines === head?.lines && own?.shorter === head?.shorter
  return isSameHead && one.findings.length <= other.findings.length
}

/** How deep a stack must be, of all the room there is. */
export function depthOfStack(trial: Trial, page: Page, placement: StackPlacement): GridLines {
  const tried = (depth: GridLines): ReturnType<typeof tryStack> => {
    const own = withDepth(placement, depth)
    return tryStack(trial.desk, withPlacement(page, own), own, trial.cutOffs)
  }
  const room = placement.rect.depth
  const whole = tried(room)
  const headsOf = (runs: readonly MadeUpRun[]): string => runs.map((run) => run.parts[0]!.head.headline?.size).join()
  const isOver = (runs: readonly MadeUpRun[]): boolean => runs.some((run) => run.flow.plan.overset)
  if (isOver(whole.runs)) return room
  const isEnough = (depth: GridLines): boolean => {
    const { runs, depth: needed } = tried(depth)
    return !isOver(runs) && needed <= depth && headsOf(runs) === headsOf(whole.runs)
  }
  return leastDepth({ guess: whole.depth, room, isEnough })
}

/** How deep teasers or an index must be, of all the room there is. */
export function depthOfRefs(trial: Trial, page: Page, placement: RefsPlacement): GridLines {
  const tried = (depth: GridLines): MadeUpRefs => {
    const own = withDepth(placement, depth)
    return makeRefs(trial.desk, { page: withPlacement(page, own), placement: own, ...trial })
  }
  const headOf = ({ head }: MadeUpRefs): string => head.map(({ line }) => line.fragments[0]?.size).join()
  const room = placement.rect.depth
  const whole = tried(room)
  let [least, most] = [1, room]
  while (least < most) {
    const middle = (least + most) >> 1
    const made = tried(middle)
    if (made.oversetMark === null && headOf(made) === headOf(whole)) most = middle
    else least = middle + 1
  }
  return most
}

function withDepth<P extends Placement>(placement: P, depth: GridLines): P {
  return { ...placement, rect: { ...placement.rect, depth } }
}

/** The same page with a placement instead of the one of its slot. */
function withPlacement(page: Page, placement: Placement): Page {
  const placements = page.placements.map((one) => (one.slot === placement.slot ? placement : one))
  return { ...page, placements }
}
