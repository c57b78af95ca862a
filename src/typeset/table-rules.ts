import type { GridLines, Pt } from '../base/index.js'
import { type RuleStyle, thicknessOf, type TypeStyles } from '../stylebook/index.js'
import type { TableCopy } from './flatten-article.js'
import type { LineRule } from './types.js'

/** Where between two lines a rule stands, in grid lines below the upper one's baseline: under its descenders, above the lower one's capitals. */
const DROP = 0.25
/** Rules thicker than this grow away from the row to which they belong. */
const HAIRLINE: Pt = 0.5

/** A row of a table that was set, for its rules. */
export interface RuledRow {
  readonly table: TableCopy
  readonly row: number
  /** How many lines it has, and how many grid lines each takes. */
  readonly lines: number
  readonly depth: GridLines
  /** The table's edges, from the left edge of the measure. */
  readonly left: Pt
  readonly right: Pt
  /** The middles of the white between its columns. */
  readonly between: readonly Pt[]
}

/** The rules that stand with each line of a row: over the table and under it, under its head, between rows and between columns. */
export function rulesOfRow(
  { table, row, lines, depth, left, right, between }: RuledRow,
  { styles, leading }: { readonly styles: TypeStyles; readonly leading: Pt },
): readonly (readonly LineRule[])[] {
  const { table: style, 'table-head': head } = styles
  const isHead = table.hasHead && row === 0
  const isLast = row === table.rows.length - 1
  const above = row > 0 ? null : isHead ? head.ruleAbove : style.ruleAbove
  const below = isLast ? style.ruleBelow : isHead ? (head.ruleBelow ?? style.rowRule) : style.rowRule
  const [top, foot] = [(DROP - depth) * leading, DROP * leading]
  const level = (rule: RuleStyle, y: Pt): LineRule => ({ rule, x1: left, x2: right, y1: y, y2: y })
  const growth = (rule: RuleStyle): Pt => Math.max(0, (thicknessOf(rule) - HAIRLINE) / 2)
  return Array.from({ length: lines }, (_, line) => [
    ...(style.columnRule ? between.map((x) => ({ rule: style.columnRule!, x1: x, x2: x, y1: top, y2: foot })) : []),
    ...(above && line === 0 ? [level(above, top - growth(above))] : []),
    ...(below && line === lines - 1 ? [level(below, foot + growth(below))] : []),
  ])
}
