import type { Breakpoints } from './breakpoints.js'
import type { Demerits } from './demerits.js'
import { spread, type Spread, type SpreadRule } from './spread.js'

/** What the breaker is asked. */
export interface BreakRequest {
  readonly breakpoints: Breakpoints
  /** The measure of each line; the last goes on without end. Never empty. */
  readonly measures: ArrayLike<number>
  readonly demerits: Demerits
  /** Where letters come in. */
  readonly spread: SpreadRule
  /** The greatest adjustment ratio of a line. */
  readonly tolerance: number
  /** Stretch that every line has beside its glue: what lets a ragged line fall short. */
  readonly lineStretch: number
  /** A line with less stretch is judged as if it had this much, so that a single word on a line has a finite ratio. */
  readonly leastStretch: number
  /** A last line shorter than this is a runt, whatever the measure: the indent of the next paragraph would stand free of it. */
  readonly runtWidth: number
  /** Whether a line longer than its measure may stand where nothing shorter can (a single letter wider than the measure). */
  readonly overfull: 'never' | 'in-need'
}

/** How a paragraph is broken. */
export interface Breaking {
  /** The breakpoint that ends each line. */
  readonly breaks: Int32Array
  /** The adjustment ratio of each line. */
  readonly ratios: Float64Array
  /** How far the letters of each line are bent (spread.ts). */
  readonly bends: Float64Array
  readonly demerits: number
}

/** A ratio may miss its limit by so much: sums of widths are not exact. */
const TINY = 1e-7

/** Hyphens running that are told apart: none, one, two or more. */
const RUNS = 3
/** What the cost of the lines to come depends on: fitness class × hyphens running. */
const STATES = 4 * RUNS
/** Added for a line that had to be overfull, so that a breaking has as few of them as can be. */
const OVERFULL = 1e6

/**
 * Total fit (Knuth & Plass 1981, p. 1156): the breaking with the least demerits, over a measure per line. Null when none
 * is feasible. A dynamic program over (breakpoint, line, fitness class, hyphens running); lines are told apart only while
 * the measure can still change, as with TeX's `easy_line`.
 */
export function breakParagraph(request: BreakRequest): Breaking | null {
  return search.reachesEnd(request, { forgetsLines: true }) ? search.best(null) : null
}

/**
 * The breakings with the least demerits in so many lines, for each number asked for; null for those in which none is
 * feasible (p. 1160). One search finds them all: lines are told apart to the end.
 */
export function breakInLines(request: BreakRequest, lines: readonly number[]): readonly (Breaking | null)[] {
  const isReached = lines.length > 0 && search.reachesEnd(request, { forgetsLines: false })
  return lines.map((wanted) => (isReached ? search.best(wanted) : null))
}

/**
 * The state of one search. A node is a breakpoint reached with a certain number of lines, and holds the best way to it for
 * each state. One instance serves every search, for its arrays: nothing in it outlives a call.
 */
class Search {
  private request!: BreakRequest
  /** What is asked of every line that could be, taken out of requests of many shapes. */
  private table!: Breakpoints
  private rule!: SpreadRule
  private tolerance = NaN
  private leastStretch = NaN
  private lineStretch = NaN
  /** From this line on every measure is the same. */
  private easyLine = 0
  private forgetsLines = true

  private nodes = 0
  private nodeBreak = new Int32Array(256)
  private nodeLine = new Int32Array(256)
  private cost = new Float64Array(256 * STATES)
  private fromNode = new Int32Array(256 * STATES)
  private fromState = new Uint8Array(256 * STATES)

  private active = new Int32Array(256)
  private activeCount = 0

  /** How the line that is looked at is spread. */
  private readonly line: Spread = { ratio: 0, bend: 0 }

  /** The nodes being made at the present breakpoint, one for each number of lines; they are the last ones. */
  private firstNew = 0

  /** Tries all lines; false when none reach the paragraph's end. */
  reachesEnd(request: BreakRequest, { forgetsLines }: { readonly forgetsLines: boolean }): boolean {
    this.begin(request, forgetsLines)
    const { count } = request.breakpoints
    for (let k = 0; k < count; k++) if (!this.tryBreak(k)) return false
    return true
  }

