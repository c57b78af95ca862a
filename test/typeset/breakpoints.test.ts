import { describe, expect, it } from 'vitest'
import { BreakpointBuilder, stiffBox } from '../../src/typeset/breakpoints.js'

describe('breakpoints', () => {
  it('stand at glue after a box and at penalties that allow one, and know where the next line begins', () => {
    const builder = new BreakpointBuilder()
    builder.box(stiffBox(10))
    expect(builder.glue(4, 2, 1)).toBe(0)
    expect(builder.glue(4, 2, 1)).toBe(-1)
    builder.box(stiffBox(20))
    expect(builder.penalty({ width: 3, cost: 50, flagged: true })).toBe(1)
    expect(builder.penalty({ width: 3, cost: Infinity, flagged: true })).toBe(-1)
    builder.box(stiffBox(30))
    builder.penalty({ width: 0, cost: -Infinity, flagged: false })
    const table = builder.finish()
    expect(table.count).toBe(3)
    expect([...table.endWidth]).toEqual([10, 38, 68])
    expect([...table.startWidth]).toEqual([0, 18, 38, 68])
    expect([...table.startStretch]).toEqual([0, 4, 4, 4])
    expect([...table.penaltyWidth]).toEqual([0, 3, 0])
    expect([...table.flagged]).toEqual([0, 1, 0])
  })

  it('discard white up to the next box, but no forced break', () => {
    const builder = new BreakpointBuilder()
    builder.box(stiffBox(10))
    builder.glue(4, 2, 1)
    builder.unbreakableGlue(0, 1000, 0)
    builder.penalty({ width: 0, cost: -Infinity, flagged: false })
    builder.unbreakableGlue(5, 0, 0)
    builder.box(stiffBox(50))
    builder.penalty({ width: 0, cost: -Infinity, flagged: false })
    const table = builder.finish()
    // A line from the glue to the forced break is empty: it begins where it ends.
    expect(table.startWidth[1]).toBe(14)
    expect(table.endWidth[1]).toBe(14)
  })

  it('grow with the paragraph, and the builder is empty again afterwards', () => {
    const builder = new BreakpointBuilder()
    for (let i = 0; i < 500; i++) {
      builder.box(stiffBox(1))
      builder.glue(1, 0, 0)
    }
    expect([...builder.finish().endWidth].at(-1)).toBe(999)
    builder.box(stiffBox(7))
    builder.glue(1, 0, 0)
    expect([...builder.finish().endWidth]).toEqual([7])
  })
})
