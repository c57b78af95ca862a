import { describe, expect, it } from 'vitest'
import { newspaperCosts, paperDemerits, raggedCosts, spaceGlue } from '../../src/typeset/demerits.js'

describe('the demerits of a line', () => {
  it('are those of the paper: (1 + 100 |r|³ + π)²', () => {
    const { ofLine } = paperDemerits({ flagged: 3000, fitness: 3000 })
    expect(ofLine(0, 0, 0)).toBe(1)
    expect(ofLine(1, 0, 0)).toBe(101 ** 2)
    expect(ofLine(-0.5, 0, 0)).toBe(13.5 ** 2)
    expect(ofLine(0.5, 0, 50)).toBe(63.5 ** 2)
    expect(ofLine(0.5, 0, -50)).toBe(13.5 ** 2 - 50 ** 2)
    expect(ofLine(0.5, 0, -Infinity)).toBe(13.5 ** 2)
  })

  it('go by the word space in newspaper text: squared, tight lines double, steps where lines look loose', () => {
    const glue = spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })
    const { ofLine } = newspaperCosts(glue).demerits
    const at = (space: number): number => ofLine(space >= 1 ? (space - 1) / 0.5 : (space - 1) / 0.25, 0, 0)
    expect(at(1)).toBe(0)
    expect(at(1.4)).toBeCloseTo(0.16, 9)
    expect(at(0.8)).toBeCloseTo(2 * 0.04, 9)
    expect(at(1.6)).toBeCloseTo(0.36 + 4, 9)
    expect(at(3)).toBeCloseTo(4 + 8, 9)
    expect(at(43)).toBeCloseTo(42 ** 2 + 8, 6)
    // A hyphen costs the same in a loose line as in a good one, and a forced break nothing.
    expect(ofLine(0, 0, 0.15)).toBeCloseTo(0.15, 9)
    expect(ofLine(4, 0, 0.15) - ofLine(4, 0, 0)).toBeCloseTo(0.15, 9)
    expect(ofLine(0, 0, -Infinity)).toBe(0)
  })

  it('grow a little with the bend of the letters, and by a step within the wide bounds', () => {
    const { ofLine } = newspaperCosts(spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })).demerits
    expect(ofLine(0, 1, 0)).toBeLessThan(0.05)
    expect(ofLine(0, -1, 0)).toBe(ofLine(0, 1, 0))
    expect(ofLine(0, 1.5, 0) - ofLine(0, 1, 0)).toBeGreaterThan(3)
  })

  it('are the squared shortfall in ragged text', () => {
    const { ofLine } = raggedCosts().demerits
    expect([ofLine(0, 0, 0), ofLine(2, 0, 0), ofLine(2, 0, 3), ofLine(9, 0, -Infinity)]).toEqual([0, 4, 7, 0])
  })

  it('leave a word space that may not stretch some stretch to fill lines with', () => {
    expect(spaceGlue({ least: 1, ideal: 1, most: 1 })).toEqual({ ideal: 1, stretch: 0.5, shrink: 0 })
  })
})

describe('fitness classes', () => {
  it('part at the ratios of the paper', () => {
    const { fitnessOf } = paperDemerits({ flagged: 0, fitness: 0 })
    expect([-0.6, -0.5, 0, 0.5, 0.6, 1, 1.1].map((ratio) => fitnessOf(ratio, 0))).toEqual([0, 1, 1, 1, 2, 2, 3])
  })

  it('part at word spaces of 0.7, 1.3 and 1.8 in newspaper text, and by the bend of the letters', () => {
    const { fitnessOf } = newspaperCosts(spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })).demerits
    const at = (space: number): number => fitnessOf(space >= 1 ? (space - 1) / 0.5 : (space - 1) / 0.25, 0)
    expect([0.69, 0.71, 1.29, 1.31, 1.79, 1.81].map(at)).toEqual([0, 1, 1, 2, 2, 3])
    // Letters at their first bounds and the space a tenth wider, either way; letters in their wide bounds.
    expect([-1.4, -0.4, 0.2, 0.2].map((ratio, i) => fitnessOf(ratio, [-1, -1, 0.5, 1.5][i]!))).toEqual([0, 0, 1, 2])
  })
})
