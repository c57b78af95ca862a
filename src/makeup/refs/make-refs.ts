import type { ArticleId, GridLines, Rect } from '../../base/index.js'
import type { OrderedEdition, Page, RefsPlacement } from '../../edition/index.js'
import { stylesOf } from '../../stylebook/index.js'
import { boxOf } from '../box-of.js'
import { type FittedHeadline, fitHeadline, LEAST_BODY } from '../fit-headline.js'
import { layColumnRules } from '../column-rules.js'
import type { Stretch } from '../insets/stretches.js'
import { oversetMark } from '../lay-part.js'
import { baselineOf, pageFrame, type PageFrame, rectOf, topOf } from '../page-frame.js'
import { level } from '../page-rules.js'
import { headSpan, placeLegs } from '../part-room.js'
import { type CutOffs, type Desk, insideFor } from '../prepare-parts.js'
import { capHeightOf, type SetBlock, setBlock } from '../set-block.js'
import type { MadeUpRefs, PlacedLine, PlacedRule } from '../types.js'
import { setRef, type SetRef } from './set-ref.js'
import { depthFor, depthOf, shareRefs } from './share-refs.js'

/** Where each article starts. */
export type Starts = ReadonlyMap<ArticleId, number>

/** The page on which each article of an edition starts. */
export function startsOf(edition: Pick<OrderedEdition, 'pages'>): Starts {
  const starts = new Map<ArticleId, number>()
  for (const { number, placements } of edition.pages) {
    for (const placement of placements) {
      if (placement.kind === 'start') starts.set(placement.article, number)
      for (const inset of 'insets' in placement ? placement.insets : [])
        if (inset.kind === 'sidebar') starts.set(inset.article, number)
      if (placement.kind === 'stack') placement.articles.forEach((id) => starts.set(id, number))
    }
  }
  return starts
}

/** How deep under its baseline a rule between two lines of an index stands, in grid lines: clear of both. */
const RULE_OFF = 0.29

/** What is made up: a place of teasers or an index, on its page. */
export interface RefsRequest {
  readonly page: Page
  readonly placement: RefsPlacement
  readonly cutOffs: CutOffs
  readonly starts: Starts
}

/** Makes up teasers or an index: the head over them, then as many as there is room for, over their legs. */
export function makeRefs(desk: Desk, request: RefsRequest): MadeUpRefs {
  const { edition } = desk
  const { page, placement } = request
  const frame = pageFrame(edition.format, page.grid, page.number)
  const inside = insideFor(desk, page, placement, request.cutOffs)
  const room = Math.max(0, inside.last - inside.first + 1)
  const measure = (inside.width - (placement.legs - 1) * frame.grid.gutter) / placement.legs
  const refs = setRefs(desk, request, measure)
  const span = headSpan(frame, inside, placement.head)
  const across = span.right - span.left
  const head = setRefsHead(desk, request, { measure: across, room, needed: depthFor(refs, placement.legs) })
  const isLeft = head !== null && head.depth > room
  const depth = isLeft ? 0 : (head?.depth ?? 0)
  const legs = placeLegs({ frame, inside, legs: placement.legs, head: { ...span, depth } })
  const counts = shareRefs(
    refs,
    legs.map((leg) => leg.depth),
  )
  const shown = counts.reduce((sum, count) => sum + count, 0)
  if (isLeft) reportHead(desk, placement)
  if (shown < refs.length) reportLeftOut(desk, placement, shown)
  const laid = layLegs(frame, legs, { refs, counts, placement, ruleOff: edition.stylebook.furniture.refs.ruleOff })
  const top = topOf(frame, inside.first)
  const own = isLeft ? null : head
  const used = laid.map((leg, index) => ({ ...legs[index]!, used: leg.used }))
  return {
    slot: placement.slot,
    look: placement.look,
    grid: placement.rect,
    rect: rectOf(frame, placement.rect),
    box: boxOf(desk, placement.box),
    head: (own?.lines ?? []).map(({ line, baseline }) => {
      return { kind: 'line', line, x: inside.x, baseline: top + baseline, role: 'headline' }
    }),
    legs: laid.map(({ lines }) => lines),
    rules: [
      ...(own?.rules ?? []).map(({ rule, y }) => level(top + y, inside.x, inside.x + across, rule)),
      ...laid.flatMap(({ rules }) => rules),
      ...layColumnRules(frame, { legs: used, insets: [], furniture: edition.stylebook.furniture }),
    ],
    oversetMark: isLeft || shown < refs.length ? markUnder(frame, legs, inside.last) : null,
  }
}

function markUnder(frame: PageFrame, legs: readonly Stretch[], last: GridLines): Rect {
  return oversetMark({ frame, legs, inside: { last } })
}

