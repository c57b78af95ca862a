import type { PathStep, Rect, StrokeShape } from '../../base/index.js'
import type { ClipItem, EmbeddedPageItem, ImageItem, MarkedContent, PathItem } from '../../display/index.js'
import type { ColourSpace, Sheet, SheetColour, SheetItem, SheetPage } from '../../prepress/index.js'
import type { Artwork } from '../types.js'
import type { Marking } from './marking.js'
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
  /** Whether fills and strokes are printed onto what is under them. */
  overprint: Overprint
}

/** What overprints, of fills and strokes. */
interface Overprint {
  readonly fill: boolean
  readonly stroke: boolean
}

const NO_OVERPRINT: Overprint = { fill: false, stroke: false }

const FRESH: GraphicsState = {
  fill: null,
  stroke: null,
  width: null,
  shape: null,
  font: null,
  tracking: 0,
  scale: 100,
  rise: 0,
  overprint: NO_OVERPRINT,
}

/** What painters share on one part of a sheet: the content so far and the state it leaves. */
export interface Content {
  readonly pdf: PdfDocument
  readonly operators: string[]
  state: GraphicsState
  /** The colours of the part. */
  readonly colourSpace: ColourSpace
}

/** What painting a sheet needs, the same for all sheets of a document. */
export interface PaintTools {
  readonly pdf: PdfDocument
  readonly artwork: Artwork
  readonly text: TextPainter
  /** Null where nothing is marked. */
  readonly marking: Marking | null
  /** The resource name of each picture of pixels, in order of first use. */
  readonly imageNames: Map<string, string>
  /** The same of each embedded page. */
  readonly pageNames: Map<string, string>
  /** The embedded pages whose forms hold their bleed, too. */
  readonly bleeding: ReadonlySet<string>
}

/** Paints a sheet's pages and marks; operators that would only repeat the state are left out. */
export function paintSheet(sheet: Sheet, tools: PaintTools): void {
  const { trim, pages, marks } = sheet
  const operators: string[] = []
  for (const page of pages) paintPage(page, sheet, { operators, tools })
  if (marks.length > 0) {
    const content = begin(operators, 'cmyk', tools)
    operators.push(placing({ corner: trim, scale: 1 }, sheet))
    paintItems(content, marks, tools)
    end(content, tools)
  }
  tools.pdf.setContent(operators.join('\n'))
}

/** Paints one of a sheet's pages in its place. */
function paintPage(
  page: SheetPage,
  sheet: Sheet,
  { operators, tools }: { readonly operators: string[]; readonly tools: PaintTools },
): void {
  const { window, items, colourSpace } = page
  const content = begin(operators, colourSpace, tools)
  if (window) {
    const { x, y, width, height } = window
    operators.push(`${[x, sheet.height - y - height, width, height].map(coordinate).join(' ')} re W n`)
  }
  operators.push(placing(page, sheet))
  if (tools.marking) paintMarked(content, items, { ...tools, marking: tools.marking })
  else paintItems(content, items, tools)
  end(content, tools)
}

/** Begins a part of a sheet with a state of its own. */
function begin(operators: string[], colourSpace: ColourSpace, { pdf }: PaintTools): Content {
  operators.push('q')
  return { pdf, operators, state: { ...FRESH }, colourSpace }
}

function end(content: Content, { text }: PaintTools): void {
  text.leave(content)
  content.operators.push('Q')
}

/** Lets y run down from a corner that stands on the sheet. */
function placing({ corner, scale }: Pick<SheetPage, 'corner' | 'scale'>, { height }: Sheet): string {
  const size = Number(scale.toFixed(6))
  return `${size} 0 0 ${-size} ${coordinate(corner.x)} ${coordinate(height - corner.y)} cm`
}

/**
 * Paints items in marked sequences: neighbours that show the same are one. A sequence lies within a text object or outside of all
 * (ISO 32000-1, 14.6.1).
 */
function paintMarked(
  content: Content,
  items: readonly SheetItem[],
  tools: PaintTools & { readonly marking: Marking },
): void {
  const { operators } = content
  let open: { readonly shows: MarkedContent | null; readonly isText: boolean } | null = null
  for (const item of items) {
    const [shows, isText] = [item.content ?? null, item.kind === 'glyphs']
    if (!open || open.shows !== shows || open.isText !== isText) {
      if (open) operators.push('EMC')
      if (isText) tools.text.enter(content)
      else tools.text.leave(content)
      operators.push(tools.marking.begin(shows))
      open = { shows, isText }
    }
    paintItem(content, item, tools)
  }
  if (open) operators.push('EMC')
}

function paintItems(content: Content, items: readonly SheetItem[], tools: PaintTools): void {
  for (const item of items) paintItem(content, item, tools)
}

function paintItem(content: Content, item: SheetItem, tools: PaintTools): void {
  if (item.kind !== 'glyphs') tools.text.leave(content)
  switch (item.kind) {
    case 'glyphs':
      return tools.text.paint(content, item)
    case 'path':
      return paintPath(content, item)
    case 'image':
      return paintImage(content, item, tools)
    case 'embedded-page':
      return paintEmbeddedPage(content, item, tools)
    case 'clip':
      return paintClip(content, item, tools)
  }
}

