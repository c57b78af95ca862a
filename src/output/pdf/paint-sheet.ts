import type { PathStep, Rect, StrokeShape } from '../../base/index.js'
import type { ClipItem, Colour, DisplayItem, EmbeddedPageItem, ImageItem, PathItem } from '../../display/index.js'
import type { Sheet } from '../../prepress/index.js'
import type { Artwork } from '../types.js'
import { colourOperands, coordinate } from './operands.js'
import { imageMatrix, imageObject } from './image-objects.js'
import type { PdfDocument } from './pdfkit-internals.js'
import { TextPainter } from './text-painter.js'

/** The stroke of rules and panels. */
const PLAIN_STROKE: StrokeShape = { cap: 'butt', join: 'miter', miterLimit: 4 }
const CAPS = { butt: 0, round: 1, square: 2 } as const
const JOINS = { miter: 0, round: 1, bevel: 2 } as const

/** The graphics state as the content has left it; null where nothing was said yet. */
export interface GraphicsState {
  fill: string | null
  stroke: string | null
  width: number | null
  shape: string | null
  /** Face and size. */
  font: string | null
  tracking: number
  /** Per cent. */
  scale: number
  rise: number
}

const FRESH: GraphicsState = {
  fill: null,
  stroke: null,
  width: null,
  shape: null,
  font: null,
  tracking: 0,
  scale: 100,
  rise: 0,
}

/** What painters share on one sheet: the content so far and the state it leaves. */
export interface Content {
  readonly operators: string[]
  state: GraphicsState
}

/** What painting a sheet needs, the same for all sheets of a document. */
export interface PaintTools {
  readonly pdf: PdfDocument
  readonly artwork: Artwork
  readonly text: TextPainter
  /** The resource name of each picture of pixels, in order of first use. */
  readonly imageNames: Map<string, string>
  /** The same of each embedded page. */
  readonly pageNames: Map<string, string>
}

/** Paints a sheet's items in their order; operators that would only repeat the state are left out. */
export function paintSheet(sheet: Sheet, tools: PaintTools): void {
  // The page's y runs down from its top.
  const content: Content = { operators: [`1 0 0 -1 0 ${coordinate(sheet.height)} cm`], state: { ...FRESH } }
  paintItems(content, sheet.items, tools)
  tools.text.leave(content)
  tools.pdf.setContent(content.operators.join('\n'))
}

function paintItems(content: Content, items: readonly DisplayItem[], tools: PaintTools): void {
  for (const item of items) {
    if (item.kind === 'glyphs') {
      tools.text.paint(content, item)
      continue
    }
    tools.text.leave(content)
    switch (item.kind) {
      case 'path':
        paintPath(content, item)
        break
      case 'image':
        paintImage(content, item, tools)
        break
      case 'embedded-page':
        paintEmbeddedPage(content, item, tools)
        break
      case 'clip':
        paintClip(content, item, tools)
        break
      default:
        item satisfies never
    }
  }
}

function paintPath(content: Content, { steps, fill, fillRule, stroke }: PathItem): void {
  if (steps.length === 0 || (!fill && !stroke)) return
  if (fill) setFill(content, fill)
  if (stroke) setStroke(content, stroke)
  const operator = fill && stroke ? 'B' : fill ? 'f' : 'S'
  content.operators.push(outline(steps), operator + (fill && fillRule === 'evenodd' ? '*' : ''))
}

/** Sets the fill colour, of type as well. */
export function setFill({ operators, state }: Content, colour: Colour): void {
  const operands = colourOperands(colour)
  if (state.fill === operands) return
  state.fill = operands
  operators.push(operands)
}

function setStroke(
  { operators, state }: Content,
  { width, colour, shape = PLAIN_STROKE }: NonNullable<PathItem['stroke']>,
): void {
  // The operator of a stroke colour is that of the fill in capitals.
  const operands = colourOperands(colour).toUpperCase()
  if (state.stroke !== operands) operators.push(operands)
  const weight = coordinate(width)
  if (state.width !== weight) operators.push(`${weight} w`)
  const manner = `${CAPS[shape.cap]} J ${JOINS[shape.join]} j ${coordinate(shape.miterLimit)} M`
  if (state.shape !== manner) operators.push(manner)
  Object.assign(state, { stroke: operands, width: weight, shape: manner })
}

function outline(steps: readonly PathStep[]): string {
  return steps.map(stepOperator).join('\n')
}

function stepOperator(step: PathStep): string {
  switch (step.kind) {
    case 'move':
      return `${coordinate(step.x)} ${coordinate(step.y)} m`
    case 'line':
      return `${coordinate(step.x)} ${coordinate(step.y)} l`
    case 'curve':
      return `${[step.x1, step.y1, step.x2, step.y2, step.x, step.y].map(coordinate).join(' ')} c`
    case 'close':
      return 'h'
  }
}

function paintImage(content: Content, { picture: key, rect }: ImageItem, tools: PaintTools): void {
  const image = tools.artwork.images.get(key)
  if (!image) throw new Error(`no picture of pixels: ${key}`)
  const name = nameOf(key, tools.imageNames, 'I')
  tools.pdf.useImage(name, imageObject(image))
  const matrix = imageMatrix(rect satisfies Rect, image.orientation)
  content.operators.push(`q ${matrix.map(coordinate).join(' ')} cm /${name} Do Q`)
}

function paintEmbeddedPage(content: Content, { picture: key, rect }: EmbeddedPageItem, tools: PaintTools): void {
  const picture = tools.artwork.pictures.get(key)
  if (picture?.kind !== 'page') throw new Error(`no page of a PDF: ${key}`)
  const name = nameOf(key, tools.pageNames, 'P')
  tools.pdf.useForm(name)
  // An embedded page stands upright at its own size, its y runs up from its foot.
  const scale = Number((rect.width / picture.width).toFixed(6))
  const [x, foot] = [coordinate(rect.x), coordinate(rect.y + rect.height)]
  content.operators.push(`q ${scale} 0 0 ${-scale} ${x} ${foot} cm /${name} Do Q`)
}

/** The resource name of a picture: a letter, and the number of its first use. */
function nameOf(key: string, names: Map<string, string>, letter: string): string {
  const name = names.get(key) ?? `${letter}${names.size + 1}`
  names.set(key, name)
  return name
}

function paintClip(content: Content, { steps, items }: ClipItem, tools: PaintTools): void {
  const before = { ...content.state }
  content.operators.push('q', outline(steps), 'W n')
  paintItems(content, items, tools)
  tools.text.leave(content)
  content.operators.push('Q')
  content.state = before
}
