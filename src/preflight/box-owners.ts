import type { Rect } from '../base/index.js'
import type { MadeUpPage, PlacedPanel } from '../makeup/index.js'
import type { Mark } from './look.js'
import { areaOf, type Owner, type Owners } from './owners.js'
import { intersect } from './rectangles.js'

/** A box that is drawn on a page. */
interface Box {
  readonly panel: PlacedPanel
  readonly owner: Owner
}

/** What draws a box belongs to that, and not to what stands in it. */
export function withBoxes(marks: readonly Mark[], { boxes }: MadeUpPage, owners: Owners): readonly Mark[] {
  const all = boxes.flatMap((panel): readonly Box[] => {
    const owner = ownerOfBox(panel, owners)
    return owner ? [{ panel, owner }] : []
  })
  if (all.length === 0) return marks
  return marks.map((mark) => {
    if (mark.item.kind !== 'path' || mark.owner.isArtwork) return mark
    const box = all.find(({ panel }) => draws(mark, panel, owners.page.rect))
    return box ? { ...mark, owner: box.owner } : mark
  })
}

/** So much of a thing lies in its box: its place begins a little above it. */
const MOST = 0.8

/** The box of an article or a picture; of the place, where several articles are stacked in it. */
function ownerOfBox({ rect }: PlacedPanel, { copy }: Owners): Owner | null {
  const held = copy.filter((owner) => {
    const shared = intersect(owner.rect, rect)
    return shared !== null && areaOf(shared) > MOST * areaOf(owner.rect)
  })
  const [first, ...others] = held.sort((a, b) => areaOf(b.rect) - areaOf(a.rect))
  if (!first) return null
  const isStack = others.some(({ slot }) => slot === first.slot)
  return {
    ...first,
    rect,
    ...(isStack ? { article: null } : {}),
    name: `the box of ${isStack ? first.slot : first.name}`,
  }
}

/** Whether a mark is the ground or the rule of a box. What is in the bleed does not count, for a ground goes on there. */
function draws({ rect }: Mark, panel: PlacedPanel, page: Rect): boolean {
  const [drawn, asked] = [intersect(rect, page), intersect(panel.rect, page)]
  const most = (panel.rule?.weight ?? 0) + 0.01
  return (
    drawn !== null && asked !== null && sidesOf(drawn).every((side, at) => Math.abs(side - sidesOf(asked)[at]!) <= most)
  )
}

function sidesOf({ x, y, width, height }: Rect): readonly number[] {
  return [x, y, x + width, y + height]
}
