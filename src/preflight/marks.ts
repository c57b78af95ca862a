import type { PathStep, Pt, Rect } from '../base/index.js'
import type { GlyphsItem, GlyphsPart } from '../display/index.js'
import type { RasterImages } from '../pictures/index.js'
import type { ReadyPage, SheetColour, SheetItem } from '../prepress/index.js'
import { inksOf, countOf } from './inks.js'
import type { Ground, Mark, PaintedItem } from './look.js'
import { boundsOf, holds, type Point } from './outlines.js'
import { type Owners, ownerOf } from './owners.js'
import { grown, intersect, isWithin } from './rectangles.js'

/** What finding the marks of a page needs. */
export interface MarksRequest {
  readonly bleed: Pt
  readonly owners: Owners
  /** The pictures of its space of colours. */
  readonly images: RasterImages
}

/** What may lie under something, with its exact outline. */
interface Under extends Ground {
  readonly steps: readonly PathStep[] | null
}

/** All that is seen on a page, in painting order, with what it belongs to and what it is painted onto. */
export function marksOf({ width, height, items }: ReadyPage, { bleed, owners, images }: MarksRequest): readonly Mark[] {
  const marks: Mark[] = []
  const grounds: Under[] = []
  const take = (all: readonly SheetItem[], window: Rect): void => {
    for (const item of all) {
      if (item.kind === 'clip') {
        const inside = boundsOf(item.steps)
        const shared = inside && intersect(window, inside)
        if (shared) take(item.items, shared)
        continue
      }
      const whole = extentOf(item)
      const rect = whole && intersect(whole, window)
      if (!rect) continue
      const owner = ownerOf({ rect, isType: item.kind === 'glyphs', bleed }, owners)
      marks.push({ item, rect, owner, ground: owner.isArtwork ? null : groundAt(middleOf(rect), grounds) })
      const ground = asGround(item, rect, images)
      if (ground) grounds.push(ground)
    }
  }
  take(items, grown({ x: 0, y: 0, width, height }, bleed))
  return marks
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** The uppermost of what lies at a point. */
function groundAt(point: Point, grounds: readonly Under[]): Ground | null {
  return grounds.findLast(({ rect, steps }) => isWithin(point, rect) && (steps === null || holds(steps, point))) ?? null
}

function asGround(item: PaintedItem, rect: Rect, images: RasterImages): Under | null {
  switch (item.kind) {
    case 'glyphs':
      return null
    case 'path': {
      const cmyk = item.fill && inksOf(item.fill)
      return cmyk && { rect, steps: item.steps, cmyk, isOfSeveralInks: countOf(cmyk) > 1 }
    }
    case 'image':
      return { rect, steps: null, cmyk: null, isOfSeveralInks: images.get(item.picture)?.channels !== 1 }
    case 'embedded-page':
      return { rect, steps: null, cmyk: null, isOfSeveralInks: true }
  }
}

/** How far something reaches; null for what shows nothing. */
function extentOf(item: PaintedItem): Rect | null {
  switch (item.kind) {
    case 'glyphs':
      return extentOfType(item)
    case 'path': {
      const bounds = boundsOf(item.steps)
      return bounds && withStroke(bounds, item)
    }
    case 'image':
      return item.rect
    case 'embedded-page': {
      const { rect, beyond = { left: 0, top: 0, right: 0, bottom: 0 } } = item
      return {
        x: rect.x - beyond.left,
        y: rect.y - beyond.top,
        width: rect.width + beyond.left + beyond.right,
        height: rect.height + beyond.top + beyond.bottom,
      }
    }
  }
}

/** A level or upright rule ends where its ends are; any other stroke reaches half its width over its outline. */
function withStroke(bounds: Rect, { steps, stroke }: Extract<PaintedItem, { kind: 'path' }>): Rect {
  if (!stroke) return bounds
  const half = stroke.width / 2
  const isRule = steps.length === 2 && !stroke.shape
  const { x, y, width, height } = bounds
  if (isRule && height === 0) return { x, y: y - half, width, height: stroke.width }
  if (isRule && width === 0) return { x: x - half, y, width: stroke.width, height }
  return grown(bounds, half)
}

/** Whether a run shows anything. */
function showsInk({ run }: GlyphsPart): boolean {
  return run.text.trim() !== ''
}

/** From the tops of capitals to the feet of what hangs below the line: what faces say of themselves has white in it. */
const FOOT = 0.22

function extentOfType({ baseline, size, parts }: GlyphsItem<SheetColour>): Rect | null {
  const shown = parts.filter(showsInk)
  const [first] = shown
  if (!first) return null
  const right = Math.max(...shown.map(({ x, width }) => x + width))
  const x = Math.min(...shown.map((part) => part.x))
  const [rise, drop] = [Math.max(...shown.map((part) => part.rise)), Math.min(...shown.map((part) => part.rise))]
  const top = baseline - rise - first.run.face.capHeight * size
  return { x, y: top, width: right - x, height: baseline - drop + FOOT * size - top }
}
