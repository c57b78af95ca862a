import { describe, expect, it } from 'vitest'
import { loadPaper, STYLEBOOK } from '../paper.js'

/** The cells of the place `second`, as they are ordered; the slot stands below the lead and is as deep as its content. */
function ordered(second: string) {
  const stylebook = STYLEBOOK.replace('line: 28, depth: 16', 'below: lead, depth: auto')
  const manifest = `paper: weekly\ndate: 2022-01-14\npages:\n  - template: front\n    place:\n      lead: rents\n      second: ${second}\n`
  const { edition, mistakes } = loadPaper({ manifest, stylebook })
  expect(mistakes).toEqual([])
  return edition!.pages[0]!.placements[1]!.rect
}

const soft = { kind: 'soft', col: 1, span: 4, line: 1, below: ['lead'], depth: 'auto' }

describe('the cells of a soft slot', () => {
  it.each([
    ['are the slot’s, of which nothing need be said', 'film', soft],
    ['may be given another depth', '{ article: film, at: { depth: fill } }', { ...soft, depth: 'fill' }],
    ['may be given so many lines', '{ article: film, at: { depth: 9 } }', { ...soft, depth: 9 }],
    [
      'may be given a line, and then stand below nothing',
      '{ article: film, at: { line: 30 } }',
      { ...soft, line: 30, below: [] },
    ],
    [
      'are hard when all of them are numbers',
      '{ article: film, at: { line: 30, depth: 9 } }',
      { col: 1, span: 4, line: 30, depth: 9 },
    ],
    [
      'may stand below furniture: then their first line is known',
      '{ article: film, at: { below: banner, col: 1, span: 4 } }',
      { ...soft, line: 7, below: [] },
    ],
    ['may stand below several', '{ article: film, at: { below: [lead, banner] } }', { ...soft, line: 7 }],
  ])('%s', (_, second, rect) => {
    expect(ordered(second)).toEqual(rect)
  })
})
