import { EPSILON, mm, type PathStep, type Pt, type Rect } from '../../base/index.js'
import type { Stroke } from '../../display/index.js'
import type { Cmyk } from '../../pictures/index.js'
import type { SheetColour } from '../../prepress/index.js'
import { inksOf, overprinted, totalOf } from '../inks.js'
import type { Fault, Job, Mark, PaintedItem } from '../look.js'
import { areaOf, boundsOf, rectanglesOf } from '../outlines.js'
import { intersect, subtract } from '../rectangles.js'
import { group, inPlaces, type Spot } from '../spots.js'

/** Ink is measured over 15 square millimetres: less than that dries in time. */
const WINDOW: Pt = mm(Math.sqrt(15))

const NONE: Cmyk = [0, 0, 0, 0]

/** The broadest strokes of a letter, as a share of its size: 0.1 of regular type, 0.175 of bold, 0.225 of black. */
const STEM_OF_WEIGHT = 1 / 4000

/** A stretch with more ink than the press takes. */
interface Inked {
  /** Per cent. */
  readonly total: number
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
export function tooMuchInk({ pages, scale, profile: { inkLimit } }: Job): readonly Fault[] {
  const window = WINDOW / scale
  const spots = pages.flatMap((page) =>
    page.marks.flatMap((mark, at): readonly Spot<number>[] => {
      const inked = inkedBy(mark, inkLimit)
      if (inked.length === 0) return []
      const later = page.marks.slice(at + 1)
      const over = inked.filter((one) => isTooMuch(one, { mark, later, inkLimit, window }))
      const { owner, rect } = mark
      return over.length > 0 ? [{ page, owner, rect, detail: Math.max(...over.map(({ total }) => total)) }] : []
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

/** What of a mark has more ink than the press takes, wherever it is small or hidden. */
function inkedBy({ item, rect, ground }: Mark, inkLimit: number): readonly Inked[] {
  const under = ground?.cmyk ?? NONE
  const over = (colour: SheetColour): number | null => {
    const cmyk = inksOf(colour)
    const total = totalOf(colour.kind === 'inks' && colour.overprints ? overprinted(cmyk, under) : cmyk)
    return total > inkLimit ? total : null
  }
  switch (item.kind) {
    case 'path': {
      const [filled, stroked] = [item.fill && over(item.fill), item.stroke && over(item.stroke.colour)]
      return [
        ...(filled === null ? [] : filledBy(item.steps, rect).map((one) => ({ ...one, total: filled }))),
        ...(stroked === null ? [] : [{ ...strokedBy(item.stroke!, rect), total: stroked }]),
      ]
    }
    case 'glyphs': {
      const total = over(item.colour)
      if (total === null) return []
      const heaviest = Math.max(...item.parts.map(({ run }) => run.face.weight))
      const width = Math.min(rect.width, item.size * heaviest * STEM_OF_WEIGHT)
      return [{ total, rect: { ...rect, width }, share: 1, isPlaced: false }]
    }
    default:
      return []
  }
}

function filledBy(steps: readonly PathStep[], seen: Rect): readonly Omit<Inked, 'total'>[] {
  const rects = rectanglesOf(steps)
  if (rects) {
    return rects.flatMap((one) => {
      const rect = intersect(one, seen)
      return rect ? [{ rect, share: 1, isPlaced: true }] : []
    })
  }
  const { width, height } = boundsOf(steps)!
  const share = Math.min(1, areaOf(steps) / Math.max(width * height, EPSILON))
  return [{ rect: seen, share, isPlaced: true }]
}

/** A stroke is as long as what it goes round is, at its longest. */
function strokedBy({ width: weight }: Stroke<SheetColour>, { x, y, width, height }: Rect): Omit<Inked, 'total'> {
  return { rect: { x, y, width: Math.max(width, height), height: weight }, share: 1, isPlaced: false }
}

/** Where a stretch is. */
interface Surroundings {
  readonly mark: Mark
  /** What is painted over it. */
  readonly later: readonly Mark[]
  readonly inkLimit: number
  /** The side of a window, on the page. */
  readonly window: Pt
}

/** Whether the window that has most of a stretch in it has more ink than the press takes, with what lies beside it there. */
function isTooMuch({ total, rect, share, isPlaced }: Inked, { mark, later, inkLimit, window }: Surroundings): boolean {
  const beside = totalOf(mark.ground?.cmyk ?? NONE)
  const isOver = ({ width, height }: Rect): boolean => {
    const covered = share * coverOf(width, window) * coverOf(height, window)
    return covered * total + (1 - covered) * beside > inkLimit
  }
  return isPlaced ? staysUncovered(rect, later, isOver) : isOver(rect)
}

/** How much of a window's side a stretch covers. */
function coverOf(side: Pt, window: Pt): number {
  return Math.min(side, window) / window
}

/** Whether a piece that counts is left of a rectangle under all that is painted over it and leaves it out. No part of one that does not count does. */
function staysUncovered(rect: Rect, later: readonly Mark[], counts: (piece: Rect) => boolean): boolean {
  let pieces: readonly Rect[] = [rect].filter(counts)
  for (const { item, rect: seen } of later) {
    if (pieces.length === 0) return false
    for (const hole of holesOf(item)) {
      const hidden = intersect(hole, seen)
      if (hidden) pieces = pieces.flatMap((piece) => subtract(piece, hidden).filter(counts))
    }
  }
  return pieces.length > 0
}

function holesOf(item: PaintedItem): readonly Rect[] {
  if (item.kind === 'image') return [item.rect]
  return item.kind === 'path' && item.fill ? (rectanglesOf(item.steps) ?? []) : []
}
