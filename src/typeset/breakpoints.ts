/**
 * A paragraph as its breaker sees it: boxes, glue and penalties (Knuth & Plass 1981, p. 1122), boiled down to the places
 * where a line may end. The sums run from the paragraph's head, so the width of any line is one subtraction.
 */
export interface Breakpoints {
  /** Legal breakpoints, in order; the last is the paragraph's end. */
  readonly count: number
  /** Natural width, stretch and shrink of the white from the paragraph's head to breakpoint k, its own penalty's width not counted. */
  readonly endWidth: Float64Array
  readonly endStretch: Float64Array
  readonly endShrink: Float64Array
  /** The same to where a line begins: entry 0 is the paragraph's head, entry k + 1 the first box after breakpoint k. */
  readonly startWidth: Float64Array
  readonly startStretch: Float64Array
  readonly startShrink: Float64Array
  /** How far the letters give up to there, either way: within the first bounds of letterfit and glyph width, and within the wide ones. */
  readonly endLetters: Float64Array
  readonly endWide: Float64Array
  readonly startLetters: Float64Array
  readonly startWide: Float64Array
  /** The most that hangs in the margin where a line ends; the widths have what hangs taken off at either end. */
  readonly mostHang: number
  /** The last word of a line that ends here, and the first of one that begins here, by number; 0 for none and for parts of words. */
  readonly lastWord: Int32Array
  readonly firstWord: Int32Array
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

/** Type between two places to break. */
export interface Box {
  readonly width: number
  /** How far its letters give, either way: within the first bounds, and within the wide ones. */
  readonly letters: number
  readonly wide: number
  /** What of it hangs in the margin where a line begins, or ends, with it. */
  readonly hangLeft: number
  readonly hangRight: number
  /** The word that it begins, and ends, by number; 0 for none. */
  readonly firstWord: number
  readonly lastWord: number
}

/** A box that neither gives nor hangs. */
export function stiffBox(width: number): Box {
  return { width, letters: 0, wide: 0, hangLeft: 0, hangRight: 0, firstWord: 0, lastWord: 0 }
}

/** The columns of the table under construction. Those of starts have the paragraph's head as their entry 0. */
const COLUMN = {
  endWidth: 0,
  endStretch: 1,
  endShrink: 2,
  endLetters: 3,
  endWide: 4,
  startWidth: 5,
  startStretch: 6,
  startShrink: 7,
  startLetters: 8,
  startWide: 9,
  penalty: 10,
  penaltyWidth: 11,
  flagged: 12,
  lastWord: 13,
  firstWord: 14,
} as const
const COLUMNS = 15
/** The columns whose numbers are kept as they are stand first. */
const SUMS = 12

/**
 * Builds breakpoints from boxes, glue and penalties given in order. Glue is a legal breakpoint after a box;
 * what follows a break is discarded up to the next box (p. 1123). Widths and shrink must not be negative: a line only grows.
 */
export class BreakpointBuilder {
  /** Breakpoints that there is room for. */
  private capacity = 256
  /** Column after column. */
  private columns = new Float64Array(COLUMNS * this.capacity)
  private count = 0
  private width = 0
  private stretch = 0
  private shrink = 0
  private letters = 0
  private wide = 0
  /** Of the last box. */
  private hang = 0
  private lastWord = 0
  private mostHang = 0
  /** Of the first box of the paragraph. */
  private head: Box | null = null
  private afterBox = false
  /** Breakpoints from this one on do not know yet where their next line begins. */
  private firstOpen = 0

