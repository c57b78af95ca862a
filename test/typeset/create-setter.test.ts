import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/edition/index.js'
import type { SetLine } from '../../src/typeset/index.js'
import { articleOf, copyOf, endOf, linesOf, measure, openBench, paragraph, read, readAll, text } from './fixtures.js'

const STORY =
  'The stamp was by then more than a century old. Parliament had introduced it in 1712, at a halfpenny or a penny ' +
  'according to the size of the sheet, and raised it whenever a war had to be paid for. From 1815 it stood at fourpence.'

describe('the units of an article', () => {
  const body: Block[] = [
    paragraph('One two three.'),
    paragraph('Four.'),
    { kind: 'crosshead', copy: copyOf('A crosshead') },
    paragraph('Five six.'),
    { kind: 'quotation', blocks: [paragraph('Quoted words here.'), paragraph('And more.')] },
    { kind: 'list', ordered: false, start: 1, items: [[paragraph('First thing')], [paragraph('Second')]] },
    { kind: 'thematic-break' },
    paragraph('Last.'),
    {
      kind: 'table',
      align: ['left', 'right'],
      head: [copyOf('Name'), copyOf('Votes cast')],
      rows: [[copyOf('Jones'), copyOf('12')]],
    },
  ]

  it('are its paragraphs, crossheads, quotations, list items, rules and table rows, in order', async () => {
    const { setter } = await openBench()
    const units = setter.units({ article: articleOf(...body), dress: null })
    expect(units.map(({ index, role, before, after, words }) => [index, role, before, after, words])).toEqual([
      [0, 'paragraph', 0, 0, 3],
      [1, 'paragraph', 0, 0, 1],
      [2, 'crosshead', 1, 0, 2],
      [3, 'paragraph', 0, 0, 2],
      [4, 'quotation', 1, 0, 3],
      [5, 'quotation', 0, 1, 2],
      [6, 'list', 1, 0, 2],
      [7, 'list', 0, 1, 1],
      [8, 'rule', 0, 0, 0],
      [9, 'paragraph', 0, 0, 1],
      [10, 'table', 1, 0, 3],
      [11, 'table', 0, 1, 2],
    ])
  })

  it('are indented, but for the first paragraph and those after a crosshead or a rule', async () => {
    const { setter } = await openBench()
    const request = { article: articleOf(...body), dress: null }
    const heads = setter.units(request).map((unit) => {
      const item = setter.setUnit(request, unit.index, measure(150)).items[0]!
      return item.kind === 'line' ? Math.round(item.line.fragments[0]!.x * 100) / 100 : 'rule'
    })
    expect(heads).toEqual([0, 10, 0, 0, 10, 20, 0, 0, 'rule', 0, 0, 0])
  })

  it('are set once for each list of measures that says the same', async () => {
    const { setter } = await openBench()
    const request = { article: articleOf(paragraph(STORY)), dress: null }
    const first = setter.setUnit(request, 0, measure(150))
    const same = [
      { width: 150, lines: 3 },
      { width: 150, lines: Infinity },
    ]
    expect(setter.setUnit(request, 0, measure(150))).toBe(first)
    expect(setter.setUnit(request, 0, same)).toBe(first)
    expect(setter.setUnit(request, 0, measure(151))).not.toBe(first)
    expect(setter.units(request)).toBe(setter.units(request))
  })

  it('take the type of their dress', async () => {
    const { setter } = await openBench({}, { dresses: { leader: { body: { size: 12 } } } })
    const article = articleOf(paragraph(STORY))
    const plain = linesOf(setter.setUnit({ article, dress: null }, 0, measure(200)))
    const dressed = linesOf(setter.setUnit({ article, dress: 'leader' }, 0, measure(200)))
    expect(plain[0]!.fragments[0]!.size).toBe(10)
    expect(dressed[0]!.fragments[0]!.size).toBe(12)
    expect(dressed.length).toBeGreaterThan(plain.length)
  })

  it('give their words as an editor would look for them', async () => {
    const { setter } = await openBench()
    const request = { article: articleOf(...body), dress: null }
    expect(setter.words(request, 0, 1, 2)).toBe('two three.')
    expect(setter.words(request, 10, 1, 9)).toBe('Votes cast')
    expect(setter.words(request, 8, 0, 3)).toBe('')
  })
})

