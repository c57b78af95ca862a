import { type ArticleId, type Finding, type GridLines, type Place, type Pt, type Report } from '../base/index.js'
import type {
  Article,
  ContinuationPlacement,
  Edition,
  OptionalPart,
  Page,
  StackPlacement,
  StartPlacement,
} from '../edition/index.js'
import type { TypeStyles } from '../stylebook/index.js'
import { plainCopy, type Setter } from '../typeset/index.js'
import { type Part, setJumpLine } from './lay-part.js'
import { type Cells, insideOf, pageFrame } from './page-frame.js'
import { headMeasure, placeLegs } from './part-room.js'
import { headOf, type HeadRequest, type SetHead, setHead } from './set-head.js'

/** What every step of make-up works with. */
export interface Desk {
  readonly edition: Edition
  readonly setter: Setter
  readonly report: Report
}

/** An article's placements, in reading order: the start, then its continuations in page order, then as written. */
export interface Run {
  readonly article: ArticleId
  readonly placements: readonly { readonly page: Page; readonly placement: StartPlacement | ContinuationPlacement }[]
}

/** The runs of an edition, in the order of their starts; stacks are not among them. */
export function runsOf(edition: Edition): readonly Run[] {
  const starts: Run[] = []
  const continuations = new Map<ArticleId, { page: Page; placement: ContinuationPlacement }[]>()
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

/** The type that a placement is set in. */
export function stylesOf(edition: Edition, dress: string | null): TypeStyles {
  const { stylebook } = edition
  return (dress === null ? undefined : stylebook.dresses.get(dress)) ?? stylebook.type
}

/** A part with its place in the manifest, and what is wrong with its head. */
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
  return run.placements.map(({ page, placement }, index) => {
    const before = run.placements[index - 1]
    const next = run.placements[index + 1]
    const inside = insideFor(desk, page, placement, cutOffs)
    return preparePart(desk, {
      article,
      page,
      placement,
      inside,
      parts: placement.kind === 'start' ? headOf(article) : { ...NO_HEAD, headline: placement.headline },
      change: placement.kind === 'start' ? change : AS_ORDERED,
      // Text that goes on in another place of the same page needs nobody to turn it: no jump lines.
      jumpsFrom: before && before.page !== page ? before.page.number : null,
      jumpsTo: next && next.page !== page ? next.page.number : null,
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
  const box = placement.box === null ? null : (edition.stylebook.boxes.get(placement.box) ?? null)
  return insideOf(frame, placement.rect, { box, cutOffLines: cutOffs(page, placement) })
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
}

/** Sets the head of one part and measures its legs. */
export function preparePart(desk: Desk, request: PartRequest): PreparedPart {
  const { edition, setter } = desk
  const { article, page, placement, inside } = request
  const frame = pageFrame(edition.format, page.grid, page.number)
  const styles = stylesOf(edition, placement.dress)
  const { jump } = edition.stylebook.furniture
  const { language } = article
  const measure = headMeasure(frame, inside, placement.head.columns)
  const from = jump.from.replaceAll('{page}', String(request.jumpsFrom))
  const { size, dropped } = request.change
  const isHeadRunIn = placement.head.runIn === true
  const head = setHead(setter, {
    ...request.parts,
    ...Object.fromEntries(dropped.map((part) => [part, null])),
    ...(isHeadRunIn ? { headline: null } : {}),
    size,
    jumpFrom: request.jumpsFrom === null ? null : plainCopy(from, styles['jump-line'].fontPlace),
    language,
    order: placement.head,
    styles,
    schedule: edition.stylebook.heads.schedule,
    measure,
    leading: frame.grid.leading,
    room: Math.max(0, inside.last - inside.first + 1),
  })
  const legs = placeLegs({ frame, inside, legs: placement.legs, head, headMeasure: measure })
  const style = styles['jump-line']
  const jumpLines =
    request.jumpsTo === null
      ? []
      : setJumpLine(setter, { form: jump.on, page: request.jumpsTo, style, measure: legs.at(-1)!.width, language })
  return {
    page: page.number,
    slot: placement.slot,
    kind: placement.kind === 'continuation' ? 'continuation' : 'start',
    frame,
    cells: inside.cells,
    inside,
    box: placement.box === null ? null : (edition.stylebook.boxes.get(placement.box) ?? null),
    head,
    headColumns: Math.min(placement.head.columns, placement.rect.span),
    legs,
    jumpLines,
    place: placement.place,
    isSizeOrdered: placement.head.isOwn && placement.head.size !== null,
    isHeadRunIn,
    findings: headFindings(head, article, placement.place),
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
