import type { GridLines, Pt } from '../../base/index.js'
import type { Outline } from '../../pictures/index.js'
import type { SetPicture } from '../pictures/set-picture.js'
import type { Breadth } from './breadth.js'
import type { StoodInset } from './stand-insets.js'
import type { Column, Obstacle, Span } from './stretches.js'

/** What obstacles are made with. */
export interface ObstacleContext {
  readonly columns: readonly Column[]
  readonly leading: Pt
  /** Size of the text that runs round them. */
  readonly size: Pt
  /** The outline along which text runs; null for the inset's rectangle. */
  readonly outline: (stood: StoodInset) => Outline | null
}

/** Letters reach so far above and below their baseline, in ems. */
const ASCENT = 0.75
const DESCENT = 0.25

/** What an inset keeps text away from, in the legs that it covers: its rectangle or its outline, with the gap. */
export function obstacleOf(stood: StoodInset, context: ObstacleContext): Obstacle {
  const { breadth, set, line } = stood
  const { columns } = context
  const outline = set.kind === 'picture' ? context.outline(stood) : null
  const whole = withGap(breadth, breadth, columns)
  const spans = Array.from({ length: set.depth }, (_, at): Span | null => {
    if (!outline || set.kind !== 'picture') return whole
    const span = outlineAt(at, { set: set.set, outline, breadth, context })
    return span && withGap(span, breadth, columns)
  })
  return { line, spans }
}

/** A span with the gap at its sides, but not beyond the legs that the inset covers: past these the gutter is white enough. */
function withGap({ left, right }: Span, { gap, legs }: Breadth, columns: readonly Column[]): Span {
  const [first, last] = [columns[legs[0]!]!, columns[legs.at(-1)!]!]
  return { left: Math.max(first.x, left - gap), right: Math.min(last.x + last.width, right + gap) }
}

/** How far a picture reaches beside a line of text; all of its width beside its words. */
function outlineAt(
  at: GridLines,
  of: {
    readonly set: SetPicture
    readonly outline: Outline
    readonly breadth: Breadth
    readonly context: ObstacleContext
  },
): Span | null {
  const { set, outline, breadth, context } = of
  const { leading, size } = context
  const baseline = (at + 1) * leading
  const [top, foot] = [baseline - ASCENT * size - breadth.gap / 2, baseline + DESCENT * size + breadth.gap / 2]
  const isBesideWords = set.lines.some(
    ({ line, baseline: own }) => own - line.ascent < foot && own + line.descent > top,
  )
  if (isBesideWords) return breadth
  const { rect, window } = set
  const rowAt = (y: Pt): number => ((y - rect.y) / rect.height) * window.height + window.y
  const seen = outline.filter((_, row) => {
    const [from, to] = [row / outline.length, (row + 1) / outline.length]
    return from < Math.min(rowAt(foot), window.y + window.height) && to > Math.max(rowAt(top), window.y)
  })
  const rows = seen.filter((row) => row !== null)
  if (rows.length === 0) return null
  const xAt = (share: number): Pt => {
    const within = Math.max(0, Math.min(1, (share - window.x) / window.width))
    return breadth.left + rect.x + within * rect.width
  }
  const [left, right] = [xAt(Math.min(...rows.map(([from]) => from))), xAt(Math.max(...rows.map(([, to]) => to)))]
  return right > left ? { left, right } : null
}
