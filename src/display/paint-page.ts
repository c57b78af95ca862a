import {
  type FurnitureMark,
  inReadingOrder,
  type MadeUpPage,
  type MadeUpPicture,
  type MadeUpPlacement,
  type MadeUpRefs,
  type PlacedImage,
  type PlacedInset,
  type PlacedLine,
  type PlacedRule,
} from '../makeup/index.js'
import type { Pictures } from '../pictures/index.js'
import type { Stylebook } from '../stylebook/index.js'
import { type Palette, WARNING_RED } from './colours.js'
import { paintLine } from './paint-line.js'
import { paintImage, paintPanel, paintRule, rectPath } from './paint-marks.js'
import { paintPicture } from './paint-picture.js'
import { paintQr } from './paint-qr.js'
import type { MarkedContent } from './structure.js'
import type { Tags } from './tag-pages.js'
import type { DisplayItem, DisplayPage } from './types.js'

/** What painting needs beside the page. */
export interface PaintOptions {
  readonly stylebook: Stylebook
  /** The opened pictures of the page: of furniture and adverts, alone and among text. */
  readonly pictures: Pictures
  /** What of the edition's structure everything shows; left out where nobody asks. */
  readonly tags?: Tags
}

/**
 * Paints a made-up page. First what lies under the type: furniture as it was laid, boxes, rules, adverts, pictures, overset marks; then the
 * type of each placement in reading order: head, legs, jump line; teasers and index among them. No rule crosses type, so nothing is lost by painting
 * all rules first, and an output can write the type of a page in one go.
 */
export function paintPage(page: MadeUpPage, { stylebook, pictures, tags }: PaintOptions): DisplayPage {
  const palette = stylebook.furniture.colours
  const items: DisplayItem[] = []
  for (const mark of page.furniture) paintFurniture(items, mark, { palette, pictures })
  for (const box of page.boxes) items.push(...paintPanel(box, palette))
  for (const rule of page.rules) items.push(paintRule(rule, palette))
  for (const one of page.adverts) {
    items.push(...marked(paintOpened({ file: one.advert.file, rect: one.rect }, pictures), tags?.ofPicture(one)))
  }
  for (const { picture } of page.pictures) paintInset(items, picture, { palette, pictures, tags })
  for (const placement of page.placements) {
    paintUnderType(items, placement, rulesOf(placement), palette)
    for (const inset of placement.insets) paintInset(items, inset, { palette, pictures, tags })
  }
  for (const refs of page.refs) paintUnderType(items, refs, refs.rules, palette)
  for (const one of inReadingOrder<Readable>([...page.placements, ...page.refs, ...page.pictures])) {
    for (const line of linesIn(one)) paintLine(items, line, { palette, contents: tags?.ofLine(line) ?? null })
  }
  const { number, format } = page
  return { number, width: format.width, height: format.height, items }
}

/** What has type of its own on a page. */
type Readable = MadeUpPlacement | MadeUpRefs | MadeUpPicture

function linesIn(one: Readable): readonly PlacedLine[] {
  if ('picture' in one) return one.picture.lines
  return 'look' in one ? linesOfRefs(one) : linesOf(one)
}

/** Every line of a placement in reading order; what stands among the text is read after it. */
export function linesOf({ head, legs, jumpOn, insets }: MadeUpPlacement): readonly PlacedLine[] {
  return [...head, ...legs.flatMap((leg) => leg.lines), ...jumpOn, ...insets.flatMap((inset) => inset.lines)]
}

/** Every line of teasers or an index in reading order. */
function linesOfRefs({ head, legs }: MadeUpRefs): readonly PlacedLine[] {
  return [...head, ...legs.flat()]
}

/** What marks are painted with. */
interface Paints {
  readonly palette: Palette
  readonly pictures: Pictures
  readonly tags?: Tags | undefined
}

/** Items with what they show of the structure. */
function marked(items: readonly DisplayItem[], content: MarkedContent | null | undefined): readonly DisplayItem[] {
  return content ? items.map((item) => ({ ...item, content })) : items
}

/** What of a picture or a pull quote lies under its type. */
function paintInset(items: DisplayItem[], inset: PlacedInset, { palette, pictures, tags }: Paints): void {
  if (inset.kind === 'picture') {
    items.push(...marked(paintPicture(inset, pictures.get(inset.picture.file), palette), tags?.ofPicture(inset)))
  }
  if (inset.panel) items.push(...paintPanel(inset.panel, palette))
  if (inset.kind === 'quote') for (const rule of inset.rules) items.push(paintRule(rule, palette))
}

function paintFurniture(items: DisplayItem[], mark: FurnitureMark, { palette, pictures }: Paints): void {
  switch (mark.kind) {
    case 'line':
      return paintLine(items, mark, { palette })
    case 'rule':
      return void items.push(paintRule(mark, palette))
    case 'panel':
      return void items.push(...paintPanel(mark, palette))
    case 'image':
      return void items.push(...paintOpened(mark, pictures))
    case 'qr':
      return void items.push(paintQr(mark, palette))
  }
}

/** A picture in its rectangle; nothing for one that could not be opened, which has been reported. */
function paintOpened(image: Pick<PlacedImage, 'file' | 'rect'>, pictures: Pictures): readonly DisplayItem[] {
  const picture = pictures.get(image.file)
  return picture ? paintImage(image, picture) : []
}

function rulesOf({ headRules, columnRules, legs }: MadeUpPlacement): readonly PlacedRule[] {
  return [...headRules, ...columnRules, ...legs.flatMap((leg) => leg.rules)]
}

function paintUnderType(
  items: DisplayItem[],
  { oversetMark }: Pick<MadeUpPlacement, 'oversetMark'>,
  rules: readonly PlacedRule[],
  palette: Palette,
): void {
  for (const rule of rules) items.push(paintRule(rule, palette))
  if (oversetMark) items.push(rectPath(oversetMark, { fill: WARNING_RED, stroke: null }))
}
