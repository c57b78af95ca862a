import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breadthOf, columnsOf } from '../../../src/makeup/insets/breadth.js'
import {
  cutLegs,
  type LegsToCut,
  type Obstacle,
  roomAt,
  type Span,
  type Stretch,
} from '../../../src/makeup/insets/stretches.js'

/** Two legs of 100 pt with 10 pt between, ten lines, no head. */
const LEGS: LegsToCut = {
  columns: columnsOf({ x: 0, width: 210 }, { legs: 2, gutter: 10 }),
  first: 1,
  last: 10,
  head: { left: 0, right: 210, foot: 0 },
  obstacles: [],
  least: 40,
  level: 0,
}

function box(line: number, depth: number, span: Span): Obstacle {
  return { line, spans: Array.from({ length: depth }, () => span) }
}

/** A page in letters, a letter for each ten points: which leg's text has them, in capitals at the head of a stretch. */
function draw(cut: LegsToCut): readonly string[] {
  const rows = Array.from({ length: 10 }, () => [...'.'.repeat(21)])
  for (const stretch of cutLegs(cut)) {
    for (let line = 1; line <= stretch.depth; line++) {
      const { x, width } = roomAt(stretch, { line, depth: 1 })
      const letter = 'ab'[stretch.leg - 1]!
      for (let at = Math.ceil(x / 10); at < Math.floor((x + width) / 10 + 0.01); at++) {
        rows[stretch.line + line - 2]![at] = line === 1 ? letter.toUpperCase() : letter
      }
    }
  }
  return rows.map((row) => row.join(''))
}

describe('legs', () => {
  it('without anything among them are a stretch each, those under the head below it', () => {
    const head = { left: 0, right: 100, foot: 3 }
    expect(draw({ ...LEGS, head })).toEqual([
      '...........BBBBBBBBBB',
      '...........bbbbbbbbbb',
      '...........bbbbbbbbbb',
      'AAAAAAAAAA.bbbbbbbbbb',
      ...Array<string>(6).fill('aaaaaaaaaa.bbbbbbbbbb'),
    ])
  })

  it('are parted by what takes their whole width, and one line between two things is left white', () => {
    const obstacles = [box(3, 2, { left: 0, right: 210 }), box(6, 3, { left: 110, right: 210 })]
    expect(draw({ ...LEGS, obstacles })).toEqual([
      'AAAAAAAAAA.BBBBBBBBBB',
      'aaaaaaaaaa.bbbbbbbbbb',
      '.....................',
      '.....................',
      'AAAAAAAAAA...........',
      'aaaaaaaaaa...........',
      'aaaaaaaaaa...........',
      'aaaaaaaaaa...........',
      'aaaaaaaaaa.BBBBBBBBBB',
      'aaaaaaaaaa.bbbbbbbbbb',
    ])
  })

  it('go on beside what leaves enough of them, on the wider side, and are parted by what leaves too little', () => {
    const obstacles = [box(3, 3, { left: 30, right: 60 }), box(6, 2, { left: 110, right: 175 })]
    expect(draw({ ...LEGS, obstacles })).toEqual([
      'AAAAAAAAAA.BBBBBBBBBB',
      'aaaaaaaaaa.bbbbbbbbbb',
      '......aaaa.bbbbbbbbbb',
      '......aaaa.bbbbbbbbbb',
      '......aaaa.bbbbbbbbbb',
      'aaaaaaaaaa...........',
      'aaaaaaaaaa...........',
      'aaaaaaaaaa.BBBBBBBBBB',
      'aaaaaaaaaa.bbbbbbbbbb',
      'aaaaaaaaaa.bbbbbbbbbb',
    ])
  })

  it('keep to one side of a thing, though the other is wider in some lines', () => {
    const spans = [20, 30, 70, 30].map((left) => ({ left, right: left + 10 }))
    expect(draw({ ...LEGS, obstacles: [{ line: 3, spans }] }).slice(2, 6)).toEqual([
      '...aaaaaaa.bbbbbbbbbb',
      '....aaaaaa.bbbbbbbbbb',
      '...........bbbbbbbbbb',
      '....AAAAAA.bbbbbbbbbb',
    ])
  })

  it('have one measure beside a drop capital', () => {
    const obstacles = [box(1, 2, { left: 60, right: 100 })]
    expect(draw({ ...LEGS, obstacles, level: 4 }).slice(0, 6)).toEqual([
      'AAAAAA.....BBBBBBBBBB',
      'aaaaaa.....bbbbbbbbbb',
      'aaaaaa.....bbbbbbbbbb',
      'aaaaaa.....bbbbbbbbbb',
      'aaaaaaaaaa.bbbbbbbbbb',
      'aaaaaaaaaa.bbbbbbbbbb',
    ])
  })

  it('that are all taken are one stretch without a line', () => {
    const stretches = cutLegs({ ...LEGS, obstacles: [box(1, 10, { left: 0, right: 210 })] })
    expect(stretches.map(({ depth }) => depth)).toEqual([0])
  })

  it('know which stretch is the last of each', () => {
    const stretches = cutLegs({ ...LEGS, obstacles: [box(4, 3, { left: 0, right: 100 })] })
    expect(stretches.map(({ leg, line, isFoot }) => [leg, line, isFoot])).toEqual([
      [1, 1, false],
      [1, 7, true],
      [2, 1, true],
    ])
  })

  it('give every line, of however many grid lines, room that no obstacle meets', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 5, max: 120 }))
    const some = fc.array(
      fc.record({
        line: fc.integer({ min: 1, max: 10 }),
        spans: fc.array(fc.option(span), { minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 4 }), (made, depth) => {
        const obstacles = made.map(({ line, spans }) => ({
          line,
          spans: spans.map((one) => one && { left: one[0], right: Math.min(210, one[0] + one[1]) }),
        }))
        for (const stretch of cutLegs({ ...LEGS, obstacles })) checkRoom(stretch, obstacles, depth)
      }),
      { numRuns: 500, seed: 14012022 },
    )
  })
})

