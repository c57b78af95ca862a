import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLegs, type LegProblem } from '../../src/makeup/legs/break-legs.js'
import type { LegText } from '../../src/makeup/legs/leg-text.js'
import { bruteForce } from './brute-force.js'
import { textOf, unitsArbitrary, variantsArbitrary } from './brute-texts.js'

const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 6, afterJump: 6 }

/** Legs of one placement: `[4, 4, 4]` is three legs of four lines. */
function part(depths: readonly number[], jumpLines = 1): LegProblem['parts'][number] {
  return {
    legs: depths.map((depth) => ({ measures: [{ width: 100, lines: Infinity }], depth, isFoot: true })),
    jumpLines,
  }
}

/** The lines used in each leg, a list for each part. */
function used(problem: LegProblem): number[][] {
  return breakLegs(problem).parts.map((legs) => legs.map((leg) => leg.used))
}

describe('the leg breaker', () => {
  it('balances a short article over its legs, with level feet and a short last leg', () => {
    expect(used({ text: textOf('p9 p10 p11 p11'), parts: [part([20, 20, 20, 20])], keeps, fit: null })).toEqual([
      [11, 11, 11, 8],
    ])
  })

  it('leaves no widow: the leg before is shortened', () => {
    // Two paragraphs of five lines in legs of four: the first leg may not leave one line.
    const plan = breakLegs({ text: textOf('p5 p5'), parts: [part([4, 4, 4])], keeps, fit: null })
    expect(plan.broken).toBe(0)
    expect(plan.overset).toBe(false)
  })

  it('drops the white above a crosshead at a leg’s head', () => {
    expect(used({ text: textOf('p6 c1 p5'), parts: [part([6, 6])], keeps, fit: null })).toEqual([[6, 6]])
  })

  it('takes a crosshead with its text into the next leg', () => {
    const plan = breakLegs({ text: textOf('p4 c1 p5'), parts: [part([6, 6])], keeps, fit: null })
    expect(plan.parts[0]!.map((leg) => leg.used)).toEqual([4, 6])
    expect(plan.broken).toBe(0)
  })

  it('places all words before it keeps the keeps', () => {
    const plan = breakLegs({ text: textOf('p3 p3'), parts: [part([2, 2, 2])], keeps, fit: null })
    expect(plan.overset).toBe(false)
    expect(plan.broken).toBeGreaterThan(0)
  })

  it('jumps only when it must, with a line kept for the jump line and at least six lines on either side', () => {
    expect(used({ text: textOf('p20'), parts: [part([10, 10]), part([10, 10])], keeps, fit: null })).toEqual([[10, 10]])
    expect(used({ text: textOf('p22'), parts: [part([10, 10]), part([10, 10])], keeps, fit: null })).toEqual([
      [8, 8],
      [3, 3],
    ])
  })

  it('says where an overset article ran out', () => {
    const plan = breakLegs({ text: textOf('p10 p10'), parts: [part([5, 5, 5])], keeps, fit: null })
    expect(plan.overset).toBe(true)
    expect(plan.rest).toMatchObject({ unit: 1, item: 5 })
  })

  it('fills a leg with a paragraph of deep lines that is set a line longer', () => {
    const own = { role: 'quotation', before: 1, after: 1 } as const
    const text: LegText = {
      units: 1,
      unit: () => ({ ...own, depths: [2] }),
      variant: (_, change) => (change > 0 ? { unit: { ...own, depths: [2, 2] }, cost: 0 } : null),
    }
    const plan = breakLegs({ text, parts: [part([5])], keeps, fit: 1 })
    expect(plan.parts[0]!.map(({ used }) => used)).toEqual([4])
    expect(plan.cost).toBe(bruteForce({ text, parts: [part([5])], keeps, fit: 1 }).cost)
  })

  it('ends when a leg has no room at all', () => {
    expect(breakLegs({ text: textOf('p3'), parts: [part([0, 0])], keeps, fit: null }).overset).toBe(true)
  })
})

describe('the leg breaker against brute force', () => {
  it('costs the same on small articles over one placement, and breaks no keep that could be kept', () => {
    fc.assert(
      fc.property(
        unitsArbitrary(40),
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 }),
        (units, depths) => {
          const problem = { text: textOf(units), parts: [part(depths)], keeps, fit: null }
          const plan = breakLegs(problem)
          const brute = bruteForce(problem)
          expect(plan.cost).toBe(brute.cost)
          expect(plan.broken).toBe(brute.broken)
        },
      ),
      { numRuns: 400, seed: 20220114 },
    )
  })

  it('costs the same over two and three placements with jumps', () => {
    const legs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(unitsArbitrary(26), fc.array(legs, { minLength: 2, maxLength: 3 }), (units, parts) => {
        const problem = { text: textOf(units), parts: parts.map((one) => part(one)), keeps, fit: null }
        expect(breakLegs(problem).cost).toBe(bruteForce(problem).cost)
      }),
      { numRuns: 300, seed: 2177 },
    )
  })

  it('costs the same where long legs make it widen its window', () => {
    fc.assert(
      fc.property(
        unitsArbitrary(60),
        fc.array(fc.integer({ min: 8, max: 30 }), { minLength: 2, maxLength: 3 }),
        (units, depths) => {
          const stiff = { ...keeps, orphans: 4, widows: 4, afterCrosshead: 5 }
          const problem = { text: textOf(units), parts: [part(depths)], keeps: stiff, fit: null }
          expect(breakLegs(problem).cost).toBe(bruteForce(problem).cost)
        },
      ),
      { numRuns: 100, seed: 60 },
    )
  })

  it('costs the same with paragraphs a line longer or shorter, in every small case', () => {
    const legs = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(variantsArbitrary(6), legs, fc.integer({ min: 0, max: 6 }), (text, depths, fit) => {
        const problem = { text, parts: [part(depths)], keeps, fit }
        const plan = breakLegs(problem)
        const brute = bruteForce(problem)
        expect(plan.cost).toBe(brute.cost)
        expect(plan.broken).toBe(brute.broken)
        expect(plan.variants.size).toBeLessThanOrEqual(fit)
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  it('costs the same with such paragraphs over two placements', () => {
    const legs = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 2 })
    const both = fc.array(legs, { minLength: 2, maxLength: 2 })
    const short = { ...keeps, beforeJump: 3, afterJump: 2 }
    fc.assert(
      fc.property(variantsArbitrary(5), both, fc.integer({ min: 0, max: 4 }), (text, parts, fit) => {
        const problem = { text, parts: parts.map((one) => part(one)), keeps: short, fit }
        expect(breakLegs(problem).cost).toBe(bruteForce(problem).cost)
      }),
      { numRuns: 300, seed: 1954 },
    )
  })

  it('costs the same with such paragraphs where long legs make it widen its window', () => {
    const legs = fc.array(fc.integer({ min: 7, max: 20 }), { minLength: 2, maxLength: 3 })
    const stiff = { ...keeps, orphans: 4, widows: 4, afterCrosshead: 5 }
    fc.assert(
      fc.property(variantsArbitrary(7), legs, fc.integer({ min: 0, max: 5 }), (text, depths, fit) => {
        const problem = { text, parts: [part(depths)], keeps: stiff, fit }
        const plan = breakLegs(problem)
        const brute = bruteForce(problem)
        expect(plan.cost).toBe(brute.cost)
        expect(plan.broken).toBe(brute.broken)
      }),
      { numRuns: 150, seed: 1848 },
    )
  })
})
