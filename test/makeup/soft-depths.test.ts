import { beforeAll, describe, expect, it } from 'vitest'
import { openTestFonts } from './make-paper.js'
import { makeSoft, story } from './soft-paper.js'

beforeAll(openTestFonts)

const LEAD = 'slot: lead, col: 1, span: 4, line: 1, depth: auto, head: 4-24-1'
const SECOND = 'slot: second, col: 1, span: 2, below: lead, depth: auto, head: 2-18-1'
const THIRD = 'slot: third, col: 3, span: 2, below: lead, depth: auto, head: 2-18-1'
const FOOT = 'slot: foot, col: 1, span: 4, below: [second, third], depth: auto, head: 4-18-1'

/** Codes of what was said, those of slots that nothing fills left out. */
const codes = (told: readonly { readonly code: string }[]): readonly string[] =>
  told.map(({ code }) => code).filter((code) => code !== 'slot-unfilled')

describe('a depth of auto', () => {
  it('is the least in which its article fits with its keeps', async () => {
    for (const words of [30, 55, 90, 200, 311]) {
      const make = (slot: string) => makeSoft({ slots: [slot], pages: ['lead: a'], articles: { a: words } })
      const { made, cells, told } = await make(LEAD)
      expect(told).toEqual([])
      const [placement] = made.pages[0]!.placements
      expect(Math.max(...placement!.legs.map(({ used, depth }) => used - depth))).toBe(0)
      const depth = Number(cells['lead']!.split('+')[1])
      const shallower = await make(LEAD.replace('depth: auto', `depth: ${depth - 1}`))
      expect(['overset', 'keep-broken']).toContain(shallower.told[0]?.code)
    }
  })

  it('moves what stands below it, which gives a line to its cut-off rule', async () => {
    const paper = { slots: [LEAD, SECOND], pages: ['lead: a, second: b'] }
    const short = await makeSoft({ ...paper, articles: { a: 60, b: 60 } })
    const long = await makeSoft({ ...paper, articles: { a: 220, b: 60 } })
    const foot = (cells: string): number =>
      cells
        .split(/[ +]/)
        .slice(1)
        .map(Number)
        .reduce((a, b) => a + b)
    const head = (cells: string): number => Number(cells.split(/[ +]/)[1])
    for (const { cells } of [short, long]) expect(head(cells['second']!)).toBe(foot(cells['lead']!))
    expect(head(long.cells['second']!)).toBeGreaterThan(head(short.cells['second']!))
    expect(short.made.pages[0]!.rules).toHaveLength(1)
  })

  it('leaves a white line between two stories where the stylebook has no cut-off rule, and none about a box', async () => {
    const paper = { slots: [LEAD, SECOND], articles: { a: 100, b: 60 }, cutOff: 'none' }
    const plain = await makeSoft({ ...paper, pages: ['lead: a, second: b'] })
    const boxed = await makeSoft({ ...paper, pages: ['lead: a, second: { article: b, box: tint }'] })
    expect([plain.cells['lead'], plain.cells['second']]).toEqual(['1-4 1+8', '1-2 10+8'])
    expect([boxed.cells['lead'], boxed.cells['second']]).toEqual(['1-4 1+8', '1-2 9+10'])
  })

  it('takes in stacks, teasers, boxes and adverts at the size booked', async () => {
    const { made, cells, told } = await makeSoft({
      slots: [LEAD, SECOND, `${THIRD}, box: tint`, FOOT],
      pages: ['lead: { refs: [a, b] }, second: { articles: [b, d] }, third: c, foot: { advert: coop }', 'lead: a'],
      articles: { a: 300, b: 20, c: 120, d: 30 },
      adverts: 'coop: { file: coop.svg, size: [90mm, 58mm] }',
    })
    expect(codes(told)).toEqual([])
    const { refs, adverts, placements } = made.pages[0]!
    expect(refs[0]!.oversetMark).toBeNull()
    // 58 mm are 13.7 lines, and half a line above them.
    expect(cells['foot']).toBe('1-4 19+15')
    expect(adverts[0]!.rect.height).toBeCloseTo((58 * 72) / 25.4, 6)
    const feet = placements.map(({ slot, legs }) => [slot, Math.max(...legs.map(({ line, used }) => line + used - 1))])
    expect(feet).toEqual([
      // Under it is the line of white of its box.
      ['third', 17],
      ['second', 8],
      ['second', 14],
    ])
  })

  it('goes down to the next place in any of its columns and no further: the rest is over, as in any place', async () => {
    const { made, cells, told } = await makeSoft({
      slots: [LEAD, 'slot: foot, col: 4, span: 1, line: 30, depth: 10'],
      pages: ['lead: a, foot: b'],
      articles: { a: 900, b: 20 },
    })
    expect(cells['lead']).toBe('1-4 1+29')
    expect(codes(told)).toEqual(['overset'])
    expect(made.ledger.articles['a']!.status).toBe('overset')
  })

  it('has its copy fitted to it as any place: nothing is left to do but the odd lines of the last leg', async () => {
    const { made } = await makeSoft({ slots: [LEAD], pages: ['lead: a'], articles: { a: 311 }, fit: 'auto' })
    const { status, fitted } = made.ledger.articles['a']!
    expect(status).toBe('copyfit')
    expect(fitted.filter((step) => /head|dropped/.test(step))).toEqual([])
  })

  it('does not have its head made larger to fill lines that a keep leaves white', async () => {
    const slots = ['slot: lead, col: 1, span: 3, line: 1, depth: auto, head: 3-18-1']
    const words = story(30).split('---\n')[2]!.trim().split(/\s+/)
    const a = `---\nheadline: Up\n---\n${words.slice(0, 18).join(' ')}\n\n${words.slice(18).join(' ')}\n`
    const { made } = await makeSoft({ slots, pages: ['lead: a'], articles: { a }, fit: 'auto' })
    expect(made.ledger.articles['a']!.placements[0]!.head).toBe('3-18-1')
  })

  it('keeps the head that it would have with all the room there is', async () => {
    const slots = ['slot: lead, col: 1, span: 2, line: 1, depth: auto']
    const { made } = await makeSoft({ slots, pages: ['lead: a'], articles: { a: story(6, 'Fire') } })
    expect(made.ledger.articles['a']!.placements[0]!.head).toBe('2-24-1')
  })
})

