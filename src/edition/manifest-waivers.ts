import { CODES } from '../base/index.js'
import {
  didYouMean,
  list,
  map,
  mistake,
  optional,
  parsed,
  placed,
  type Read,
  refined,
  type Schema,
  text,
} from '../source/index.js'
import { LINT_RULES, PRESS_RULES } from '../stylebook/index.js'
import type { Waiver } from './types.js'

const RULES = [...LINT_RULES, ...PRESS_RULES] as const

const RULE = 'a rule of the lint or of the press, such as tombstone or press-type'

const rule: Schema<Waiver['rule']> = refined(
  parsed(RULE, (typed) => typed),
  (typed, fail) => {
    const known = RULES.find((one) => one === typed)
    if (known !== undefined) return known
    if (Object.hasOwn(CODES, typed)) return fail(`${typed} cannot be waived`, { hint: `what can be is ${RULE}` })
    const hint = didYouMean(typed, RULES)
    return fail(`rule must be ${RULE}, not "${typed}"`, hint === undefined ? {} : { hint })
  },
)

const waivers = list(placed(map({ rule, reason: text }, { expects: 'a waiver: { rule: tombstone, reason: "…" }' })), {
  of: 'waivers',
})

/** Rules of the lint and of the press that are let go here, each with a reason. */
export const waive = optional<Read<typeof waivers>>({
  expects: waivers.expects,
  read(spot) {
    if (spot.node.kind !== 'map') return waivers.read(spot)
    const hint = `put brackets round it: ${spot.name}: [{ rule: tombstone, reason: … }]`
    return mistake(spot, `${spot.name} must be ${waivers.expects}, not one waiver`, { hint })
  },
})

/** Waivers of a page or a place, as written. */
export type WrittenWaivers = Read<typeof waive>

/** Waivers with the places where they are written. */
export function waiversOf(written: WrittenWaivers): readonly Waiver[] {
  return (written ?? []).map(({ value, place }) => ({ ...value, place }))
}
