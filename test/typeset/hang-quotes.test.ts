import { describe, expect, it } from 'vitest'
import type { StyleName, TextStyle } from '../../src/stylebook/index.js'
import type { SetLine } from '../../src/typeset/index.js'
import { articleOf, copyOf, endOf, linesOf, measure, openBench, paragraph, readAll, stylesWith } from './fixtures.js'

/** Half of the gutter of the tests' stylebook, which is 12 pt. */
const MOST = 6

/** Copy in one line of 200 pt; a mark is 5 pt wide at 10 pt. */
async function set(words: string, changes: Partial<TextStyle>, name: StyleName = 'pull-quote'): Promise<SetLine> {
  const { setter } = await openBench()
  const style = stylesWith({ [name]: { align: 'left', hangQuotes: true, ...changes } })[name]
  const lines = setter.setDisplay({ copy: copyOf(words), style, size: style.size, measure: 200, language: 'en-GB' })
  expect(readAll(lines)).toEqual([words])
  return lines[0]!
}

describe('hanging quotation marks', () => {
  it.each(['“No.', '«No.', '„No.', '‘No.'])('stand outside the edge of a ragged line: %s', async (words) => {
    const line = await set(words, {})
    expect(line.fragments[0]!.x).toBeCloseTo(-5, 9)
  })

  it('stand no further outside than half a gutter', async () => {
    const line = await set('“No.', { size: 30 })
    expect(line.fragments[0]!.x).toBeCloseTo(-MOST, 9)
  })

  it('stand outside the right edge of a line set to the right', async () => {
    expect(endOf(await set('He said “No”', { align: 'right' }))).toBeCloseTo(205, 9)
    expect(endOf(await set('“No”.', { align: 'right' }))).toBeCloseTo(200, 9)
  })

  it('do not count where a line is centred', async () => {
    const middle = (line: SetLine): number => (line.fragments[0]!.x + endOf(line)) / 2
    expect(middle(await set('“No.', { align: 'centre' }))).toBeCloseTo(100 - 2.5, 9)
    expect(middle(await set('No”', { align: 'centre' }))).toBeCloseTo(100 + 2.5, 9)
    expect(middle(await set('“No”', { align: 'centre' }))).toBeCloseTo(100, 9)
  })

  it('stay where they are in justified lines, without the style’s wish, and alone in a line', async () => {
    expect((await set('“No.', { align: 'justify' })).fragments[0]!.x).toBe(0)
    expect((await set('“No.', { hangQuotes: false })).fragments[0]!.x).toBe(0)
    expect((await set('“”', {})).fragments[0]!.x).toBe(0)
  })

  it('hang in ragged text of the legs that asks for it', async () => {
    const { setter } = await openBench({ body: { align: 'left', hangQuotes: true } })
    const article = articleOf(paragraph('“We were here before the mill,” the angler said.'))
    const lines = linesOf(setter.setUnit({ article, dress: null }, 0, measure(120)))
    expect(lines.map(({ fragments }) => fragments[0]!.x)).toEqual([-5, ...lines.slice(1).map(() => 0)])
  })
})