describe('a depth of fill', () => {
  it('goes down to the foot of the page', async () => {
    const slots = [LEAD, SECOND, THIRD.replace('depth: auto', 'depth: fill')]
    const { cells } = await makeSoft({
      slots,
      pages: ['lead: a, second: b, third: c'],
      articles: { a: 99, b: 40, c: 40 },
    })
    const [line, depth] = cells['third']!.split(/[ +]/).slice(1).map(Number)
    expect(line! + depth!).toBe(51)
  })

  it('goes down to what stands below in any of its columns, even where that stands below something else', async () => {
    const slots = [
      'slot: lead, col: 1, span: 2, line: 1, depth: fill',
      'slot: side, col: 3, span: 2, line: 1, depth: auto, head: 2-18-1',
      'slot: foot, col: 2, span: 3, below: side, depth: fill',
    ]
    const { cells } = await makeSoft({ slots, pages: ['lead: a, side: b, foot: c'], articles: { a: 60, b: 99, c: 60 } })
    expect(cells).toEqual({ lead: '1-2 1+11', side: '3-4 1+11', foot: '2-4 12+39' })
  })
})

describe('what stands below furniture', () => {
  it('begins under its foot', async () => {
    const slots = [
      'slot: banner, col: 1, span: 4, line: 1, depth: 8, furniture: nameplate',
      LEAD.replace('line: 1', 'below: banner'),
    ]
    const { cells } = await makeSoft({ slots, pages: ['lead: a'], articles: { a: 60 } })
    expect(cells['lead']).toMatch(/^1-4 9\+/)
  })
})

describe('what stands below an empty slot', () => {
  it('moves up where the slot is soft, and leaves its place white where its cells are numbers', async () => {
    const hard = 'slot: lead, col: 1, span: 4, line: 1, depth: 12'
    const articles = { b: 60, c: 60 }
    const pages = ['second: b, third: c']
    expect((await makeSoft({ slots: [LEAD, SECOND, THIRD], pages, articles })).cells['second']).toBe('1-2 1+8')
    expect((await makeSoft({ slots: [hard, SECOND, THIRD], pages, articles })).cells['second']).toBe('1-2 13+8')
  })
})

describe('a story that jumps between soft places', () => {
  const TURN = 'slot: turn, col: 1, span: 2, line: 1, depth: auto, head: 2-18-1'
  const AFTER = 'slot: after, col: 1, span: 2, below: turn, depth: auto, head: 2-18-1'
  const START = 'slot: start, col: 3, span: 2, line: 1, depth: 20, head: 2-24-1'

  it('makes its continuation as deep as what it has left, on a page before its start or after it', async () => {
    for (const pages of [
      ['start: a', 'turn: { continues: a, headline: It goes on }, after: b'],
      ['turn: { continues: a, headline: It goes on }, after: b', 'start: a'],
    ]) {
      const { made, told, cells } = await makeSoft({ slots: [START, TURN, AFTER], pages, articles: { a: 300, b: 60 } })
      expect(codes(told)).toEqual([])
      expect(made.ledger.articles['a']!.lines).toBeLessThan(3)
      expect(cells['turn']).toBe('1-2 1+14')
      expect(cells['after']).toBe('1-2 15+9')
    }
  })

  it('takes no room where it is not needed: that is told, and what stands below moves up', async () => {
    const { told, cells } = await makeSoft({
      slots: [START, TURN, AFTER],
      pages: ['start: a', 'turn: { continues: a }, after: b'],
      articles: { a: 60, b: 60 },
    })
    expect(codes(told)).toEqual(['continues-unneeded'])
    expect(cells['turn']).toBeUndefined()
    expect(cells['after']).toBe('1-2 1+8')
  })

  it('whose depths follow from each other over two pages is a mistake', async () => {
    const slots = [
      'slot: head, col: 1, span: 1, line: 1, depth: auto, head: 1-14-1',
      'slot: foot, col: 1, span: 2, below: head, depth: 10, head: 2-14-1',
      'slot: long, col: 2, span: 1, line: 1, depth: fill, head: 1-14-1',
    ]
    const pages = ['head: { continues: b }, foot: c, long: a', 'head: { continues: a }, foot: d, long: b']
    await expect(makeSoft({ slots, pages, articles: { a: 900, b: 900, c: 20, d: 20 } })).rejects.toThrow(
      'below-loop the depth of "head" on page 1 follows from itself',
    )
  })
})

