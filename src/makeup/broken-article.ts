import type { Finding, Pt } from '../base/index.js'
import type { GalleyItem, Measures } from '../typeset/index.js'
import type { GalleyText } from './galley-text.js'
import type { LegPlan } from './legs/break-legs.js'
import { headMeasure, whiteBetween } from './legs/leg-text.js'
import type { UnitRole } from '../typeset/index.js'

/** An item of a galley in its leg: so many grid lines below the leg's head (its baseline's line, from 1). */
export interface LegItem {
  readonly item: GalleyItem
  readonly role: UnitRole
  /** The grid line of the leg on which the item ends. */
  readonly line: number
}

/** What is left when all legs are full. */
export interface Rest {
  readonly items: readonly GalleyItem[]
  readonly lines: number
  /** Words that begin in it. */
  readonly words: number
  /** Where it begins: words of unit `unit` before it. */
  readonly unit: number
  readonly wordsBefore: number
  /** The last line placed ends inside a word. */
  readonly inWord: boolean
}

/** An article's galleys cut up. */
export interface CutGalleys {
  /** For each part its legs, for each leg its items. */
  readonly parts: readonly (readonly LegItem[][])[]
  readonly rest: Rest
  /** What is wrong with the lines that are in the legs. */
  readonly faults: readonly Finding[]
}

/** Cuts an article's galleys up as the plan says. */
export function cutGalleys(text: GalleyText, plan: LegPlan): CutGalleys {
  const faults: Finding[] = []
  const measures = measuresOfUnits(plan)
  const parts = plan.parts.map((legs) =>
    legs.map((leg) => {
      const own = uniform(headMeasure(leg))
      const items: LegItem[] = []
      let line = 0
      for (let index = leg.from.unit; index < text.units && index <= leg.to.unit; index++) {
        // A unit that only begins after this leg may be set as it cannot be in this measure.
        if (index === leg.to.unit && leg.to.item === 0) break
        const set = text.set(index, measures.get(index) ?? own, plan.variants.get(index))
        const first = index === leg.from.unit ? leg.from.item : 0
        const last = index === leg.to.unit ? leg.to.item : set.items.length
        if (first < last && items.length > 0) {
          line += whiteBetween(text.unit(index - 1, measures.get(index - 1) ?? own), text.unit(index, own))
        }
        for (const item of set.items.slice(first, last)) {
          line += item.depth
          items.push({ item, role: set.unit.role, line })
        }
        for (const { item, finding } of set.faults) if (item >= first && item < last) faults.push(finding)
      }
      return items
    }),
  )
  return { parts, rest: restOf(text, plan, measures), faults }
}

/** The units that run through legs of different measure, with the measures that they end up with. */
function measuresOfUnits(plan: LegPlan): Map<number, Measures> {
  const measures = new Map<number, Measures>()
  for (const legs of plan.parts) {
    for (const leg of legs) if (leg.from.tail) measures.set(leg.from.unit, leg.from.tail.measures)
  }
  return measures
}

function restOf(text: GalleyText, plan: LegPlan, measures: ReadonlyMap<number, Measures>): Rest {
  const lastLeg = plan.parts.at(-1)?.at(-1)
  const own = uniform(lastLeg ? headMeasure(lastLeg) : 1)
  const { unit, item } = plan.rest
  const items: GalleyItem[] = []
  let wordsBefore = 0
  let inWord = false
  for (let index = unit; index < text.units; index++) {
    const set = text.set(index, measures.get(index) ?? own, plan.variants.get(index))
    if (index > unit) items.push(...set.items)
    else {
      for (const above of set.items.slice(0, item)) {
        if (above.kind !== 'line') continue
        wordsBefore += above.line.words
        inWord = above.line.hyphenated
      }
      items.push(...set.items.slice(item))
    }
  }
  const lines = items.reduce((sum, one) => sum + one.depth, 0)
  const words = items.reduce((sum, one) => sum + (one.kind === 'line' ? one.line.words : 0), 0)
  return { items, lines, words, unit, wordsBefore, inWord }
}

/** One measure without end. */
export function uniform(width: Pt): Measures {
  return [{ width, lines: Infinity }]
}
