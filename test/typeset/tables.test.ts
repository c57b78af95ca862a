import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/edition/index.js'
import type { GalleyItem, SetLine } from '../../src/typeset/index.js'
import { fakeWidth } from './fake-fonts.js'
import { articleOf, copyOf, endOf, linesOf, measure, openBench, readAll, type StyleChanges } from './fixtures.js'

type Side = 'left' | 'right' | 'centre'

function tableOf(align: readonly Side[], head: readonly string[], ...rows: readonly (readonly string[])[]): Block {
  const cells = (row: readonly string[]) => row.map((cell) => copyOf(cell))
  return { kind: 'table', align, head: cells(head), rows: rows.map(cells) }
}

/** The rows of a table set in a measure. */
async function setTable(
  table: Block,
  width: number,
  { changes = {}, language = 'en-GB' }: { readonly changes?: StyleChanges; readonly language?: string } = {},
): Promise<readonly (readonly GalleyItem[])[]> {
  const { setter } = await openBench(changes, { languages: [language] })
  const request = { article: { ...articleOf(table), language }, dress: null }
  return setter.units(request).map(({ index }) => setter.setUnit(request, index, measure(width)).items)
}

function lineOf(items: readonly GalleyItem[]): SetLine {
  const [item] = items
  if (item?.kind !== 'line') throw new Error('no line')
  return item.line
}

/** Where the last cell of a row has its sign; where its digits end when it has none. */
function pointOf(line: SetLine, sign: string): number {
  const last = line.fragments.findLast(({ run }) => /\d/.test(run.text))!
  const { text } = last.run
  const at = text.includes(sign) ? text.indexOf(sign) : /\d(?=\D*$)/.exec(text)!.index + 1
  return last.x + [...text.slice(0, at)].reduce((sum, one) => sum + (fakeWidth(one) * last.size) / 1000, 0)
}

describe('figures in a table', () => {
  const prices = ['1,240', '388.5', '96.25', '£12', '−4.75', '60p', '18 %']

  it.each<Side>(['right', 'centre'])(
    'stand with their points one under another in a column that is %s',
    async (side) => {
      const rows = await setTable(tableOf(['left', side], ['Fish', 'Price'], ...prices.map((one) => ['a', one])), 150)
      const points = rows.slice(1).map((row) => pointOf(lineOf(row), '.'))
      for (const point of points) expect(point).toBeCloseTo(points[0]!, 6)
    },
  )

  it('end together at the edge of a column ranged right', async () => {
    const rows = await setTable(
      tableOf(['left', 'right'], ['Fish', 'Price'], ['a', '1.5'], ['b', '2.25'], ['c', '3']),
      150,
    )
    expect(Math.max(...rows.map((row) => endOf(lineOf(row))))).toBeCloseTo(150, 1)
  })

  it('have a comma before their decimals in languages that write one', async () => {
    const table = tableOf(['left', 'right'], ['Fisch', 'Preis'], ['a', '1.240,5'], ['b', '3,25'])
    const rows = await setTable(table, 150, { language: 'de' })
    expect(pointOf(lineOf(rows[1]!), ',')).toBeCloseTo(pointOf(lineOf(rows[2]!), ','), 6)
  })

  it.each([
    ['stay at the edge where none has decimals', 'right', ['1,240', '12'], true],
    ['stay at the edge where most cells are words', 'right', ['free', 'by post', '1.25'], true],
    ['stay at the left where the column is ranged left', 'left', ['1.5', '22.25'], false],
  ] as const)('%s', async (_, side, cells, isAtEdge) => {
    const rows = await setTable(tableOf(['left', side], ['A', 'B'], ...cells.map((one) => ['a', one])), 150)
    const ends = rows.slice(1).map((row) => endOf(lineOf(row)))
    for (const end of ends) expect(Math.abs(end - 150) < 0.1).toBe(isAtEdge)
  })

  it('leave no column, whatever they are', async () => {
    const figure = fc
      .tuple(fc.integer({ min: 0, max: 99999 }), fc.option(fc.integer({ min: 0, max: 999 })))
      .map(([whole, part]) => (part === null ? `${whole}` : `${whole}.${part}`))
    const cell = fc.oneof({ weight: 4, arbitrary: figure }, { weight: 1, arbitrary: fc.constantFrom('', 'n/a', '–') })
    const { setter } = await openBench()
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.integer({ min: 20, max: 200 }), (cells, width) => {
        const article = articleOf(tableOf(['left', 'right'], ['A', 'B'], ...cells.map((one) => ['fish', one])))
        for (const unit of setter.units({ article, dress: null })) {
          for (const line of linesOf(setter.setUnit({ article, dress: null }, unit.index, measure(width)))) {
            if (line.fragments.length > 1) expect(endOf(line)).toBeLessThanOrEqual(width + 0.01)
          }
        }
      }),
      { seed: 1066, numRuns: 200 },
    )
  })
})