  private begin(request: BreakRequest, forgetsLines: boolean): void {
    this.request = request
    this.table = request.breakpoints
    this.rule = request.spread
    this.tolerance = request.tolerance
    this.leastStretch = request.leastStretch
    this.lineStretch = request.lineStretch
    this.easyLine = request.measures.length - 1
    this.forgetsLines = forgetsLines
    this.nodes = this.firstNew = 0
    this.addNode(-1, 0)
    this.cost[1 * RUNS] = 0 // the line before the first counts as normal, with no hyphen
    this.active[0] = 0
    this.activeCount = 1
    this.firstNew = 1
  }

  /** Tries every line that would end at breakpoint k. False when no line can. */
  private tryBreak(k: number): boolean {
    const { active, tolerance } = this
    const isForced = this.table.penalty[k] === -Infinity
    let kept = 0
    let last = 0
    for (let i = 0; i < this.activeCount; i++) {
      const node = active[i]!
      this.spreadLine(node, k)
      const { ratio } = this.line
      if (ratio >= -1 - TINY && ratio <= tolerance + TINY) this.offer(node, k, 0)
      last = node
      if (!isForced && (ratio >= -1 - TINY || !this.isSpent(node, k))) active[kept++] = node
    }
    this.activeCount = kept
    if (kept === 0 && this.nodes === this.firstNew) {
      if (this.request.overfull === 'never') return false
      this.line.ratio = this.line.bend = -1
      this.offer(last, k, OVERFULL)
    }
    this.activateNew()
    return true
  }

  /** The best breaking in so many lines (null for any number), traced back from the paragraph's end; null when there is none. */
  best(wanted: number | null): Breaking | null {
    const { count } = this.request.breakpoints
    let bestNode = -1
    let bestState = 0
    let least = Infinity
    for (let node = this.nodes - 1; node > 0 && this.nodeBreak[node] === count - 1; node--) {
      if (wanted !== null && this.nodeLine[node] !== wanted) continue
      for (let state = 0; state < STATES; state++) {
        const cost = this.cost[node * STATES + state]!
        if (cost < least) [least, bestNode, bestState] = [cost, node, state]
      }
    }
    return bestNode < 0 ? null : this.trace(bestNode, bestState, least)
  }

  private trace(endNode: number, endState: number, demerits: number): Breaking {
    const lines: number[] = []
    const ratios: number[] = []
    const bends: number[] = []
    let node = endNode
    let state = endState
    while (node !== 0) {
      const at = node * STATES + state
      const from = this.fromNode[at]!
      lines.push(this.nodeBreak[node]!)
      this.spreadLine(from, this.nodeBreak[node]!)
      ratios.push(this.line.ratio)
      bends.push(this.line.bend)
      state = this.fromState[at]!
      node = from
    }
    return {
      breaks: Int32Array.from(lines.reverse()),
      ratios: Float64Array.from(ratios.reverse()),
      bends: Float64Array.from(bends.reverse()),
      demerits,
    }
  }

  private measureAfter(node: number): number {
    const line = this.nodeLine[node]!
    return this.request.measures[line < this.easyLine ? line : this.easyLine]!
  }

  /** Spreads the line from a node to breakpoint k: its adjustment ratio (p. 1124) and how far its letters bend. */
  private spreadLine(node: number, k: number): void {
    const { table } = this
    const start = this.nodeBreak[node]! + 1
    const short = this.measureAfter(node) - (table.endWidth[k]! + table.penaltyWidth[k]! - table.startWidth[start]!)
    const letters = table.endLetters[k]! - table.startLetters[start]!
    const wide = table.endWide[k]! - table.startWide[start]!
    let white: number
    if (short >= 0) {
      white = table.endStretch[k]! - table.startStretch[start]! + this.lineStretch
      if (white < this.leastStretch) white = this.leastStretch
    } else white = table.endShrink[k]! - table.startShrink[start]!
    spread(short > -TINY && short < 0 ? 0 : short, white, letters, wide, this.rule, this.line)
  }

  /** Whether no later breakpoint can end a line from this node either: it is too long even without the hyphen. */
  private isSpent(node: number, k: number): boolean {
    const { table } = this
    const start = this.nodeBreak[node]! + 1
    const width = table.endWidth[k]! - table.startWidth[start]! - table.mostHang
    const shrink = table.endShrink[k]! - table.startShrink[start]!
    const wide = table.endWide[k]! - table.startWide[start]!
    return width - shrink - wide > this.measureAfter(node) + TINY
  }

