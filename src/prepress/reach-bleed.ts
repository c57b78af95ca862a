import { EPSILON, type PathStep, type Pt, type Rect } from '../base/index.js'
import type { DisplayItem, EmbeddedPageItem, ImageItem, PathItem } from '../display/index.js'

/** A trimmed page, with what is cut off around it. */
export interface BleedingPage {
  readonly width: Pt
  readonly height: Pt
  readonly bleed: Pt
}

/** So near to the trim a page of a PDF touches it: other programs give its size in whole points, or in rounded millimetres. */
const MOST_ROUNDED: Pt = 0.5

interface Point {
  readonly x: Pt
  readonly y: Pt
}

/**
 * Takes what touches the trim out to the edge of the bleed, so that no white shows where the knife is a little off: the edges of areas
 * and clips, rules, pictures of pixels. Within the trim nothing changes but pictures, which are made a little larger and lose
 * as much at their other sides. Keylines stay on their edge, and a page of a PDF shows there what it has beyond its own trim.
 */
export function reachBleed<C>(items: readonly DisplayItem<C>[], page: BleedingPage): readonly DisplayItem<C>[] {
  return page.bleed === 0 ? items : items.flatMap((item) => reach(item, page))
}

function reach<C>(item: DisplayItem<C>, page: BleedingPage): readonly DisplayItem<C>[] {
  switch (item.kind) {
    case 'path':
      return reachWithPath(item, page)
    case 'clip':
      return [{ ...item, steps: extendOutline(item.steps, page), items: reachBleed(item.items, page) }]
    case 'image':
      return [reachWithImage(item, page)]
    case 'embedded-page':
      return [reachWithPage(item, page)]
    default:
      return [item]
  }
}

function reachWithPath<C>(item: PathItem<C>, page: BleedingPage): readonly PathItem<C>[] {
  const bar = barOf(item)
  if (bar) {
    const steps = extendOutline(bar, page)
    return steps === bar ? [item] : [{ ...item, steps, fill: item.stroke!.colour, stroke: null }]
  }
  const steps = item.fill === null ? item.steps : extendOutline(item.steps, page)
  if (steps === item.steps) return [item]
  return [{ ...item, steps, stroke: null }, ...(item.stroke ? [{ ...item, fill: null }] : [])]
}

/** The outline of a level or upright rule, whose ends and sides may touch the trim; null for any other path. */
function barOf<C>({ steps, fill, stroke }: PathItem<C>): readonly PathStep[] | null {
  const [from, to] = steps
  if (steps.length !== 2 || fill || !stroke || stroke.shape || from?.kind !== 'move' || to?.kind !== 'line') return null
  const half = stroke.width / 2
  const isLevel = from.y === to.y
  if (!isLevel && from.x !== to.x) return null
  const [across, down] = isLevel ? [0, half] : [half, 0]
  const [left, right] = [Math.min(from.x, to.x) - across, Math.max(from.x, to.x) + across]
  const [top, foot] = [Math.min(from.y, to.y) - down, Math.max(from.y, to.y) + down]
  return [
    { kind: 'move', x: left, y: top },
    { kind: 'line', x: right, y: top },
    { kind: 'line', x: right, y: foot },
    { kind: 'line', x: left, y: foot },
    { kind: 'close' },
  ]
}

/** An outline whose straight edges on the trim go out to the bleed; the same one when it has none. */
function extendOutline(steps: readonly PathStep[], page: BleedingPage): readonly PathStep[] {
  const parts: PathStep[][] = []
  for (const step of steps) {
    if (step.kind === 'move' || parts.length === 0) parts.push([])
    parts.at(-1)!.push(step)
  }
  const extended = parts.map((part) => extendPart(part, page))
  return extended.every((part, index) => part === parts[index]) ? steps : extended.flat()
}

type Drawn = Exclude<PathStep, { kind: 'close' }>

/** One part of an outline, from where the pen is set down; open ones are closed as filling closes them. */
function extendPart(part: readonly PathStep[], page: BleedingPage): readonly PathStep[] {
  const corners = part.filter((step): step is Drawn => step.kind !== 'close')
  const count = corners.length
  /** Where the edge that leads on from a corner is moved to: what of x and y is new; null when it stays. */
  const moves = corners.map((corner, index) => {
    const next = corners[(index + 1) % count]!
    return index + 1 < count && next.kind === 'curve' ? null : edgeOnTrim(corner, next, page)
  })
  if (moves.every((move) => move === null)) return part
  const extended: PathStep[] = []
  corners.forEach((corner, index) => {
    const [into, out] = [moves[(index + count - 1) % count], moves[index]]
    const moved: PathStep = { kind: 'line', x: corner.x, y: corner.y, ...into, ...out }
    if (index === 0) {
      // The last edge comes back here at the end.
      if (into && out) extended.push({ ...moved, kind: 'move' })
      else extended.push(corner, ...(out ? [moved] : []))
      return
    }
    if (into) extended.push(moved, ...(out ? [] : [{ kind: 'line', x: corner.x, y: corner.y } as const]))
    else extended.push(corner, ...(out ? [moved] : []))
  })
  const first = corners[0]!
  if (moves[count - 1] && !moves[0]) extended.push({ kind: 'line', x: first.x, y: first.y, ...moves[count - 1] })
  extended.push({ kind: 'close' })
  return extended
}

