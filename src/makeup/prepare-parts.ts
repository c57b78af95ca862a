import {
  type ArticleId,
  type Finding,
  type GridLines,
  type GridRect,
  type Place,
  type Pt,
  type Report,
} from '../base/index.js'
import {
  type Article,
  type ContinuationPlacement,
  type Edition,
  type OptionalPart,
  type Page,
  type StackPlacement,
  type StartPlacement,
  withHead,
} from '../edition/index.js'
import type { Pictures } from '../pictures/index.js'
import { stylesOf, type TypeStyles } from '../stylebook/index.js'
import type { Setter } from '../typeset/index.js'
import { boxOf } from './box-of.js'
import { arrangePart } from './insets/arrange-part.js'
import { columnsOf } from './insets/breadth.js'
import { measureSidebar } from './insets/sidebar-placement.js'
import type { Column, Span, Stretch } from './insets/stretches.js'
import { jumpCopy, setJumpLine } from './jump-line.js'
import { footRoom, type Part, type Within } from './lay-part.js'
import { type Cells, insideOf, pageFrame } from './page-frame.js'
import { headSpan } from './part-room.js'
import { headOf, type HeadRequest, type SetHead, setHead } from './set-head.js'

/** What every step of make-up works with. */
export interface Desk<Rect = GridRect> {
  readonly edition: Edition<Rect>
  readonly setter: Setter
  /** The opened pictures of its pages. */
  readonly pictures: Pictures
  readonly report: Report
}

/** An article's placements, in reading order: the start, then its continuations in page order, then as written. */
export interface Run<Rect = GridRect> {
  readonly article: ArticleId
  readonly placements: readonly RunPlace<Rect>[]
}

/** One of them on its page. */
export interface RunPlace<Rect = GridRect> {
  readonly page: Page<Rect>
  readonly placement: StartPlacement<Rect> | ContinuationPlacement<Rect>
  /** The room of a sidebar, among the text of another place. */
  readonly sidebar?: { readonly within: Within; readonly inside: Cells }
}

/** The runs of an edition, in the order of their starts; stacks and sidebars are not among them. */
export function runsOf<Rect>(edition: Pick<Edition<Rect>, 'pages'>): readonly Run<Rect>[] {
  const starts: Run<Rect>[] = []
  const continuations = new Map<ArticleId, { page: Page<Rect>; placement: ContinuationPlacement<Rect> }[]>()
  for (const page of edition.pages) {
    for (const placement of page.placements) {
      if (placement.kind === 'start') starts.push({ article: placement.article, placements: [{ page, placement }] })
      if (placement.kind !== 'continuation') continue
      const known = continuations.get(placement.article) ?? []
      continuations.set(placement.article, [...known, { page, placement }])
    }
  }
  return starts.map(({ article, placements }) => ({
    article,
    placements: [...placements, ...(continuations.get(article) ?? [])],
  }))
}

/** A part with its place in the manifest, and what is wrong with its head and its insets. */
export interface PreparedPart extends Part {
  readonly place: Place
  /** Whether the manifest orders the size of its headline. */
  readonly isSizeOrdered: boolean
  /** Whether its headline stands at the start of its text. */
  readonly isHeadRunIn: boolean
  readonly findings: readonly Finding[]
}

/** What copyfit changes of a head. */
export interface HeadChange {
  /** The size of its headline; null for the order's. */
  readonly size: Pt | null
  readonly dropped: readonly OptionalPart[]
}

/** A head as it was ordered. */
export const AS_ORDERED: HeadChange = { size: null, dropped: [] }

/** Sets the heads of a run's placements and measures their legs. */
export function prepareRun(
  desk: Desk,
  run: Run,
  { cutOffs, change }: { readonly cutOffs: CutOffs; readonly change: HeadChange },
): readonly PreparedPart[] {
  const { edition } = desk
  const article = edition.articles.get(run.article)!
  return run.placements.map(({ page, placement, sidebar }, index) => {
    const before = run.placements[index - 1]
    const next = run.placements[index + 1]
    return preparePart(desk, {
      article,
      page,
      placement,
      inside: sidebar?.inside ?? insideFor(desk, page, placement, cutOffs),
      parts: placement.kind === 'start' ? headOf(article) : { ...NO_HEAD, headline: placement.headline },
      change: placement.kind === 'start' ? change : AS_ORDERED,
      // Text that goes on in another place of the same page needs nobody to turn it: no jump lines.
      jumpsFrom: before && before.page !== page ? before.page.number : null,
      jumpsTo: next && next.page !== page ? next.page.number : null,
      within: sidebar?.within ?? null,
    })
  })
}

const NO_HEAD = { overline: null, headline: null, deck: null, standfirst: null, byline: null }

/** How many lines each placement gives to its cut-off rule. */
export type CutOffs = (page: Page, placement: Page['placements'][number]) => GridLines

/** The room inside a placement of copy. */
export function insideFor(desk: Desk, page: Page, placement: Page['placements'][number], cutOffs: CutOffs): Cells {
  const { edition } = desk
  const frame = pageFrame(edition.format, page.grid, page.number)
  return insideOf(frame, placement.rect, { box: boxOf(desk, placement.box), cutOffLines: cutOffs(page, placement) })
}

/** What one part is prepared from. */
export interface PartRequest {
  readonly article: Article
  readonly page: Page
  readonly placement: StartPlacement | ContinuationPlacement | StackPlacement
  readonly inside: Cells
  readonly parts: Pick<HeadRequest, 'overline' | 'headline' | 'heads' | 'deck' | 'standfirst' | 'byline'>
  readonly change: HeadChange
  readonly jumpsFrom: number | null
  readonly jumpsTo: number | null
  /** Null for one that has its own place. */
  readonly within: Within | null
}

