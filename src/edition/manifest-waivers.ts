import { list, map, oneOf, optional, placed, type Read, text } from '../source/index.js'
import { LINT_RULES, PRESS_RULES } from '../stylebook/index.js'
import type { Waiver } from './types.js'

const rule = oneOf([...LINT_RULES, ...PRESS_RULES])

/** Rules of the lint and of the press that are let go here, each with a reason. */
export const waive = optional(
  list(placed(map({ rule, reason: text }, { expects: 'a waiver: { rule: tombstone, reason: "…" }' })), {
    of: 'waivers',
  }),
)

/** Waivers of a page or a place, as written. */
export type WrittenWaivers = Read<typeof waive>

/** Waivers with the places where they are written. */
export function waiversOf(written: WrittenWaivers): readonly Waiver[] {
  return (written ?? []).map(({ value, place }) => ({ ...value, place }))
}
