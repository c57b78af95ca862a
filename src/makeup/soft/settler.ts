import { type GridLines, type GridRect, isSoft, type OrderedRect, shareColumns } from '../../base/index.js'
import type {
  AdvertPlacement,
  ContinuationPlacement,
  OrderedPage,
  Page,
  PicturePlacement,
  Placement,
  StartPlacement,
} from '../../edition/index.js'
import { unneeded } from '../make-run.js'
import { pageFrame, widthOf } from '../page-frame.js'
import { cutOffLines } from '../page-rules.js'
import { linesOfAdvert } from '../place-adverts.js'
import { linesOfPicture } from '../pictures/place-pictures.js'
import { type CutOffs, type Desk, type Run, runsOf } from '../prepare-parts.js'
import { type Starts, startsOf } from '../refs/make-refs.js'
import { depthOfRefs, depthOfRun, depthOfStack, endOf, type Trial } from './depth-of-content.js'

/** What a place of a page holds. */
type Ordered = Placement<OrderedRect> | AdvertPlacement<OrderedRect> | PicturePlacement<OrderedRect>

type OrderedPart = StartPlacement<OrderedRect> | ContinuationPlacement<OrderedRect>

/** White between two stories that stand one below the other where the stylebook has no cut-off rule for it. */
const UNRULED_GAP = 1

/**
 * Settles the places of an edition, each when it is asked for: first what it stands below, and where it takes an article
 * up, the places in which the article stands before it.
 */
export class Settler {
  readonly #lines = new Map<Ordered, GridLines>()
  readonly #rects = new Map<Ordered, GridRect>()
  readonly #toMeasure = new Set<Ordered>()
  /** Those on the way: one that is asked for again follows from itself. */
  readonly #open = new Set<Ordered>()
  readonly #runs: readonly Run<OrderedRect>[]
  readonly #starts: Starts

  constructor(private readonly desk: Desk<OrderedRect>) {
    this.#runs = runsOf(desk.edition)
    this.#starts = startsOf(desk.edition)
  }

  /** The cells of a place; without depth where it has no room, or is not needed, which is reported. */
  settle(page: OrderedPage, place: Ordered): GridRect {
    if (!isSoft(place.rect)) return place.rect
    let rect = this.#rects.get(place)
    if (!rect) {
      if (this.#open.has(place)) return this.#tellOfCircle(page, place)
      this.#open.add(place)
      rect = this.#settleSoft(page, place)
      this.#open.delete(place)
      this.#rects.set(place, rect)
    }
    return rect
  }

  #tellOfCircle(page: OrderedPage, { slot, rect, place }: Ordered): GridRect {
    const message = `the depth of "${slot}" on page ${page.number} follows from itself, by way of a story that jumps`
    this.desk.report({ code: 'below-loop', message, place, hint: 'give it a depth in lines' })
    return { col: rect.col, span: rect.span, line: rect.line, depth: 1 }
  }

