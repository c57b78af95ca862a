import type { Finding } from '../../base/index.js'
import type { Page, Waiver } from '../../edition/index.js'
import { LINT_RULES, type LintRule } from '../../stylebook/index.js'
import { slotOfSidebar } from '../insets/sidebar-placement.js'
import type { MadeUpEdition } from '../types.js'
import { countCharacters } from './count-characters.js'
import { RULES } from './rules.js'
import type { Fault } from './types.js'

/** A second pair of eyes: what the rules notice on the finished pages and nobody has waived, and waivers that waive nothing. */
export function lintPages({ edition, pages, ledger }: MadeUpEdition): readonly Finding[] {
  const { lint, furniture } = edition.stylebook
  const common = { ledger, colours: furniture.colours, characters: countCharacters(pages) }
  const findings: Finding[] = []
  const used = new Set<Waiver>()
  pages.forEach((page, index) => {
    const written = edition.pages[index]!
    for (const rule of LINT_RULES) {
      const number = lint.get(rule)
      if (number === undefined) continue
      for (const fault of RULES[rule]({ page, ...common }, number)) {
        const waivers = waiversFor(rule, fault, written)
        if (waivers.length === 0) findings.push(findingOf(rule, fault, written))
        for (const waiver of waivers) used.add(waiver)
      }
    }
  })
  return [...findings, ...unneeded(edition.pages, used)]
}

/** What stands in the places of a page, with their waivers. */
function placesOf({
  placements,
  adverts,
  pictures,
}: Page): readonly Pick<Page['adverts'][number], 'slot' | 'waivers' | 'place'>[] {
  const insets = placements.flatMap((placement) =>
    ('insets' in placement ? placement.insets : []).map((inset) => ({
      ...inset,
      slot: inset.kind === 'sidebar' ? slotOfSidebar(inset, placement.slot) : placement.slot,
    })),
  )
  return [...placements, ...insets, ...adverts, ...pictures]
}

function waiversFor(rule: LintRule, { slots }: Fault, page: Page): readonly Waiver[] {
  const places = placesOf(page).filter(({ slot }) => slots.includes(slot))
  return [...page.waivers, ...places.flatMap(({ waivers }) => waivers)].filter((waiver) => waiver.rule === rule)
}

function findingOf(rule: LintRule, { slots, at, says, hint }: Fault, page: Page): Finding {
  const place = placesOf(page).find(({ slot }) => slot === slots[0])?.place ?? page.place
  return { code: rule, message: `page ${page.number}, ${at}: ${says}`, place, hint }
}

function unneeded(pages: readonly Page[], used: ReadonlySet<Waiver>): readonly Finding[] {
  const all = pages.flatMap((page) => [...page.waivers, ...placesOf(page).flatMap(({ waivers }) => waivers)])
  return all
    .filter((waiver) => !used.has(waiver))
    .map(({ rule, place }) => ({
      code: 'waiver-unneeded',
      message: `nothing here needs a waiver of ${rule}`,
      place,
      hint: 'take it out',
    }))
}
