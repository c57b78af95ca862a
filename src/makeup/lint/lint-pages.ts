import type { Finding } from '../../base/index.js'
import type { Page, Waiver } from '../../edition/index.js'
import { LINT_RULES, type LintRule } from '../../stylebook/index.js'
import type { MadeUpEdition } from '../types.js'
import { placesOf, waiversFor } from '../waivers.js'
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
        const waivers = waiversFor(rule, fault.slots, written)
        if (waivers.length === 0) findings.push(findingOf(rule, fault, written))
        for (const waiver of waivers) used.add(waiver)
      }
    }
  })
  return [...findings, ...unneeded(edition.pages, used)]
}

function findingOf(rule: LintRule, { slots, at, says, hint }: Fault, page: Page): Finding {
  const place = placesOf(page).find(({ slot }) => slot === slots[0])?.place ?? page.place
  return { code: rule, message: `page ${page.number}, ${at}: ${says}`, place, hint }
}

function unneeded(pages: readonly Page[], used: ReadonlySet<Waiver>): readonly Finding[] {
  const all = pages.flatMap((page) => [...page.waivers, ...placesOf(page).flatMap(({ waivers }) => waivers)])
  // To which press the paper goes is not known here.
  const lint = all.filter(({ rule }) => LINT_RULES.some((one) => one === rule))
  return lint
    .filter((waiver) => !used.has(waiver))
    .map(({ rule, place }) => ({
      code: 'waiver-unneeded',
      message: `nothing here needs a waiver of ${rule}`,
      place,
      hint: 'take it out',
    }))
}
