import type { GridLines, Pt } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import type { RuleStyle, TextStyle } from '../stylebook/index.js'
import type { SetLine, Setter } from '../typeset/index.js'

/** A block of display type over whole grid lines. */
export interface SetBlock {
  readonly depth: GridLines
  /** Baselines from the block's top. */
  readonly lines: readonly { readonly line: SetLine; readonly baseline: Pt }[]
  readonly rules: readonly { readonly rule: RuleStyle; readonly y: Pt }[]
  /** Whether a word had to be divided to go into the measure. */
  readonly divided: boolean
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
  const set = setter.setDisplay({ copy, style, size, measure, language })
  const pitch = size * style.leading
  const onGrid = pitch <= leading * 1.05 && size <= leading * 1.1
  const first = capTop(leading, request.bodyCapHeight) + size * CAP_HEIGHT + (request.gap ?? 0)
  const lines = set.map((line, index) => ({ line, baseline: onGrid ? (index + 1) * leading : first + index * pitch }))
  const ink = onGrid ? set.length : Math.ceil((first + (set.length - 1) * pitch + size * DESCENT) / leading - 0.05)
  const rules: { rule: RuleStyle; y: Pt }[] = []
  const above = style.before * leading
  const depth = style.before + Math.max(1, ink) + style.after
  if (style.ruleAbove) rules.push({ rule: style.ruleAbove, y: leading * 0.3 + style.ruleAbove.weight / 2 })
  if (style.ruleBelow) rules.push({ rule: style.ruleBelow, y: (depth - 0.3) * leading })
  return {
    depth,
    lines: lines.map(({ line, baseline }) => ({ line, baseline: baseline + above })),
    rules,
    divided: set.some((line) => line.hyphenated),
  }
}