describe('a paragraph', () => {
  it('is justified to its measure, but for its last line', async () => {
    const { setter } = await openBench()
    const lines = linesOf(setter.setUnit({ article: articleOf(paragraph(STORY)), dress: null }, 0, measure(180)))
    for (const line of lines.slice(0, -1)) expect(endOf(line)).toBeCloseTo(180, 6)
    expect(endOf(lines.at(-1)!)).toBeLessThan(180)
    for (const space of lines.at(-1)!.fragments.filter(({ role }) => role === 'space'))
      expect(space.width).toBeCloseTo(2.5, 9)
    expect(readAll(lines).join(' ').replaceAll('- ', '')).toBe(STORY)
  })

  it('has the measure of each line, and says how far each is stretched', async () => {
    const { setter } = await openBench()
    const measures = [
      { width: 120, lines: 2 },
      { width: 200, lines: Infinity },
    ]
    const lines = linesOf(setter.setUnit({ article: articleOf(paragraph(STORY)), dress: null }, 0, measures))
    expect(lines.map((line) => line.measure)).toEqual([120, 120, ...lines.slice(2).map(() => 200)])
    for (const line of lines.slice(0, -1)) {
      expect(endOf(line)).toBeCloseTo(line.measure, 6)
      const space = line.fragments.find(({ role }) => role === 'space')!
      const gain = space.width / 2.5 - 1
      expect(line.ratio).toBeCloseTo(gain >= 0 ? gain / 0.5 : gain / 0.25, 6)
    }
  })

  it('marks the hyphen it puts in, in the type of its word', async () => {
    const { setter } = await openBench()
    const article = articleOf(paragraph(text('Unrepresentative governments notwithstanding', 'strong')))
    const lines = linesOf(setter.setUnit({ article, dress: null }, 0, measure(80)))
    const divided = lines.filter((line) => line.hyphenated)
    expect(divided.length).toBeGreaterThan(0)
    for (const line of divided) {
      const last = line.fragments.at(-1)!
      expect([last.role, last.run.text, last.run.face.key]).toEqual(['soft-hyphen', '-', 'serif-700-normal'])
    }
  })

  it('counts a divided word on the line where it begins', async () => {
    const { setter } = await openBench()
    const article = articleOf(paragraph('Unrepresentative governments'))
    const lines = linesOf(setter.setUnit({ article, dress: null }, 0, measure(70)))
    expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(2)
    const after = lines.findIndex((line) => line.hyphenated) + 1
    expect(lines[after]!.words).toBe(read(lines[after]!).includes(' ') ? 1 : 0)
  })

  it('shapes the parts of a divided word anew, ligatures and all', async () => {
    const { setter } = await openBench({}, {})
    const article = articleOf(paragraph('of\u00adfice of\u00adfice of\u00adfice'))
    const lines = linesOf(setter.setUnit({ article, dress: null }, 0, measure(24)))
    const parts = lines.flatMap(({ fragments }) => fragments.map(({ run }) => run.text))
    expect(parts.filter((part) => part === 'fice').length).toBeGreaterThan(0)
    expect(parts.join('')).not.toContain('\u00ad')
  })

  it('sets strong, emphasis and lead-in in their faces, one word in two faces counted once', async () => {
    const { setter } = await openBench()
    const article = articleOf(
      paragraph(text('ON A SATURDAY ', 'lead-in'), text('the ', 'emphasis'), text('Guard', 'strong'), text('ian won')),
    )
    const [line] = linesOf(setter.setUnit({ article, dress: null }, 0, measure(400)))
    const faces = line!.fragments
      .filter(({ role }) => role === 'text')
      .map(({ run, tracking }) => [run.text, run.face.key, tracking])
    expect(faces).toEqual([
      ['ON', 'serif-400-normal', 20],
      ['A', 'serif-400-normal', 20],
      ['SATURDAY', 'serif-400-normal', 20],
      ['the', 'serif-400-italic', 0],
      ['Guard', 'serif-700-normal', 0],
      ['ian', 'serif-400-normal', 0],
      ['won', 'serif-400-normal', 0],
    ])
    expect(line!.words).toBe(6)
  })

  it('turns emphasis upright in an italic style', async () => {
    const { setter } = await openBench({ body: { italic: true } })
    const article = articleOf(paragraph('all ', text('but', 'emphasis')))
    const [line] = linesOf(setter.setUnit({ article, dress: null }, 0, measure(400)))
    expect(line!.fragments.map(({ run }) => run.face.key)).toEqual([
      'serif-400-italic',
      'serif-400-italic',
      'serif-400-normal',
    ])
  })

  it('keeps its line breaks', async () => {
    const { setter } = await openBench()
    const article = articleOf(paragraph('Roses are red,', '\n', 'violets are blue'))
    const lines = linesOf(setter.setUnit({ article, dress: null }, 0, measure(300)))
    expect(readAll(lines)).toEqual(['Roses are red,', 'violets are blue'])
    expect(lines[0]!.fragments.every(({ role, width }) => role !== 'space' || Math.abs(width - 2.5) < 1e-9)).toBe(true)
  })

  it('ends no line at a no-break space, and stretches it like any other', async () => {
    const { setter } = await openBench()
    const article = articleOf(
      paragraph('It cost £6\u00a0million to build and £7\u00a0million to run and £8\u00a0million to close.'),
    )
    for (let width = 60; width < 200; width += 7) {
      const lines = linesOf(setter.setUnit({ article, dress: null }, 0, measure(width)))
      for (const line of readAll(lines)) expect(line).not.toMatch(/£\d$/)
      for (const line of lines) {
        const widths = line.fragments.filter(({ role }) => role === 'space').map((one) => one.width)
        expect(Math.max(0, ...widths) - Math.min(Infinity, ...widths)).toBeLessThan(1e-9)
      }
    }
  })

  it('is cut to its first words and says nothing then', async () => {
    const { setter, findings } = await openBench()
    const request = { article: articleOf(paragraph(STORY)), dress: null }
    const cut = linesOf(setter.setUnitCut(request, 0, 7, measure(150)))
    expect(readAll(cut).join(' ').replaceAll('- ', '')).toBe('The stamp was by then more than')
    expect(setter.setUnitCut(request, 0, 999, measure(150))).toBe(setter.setUnit(request, 0, measure(150)))
    setter.setUnitCut(
      { article: articleOf(paragraph('Llanfairpwllgwyngyllgogerychwyrndrobwll yes')), dress: null },
      0,
      1,
      measure(30),
    )
    expect(findings).toEqual([])
  })
})

