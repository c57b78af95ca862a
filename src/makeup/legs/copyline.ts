import type { GridLines, Pt } from '../../base/index.js'
import type { Measures } from '../../typeset/index.js'
import { costOfVariant } from './leg-cost.js'
import { type BreakUnit, type Change, type LegText, type Setting, type TextPosition, whiteBetween } from './leg-text.js'
import { keyOfRuns, uniform } from './measure-runs.js'

/** The galley of one measure. Its units are set when they are first asked for. */
interface Galley {
  /** The best setting of each unit. */
  readonly best: (Setting | undefined)[]
  /** All settings of each unit, the best first. */
  readonly settings: (readonly Setting[] | undefined)[]
  sums: Sums | null
}

/** Sums over a galley, from the head of unit u to the end. */
export interface Sums {
  /** Grid lines, white not counted. */
  readonly depth: readonly GridLines[]
  readonly white: readonly GridLines[]
  /** The depth of the text's deepest item. */
  readonly pitch: GridLines
}

/** A text with its settings and its positions numbered, each once, and its galleys remembered by measure. */
export class Copyline {
  readonly #galleys = new Map<Pt, Galley>()
  /** Units in several measures; null for a variant that there is not. */
  readonly #settings = new Map<string, Setting | null>()
  readonly #kinds: BreakUnit[] = []
  readonly #heads: TextPosition[] = []
  /** Places in units that have begun, by the number of the setting and by item. */
  readonly #places: TextPosition[][] = []
  #positions = 0
  #numbers = 0

  constructor(readonly text: LegText) {}

  /** The position before a unit. */
  head(unit: number): TextPosition {
    return (this.#heads[unit] ??= { id: this.#positions++, unit, item: 0, setting: null })
  }

  /** The position after `item` items of a unit, where more of it may follow. */
  within(setting: Setting, item: number): TextPosition {
    const places = (this.#places[setting.id] ??= [])
    return (places[item] ??= { id: this.#positions++, unit: setting.unit, item, setting })
  }

  /** Whether nothing is left. */
  isEnd({ unit, item, setting }: TextPosition): boolean {
    const { units } = this.text
    return unit >= units || (unit === units - 1 && setting !== null && item >= setting.set.depths.length)
  }

  /** A unit in a setting that may be any: for what all of them have alike. */
  kindOf(unit: number, measure: Pt): BreakUnit {
    return (this.#kinds[unit] ??= this.best(unit, measure).set)
  }

  /** The best setting of a unit in one measure. */
  best(unit: number, measure: Pt): Setting {
    const { best } = this.#galley(measure)
    return (best[unit] ??= this.#number(unit, uniform(measure), bestOf(this.text.unit(unit, uniform(measure)))))
  }

  /** Every way to set a unit in one measure, the best first. */
  settings(unit: number, measure: Pt): readonly Setting[] {
    const { settings } = this.#galley(measure)
    return (settings[unit] ??= [
      this.best(unit, measure),
      ...([-1, 1] as const).flatMap((change) => this.#variant(unit, change, uniform(measure)) ?? []),
    ])
  }

  /**
   * A unit set in the first of these runs in which it ends: what comes below it is nothing to it. No fewer are tried than it
   * has lines in the widest of them, nor than `least`. Null for a variant that there is not.
   */
  setIn(unit: number, change: Change, runs: Measures, least: number): Setting | null {
    if (runs.length === 1) return this.#inMeasures(unit, change, runs)
    const fewest = this.best(unit, Math.max(...runs.map(({ width }) => width))).set.depths.length
    let lines = 0
    let best: Setting | null = null
    for (const [index, run] of runs.entries()) {
      lines += run.lines
      if (lines <= least || lines < fewest) continue
      const measures = index === runs.length - 1 ? runs : runsTo(runs, index)
      best ??= this.#endingIn(unit, measures, lines)
      if (!best) continue
      const setting = change === 0 ? best : this.#inMeasures(unit, change, measures)
      if (!setting || setting.set.depths.length <= lines) return setting
    }
    throw new Error('the last measure of a stretch ends')
  }

  /** Grid lines from a position to the end when all units that have not begun are set in `measure`, white not counted. */
  depthFrom({ unit, item, setting }: TextPosition, measure: Pt): GridLines {
    const { depth } = this.sums(measure)
    return setting ? leftOf(setting, item) + depth[unit + 1]! : depth[unit]!
  }

  /** The sums over the galley of one measure. */
  sums(measure: Pt): Sums {
    return (this.#galley(measure).sums ??= this.#sumUp(measure))
  }

  #sumUp(measure: Pt): Sums {
    const { units } = this.text
    const depth = new Array<number>(units + 1).fill(0)
    const white = new Array<number>(units + 1).fill(0)
    let pitch = 1
    for (let unit = units - 1; unit >= 0; unit--) {
      const setting = this.best(unit, measure)
      depth[unit] = depth[unit + 1]! + setting.depth
      white[unit] =
        unit + 1 < units ? white[unit + 1]! + whiteBetween(setting.set, this.best(unit + 1, measure).set) : 0
      pitch = Math.max(pitch, setting.set.depths[0]!)
    }
    return { depth, white, pitch }
  }

  /** The best setting of a unit in measures, when it ends within so many lines. */
  #endingIn(unit: number, measures: Measures, lines: number): Setting | null {
    const best = this.#inMeasures(unit, 0, measures)!
    return best.set.depths.length <= lines ? best : null
  }

  #inMeasures(unit: number, change: Change, measures: Measures): Setting | null {
    if (measures.length === 1) {
      const measure = measures[0]!.width
      if (change === 0) return this.best(unit, measure)
      return this.settings(unit, measure).find((one) => one.change === change) ?? null
    }
    const key = `${unit}/${change}/${keyOfRuns(measures)}`
    let setting = this.#settings.get(key)
    if (setting === undefined) {
      setting =
        change === 0
          ? this.#number(unit, measures, bestOf(this.text.unit(unit, measures)))
          : this.#variant(unit, change, measures)
      this.#settings.set(key, setting)
    }
    return setting
  }

  #variant(unit: number, change: -1 | 1, measures: Measures): Setting | null {
    const variant = this.text.variant(unit, change, measures)
    if (!variant) return null
    const { unit: set, cost, isLoose = false } = variant
    return this.#number(unit, measures, { change, set, cost: costOfVariant(cost), isLoose })
  }

  #number(unit: number, measures: Measures, made: Pick<Setting, 'change' | 'set' | 'cost' | 'isLoose'>): Setting {
    const depth = made.set.depths.reduce((sum, one) => sum + one, 0)
    return { id: this.#numbers++, unit, measures, ...made, depth }
  }

  #galley(measure: Pt): Galley {
    let galley = this.#galleys.get(measure)
    if (!galley) this.#galleys.set(measure, (galley = { best: [], settings: [], sums: null }))
    return galley
  }
}

function bestOf(set: BreakUnit): Pick<Setting, 'change' | 'set' | 'cost' | 'isLoose'> {
  return { change: 0, set, cost: 0, isLoose: false }
}

/** The runs up to one of them, which goes on. */
function runsTo(runs: Measures, index: number): Measures {
  return [...runs.slice(0, index), { width: runs[index]!.width, lines: Infinity }]
}

/** Grid lines of a setting from one of its items on. */
export function leftOf({ set }: Setting, item: number): GridLines {
  let depth = 0
  for (let index = item; index < set.depths.length; index++) depth += set.depths[index]!
  return depth
}
