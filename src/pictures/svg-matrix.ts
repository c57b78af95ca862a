import type { PathStep } from '../base/index.js'

/** An affine map (SVG 2, 8.3): x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** By how much the map makes things larger; null when it does so unevenly (beyond a hundredth), or flattens them. */
export function scaleOf([a, b, c, d]: Matrix): number | null {
  const across = Math.hypot(a, b)
  const down = Math.hypot(c, d)
  const isEven = Math.abs(across - down) <= 0.01 * across && Math.abs(a * c + b * d) <= 0.01 * across * down
  return isEven && across > 0 ? across : null
}

/** The steps under a map. */
export function transformSteps(steps: readonly PathStep[], matrix: Matrix): readonly PathStep[] {
  const [a, b, c, d, e, f] = matrix
  const mapX = (x: number, y: number): number => a * x + c * y + e
  const mapY = (x: number, y: number): number => b * x + d * y + f
  return steps.map((step) => {
    if (step.kind === 'close') return step
    const end = { x: mapX(step.x, step.y), y: mapY(step.x, step.y) }
    if (step.kind !== 'curve') return { kind: step.kind, ...end }
    const { x1, y1, x2, y2 } = step
    return { kind: 'curve', x1: mapX(x1, y1), y1: mapY(x1, y1), x2: mapX(x2, y2), y2: mapY(x2, y2), ...end }
  })
}

/** The edges of a set of steps; curves count with their control points, which never lie inside the curve's own. */
export function boundsOf(steps: readonly PathStep[]): { left: number; right: number; top: number; bottom: number } {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  const take = (x: number, y: number): void => {
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  for (const step of steps) {
    if (step.kind === 'close') continue
    take(step.x, step.y)
    if (step.kind !== 'curve') continue
    take(step.x1, step.y1)
    take(step.x2, step.y2)
  }
  return bounds
}
