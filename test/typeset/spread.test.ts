import { describe, expect, it } from 'vitest'
import { spread, type Spread, type SpreadRule } from '../../src/typeset/spread.js'

/** A space of 1 that may grow to 1.5 and shrink to 0.75; letters come in at a tenth, go to their wide bounds at 0.8 and 1.35. */
const RULE: SpreadRule = { opening: { letters: 0.2, wide: 0.7 }, closing: { letters: 0.4, wide: 0.8 } }

/** Ten spaces: stretch 5, shrink 2.5. Letters give 3, and 4.5 in all. */
function spreadOf(short: number, { letters = 3, wide = 4.5, white = short >= 0 ? 5 : 2.5 } = {}): Spread {
  const out = { ratio: NaN, bend: NaN }
  spread(short, white, letters, wide, RULE, out)
  return out
}

describe('a line that is short', () => {
  it('is filled by its word spaces alone up to a tenth', () => {
    expect(spreadOf(0)).toEqual({ ratio: 0, bend: 0 })
    expect(spreadOf(0.5)).toEqual({ ratio: 0.1, bend: 0 })
    expect(spreadOf(1)).toEqual({ ratio: 0.2, bend: 0 })
  })

  it('is filled by its letters next, the spaces standing still', () => {
    expect(spreadOf(2.5)).toEqual({ ratio: 0.2, bend: 0.5 })
    expect(spreadOf(4)).toEqual({ ratio: 0.2, bend: 1 })
  })

  it('then by its spaces to 1.35, by letters in their wide bounds, and by spaces for all the rest', () => {
    expect(spreadOf(6.5)).toEqual({ ratio: 0.7, bend: 1 })
    expect(spreadOf(7.25)).toEqual({ ratio: 0.7, bend: 1.5 })
    expect(spreadOf(8)).toEqual({ ratio: 0.7, bend: 2 })
    expect(spreadOf(13)).toEqual({ ratio: 1.7, bend: 2 })
  })

  it('is filled by its letters as far as they go when there is no space', () => {
    expect(spreadOf(2, { white: 0 })).toEqual({ ratio: 0, bend: 2 / 3 })
    expect(spreadOf(4.5, { white: 0 })).toEqual({ ratio: 0, bend: 2 })
    expect(spreadOf(5, { white: 0 }).ratio).toBe(Infinity)
  })
})

describe('a line that is over', () => {
  it('is closed up in the same order', () => {
    expect(spreadOf(-1)).toEqual({ ratio: -0.4, bend: 0 })
    expect(spreadOf(-4)).toEqual({ ratio: -0.4, bend: -1 })
    expect(spreadOf(-5)).toEqual({ ratio: -0.8, bend: -1 })
    expect(spreadOf(-6.5)).toEqual({ ratio: -0.8, bend: -2 })
    expect(spreadOf(-7)).toEqual({ ratio: -1, bend: -2 })
    expect(spreadOf(-7.5).ratio).toBeCloseTo(-1.2, 9)
  })
})

describe('letters that give nothing', () => {
  it('leave all to the spaces', () => {
    expect(spreadOf(5, { letters: 0, wide: 0 })).toEqual({ ratio: 1, bend: 0 })
    expect(spreadOf(-2.5, { letters: 0, wide: 0 })).toEqual({ ratio: -1, bend: 0 })
  })

  it('go no further where there are no wide bounds', () => {
    expect(spreadOf(8, { wide: 3 })).toEqual({ ratio: 1, bend: 1 })
  })
})
