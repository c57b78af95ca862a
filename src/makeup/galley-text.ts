import type { GridLines } from '../base/index.js'
import type { Measures, SetUnit, Setter, TextRequest, Unit } from '../typeset/index.js'
import type { BreakUnit, Change, LegText } from './legs/leg-text.js'

/** A cut: the text ends after so many words of unit `unit`; everything after it is away. */
export interface Cut {
  readonly unit: number
  /** At least 1. */
  readonly words: number
}

/** An article's galleys as the leg breaker and the page see them. */
export interface GalleyText extends LegText {
  readonly all: readonly Unit[]
  /** A unit at its best, or with a line less or more; the leg breaker asks for no change that cannot be had. */
  set(index: number, measures: Measures, change?: Change): SetUnit
}

/** The galleys of an article's text, whole or cut. */
export function galleyText(setter: Setter, request: TextRequest, cut: Cut | null = null): GalleyText {
  const all = setter.units(request)
  const units = new WeakMap<SetUnit, BreakUnit>()
  const unitOf = (set: SetUnit): BreakUnit => {
    let unit = units.get(set)
    if (!unit) units.set(set, (unit = readUnit(set)))
    return unit
  }
  const set = (index: number, measures: Measures, change: Change = 0): SetUnit => {
    if (cut && index === cut.unit && cut.words < all[index]!.words) {
      return setter.setUnitCut(request, index, cut.words, measures)
    }
    if (change === 0) return setter.setUnit(request, index, measures)
    const { shorter, longer } = setter.setUnitVariants(request, index, measures)
    const variant = change < 0 ? shorter : longer
    if (!variant) throw new Error(`unit ${index} of ${request.article.id} cannot be set with ${change} line`)
    return variant.set
  }
  // A thematic break at the very end divides nothing.
  let end = cut ? cut.unit + 1 : all.length
  while (end > 1 && all[end - 1]!.role === 'rule') end--
  return {
    all,
    units: end,
    set,
    unit: (index, measures) => unitOf(set(index, measures)),
    variant(index, change, measures) {
      // A unit that is cut is set at its best: what it would be with a line more or less is known of the whole alone.
      if (cut && index === cut.unit) return null
      const { shorter, longer } = setter.setUnitVariants(request, index, measures)
      const variant = change < 0 ? shorter : longer
      return variant && { unit: unitOf(variant.set), cost: variant.cost, isLoose: variant.isLoose }
    },
  }
}

/** What the leg breaker sees of a set unit. */
function readUnit({ unit: { role, before, after, withNext = false, repeats }, items, together }: SetUnit): BreakUnit {
  const depths = items.map((item): GridLines => item.depth)
  const hyphens = items.map((item) => item.kind === 'line' && item.line.hyphenated)
  return {
    role,
    before,
    after,
    withNext,
    depths,
    hyphens,
    ...(together === undefined ? {} : { together }),
    ...(repeats === undefined ? {} : { repeats }),
  }
}
