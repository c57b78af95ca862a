import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLegs, type LegProblem } from '../../src/makeup/legs/break-legs.js'
import { bruteForce } from './brute-force.js'
import { roomsArbitrary, wrappedArbitrary } from './wrapped-texts.js'

const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 4, afterJump: 3 }

function expectTheBest(problem: LegProblem): void {
  const plan = breakLegs(problem)
  const brute = bruteForce(problem)
  expect(plan.cost).toBe(brute.cost)
  expect(plan.broken).toBe(brute.broken)
}

describe('the leg breaker in stretches of several measures, against brute force', () => {
  it('costs the same in legs parted and narrowed', () => {
    fc.assert(
      fc.property(wrappedArbitrary(7), roomsArbitrary({ legs: 3, depth: 7, parts: 1 }), (text, parts) => {
        expectTheBest({ text, parts, keeps, fit: null })
      }),
      { numRuns: 300, seed: 1836 },
    )
  })

  it('costs the same with paragraphs a line longer or shorter', () => {
    fc.assert(
      fc.property(
        wrappedArbitrary(5),
        roomsArbitrary({ legs: 2, depth: 6, parts: 1 }),
        fc.nat(4),
        (text, parts, fit) => {
          expectTheBest({ text, parts, keeps, fit })
        },
      ),
      { numRuns: 300, seed: 1842 },
    )
  })

  it('costs the same over two placements', () => {
    fc.assert(
      fc.property(
        wrappedArbitrary(6),
        roomsArbitrary({ legs: 2, depth: 6, parts: 2 }),
        fc.option(fc.nat(3)),
        (text, parts, fit) => {
          expectTheBest({ text, parts, keeps, fit })
        },
      ),
      { numRuns: 300, seed: 1855 },
    )
  })

  it('costs the same where long stretches make it widen its window', () => {
    const stiff = { ...keeps, orphans: 4, widows: 4, afterCrosshead: 5 }
    fc.assert(
      fc.property(
        wrappedArbitrary(8),
        roomsArbitrary({ legs: 2, depth: 15, parts: 1 }),
        fc.option(fc.nat(2)),
        (text, parts, fit) => {
          expectTheBest({ text, parts, keeps: stiff, fit })
        },
      ),
      { numRuns: 100, seed: 1861 },
    )
  })
})
