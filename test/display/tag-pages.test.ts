import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/edition/index.js'
import type { MadeUpPlacement } from '../../src/makeup/index.js'
import type { Unit } from '../../src/typeset/index.js'
import { tagPages } from '../../src/display/index.js'
import { page, placed, placement } from './made-up-page.js'

const article = { headline: [{ kind: 'text', text: 'Rents up' }], language: 'en-GB' } as unknown as Article

const paragraph = () => ({ role: 'paragraph', within: [], links: [] }) as unknown as Unit

/** A part of the article in one leg of one line, its foot on a grid line. */
const part = (order: number, words: string, line: number): MadeUpPlacement => {
  const [leg] = placement().legs
  return placement({
    article,
    order,
    part: order === 0 ? 'start' : 'continuation',
    slot: `part ${order}`,
    grid: { col: 1, span: 2, line, depth: 4 },
    head: [],
    legs: [{ ...leg!, lines: [{ ...placed(words, 20, line), unit: paragraph() }] }],
    jumpOn: [],
  })
}

describe('an article that is taken up before its start', () => {
  const begun = part(0, 'first', 3)
  const pages = [
    page({ placements: [part(2, 'third', 3), part(1, 'second', 12)] }),
    page({ number: 2, placements: [begun] }),
  ]
  const { structure, ofLine } = tagPages(pages, { pictures: new Map(), pageForm: 'Page {page}' })
  const [read] = structure.root.kids

  it('is read in the order of its text', () => {
    expect(structure.threads[0]!.beads.map(({ page, rect }) => [page, rect.y])).toEqual([
      [1, 58],
      [0, 166],
      [0, 58],
    ])
    expect(structure.root.kids).toHaveLength(1)
    const lines = [begun, pages[0]!.placements[1]!, pages[0]!.placements[0]!].map(({ legs }) => legs[0]!.lines[0]!)
    const contents = lines.map((line) => [ofLine(line as Parameters<typeof ofLine>[0])].flat()[0])
    expect(read!.kind === 'element' && read!.kids.map((kid) => kid.kind === 'element' && kid.kids[0])).toEqual(contents)
  })
})
