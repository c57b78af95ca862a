import type { MadeUpPage } from '../../makeup/index.js'
import type { Fault, Job } from '../look.js'

/** A page with nothing on it but furniture. */
export function blankPage({ pages }: Job): readonly Fault[] {
  return pages
    .filter(({ madeUp }) => isBlank(madeUp))
    .map(({ number, owners }) => ({
      page: number,
      rect: null,
      owner: owners.page,
      says: 'nothing stands on this page',
      hint: 'take it out, or place something on it',
    }))
}

function isBlank({ placements, refs, adverts, pictures }: MadeUpPage): boolean {
  const hasCopy = placements.some(
    ({ head, legs, insets }) => head.length > 0 || insets.length > 0 || legs.some(({ lines }) => lines.length > 0),
  )
  return !hasCopy && refs.length === 0 && adverts.length === 0 && pictures.length === 0
}
