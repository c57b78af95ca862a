import { EPSILON, fits, formatSize, type GridLines, type Pt, type Rect, type Report } from '../base/index.js'
import type { AdvertPlacement, Page } from '../edition/index.js'
import { type PageFrame, rectOf } from './page-frame.js'
import type { PlacedAdvert } from './types.js'

/** How far below the top of its first line an advert begins, as a box does: clear of the descenders above it. */
const ADVERT_TOP = 0.5

/**
 * The adverts of a page at the size booked: in the middle of their columns, on their top line. One that is larger than its
 * cells is made smaller, without distortion, and that is reported: nothing runs over its neighbours.
 */
export function placeAdverts(page: Page, frame: PageFrame, report: Report): readonly PlacedAdvert[] {
  return page.adverts.map(({ advert, slot, rect: cells, place }) => {
    const room = rectOf(frame, cells)
    const scale = Math.min(1, room.width / advert.width, room.height / advert.height)
    const isWhole = fits(advert.width, room.width) && fits(advert.height, room.height)
    const [width, height] = isWhole ? [advert.width, advert.height] : [advert.width * scale, advert.height * scale]
    const x = room.x + (room.width - width) / 2
    const y = room.y + Math.max(0, Math.min(ADVERT_TOP * frame.grid.leading, room.height - height))
    const rect = { x, y, width, height }
    if (!isWhole) reportTooSmall({ advert, slot, rect: cells, place }, { room, rect, report })
    return { advert, slot, grid: cells, rect }
  })
}

/** Lines that a place of this width must have for an advert to stand in it at the size booked, or as large as the width allows. */
export function linesOfAdvert({ width, height }: AdvertPlacement['advert'], room: Pt, leading: Pt): GridLines {
  const scaled = height * Math.min(1, room / width)
  return Math.max(1, Math.ceil((scaled - EPSILON) / leading + ADVERT_TOP))
}

function reportTooSmall(
  { advert, slot, place }: Omit<AdvertPlacement, 'waivers'>,
  { room, rect, report }: { readonly room: Rect; readonly rect: Rect; readonly report: Report },
): void {
  const sizes = `${formatSize(advert)} is booked, and "${slot}" has ${formatSize(room)}`
  const message = `the advert "${advert.id}" is too large for its place: ${sizes}; it is set at ${formatSize(rect)}`
  report({ code: 'advert-size', message, place, hint: 'give the place more columns or lines' })
}
