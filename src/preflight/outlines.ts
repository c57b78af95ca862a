import type { PathStep, Pt, Rect } from '../base/index.js'

/** A point of a page. */
export interface Point {
  readonly x: Pt
  readonly y: Pt
}

/** Into so many straight pieces a curve is cut: a circle then has the area of one to within two per cent. */
const PIECES = 8

/** An outline as polygons, one for each of its parts. */
export function polygonsOf(steps: readonly PathStep[]): readonly (readonly Point[])[] {
  const polygons: Point[][] = []
  for (const step of steps) {
    if (step.kind === 'close') continue
    if (step.kind === 'move' || polygons.length === 0) polygons.push([])
    const polygon = polygons.at(-1)!
    const from = polygon.at(-1)
    if (step.kind === 'curve' && from) polygon.push(...alongCurve(from, step))
    else polygon.push({ x: step.x, y: step.y })
  }
  return polygons
}

function alongCurve(from: Point, to: Extract<PathStep, { kind: 'curve' }>): readonly Point[] {
  return Array.from({ length: PIECES }, (_, index) => {
    const t = (index + 1) / PIECES
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return { x: a * from.x + b * to.x1 + c * to.x2 + d * to.x, y: a * from.y + b * to.y1 + c * to.y2 + d * to.y }
  })
}

/** The least rectangle that holds an outline; null for one without a point. */
export function boundsOf(steps: readonly PathStep[]): Rect | null {
  const bounds = new Bounds()
  for (const step of steps) if (step.kind !== 'close') bounds.take(step)
  // A curve stays within its control points; only one that these lead further has to be followed.
  if (steps.some((step) => step.kind === 'curve' && !bounds.hold(step))) {
    for (const point of polygonsOf(steps).flat()) bounds.take(point)
  }
  return bounds.rect()
}

class Bounds {
  #left = Infinity
  #top = Infinity
  #right = -Infinity
  #foot = -Infinity

  take({ x, y }: Point): void {
    if (x < this.#left) this.#left = x
    if (x > this.#right) this.#right = x
    if (y < this.#top) this.#top = y
    if (y > this.#foot) this.#foot = y
  }

  hold({ x1, y1, x2, y2 }: Extract<PathStep, { kind: 'curve' }>): boolean {
    const [left, right] = x1 < x2 ? [x1, x2] : [x2, x1]
    const [top, foot] = y1 < y2 ? [y1, y2] : [y2, y1]
    return left >= this.#left && right <= this.#right && top >= this.#top && foot <= this.#foot
  }

  rect(): Rect | null {
    const [x, y] = [this.#left, this.#top]
    return x > this.#right ? null : { x, y, width: this.#right - x, height: this.#foot - y }
  }
}

/** The level and upright rectangles that an outline consists of; null when it has another part. */
export function rectanglesOf(steps: readonly PathStep[]): readonly Rect[] | null {
  if (steps.some(({ kind }) => kind === 'curve')) return null
  const rects: Rect[] = []
  let part: PathStep[] = []
  for (const step of [...steps, null]) {
    if ((step === null || step.kind === 'move') && part.length > 0) {
      if (!isRectangle(part)) return null
      rects.push(boundsOf(part)!)
      part = []
    }
    if (step) part.push(step)
  }
  return rects
}

/** Whether a part of an outline has four corners, each level with one neighbour and upright over the other. */
function isRectangle(part: readonly PathStep[]): boolean {
  const [corners = []] = polygonsOf(part)
  const [first, last] = [corners[0], corners.at(-1)]
  const isClosed = corners.length === 5 && first!.x === last!.x && first!.y === last!.y
  if (corners.length !== 4 && !isClosed) return false
  const [a, b, c, d] = corners as readonly [Point, Point, Point, Point]
  const goesAcross = a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x
  return goesAcross || (a.x === b.x && b.y === c.y && c.x === d.x && d.y === a.y)
}

/** The area of an outline, its parts taken alone. */
export function areaOf(steps: readonly PathStep[]): number {
  const areas = polygonsOf(steps).map((polygon) => {
    const twice = polygon.reduce((sum, { x, y }, at) => {
      const next = polygon[(at + 1) % polygon.length]!
      return sum + x * next.y - next.x * y
    }, 0)
    return Math.abs(twice) / 2
  })
  return areas.reduce((sum, area) => sum + area, 0)
}

/** Whether a point lies within an outline; a hole in it is none of it. */
export function holds(steps: readonly PathStep[], { x, y }: Point): boolean {
  let isInside = false
  for (const polygon of polygonsOf(steps)) {
    polygon.forEach((from, at) => {
      const to = polygon[(at + 1) % polygon.length]!
      const crosses = from.y > y !== to.y > y && x < from.x + ((y - from.y) * (to.x - from.x)) / (to.y - from.y)
      if (crosses) isInside = !isInside
    })
  }
  return isInside
}
