import { type GridLines, type GridRect, overlap } from '../../base/index.js'
import type { Page, PicturePlacement } from '../../edition/index.js'
import { stylesOf } from '../../stylebook/index.js'
import { boxOf } from '../box-of.js'
import type { PageFrame } from '../page-frame.js'
import { insideOf, pageFrame, rectOf, topOf } from '../page-frame.js'
import type { Desk } from '../prepare-parts.js'
import type { MadeUpPicture } from '../types.js'
import { placePicture, setPicture } from './set-picture.js'
import { sizeOf } from './size-of.js'

/** The pictures of a page that stand alone: each fills its place, within its box when it has one. */
export function placePictures(desk: Desk, page: Page, frame: PageFrame): readonly MadeUpPicture[] {
  return page.pictures.map((placement) => fillPlace(desk, { page, placement, frame }))
}

/** How deep a picture is, of all the room that it has: as its shape asks, with its caption and its box. */
export function linesOfPicture(desk: Desk, page: Page, placement: PicturePlacement): GridLines {
  const frame = pageFrame(desk.edition.format, page.grid, page.number)
  const { set, around } = setIn(desk, { page, placement, frame, isFilled: false })
  return Math.min(placement.rect.depth, set.depth + around)
}

function fillPlace(desk: Desk, request: Pick<PlaceRequest, 'page' | 'placement' | 'frame'>): MadeUpPicture {
  const { slot, rect: cells, picture: order } = request.placement
  const { set, box, x, first } = setIn(desk, { ...request, isFilled: true })
  set.findings.forEach(desk.report)
  const picture = placePicture(set, order, { x, y: topOf(request.frame, first) })
  return { slot, grid: cells, rect: rectOf(request.frame, cells), box, picture }
}

interface PlaceRequest {
  readonly page: Page
  readonly placement: PicturePlacement
  readonly frame: PageFrame
  /** Whether it takes all of its place, or of that no more than its shape asks. */
  readonly isFilled: boolean
}

function setIn(desk: Desk, { page, placement, frame, isFilled }: PlaceRequest) {
  const { rect: cells, picture: order, dress } = placement
  const { stylebook } = desk.edition
  const box = boxOf(desk, placement.box)
  const { x, width, first, last } = insideOf(frame, cells, { box, cutOffLines: 0 })
  const depth = Math.max(1, last - first + 1)
  const set = setPicture(desk, {
    order,
    size: sizeOf(desk.pictures, order.picture),
    styles: stylesOf(desk.edition.stylebook, dress),
    language: stylebook.paper.language,
    measure: width,
    depth: isFilled ? depth : null,
    most: depth,
    leading: frame.grid.leading,
    edges: { textAbove: !box && touches(page, above(cells)), textBelow: !box && touches(page, below(cells)) },
  })
  return { set, box, x, first, around: cells.depth - depth }
}

/** The line right above some cells, and the one right below. */
function above(cells: GridRect): GridRect {
  return { ...cells, line: cells.line - 1, depth: 1 }
}

function below(cells: GridRect): GridRect {
  return { ...cells, line: cells.line + cells.depth, depth: 1 }
}

/** Whether something stands in some cells of a page. */
function touches({ placements, pictures, adverts, furniture }: Page, cells: GridRect): boolean {
  return [...placements, ...pictures, ...adverts, ...furniture].some(({ rect }) => overlap(rect, cells))
}
