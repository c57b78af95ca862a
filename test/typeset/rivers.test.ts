import { describe, expect, it } from 'vitest'
import { breakParagraph, type BreakRequest, type Breaking } from '../../src/typeset/break-paragraph.js'
import { BreakpointBuilder, stiffBox, type Breakpoints } from '../../src/typeset/breakpoints.js'
import { newspaperCosts, spaceGlue, spreadRule } from '../../src/typeset/demerits.js'
import { findRivers, mendRivers } from '../../src/typeset/rivers.js'

const GLUE = spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })

/** Words drawn as letters of 1 with spaces of 1; a slash ends a line. */
function drawn(...lines: string[]): { table: Breakpoints; breaking: Breaking } {
  const builder = new BreakpointBuilder()
  const breaks: number[] = []
  lines.forEach((line, i) => {
    line.split(' ').forEach((word, at) => {
      if (i + at > 0) {
        const k = builder.glue(1, 0.5, 0.25)
        if (at === 0) breaks.push(k)
      }
      builder.box(stiffBox(word.length))
    })
  })
  builder.unbreakableGlue(0, 1e6, 0)
  breaks.push(builder.penalty({ width: 0, cost: -Infinity, flagged: false }))
  const count = breaks.length
  const table = builder.finish()
  // Every space is half as wide again as it would be.
  const ratios = Float64Array.from(breaks, (_, i) => (i < count - 1 ? 1 : 0))
  return { table, breaking: { breaks: Int32Array.from(breaks), ratios, bends: new Float64Array(count), demerits: 0 } }
}

describe('a river', () => {
  it('is white that runs together over three lines', () => {
    const { table, breaking } = drawn('aaaa bbbbbb', 'cccc dddddd', 'eeee ffffff', 'ggggggg hhh', 'iii')
    expect(findRivers(table, breaking, [0])).toEqual([{ line: 0, lines: 3 }])
  })

  it('may slant, and counts once however long it is', () => {
    const { table, breaking } = drawn('aaaa bbbbbbbb', 'cccc ddddddd', 'eeee ffffff', 'gggg hhhh', 'iiii')
    expect(findRivers(table, breaking, [0])).toEqual([{ line: 0, lines: 4 }])
  })

  it('is none over two lines, nor where the white does not meet', () => {
    const two = drawn('aaaa bbbbbb', 'cccc dddddd', 'eeeeeee fff', 'gggg')
    expect(findRivers(two.table, two.breaking, [0])).toEqual([])
    const apart = drawn('aaaa bbbbbb', 'cccccc dddd', 'eeee ffffff', 'gggg')
    expect(findRivers(apart.table, apart.breaking, [0])).toEqual([])
  })

  it('knows where an indented line begins', () => {
    const { table, breaking } = drawn('aa bbbbbbbb', 'cccc dddddd', 'eeee ffffff', 'gg')
    expect(findRivers(table, breaking, [0])).toEqual([])
    expect(findRivers(table, breaking, [2, 0])).toEqual([{ line: 0, lines: 3 }])
  })
})

describe('mending rivers', () => {
  /** Words whose lengths repeat fall into columns; now and then one can be set otherwise. */
  const request = (seed: number): BreakRequest => {
    const builder = new BreakpointBuilder()
    let state = seed
    for (let i = 0; i < 40; i++) {
      state = (state * 1103515245 + 12345) % 2147483648
      builder.box(stiffBox(10 + (state % 5) * 6))
      if (i < 39) builder.glue(4, 2, 1)
    }
    builder.unbreakableGlue(0, 1e6, 0)
    builder.penalty({ width: 0, cost: -Infinity, flagged: false })
    return {
      breakpoints: builder.finish(),
      measures: [140],
      demerits: newspaperCosts(GLUE).demerits,
      spread: spreadRule(GLUE),
      runtWidth: 0,
      tolerance: 6,
      lineStretch: 0,
      leastStretch: 2,
      overfull: 'never',
    }
  }

  it('takes some of them out, even where letters give nothing, for less than they cost, and leaves other paragraphs alone', () => {
    let before = 0
    let after = 0
    for (let seed = 1; seed <= 300; seed++) {
      const asked = request(seed)
      const best = breakParagraph(asked)
      if (!best) continue
      const mended = mendRivers(asked, best, [0])
      const rivers = findRivers(asked.breakpoints, best, [0])
      before += rivers.length
      after += findRivers(asked.breakpoints, mended, [0]).length
      if (rivers.length === 0) expect(mended).toBe(best)
      expect(mended.demerits).toBeGreaterThanOrEqual(best.demerits - 1e-9)
    }
    expect(before).toBeGreaterThan(20)
    expect(after).toBeLessThan(before * 0.85)
  })
})
