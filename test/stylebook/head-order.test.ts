import { describe, expect, it } from 'vitest'
import { parseHeadOrder } from '../../src/stylebook/index.js'

describe('a headline order', () => {
  it.each([
    ['4-60-2', { columns: 4, size: 60, lines: 2 }],
    ['4-auto-2', { columns: 4, size: null, lines: 2 }],
    ['auto-14-auto', { columns: null, size: 14, lines: null }],
    ['auto-auto-auto', { columns: null, size: null, lines: null }],
    ['auto', { columns: null, size: null, lines: null }],
    ['2-9.5-1', { columns: 2, size: 9.5, lines: 1 }],
  ])('%s', (typed, order) => {
    expect(parseHeadOrder(typed)).toEqual(order)
  })

  it.each([
    '',
    '4',
    '4-60',
    '4-60-2-1',
    '0-60-2',
    '4-0-2',
    '4-60-0',
    '4–60–2',
    '-4-60-2',
    'four-60-2',
    '4-60pt-2',
    'AUTO',
  ])('%j is none', (typed) => {
    expect(parseHeadOrder(typed)).toBeNull()
  })
})
