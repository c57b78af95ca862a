import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml'
import type { Pt, Report } from '../base/index.js'
import { type SourceFile, sourceFile } from '../source/index.js'
import type { ReadRequest } from './open-pictures.js'
import { type PaintState, paintOf, startPaint } from './svg-paint.js'
import { boundsOf, IDENTITY, type Matrix, multiply, scaleOf, transformSteps } from './svg-matrix.js'
import { outlineOf } from './svg-outlines.js'
import { parseNumber, parseOnPaper, parseTransform } from './svg-values.js'
import type { OutlinePicture, OutlineShape } from './types.js'

/** A larger file, or one of more tags, is not parsed: some thousand times what a nameplate has, and parsed in a few seconds. */
const MOST_BYTES = 4_000_000
const MOST_TAGS = 200_000

/** Elements that paint nothing: passed over with all that is in them. What would be drawn by reference is refused where it is used. */
const SILENT = new Set(['title', 'desc', 'metadata', 'defs'])
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])

/**
 * Reads artwork: paths and shapes with flat colours. Everything else is refused by name at its place, since artwork that
 * is drawn in part is worse than none. Nothing outside the file is read, and entities are not expanded.
 */
export function readSvg({ bytes, display, report, refuse }: ReadRequest): OutlinePicture | null {
  if (bytes.length > MOST_BYTES || countTags(bytes) > MOST_TAGS) {
    return refuse('this SVG is too large to be artwork', 'save it simpler, or as PDF')
  }
  const text = decode(bytes)
  if (text === null) return refuse('this SVG is not UTF-8 text')
  const source = sourceFile('', display, text)
  const sheet = text.indexOf('<?xml-stylesheet')
  if (sheet >= 0) {
    const message = 'this SVG needs a style sheet, and nothing outside it is read'
    report({ code: 'picture-unusable', message, place: source.placeAt(sheet, '<?xml-stylesheet'.length) })
    return null
  }
  const root = parse(text, source, report)
  if (!root) return null
  const reader = new SvgReader(source, report)
  return reader.read(root)
}

