import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BreakpointBuilder, type Breakpoints } from '../../src/typeset/breakpoints.js'
import { breakInLines, breakParagraph, type BreakRequest } from '../../src/typeset/break-paragraph.js'
import {
  newspaperCosts,
  paperDemerits,
  raggedCosts,
  spaceGlue,
  spreadRule,
  type Demerits,
} from '../../src/typeset/demerits.js'
import type { SpreadRule } from '../../src/typeset/spread.js'

/** For type whose letters give nothing it makes no difference. */
const NO_LETTERS: SpreadRule = { opening: { letters: 0, wide: 0 }, closing: { letters: 0, wide: 0 } }

/** The least demerits over every way to break, by trying them all; with the numbers of lines that are feasible. */
function tryAll(request: BreakRequest): { least: number; byLines: Map<number, number> } {
  const { breakpoints: table, demerits, measures, tolerance } = request
  const { firstWord, lastWord } = table
  const byLines = new Map<number, number>()
  const go = (start: number, lines: number, cost: number, fitness: number, run: number, words: number[]): void => {
    if (start === table.count) {
      byLines.set(lines, Math.min(cost, byLines.get(lines) ?? Infinity))
      return
    }
    for (let k = start; k < table.count; k++) {
      const measure = measures[Math.min(lines, measures.length - 1)]!
      const { ratio, bend } = spreadOf(request, start, k, measure)
      if (ratio >= -1 - 1e-7 && ratio <= tolerance + 1e-7) {
        const flagged = table.flagged[k] === 1
        const nextRun = flagged ? run + 1 : 0
        let line = demerits.ofLine(ratio, bend, table.penalty[k]!)
        if (Math.abs(fitness - demerits.fitnessOf(ratio, bend)) > 1) line += demerits.fitnessJump
        if (nextRun === 2) line += demerits.secondHyphen
        if (nextRun > 2) line += demerits.ladder
        if (words[0] && words[0] === firstWord[start]) line += demerits.sameWord
        if (words[1] && words[1] === lastWord[k]) line += demerits.sameWord
        if (k === table.count - 1 && start > 0) {
          const whites = [...table.endWidth.slice(start, k)].filter(
            (end, i) => table.startWidth[start + i + 1]! - end > 1e-7,
          )
          if (table.flagged[start - 1] === 1 && whites.length === 0) line += demerits.lastWordDivided
          const width = table.endWidth[k]! - table.startWidth[start]!
          if (width < Math.max(request.runtWidth, demerits.runtShare * measure)) line += demerits.runt
        }
        const edges = [firstWord[start]!, lastWord[k]!]
        go(k + 1, lines + 1, cost + line, demerits.fitnessOf(ratio, bend), nextRun, edges)
      }
      if (table.penalty[k] === -Infinity) break
    }
  }
  go(0, 0, 0, 1, 0, [0, 0])
  return { least: Math.min(Infinity, ...byLines.values()), byLines }
}

/** The rule of spread.ts told otherwise: what every share may take at most, one after the other. */
function spreadOf(request: BreakRequest, start: number, k: number, measure: number): { ratio: number; bend: number } {
  const { breakpoints: table, spread } = request
  const between = (end: Float64Array, from: Float64Array): number => end[k]! - from[start]!
  const short = measure - between(table.endWidth, table.startWidth) - table.penaltyWidth[k]!
  const stretch = Math.max(between(table.endStretch, table.startStretch) + request.lineStretch, request.leastStretch)
  const white = short > 0 ? stretch : between(table.endShrink, table.startShrink)
  const letters = between(table.endLetters, table.startLetters)
  const wide = between(table.endWide, table.startWide)
  const side = short > 0 ? spread.opening : spread.closing
  let rest = Math.abs(short)
  const take = (most: number): number => {
    const taken = Math.min(rest, most)
    rest -= taken
    return taken
  }
  let space = letters > 0 ? take(side.letters * white) : 0
  let bend = letters > 0 ? take(letters) / letters : 0
  if (wide > letters && letters > 0) {
    space += take(Math.max(0, side.wide - side.letters) * white)
    bend += take(wide - letters) / (wide - letters)
  }
  space += rest
  const ratio = space < 1e-9 ? 0 : white > 0 ? space / white : Infinity
  return short > 0 ? { ratio, bend } : { ratio: -ratio, bend: -bend }
}

