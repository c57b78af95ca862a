import { describe, expect, it } from 'vitest'
import { newspaperCosts, paperDemerits, raggedCosts, spaceGlue } from '../../src/typeset/demerits.js'

describe('the demerits of a line', () => {
  it('are those of the paper: (1 + 100 |r|³ + π)²', () => {
    const { ofLine } = paperDemerits({ flagged: 3000, fitness: 3000 })
    expect(ofLine(0, 0)).toBe(1)
    expect(ofLine(1, 0)).toBe(101 ** 2)
    expect(ofLine(-0.5, 0)).toBe(13.5 ** 2)
    expect(ofLine(0.5, 50)).toBe(63.5 ** 2)
    expect(ofLine(0.5, -50)).toBe(13.5 ** 2 - 50 ** 2)
    expect(ofLine(0.5, -Infinity)).toBe(13.5 ** 2)
  })

  it('go by the word space in newspaper text: squared, tight lines double, steps where lines look loose', () => {
    const glue = spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })
    const { ofLine } = newspaperCosts(glue).demerits
    const at = (space: number): number => ofLine(space >= 1 ? (space - 1) / 0.5 : (space - 1) / 0.25, 0)
    expect(at(1)).toBe(0)
    expect(at(1.4)).toBeCloseTo(0.16, 9)
    expect(at(0.8)).toBeCloseTo(2 * 0.04, 9)
    expect(at(1.6)).toBeCloseTo(0.36 + 0.5, 9)
    expect(at(3)).toBeCloseTo(4 + 1.5, 9)
    expect(at(43)).toBeCloseTo(42 ** 2 + 1.5, 6)
    // A hyphen costs the same in a loose line as in a good one, and a forced break nothing.
    expect(ofLine(0, 0.15)).toBeCloseTo(0.15, 9)
    expect(ofLine(4, 0.15) - ofLine(4, 0)).toBeCloseTo(0.15, 9)
    expect(ofLine(0, -Infinity)).toBe(0)
  })

  it('are the squared shortfall in ragged text', () => {
    const { ofLine } = raggedCosts().demerits
    expect([ofLine(0, 0), ofLine(2, 0), ofLine(2, 3), ofLine(9, -Infinity)]).toEqual([0, 4, 7, 0])
  })

  it('leave a word space that may not stretch some stretch to fill lines with', () => {
    expect(spaceGlue({ least: 1, ideal: 1, most: 1 })).toEqual({ ideal: 1, stretch: 0.5, shrink: 0 })
  })
})

describe('fitness classes', () => {
  it('part at the ratios of the paper', () => {
    const { fitnessOf } = paperDemerits({ flagged: 0, fitness: 0 })
    expect([-0.6, -0.5, 0, 0.5, 0.6, 1, 1.1].map(fitnessOf)).toEqual([0, 1, 1, 1, 2, 2, 3])
  })

  it('part at word spaces of 0.9, 1.25 and 1.75 in newspaper text', () => {
    const { fitnessOf } = newspaperCosts(spaceGlue({ least: 0.75, ideal: 1, most: 1.5 })).demerits
    const at = (space: number): number => fitnessOf(space >= 1 ? (space - 1) / 0.5 : (space - 1) / 0.25)
    expect([0.85, 0.95, 1.2, 1.3, 1.7, 1.8].map(at)).toEqual([0, 1, 1, 2, 2, 3])
  })
})