  /** Type, or anything else that is neither broken nor stretched by itself. */
  box(box: Box): void {
    this.head ??= box
    this.closeStarts(box)
    this.width += box.width
    this.letters += box.letters
    this.wide += box.wide
    this.hang = box.hangRight
    this.lastWord = box.lastWord
    if (box.hangRight > this.mostHang) this.mostHang = box.hangRight
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
    this.closeStarts(null)
    const { count, columns, capacity, head } = this
    columns[COLUMN.startWidth * capacity] = head ? head.hangLeft : 0
    columns[COLUMN.firstWord * capacity] = head ? head.firstWord : 0
    // One piece of memory for all columns of numbers: each of its own would be dearer than what it holds.
    const sums = new Float64Array(SUMS * (count + 1))
    const cut = (at: number, length: number): Float64Array => columns.subarray(at * capacity, at * capacity + length)
    const keep = (at: number, length: number): Float64Array => {
      const from = at * (count + 1)
      sums.set(cut(at, length), from)
      return sums.subarray(from, from + length)
    }
    const table: Breakpoints = {
      count,
      endWidth: keep(COLUMN.endWidth, count),
      endStretch: keep(COLUMN.endStretch, count),
      endShrink: keep(COLUMN.endShrink, count),
      endLetters: keep(COLUMN.endLetters, count),
      endWide: keep(COLUMN.endWide, count),
      startWidth: keep(COLUMN.startWidth, count + 1),
      startStretch: keep(COLUMN.startStretch, count + 1),
      startShrink: keep(COLUMN.startShrink, count + 1),
      startLetters: keep(COLUMN.startLetters, count + 1),
      startWide: keep(COLUMN.startWide, count + 1),
      mostHang: this.mostHang,
      penalty: keep(COLUMN.penalty, count),
      penaltyWidth: keep(COLUMN.penaltyWidth, count),
      flagged: new Uint8Array(cut(COLUMN.flagged, count)),
      lastWord: new Int32Array(cut(COLUMN.lastWord, count)),
      firstWord: new Int32Array(cut(COLUMN.firstWord, count + 1)),
    }
    this.count = this.firstOpen = 0
    this.width = this.stretch = this.shrink = this.letters = this.wide = 0
    this.hang = this.lastWord = this.mostHang = 0
    this.head = null
    this.afterBox = false
    return table
  }

  private add(cost: number, width: number, flagged: number): number {
    // A forced break is never discarded, so the line after an earlier break begins here at the latest.
    if (cost === -Infinity) this.closeStarts(null)
    // The columns of starts have an entry more.
    if (this.count + 1 === this.capacity) this.grow()
    const { columns, capacity, count: at } = this
    // What a penalty adds (a hyphen) stands between the type and the margin, and hangs itself.
    columns[COLUMN.endWidth * capacity + at] = this.width - (width > 0 ? 0 : this.hang)
    columns[COLUMN.endStretch * capacity + at] = this.stretch
    columns[COLUMN.endShrink * capacity + at] = this.shrink
    columns[COLUMN.endLetters * capacity + at] = this.letters
    columns[COLUMN.endWide * capacity + at] = this.wide
    columns[COLUMN.penalty * capacity + at] = cost
    columns[COLUMN.penaltyWidth * capacity + at] = width
    columns[COLUMN.flagged * capacity + at] = flagged
    columns[COLUMN.lastWord * capacity + at] = width > 0 ? 0 : this.lastWord
    return this.count++
  }

  /** Lines that begin after an open breakpoint begin with this box. */
  private closeStarts(box: Box | null): void {
    const { columns, capacity } = this
    for (let start = this.firstOpen + 1; start <= this.count; start++) {
      columns[COLUMN.startWidth * capacity + start] = this.width + (box ? box.hangLeft : 0)
      columns[COLUMN.startStretch * capacity + start] = this.stretch
      columns[COLUMN.startShrink * capacity + start] = this.shrink
      columns[COLUMN.startLetters * capacity + start] = this.letters
      columns[COLUMN.startWide * capacity + start] = this.wide
      columns[COLUMN.firstWord * capacity + start] = box ? box.firstWord : 0
    }
    this.firstOpen = this.count
  }
  private grow(): void {
    const { columns, capacity } = this
    this.capacity = 2 * capacity
    this.columns = new Float64Array(COLUMNS * this.capacity)
    for (let at = 0; at < COLUMNS; at++) {
      this.columns.set(columns.subarray(at * capacity, (at + 1) * capacity), at * this.capacity)
    }
  }
}