function paintPath(content: Content, { steps, fill, fillRule, stroke }: PathItem<SheetColour>): void {
  if (steps.length === 0 || (!fill && !stroke)) return
  const { overprint } = content.state
  setOverprint(content, {
    fill: fill ? overprints(fill) : overprint.fill,
    stroke: stroke ? overprints(stroke.colour) : overprint.stroke,
  })
  if (fill) setFill(content, fill)
  if (stroke) setStroke(content, stroke)
  const operator = fill && stroke ? 'B' : fill ? 'f' : 'S'
  content.operators.push(outline(steps), operator + (fill && fillRule === 'evenodd' ? '*' : ''))
}

function overprints(colour: SheetColour): boolean {
  return colour.kind === 'inks' && colour.overprints
}

/**
 * Says what is printed onto what is under it. In the mode that is set (OPM 1) the inks that a colour has none of are left as they
 * are; in the other one they would be wiped out (ISO 32000-1, 8.6.7).
 */
function setOverprint({ pdf, operators, state }: Content, wanted: Overprint): void {
  const { fill, stroke } = wanted
  if (fill === state.overprint.fill && stroke === state.overprint.stroke) return
  const name = `O${Number(fill)}${Number(stroke)}`
  // Pages of other files begin with the mode that files begin with.
  pdf.useState(name, { Type: 'ExtGState', OP: stroke, op: fill, OPM: Number(fill || stroke) })
  operators.push(`/${name} gs`)
  state.overprint = wanted
}

/** Sets the colour of type, and whether it overprints. */
export function setTypeColour(content: Content, colour: SheetColour): void {
  setOverprint(content, { ...content.state.overprint, fill: overprints(colour) })
  setFill(content, colour)
}

/** Sets the fill colour. */
function setFill({ operators, state }: Content, colour: SheetColour): void {
  const operands = colourOperands(colour)
  if (state.fill === operands) return
  state.fill = operands
  operators.push(operands)
}

function setStroke(
  { operators, state }: Content,
  { width, colour, shape = PLAIN_STROKE }: NonNullable<PathItem<SheetColour>['stroke']>,
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
  const { colourSpace } = content
  const image = tools.artwork.images.get(colourSpace)?.get(key)
  if (!image) throw new Error(`no picture of pixels: ${key}`)
  setOverprint(content, NO_OVERPRINT)
  const name = nameOf(`${colourSpace} ${key}`, tools.imageNames, 'I')
  tools.pdf.useImage(name, imageObject(image))
  const matrix = imageMatrix(rect satisfies Rect, image.orientation)
  content.operators.push(`q ${matrix.map(coordinate).join(' ')} cm /${name} Do Q`)
}

function paintEmbeddedPage(content: Content, item: EmbeddedPageItem, tools: PaintTools): void {
  const { picture: key, rect } = item
  const picture = tools.artwork.pictures.get(key)
  if (picture?.kind !== 'page') throw new Error(`no page of a PDF: ${key}`)
  setOverprint(content, NO_OVERPRINT)
  const name = nameOf(key, tools.pageNames, 'P')
  tools.pdf.useForm(name)
  // An embedded page stands upright at its own size, its y runs up from its foot.
  const scale = Number((rect.width / picture.width).toFixed(6))
  const [x, foot] = [coordinate(rect.x), coordinate(rect.y + rect.height)]
  const clip = tools.bleeding.has(key) ? `${shownOf(item)} re W n ` : ''
  content.operators.push(`q ${clip}${beginAnew(content.state)}${scale} 0 0 ${-scale} ${x} ${foot} cm /${name} Do Q`)
}

/** Gives a page of another file the state that a page begins with (ISO 32000-1, 8.4.1), wherever something else was said on the sheet. */
function beginAnew({ fill, stroke, width, shape, tracking, scale, rise }: GraphicsState): string {
  const anew = [
    ...(fill === null ? [] : ['0 g']),
    ...(stroke === null ? [] : ['0 G']),
    ...(width === null ? [] : ['1 w']),
    ...(shape === null ? [] : ['0 J 0 j 10 M']),
    ...(tracking === 0 ? [] : ['0 Tc']),
    ...(scale === 100 ? [] : ['100 Tz']),
    ...(rise === 0 ? [] : ['0 Ts']),
  ]
  return anew.map((operator) => `${operator} `).join('')
}

/** What is shown of an embedded page: its trim, and what of its bleed is asked for. */
function shownOf({ rect: { x, y, width, height }, beyond }: EmbeddedPageItem): string {
  const { left, top, right, bottom } = beyond ?? { left: 0, top: 0, right: 0, bottom: 0 }
  return [x - left, y - top, width + left + right, height + top + bottom].map(coordinate).join(' ')
}

/** The resource name of a picture: a letter, and the number of its first use. */
function nameOf(key: string, names: Map<string, string>, letter: string): string {
  const name = names.get(key) ?? `${letter}${names.size + 1}`
  names.set(key, name)
  return name
}

function paintClip(content: Content, { steps, items }: ClipItem<SheetColour>, tools: PaintTools): void {
  const before = { ...content.state }
  content.operators.push('q', outline(steps), 'W n')
  paintItems(content, items, tools)
  tools.text.leave(content)
  content.operators.push('Q')
  content.state = before
}
