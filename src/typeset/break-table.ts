import type { Pt } from '../base/index.js'
import { BreakpointBuilder, type Breakpoints } from './breakpoints.js'
import type { BreakCosts, SpaceGlue } from './demerits.js'
import { BREAK, hasSoftHyphen, type BreakKind } from './divide-token.js'
import { SPAN, type Spans } from './spans.js'
import type { Type, Word, WordBreaks } from './type-case.js'

/** The breakpoints of copy, and where in its spans each one stands. */
export interface BreakTable {
  readonly breakpoints: Breakpoints
  /** The span in which, or before which, a line ends here. */
  readonly span: Int32Array
  /** Characters of that span which still stand on the line. */
  readonly offset: Int32Array
  readonly kind: Uint8Array
}

/** How copy becomes boxes, glue and penalties. */
export interface BreakTableOptions {
  readonly costs: BreakCosts
  /** Of ragged text without stretch and shrink. */
  readonly glue: SpaceGlue
  /**
   * Words wider than this may be broken anywhere, and lines may end at no-break spaces: the last resort.
   * Null while that is not needed.
   */
  readonly breakWordsOver: Pt | null
}

/** Stretch that fills the last line of a paragraph, in points: so much that no measure makes a difference to its ratio. */
const FILL = 1e6

/** Costs of breaks that nobody wants; far above any line's own demerits. */
const NEED_SPACE_COST = 2000
const NEED_COST = 10000

/** A hyphen is no help to a word in a measure of fewer em than this. */
const LEAST_EM_FOR_HYPHEN = 2

const builder = new BreakpointBuilder()

/** Compiles spans to breakpoints. */
export function buildBreakTable(spans: Spans, options: BreakTableOptions): BreakTable {
  const compiler = new Compiler(spans, options)
  const end = spans.kinds.length
  for (let i = 0; i < end; i++) compiler.add(i)
  compiler.force(end)
  return compiler.finish()
}

class Compiler {
  private readonly span: number[] = []
  private readonly offset: number[] = []
  private readonly kind: BreakKind[] = []

  constructor(
    private readonly spans: Spans,
    private readonly options: BreakTableOptions,
  ) {}

  add(i: number): void {
    const { kinds, types, words } = this.spans
    switch (kinds[i]!) {
      case SPAN.word:
        this.word(i, words[i]!, types[i]!)
        break
      case SPAN.space:
        if (this.space(types[i]!) >= 0) this.mark(i, 0, BREAK.space)
        break
      case SPAN.noBreakSpace:
        if (this.options.breakWordsOver !== null) this.penalty(i, 0, BREAK.space, types[i]!, NEED_SPACE_COST)
        this.noBreakSpace(types[i]!)
        break
      case SPAN.fixed:
        if (this.options.breakWordsOver !== null) this.penalty(i, 0, BREAK.space, types[i]!, NEED_SPACE_COST)
        builder.unbreakableGlue(this.spans.fixed.get(i)!, 0, 0)
        break
      case SPAN.lineBreak:
        this.force(i)
        break
    }
  }

  force(i: number): void {
    builder.unbreakableGlue(0, FILL, 0)
    builder.penalty({ width: 0, cost: -Infinity, flagged: false })
    this.mark(i, 0, BREAK.forced)
  }

  finish(): BreakTable {
    return {
      breakpoints: builder.finish(),
      span: Int32Array.from(this.span),
      offset: Int32Array.from(this.offset),
      kind: Uint8Array.from(this.kind),
    }
  }

  private space(type: Type): number {
    const { glue } = this.options
    const natural = type.space.width
    return builder.glue(natural * glue.ideal, natural * glue.stretch, natural * glue.shrink)
  }

  private noBreakSpace(type: Type): void {
    const { glue } = this.options
    const natural = type.space.width
    builder.unbreakableGlue(natural * glue.ideal, natural * glue.stretch, natural * glue.shrink)
  }

  private word(i: number, word: Word, type: Type): void {
    const continues = !this.spans.startsWord[i]
    if (continues) this.joint(i, type)
    const { at, kinds, weights, boxes } = this.breaksOf(word, type)
    for (let b = 0; b < at.length; b++) {
      builder.box(boxes[b]!)
      this.penalty(i, at[b]!, kinds[b]!, type, weights[b]! * this.costOf(kinds[b]!))
    }
    builder.box(boxes[at.length]!)
  }

  /** Between two types of one word a line may end after a hyphen or dash, or in need. */
  private joint(i: number, type: Type): void {
    const before = this.spans.words[i - 1]!.text
    const after = this.spans.words[i]!.text
    if (before.length > 2 && /[-\u2010\u2013\u2014]$/.test(before) && /^\p{L}{2}/u.test(after)) {
      this.penalty(i, 0, BREAK.written, type, this.options.costs.written)
    } else if (this.options.breakWordsOver !== null && before !== '') {
      this.penalty(i, 0, BREAK.need, type, NEED_COST)
    }
  }

  private breaksOf(word: Word, type: Type): WordBreaks {
    const most = this.options.breakWordsOver
    if (most === null || word.width + type.hyphen.width <= most) return word.breaks
    return word.findBreaksInNeed(most >= LEAST_EM_FOR_HYPHEN * type.size)
  }

  private costOf(kind: BreakKind): number {
    const { costs } = this.options
    switch (kind) {
      case BREAK.hyphen:
        return costs.hyphen
      case BREAK.compoundPart:
        return costs.compoundPart
      case BREAK.written:
        return costs.written
      case BREAK.dash:
        return costs.dash
      case BREAK.slash:
        return costs.slash
      case BREAK.address:
        return costs.address
      case BREAK.need:
      case BREAK.needHyphen:
        return NEED_COST
      case BREAK.space:
      case BREAK.forced:
        return 0
    }
  }

  private penalty(i: number, offset: number, kind: BreakKind, type: Type, cost: number): void {
    const addsHyphen = hasSoftHyphen(kind)
    builder.penalty({
      width: addsHyphen ? type.hyphen.width - type.hyphen.hangRight : 0,
      cost,
      flagged: addsHyphen || kind === BREAK.written,
    })
    this.mark(i, offset, kind)
  }

  private mark(i: number, offset: number, kind: BreakKind): void {
    this.span.push(i)
    this.offset.push(offset)
    this.kind.push(kind)
  }
}
