import { fits, formatPt, type Place, type Pt, type Rect, type Report } from '../base/index.js'
import type { Edition, Page } from '../edition/index.js'
import type { Format, FurnitureElement, FurniturePiece, TextStyle, TypeStyles } from '../stylebook/index.js'
import { plainCopy, type SetLine, type Setter } from '../typeset/index.js'
import { formatDate } from './format-date.js'
import { layQr } from './furniture-qr.js'
import { wrapText } from './furniture-wrap.js'
import { pageFrame, rectOf } from './page-frame.js'
import type { FurnitureMark, PlacedPanel } from './types.js'

/** What laying the furniture of a page needs. */
export interface FurnitureRequest {
  readonly edition: Edition
  readonly page: Page
  readonly format: Format
  readonly setter: Setter
  readonly report: Report
}

/**
 * The furniture of a page: what its template places, then the folio. Each piece in the order written, later over earlier.
 * An element that speaks of something the edition does not have (a price) is left out. Type that is too wide for its
 * place is set smaller, and that is reported; nothing runs out of its place.
 */
export function layFurniture(request: FurnitureRequest): readonly FurnitureMark[] {
  const { edition, page, format } = request
  const { folio } = edition.stylebook.furniture
  const frame = pageFrame(format, page.grid, page.number)
  const lay = (piece: FurniturePiece, rect: Rect, section: string | null): FurnitureMark[] => {
    const around = { ...request, values: { ...valuesOf(edition, page), section }, rect, leading: page.grid.leading }
    return piece
      .filter((element) => isShown(element, page))
      .map((element) => (element.mirror && page.number % 2 === 0 ? mirror(element) : element))
      .flatMap((element) => layElement(element, around))
  }
  return [
    ...page.furniture.flatMap(({ piece, rect, section }) => lay(piece, rectOf(frame, rect), section)),
    ...lay(folio, frame.typeArea, page.section),
  ]
}

/** Whether an element belongs on this page. */
function isShown({ pages = 'all' }: FurnitureElement, { number }: Page): boolean {
  switch (pages) {
    case 'all':
      return true
    case 'front':
      return number === 1
    case 'inside':
      return number > 1
    case 'odd':
      return number > 1 && number % 2 === 1
    case 'even':
      return number % 2 === 0
  }
}

/** What a piece of furniture stands in. */
interface Surroundings extends FurnitureRequest {
  readonly values: Values
  /** The piece's own rectangle; of the folio, the type area. */
  readonly rect: Rect
  readonly leading: Pt
}

/** What placeholders stand for; null where the edition says nothing. */
type Values = Readonly<Record<string, string | null>>

function valuesOf({ stylebook, date, number, price, pages }: Edition, page: Page): Values {
  const { name, strapline, dateForm, numberForm, language } = stylebook.paper
  return {
    name,
    strapline: strapline || null,
    date: formatDate(date, dateForm, language),
    number: number === null ? null : numberOf(number, numberForm),
    price: price || null,
    page: String(page.number),
    pages: String(pages.length),
  }
}

/** `No 2177`: the form has the number's place, or is what is printed before it. */
function numberOf(number: string, form: string): string {
  if (form.includes('{number}')) return form.replaceAll('{number}', number)
  return form === '' || /\s$/.test(form) ? form + number : `${form}\u00A0${number}`
}

/** The text with its placeholders filled; null when one of them has no value. */
function fill(text: string, values: Values): string | null {
  let isWhole = true
  const filled = text.replace(/\{([a-z]+)\}/g, (written, name: string) => {
    if (!Object.hasOwn(values, name)) return written
    const value = values[name] ?? null
    if (value === null) isWhole = false
    return value ?? ''
  })
  return isWhole ? filled : null
}

function layElement(element: FurnitureElement, around: Surroundings): readonly FurnitureMark[] {
  const { rect, leading } = around
  switch (element.kind) {
    case 'text':
      return layText(element, around)
    case 'rule': {
      const { x, width } = across(element, rect)
      const y = rect.y + element.line * leading
      return [{ kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, rule: element.rule }]
    }
    case 'panel':
      return [layPanel(element, around)]
    case 'image':
      return [{ kind: 'image', file: element.file, rect: block(element, around), place: element.place }]
    case 'qr':
      return layQr(element, block(element, around), around.report)
  }
}

/** Left edge and width of an element, from its fractions of the piece's width. */
function across({ left, right }: Edges, rect: Rect): { readonly x: Pt; readonly width: Pt } {
  return { x: rect.x + left * rect.width, width: (right - left) * rect.width }
}

/** Left and right edges, fractions of the width. */
interface Edges {
  readonly left: number
  readonly right: number
}

/** A block's rectangle: from the top of its line, so many lines deep; without end, down to the foot of the piece. */
function block(element: Edges & { line: number; depth: number }, { rect, leading }: Surroundings): Rect {
  const y = rect.y + (element.line - 1) * leading
  const toFoot = Math.max(0, rect.y + rect.height - y)
  const height = element.depth === Infinity ? toFoot : element.depth * leading
  return { ...across(element, rect), y, height }
}

