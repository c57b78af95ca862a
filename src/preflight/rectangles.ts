import type { Pt, Rect } from '../base/index.js'

/** What two rectangles share; null when that is nothing. One without breadth shares what it touches. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width >= 0 && height >= 0 ? { x, y, width, height } : null
}

/** The least rectangle that holds all of these; there is at least one. */
export function unite(rects: readonly Rect[]): Rect {
  // Artwork may have more strokes than a function takes arguments.
  const least = (lengthOf: (rect: Rect) => Pt): Pt =>
    rects.reduce((shortest, rect) => Math.min(shortest, lengthOf(rect)), Infinity)
  const [x, y] = [least((rect) => rect.x), least((rect) => rect.y)]
  const [right, foot] = [-least((rect) => -rect.x - rect.width), -least((rect) => -rect.y - rect.height)]
  return { x, y, width: right - x, height: foot - y }
}

/** A rectangle larger by so much on every side. */
export function grown({ x, y, width, height }: Rect, by: Pt): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** What is left of a rectangle outside of another one, in pieces. */
export function subtract(rect: Rect, hole: Rect): readonly Rect[] {
  const shared = intersect(rect, hole)
  if (!shared) return [rect]
  const [right, foot] = [rect.x + rect.width, rect.y + rect.height]
  const [sharedRight, sharedFoot] = [shared.x + shared.width, shared.y + shared.height]
  const pieces: readonly Rect[] = [
    { x: rect.x, y: rect.y, width: rect.width, height: shared.y - rect.y },
    { x: rect.x, y: sharedFoot, width: rect.width, height: foot - sharedFoot },
    { x: rect.x, y: shared.y, width: shared.x - rect.x, height: shared.height },
    { x: sharedRight, y: shared.y, width: right - sharedRight, height: shared.height },
  ]
  return pieces.filter(({ width, height }) => width > 0 && height > 0)
}

export function isWithin({ x, y }: { readonly x: Pt; readonly y: Pt }, rect: Rect): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
}
