import svgPath from 'svgpath'
import type { PathStep } from '../base/index.js'
import { parseNumber } from './svg-values.js'

/** How far a control point lies out for a quarter of a circle: 4/3 · (√2 − 1). */
const QUARTER = 0.5522847498307936

type Attributes = Readonly<Record<string, string>>

/** The outline of a shape in its own coordinates, nothing when it has no extent; a sentence when it cannot be read. */
export function outlineOf(name: string, attributes: Attributes): readonly PathStep[] | string {
  switch (name) {
    case 'path':
      return pathOutline(attributes.d ?? '')
    case 'polyline':
    case 'polygon':
      return pointsOutline(attributes.points ?? '', name === 'polygon' ? [{ kind: 'close' }] : [])
  }
  const numbers = readNumbers(attributes)
  if (typeof numbers === 'string') return numbers
  const { x, y, x1, y1, x2, y2, cx, cy, r, rx, ry, width, height } = numbers
  switch (name) {
    case 'line':
      return [
        { kind: 'move', x: x1 ?? 0, y: y1 ?? 0 },
        { kind: 'line', x: x2 ?? 0, y: y2 ?? 0 },
      ]
    case 'circle':
      return ellipseOutline(cx ?? 0, cy ?? 0, r ?? 0, r ?? 0)
    case 'ellipse':
      return ellipseOutline(cx ?? 0, cy ?? 0, rx ?? ry ?? 0, ry ?? rx ?? 0)
    case 'rect':
      return rectOutline({
        x: x ?? 0,
        y: y ?? 0,
        width: width ?? 0,
        height: height ?? 0,
        rx: rx ?? ry ?? 0,
        ry: ry ?? rx ?? 0,
      })
    default:
      throw new Error(`no shape: ${name}`)
  }
}

const NUMBERS = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'] as const

function readNumbers(attributes: Attributes): Partial<Record<(typeof NUMBERS)[number], number>> | string {
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {}
  for (const name of NUMBERS) {
    const written = attributes[name]
    if (written === undefined || written === 'auto') continue
    const number = parseNumber(written)
    if (number === null) return `${name}="${written}" is no number`
    numbers[name] = number
  }
  return numbers
}

/** Path data as moves, lines and cubic curves. */
function pathOutline(data: string): readonly PathStep[] | string {
  if (data.trim() === '') return []
  const path = svgPath(data)
  // The parser keeps what it read before a mistake and notes the mistake.
  const { err } = path as unknown as { readonly err?: string }
  if (err) return `its path data is wrong: ${err.replace(/^SvgPath: /, '')}`
  const steps: PathStep[] = []
  path
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _, x, y) => {
      const step = stepOf(segment as readonly [string, ...number[]], x, y)
      if (step) steps.push(step)
    })
  return steps
}

/** One absolute segment as a step from (x, y). */
function stepOf([letter, ...n]: readonly [string, ...number[]], x: number, y: number): PathStep | null {
  switch (letter) {
    case 'M':
      return { kind: 'move', x: n[0]!, y: n[1]! }
    case 'L':
      return { kind: 'line', x: n[0]!, y: n[1]! }
    case 'H':
      return { kind: 'line', x: n[0]!, y }
    case 'V':
      return { kind: 'line', x, y: n[0]! }
    case 'C':
      return { kind: 'curve', x1: n[0]!, y1: n[1]!, x2: n[2]!, y2: n[3]!, x: n[4]!, y: n[5]! }
    case 'Q':
      return raise(x, y, n)
    case 'Z':
    case 'z':
      return { kind: 'close' }
    default:
      throw new Error(`no segment of path data: ${letter}`)
  }
}

/** A quadratic curve as the same cubic one. */
function raise(x: number, y: number, [cx, cy, endX, endY]: readonly number[]): PathStep {
  const third = (from: number, to: number): number => from + (2 / 3) * (to - from)
  return {
    kind: 'curve',
    x1: third(x, cx!),
    y1: third(y, cy!),
    x2: third(endX!, cx!),
    y2: third(endY!, cy!),
    x: endX!,
    y: endY!,
  }
}

function pointsOutline(points: string, end: readonly PathStep[]): readonly PathStep[] | string {
  const numbers = points
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
  if (numbers.length % 2 === 1 || !numbers.every(Number.isFinite)) return `its points are wrong: ${points.trim()}`
  const steps: PathStep[] = []
  for (let at = 0; at < numbers.length; at += 2) {
    steps.push({ kind: at === 0 ? 'move' : 'line', x: numbers[at]!, y: numbers[at + 1]! })
  }
  return steps.length < 2 ? [] : [...steps, ...end]
}

function ellipseOutline(cx: number, cy: number, rx: number, ry: number): readonly PathStep[] {
  if (rx <= 0 || ry <= 0) return []
  return rectOutline({ x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry, rx, ry })
}

interface RoundedRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly rx: number
  readonly ry: number
}

/** A rectangle, clockwise from the end of its first corner; its corners are quarters of an ellipse. */
function rectOutline(rect: RoundedRect): readonly PathStep[] {
  const { x, y, width, height } = rect
  if (width <= 0 || height <= 0) return []
  const rx = Math.min(Math.max(0, rect.rx), width / 2)
  const ry = Math.min(Math.max(0, rect.ry), height / 2)
  const [right, foot] = [x + width, y + height]
  if (rx === 0 || ry === 0) {
    return [
      { kind: 'move', x, y },
      { kind: 'line', x: right, y },
      { kind: 'line', x: right, y: foot },
      { kind: 'line', x, y: foot },
      { kind: 'close' },
    ]
  }
  const [outX, outY] = [rx * (1 - QUARTER), ry * (1 - QUARTER)]
  return [
    { kind: 'move', x: x + rx, y },
    { kind: 'line', x: right - rx, y },
    { kind: 'curve', x1: right - outX, y1: y, x2: right, y2: y + outY, x: right, y: y + ry },
    { kind: 'line', x: right, y: foot - ry },
    { kind: 'curve', x1: right, y1: foot - outY, x2: right - outX, y2: foot, x: right - rx, y: foot },
    { kind: 'line', x: x + rx, y: foot },
    { kind: 'curve', x1: x + outX, y1: foot, x2: x, y2: foot - outY, x, y: foot - ry },
    { kind: 'line', x, y: y + ry },
    { kind: 'curve', x1: x, y1: y + outY, x2: x + outX, y2: y, x: x + rx, y },
    { kind: 'close' },
  ]
}
