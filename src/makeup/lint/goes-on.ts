import type { MadeUpPlacement } from '../types.js'
import type { LintedPage } from './types.js'

/** Whether an article's text goes on after leg `leg` of a placement, in another leg or in another place. */
export function goesOn(placement: MadeUpPlacement, leg: number, { page, ledger }: LintedPage): boolean {
  if (placement.legs.slice(leg + 1).some(({ lines }) => lines.length > 0)) return true
  const last = ledger.articles[placement.id]?.placements.at(-1)
  return last !== undefined && (last.page !== page.number || last.slot !== placement.slot)
}