/** A line that ends on any line of a stretch stands free in all its grid lines, in the narrowest of their measures. */
function checkRoom(stretch: Stretch, obstacles: readonly Obstacle[], depth: number): void {
  for (let line = depth; line <= stretch.depth; line++) {
    const { x, width } = roomAt(stretch, { line, depth })
    const lines = Array.from({ length: depth }, (_, index) => roomAt(stretch, { line: line - index, depth: 1 }))
    expect(width).toBeCloseTo(Math.min(...lines.map((one) => one.width)))
    expect(x).toBeGreaterThanOrEqual(stretch.x)
    expect(x + width).toBeLessThanOrEqual(stretch.x + stretch.width)
    for (const { line: from, spans } of obstacles) {
      spans.forEach((span, index) => {
        const at = from + index - stretch.line + 1
        if (!span || at > line || at <= line - depth) return
        expect(span.right <= x + 0.001 || span.left >= x + width - 0.001).toBe(true)
      })
    }
  }
}

describe('the breadth of an inset', () => {
  const columns = columnsOf({ x: 0, width: 210 }, { legs: 2, gutter: 10 })
  const edges = (span: number, leg: number | null, gap = 6): readonly number[] => {
    const { left, right } = breadthOf({ span, leg }, columns, gap)
    return [left, right]
  }

  it('is that of whole legs with the gutters between them', () => {
    expect(edges(1, 1)).toEqual([0, 100])
    expect(edges(1, 2)).toEqual([110, 210])
    expect(edges(2, 1)).toEqual([0, 210])
  })

  it('divides a leg in the middle, half the gap to each side', () => {
    expect(edges(0.5, 1)).toEqual([0, 47])
    expect(edges(0.5, 1.5)).toEqual([53, 100])
    expect(edges(1, 1.5)).toEqual([53, 157])
    expect(edges(1.5, 1)).toEqual([0, 157])
  })

  it('is that of the last legs when none is named', () => {
    expect(edges(1, null)).toEqual([110, 210])
    expect(edges(1.5, null)).toEqual([53, 210])
  })

  it('knows the legs that it covers, if only in part', () => {
    expect(breadthOf({ span: 1, leg: 1.5 }, columns, 6).legs).toEqual([0, 1])
    expect(breadthOf({ span: 0.5, leg: 1.5 }, columns, 6).legs).toEqual([0])
    expect(breadthOf({ span: 1, leg: 2 }, columns, 6).legs).toEqual([1])
  })
})
