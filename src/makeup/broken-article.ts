import type { Finding } from '../base/index.js'
import type { GalleyItem, Measures, Unit } from '../typeset/index.js'
import type { GalleyText } from './galley-text.js'
import { depthOf, headAgain } from './head-again.js'
import type { LegPlan } from './legs/break-legs.js'
import { whiteBetween } from './legs/leg-text.js'
import { uniform } from './legs/measure-runs.js'

/** An item of a galley in its leg: so many grid lines below the leg's head (its baseline's line, from 1). */
export interface LegItem {
  readonly item: GalleyItem
  readonly unit: Unit
  /** The grid line of the leg on which the item ends. */
  readonly line: number
  /** Whether it stood in an earlier leg too, where its words are counted: a table's head. */
  readonly isAgain: boolean
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
  const running = unitsRunningOn(plan)
  const parts = plan.parts.map((legs) =>
    legs.map((leg) => {
      const { stretch, from, to } = leg
      const items: LegItem[] = []
      let line = 0
      const add = (added: readonly GalleyItem[], { unit, isAgain }: Pick<LegItem, 'unit' | 'isAgain'>): void => {
        for (const item of added) {
          line += item.depth
          items.push({ item, unit, line, isAgain })
        }
      }
      for (let index = from.unit; index < text.units && index <= to.unit; index++) {
        const first = index === from.unit ? from.item : 0
        // A unit that only begins after this leg may be set as it cannot be in its measures.
        if (index === to.unit && to.item <= first) break
        const isHead = items.length === 0
        const again = isHead ? headAgain(text, leg, index) : []
        const begins = isHead ? depthOf(again) : line + whiteBetween(text.all[index - 1]!, text.all[index]!)
        const change = plan.variants.get(index) ?? 0
        const measures = running.get(index) ?? stretch.setting(index, change, begins).measures
        const set = text.set(index, measures, change)
        const last = index === to.unit ? to.item : set.items.length
        if (first < last) add(again, { unit: set.unit, isAgain: true })
        if (first < last) line = begins
        add(set.items.slice(first, last), { unit: set.unit, isAgain: false })
        for (const { item, finding } of set.faults) if (item >= first && item < last) faults.push(finding)
      }
      return items
    }),
  )
  return { parts, rest: restOf(text, plan, running), faults }
}

/** The units that run on from one leg into the next, with the measures that they end up with. */
function unitsRunningOn(plan: LegPlan): Map<number, Measures> {
  const measures = new Map<number, Measures>()
  for (const legs of plan.parts) {
    // A leg that text passes by has not broken it.
    for (const { from, to } of legs) if (from.setting && from !== to) measures.set(from.unit, from.setting.measures)
  }
  return measures
}

function restOf(text: GalleyText, plan: LegPlan, running: ReadonlyMap<number, Measures>): Rest {
  const own = uniform(plan.parts.at(-1)?.at(-1)?.stretch.lastMeasure ?? 1)
  const { unit, item, setting } = plan.rest
  const items: GalleyItem[] = []
  let wordsBefore = 0
  let inWord = false
  for (let index = unit; index < text.units; index++) {
    const measures = running.get(index) ?? (index === unit && setting ? setting.measures : own)
    const set = text.set(index, measures, plan.variants.get(index))
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
  const lines = depthOf(items)
  const words = items.reduce((sum, one) => sum + (one.kind === 'line' ? one.line.words : 0), 0)
  return { items, lines, words, unit, wordsBefore, inWord }
}
