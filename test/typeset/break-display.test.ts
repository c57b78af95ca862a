import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Setter } from '../../src/typeset/index.js'
import { breakings, piecesOf } from './brute-heads.js'
import { articleOf, copyOf, linesOf, measure as toMeasure, openBench, readAll, stylesWith, text } from './fixtures.js'

const WORDS = (
  'a I of the to in as is strike council workers closed gates march second week shipyard “the (of “No £5 12 2022 30 years ' +
  'hectares, thousand hours day co-operative rock-and-roll war—again so, but Hundreds enters us £6\u00a0million'
).split(' ')

/** The rule as this test understands it: these lean on the next word, whatever mark stands before them. */
const SHORT = new Set('a i of the to in as is no but'.split(' '))
const UNITS = new Set('years thousand hours day week hectares'.split(' '))

function leans(line: string, next: string): boolean {
  const word = line.split(' ').at(-1)!.replace(/^[“(]/, '')
  if (/^£?\d+$/.test(word)) return UNITS.has(next.split(' ')[0]!.replace(/,$/, ''))
  return SHORT.has(word.toLowerCase())
}

/** What a breaking costs: words that lean over its ends, then its white. */
interface Cost {
  readonly leaning: number
  readonly white: number
}

let setter: Setter

beforeAll(async () => {
  setter = (await openBench()).setter
})

const style = { ...stylesWith().headline, size: 20 }

function widthOf(line: string): number {
  return setter.measureDisplay({ copy: copyOf(line), style, size: 20, language: 'en-GB' })
}

function costOf(lines: readonly string[], measure: number): Cost | null {
  let leaning = 0
  let white = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const width = widthOf(line)
    if (width > measure + 1e-6) return null
    white += ((measure - width) / measure) ** 2
    if (next === undefined) continue
    if (/[-—]$/.test(line)) white += 0.05
    else if (leans(line, next)) leaning++
  }
  return { leaning, white }
}

function best(head: string, measure: number, lines?: number): { readonly lines: number; readonly cost: Cost } | null {
  const pieces = piecesOf(head)
  for (let count = lines ?? 1; count <= (lines ?? pieces.length); count++) {
    let least: Cost | null = null
    for (const breaking of breakings(pieces, count)) {
      const cost = costOf(breaking, measure)
      if (!cost) continue
      const isLess =
        !least || cost.leaning < least.leaning || (cost.leaning === least.leaning && cost.white < least.white)
      if (isLess) least = cost
    }
    if (least) return { lines: count, cost: least }
  }
  return null
}

function setHead(head: string, measure: number, lines?: number): string[] {
  return readAll(setter.setDisplay({ copy: copyOf(head), style, size: 20, measure, language: 'en-GB', lines }))
}

function expectBest(lines: readonly string[], head: string, measure: number, asked?: number): void {
  const wanted = best(head, measure, asked)!
  expect(lines.length).toBe(wanted.lines)
  const { leaning, white } = costOf(lines, measure)!
  expect({ leaning, white: white.toFixed(9) }).toEqual({
    leaning: wanted.cost.leaning,
    white: wanted.cost.white.toFixed(9),
  })
}

const head = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 10 }).map((words) => words.join(' '))
const measures = fc.double({ min: 130, max: 700, noNaN: true })

describe('the lines of a head', () => {
  it('are the best of all ways to set it in as few: short words at their ends first, then evenness', () => {
    let inSeveral = 0
    fc.assert(
      fc.property(head, measures, (words, measure) => {
        const lines = setHead(words, measure)
        expectBest(lines, words, measure)
        if (lines.length > 1) inSeveral++
      }),
      { numRuns: 600, seed: 14012022 },
    )
    expect(inSeveral).toBeGreaterThan(200)
  })

  it('are as good in more lines than it needs', () => {
    fc.assert(
      fc.property(head, measures, fc.integer({ min: 1, max: 4 }), (words, measure, lines) => {
        const made = setHead(words, measure, lines)
        if (best(words, measure, lines)) expectBest(made, words, measure, lines)
        else expectBest(made, words, measure)
      }),
      { numRuns: 300, seed: 14012022 },
    )
  })

  it('are those of a crosshead and a deck too', async () => {
    const crosshead = { ...style, weight: 400 }
    const bench = await openBench({ crosshead, deck: crosshead })
    fc.assert(
      fc.property(head, measures, (words, measure) => {
        const { setter } = bench
        const article = articleOf({ kind: 'crosshead', copy: copyOf(words) })
        const deck = { copy: copyOf(words), style: stylesWith({ deck: { ...crosshead, name: 'deck' } }).deck }
        const inText = readAll(linesOf(setter.setUnit({ article, dress: null }, 0, toMeasure(measure))))
        expect(readAll(setter.setDisplay({ ...deck, size: 20, measure, language: 'en-GB' }))).toEqual(inText)
      }),
      { numRuns: 100, seed: 14012022 },
    )
  })

  it('end in no word that leans on the next, with a mark before it or not', () => {
    expect(setHead('Strikers march on “the” big yard', 240)).toEqual(['Strikers march', 'on “the” big yard'])
    expect(setHead('Hundreds strike for (a fair wage', 240)).toEqual(['Hundreds strike', 'for (a fair wage'])
    expect(setHead('Water gone now 12 hours, say they', 220)).toEqual(['Water gone now', '12 hours, say they'])
    expect(setHead('All water gone 12 hours at a stretch', 240)).toEqual(['All water gone', '12 hours at a stretch'])
    expect(setHead('All water gone 12 herons at a stretch', 240)).toEqual(['All water gone 12', 'herons at a stretch'])
    expect(setHead('Price to rise 9\u00a0per cent a year', 220)).toEqual(['Price to rise', '9 per cent a year'])
  })

  it('know a word by all its types', () => {
    const copy = copyOf('Men march wi', text('th', 'emphasis'), ' the shipyards now')
    const lines = readAll(setter.setDisplay({ copy, style, size: 20, measure: 260, language: 'en-GB' }))
    expect(lines).toEqual(['Men march', 'with the shipyards now'])
  })

  it('end after no hyphen that nobody sees, and between no words that are bound, without need', () => {
    expect(setHead('Donau\u00addampf\u00adschiff sinkt', 180)).toEqual(['Donaudampfschiff', 'sinkt'])
    expect(setHead('Aid of £6\u00a0million', 110)).toEqual(['Aid of', '£6 million'])
    expect(setHead('On and/or off', 80)).toEqual(['On', 'and/or', 'off'])
  })

  it('give way in need where the editor allows it, and nowhere else', () => {
    expect(setHead('Donau\u00addampf\u00adschiff sinkt', 125)).toEqual(['Donaudampf-', 'schiff sinkt'])
    expect(setHead('Now Antidisestablishment of £6\u00a0million', 110).slice(-2)).toEqual(['of', '£6 million'])
  })
})
