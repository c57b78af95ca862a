import type { GridLines } from '../base/index.js'
import type { Measures, SetUnit, Setter, TextRequest, Unit } from '../typeset/index.js'
import type { BreakUnit, LegText } from './legs/leg-text.js'

/** A cut: the text ends after so many words of unit `unit`; everything after it is away. */
export interface Cut {
  readonly unit: number
  /** At least 1. */
  readonly words: number
}

/** An article's galleys as the leg breaker and the page see them. */
export interface GalleyText extends LegText {
  readonly all: readonly Unit[]
  set(index: number, measures: Measures): SetUnit
}

/** The galleys of an article's text, whole or cut. */
export function galleyText(setter: Setter, request: TextRequest, cut: Cut | null = null): GalleyText {
  const all = setter.units(request)
  const units = new WeakMap<SetUnit, BreakUnit>()
  const set = (index: number, measures: Measures): SetUnit =>
    cut && index === cut.unit && cut.words < all[index]!.words
      ? setter.setUnitCut(request, index, cut.words, measures)
      : setter.setUnit(request, index, measures)
  // A thematic break at the very end divides nothing.
  let end = cut ? cut.unit + 1 : all.length
  while (end > 1 && all[end - 1]!.role === 'rule') end--
  return {
    all,
    units: end,
    set,
    unit(index, measures) {
      const setUnit = set(index, measures)
      let unit = units.get(setUnit)
      if (!unit) {
        const { role, before, after } = setUnit.unit
        const depths = setUnit.items.map((item): GridLines => item.depth)
        const { together } = setUnit
        unit = { role, before, after, depths, ...(together === undefined ? {} : { together }) }
        units.set(setUnit, unit)
      }
      return unit
    },
  }
}
