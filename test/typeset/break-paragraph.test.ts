import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BreakpointBuilder, type Breakpoints } from '../../src/typeset/breakpoints.js'
import { breakParagraph, type BreakRequest } from '../../src/typeset/break-paragraph.js'
import { newspaperCosts, paperDemerits, raggedCosts, spaceGlue, type Demerits } from '../../src/typeset/demerits.js'

/** The least demerits over every way to break, by trying them all; with the numbers of lines that are feasible. */
function tryAll(request: BreakRequest): { least: number; byLines: Map<number, number> } {
  const { breakpoints: table, demerits, measures, tolerance } = request
  const byLines = new Map<number, number>()
  const go = (start: number, lines: number, cost: number, fitness: number, run: number): void => {
    if (start === table.count) {
      byLines.set(lines, Math.min(cost, byLines.get(lines) ?? Infinity))
      return
    }
    for (let k = start; k < table.count; k++) {
      const ratio = ratioOf(table, start, k, measures[Math.min(lines, measures.length - 1)]!, request)
      if (ratio >= -1 && ratio <= tolerance) {
        const measure = measures[Math.min(lines, measures.length - 1)]!
        const flagged = table.flagged[k] === 1
        const nextRun = flagged ? run + 1 : 0
        let line = demerits.ofLine(ratio, table.penalty[k]!)
        if (Math.abs(fitness - demerits.fitnessOf(ratio)) > 1) line += demerits.fitnessJump
        if (nextRun === 2) line += demerits.secondHyphen
        if (nextRun > 2) line += demerits.ladder
        if (k === table.count - 1 && start > 0) {
          if (table.flagged[start - 1] === 1) line += demerits.lastWordDivided
          if (table.endWidth[k]! - table.startWidth[start]! < demerits.runtShare * measure) line += demerits.runt
        }
        go(k + 1, lines + 1, cost + line, demerits.fitnessOf(ratio), nextRun)
      }
      if (table.penalty[k] === -Infinity) break
    }
  }
  go(0, 0, 0, 1, 0)
  return { least: Math.min(Infinity, ...byLines.values()), byLines }
}

function ratioOf(table: Breakpoints, start: number, k: number, measure: number, request: BreakRequest): number {
  const short = measure - (table.endWidth[k]! + table.penaltyWidth[k]! - table.startWidth[start]!)
  const stretch = table.endStretch[k]! - table.startStretch[start]! + request.lineStretch
  const shrink = table.endShrink[k]! - table.startShrink[start]!
  if (short === 0) return 0
  return short > 0 ? short / Math.max(stretch, request.leastStretch) : shrink > 0 ? short / shrink : -Infinity
}

interface Piece {
  readonly width: number
  readonly after: 'space' | 'hyphen' | 'forced'
}

function build(pieces: readonly Piece[]): Breakpoints {
  const builder = new BreakpointBuilder()
  pieces.forEach(({ width, after }, i) => {
    builder.box(width)
    if (i === pieces.length - 1) return
    if (after === 'space') builder.glue(4, 2, 1)
    else if (after === 'hyphen') builder.penalty({ width: 3, cost: 0.3, flagged: true })
    else {
      builder.unbreakableGlue(0, 1e6, 0)
      builder.penalty({ width: 0, cost: -Infinity, flagged: false })
    }
  })
  builder.unbreakableGlue(0, 1e6, 0)
  builder.penalty({ width: 0, cost: -Infinity, flagged: false })
  return builder.finish()
}

const kinds: Piece['after'][] = ['space', 'space', 'space', 'hyphen', 'hyphen', 'forced']
const pieces = fc.array(fc.record({ width: fc.integer({ min: 1, max: 24 }), after: fc.constantFrom(...kinds) }), {
  minLength: 1,
  maxLength: 13,
})
const costs: Demerits[] = [
  paperDemerits({ flagged: 3000, fitness: 3000 }),
  newspaperCosts(spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })).demerits,
  raggedCosts().demerits,
]
const requests = fc.record({
  breakpoints: pieces.map(build),
  measures: fc.array(fc.integer({ min: 24, max: 60 }), { minLength: 1, maxLength: 4 }),
  demerits: fc.constantFrom(...costs),
  tolerance: fc.constantFrom(1, 3, Infinity),
  lineStretch: fc.constantFrom(0, 6),
  leastStretch: fc.constant(2),
})

