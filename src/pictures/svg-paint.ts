import type { StrokeShape } from '../base/index.js'
import { parseColour, parseNumber } from './svg-values.js'
import type { Rgb } from './types.js'

/** How a shape is painted; passed down from element to element. */
export interface PaintState {
  readonly fill: Rgb | null
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly stroke: Rgb | null
  readonly strokeWidth: number
  readonly cap: StrokeShape['cap']
  readonly join: StrokeShape['join']
  readonly miterLimit: number
  /** What `currentColor` means. */
  readonly colour: Rgb
  /** Not drawn, with all that is in it (`display: none`). */
  readonly isHidden: boolean
  /** Not drawn itself (`visibility: hidden`). */
  readonly isInvisible: boolean
}

/** The paint of SVG before anything is said (SVG 2, chapter 13). */
export function startPaint(): PaintState {
  return {
    fill: [0, 0, 0],
    fillRule: 'nonzero',
    stroke: null,
    strokeWidth: 1,
    cap: 'butt',
    join: 'miter',
    miterLimit: 4,
    colour: [0, 0, 0],
    isHidden: false,
    isInvisible: false,
  }
}

/** Reads one property into the state; a sentence when its value cannot be had. */
type Reader = (value: string, state: PaintState) => Partial<PaintState> | string

const mustBe =
  (name: string, ...allowed: readonly string[]): Reader =>
  (value) =>
    allowed.includes(value) ? {} : `${name} “${value}” cannot be drawn`

const opacity =
  (name: string): Reader =>
  (value) =>
    ['1', '1.0', '100%'].includes(value) || Number(value) === 1 ? {} : `${name} ${value}: nothing can be transparent`

const colour =
  (name: 'fill' | 'stroke'): Reader =>
  (value, state) => {
    const read = value.toLowerCase() === 'currentcolor' ? state.colour : parseColour(value)
    return read === undefined ? `the ${name} “${value}” is no plain colour` : { [name]: read }
  }

/** The properties that change how a shape looks, `color` first since others refer to it. All else is passed over. */
const READERS: Readonly<Record<string, Reader>> = {
  color: (value) => {
    const read = parseColour(value)
    return read ? { colour: read } : `the color “${value}” is no plain colour`
  },
  fill: colour('fill'),
  stroke: colour('stroke'),
  'fill-rule': (value) =>
    value === 'nonzero' || value === 'evenodd' ? { fillRule: value } : `fill-rule “${value}” is unknown`,
  'stroke-width': (value) => {
    const width = parseNumber(value)
    return width === null || width < 0 ? `stroke-width “${value}” is no width` : { strokeWidth: width }
  },
  'stroke-linecap': (value) =>
    value === 'butt' || value === 'round' || value === 'square'
      ? { cap: value }
      : `stroke-linecap “${value}” is unknown`,
  'stroke-linejoin': (value) =>
    value === 'miter' || value === 'round' || value === 'bevel'
      ? { join: value }
      : `stroke-linejoin “${value}” cannot be drawn`,
  'stroke-miterlimit': (value) =>
    Number(value) >= 1 ? { miterLimit: Number(value) } : `stroke-miterlimit “${value}” is no number from 1`,
  'stroke-dasharray': mustBe('stroke-dasharray', 'none'),
  'paint-order': mustBe('paint-order', 'normal', 'fill', 'fill stroke', 'fill stroke markers'),
  'vector-effect': mustBe('vector-effect', 'none'),
  opacity: opacity('opacity'),
  'fill-opacity': opacity('fill-opacity'),
  'stroke-opacity': opacity('stroke-opacity'),
  'clip-path': mustBe('clip-path', 'none'),
  mask: mustBe('mask', 'none'),
  filter: mustBe('filter', 'none'),
  marker: mustBe('marker', 'none'),
  'marker-start': mustBe('marker-start', 'none'),
  'marker-mid': mustBe('marker-mid', 'none'),
  'marker-end': mustBe('marker-end', 'none'),
  'mix-blend-mode': mustBe('mix-blend-mode', 'normal'),
  display: (value) => ({ isHidden: value === 'none' }),
  visibility: (value) => ({ isInvisible: value !== 'visible' }),
}

/** The paint of an element: what it inherits, its presentation attributes, and its `style`, which wins. */
export function paintOf(attributes: Readonly<Record<string, string>>, inherited: PaintState): PaintState | string {
  const written = { ...attributes, ...declarationsOf(attributes.style ?? '') }
  // `display: none` is inherited by not being drawn at all: its children are never asked.
  let paint: PaintState = inherited
  for (const [name, read] of Object.entries(READERS)) {
    const value = written[name]?.trim()
    if (value === undefined || value === '' || value === 'inherit') continue
    const change = read(value, paint)
    if (typeof change === 'string') return change
    paint = { ...paint, ...change }
  }
  return paint
}

/** The declarations of a `style` attribute. */
function declarationsOf(style: string): Record<string, string> {
  const declarations: Record<string, string> = {}
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/, '')
    declarations[declaration.slice(0, colon).trim().toLowerCase()] = value.trim()
  }
  return declarations
}