/** Where the bleed is for an edge that lies on the trim, or past it and short of the bleed. */
function edgeOnTrim(from: Point, to: Point, { width, height, bleed }: BleedingPage): Partial<Point> | null {
  if (from.x === to.x && from.y === to.y) return null
  const isEdge = (a: Pt, b: Pt, trim: Pt): boolean => a >= trim - EPSILON && b >= trim - EPSILON
  const isShort = (a: Pt, b: Pt, trim: Pt): boolean => Math.max(a, b) < trim + bleed - EPSILON
  if (isEdge(from.x, to.x, width) && isShort(from.x, to.x, width)) return { x: width + bleed }
  if (isEdge(from.y, to.y, height) && isShort(from.y, to.y, height)) return { y: height + bleed }
  if (isEdge(-from.x, -to.x, 0) && isShort(-from.x, -to.x, 0)) return { x: -bleed }
  if (isEdge(-from.y, -to.y, 0) && isShort(-from.y, -to.y, 0)) return { y: -bleed }
  return null
}

/** A picture that touches the trim, enlarged to cover its bleed, and cut off where it would cover more. */
function reachWithImage<C>(item: ImageItem, page: BleedingPage): DisplayItem<C> {
  const { rect } = item
  const wanted = extendRect(rect, page)
  if (wanted === rect) return item
  const scale = Math.max(wanted.width / rect.width, wanted.height / rect.height)
  const [width, height] = [rect.width * scale, rect.height * scale]
  const shown = {
    x: placed(rect.x, rect.width, [wanted.x, wanted.width, width]),
    y: placed(rect.y, rect.height, [wanted.y, wanted.height, height]),
    width,
    height,
  }
  const { x, y } = wanted
  const steps: readonly PathStep[] = [
    { kind: 'move', x, y },
    { kind: 'line', x: x + wanted.width, y },
    { kind: 'line', x: x + wanted.width, y: y + wanted.height },
    { kind: 'line', x, y: y + wanted.height },
    { kind: 'close' },
  ]
  return { kind: 'clip', steps, items: [{ ...item, rect: shown }] }
}

/** Where an enlarged picture begins: a side that does not bleed stays where it is, where the other one does. */
function placed(start: Pt, size: Pt, [from, room, grown]: readonly [Pt, Pt, Pt]): Pt {
  const [before, after] = [start - from > EPSILON, from + room - (start + size) > EPSILON]
  if (before === after) return from + (room - grown) / 2
  return before ? from + room - grown : from
}

/** The page of a PDF that touches the trim, with as much of its own bleed as goes into the bleed there. */
function reachWithPage(item: EmbeddedPageItem, page: BleedingPage): EmbeddedPageItem {
  const { rect, bleed } = item
  const wanted = extendRect(rect, page, MOST_ROUNDED)
  const beyond = {
    left: Math.min(bleed.left, rect.x - wanted.x),
    top: Math.min(bleed.top, rect.y - wanted.y),
    right: Math.min(bleed.right, wanted.x + wanted.width - (rect.x + rect.width)),
    bottom: Math.min(bleed.bottom, wanted.y + wanted.height - (rect.y + rect.height)),
  }
  return Object.values(beyond).some((side) => side > EPSILON) ? { ...item, beyond } : item
}

/** A rectangle with the sides that lie on the trim, or short of the bleed, out at the bleed; the same one when it has none. */
function extendRect(rect: Rect, { width, height, bleed }: BleedingPage, near: Pt = EPSILON): Rect {
  const out = (start: Pt, size: Pt, trim: Pt): readonly [Pt, Pt] => {
    const end = start + size
    const from = start <= near && start > -bleed + EPSILON ? -bleed : start
    const to = end >= trim - near && end < trim + bleed - EPSILON ? trim + bleed : end
    return [from, to - from]
  }
  const [x, across] = out(rect.x, rect.width, width)
  const [y, down] = out(rect.y, rect.height, height)
  const isSame = x === rect.x && y === rect.y && across === rect.width && down === rect.height
  return isSame ? rect : { x, y, width: across, height: down }
}
