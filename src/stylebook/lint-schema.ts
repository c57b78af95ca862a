import { byShape, map, oneOf, optional, parsed, type Schema } from '../source/index.js'
import { LINT } from './defaults.js'
import { LINT_RULES, type LintNumbers, type LintRule } from './types.js'

/** What a stylebook says of one rule: its number, or whether it is on. */
type WrittenRule = number | 'on' | 'off'

/** All rules on or off, or what is said of some. */
export type WrittenLint = 'on' | 'off' | Readonly<Record<LintRule, WrittenRule | null>>

const onOrOff: Schema<WrittenRule> = oneOf(['on', 'off'])

const withNumber: Schema<WrittenRule> = parsed('a number of at least 0, on or off', (typed) => {
  if (typed === 'on' || typed === 'off') return typed
  return /^\d{1,4}(?:\.\d+)?$/.test(typed) ? Number(typed) : null
})

const fields = Object.fromEntries(
  LINT_RULES.map((rule) => [rule, optional(LINT[rule] === null ? onOrOff : withNumber)]),
) as Readonly<Record<LintRule, Schema<WrittenRule | null>>>

/** `lint` of a stylebook. */
export const lintSchema = byShape<WrittenLint>({
  scalar: oneOf(['on', 'off']),
  map: map(fields, { expects: 'on, off, or rules: { short-story: 8, tombstone: off }' }),
})

/** The rules that are on, with their numbers. */
export function resolveLint(written: WrittenLint): LintNumbers {
  const numbers = new Map<LintRule, number>()
  for (const rule of LINT_RULES) {
    const said = typeof written === 'string' ? written : (written[rule] ?? 'on')
    if (said !== 'off') numbers.set(rule, said === 'on' ? (LINT[rule] ?? 0) : said)
  }
  return numbers
}
