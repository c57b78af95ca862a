import { describe, expect, it } from 'vitest'
import { formatLedger } from '../../src/display/ledger-table.js'
import type { Ledger, LedgerEntry } from '../../src/makeup/index.js'

function entry(given: Partial<LedgerEntry>, ...places: [page: number, legs: number][]): LedgerEntry {
  const placements = places.map(([page, legs]) => ({ page, legs, slot: 'lead', head: '4-48-2', lines: 30 }))
  return { status: 'copyfit', lines: 0, words: 0, fitted: [], written: 200, placements, ...given }
}

function ledger(articles: Record<string, LedgerEntry>, { pages = 4, room = [] as Ledger['room'] } = {}): Ledger {
  return { edition: { paper: 'new-worker', number: 2177, date: '2022-01-14', pages }, articles, room }
}

describe('the ledger’s table', () => {
  it('says of each article where it stands and whether it fits, column under column', () => {
    const table = formatLedger(
      ledger({
        kazakhstan: entry(
          { status: 'overset', lines: 7, words: 41, firstOverset: 'the wall of the old' },
          [1, 4],
          [3, 2],
        ),
        rents: entry({}, [1, 2]),
        film: entry({ status: 'underset', lines: 3, words: 20 }, [12, 2]),
      }),
    )
    expect(table).toBe(
      [
        'article     page  legs',
        'kazakhstan  1, 3  4, 2  over by 7 lines (41 words), from “the wall of the old”',
        'rents       1     2     fits',
        'film        12    2     short by 3 lines',
        '',
        '4 pages, 3 articles: 1 fits, 1 over, 1 short',
        '',
      ].join('\n'),
    )
  })

  it('counts one as one', () => {
    const one = entry({ status: 'overset', lines: 1, words: 1, firstOverset: 'end' }, [1, 1])
    expect(formatLedger(ledger({ one }, { pages: 1 }))).toContain('over by 1 line (1 word), from “end”')
    expect(formatLedger(ledger({ one }, { pages: 1 }))).toContain('1 page, 1 article: 1 over\n')
  })

  it('names the copyfit steps that were taken', () => {
    expect(formatLedger(ledger({ one: entry({ fitted: ['tracking -3/1000 em'] }, [1, 1]) }))).toContain(
      'fits, by tracking -3/1000 em',
    )
  })

  it('says where pages have room left', () => {
    const room = [
      { page: 3, below: ['lead'], col: 1, span: 2, line: 67, lines: 7 },
      { page: 4, below: ['second', 'third'], col: 1, span: 3, line: 40, lines: 12 },
      { page: 4, below: [], col: 4, span: 1, line: 1, lines: 1 },
    ]
    expect(formatLedger(ledger({ one: entry({}, [1, 1]) }, { room }))).toBe(
      [
        'article  page  legs',
        'one      1     1     fits',
        '',
        'room on page 3: 7 lines below lead, columns 1–2',
        'room on page 4: 12 lines below second and third, columns 1–3',
        'room on page 4: 1 line from line 1, column 4',
        '',
        '4 pages, 1 article: 1 fits',
        '',
      ].join('\n'),
    )
  })

  it('is only the sums when a paper holds no article', () => {
    expect(formatLedger(ledger({}, { pages: 2 }))).toContain('2 pages, 0 articles\n')
  })
})