describe('breaking a paragraph', () => {
  it('finds the least demerits that there are, whatever the measure of each line', () => {
    let feasible = 0
    fc.assert(
      fc.property(requests, (some) => {
        const request: BreakRequest = { ...some, overfull: 'never', looseness: 0 }
        const { least } = tryAll(request)
        const found = breakParagraph(request)
        if (found) feasible++
        expect(found?.demerits ?? Infinity).toBeCloseTo(least, 6)
      }),
      { seed: 1981, numRuns: 3000 },
    )
    expect(feasible).toBeGreaterThan(1500)
  })

  it('finds the least demerits for as many lines as the looseness asks, or the nearest feasible number', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(-1, 1, 2), (some, looseness) => {
        const request: BreakRequest = { ...some, overfull: 'never', looseness }
        const { least, byLines } = tryAll(request)
        const found = breakParagraph(request)
        if (byLines.size === 0) {
          expect(found).toBeNull()
          return
        }
        const best = [...byLines].find(([, cost]) => cost === least)![0]
        const asked = best + looseness
        const lines = [...byLines.keys()].filter((n) =>
          looseness > 0 ? n >= best && n <= asked : n <= best && n >= asked,
        )
        const nearest = lines.sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked))[0]!
        // Equal demerits with different numbers of lines leave the choice of the best open.
        if ([...byLines.values()].filter((cost) => Math.abs(cost - least) < 1e-6).length > 1) return
        expect(found!.breaks.length).toBe(nearest)
        expect(found!.demerits).toBeCloseTo(byLines.get(nearest)!, 6)
      }),
      { seed: 1160, numRuns: 1500 },
    )
  })

  it('tells lines apart while the measure can still change', () => {
    // Three words to the first line, then one to each: the second line alone is wide.
    const breakpoints = build(Array.from({ length: 5 }, () => ({ width: 10, after: 'space' as const })))
    const found = breakParagraph({
      breakpoints,
      measures: [10, 38, 10],
      demerits: paperDemerits({ flagged: 0, fitness: 0 }),
      tolerance: 1,
      lineStretch: 0,
      leastStretch: 0,
      overfull: 'never',
      looseness: 0,
    })
    expect([...found!.breaks]).toEqual([0, 3, 4])
    expect([...found!.ratios]).toEqual([0, 0, 0])
  })

  it('lets a line be overfull only where it is told to, and only where nothing shorter can stand', () => {
    const breakpoints = build([
      { width: 10, after: 'space' },
      { width: 50, after: 'space' },
      { width: 10, after: 'space' },
    ])
    const request: Omit<BreakRequest, 'overfull'> = {
      breakpoints,
      measures: [20],
      demerits: newspaperCosts(spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })).demerits,
      tolerance: Infinity,
      lineStretch: 0,
      leastStretch: 2,
      looseness: 0,
    }
    expect(breakParagraph({ ...request, overfull: 'never' })).toBeNull()
    expect([...breakParagraph({ ...request, overfull: 'in-need' })!.breaks]).toEqual([0, 1, 2])
  })

  it('divides no third word running where loose lines can be had', () => {
    const words = Array.from({ length: 30 }, (_, i): Piece => ({ width: 11, after: i % 2 ? 'space' : 'hyphen' }))
    const found = breakParagraph({
      breakpoints: build(words),
      measures: [40],
      demerits: newspaperCosts(spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })).demerits,
      tolerance: Infinity,
      lineStretch: 0,
      leastStretch: 2,
      overfull: 'never',
      looseness: 0,
    })!
    const flags = [...found.breaks].map((k) => words[k]!.after === 'hyphen' && k < 29)
    expect(flags.some((_, i) => flags[i] && flags[i + 1] && flags[i + 2])).toBe(false)
  })
})
