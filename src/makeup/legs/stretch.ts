import type { GridLines, Pt } from '../../base/index.js'
import type { Measures } from '../../typeset/index.js'
import type { Copyline } from './copyline.js'
import { type BreakUnit, type Change, type Setting, type TextPosition, whiteBetween } from './leg-text.js'
import { firstLines, joinRuns, keyOfRuns, measuresOfItems } from './measure-runs.js'

/** A text in the measures of a stretch: how each of its units can be set from each line on. */
export class Stretch {
  /** The measure of its last lines, and the line from which it goes on. */
  readonly lastMeasure: Pt
  readonly #last: GridLines
  /** By unit and line, above the last measure. */
  readonly #best: Setting[][] = []
  readonly #settings: (readonly Setting[])[][] = []
  readonly #entered = new Map<number, TextPosition | null>()
  #mostRepeated: GridLines | null = null

  constructor(
    private readonly copyline: Copyline,
    /** Joined. */
    readonly measures: Measures,
  ) {
    this.lastMeasure = measures.at(-1)!.width
    this.#last = measures.slice(0, -1).reduce((sum, { lines }) => sum + lines, 0)
  }

  /** A unit in a setting that may be any: for what all of them have alike. */
  kindOf(unit: number): BreakUnit {
    return this.copyline.kindOf(unit, this.lastMeasure)
  }

  /** White above a unit, below text. */
  whiteAbove(unit: number): GridLines {
    return whiteBetween(this.kindOf(unit - 1), this.kindOf(unit))
  }

  /**
   * Lines at the head of a leg of so many for what stands again above the unit with which it begins. None where they would be more
   * than half of the leg, nor where a picture stands beside it.
   */
  repeatAbove(unit: number, depth: GridLines): GridLines {
    const { repeats, depths } = this.kindOf(unit)
    if (repeats === undefined || this.#last > 0) return 0
    const lines = this.best(repeats, 0).depth
    return 2 * lines <= depth && lines + depths[0]! <= depth ? lines : 0
  }

  /** The most lines that any head of a leg takes so. */
  mostRepeated(units: number): GridLines {
    this.#mostRepeated ??= Math.max(0, ...Array.from({ length: units }, (_, unit) => this.repeatAbove(unit, Infinity)))
    return this.#mostRepeated
  }

  /** The best setting of a unit that begins on a line, counted from 0. */
  best(unit: number, line: GridLines): Setting {
    if (line >= this.#last) return this.copyline.best(unit, this.lastMeasure)
    return ((this.#best[unit] ??= [])[line] ??= this.copyline.setIn(unit, 0, this.#measuresFrom(unit, line), 0)!)
  }

  /** Every way to set a unit that begins on a line, the best first. */
  settings(unit: number, line: GridLines): readonly Setting[] {
    if (line >= this.#last) return this.copyline.settings(unit, this.lastMeasure)
    return ((this.#settings[unit] ??= [])[line] ??= [
      this.best(unit, line),
      ...([-1, 1] as const).flatMap(
        (change) => this.copyline.setIn(unit, change, this.#measuresFrom(unit, line), 0) ?? [],
      ),
    ])
  }

  /** A unit that begins on a line, set so: there is such a setting. */
  setting(unit: number, change: Change, line: GridLines): Setting {
    if (change === 0) return this.best(unit, line)
    return this.settings(unit, line).find((one) => one.change === change)!
  }

  /**
   * A place in the text at the head of this stretch: a unit that has begun is broken anew, with the items that it has already
   * in their own measures and the rest in those of the stretch. Null when it cannot be set so in as many as it began with.
   */
  enter(position: TextPosition): TextPosition | null {
    const { setting } = position
    if (!setting || (this.#last === 0 && this.#isAllIn(setting))) return position
    let entered = this.#entered.get(position.id)
    if (entered === undefined) this.#entered.set(position.id, (entered = this.#breakAnew(position, setting)))
    return entered
  }

  /** Whether a setting is in the one measure that the stretch has. */
  #isAllIn({ measures }: Setting): boolean {
    return measures.length === 1 && measures[0]!.width === this.lastMeasure
  }

  #breakAnew({ unit, item }: TextPosition, { change, measures }: Setting): TextPosition | null {
    const runs = joinRuns([...firstLines(measures, item), ...this.#measuresFrom(unit, 0)])
    const anew = this.copyline.setIn(unit, change, runs, item)
    const items = anew?.set.depths.length ?? 0
    // At its best the unit may end within the items it has: then nothing of it is left.
    if (!anew || (change !== 0 && items < item)) return null
    return this.copyline.within(anew, Math.min(item, items))
  }

  /** The measures of a unit's items from a line on. */
  #measuresFrom(unit: number, line: GridLines): Measures {
    return measuresOfItems(this.measures, line, this.kindOf(unit).depths[0]!)
  }
}

/** The stretches that a text is broken into: those of the same measures are the same. */
export class Stretches {
  readonly #known = new Map<string, Stretch>()

  constructor(private readonly copyline: Copyline) {}

  /** The stretch of these measures. */
  of(measures: Measures): Stretch {
    const joined = joinRuns(measures)
    const key = keyOfRuns(joined)
    let stretch = this.#known.get(key)
    if (!stretch) this.#known.set(key, (stretch = new Stretch(this.copyline, joined)))
    return stretch
  }
}