describe('findings', () => {
  it('name a character that nobody has, with its code point and place', async () => {
    const { setter, findings } = await openBench()
    const article = articleOf(paragraph('A beetle: ж'))
    setter.setUnit({ article, dress: null }, 0, measure(100))
    setter.setUnit({ article, dress: null }, 0, measure(120))
    expect(findings).toMatchObject([
      { code: 'glyph-missing', message: 'character "ж" (U+0436) is not in family "serif"', place: { column: 11 } },
    ])
  })

  it('name a word that had to be broken, once', async () => {
    const { setter } = await openBench()
    const article = articleOf(paragraph('To 12345678901234567890123456789 they went'))
    const set = setter.setUnit({ article, dress: null }, 0, measure(60))
    expect(linesOf(set).every((line) => endOf(line) <= 60.01)).toBe(true)
    expect(set.faults.filter(({ finding }) => finding.code === 'word-broken')).toMatchObject([
      { finding: { message: '"12345678901234567890123456789" is longer than its measure and was broken' } },
    ])
  })

  it('name a line whose word space is a hole', async () => {
    const { setter } = await openBench()
    const article = articleOf(paragraph('Aa 1234567890123 bb 1234567890123 cc 1234567890123 dd'))
    const set = setter.setUnit({ article, dress: null }, 0, measure(95))
    const [first] = set.faults
    expect(first).toMatchObject({ item: 0, finding: { code: 'line-emergency' } })
    expect(first!.finding.message).toMatch(/^a line could not be set well: "Aa 1234567890123"|"1234567890123/)
    for (const line of linesOf(set)) expect(endOf(line)).toBeLessThan(95.01)
  })

  it('name a language without patterns once for an article', async () => {
    const { setter, findings } = await openBench({}, { languages: ['tlh'] })
    const article = { ...articleOf(paragraph(STORY), paragraph(STORY)), language: 'tlh' }
    for (const unit of [0, 1]) {
      const lines = linesOf(setter.setUnit({ article, dress: null }, unit, measure(150)))
      expect(lines.some((line) => line.hyphenated)).toBe(false)
    }
    expect(findings.filter(({ code }) => code === 'language-unknown')).toMatchObject([
      { place: { file: 'articles/a.md' } },
    ])
  })

  it('name a face in which strong cannot be seen', async () => {
    const { setter, findings } = await openBench({ body: { font: 'plain' } })
    const article = articleOf(paragraph('not ', text('so', 'strong'), ' bold'))
    setter.setUnit({ article, dress: null }, 0, measure(200))
    expect(findings).toMatchObject([
      { code: 'face-substituted', message: 'family "plain" has no bold; regular was used' },
    ])
  })

  it('are not made of an article that sets well', async () => {
    const { setter, findings } = await openBench()
    setter.setUnit({ article: articleOf(paragraph(STORY)), dress: null }, 0, measure(180))
    expect(findings).toEqual([])
  })
})

describe('a list', () => {
  const item = 'A long item that has to run on over more than a single line of its leg'

  it('hangs its figures right-aligned before the text', async () => {
    const { setter } = await openBench()
    const items = Array.from({ length: 10 }, () => [paragraph(item)])
    const request = { article: articleOf({ kind: 'list', ordered: true, start: 1, items }), dress: null }
    const [one, ten] = [0, 9].map((unit) => linesOf(setter.setUnit(request, unit, measure(150)))) as [
      SetLine[],
      SetLine[],
    ]
    expect(read(one[0]!)).toMatch(/^1\. A long/)
    expect(read(ten[0]!)).toMatch(/^10\. A long/)
    const text = one[1]!.fragments[0]!.x
    expect(text).toBeCloseTo(5 + 5 + 2.8 + 4, 6)
    for (const lines of [one, ten]) {
      expect(lines[0]!.fragments[2]!.x).toBeCloseTo(text, 6)
      expect(lines[0]!.fragments[0]!.x + lines[0]!.fragments[0]!.width).toBeCloseTo(text - 4, 6)
      expect(endOf(lines[0]!)).toBeCloseTo(150, 6)
    }
    expect(ten[0]!.fragments[0]!.x).toBeCloseTo(0, 6)
    expect(one[0]!.words + one[1]!.words + (one[2]?.words ?? 0)).toBe(17)
  })

  it('sets a nested list one step in, and the further paragraphs of an item under its text', async () => {
    const { setter } = await openBench()
    const nested: Block = { kind: 'list', ordered: false, start: 1, items: [[paragraph('inner')]] }
    const body: Block = {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [[paragraph('outer'), paragraph('more'), nested]],
    }
    const request = { article: articleOf(body), dress: null }
    const lines = [0, 1, 2].map((unit) => linesOf(setter.setUnit(request, unit, measure(150)))[0]!)
    expect(readAll(lines)).toEqual(['– outer', 'more', '– inner'])
    expect(lines.map((line) => line.fragments.at(-1)!.x)).toEqual([9, 9, 18])
    expect(lines[2]!.fragments[0]!.x).toBe(9)
  })
})

describe('a table', () => {
  const table: Block = {
    kind: 'table',
    align: ['left', 'right'],
    head: [copyOf('Constituency'), copyOf('Votes')],
    rows: [
      [copyOf('Holborn and St Pancras'), copyOf('1,234')],
      [copyOf('Leyton'), copyOf('99')],
    ],
  }

  it('sets its cells side by side, its head in bold, figures ranged right', async () => {
    const { setter } = await openBench()
    const request = { article: articleOf(table), dress: null }
    const rows = [0, 1, 2].map((unit) => linesOf(setter.setUnit(request, unit, measure(200))))
    expect(rows.map((lines) => readAll(lines))).toEqual([
      ['Constituency Votes'],
      ['Holborn and St Pancras 1,234'],
      ['Leyton 99'],
    ])
    expect(rows[0]![0]!.fragments[0]!.run.face.weight).toBe(700)
    for (const [line] of rows) expect(endOf(line!)).toBeCloseTo(200, 1)
    expect(rows.map(([line]) => line!.words)).toEqual([2, 5, 2])
  })

  it('wraps a cell that is too long, and loses no word of it', async () => {
    const { setter } = await openBench()
    const request = { article: articleOf(table), dress: null }
    for (const width of [20, 60, 90, 120]) {
      const lines = linesOf(setter.setUnit(request, 1, measure(width)))
      expect(lines.length).toBeGreaterThan(1)
      expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(5)
    }
  })

  it('is cut in reading order', async () => {
    const { setter } = await openBench()
    const request = { article: articleOf(table), dress: null }
    expect(readAll(linesOf(setter.setUnitCut(request, 1, 3, measure(200))))).toEqual(['Holborn and St'])
  })
})
