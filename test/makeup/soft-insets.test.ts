import { beforeAll, describe, expect, it } from 'vitest'
import { openTestFonts, type SharedType } from './make-paper.js'
import { type MadeSoft, makeSoft, story } from './soft-paper.js'

beforeAll(openTestFonts)

const shared: SharedType = {}

/** An article of so many words that brings a pull quote. */
const quoted = (words: number): string =>
  story(words).replace('---\n', '---\nquotes: ["The ferry is back, and the old town is glad of it"]\n')

/** The article in a place of some depth, with what stands among its text. */
function make(depth: number | 'auto', inset: string, words: number): Promise<MadeSoft> {
  return makeSoft(
    {
      slots: [`slot: lead, col: 1, span: 3, line: 1, depth: ${depth}, head: 3-18-1`],
      pages: [`lead: { article: a, ${inset} }, side: { article: b, at: { col: 4, span: 1, line: 1, depth: auto } }`],
      articles: { a: quoted(words), b: 20, ...(inset.includes('facts') ? { facts: 20 } : {}) },
    },
    shared,
  )
}

describe('an article with something among its text', () => {
  it.each([
    'quote: { use: 1, at: head }',
    'quote: { use: 1, at: middle }',
    'quote: { use: 1, at: foot }',
    'quote: { use: 1, span: 2, at: foot }',
    'quote: { use: 1, leg: 1.5, at: middle }',
    'sidebar: { article: facts, at: foot, head: 1-14-1 }',
  ])('stands in the least depth that takes in both: %s', async (inset) => {
    const faultsOf = ({ told }: MadeSoft): number => told.filter(({ severity }) => severity !== 'note').length
    for (const words of [150, 260]) {
      const settled = await make('auto', inset, words)
      expect(faultsOf(settled)).toBe(0)
      const depth = Number(settled.cells['lead']!.split('+')[1])
      for (let less = depth - 1; less > depth - 6; less--) {
        expect(faultsOf(await make(less, inset, words))).toBeGreaterThan(0)
      }
    }
  })
})