describe('the columns of a table', () => {
  it('stand in one line where they are short, and the widest give way', async () => {
    const long = 'Slides of the lightship by the men who raised her from the bar'
    const rows = await setTable(tableOf(['left', 'left'], ['Day', 'What'], ['Fri 14', long], ['Sat 15', long]), 150)
    const first = rows[1]!.map((item) => (item.kind === 'line' ? item.line : null)!)
    expect(readAll(first)[0]).toMatch(/^Fri 14 Slides/)
    expect(first.length).toBeGreaterThan(1)
  })

  it('have the style of the first, of the head and of the rest', async () => {
    const changes: StyleChanges = { 'table-head': { colour: 'red' }, 'table-first': { weight: 700 } }
    const rows = await setTable(tableOf(['left', 'left'], ['A', 'B'], ['c', 'd']), 150, { changes })
    const looks = rows.map((row) => lineOf(row).fragments.filter(({ role }) => role === 'text'))
    expect(looks.map((cells) => cells.map(({ run, colour }) => [run.text, run.face.weight, colour]))).toEqual([
      [
        ['A', 700, 'red'],
        ['B', 700, 'red'],
      ],
      [
        ['c', 700, 'black'],
        ['d', 400, 'black'],
      ],
    ])
  })
})

describe('the rules of a table', () => {
  const rule = (weight: number) => ({ weight, colour: 'black' })
  const table = tableOf(
    ['left', 'left'],
    ['A', 'B'],
    ['c', 'd'],
    ['e', 'f f f f f f f f f f f f f f f f f f f f'],
    ['g', 'h'],
  )

  /** The rules of each line, as their weights: `=` level above or below, `|` upright. */
  async function drawn(changes: StyleChanges): Promise<readonly (readonly string[])[]> {
    const rows = await setTable(table, 100, { changes })
    return rows.flatMap((items) =>
      items.map((item) =>
        (item.kind === 'line' ? (item.rules ?? []) : []).map(
          ({ rule: { weight }, x1, x2, y1 }) => `${x1 === x2 ? '|' : y1 < 0 ? '¯' : '_'}${weight}`,
        ),
      ),
    )
  }

  it('are none where the stylebook has none', async () => {
    expect(await drawn({})).toEqual([[], [], [], [], []])
  })

  it('stand over the table, under its head, between its rows and under it', async () => {
    const changes: StyleChanges = {
      table: { ruleAbove: rule(2), rowRule: rule(0.25), ruleBelow: rule(1) },
      'table-head': { ruleAbove: rule(3), ruleBelow: rule(0.5) },
    }
    expect(await drawn(changes)).toEqual([['¯3', '_0.5'], ['_0.25'], [], ['_0.25'], ['_1']])
  })

  it('part its head from its rows as rows are parted, where the head has no rule of its own', async () => {
    expect((await drawn({ table: { rowRule: rule(0.25) } }))[0]).toEqual(['_0.25'])
  })

  it('stand between its columns, from line to line', async () => {
    expect(await drawn({ table: { columnRule: rule(0.25) } })).toEqual([
      ['|0.25'],
      ['|0.25'],
      ['|0.25'],
      ['|0.25'],
      ['|0.25'],
    ])
    const rows = await setTable(table, 100, { changes: { table: { columnRule: rule(0.25) } } })
    const [item] = rows[0]!
    if (item?.kind !== 'line') throw new Error('no line')
    const { x1, y1, y2 } = item.rules![0]!
    const [first, second] = item.line.fragments.filter(({ role }) => role === 'text')
    expect(first!.x + first!.width).toBeLessThan(x1)
    expect(x1).toBeLessThan(second!.x)
    // As deep as a line of the grid: the next one's begins where this one's ends.
    expect(y2 - y1).toBeCloseTo(12, 6)
  })
})
