import colourNames from 'color-name'
import svgPath from 'svgpath'
import type { Pt } from '../base/index.js'
import type { Matrix } from './svg-matrix.js'
import type { Rgb } from './types.js'

/** CSS units in user units (px), 96 to the inch. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 960 / 25.4,
  in: 96,
}

/** A number or a length with an absolute unit; null for anything else, a percentage among them. */
export function parseNumber(text: string): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|mm|cm|in)?$/i.exec(text.trim())
  return match ? Number(match[1]) * UNITS[match[2]?.toLowerCase() ?? '']! : null
}

/** A length in a unit of paper, in points; null for a bare number, pixels, percentages and the like. */
export function parseOnPaper(text: string): Pt | null {
  const units = /(?:pt|pc|mm|cm|in)\s*$/i.test(text) ? parseNumber(text) : null
  return units === null || units <= 0 ? null : units * 0.75
}

const TRANSFORMS = /^\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([^()]*\)[\s,]*)*$/

/** A `transform` attribute; null when it cannot be read. The map is learnt by moving three points with it. */
export function parseTransform(text: string): Matrix | null {
  if (!TRANSFORMS.test(text)) return null
  const moved = svgPath('M0 0M1 0M0 1').transform(text)
  const points: number[] = []
  moved.iterate((segment) => {
    points.push(Number(segment[1]), Number(segment[2]))
  })
  const [e, f, x1, y1, x2, y2] = points
  const matrix: Matrix = [x1! - e!, y1! - f!, x2! - e!, y2! - f!, e!, f!]
  return matrix.every(Number.isFinite) ? matrix : null
}

/** A colour as CSS writes it; null for none, undefined when it cannot be read. */
export function parseColour(text: string): Rgb | null | undefined {
  const written = text.trim().toLowerCase()
  if (written === 'none' || written === 'transparent') return null
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(written)?.[1]
  if (hex) {
    const wide = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
    return [0, 2, 4].map((at) => parseInt(wide.slice(at, at + 2), 16)) as unknown as Rgb
  }
  const parts = /^rgb\(\s*([^()]*)\)$/.exec(written)?.[1]
  if (parts !== undefined) return parseParts(parts.trim().split(/[\s,]+/))
  return Object.hasOwn(colourNames, written) ? colourNames[written] : undefined
}

function parseParts(parts: readonly string[]): Rgb | undefined {
  const values = parts.map((part) => {
    const match = /^(\d+\.?\d*|\.\d+)(%?)$/.exec(part)
    return match ? Math.min(255, Math.round((Number(match[1]) * (match[2] ? 255 : 100)) / 100)) : NaN
  })
  const [red, green, blue] = values
  return values.length === 3 && values.every(Number.isFinite) ? [red!, green!, blue!] : undefined
}
