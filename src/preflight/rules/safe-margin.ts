import { EPSILON, formatMm, mm, type Pt } from '../../base/index.js'
import type { SafeMargin } from '../../prepress/index.js'
import type { Fault, Job, LookedPage, Mark, PaintedItem } from '../look.js'
import { group, type Spot } from '../spots.js'
import { type Edge, edgesOf, touchesTrim } from '../trim-edges.js'

/** Something that is too near to an edge of the trim, and how far it is away. */
interface TooNear {
  readonly edge: Edge
  readonly away: Pt
  readonly asked: Pt
}

/**
 * What is live and too near to where the page is trimmed: type always; all else when it does not itself touch the trim, for
 * that is meant to be cut. Of drawn artwork only the whole counts: what is in it, it may hold as near to its own edges as it likes.
 */
export function safeMargin({ pages, profile: { safe } }: Job): readonly Fault[] {
  const spots = pages.flatMap((page) => page.marks.flatMap((mark) => nearest(mark, page, safe)))
  return group(spots).map(({ page, owner, rect, details }) => {
    const worst = details.reduce((least, one) => (one.away - one.asked < least.away - least.asked ? one : least))
    const where =
      worst.away < 0
        ? `reaches ${formatMm(-worst.away)} over the trim at the ${worst.edge}`
        : `stands ${formatMm(worst.away)} from the trim at the ${worst.edge}`
    const hint =
      worst.asked > 0 ? `keep it ${formatMm(worst.asked)} away, or let it run into the trim` : 'move it into the page'
    return { page, rect, owner, says: `${owner.name} ${where}`, hint }
  })
}

function nearest(mark: Mark, page: LookedPage, { outside, spine }: SafeMargin): readonly Spot<TooNear>[] {
  const { item, owner } = mark
  const rect = owner.isArtwork && item.kind === 'path' ? owner.rect : mark.rect
  if (item.kind !== 'glyphs' && touchesTrim(rect, page)) return []
  const near = edgesOf(rect, page)
    .map(({ edge, away }) => ({ edge, away, asked: edge === 'spine' ? spine : outside }))
    .filter(({ edge, away, asked }) => away < asked - overhang(item, edge) - EPSILON)
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
