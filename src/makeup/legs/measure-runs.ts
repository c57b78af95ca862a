import type { GridLines, Pt } from '../../base/index.js'
import type { Measures } from '../../typeset/index.js'

/** One measure without end. */
export function uniform(width: Pt): Measures {
  return [{ width, lines: Infinity }]
}

/** The same measures with equal neighbours as one run, and the last without end: lists that say the same look the same. */
export function joinRuns(measures: Measures): Measures {
  const runs: { width: Pt; lines: number }[] = []
  for (const { width, lines } of measures) {
    if (lines <= 0) continue
    const last = runs.at(-1)
    if (last?.width === width) last.lines += lines
    else runs.push({ width, lines })
  }
  const last = runs.at(-1)
  if (!last) throw new Error('a stretch of a leg has no measure')
  last.lines = Infinity
  return runs
}

/** Joined measures as a key. */
export function keyOfRuns(measures: Measures): string {
  return measures.map(({ width, lines }) => `${width}x${lines}`).join()
}

/** The measures of the first `lines` lines. */
export function firstLines(measures: Measures, lines: number): Measures {
  const first: { width: Pt; lines: number }[] = []
  let rest = lines
  for (const run of measures) {
    if (rest <= 0) break
    first.push({ width: run.width, lines: Math.min(run.lines, rest) })
    rest -= run.lines
  }
  return first
}

/**
 * Of the measures of grid lines those of items that are `pitch` grid lines deep, the first of which begins on line `line`: an
 * item has the narrowest of its lines.
 */
export function measuresOfItems(grid: Measures, line: GridLines, pitch: GridLines): Measures {
  const items: { width: Pt; lines: number }[] = []
  let width = Infinity
  let taken = 0
  let passed = 0
  for (const run of grid) {
    let lines = run.lines - Math.max(0, line - passed)
    passed += run.lines
    if (lines <= 0) continue
    if (taken > 0) {
      // An item has begun in the run before.
      const more = Math.min(lines, pitch - taken)
      width = Math.min(width, run.width)
      taken += more
      lines -= more
      if (taken < pitch) continue
      items.push({ width, lines: 1 })
    }
    items.push({ width: run.width, lines: Math.floor(lines / pitch) })
    taken = lines === Infinity ? 0 : lines % pitch
    width = run.width
  }
  return joinRuns(items)
}
