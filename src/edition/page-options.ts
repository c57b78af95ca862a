import type { ArticleId, OrderedRect, Report } from '../base/index.js'
import type { Located } from '../source/index.js'
import type { Format, Grid, Slot, Stylebook, Template } from '../stylebook/index.js'
import { checkCells, type Claim, type Sheet } from './check-cells.js'
import type { Adverts } from './find-adverts.js'
import type { PictureFiles } from './find-pictures.js'
import type { Manifest } from './manifest.js'
import type { Turns } from './turns.js'
import type { AdvertPlacement, Article, FurniturePlacement, PicturePlacement, Placement } from './types.js'

/** What pages are resolved with. */
export interface ResolveOptions {
  readonly stylebook: Stylebook
  readonly format: Format
  /** The articles that start somewhere and could be read: what else is placed is left out, and has been reported. */
  readonly articles: ReadonlyMap<ArticleId, Article>
  /** Those, and the ones of which only pictures are shown. */
  readonly lenders: ReadonlyMap<ArticleId, Article>
  readonly adverts: Adverts
  readonly pictures: PictureFiles
  readonly turns: Turns
  readonly manifest: Located<Manifest>
  readonly report: Report
}

/** A page on its way. */
export interface PageOptions extends ResolveOptions {
  readonly number: number
  readonly grid: Grid
  readonly sheet: Sheet
  readonly template: Template | null
  /** The section that the page names, else its template's; null for none. */
  readonly section: string | null
  /** Whether the slots of the page are all known: else a key that is no slot may well be right. */
  readonly knowsSlots: boolean
}

/** Whether a slot of the template lies on this page. */
export function checkSlot(slot: Slot, { template, number, sheet, report }: PageOptions): boolean {
  const what = `the slot "${slot.name}" of template "${template!.name}", used on page ${number},`
  return checkCells(slot.rect, { what, sheet, place: slot.place, report })
}

/** What stands in a place and the cells that it takes, as far as they could be made out. */
export interface Resolved {
  readonly claim: Claim<OrderedRect> | null
  readonly placement?: Placement<OrderedRect>
  readonly advert?: AdvertPlacement<OrderedRect>
  readonly picture?: PicturePlacement<OrderedRect>
  readonly furniture?: FurniturePlacement
}