function countTags(bytes: Uint8Array): number {
  let tags = 0
  for (const byte of bytes) if (byte === 0x3c) tags++
  return tags
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(text: string, source: SourceFile, report: Report): XmlElement | null {
  try {
    return parseXml(text, { includeOffsets: true }).root
  } catch (mistake) {
    // Anything else is a stack that is used up by elements in elements without end.
    const isXml = mistake instanceof XmlError
    const [sentence] = isXml ? mistake.message.split(' (line ') : ['elements are nested too deeply']
    const place = source.placeAt(isXml ? mistake.pos : 0)
    report({ code: 'picture-unusable', message: `this SVG cannot be read: ${sentence}`, place })
    return null
  }
}

/** What an element inherits. */
interface Surroundings {
  readonly matrix: Matrix
  readonly paint: PaintState
}

/** Walks the elements of one SVG. */
class SvgReader {
  readonly #source: SourceFile
  readonly #report: Report
  readonly #shapes: OutlineShape[] = []
  #sound = true

  constructor(source: SourceFile, report: Report) {
    this.#source = source
    this.#report = report
  }

  read(root: XmlElement): OutlinePicture | null {
    const frame = this.#frameOf(root)
    const paint = this.#paintOf(root, startPaint())
    if (frame && paint) {
      const matrix: Matrix = [1, 0, 0, 1, -frame.x, -frame.y]
      for (const child of root.children) this.#walk(child, { matrix, paint })
    }
    if (!frame || !this.#sound) return null
    const { width, height } = frame
    const overflows = this.#shapes.some((shape) => reachesOver(shape, width, height))
    return { kind: 'outline', width, height, natural: naturalOf(root), shapes: this.#shapes, overflows }
  }

  /** The part of the plane that is the picture: the view box, or else width and height. */
  #frameOf(root: XmlElement): { x: number; y: number; width: number; height: number } | null {
    if (localName(root) !== 'svg') return this.#refuse(root, `<${root.name}> is no SVG`)
    const { viewBox, width, height } = root.attributes
    const box = viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [0, 0, parseNumber(width ?? ''), parseNumber(height ?? '')]
    const [x, y, across, down] = box.map((one) => one ?? NaN)
    const isWhole = box.length === 4 && box.every((one) => Number.isFinite(one))
    if (!isWhole || across! <= 0 || down! <= 0)
      return this.#refuse(root, 'this SVG does not say how large it is: it needs a viewBox')
    return { x: x!, y: y!, width: across!, height: down! }
  }

  #walk(node: unknown, around: Surroundings): void {
    if (node instanceof XmlText && node.text.trim() !== '')
      return void this.#refuse(node, 'there is loose text in this SVG')
    if (!(node instanceof XmlElement)) return
    // Drawing programs keep notes of their own under a prefix; they paint nothing.
    if (localName(node) === null || SILENT.has(localName(node)!)) return
    const name = localName(node)!
    if (name !== 'g' && !SHAPES.has(name))
      return void this.#refuse(node, `<${node.name}> cannot be drawn`, hintFor(name))
    const paint = this.#paintOf(node, around.paint)
    const matrix = this.#matrixOf(node, around.matrix)
    if (!paint || !matrix || paint.isHidden) return
    if (name !== 'g') return this.#draw(node, { matrix, paint })
    for (const child of node.children) this.#walk(child, { matrix, paint })
  }

  #draw(element: XmlElement, { matrix, paint }: Surroundings): void {
    const outline = outlineOf(localName(element)!, element.attributes)
    if (typeof outline === 'string') return void this.#refuse(element, `<${element.name}> cannot be drawn: ${outline}`)
    const { fill } = paint
    // In a PDF a stroke without width is as fine as its printer can draw it; here it is none.
    const stroke = paint.strokeWidth > 0 ? paint.stroke : null
    if (paint.isInvisible || outline.length === 0 || (!fill && !stroke)) return
    const scale = scaleOf(matrix)
    if (stroke && scale === null) {
      return void this.#refuse(
        element,
        `<${element.name}> is stroked and stretched unevenly`,
        'turn its stroke into a path',
      )
    }
    this.#shapes.push({
      steps: transformSteps(outline, matrix),
      fill,
      fillRule: paint.fillRule,
      stroke: stroke && {
        width: paint.strokeWidth * scale!,
        colour: stroke,
        shape: { cap: paint.cap, join: paint.join, miterLimit: paint.miterLimit },
      },
    })
  }

  #paintOf(element: XmlElement, inherited: PaintState): PaintState | null {
    const paint = paintOf(element.attributes, inherited)
    return typeof paint === 'string' ? this.#refuse(element, `<${element.name}>: ${paint}`) : paint
  }

  #matrixOf(element: XmlElement, matrix: Matrix): Matrix | null {
    const written = element.attributes.transform
    const own = written === undefined ? IDENTITY : parseTransform(written)
    return own
      ? multiply(matrix, own)
      : this.#refuse(element, `<${element.name}>: the transform “${written}” cannot be read`)
  }

  #refuse(node: XmlElement | XmlText, message: string, hint?: string): null {
    this.#sound = false
    const place =
      node instanceof XmlElement
        ? this.#source.placeAt(node.start, node.name.length + 1)
        : this.#source.placeAt(node.start + node.text.search(/\S/))
    this.#report({ code: 'picture-unusable', message, place, ...(hint === undefined ? {} : { hint }) })
    return null
  }
}

/** The size on paper, where width and height are said in units of paper. A pixel is none: programs differ on how large it is. */
function naturalOf({ attributes }: XmlElement): { readonly width: Pt; readonly height: Pt } | null {
  const width = parseOnPaper(attributes.width ?? '')
  const height = parseOnPaper(attributes.height ?? '')
  return width === null || height === null ? null : { width, height }
}

/** The name without the prefix of SVG itself; null for an element of another vocabulary. */
function localName(element: XmlElement): string | null {
  const [first, second] = element.name.split(':')
  if (second === undefined) return first!
  return first === 'svg' ? second : null
}

function hintFor(name: string): string | undefined {
  if (name === 'text' || name === 'tspan') return 'turn the text into outlines (paths) before saving'
  if (name === 'image') return 'give the picture itself, as PNG or JPEG'
  if (name === 'style') return 'save with presentation attributes instead of a style sheet'
  if (name === 'use' || name === 'symbol') return 'unlink the clones before saving'
  return undefined
}

function reachesOver(shape: OutlineShape, width: number, height: number): boolean {
  const bounds = boundsOf(shape.steps)
  const half = (shape.stroke?.width ?? 0) / 2
  // Drawing programs round to so many places; that much is no overflow.
  const slack = Math.max(width, height) / 10_000
  return (
    bounds.left - half < -slack ||
    bounds.top - half < -slack ||
    bounds.right + half > width + slack ||
    bounds.bottom + half > height + slack
  )
}
