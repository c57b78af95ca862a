import type { GridLines, GridRect } from '../../base/index.js'
import { type Article, type Page, type SidebarInset, type StartPlacement, withHead } from '../../edition/index.js'
import { flowArticle } from '../flow-article.js'
import { roomOf } from '../part-room.js'
import { AS_ORDERED, type Desk, type PartRequest, type PreparedPart } from '../prepare-parts.js'
import { headOf } from '../set-head.js'
import type { SidebarRoom } from './sidebar-room.js'

/** What the place of a sidebar is called: by the slot that it stands in and its article, `lead/facts`. */
export function slotOfSidebar({ article }: Pick<SidebarInset, 'article'>, slot: string): string {
  return `${slot}/${article}`
}

/** A sidebar as a place of its own. */
export function sidebarPlacement(inset: SidebarInset, slot: string, rect: GridRect): StartPlacement {
  const { article, legs, box, dress, head, waivers, place } = inset
  return {
    kind: 'start',
    article,
    slot: slotOfSidebar(inset, slot),
    rect,
    legs,
    box,
    dress,
    // Across all of its legs, unless it says otherwise.
    head: { ...head, columns: head.columns ?? legs, isOwn: true },
    insets: [],
    headCol: 1,
    waivers,
    place,
  }
}

/** What a sidebar is measured with. */
export interface SidebarToMeasure {
  readonly inset: SidebarInset
  readonly room: SidebarRoom
  readonly page: Page
  readonly prepare: (desk: Desk, request: PartRequest) => PreparedPart
}

/** How many grid lines a sidebar's article takes with its head, and no more than the room has. Nobody is told anything. */
export function measureSidebar(desk: Desk, { inset, room, page, prepare }: SidebarToMeasure): GridLines {
  const { setter, edition } = desk
  const article: Article = edition.articles.get(inset.article)!
  const cells = { col: 1, span: 1, line: 1, depth: room.depth }
  const inside = { cells, x: 0, width: room.width, first: 1, last: room.depth }
  const part = prepare(desk, {
    article,
    page,
    placement: sidebarPlacement(inset, '', cells),
    inside,
    parts: headOf(article),
    change: AS_ORDERED,
    jumpsFrom: null,
    jumpsTo: null,
    within: { slot: '', rect: { x: 0, y: 0, width: room.width, height: 0 } },
  })
  const text = { article: withHead(article, inset.head), dress: inset.dress }
  const { plan } = flowArticle(setter, { text, parts: [roomOf(part)], keeps: edition.stylebook.keeps, fit: null })
  const legs = part.shape(plan.raised).legs
  const feet = plan.parts[0]!.map(({ used }, index) => (used > 0 ? legs[index]!.line + used - 1 : 0))
  return plan.overset ? room.depth : Math.max(part.head.depth, ...feet)
}
