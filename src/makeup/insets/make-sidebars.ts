import type { SidebarInset } from '../../edition/index.js'
import { stylesOf } from '../../stylebook/index.js'
import { boxOf } from '../box-of.js'
import { capHeightOf, capTop } from '../set-block.js'
import type { MadeUpRun } from '../make-run.js'
import type { Desk, PreparedPart, Run } from '../prepare-parts.js'
import { nameOf } from './arrange-part.js'
import { sidebarPlacement } from './sidebar-placement.js'
import { sidebarCells } from './sidebar-room.js'
import type { StoodInset } from './stand-insets.js'

/** The run of a sidebar, and whether its place is one in which nothing can stand: its article is over, and that has been said. */
export interface SidebarRun {
  readonly run: Run
  readonly isLeftOut: boolean
}

/** The runs of the sidebars among the text of an article that is made up. */
export function sidebarsOf(desk: Desk, run: MadeUpRun): readonly SidebarRun[] {
  const inUse = run.placements.length
  return run.parts.flatMap((part, index) => {
    const raised = index === inUse - 1 ? run.flow.plan.raised : 0
    const standing = part.shape(raised).insets.filter(({ set }) => set.kind === 'sidebar')
    const left = part.leftOut.filter((inset) => inset.kind === 'sidebar')
    return [
      ...standing.map((stood) => (index < inUse ? placeOf(desk, part, stood) : unneeded(desk, part, stood))),
      ...left.map((inset) => noPlace(desk, part, inset)),
    ]
  })
}

function runIn({ edition }: Desk, { page }: PreparedPart, place: Omit<Run['placements'][number], 'page'>): Run {
  return { article: place.placement.article, placements: [{ page: edition.pages[page - 1]!, ...place }] }
}

function placeOf(desk: Desk, part: PreparedPart, { set, breadth, line }: StoodInset): SidebarRun {
  if (set.kind !== 'sidebar') throw new Error(`${part.slot}: a ${set.kind} is no sidebar`)
  const { inset, edges, depth } = set
  const { frame } = part
  const styles = stylesOf(desk.edition.stylebook, inset.dress)
  const { rect, inside } = sidebarCells(frame, {
    ...breadth,
    line,
    depth,
    edges,
    box: boxOf(desk, inset.box),
    capTop: capTop(frame.grid.leading, capHeightOf(styles.body.size)),
  })
  const placement = sidebarPlacement(inset, part.slot, inside.cells)
  const within = { slot: part.slot, rect }
  return { run: runIn(desk, part, { placement, sidebar: { within, inside } }), isLeftOut: false }
}

/** Nothing stands in a continuation that the article did not need. */
function unneeded(desk: Desk, part: PreparedPart, { inset }: StoodInset): SidebarRun {
  desk.report({
    code: 'inset-no-room',
    message: `${nameOf(inset)} stands in the continuation "${part.slot}", which is not needed; it is left out`,
    place: inset.place,
    hint: 'place it elsewhere',
  })
  return noPlace(desk, part, inset as SidebarInset)
}

/** A place without a line, at the foot of the place that had no room for it. */
function noPlace(desk: Desk, part: PreparedPart, inset: SidebarInset): SidebarRun {
  const { inside, frame } = part
  const { x, width, last } = inside
  const cells = { ...part.cells, line: last, depth: 0 }
  const rect = { x, y: frame.typeArea.y + last * frame.grid.leading, width, height: 0 }
  const none = { cells, x, width, first: last + 1, last }
  const placement = sidebarPlacement(inset, part.slot, cells)
  const within = { slot: part.slot, rect }
  return { run: runIn(desk, part, { placement, sidebar: { within, inside: none } }), isLeftOut: true }
}
