import type { GridLines, Pt } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import { type RuleStyle, type TextStyle, thicknessOf } from '../stylebook/index.js'
import type { SetLine, Setter } from '../typeset/index.js'

/** A block of display type over whole grid lines. */
export interface SetBlock {
  readonly depth: GridLines
  /** Baselines from the block's top. */
  readonly lines: readonly { readonly line: SetLine; readonly baseline: Pt }[]
  readonly rules: readonly { readonly rule: RuleStyle; readonly y: Pt }[]
}

/** What to set and in what width. */
export interface BlockRequest {
  readonly copy: Copy
  readonly style: TextStyle
  readonly size: Pt
  readonly measure: Pt
  readonly language: string
  /** The grid's step. */
  readonly leading: Pt
  /** Cap height of the body, in points: heads align their capitals with the capitals of the text beside them. */
  readonly bodyCapHeight: Pt
  /** White above large type that stands under another part of the head: its ascenders must clear what is above. */
  readonly gap?: Pt
  /** Exactly so many lines; left out, as few as hold it. */
  readonly lines?: number | undefined
}

/** Cap height and descent of a text face where its line does not tell better; fractions of the size. */
const CAP_HEIGHT = 0.68
const DESCENT = 0.22

/** How far below a grid line's top the capitals of body text begin. */
export function capTop(leading: Pt, bodyCapHeight: Pt): Pt {
  return leading - bodyCapHeight
}

/** The cap height of body type of this size. */
export function capHeightOf(size: Pt): Pt {
  return size * CAP_HEIGHT
}

/**
 * Sets heads, standfirst, byline and their like. Type that goes onto the grid line by line stands on it; larger type is
 * a block of its own leading, its capitals level with the capitals of body text beside it, rounded up to whole lines.
 */
export function setBlock(setter: Setter, request: BlockRequest): SetBlock {
  const { copy, style, size, measure, language, leading } = request
  const set = setter.setDisplay({ copy, style, size, measure, language, lines: request.lines })
  const first = firstBaseline(request)
  const lines = set.map((line, index) => ({
    line,
    baseline: first === null ? (index + 1) * leading : first + index * pitchOf(request),
  }))
  const rules: { rule: RuleStyle; y: Pt }[] = []
  const above = style.before * leading
  const depth = blockDepth(request, set.length)
  if (style.ruleAbove) rules.push({ rule: style.ruleAbove, y: leading * 0.3 + thicknessOf(style.ruleAbove) / 2 })
  if (style.ruleBelow) rules.push({ rule: style.ruleBelow, y: (depth - 0.3) * leading })
  return { depth, lines: lines.map(({ line, baseline }) => ({ line, baseline: baseline + above })), rules }
}

/** The grid lines that a block of so many lines takes, its white included. */
export function blockDepth(request: Omit<BlockRequest, 'copy'>, lines: number): GridLines {
  const { style, size, leading } = request
  const first = firstBaseline(request)
  const ink =
    first === null ? lines : Math.ceil((first + (lines - 1) * pitchOf(request) + size * DESCENT) / leading - 0.05)
  return style.before + Math.max(1, ink) + style.after
}

/** Where the first line stands under the block's top; null when the type stands on the grid, line by line. */
function firstBaseline(request: Omit<BlockRequest, 'copy'>): Pt | null {
  const { size, leading, bodyCapHeight, gap } = request
  if (pitchOf(request) <= leading * 1.05 && size <= leading * 1.1) return null
  return capTop(leading, bodyCapHeight) + size * CAP_HEIGHT + (gap ?? 0)
}

function pitchOf({ size, style }: Pick<BlockRequest, 'size' | 'style'>): Pt {
  return size * style.leading
}
