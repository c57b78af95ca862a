/**
 * A paragraph as its breaker sees it: boxes, glue and penalties (Knuth & Plass 1981, p. 1122), boiled down to the places
 * where a line may end. The sums run from the paragraph's head, so the width of any line is one subtraction.
 */
export interface Breakpoints {
  /** Legal breakpoints, in order; the last is the paragraph's end. */
  readonly count: number
  /** Natural width, stretch and shrink from the paragraph's head to breakpoint k, its own penalty's width not counted. */
  readonly endWidth: Float64Array
  readonly endStretch: Float64Array
  readonly endShrink: Float64Array
  /** The same to where a line begins: entry 0 is the paragraph's head, entry k + 1 the first box after breakpoint k. */
  readonly startWidth: Float64Array
  readonly startStretch: Float64Array
  readonly startShrink: Float64Array
  /** What a break here costs in itself; `-Infinity` is a forced break. */
  readonly penalty: Float64Array
  /** Width that a break here adds: its hyphen. */
  readonly penaltyWidth: Float64Array
  /** 1 where the line would end in a hyphen. */
  readonly flagged: Uint8Array
}

/** A penalty: a place to break that is no glue. */
export interface Penalty {
  readonly width: number
  /** `Infinity` forbids the break, `-Infinity` forces it. */
  readonly cost: number
  readonly flagged: boolean
}

/** The columns of the table under construction. */
const COLUMNS = 9

/**
 * Builds breakpoints from boxes, glue and penalties given in order. Glue is a legal breakpoint after a box;
 * what follows a break is discarded up to the next box (p. 1123). Widths and shrink must not be negative: a line only grows.
 */
export class BreakpointBuilder {
  private rows = new Float64Array(64 * COLUMNS)
  private count = 0
  private width = 0
  private stretch = 0
  private shrink = 0
  private afterBox = false
  /** Breakpoints from this one on do not know yet where their next line begins. */
  private firstOpen = 0

  /** Type, or anything else that is neither broken nor stretched. */
  box(width: number): void {
    this.closeStarts()
    this.width += width
    this.afterBox = true
  }

  /** White. Gives the breakpoint's index, or −1 where it is none. */
  glue(width: number, stretch: number, shrink: number): number {
    const index = this.afterBox ? this.add(0, 0, 0) : -1
    this.unbreakableGlue(width, stretch, shrink)
    this.afterBox = false
    return index
  }

  /** White at which no line may end. */
  unbreakableGlue(width: number, stretch: number, shrink: number): void {
    this.width += width
    this.stretch += stretch
    this.shrink += shrink
  }

  /** A penalty. Gives the breakpoint's index, or −1 where the break is forbidden. */
  penalty(penalty: Penalty): number {
    return penalty.cost === Infinity ? -1 : this.add(penalty.cost, penalty.width, penalty.flagged ? 1 : 0)
  }

  /** The table; the builder is empty again. */
  finish(): Breakpoints {
    this.closeStarts()
    const count = this.count
    const column = (at: number): Float64Array => {
      const values = new Float64Array(count)
      for (let k = 0; k < count; k++) values[k] = this.rows[k * COLUMNS + at]!
      return values
    }
    const starts = (at: number): Float64Array => {
      const values = new Float64Array(count + 1)
      for (let k = 0; k < count; k++) values[k + 1] = this.rows[k * COLUMNS + at]!
      return values
    }
    const table: Breakpoints = {
      count,
      endWidth: column(0),
      endStretch: column(1),
      endShrink: column(2),
      startWidth: starts(3),
      startStretch: starts(4),
      startShrink: starts(5),
      penalty: column(6),
      penaltyWidth: column(7),
      flagged: Uint8Array.from({ length: count }, (_, k) => this.rows[k * COLUMNS + 8]!),
    }
    this.count = this.firstOpen = 0
    this.width = this.stretch = this.shrink = 0
    this.afterBox = false
    return table
  }

  private add(cost: number, width: number, flagged: number): number {
    // A forced break is never discarded, so the line after an earlier break begins here at the latest.
    if (cost === -Infinity) this.closeStarts()
    const at = this.count * COLUMNS
    if (at + COLUMNS > this.rows.length) {
      const larger = new Float64Array(this.rows.length * 2)
      larger.set(this.rows)
      this.rows = larger
    }
    const rows = this.rows
    rows[at] = this.width
    rows[at + 1] = this.stretch
    rows[at + 2] = this.shrink
    rows[at + 6] = cost
    rows[at + 7] = width
    rows[at + 8] = flagged
    return this.count++
  }

  private closeStarts(): void {
    for (let k = this.firstOpen; k < this.count; k++) {
      const at = k * COLUMNS
      this.rows[at + 3] = this.width
      this.rows[at + 4] = this.stretch
      this.rows[at + 5] = this.shrink
    }
    this.firstOpen = this.count
  }
}
