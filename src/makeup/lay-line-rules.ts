import { EPSILON, type Pt } from '../base/index.js'
import type { LineRule } from '../typeset/index.js'
import type { PlacedRule } from './types.js'

/** The rules that stand with a line, on the page. */
export function rulesWithLine(
  rules: readonly LineRule[],
  { x, baseline }: { readonly x: Pt; readonly baseline: Pt },
): readonly PlacedRule[] {
  return rules.map(({ rule, x1, y1, x2, y2 }) => {
    return { kind: 'rule', rule, x1: x + x1, y1: baseline + y1, x2: x + x2, y2: baseline + y2 }
  })
}

/** Rules of which those that go on from line to line are one each: no seam shows between the lines of a table. */
export function joinUprights(rules: readonly PlacedRule[]): PlacedRule[] {
  const joined: PlacedRule[] = []
  for (const rule of rules) {
    const above = isUpright(rule) ? joined.findLastIndex((one) => goesOn(one, rule)) : -1
    if (above < 0) joined.push(rule)
    else joined[above] = { ...joined[above]!, y2: rule.y2 }
  }
  return joined
}

function goesOn(above: PlacedRule, below: PlacedRule): boolean {
  return isUpright(above) && above.x1 === below.x1 && Math.abs(above.y2 - below.y1) < EPSILON
}

function isUpright({ x1, x2 }: PlacedRule): boolean {
  return x1 === x2
}
