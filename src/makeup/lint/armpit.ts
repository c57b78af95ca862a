import { EPSILON, type Pt, type Rect } from '../../base/index.js'
import { shows } from '../page-rules.js'
import type { MadeUpPage, MadeUpPlacement } from '../types.js'
import { type Extent, insetExtents, overlaps } from './extent.js'
import { headlineOf, type StandingHeadline } from './headline-of.js'
import { sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** What begins within so many grid lines of a head's last line stands right under it. */
const NEAR = 3

/** What stands right under a head: a picture of its own story, or a picture or a head of another. */
interface Under extends Extent {
  readonly slot: string
  readonly isOwn: boolean
}

/**
 * A banner head over a picture (Harrower's “armpit”): one that stands right on a picture or a head of another story, so that the
 * two read as one; or one over a picture of its own that leaves its text less than `number` per cent of its width, to hang
 * under its arm. Text that goes on below the picture stands under the head too. A box that shows keeps what is in it apart.
 */
export function armpit({ page }: LintedPage, number: number): readonly Fault[] {
  return page.placements.flatMap((placement) => {
    const head = headlineOf(placement, page)
    if (!head || placement.oversetMark) return []
    const { id, slot } = placement
    const all = thingsUnder(head, page)
    const others = all.filter(({ isOwn }) => !isOwn)
    const own = textShare(head, page) < number - EPSILON ? all.filter(({ isOwn }) => isOwn) : []
    const [first] = others.length > 0 ? others : own
    if (!first) return []
    const says = first.isOwn
      ? `the head of ${id} is wider than its text: ${first.name} stands under the rest of it`
      : `the head of ${id} stands right over ${others.map(({ name }) => name).join(' and ')}`
    const hint = first.isOwn
      ? 'let text run on below the picture, make it narrower, or set the head over the text alone'
      : 'put text between them, box one, or set the head across fewer columns'
    return [
      { slots: [slot, ...(first.isOwn ? [] : others.map((one) => one.slot))], at: sayCells(head.cells), says, hint },
    ]
  })
}

/** Pictures and heads right under a head, with no text of its story between. */
function thingsUnder(head: StandingHeadline, page: MadeUpPage): readonly Under[] {
  const foot = footOf(head)
  const own = linesOf(head.placement, page, foot)
  return candidates(head, page).filter(({ rect }) => {
    const isNear = rect.y > foot - EPSILON && rect.y <= foot + NEAR * page.grid.leading
    const isUnder = sharedWidth(rect, head) > page.grid.gutter
    return isNear && isUnder && !own.some((line) => line.y < rect.y && overlaps(line, rect))
  })
}

function candidates({ placement, isBoxed }: StandingHeadline, page: MadeUpPage): readonly Under[] {
  const within = (one: MadeUpPlacement, isOwn: boolean): readonly Under[] =>
    insetExtents(one, page)
      .filter(({ kind }) => kind === 'picture')
      .map((inset) => ({ ...inset, slot: one.slot, isOwn }))
  const own = page.placements.filter(({ id }) => id === placement.id).flatMap((one) => within(one, true))
  if (isBoxed) return own
  const others = page.placements.filter(({ id }) => id !== placement.id)
  const heads = others.flatMap((one) => {
    const head = headlineOf(one, page)
    return head && !head.isBoxed
      ? [{ slot: one.slot, rect: rectOfHead(head), name: `the head of ${one.id}`, isOwn: false }]
      : []
  })
  const ofOthers = others.filter(({ box }) => !shows(box)).flatMap((one) => within(one, false))
  const alone = page.pictures
    .filter(({ box }) => !shows(box))
    .map(({ slot, picture: { rect, picture } }) => ({
      slot,
      rect,
      name: `the picture ${picture.name}`,
      isOwn: placement.article.pictures.some(({ place }) => place === picture.place),
    }))
  return [...own, ...heads, ...ofOthers, ...alone]
}

/** Where the last line of a head stands, be it a deck or a byline. */
function footOf({ placement }: StandingHeadline): Pt {
  return Math.max(...placement.head.map(({ baseline }) => baseline))
}

/** From the tops of its first letters to its last line. */
function rectOfHead(head: StandingHeadline): Rect {
  const top = Math.min(...head.placement.head.map(({ baseline, line }) => baseline - line.ascent))
  return { x: head.left, y: top, width: head.right - head.left, height: footOf(head) - top }
}

/** The lines of a story's text on a page that stand below its head, in all of its places. */
function linesOf({ id }: MadeUpPlacement, page: MadeUpPage, foot: Pt): readonly Rect[] {
  const legs = page.placements.filter((one) => one.id === id).flatMap((one) => one.legs)
  return legs
    .flatMap(({ lines }) => lines)
    .filter(({ baseline }) => baseline > foot)
    .map(({ x, baseline, line }) => ({ x, y: baseline - line.ascent, width: line.measure, height: line.ascent }))
}

/** Over how much of its width a head has text of its story below it, per cent; the white between legs counts as theirs. */
function textShare(head: StandingHeadline, page: MadeUpPage): number {
  const { gutter } = page.grid
  const lines = [...linesOf(head.placement, page, footOf(head))].sort((a, b) => a.x - b.x)
  let covered = 0
  let to = head.left - gutter
  for (const { x, width } of lines) {
    const end = Math.min(x + width, head.right)
    if (end <= to) continue
    covered += end - Math.max(to, x - gutter, head.left - gutter)
    to = end
  }
  return (100 * covered) / (head.right - head.left + gutter)
}

function sharedWidth({ x, width }: Rect, { left, right }: StandingHeadline): Pt {
  return Math.min(x + width, right) - Math.max(x, left)
}
