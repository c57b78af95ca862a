import type { GridLines, Pt } from '../../base/index.js'
import type { Copyline } from './copyline.js'
import type { RoomToFill } from './fill-leg.js'
import type { TextPosition } from './leg-text.js'

/**
 * Between how many lines text takes from a place on, however it is broken into some legs. Exact in legs of one measure. In
 * legs of several they are right as long as no paragraph is set in fewer lines under narrower measures: then it takes as many
 * as in the widest at the least, and at the most as many as in the most frequent and all the lines that are narrower.
 */
export class DepthBounds {
  readonly #widest: Pt
  readonly #frequent: Pt
  /** Lines narrower than the most frequent measure. */
  readonly #narrower: GridLines
  /** Where a measure changes, a deep item can lose all its lines but one. */
  readonly #edges: number
  /** Lines that heads of tables can take again. */
  readonly #repeated: GridLines

  constructor(
    private readonly copyline: Copyline,
    legs: readonly RoomToFill[],
  ) {
    const lines = linesByMeasure(legs)
    this.#widest = Math.max(0, ...lines.keys())
    this.#frequent = this.#widest
    for (const [measure, count] of lines) if (count > (lines.get(this.#frequent) ?? 0)) this.#frequent = measure
    this.#narrower = 0
    for (const [measure, count] of lines) if (measure < this.#frequent) this.#narrower += count
    this.#repeated = legs.reduce((sum, { stretch }) => sum + stretch.mostRepeated(copyline.text.units), 0)
    this.#edges = legs.reduce((sum, { stretch }) => sum + stretch.measures.length - 1, 0)
  }

  /** The fewest lines that the text takes from a place on. */
  least(position: TextPosition): GridLines {
    const { unit, setting } = position
    if (!setting || isIn(setting.measures, this.#widest)) return this.copyline.depthFrom(position, this.#widest)
    return this.copyline.sums(this.#widest).depth[unit + 1]!
  }

  /** The most that it takes, with the white in it. */
  most(position: TextPosition): GridLines {
    const { unit, setting } = position
    if (this.copyline.isEnd(position)) return 0
    const { depth, white, pitch } = this.copyline.sums(this.#frequent)
    const isExact = !setting || isIn(setting.measures, this.#frequent)
    const own = isExact ? this.copyline.depthFrom(position, this.#frequent) : depth[unit]! + pitch
    return own + white[unit]! + this.#narrower + this.#repeated + this.#edges * (pitch - 1)
  }
}

/** How many lines there are of each measure. */
function linesByMeasure(legs: readonly RoomToFill[]): Map<Pt, GridLines> {
  const count = new Map<Pt, GridLines>()
  for (const { stretch, depth } of legs) {
    let rest = depth
    for (const { width, lines } of stretch.measures) {
      count.set(width, (count.get(width) ?? 0) + Math.min(rest, lines))
      rest = Math.max(0, rest - lines)
    }
  }
  return count
}

/** Whether measures are one. */
function isIn(measures: readonly { readonly width: Pt }[], measure: Pt): boolean {
  return measures.length === 1 && measures[0]!.width === measure
}