/** Sets the head of one part, stands its insets, and measures its legs. */
export function preparePart(desk: Desk, request: PartRequest): PreparedPart {
  const { edition } = desk
  const { article, page, placement, inside } = request
  const frame = pageFrame(edition.format, page.grid, page.number)
  const styles = stylesOf(edition.stylebook, placement.dress)
  const from = 'headCol' in placement ? placement.headCol : 1
  const { columns } = placement.head
  const columnsOfHead = request.within ? columnsOf(inside, { legs: placement.legs, gutter: frame.grid.gutter }) : null
  const span = columnsOfHead ? spanOver(columnsOfHead, columns) : headSpan(frame, inside, { columns, from })
  const arranged = arrangePart(desk, {
    article,
    insets: 'insets' in placement ? placement.insets : [],
    inside,
    legs: placement.legs,
    gutter: frame.grid.gutter,
    leading: frame.grid.leading,
    styles,
    headSpan: span,
    setHead: (room) => setHeadIn(desk, request, { measure: span.right - span.left, room }),
    measureSidebar: (inset, room) => measureSidebar(desk, { inset, room, page, prepare: preparePart }),
    dropCap: placement.kind === 'start' ? dropCapLines(withHead(article, placement.head), styles) : 0,
  })
  const { head } = arranged
  const { legs } = arranged.shape(0)
  return {
    page: page.number,
    slot: placement.slot,
    kind: placement.kind === 'continuation' ? 'continuation' : 'start',
    frame,
    cells: inside.cells,
    inside,
    box: boxOf(desk, placement.box),
    head,
    headColumns: Math.min(columns, (columnsOfHead?.length ?? placement.rect.span) - from + 1),
    headSpan: span,
    headLine: arranged.headLine,
    columns: placement.legs,
    legs,
    shape: arranged.shape,
    leftOut: arranged.left,
    within: request.within,
    ...setJumpLines(desk, request, legs.at(-1)!),
    place: placement.place,
    isSizeOrdered: placement.head.isOwn && placement.head.size !== null,
    isHeadRunIn: placement.head.runIn === true,
    findings: [...headFindings(head, article, placement.place), ...arranged.findings],
  }
}

/** From where to where the first legs reach. */
function spanOver(columns: readonly Column[], count: number): Span {
  const last = columns[Math.max(1, Math.min(count, columns.length)) - 1]!
  return { left: columns[0]!.x, right: last.x + last.width }
}

/** Lines beside the drop capital that an article asks for, or its stylebook. */
function dropCapLines({ dropCap }: Article, styles: TypeStyles): GridLines {
  if (dropCap === 'none') return 0
  return dropCap === 'auto' ? styles['drop-cap'].lines : dropCap
}

function setHeadIn(
  { edition, setter }: Desk,
  { article, page, placement, parts, change, jumpsFrom, within }: PartRequest,
  { measure, room }: { readonly measure: Pt; readonly room: GridLines },
): SetHead {
  const styles = stylesOf(edition.stylebook, placement.dress)
  const form = edition.stylebook.furniture.jump.from
  const { catchword } = article
  const { schedule } = edition.stylebook.heads
  return setHead(setter, {
    ...parts,
    ...Object.fromEntries(change.dropped.map((part) => [part, null])),
    ...(placement.head.runIn ? { headline: null } : {}),
    size: change.size,
    jumpFrom: jumpsFrom === null ? null : jumpCopy({ form, page: jumpsFrom, catchword }, styles['jump-line'].fontPlace),
    language: article.language,
    order: placement.head,
    styles,
    schedule: within ? smallHeads(schedule, styles.body.size) : schedule,
    measure,
    leading: page.grid.leading,
    room: Math.max(0, room),
  })
}

/** A sidebar's head of `auto` size is no larger than so many times its text. */
const LARGEST_IN_SIDEBAR = 2

/** The sizes among which an `auto` head of a sidebar is found: it stands within another story. */
function smallHeads(schedule: readonly Pt[], body: Pt): readonly Pt[] {
  const small = schedule.filter((size) => size <= LARGEST_IN_SIDEBAR * body)
  return small.length > 0 ? small : schedule.slice(0, 1)
}

/** A jump line runs over no more lines than this. */
const MOST_JUMP_LINES = 3

/** A jump line is as wide as the foot of the last leg, beside whatever stands there. */
function setJumpLines(
  { edition, setter }: Desk,
  { article, placement, jumpsTo: page }: PartRequest,
  last: Stretch,
): Pick<Part, 'jumpLines' | 'jumpX'> {
  const style = stylesOf(edition.stylebook, placement.dress)['jump-line']
  const form = edition.stylebook.furniture.jump.on
  const { catchword, language } = article
  for (let lines = 1; ; lines++) {
    const { x, width } = footRoom(last, lines)
    if (page === null) return { jumpLines: [], jumpX: x }
    const jumpLines = setJumpLine(setter, { form, page, catchword }, { style, measure: width, language })
    if (jumpLines.length <= lines || lines === MOST_JUMP_LINES) return { jumpLines, jumpX: x }
  }
}

function headFindings(head: Pick<SetHead, 'bust' | 'left'>, article: Article, place: Place): readonly Finding[] {
  const findings: Finding[] = []
  if (head.bust) {
    findings.push({
      code: 'head-busts',
      message: `${article.id}: ${head.bust.message}`,
      place,
      hint: head.bust.hint,
    })
  }
  if (head.left.length > 0) {
    findings.push({
      code: 'head-too-deep',
      message: `${article.id}: its place is too shallow for its head; left out: ${head.left.join(', ')}`,
      place,
      hint: 'give the place more depth, or order a smaller head',
    })
  }
  return findings
}
