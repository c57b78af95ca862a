import { EPSILON, type GridLines, type Pt } from '../../base/index.js'
import type { Leg, MadeUpPage, MadeUpPlacement } from '../types.js'
import { insetExtents, overlaps } from './extent.js'
import { goesOn } from './goes-on.js'
import { counted, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A stretch that is too short, and what in its leg leaves it so: `above the picture square.jpg`. */
interface Scrap {
  readonly leg: number
  readonly used: GridLines
  readonly by: string | null
}

/**
 * Legs of fewer than `number` lines, though the text goes on in another leg or another place; and of a leg that a picture, a pull
 * quote or a sidebar takes the width of, what it leaves: too short, wherever the text ends.
 */
export function shortLeg(linted: LintedPage, number: number): readonly Fault[] {
  return linted.page.placements.flatMap((placement) => {
    const scraps = placement.legs.flatMap((leg, index) => scrapOf(leg, index, { placement, linted, number }))
    if (scraps.length === 0) return []
    const numbers = [...new Set(scraps.map(({ leg }) => leg))]
    const legs = `${numbers.length === 1 ? 'leg' : 'legs'} ${numbers.join(', ')}`
    const by = [...new Set(scraps.flatMap((scrap) => scrap.by ?? []))]
    const lines = counted(Math.min(...scraps.map(({ used }) => used)), 'line')
    return [
      {
        slots: [placement.slot],
        at: sayCells(placement.grid),
        says: `${legs} of ${placement.id} ${numbers.length === 1 ? 'has' : 'have'} only ${[lines, by.join(' and ')].filter(Boolean).join(' ')}`,
        hint:
          by.length > 0
            ? 'move it up or down, or make it deeper or less deep'
            : 'give the place more depth, fewer legs or a shallower head',
      },
    ]
  })
}

interface ScrapContext {
  readonly placement: MadeUpPlacement
  readonly linted: LintedPage
  readonly number: number
}

function scrapOf(leg: Leg, index: number, { placement, linted, number }: ScrapContext): readonly Scrap[] {
  const { used, depth } = leg
  if (used === 0 || used >= number) return []
  const by = neighbourOf(leg, placement, linted.page)
  const isLeft = by !== null && depth < number
  return isLeft || goesOn(placement, index, linted) ? [{ leg: leg.leg, used, by }] : []
}

/** How far from the lines of a stretch that begins below an inset, or ends above it, the inset is: white and half lines, in grid lines. */
const NEAR = 2.5

/** What stands in its leg right above a stretch, or right below it, the nearer of the two. */
function neighbourOf(leg: Leg, placement: MadeUpPlacement, page: MadeUpPage): string | null {
  const { typeArea, grid } = page
  const top = typeArea.y + (leg.line - 1) * grid.leading
  const foot = top + leg.depth * grid.leading
  const near = insetExtents(placement, page)
    .filter(({ rect }) => overlaps(rect, { ...rect, x: leg.x, width: leg.width }))
    .flatMap(({ rect, name }): readonly { says: string; away: Pt }[] => [
      { says: `above ${name}`, away: rect.y - foot },
      { says: `under ${name}`, away: top - rect.y - rect.height },
    ])
    .filter(({ away }) => away >= -grid.leading - EPSILON && away <= NEAR * grid.leading)
  return near.sort((a, b) => a.away - b.away)[0]?.says ?? null
}
