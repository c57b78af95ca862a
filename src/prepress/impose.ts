import { fits, formatSize, type Place, type Pt, type Report } from '../base/index.js'
import type { FaceRequest, Fonts } from '../fonts/index.js'
import { orderPages, pagesWhenFolded, type Side } from './order-pages.js'
import { MARK_ROOM, printersMarks } from './printers-marks.js'
import type { Profile, ReadyPage, Sheet, SheetItem, SheetPage, Size } from './types.js'

/** What a slug line says beside pages and profile, and its type. */
export interface SlugWords {
  /** The paper and its date. */
  readonly title: string
  readonly fonts: Fonts
  readonly face: FaceRequest
}

/** What putting pages on sheets needs. */
export interface ImposeRequest {
  readonly profile: Profile
  readonly slug: SlugWords
  readonly report: Report
  /** Where the pages are listed. */
  readonly place: Place
}

/** What is the same for all sheets of a file. */
interface Plan extends ImposeRequest {
  readonly pages: readonly ReadyPage[]
  /** So many pages have a place, white ones among them. */
  readonly places: number
  /** All pages of an edition are as large as the first. */
  readonly leaf: Size
  readonly bleed: Pt
  readonly scale: number
}

/**
 * Puts pages on the sheets that are written, with marks for those who print them. What stays white, and what is made smaller than it
 * should be, the editor is told.
 */
export function impose(pages: readonly ReadyPage[], request: ImposeRequest): readonly Sheet[] {
  const { profile } = request
  const { order } = profile.imposition
  const [leaf] = pages
  if (!leaf) return []
  const bleed = profile.kind === 'press' ? profile.bleed : 0
  const places = order === 'folded' ? pagesWhenFolded(pages.length) : pages.length
  const sides = orderPages(order, pages.length)
  const scale = scaleOf(sides, { leaf, bleed }, request)
  if (places > pages.length) reportWhite(pages.length, places, request)
  return sides.map((side) => layOut(side, { ...request, pages, places, leaf, bleed, scale }))
}

/** Each page on a sheet that ends at its trim, whatever its profile asks for. */
export function onSheetsAlone(pages: readonly ReadyPage[]): readonly Sheet[] {
  return pages.map((page) => {
    const { width, height } = page
    const trim = { x: 0, y: 0, width, height }
    const placed = { ...page, corner: { x: 0, y: 0 }, scale: 1, window: null }
    return { width, height, trim, bleed: trim, numbers: [page.page], pages: [placed], marks: [] }
  })
}

function reportWhite(pages: number, places: number, { report, place }: ImposeRequest): void {
  const white = Array.from({ length: places - pages }, (_, index) => pages + index + 1)
  const last = white.pop()!
  const which = white.length === 0 ? `page ${last}, stays` : `pages ${white.join(', ')} and ${last}, stay`
  const sides = `${places} sides of folded sheets for ${pages} page${pages === 1 ? '' : 's'}`
  report({ code: 'sheets-padded', message: `${sides}: ${white.length + 1} of them, ${which} white`, place })
}

/** How large pages are printed: at their own size, or as large as the paper takes them with their bleed, all alike. */
function scaleOf(
  sides: readonly Side[],
  { leaf, bleed }: Pick<Plan, 'leaf' | 'bleed'>,
  { profile, report, place }: ImposeRequest,
): number {
  const { paper } = profile.imposition
  if (!paper) return 1
  const counts = new Set(sides.map(({ numbers }) => numbers.length))
  const fitted = [...counts].map((count) => {
    const need = { width: leaf.width * count + 2 * bleed, height: leaf.height + 2 * bleed }
    const sheet = turned(paper, need)
    const isRoomy = fits(need.width, sheet.width) && fits(need.height, sheet.height)
    return { count, sheet, scale: isRoomy ? 1 : Math.min(sheet.width / need.width, sheet.height / need.height) }
  })
  const { count, sheet, scale } = fitted.reduce((tightest, one) => (one.scale < tightest.scale ? one : tightest))
  if (scale === 1) return 1
  const size = `${formatSize(leaf)}${bleed > 0 ? ' with their bleed' : ''}`
  const what = count === 1 ? `pages of ${size}` : `two pages of ${size}, side by side,`
  const percent = Number((scale * 100).toFixed(1))
  const message = `${what} are larger than the sheet of ${formatSize(sheet)}: all are printed at ${percent} % of their size`
  report({ code: 'sheet-scaled', message, place })
  return scale
}

/** Paper with its long side as that of what stands on it. */
function turned({ width, height }: Size, onto: Size): Size {
  return width > height === onto.width > onto.height ? { width, height } : { width: height, height: width }
}

/** One side of a sheet with its pages in their places. */
function layOut(side: Side, plan: Plan): Sheet {
  const { profile, leaf, scale } = plan
  const { numbers } = side
  const size = { width: leaf.width * numbers.length * scale, height: leaf.height * scale }
  const bleed = plan.bleed * scale
  const room = profile.kind === 'press' && profile.marks.length > 0 ? MARK_ROOM : 0
  const edge = bleed + room
  const { paper } = profile.imposition
  const sheet = paper ? turned(paper, size) : { width: size.width + 2 * edge, height: size.height + 2 * edge }
  const across = paper ? (sheet.width - size.width) / 2 : edge
  const down = paper ? (sheet.height - size.height) / 2 : edge
  const onSheet: OnSheet = {
    trim: { x: across, y: down, ...size },
    bleed: { x: across - bleed, y: down - bleed, width: size.width + 2 * bleed, height: size.height + 2 * bleed },
  }
  // A page alone ends where its sheet does.
  const isBare = numbers.length === 1 && !paper && room === 0
  const pages = placePages(side, plan, onSheet).map((page) => (isBare ? { ...page, window: null } : page))
  return { ...sheet, ...onSheet, numbers, pages, marks: marksOf(side, pages, { ...plan, size, bleed }) }
}

/** Trim and bleed of a side, on its sheet. */
type OnSheet = Pick<Sheet, 'trim' | 'bleed'>

/** The pages of a side that there are, from left to right. Creep brings them nearer to the spine, and they end there. */
function placePages(
  { numbers, within }: Side,
  { pages, profile, leaf, scale }: Plan,
  { trim, bleed }: OnSheet,
): readonly SheetPage[] {
  const width = leaf.width * scale
  const last = numbers.length - 1
  const creep = last === 0 ? 0 : within * profile.imposition.creep
  return numbers.flatMap((number, index) => {
    const page = pages[number - 1]
    if (!page) return []
    const left = index === 0 ? bleed.x : trim.x + index * width
    const right = index === last ? bleed.x + bleed.width : trim.x + (index + 1) * width
    const x = trim.x + index * width + (index === 0 ? creep : -creep)
    const window = { x: left, y: bleed.y, width: right - left, height: bleed.height }
    return [{ ...page, corner: { x, y: trim.y }, scale, window }]
  })
}

/** What stands around the trim of a side, where its press wants marks. */
function marksOf(
  { numbers }: Side,
  pages: readonly ReadyPage[],
  { profile, slug, places, size, bleed }: Plan & { readonly size: Size },
): readonly SheetItem[] {
  if (profile.kind !== 'press') return []
  const which = numbers.length === 1 ? `page ${numbers[0]}` : `pages ${numbers.join(' and ')}`
  return printersMarks({
    ...size,
    marks: profile.marks,
    bleed,
    isFolded: numbers.length === 2,
    isBlack: pages.every(({ colourSpace }) => colourSpace === 'grey'),
    slug: { ...slug, text: `${slug.title}  ·  ${which} of ${places}  ·  ${profile.name}` },
  })
}