describe('a place for which no line is left', () => {
  it('is told of, and its article is over by all its words; a build is not stopped', async () => {
    const { made, told, cells } = await makeSoft({
      slots: [LEAD, SECOND],
      pages: ['lead: a, second: b'],
      articles: { a: 2000, b: 60 },
    })
    expect(codes(told)).toContain('no-room')
    expect(told.find(({ code }) => code === 'no-room')!.message).toBe('no line is left for "second" on page 1')
    expect(cells['second']).toBe('1-2 51+0')
    expect(made.ledger.articles['b']).toMatchObject({ status: 'overset', words: 60 })
  })

  it('is left out when it is an advert’s', async () => {
    const { made, told } = await makeSoft({
      slots: [LEAD, SECOND],
      pages: ['lead: a, second: { advert: coop }'],
      articles: { a: 2000 },
      adverts: 'coop: { file: coop.svg, size: [40mm, 60mm] }',
    })
    expect(codes(told)).toEqual(['no-room', 'overset'])
    expect(made.pages[0]!.adverts).toEqual([])
  })
})

describe('soft places that turn out to overlap', () => {
  it('are a mistake that names both', async () => {
    const slots = [
      LEAD.replace('span: 4', 'span: 2').replace('4-24', '2-24'),
      'slot: side, col: 3, span: 2, line: 1, depth: auto, head: 2-18-1',
      'slot: a, col: 1, span: 3, below: lead, depth: auto, head: 3-18-1',
      'slot: b, col: 3, span: 2, below: side, depth: auto, head: 2-18-1',
    ]
    const pages = ['lead: a, side: b, a: c, b: d']
    await expect(makeSoft({ slots, pages, articles: { a: 60, b: 60, c: 60, d: 60 } })).rejects.toThrow(
      /overlap "b" overlaps "a"/,
    )
  })
})

describe('the ledger’s room', () => {
  it('says where a page has lines left, below what and over which columns', async () => {
    const { made } = await makeSoft({
      slots: [LEAD, SECOND, THIRD, 'slot: foot, col: 4, span: 1, line: 40, depth: 11, head: 1-14-1'],
      pages: ['lead: a, second: b, third: c, foot: d'],
      articles: { a: 100, b: 60, c: 60, d: 90 },
    })
    expect(made.ledger.room).toEqual([
      { page: 1, below: ['second', 'third'], col: 1, span: 3, line: 18, lines: 33 },
      { page: 1, below: ['third'], col: 4, span: 1, line: 18, lines: 22 },
    ])
  })

  it('counts a slot that nothing fills and a continuation that is not needed as left', async () => {
    const slots = [
      'slot: lead, col: 1, span: 4, line: 1, depth: 20, head: 4-24-1',
      'slot: second, col: 1, span: 4, line: 22, depth: 10',
      'slot: third, col: 1, span: 4, line: 33, depth: 18',
    ]
    const { made } = await makeSoft({
      slots,
      pages: ['lead: a, third: b', 'second: { continues: a }, third: c'],
      articles: { a: 60, b: 60, c: 60 },
    })
    expect(made.ledger.room).toEqual([
      { page: 1, below: ['lead'], col: 1, span: 4, line: 21, lines: 12 },
      { page: 2, below: [], col: 1, span: 4, line: 1, lines: 32 },
    ])
  })

  it('does not count a line that parts two places', async () => {
    const slots = [
      'slot: lead, col: 1, span: 4, line: 1, depth: 20, head: 4-24-1',
      'slot: second, col: 1, span: 4, line: 22, depth: 10',
      'slot: third, col: 1, span: 4, line: 34, depth: 16',
    ]
    const { made } = await makeSoft({
      slots,
      pages: ['lead: a, second: b, third: c'],
      articles: { a: 60, b: 60, c: 60 },
    })
    expect(made.ledger.room).toEqual([
      { page: 1, below: ['second'], col: 1, span: 4, line: 32, lines: 2 },
      { page: 1, below: ['third'], col: 1, span: 4, line: 50, lines: 1 },
    ])
  })

  it('is empty on full pages', async () => {
    const { made } = await makeSoft({
      slots: ['slot: lead, col: 1, span: 4, line: 1, depth: fill'],
      pages: ['lead: a'],
      articles: { a: 60 },
    })
    expect(made.ledger.room).toEqual([])
  })
})
