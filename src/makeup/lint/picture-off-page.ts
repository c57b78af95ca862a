import type { BoxStyle } from '../../stylebook/index.js'
import type { MadeUpPage, PlacedPicture } from '../types.js'
import { cellsOf, sayCells } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** A picture whose subject faces the edge of the page that it stands at. One across the whole page has both edges, and faces into it. */
export function pictureOffPage({ page }: LintedPage): readonly Fault[] {
  return picturesOf(page).flatMap(({ slot, box, picture: { picture, rect } }) => {
    const { facing, name } = picture
    const [edge, other] = edgesOf(rect, page, box)
    if (edge === undefined || other || edge !== facing) return []
    return [
      {
        slots: [slot],
        at: sayCells(cellsOf(rect, page)),
        says: `the picture ${name} faces ${facing}, off the page`,
        hint: 'stand it on the other side of the page, or inside it',
      },
    ]
  })
}

/** A picture with the place that it stands in. */
interface Standing {
  readonly slot: string
  readonly box: BoxStyle | null
  readonly picture: PlacedPicture
}

function picturesOf({ placements, pictures }: MadeUpPage): readonly Standing[] {
  const among = placements.flatMap(({ slot, box, insets }) =>
    insets.flatMap((inset) => (inset.kind === 'picture' ? [{ slot, box, picture: inset }] : [])),
  )
  return [...among, ...pictures]
}

/** The edges of the type area at which something stands, with no more than a gutter and the padding of its box between. */
function edgesOf(
  { x, width }: PlacedPicture['rect'],
  { typeArea, grid }: MadeUpPage,
  box: BoxStyle | null,
): readonly ('left' | 'right')[] {
  const near = grid.gutter + (box?.padding ?? 0)
  const left = x - typeArea.x <= near
  const right = typeArea.x + typeArea.width - x - width <= near
  return [...(left ? (['left'] as const) : []), ...(right ? (['right'] as const) : [])]
}
