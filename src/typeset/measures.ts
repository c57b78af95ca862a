import type { Pt } from '../base/index.js'
import type { Measures } from './types.js'

/** White kept free of text at both ends of every line, and before the first one. */
export interface Inset {
  readonly left: Pt
  readonly right: Pt
  /** First-line indent. */
  readonly indent: Pt
  /** White at the left of the first lines: of each as much as a drop capital takes. */
  readonly beside?: readonly Pt[]
}

/** The lines of a text: their measures, and where type stands in each. The last entry goes on without end. */
export interface LineRoom {
  readonly measures: readonly Pt[]
  /** Room for type. */
  readonly widths: readonly Pt[]
  /** Where that room begins. */
  readonly lefts: readonly Pt[]
}

/** A measure gives up no more of itself than this to its insets, and to its indent. */
const MOST_INSET = 0.5
const MOST_INDENT = 0.25

/** A list of measures, equal neighbours joined, as a key: lists that set alike have the same. */
export function keyOfMeasures(measures: Measures): string {
  let key = ''
  let width = -1
  let lines = 0
  for (const run of measures) {
    if (run.lines <= 0) continue
    if (run.width === width) {
      lines += run.lines
      continue
    }
    if (lines > 0) key += `${width}x${lines},`
    width = run.width
    lines = run.lines
  }
  return key + width
}

/** Expands measures to lines. */
export function roomOf(measures: Measures, { left, right, indent, beside = [] }: Inset): LineRoom {
  const expanded: Pt[] = []
  for (const [index, { width, lines }] of measures.entries()) {
    const count = index === measures.length - 1 || lines === Infinity ? 1 : lines
    for (let i = 0; i < count; i++) expanded.push(Math.max(0, width))
    if (lines === Infinity) break
  }
  if (expanded.length === 0) throw new Error('a text was to be set in no measure at all')
  while (expanded.length > 1 && expanded.at(-1) === expanded.at(-2)) expanded.pop()
  // The line after an indented one is another line, even where there is one measure only.
  if (indent !== 0 && expanded.length === 1) expanded.push(expanded[0]!)
  while (expanded.length <= beside.length) expanded.push(expanded.at(-1)!)
  const widths: Pt[] = []
  const lefts: Pt[] = []
  expanded.forEach((measure, line) => {
    const scale = left + right > measure * MOST_INSET ? (measure * MOST_INSET) / (left + right) : 1
    const first = line === 0 ? Math.min(indent, measure * MOST_INDENT) : 0
    const taken = first + (beside[line] ?? 0)
    lefts.push(left * scale + taken)
    widths.push(measure - (left + right) * scale - taken)
  })
  return { measures: expanded, widths, lefts }
}

/** Line `index` of a list whose last entry goes on. */
export function atLine<T>(list: readonly T[], index: number): T {
  return list[index < list.length ? index : list.length - 1]!
}