interface Piece {
  readonly width: number
  readonly after: 'space' | 'hyphen' | 'forced'
  /** Of these, one each: what its letters give, what of it hangs, what word it is. */
  readonly letters?: number
  readonly hang?: number
  readonly word?: number
}

function build(pieces: readonly Piece[]): Breakpoints {
  const builder = new BreakpointBuilder()
  pieces.forEach(({ width, after, letters = 0, hang = 0, word = 0 }, i) => {
    builder.box({
      width,
      letters,
      wide: letters * 1.5,
      hangLeft: hang / 2,
      hangRight: hang,
      firstWord: word,
      lastWord: word,
    })
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
const plain = fc.record({ width: fc.integer({ min: 1, max: 24 }), after: fc.constantFrom(...kinds) })
const lively = fc.record({
  width: fc.integer({ min: 4, max: 24 }),
  after: fc.constantFrom(...kinds),
  // Odd figures: no ratio falls on the bound of a fitness class, where a rounding decides.
  letters: fc.constantFrom(0, 0.2137, 0.4731, 0.9173),
  hang: fc.constantFrom(0, 0, 1, 2),
  word: fc.integer({ min: 0, max: 3 }),
})
const pieces = fc.oneof(...[plain, lively].map((piece) => fc.array<Piece>(piece, { minLength: 1, maxLength: 13 })))
const GLUE = spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })
const costs: Demerits[] = [
  paperDemerits({ flagged: 3000, fitness: 3000 }),
  newspaperCosts(GLUE).demerits,
  raggedCosts().demerits,
]
const requests = fc.record({
  breakpoints: pieces.map(build),
  measures: fc.array(fc.integer({ min: 24, max: 60 }), { minLength: 1, maxLength: 4 }),
  demerits: fc.constantFrom(...costs),
  spread: fc.constantFrom(spreadRule(GLUE), NO_LETTERS),
  runtWidth: fc.constantFrom(0, 7),
  tolerance: fc.constantFrom(1, 3, Infinity),
  lineStretch: fc.constantFrom(0, 6),
  leastStretch: fc.constant(2),
})

/** Sums of demerits run into thousands of millions. */
function isNear(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) < 1e-9 * Math.max(1, other)
}

describe('breaking a paragraph', () => {
  it('finds the least demerits that there are, whatever the measure of each line', () => {
    let feasible = 0
    fc.assert(
      fc.property(requests, (some) => {
        const request: BreakRequest = { ...some, overfull: 'never' }
        const { least } = tryAll(request)
        const found = breakParagraph(request)
        if (found) feasible++
        expect(isNear(found?.demerits ?? Infinity, least)).toBe(true)
      }),
      { seed: 1981, numRuns: 3000 },
    )
    expect(feasible).toBeGreaterThan(1500)
  })

  it('finds the least demerits in each number of lines that is asked for, and nothing where none is feasible', () => {
    fc.assert(
      fc.property(requests, (some) => {
        const request: BreakRequest = { ...some, overfull: 'never' }
        const { byLines } = tryAll(request)
        const asked = [1, 2, 3, 4, 5, 6]
        const found = breakInLines(request, asked)
        asked.forEach((lines, index) => {
          expect(found[index]?.breaks.length).toBe(byLines.has(lines) ? lines : undefined)
          expect(isNear(found[index]?.demerits ?? Infinity, byLines.get(lines) ?? Infinity)).toBe(true)
        })
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
      spread: NO_LETTERS,
      runtWidth: 0,
      tolerance: 1,
      lineStretch: 0,
      leastStretch: 0,
      overfull: 'never',
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
      spread: NO_LETTERS,
      runtWidth: 0,
      tolerance: Infinity,
      lineStretch: 0,
      leastStretch: 2,
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
      spread: NO_LETTERS,
      runtWidth: 0,
      tolerance: Infinity,
      lineStretch: 0,
      leastStretch: 2,
      overfull: 'never',
    })!
    const flags = [...found.breaks].map((k) => words[k]!.after === 'hyphen' && k < 29)
    expect(flags.some((_, i) => flags[i] && flags[i + 1] && flags[i + 2])).toBe(false)
  })
})
