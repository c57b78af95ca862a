import type { GridLines, Pt } from '../../base/index.js'

/** Whether text, or another inset, stands above and below an inset in a leg that it covers. */
export interface InsetEdges {
  readonly above: boolean
  readonly below: boolean
}

/** What an inset is fitted to. */
export interface InsetFit {
  readonly edges: InsetEdges
  /** Whole lines of white at an edge where something stands. */
  readonly before: GridLines
  readonly after: GridLines
  readonly leading: Pt
  /** How far below a grid line's top the capitals of body text begin. */
  readonly capTop: Pt
  /** A box, like a picture, stands from the level of capitals down to a baseline, so that what is in it can be on the grid. */
  readonly isBoxed: boolean
}

/** From where to where something stands, counted from the inset's top. */
export interface Frame {
  readonly top: Pt
  readonly foot: Pt
}

/**
 * Where something may stand in `depth` grid lines: with nothing above it, from the level of the capitals of the text beside it;
 * with nothing below it, down to their last baseline. Type that stands free has the white counted from the baseline above and
 * from the capitals below; a box has it beyond the lines that it takes.
 */
export function frameOf({ edges, before, after, leading, capTop, isBoxed }: InsetFit, depth: GridLines): Frame {
  const [above, below] = [edges.above ? before * leading : 0, edges.below ? after * leading : 0]
  return {
    top: above + (isBoxed || above === 0 ? capTop : 0),
    foot: depth * leading - below + (isBoxed || below === 0 ? 0 : capTop),
  }
}

/** The least grid lines that hold something so high, with the white at its edges. */
export function depthFor(height: Pt, fit: InsetFit): GridLines {
  const { top, foot } = frameOf(fit, 0)
  // A hundredth of a line is rounding, not room.
  return Math.max(1, Math.ceil((top + height - foot) / fit.leading - 0.01))
}
