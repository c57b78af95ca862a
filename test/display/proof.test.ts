import { describe, expect, it } from 'vitest'
import { proof } from '../../src/display/index.js'
import { page, placed, placement } from './made-up-page.js'

describe('the text proof', () => {
  it('lists furniture, heads, legs with their grid lines, and jump lines', () => {
    const rule = { weight: 0.5, colour: 'red' }
    const made = page({
      furniture: [
        placed('The Paper', 20, -0.5, 'furniture'),
        { kind: 'rule', x1: 20, y1: 29.25, x2: 240, y2: 29.25, rule },
        { kind: 'panel', rect: { x: 20, y: 30, width: 220, height: 24 }, fill: 'red', rule: null },
      ],
      boxes: [{ kind: 'panel', rect: { x: 20, y: 54, width: 220, height: 72 }, fill: null, rule }],
    })
    expect(proof([made])).toBe(`page 1 · leaf · 2 columns of 20 lines
  furniture  -0.5 │ The Paper
  furniture rule 20 29.25 240 29.25
  furniture panel 20 30 220 24
  boxes: 1

  rents · start in lead · col 1+2, line 3+6
    headline 10 pt     4 │ Rents
    headline 10 pt   4.5 │ up
    leg 1 · from line 5, 2 of 4
          5 │ the first line
          6 │ is divi‧
    leg 2 · from line 5, 1 of 4, 1 white for a keep
          5 │ ded here
    jump-line     8 │ More on page 2
`)
  })

  it('says what is overset, boxed, taken up, and what a line is when it is no plain paragraph', () => {
    const box = { name: 'tint', tint: null, rule: null, colour: null, padding: 0, paddingLines: 0 }
    const [leg] = placement().legs
    const made = page({
      placements: [
        placement({
          part: 'continuation',
          box,
          head: [],
          legs: [{ ...leg!, lines: [placed('Why now', 20, 5, 'crosshead')] }],
          jumpOn: [],
          oversetMark: { x: 0, y: 0, width: 1, height: 1 },
        }),
      ],
    })
    const text = proof([page({ placements: [] }), made])
    expect(text).toContain('  rents · continuation in lead · col 1+2, line 3+6 · box tint\n')
    expect(text).toContain('          5 │ Why now · crosshead\n    OVERSET\n')
    expect(text).toMatch(/^page 1 .*\n\npage 1 /)
  })
})
