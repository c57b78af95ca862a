import type { Pt } from '../base/index.js'
import type { RuleStyle } from './types.js'

/** How thick a rule is, with both lines of a thick-and-thin one and the white between. */
export function thicknessOf({ weight, then }: RuleStyle): Pt {
  return weight + (then ? then.gap + then.weight : 0)
}