function setRefs(desk: Desk, { page, placement, starts }: RefsRequest, measure: number): readonly SetRef[] {
  const { edition, setter, report } = desk
  const { stylebook } = edition
  return placement.refs.map((ref) => {
    const set = setRef(setter, {
      ref,
      article: edition.articles.get(ref.article)!,
      page: starts.get(ref.article)!,
      look: placement.look,
      forms: stylebook.furniture.refs,
      styles: stylesOf(edition.stylebook, placement.dress),
      measure,
      leading: page.grid.leading,
      language: stylebook.paper.language,
    })
    if (set.busts) {
      const message = `${ref.article}: a word of its ${placement.look === 'index' ? 'line' : 'teaser'} is wider than its place`
      const hint = `give it words of its own: { article: ${ref.article}, text: … }, or more columns`
      report({ code: 'head-busts', message, place: ref.place, hint })
    }
    return set
  })
}

/** The head over the refs; at an `auto` size it leaves room for all of them. Null when there is none. */
function setRefsHead(
  { edition, setter, report }: Desk,
  { page, placement }: RefsRequest,
  { measure, room, needed }: { readonly measure: number; readonly room: GridLines; readonly needed: GridLines },
): SetBlock | null {
  if (!placement.headline) return null
  const styles = stylesOf(edition.stylebook, placement.dress)
  const type = {
    style: styles.headline,
    measure,
    language: edition.stylebook.paper.language,
    leading: page.grid.leading,
    bodyCapHeight: capHeightOf(styles.body.size),
  }
  const fitted: FittedHeadline = fitHeadline(setter, {
    ...type,
    versions: [placement.headline],
    order: placement.head,
    schedule: edition.stylebook.heads.schedule,
    room: room - needed + LEAST_BODY,
  })
  const { copy, size, lines, bust } = fitted
  if (bust) {
    const message = `"${placement.slot}": ${bust.message}`
    report({ code: 'head-busts', message, place: placement.place, hint: bust.hint })
  }
  return setBlock(setter, { ...type, copy, size, lines })
}

/** One leg of refs. */
interface LaidLeg {
  readonly lines: readonly PlacedLine[]
  readonly rules: readonly PlacedRule[]
  readonly used: GridLines
}

/** What the legs are filled with. */
interface Filling {
  readonly refs: readonly SetRef[]
  /** How many of them each leg takes. */
  readonly counts: readonly number[]
  readonly placement: RefsPlacement
  readonly ruleOff: PlacedRule['rule'] | null
}

function layLegs(frame: PageFrame, legs: readonly Stretch[], filling: Filling): readonly LaidLeg[] {
  let from = 0
  return legs.map((leg, index) => {
    const refs = filling.refs.slice(from, from + filling.counts[index]!)
    from += refs.length
    return layLeg(frame, leg, { ...filling, refs })
  })
}

/** Refs one under another from the leg's head; teasers are spread over its depth, as evenly as whole lines allow. */
function layLeg(frame: PageFrame, leg: Stretch, { refs, placement, ruleOff }: Omit<Filling, 'counts'>): LaidLeg {
  const lines: PlacedLine[] = []
  const rules: PlacedRule[] = []
  const gaps = refs.length - 1
  const free = placement.look === 'teaser' && gaps > 0 ? leg.depth - depthOf(refs) : 0
  let used = -(refs[0]?.before ?? 0)
  refs.forEach((ref, index) => {
    if (index > 0) used += Math.floor((index * free) / gaps) - Math.floor(((index - 1) * free) / gaps)
    const top = topOf(frame, leg.line + used)
    for (const { line, baseline, role } of ref.lines) {
      lines.push({ kind: 'line', line, x: leg.x, baseline: top + baseline, role, ref: ref.ref })
    }
    for (const { rule, y } of ref.rules) rules.push(level(top + y, leg.x, leg.x + leg.width, rule))
    used += ref.depth
    const under = placement.look === 'index' && index < gaps ? ruleOff : null
    const y = baselineOf(frame, leg.line + used - 1) + RULE_OFF * frame.grid.leading
    if (under) rules.push(level(y, leg.x, leg.x + leg.width, under))
  })
  return { lines, rules, used: Math.max(0, used) }
}

function reportHead({ report }: Desk, { slot, place }: RefsPlacement): void {
  const message = `"${slot}" is too shallow for its head; left out: headline`
  report({ code: 'head-too-deep', message, place, hint: 'give the place more depth, or order a smaller head' })
}

function reportLeftOut({ report }: Desk, { slot, place, refs }: RefsPlacement, shown: number): void {
  const left = refs.slice(shown).map(({ article }) => article)
  const message = `"${slot}" has room for ${shown} of its ${refs.length} refs; left out: ${left.join(', ')}`
  report({ code: 'refs-left-out', message, place, hint: 'give the place more lines, or take some out of refs' })
}
