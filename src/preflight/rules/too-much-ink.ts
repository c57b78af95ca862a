import { EPSILON, mm, type PathStep, type Pt, type Rect } from '../../base/index.js'
import type { Stroke } from '../../display/index.js'
import type { SheetColour } from '../../prepress/index.js'
import { inksOf, overprinted, totalOf } from '../inks.js'
import type { Fault, Job, LookedPage, Mark, PaintedItem } from '../look.js'
import { areaOf, boundsOf, rectanglesOf } from '../outlines.js'
import { intersect, subtract } from '../rectangles.js'
import { group, inPlaces, type Spot } from '../spots.js'

/** Ink is measured over 15 square millimetres: less than that dries in time. */
const WINDOW: Pt = mm(Math.sqrt(15))

/** The broadest strokes of a letter, as a share of its size: 0.1 of regular type, 0.175 of bold, 0.225 of black. */
const STEM_OF_WEIGHT = 1 / 4000

/** A stretch of one colour. */
interface Inked {
  readonly colour: SheetColour
  readonly rect: Rect
  /** How much of its rectangle it covers, from 0 to 1. */
  readonly share: number
  /** Whether it is where it is said to be: of a stroke and of letters only the size is known. */
  readonly isPlaced: boolean
}

/**
 * More ink than the press takes. Artwork and pictures are within the limit, whatever they were: what can be over it is what the
 * stylebook gives in inks, and black type and rules that are printed onto a dark colour.
 */
export function tooMuchInk({ pages, profile: { inkLimit } }: Job): readonly Fault[] {
  const spots = pages.flatMap((page) =>
    page.marks.flatMap((mark, at): readonly Spot<number>[] => {
      const most = Math.max(0, ...inkedBy(mark).flatMap((inked) => overAll(inked, { page, at, mark, inkLimit })))
      return most > 0 ? [{ page, owner: mark.owner, rect: mark.rect, detail: most }] : []
    }),
  )
  return group(spots).map(({ page, owner, rect, details }) => ({
    page,
    rect,
    owner,
    says: `${owner.name} has ${Math.round(Math.max(...details))} % of ink${inPlaces(details.length)}, where the press takes ${inkLimit} %`,
    hint: 'give its colour less ink in the stylebook, or a lighter ground',
  }))
}

/** What a mark prints, colour by colour. */
function inkedBy({ item, rect }: Mark): readonly Inked[] {
  switch (item.kind) {
    case 'path':
      return [
        ...(item.fill ? filledBy(item.steps, item.fill, rect) : []),
        ...(item.stroke ? [strokedBy(item.stroke, rect)] : []),
      ]
    case 'glyphs': {
      const heaviest = Math.max(...item.parts.map(({ run }) => run.face.weight))
      const stem = { ...rect, width: Math.min(rect.width, item.size * heaviest * STEM_OF_WEIGHT) }
      return [{ colour: item.colour, rect: stem, share: 1, isPlaced: false }]
    }
    default:
      return []
  }
}

function filledBy(steps: readonly PathStep[], colour: SheetColour, seen: Rect): readonly Inked[] {
  const rects = rectanglesOf(steps)
  if (rects) {
    return rects.flatMap((one) => {
      const rect = intersect(one, seen)
      return rect ? [{ colour, rect, share: 1, isPlaced: true }] : []
    })
  }
  const { width, height } = boundsOf(steps)!
  const share = Math.min(1, areaOf(steps) / Math.max(width * height, EPSILON))
  return [{ colour, rect: seen, share, isPlaced: true }]
}

/** A stroke is as long as what it goes round is, at its longest. */
function strokedBy({ width: weight, colour }: Stroke<SheetColour>, { x, y, width, height }: Rect): Inked {
  return { colour, rect: { x, y, width: Math.max(width, height), height: weight }, share: 1, isPlaced: false }
}

interface InkContext {
  readonly page: LookedPage
  /** Which of the page's marks it is. */
  readonly at: number
  readonly mark: Mark
  readonly inkLimit: number
}

/** The ink of a stretch where it is over the limit on the average of a window; nothing where it is not. */
function overAll(inked: Inked, { page, at, mark, inkLimit }: InkContext): readonly number[] {
  const { colour, rect, share, isPlaced } = inked
  const under = mark.ground?.cmyk ?? [0, 0, 0, 0]
  const cmyk = inksOf(colour)
  const total = totalOf(colour.kind === 'inks' && colour.overprints ? overprinted(cmyk, under) : cmyk)
  if (total <= inkLimit) return []
  const pieces = isPlaced ? uncovered(rect, page.marks.slice(at + 1)) : [rect]
  const covered = Math.max(0, ...pieces.map(({ width, height }) => share * coverOf(width) * coverOf(height)))
  const average = covered * total + (1 - covered) * totalOf(under)
  return average > inkLimit ? [total] : []
}

/** How much of a window's side a stretch covers. */
function coverOf(side: Pt): number {
  return Math.min(side, WINDOW) / WINDOW
}

/** What is left of a rectangle under all that is painted over it and leaves it out. */
function uncovered(rect: Rect, later: readonly Mark[]): readonly Rect[] {
  let pieces: readonly Rect[] = [rect]
  for (const { item, rect: seen } of later) {
    for (const hole of holesOf(item)) {
      const hidden = intersect(hole, seen)
      if (hidden) pieces = pieces.flatMap((piece) => subtract(piece, hidden))
    }
  }
  return pieces
}

function holesOf(item: PaintedItem): readonly Rect[] {
  if (item.kind === 'image') return [item.rect]
  return item.kind === 'path' && item.fill ? (rectanglesOf(item.steps) ?? []) : []
}
