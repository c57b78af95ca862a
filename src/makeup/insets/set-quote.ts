import type { GridLines, Pt } from '../../base/index.js'
import type { PullQuote } from '../../edition/index.js'
import type { BoxStyle, RuleStyle, TextStyle, TypeStyles } from '../../stylebook/index.js'
import type { SetLine, Setter } from '../../typeset/index.js'
import { level, panelIn, shows } from '../page-rules.js'
import { capHeightOf, capTop } from '../set-block.js'
import type { PlacedQuote } from '../types.js'
import { depthFor, type Frame, frameOf, type InsetEdges, type InsetFit } from './inset-edges.js'

/** A pull quote to be set in a width. */
export interface QuoteRequest {
  readonly quote: PullQuote
  readonly styles: TypeStyles
  readonly language: string
  readonly box: BoxStyle | null
  readonly width: Pt
  readonly leading: Pt
  readonly edges: InsetEdges
  /** Grid lines that it is to take; it takes more where it needs them. Null for as many as it needs. */
  readonly depth: GridLines | null
}

/** A pull quote, set; everything counted from the top left of its grid lines. */
export interface SetQuote {
  readonly quote: PullQuote
  readonly depth: GridLines
  /** From side to side, and from its box or its first capitals to its foot. */
  readonly width: Pt
  readonly frame: Frame
  readonly box: BoxStyle | null
  /** White between the box and the type, left and right. */
  readonly padding: Pt
  readonly lines: readonly {
    readonly line: SetLine
    readonly baseline: Pt
    readonly role: 'pull-quote' | 'credit'
  }[]
  readonly rules: readonly { readonly rule: RuleStyle; readonly y: Pt }[]
}

/** White between a quote and its rules, and between a quote and who says it, in grid lines. */
const AT_RULE = 0.7
const ABOVE_CREDIT = 0.75

/** A block of type from its first capitals down. */
interface Block {
  readonly lines: SetQuote['lines']
  readonly rules: SetQuote['rules']
  readonly height: Pt
}

/**
 * Sets a pull quote as heads are set, its lines balanced, and who says it under it. With text above and below it stands in the
 * middle of its lines; at a leg's head its capitals, or its rule, are level with those of the text beside it, at the foot it
 * stands on their last baseline.
 */
export function setQuote(setter: Setter, request: QuoteRequest): SetQuote {
  const { quote, box, width, styles, leading, edges } = request
  const style = styles['pull-quote']
  const fit: InsetFit = {
    edges,
    before: style.before,
    after: style.after,
    leading,
    capTop: capTop(leading, capHeightOf(styles.body.size)),
    isBoxed: box !== null,
  }
  const padding = box ? Math.min(box.padding, width / 4) : 0
  const block = setBlocks(setter, request, width - 2 * padding)
  const inside = box ? block.height + 2 * box.paddingLines * leading : block.height
  const depth = Math.max(depthFor(inside, fit), request.depth ?? 0)
  const room = frameOf(fit, depth)
  const top = topOfBlock(room, block.height, box ? { above: true, below: true } : edges)
  return {
    quote,
    depth,
    width,
    frame: box ? room : { top, foot: top + block.height },
    box,
    padding,
    lines: block.lines.map((one) => ({ ...one, baseline: top + one.baseline })),
    rules: block.rules.map(({ rule, y }) => ({ rule, y: top + y })),
  }
}

function topOfBlock({ top, foot }: Frame, height: Pt, { above, below }: InsetEdges): Pt {
  const spare = foot - top - height
  if (above === below) return top + spare / 2
  return above ? top + spare : top
}

/** The quote with its rules, and its credit under it. */
function setBlocks(setter: Setter, request: QuoteRequest, measure: Pt): Block {
  const { quote, styles, leading } = request
  const style = styles['pull-quote']
  const over = style.ruleAbove ? style.ruleAbove.weight + AT_RULE * leading : 0
  const lines = setLines(setter, request, { role: 'pull-quote', measure, top: over })
  const credit = quote.credit
    ? setLines(setter, request, { role: 'credit', measure, top: lines.at(-1)!.baseline + ABOVE_CREDIT * leading })
    : []
  const last = (credit.at(-1) ?? lines.at(-1)!).baseline
  const under = style.ruleBelow ? style.ruleBelow.weight + AT_RULE * leading : 0
  return {
    lines: [...lines, ...credit],
    rules: [
      ...(style.ruleAbove ? [{ rule: style.ruleAbove, y: style.ruleAbove.weight / 2 }] : []),
      ...(style.ruleBelow ? [{ rule: style.ruleBelow, y: last + under - style.ruleBelow.weight / 2 }] : []),
    ],
    height: last + under,
  }
}

function setLines(
  setter: Setter,
  { quote, styles, language }: QuoteRequest,
  { role, measure, top }: { readonly role: 'pull-quote' | 'credit'; readonly measure: Pt; readonly top: Pt },
): SetQuote['lines'] {
  const style: TextStyle = styles[role]
  const copy = role === 'credit' ? quote.credit! : quote.copy
  const { size, leading } = style
  return setter.setDisplay({ copy, style, size, measure, language }).map((line, index) => {
    return { line, baseline: top + capHeightOf(size) + index * size * leading, role }
  })
}

/** Puts a set quote in its place. */
export function layQuote(set: SetQuote, at: { readonly x: Pt; readonly y: Pt }): PlacedQuote {
  const { quote, width, frame, box, padding } = set
  const rect = { x: at.x, y: at.y + frame.top, width, height: frame.foot - frame.top }
  return {
    kind: 'quote',
    quote,
    rect,
    panel: shows(box) ? panelIn(rect, box) : null,
    rules: set.rules.map(({ rule, y }) => level(at.y + y, at.x + padding, at.x + width - padding, rule)),
    lines: set.lines.map(({ line, baseline, role }) => {
      return { kind: 'line', line, x: at.x + padding, baseline: at.y + baseline, role }
    }),
  }
}
