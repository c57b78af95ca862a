import type { OpenedFont } from './open-face.js'
import type { Band, Ink } from './types.js'

/** A curve is followed in so many straight steps: at 100 pt they stray from it by less than 0.05 pt. */
const STEPS = 12

type Point = readonly [x: number, y: number]

/** How far a glyph's ink reaches to the left and to the right between two heights; null where it has none there. */
export function inkOf(font: OpenedFont, glyph: number, band: Band): Ink | null {
  let left = Infinity
  let right = -Infinity
  for (const [a, b] of edgesOf(font, glyph)) {
    const clipped = clip(a, b, band)
    for (const x of clipped ?? []) {
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
  }
  return left <= right ? { left, right } : null
}

/** The outline of a glyph in straight edges, 1/1000 em. */
function* edgesOf({ font, perMille }: OpenedFont, glyph: number): Generator<readonly [Point, Point]> {
  let start: Point = [0, 0]
  let pen: Point = start
  for (const { type, values } of font.glyphToJson(glyph)) {
    const points: Point[] = []
    for (let i = 0; i < values.length; i += 2) points.push([values[i]! * perMille, values[i + 1]! * perMille])
    if (type === 'M') {
      start = pen = points[0]!
      continue
    }
    const control = type === 'Z' ? [pen, start] : [pen, ...points]
    const steps = control.length > 2 ? STEPS : 1
    for (let step = 1; step <= steps; step++) {
      const next = pointOn(control, step / steps)
      yield [pen, next]
      pen = next
    }
  }
}

/** A point of a Bézier curve (de Casteljau). */
function pointOn(control: readonly Point[], t: number): Point {
  if (control.length === 1) return control[0]!
  const between = control.slice(1).map(([x, y], i): Point => {
    const [fromX, fromY] = control[i]!
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
  })
  return pointOn(between, t)
}

/** The ends, by x, of that part of an edge which lies within the band. */
function clip([ax, ay]: Point, [bx, by]: Point, { from, to }: Band): readonly [number, number] | null {
  if (Math.max(ay, by) < from || Math.min(ay, by) > to) return null
  if (ay === by) return [ax, bx]
  const xAt = (y: number): number => ax + ((bx - ax) * (y - ay)) / (by - ay)
  return [xAt(Math.min(to, Math.max(from, ay))), xAt(Math.min(to, Math.max(from, by)))]
}
