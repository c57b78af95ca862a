import { beforeAll, describe, expect, it } from 'vitest'
import { compareFlatplans } from '../../src/desk/diff/compare-flatplans.js'
import { flatplanOf } from '../../src/desk/diff/flatplan.js'
import { formatChanges } from '../../src/desk/index.js'
import { openTestFonts } from '../makeup/make-paper.js'
import { makeSoft, type SoftPaper } from '../makeup/soft-paper.js'
import { memoryHost } from '../memory-host.js'

beforeAll(openTestFonts)

const PAPER: SoftPaper = {
  slots: [
    'slot: lead, col: 1, span: 4, line: 1, depth: auto, head: 4-24-1',
    'slot: second, col: 1, span: 2, below: lead, depth: auto, head: 2-18-1',
  ],
  pages: ['lead: a, second: b'],
  articles: { a: 200, b: 100 },
}

async function changes(older: SoftPaper, newer: SoftPaper): Promise<string> {
  const [from, to] = [(await makeSoft(older)).made, (await makeSoft(newer)).made]
  const host = memoryHost({})
  return formatChanges(compareFlatplans(flatplanOf(from, host), flatplanOf(to, host)))
}

describe('the diff of editions with soft depths', () => {
  it('finds none where the same cells are written as numbers', async () => {
    const { cells } = await makeSoft(PAPER)
    const asNumbers = PAPER.slots.map((slot) => {
      const [, name] = /slot: (\w+)/.exec(slot)!
      const [line, depth] = cells[name!]!.split(/[ +]/).slice(1)
      return slot.replace(/line: 1|below: lead/, `line: ${line}`).replace('auto', depth!)
    })
    expect(await changes(PAPER, { ...PAPER, slots: asNumbers })).toBe('no difference')
  })

  it('names a story that is longer, and the place below it that moves', async () => {
    expect(await changes(PAPER, { ...PAPER, articles: { a: 280, b: 100 } })).toBe(
      'a: +80 words; short by 1 line → short by 3 lines; +14 lines; depth 12 → 16 lines\nb: line 13 → 17',
    )
  })
})