  /** Weighs the line from a node to breakpoint k against the best ways to k that are known. */
  private offer(node: number, k: number, extra: number): void {
    const { demerits, breakpoints } = this.request
    const { ratio, bend } = this.line
    const fitness = demerits.fitnessOf(ratio, bend)
    const flagged = breakpoints.flagged[k] === 1
    const line =
      demerits.ofLine(ratio, bend, breakpoints.penalty[k]!) +
      extra +
      (demerits.sameWord > 0 ? this.costOfSameWords(node, k) : 0) +
      (k === breakpoints.count - 1 ? this.costOfEnding(node, k) : 0)
    const target = this.newNode(k, this.lineAfter(node))
    for (let state = 0; state < STATES; state++) {
      let total = this.cost[node * STATES + state]! + line
      if (total === Infinity) continue
      const before = (state / RUNS) | 0
      let run = 0
      if (before - fitness > 1 || fitness - before > 1) total += demerits.fitnessJump
      if (flagged) {
        run = (state % RUNS) + 1
        if (run > 1) total += run > 2 ? demerits.ladder : demerits.secondHyphen
        if (run > 2) run = 2
      }
      const at = target * STATES + fitness * RUNS + run
      if (total >= this.cost[at]!) continue
      this.cost[at] = total
      this.fromNode[at] = node
      this.fromState[at] = state
    }
  }

  /** What is special about the paragraph's last line. */
  private costOfEnding(node: number, k: number): number {
    const { demerits, breakpoints } = this.request
    const start = this.nodeBreak[node]! + 1
    const isDivided = start > 0 && breakpoints.flagged[start - 1] === 1
    let cost = isDivided && isOneWord(breakpoints, start) ? demerits.lastWordDivided : 0
    const width = breakpoints.endWidth[k]! - breakpoints.startWidth[start]!
    if (start > 0 && width < Math.max(this.request.runtWidth, demerits.runtShare * this.measureAfter(node))) {
      cost += demerits.runt
    }
    return cost
  }

  /** The line ends with the word that the line before it ends with, or begins with the one that the next will begin with. */
  private costOfSameWords(node: number, k: number): number {
    const { demerits, breakpoints } = this.request
    const { firstWord, lastWord } = breakpoints
    const before = this.nodeBreak[node]!
    let cost = 0
    if (before >= 0 && lastWord[k] !== 0 && lastWord[before] === lastWord[k]) cost += demerits.sameWord
    if (firstWord[before + 1] !== 0 && firstWord[before + 1] === firstWord[k + 1]) cost += demerits.sameWord
    return cost
  }

  private lineAfter(node: number): number {
    const line = this.nodeLine[node]! + 1
    return this.forgetsLines && line > this.easyLine ? this.easyLine : line
  }

  private newNode(k: number, line: number): number {
    for (let node = this.firstNew; node < this.nodes; node++) if (this.nodeLine[node] === line) return node
    return this.addNode(k, line)
  }

  private addNode(k: number, line: number): number {
    const node = this.nodes++
    if (node === this.nodeBreak.length) this.grow()
    this.nodeBreak[node] = k
    this.nodeLine[node] = line
    this.cost.fill(Infinity, node * STATES, (node + 1) * STATES)
    return node
  }

  private activateNew(): void {
    for (let node = this.firstNew; node < this.nodes; node++) {
      if (this.activeCount === this.active.length) this.active = enlarged(this.active, Int32Array)
      this.active[this.activeCount++] = node
    }
    this.firstNew = this.nodes
  }

  private grow(): void {
    this.nodeBreak = enlarged(this.nodeBreak, Int32Array)
    this.nodeLine = enlarged(this.nodeLine, Int32Array)
    this.cost = enlarged(this.cost, Float64Array)
    this.fromNode = enlarged(this.fromNode, Int32Array)
    this.fromState = enlarged(this.fromState, Uint8Array)
  }
}

/** Whether no white stands between the box after breakpoint `start - 1` and the paragraph's end. */
export function isOneWord({ count, endWidth, startWidth }: Breakpoints, start: number): boolean {
  for (let k = start; k < count - 1; k++) if (startWidth[k + 1]! > endWidth[k]! + TINY) return false
  return true
}

interface NumberArray {
  readonly length: number
  set(from: ArrayLike<number>): void
}

function enlarged<T extends NumberArray & ArrayLike<number>>(array: T, make: new (length: number) => T): T {
  const larger = new make(array.length * 2)
  larger.set(array)
  return larger
}

const search = new Search()
