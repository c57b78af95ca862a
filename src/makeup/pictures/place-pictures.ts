import { type GridRect, overlap } from '../../base/index.js'
import type { Page, PicturePlacement } from '../../edition/index.js'
import type { PageFrame } from '../page-frame.js'
import { insideOf, rectOf, topOf } from '../page-frame.js'
import { type Desk, stylesOf } from '../prepare-parts.js'
import type { MadeUpPicture } from '../types.js'
import { placePicture, setPicture } from './set-picture.js'
import { sizeOf } from './size-of.js'

/** The pictures of a page that stand alone: each fills its place, within its box when it has one. */
export function placePictures(desk: Desk, page: Page, frame: PageFrame): readonly MadeUpPicture[] {
  return page.pictures.map((placement) => fillPlace(desk, { page, placement, frame }))
}

function fillPlace(
  desk: Desk,
  { page, placement, frame }: { readonly page: Page; readonly placement: PicturePlacement; readonly frame: PageFrame },
): MadeUpPicture {
  const { slot, rect: cells, picture: order, dress } = placement
  const { stylebook } = desk.edition
  const box = placement.box === null ? null : (stylebook.boxes.get(placement.box) ?? null)
  const { x, width, first, last } = insideOf(frame, cells, { box, cutOffLines: 0 })
  const depth = Math.max(1, last - first + 1)
  const set = setPicture(desk, {
    order,
    size: sizeOf(desk.pictures, order.picture),
    styles: stylesOf(desk.edition, dress),
    language: stylebook.paper.language,
    measure: width,
    depth,
    most: depth,
    leading: frame.grid.leading,
    edges: { textAbove: !box && touches(page, above(cells)), textBelow: !box && touches(page, below(cells)) },
  })
  set.findings.forEach(desk.report)
  const picture = placePicture(set, order, { x, y: topOf(frame, first) })
  return { slot, grid: cells, rect: rectOf(frame, cells), box, picture }
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
