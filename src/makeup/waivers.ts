import type { Page, Waiver } from '../edition/index.js'
import { slotOfSidebar } from './insets/sidebar-placement.js'

/** A place of a page, as far as findings speak of it. */
type WaivingPlace = Pick<Page['adverts'][number], 'slot' | 'waivers' | 'place'>

/** What stands in the places of a page, with their waivers. */
export function placesOf({ placements, adverts, pictures, furniture }: Page): readonly WaivingPlace[] {
  const insets = placements.flatMap((placement) =>
    ('insets' in placement ? placement.insets : []).map((inset) => ({
      ...inset,
      slot: inset.kind === 'sidebar' ? slotOfSidebar(inset, placement.slot) : placement.slot,
    })),
  )
  return [...placements, ...insets, ...adverts, ...pictures, ...furniture]
}

/** The waivers that let a finding go: those of its rule, of the page and of any of its slots. */
export function waiversFor(rule: Waiver['rule'], slots: readonly string[], page: Page): readonly Waiver[] {
  const places = placesOf(page).filter(({ slot }) => slots.includes(slot))
  return [...page.waivers, ...places.flatMap(({ waivers }) => waivers)].filter((waiver) => waiver.rule === rule)
}
