import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLegs, type LegProblem } from '../../src/makeup/legs/break-legs.js'
import { bruteForce } from './brute-force.js'
import { textOf } from './brute-texts.js'

const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 6, afterJump: 6 }

/** One placement of legs of one measure. */
function part(depths: readonly number[]): LegProblem['parts'][number] {
  const measures = [{ width: 100, lines: Infinity }]
  return { legs: depths.map((depth) => ({ measures, depth, isFoot: true })), jumpLines: 1 }
}

function broken(units: string, ...depths: number[]): ReturnType<typeof breakLegs> {
  return breakLegs({ text: textOf(units), parts: [part(depths)], keeps, fit: null })
}

describe('tables in the leg breaker', () => {
  it('have their head again at the head of every leg that goes on with them', () => {
    const plan = broken('h1 b1 b1 b1 b1 b1', 4, 4)
    expect(plan.parts[0]!.map(({ used }) => used)).toEqual([4, 3])
    expect(plan.broken).toBe(0)
  })

  it('leave no head alone at the foot of a leg', () => {
    expect(broken('p3 h1 b1 b1 b1', 4, 6).parts[0]!.map(({ used }) => used)).toEqual([3, 4])
  })

  it('have no second head where it would take more than half of a leg', () => {
    const plan = broken('h3 b1 b1 b1 b1 b1', 5, 5)
    expect(plan.parts[0]!.map(({ used }) => used)).toEqual([4, 4])
  })

  it('take no head along into a leg that begins after them', () => {
    expect(broken('h1 b1 b1 p4', 3, 4).parts[0]!.map(({ used }) => used)).toEqual([3, 4])
  })
})

describe('signatures in the leg breaker', () => {
  it('go with the last lines of their letter', () => {
    // The letter would fill the first leg, and leave its signature alone.
    const plan = broken('p5 s1', 5, 5)
    expect(plan.parts[0]!.map(({ used }) => used)).toEqual([3, 3])
    expect(plan.broken).toBe(0)
  })

  it('are not parted', () => {
    const plan = broken('p4 s2 p3', 5, 8)
    expect(plan.parts[0]!.map(({ to }) => [to.unit, to.item])[0]).toEqual([0, 2])
  })
})

describe('tables and signatures against brute force', () => {
  const lines = (letter: string, most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 1, max: most }).map((count) => `${letter}${count}`)
  const table = fc
    .tuple(lines('h', 2), fc.array(lines('b', 3), { minLength: 1, maxLength: 5 }))
    .map(([head, rows]) => [head, ...rows].join(' '))
  const letter = fc.tuple(lines('p', 7), lines('s', 2)).map((both) => both.join(' '))
  const units = fc.array(fc.oneof(table, letter, lines('p', 6)), { minLength: 1, maxLength: 4 })

  it('cost the same over one placement and over two', () => {
    const legs = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        units,
        fc.array(legs, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(null, 0),
        (all, parts, fit) => {
          const problem = { text: textOf(all.join(' ')), parts: parts.map(part), keeps, fit }
          const plan = breakLegs(problem)
          const brute = bruteForce(problem)
          expect(plan.cost).toBe(brute.cost)
          expect(plan.broken).toBe(brute.broken)
        },
      ),
      { numRuns: 400, seed: 1911 },
    )
  })
})
