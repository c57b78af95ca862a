import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderPages, pagesWhenFolded } from '../../src/prepress/order-pages.js'

const counts = fc.integer({ min: 1, max: 65 })
const numbersOf = (order: 'single' | 'pairs' | 'folded', pages: number): readonly (readonly number[])[] =>
  orderPages(order, pages).map(({ numbers }) => numbers)
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)

/** What a reader finds in sheets that were folded and laid into one another: their right halves from outside in, then their left ones from inside out. */
function readThrough(sides: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const sheets = Array.from({ length: sides.length / 2 }, (_, index) => sides.slice(2 * index, 2 * index + 2))
  const first = sheets.flatMap(([front, back]) => [front![1], back![0]])
  const second = sheets.reverse().flatMap(([front, back]) => [back![1], front![0]])
  return [...first, ...second]
}

describe('pages in order', () => {
  it('stand singly one after the other', () => {
    expect(numbersOf('single', 3)).toEqual([[1], [2], [3]])
  })

  it('face each other as they are read', () => {
    expect(numbersOf('pairs', 1)).toEqual([[1]])
    expect(numbersOf('pairs', 2)).toEqual([[1], [2]])
    expect(numbersOf('pairs', 5)).toEqual([[1], [2, 3], [4, 5]])
    expect(numbersOf('pairs', 8)).toEqual([[1], [2, 3], [4, 5], [6, 7], [8]])
  })

  it('all come just once, in pairs of which the even one is at the left', () => {
    fc.assert(
      fc.property(counts, (pages) => {
        const sides = numbersOf('pairs', pages)
        expect(sides.flat()).toEqual(upTo(pages))
        for (const [left, right] of sides) if (right !== undefined) expect([left! % 2, right - left!]).toEqual([0, 1])
      }),
    )
  })

  it('lie in folded sheets as printers pair them', () => {
    expect(numbersOf('folded', 4)).toEqual([
      [4, 1],
      [2, 3],
    ])
    expect(numbersOf('folded', 8)).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ])
    expect(orderPages('folded', 9).map(({ within }) => within)).toEqual([0, 0, 1, 1, 2, 2])
  })

  it('are read from first to last when the sheets have been folded and laid into one another', () => {
    fc.assert(
      fc.property(counts, (pages) => {
        const places = pagesWhenFolded(pages)
        expect(places % 4 === 0 && places >= pages && places < pages + 4).toBe(true)
        expect(readThrough(numbersOf('folded', pages))).toEqual(upTo(places))
      }),
    )
  })

  it('have on their backs what is read next: 2 behind 1, 4 behind 3', () => {
    fc.assert(
      fc.property(counts, (pages) => {
        const sides = numbersOf('folded', pages)
        for (let at = 0; at < sides.length; at += 2) {
          const [front, back] = [sides[at]!, sides[at + 1]!]
          // The sheet is turned over at its short edge: left is behind right.
          expect([back[0], front[0]]).toEqual([front[1]! + 1, back[1]! + 1])
        }
      }),
    )
  })
})
