import type { Host, PathStep } from '../base/index.js'
import { openPictureCache } from './picture-cache.js'
import type { Outline, OutlinePicture, OutlineShape, Picture, RasterPicture } from './types.js'

/** Rows of an outline: on a picture that is 60 grid lines deep, each is about one of them. */
const ROWS = 64

/** What finding outlines needs. */
export interface OutlineOptions {
  /** Where they are kept from one build to the next; null for nowhere. */
  readonly cacheFolder: string | null
  readonly host: Host
}

/** The outline of what a picture shows; null for one that has none but its rectangle: a JPEG, a page of a PDF, a PNG without transparency. */
export async function outlineOf(picture: Picture, { cacheFolder, host }: OutlineOptions): Promise<Outline | null> {
  if (picture.kind === 'page') return null
  if (picture.kind === 'outline') return scanShapes(picture)
  if (picture.format !== 'PNG') return null
  const make = (): Promise<{ rows: Outline | null; bytes: Uint8Array } | null> => scanPixels(picture)
  const cache = cacheFolder === null ? null : openPictureCache(cacheFolder, host)
  const made = await (cache ? cache.remember(picture.bytes, { make: 'outline', rows: ROWS }, make) : make())
  return made && made.rows
}

/** So many pixels to a row are looked at, however many the picture has, and so many across. */
const DOWN = 4
const ACROSS = 512
/** A pixel that covers less of the paper is seen as a shadow at most, and text may run into it (of 255). */
const OPAQUE = 64

/** The outline of pixels that are not transparent; null for a picture that is damaged, which is reported when it is decoded. */
async function scanPixels({ bytes }: RasterPicture): Promise<{ rows: Outline | null; bytes: Uint8Array } | null> {
  const { decodeAlpha } = await import('./decode-raster.js')
  const [width, height] = [ACROSS, ROWS * DOWN]
  const alpha = await decodeAlpha(bytes, { width, height })
  if (!alpha) return null
  const none = new Uint8Array()
  if (alpha === 'opaque') return { rows: null, bytes: none }
  const rows = Array.from({ length: ROWS }, (_, row): readonly [number, number] | null => {
    let [left, right] = [width, 0]
    for (let y = row * DOWN; y < (row + 1) * DOWN; y++) {
      for (let x = 0; x < width; x++) {
        if (alpha[y * width + x]! < OPAQUE) continue
        left = Math.min(left, x)
        right = Math.max(right, x + 1)
      }
    }
    return right > left ? [left / width, right / width] : null
  })
  return { rows, bytes: none }
}

/** The outline of what outlines paint. */
function scanShapes({ shapes, width, height }: OutlinePicture): Outline {
  const edges = Array.from({ length: ROWS }, () => ({ left: Infinity, right: -Infinity }))
  const step = height / ROWS
  for (const shape of shapes) {
    const half = (shape.stroke?.width ?? 0) / 2
    for (const { x1, y1, x2, y2 } of segmentsOf(shape)) {
      const [top, foot] = [Math.min(y1, y2) - half, Math.max(y1, y2) + half]
      const first = Math.max(0, Math.floor(top / step))
      const last = Math.min(ROWS - 1, Math.floor(foot / step))
      for (let row = first; row <= last; row++) {
        const xAt = (y: number): number => {
          const share = y2 === y1 ? 0 : Math.max(0, Math.min(1, (y - y1) / (y2 - y1)))
          return x1 + share * (x2 - x1)
        }
        const [from, to] = [row * step - half, (row + 1) * step + half]
        const reached = y1 === y2 ? [x1, x2] : [xAt(from), xAt(to)]
        const edge = edges[row]!
        edge.left = Math.min(edge.left, ...reached.map((x) => x - half))
        edge.right = Math.max(edge.right, ...reached.map((x) => x + half))
      }
    }
  }
  const share = (x: number): number => Math.max(0, Math.min(1, x / width))
  return edges.map(({ left, right }) => (right > 0 && left < width ? [share(left), share(right)] : null))
}

interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** So many straight pieces stand for a curve. */
const PIECES = 16

/** A shape as straight pieces; what is filled is closed. The outermost of what is painted lies on them, but for half of a stroke. */
function segmentsOf({ steps, fill, stroke }: OutlineShape): readonly Segment[] {
  if (!fill && !stroke) return []
  const segments: Segment[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const lineTo = (toX: number, toY: number): void => {
    segments.push({ x1: x, y1: y, x2: toX, y2: toY })
    ;[x, y] = [toX, toY]
  }
  const close = (): void => {
    if (x !== startX || y !== startY) lineTo(startX, startY)
  }
  for (const step of steps) {
    if (step.kind === 'close') close()
    else if (step.kind === 'line') lineTo(step.x, step.y)
    else if (step.kind === 'curve') for (const [toX, toY] of pointsOf({ x, y }, step)) lineTo(toX, toY)
    else {
      if (fill) close()
      ;[x, y, startX, startY] = [step.x, step.y, step.x, step.y]
    }
  }
  if (fill) close()
  return segments
}

function pointsOf(
  from: { readonly x: number; readonly y: number },
  curve: PathStep & { readonly kind: 'curve' },
): readonly (readonly [number, number])[] {
  const at = (t: number, a: number, b: number, c: number, d: number): number =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d
  const { x1, y1, x2, y2, x, y } = curve
  return Array.from({ length: PIECES }, (_, index) => {
    const t = (index + 1) / PIECES
    return [at(t, from.x, x1, x2, x), at(t, from.y, y1, y2, y)] as const
  })
}