/** A panel; its rule is drawn inside its rectangle. */
function layPanel(element: Extract<FurnitureElement, { kind: 'panel' }>, around: Surroundings): PlacedPanel {
  const { x, y, width, height } = block(element, around)
  const { fill: tint, rule } = element
  const inset = (rule?.weight ?? 0) / 2
  const inner = { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset }
  return { kind: 'panel', rect: inner, fill: tint, rule }
}

type TextElement = Extract<FurnitureElement, { kind: 'text' }>

function layText(element: TextElement, around: Surroundings): readonly FurnitureMark[] {
  const { edition, setter, rect, leading, values, report } = around
  const text = fill(element.text, values)?.trim()
  if (!text) return []
  const { x, width } = across(element, rect)
  const style = styleOf(element, edition.stylebook.type)
  const { language } = edition.stylebook.paper
  const baseline = rect.y + element.line * leading
  if (element.wrap) {
    const foot = element.line > 0 ? rect.y + rect.height : Infinity
    return wrapText(setter, { element, text, style, language, x, width, baseline, foot, report })
  }
  const type = { copy: plainCopy(text, element.place), style, language }
  const size =
    element.size === 'fill'
      ? fillingSize(setter, type, { width, height: baseline - rect.y, clear: CLEAR * leading })
      : fittingSize({ ...around, text, element }, type, width)
  const lines = size > 0 ? setter.setDisplay({ ...type, size, measure: width }) : []
  return lines.slice(0, 1).map((line) => ({ kind: 'line', line, x, baseline, role: 'furniture' }))
}

/** An element with left and right changed. */
function mirror(element: FurnitureElement): FurnitureElement {
  const edges = { left: 1 - element.right, right: 1 - element.left }
  if (element.kind !== 'text') return { ...element, ...edges }
  const align = { left: 'right', right: 'left', centre: 'centre' } as const
  return { ...element, ...edges, align: align[element.align] }
}

/** Styles that elements have made out of the paper's: the setter knows a style by its identity. */
const dressed = new WeakMap<TextStyle, Map<string, TextStyle>>()

/** The style with what the element changes; furniture has no indents, no hyphens and no rules of its own. */
function styleOf({ style: name, align, colour, font, weight }: TextElement, styles: TypeStyles): TextStyle {
  const style = styles[name]
  let variants = dressed.get(style)
  if (!variants) dressed.set(style, (variants = new Map()))
  const key = JSON.stringify([align, colour, font, weight])
  const known = variants.get(key)
  if (known) return known
  const variant: TextStyle = {
    ...style,
    align,
    indent: 0,
    hyphenate: false,
    ruleAbove: null,
    ruleBelow: null,
    colour: colour ?? style.colour,
    font: font ?? style.font,
    weight: weight ?? style.weight,
  }
  variants.set(key, variant)
  return variant
}

/** What `Setter` asks for, without the size. */
type Type = Omit<Parameters<Setter['measureDisplay']>[0], 'size'>

/** Type is measured at this size to learn how wide it is at any: large, so that little is lost in rounding. */
const TRIAL: Pt = 100
/** Sizes are kept to this step, always downwards. */
const STEP: Pt = 0.01

function widest(setter: Setter, type: Type, width: Pt): Pt {
  const natural = setter.measureDisplay({ ...type, size: TRIAL })
  return natural > 0 ? Math.floor((TRIAL * width) / natural / STEP) * STEP : 0
}

/** The size at which type fills its width in one line, or its height with its capitals if that is less. */
function fillingSize(
  setter: Setter,
  type: Type,
  { width, height, clear }: { readonly width: Pt; readonly height: Pt; readonly clear: Pt },
): Pt {
  const size = widest(setter, type, width)
  const [line] = size > 0 ? setter.setDisplay({ ...type, size, measure: width }) : []
  const tallest = capitalsOf(line) * ASCENDERS
  const room = height - clear
  // In the margins, where a folio stands above the type area, there is no height to keep to.
  if (room <= 0 || tallest === 0 || fits(tallest * size, room)) return size
  return Math.floor(room / tallest / STEP) * STEP
}

/** How far the ascenders of lower case reach above the capitals in most faces. */
const ASCENDERS = 1.08
/** White above type that fills its width, in grid lines. */
const CLEAR = 0.4

/** The tallest capitals of a line, as a share of the size. */
function capitalsOf(line: SetLine | undefined): number {
  return Math.max(0, ...(line?.fragments ?? []).map(({ run }) => run.face.capHeight))
}

/** The size asked for, or the largest that the width takes. */
function fittingSize(
  { setter, report, text, element }: { setter: Setter; report: Report; text: string; element: TextElement },
  type: Type,
  width: Pt,
): Pt {
  const size = typeof element.size === 'number' ? element.size : type.style.size
  const natural = setter.measureDisplay({ ...type, size })
  if (fits(natural, width)) return size
  const smaller = widest(setter, type, width)
  reportTooWide(report, { text, place: element.place, over: natural - width, size, smaller })
  return smaller
}

function reportTooWide(
  report: Report,
  { text, place, over, size, smaller }: { text: string; place: Place; over: Pt; size: Pt; smaller: Pt },
): void {
  const message = `“${text}” is ${formatPt(over)} too wide for its place at ${formatPt(size)}; set at ${formatPt(smaller)}`
  report({ code: 'head-busts', message, place, hint: 'give it more width, less size or `size: fill`' })
}
