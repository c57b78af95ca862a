import { EPSILON, formatMm, mm, type Pt } from '../../base/index.js'
import type { SafeMargin } from '../../prepress/index.js'
import { asPrinted } from '../as-printed.js'
import type { Fault, Job, LookedPage, Mark, PaintedItem } from '../look.js'
import { group, type Spot } from '../spots.js'
import { type Edge, edgesOf, isTrimmedOff, touches } from '../trim-edges.js'

/** Something that is too near to an edge of the trim, and how far it is away. As printed. */
interface TooNear {
  readonly edge: Edge
  readonly away: Pt
  readonly asked: Pt
  /** Whether nothing is left of it when the page is trimmed. */
  readonly isOff: boolean
}

/**
 * What is live and too near to where the page is trimmed: type always; all else at each edge that it does not itself touch,
 * for what touches an edge is meant to be cut there, and what ends right before it leaves a strip of white when the knife is a little off. Of drawn artwork only the whole counts: what is in it, it may hold as near to its own edges as it likes.
 */
export function safeMargin({ pages, scale, profile: { safe } }: Job): readonly Fault[] {
  const spots = pages.flatMap((page) => page.marks.flatMap((mark) => nearest(mark, page, { safe, scale })))
  return group(spots).map(({ page, owner, rect, details }) => {
    const worst = details.reduce((least, one) => (one.away - one.asked < least.away - least.asked ? one : least))
    return { page, rect, owner, says: `${owner.name} ${whereOf(worst, scale)}`, hint: hintOf(worst) }
  })
}

function whereOf({ edge, away, isOff }: TooNear, scale: number): string {
  if (isOff) return `lies outside the page at the ${edge}, and will not be printed`
  const where =
    away < 0 ? `reaches ${formatMm(-away)} over the trim at the` : `stands ${formatMm(away)} from the trim at the`
  return `${where} ${edge}${asPrinted(scale)}`
}

function hintOf({ asked, isOff }: TooNear): string {
  return isOff || asked === 0 ? 'move it into the page' : `keep it ${formatMm(asked)} away, or let it run into the trim`
}

/** What things are held against. */
interface Asked {
  readonly safe: SafeMargin
  readonly scale: number
}

function nearest(mark: Mark, page: LookedPage, { safe, scale }: Asked): readonly Spot<TooNear>[] {
  const { item, owner } = mark
  const rect = owner.isArtwork && item.kind === 'path' ? owner.rect : mark.rect
  const isOff = isTrimmedOff(rect, page)
  const near = edgesOf(rect, page)
    .filter((one) => isOff || item.kind === 'glyphs' || !touches(one))
    .map(({ edge, away }) => {
      return { edge, away: away * scale, asked: edge === 'spine' ? safe.spine : safe.outside, isOff }
    })
    .filter(({ edge, away, asked }) => away < asked - overhang(item, edge) * scale - EPSILON)
  const [detail] = near.sort((a, b) => a.away - a.asked - (b.away - b.asked))
  return detail ? [{ page, owner, rect, detail }] : []
}

/** Punctuation hangs into the margin by no more of its size than this, and of large type by no more than that. */
const HANGS = 0.2
const HANGS_MOST: Pt = mm(0.75)

/** By how much a thing may reach over the edge of a type area that begins where it is safe. */
function overhang(item: PaintedItem, edge: Edge): Pt {
  const isSide = edge === 'spine' || edge === 'fore edge'
  if (item.kind === 'glyphs') return isSide ? Math.min(HANGS * item.size, HANGS_MOST) : 0
  return item.kind === 'path' && item.stroke ? item.stroke.width / 2 : 0
}