  #settleSoft(page: OrderedPage, place: Ordered): GridRect {
    const { col, span, depth: ordered } = place.rect
    const line = this.#lineOf(page, place)
    const room = this.#roomBelow(page, place, line)
    const whole = { col, span, line, depth: room }
    if (ordered === 'fill' || room === 0) return this.#unlessNone(page, place, whole)
    if (ordered !== 'auto') return { ...whole, depth: Math.min(ordered, room) }
    const depth = this.#depthOf(page, place, whole)
    if (depth < room) this.#toMeasure.add(place)
    return { ...whole, depth }
  }

  /** Whether a place that is settled is just as deep as what it holds. */
  isToMeasure(place: Ordered): boolean {
    return this.#toMeasure.has(place)
  }

  /** The same cells; where they hold no line, that is told. */
  #unlessNone(page: OrderedPage, place: Ordered, rect: GridRect): GridRect {
    if (rect.depth > 0) return rect
    if (isCopy(place) && place.kind === 'continuation') {
      const ends = endOf(this.#trial(), { article: place.article, placements: this.#before(place) })
      if (ends !== null) {
        this.#tellUnneeded(page, place, ends)
        return rect
      }
    }
    const { slot } = place
    const message = `no line is left for "${slot}" on page ${page.number}`
    const hint = 'shorten what stands above it, or give it another place'
    this.desk.report({ code: 'no-room', message, place: place.place, hint })
    return rect
  }

  #tellUnneeded({ number }: Pick<Page, 'number'>, { article, slot, place }: OrderedPart, ends: number): void {
    this.desk.report(unneeded(article, ends, { slot, page: number, place }))
  }

  /** The line on which a place begins: under the lowest foot of all that it stands below. */
  #lineOf(page: OrderedPage, place: Ordered): GridLines {
    const { rect } = place
    if (!isSoft(rect)) return rect.line
    let line = this.#lines.get(place)
    if (line === undefined) {
      const feet = rect.below.map((name) => {
        const above = placesOf(page).find(({ slot }) => slot === name)!
        const { line: head, depth } = this.settle(page, above)
        return head + depth + (depth > 0 ? this.#gapBetween(above, place) : 0)
      })
      line = Math.min(this.desk.edition.format.lines + 1, Math.max(rect.line, ...feet))
      this.#lines.set(place, line)
    }
    return line
  }

  #gapBetween(above: Ordered, below: Ordered): GridLines {
    const isPlain = (place: Ordered): boolean => isCopy(place) && place.box === null
    const isRuled = this.desk.edition.stylebook.furniture.cutOff !== null
    return !isRuled && isPlain(above) && isPlain(below) ? UNRULED_GAP : 0
  }

  /** Lines from `line` down to what is next in any of the place's columns, or to the page's foot. */
  #roomBelow(page: OrderedPage, place: Ordered, line: GridLines): GridLines {
    const others = [...page.furniture, ...placesOf(page).filter((one) => one !== place)]
    let end = this.desk.edition.format.lines + 1
    for (const other of others) {
      if (!shareColumns(other.rect, place.rect)) continue
      const extent = this.#extentOf(page, place, other)
      if (extent && extent.head >= line) end = Math.min(end, extent.head)
      else if (extent && extent.foot > line) return 0
    }
    return Math.max(0, end - line)
  }

  /**
   * Where something begins that a place may go down to, and the first line under it as far as that is known. What stands below
   * something soft is looked at only by a place that fills its column.
   */
  #extentOf(
    page: OrderedPage,
    place: Ordered,
    other: { readonly rect: OrderedRect },
  ): { readonly head: GridLines; readonly foot: GridLines } | null {
    const { rect } = other
    if (!isSoft(rect)) return { head: rect.line, foot: rect.line + rect.depth }
    const soft = other as Ordered
    if (this.#rects.get(soft)?.depth === 0) return null
    if (rect.below.length > 0 && place.rect.depth !== 'fill') return null
    const head = this.#lineOf(page, soft)
    return { head, foot: head }
  }

  /** How deep what stands in a place is, of all the room there is. */
  #depthOf(page: OrderedPage, place: Ordered, whole: GridRect): GridLines {
    if ('advert' in place) {
      const frame = pageFrame(this.desk.edition.format, page.grid, page.number)
      return Math.min(whole.depth, linesOfAdvert(place.advert, widthOf(frame, whole.span), page.grid.leading))
    }
    const trial = this.#trial()
    if ('picture' in place) {
      const picture = { ...place, rect: whole }
      return linesOfPicture(trial.desk, this.#settledPage(page), picture)
    }
    const hard = { ...place, rect: whole }
    const settled = this.#settledPage(page, hard)
    switch (hard.kind) {
      case 'stack':
        return depthOfStack(trial, settled, hard)
      case 'refs':
        return depthOfRefs(trial, settled, hard)
      case 'start':
      case 'continuation':
        return this.#depthOfPart(trial, place as OrderedPart, { page: settled, placement: hard })
    }
  }

  #depthOfPart(trial: Trial, part: OrderedPart, last: Run['placements'][number]): GridLines {
    const run = { article: part.article, placements: [...this.#before(part), last] }
    const depth = depthOfRun(trial, run)
    const ends = depth === 0 ? endOf(trial, run) : null
    if (ends !== null) this.#tellUnneeded(last.page, part, ends)
    return depth
  }

  /** The placements of an article before one of them, settled. */
  #before(part: OrderedPart): Run['placements'] {
    const { placements } = this.#runs.find(({ article }) => article === part.article)!
    const index = placements.findIndex(({ placement }) => placement === part)
    return placements.slice(0, index).flatMap(({ page, placement }) => {
      const hard = { ...placement, rect: this.settle(page, placement) }
      // A continuation without room is left out of the paper.
      if (hard.rect.depth === 0 && hard.kind === 'continuation') return []
      return [{ page: this.#settledPage(page, hard), placement: hard }]
    })
  }

  /** A page with what is settled of it so far, a placement among it as it is tried. */
  #settledPage(page: OrderedPage, tried: Placement | null = null): Page {
    const placements = page.placements.flatMap((placement): Placement[] => {
      if (placement.slot === tried?.slot) return [tried]
      const rect = isSoft(placement.rect) ? this.#rects.get(placement) : placement.rect
      return rect ? [{ ...placement, rect }] : []
    })
    return { ...page, placements, adverts: [], pictures: [] }
  }

  #trial(): Trial {
    const desk = { ...this.desk, edition: { ...this.desk.edition, pages: [] }, report: () => {} }
    return { desk, cutOffs: this.#cutOffs, starts: this.#starts }
  }

  /** As `cutOffLines`; where what may stand right above is not settled yet, it is taken to stand there. */
  readonly #cutOffs: CutOffs = ({ number, ...page }, placement) => {
    const { furniture } = this.desk.edition.stylebook
    const lines = cutOffLines({ number, ...page }, placement, furniture)
    if (lines > 0 || !furniture.cutOff || placement.box !== null) return lines
    const ordered = this.desk.edition.pages[number - 1]!
    const own = ordered.placements.find(({ slot }) => slot === placement.slot)!
    if (isSoft(own.rect) && own.rect.below.length > 0) return 0
    const mayStandAbove = ordered.placements.some(({ slot, rect }) => {
      const isOpen = isSoft(rect) && !page.placements.some((one) => one.slot === slot)
      return (
        isOpen && shareColumns(rect, own.rect) && rect.line < own.rect.line && !standsBelow(ordered, rect, own.slot)
      )
    })
    return mayStandAbove ? 1 : 0
  }
}

/** Whether something stands below a place, over however many others. */
function standsBelow(page: OrderedPage, rect: OrderedRect, slot: string): boolean {
  if (!isSoft(rect)) return false
  return rect.below.some((name) => {
    const above = placesOf(page).find((one) => one.slot === name)
    return name === slot || (above !== undefined && standsBelow(page, above.rect, slot))
  })
}

function isCopy(place: Ordered): place is Placement<OrderedRect> {
  return 'kind' in place
}

function placesOf(page: OrderedPage): readonly Ordered[] {
  return [...page.placements, ...page.adverts, ...page.pictures]
}
