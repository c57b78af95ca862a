import { describe, expect, it } from 'vitest'
import type { Article, DropCap } from '../../src/edition/index.js'
import { brokenKeeps } from '../../src/makeup/legs/leg-cost.js'
import type { DropCapStyle } from '../../src/stylebook/index.js'
import type { SetLine } from '../../src/typeset/index.js'
import { takeCapital } from '../../src/typeset/opening-capital.js'
import {
  articleOf,
  copyOf,
  endOf,
  linesOf,
  measure,
  openBench,
  paragraph,
  readAll,
  text,
  type Bench,
} from './fixtures.js'

const STORY = 'Knuth says that a narrow column is hard to set, since it has six words to a line and no more than that.'
const THREE: Partial<DropCapStyle> = { lines: 3, gap: 2, colour: 'red' }

function open(style: Partial<DropCapStyle> = THREE): Promise<Bench> {
  return openBench({ 'drop-cap': style })
}

function story(opening: string, dropCap: DropCap = 'auto'): Article {
  return { ...articleOf(paragraph(opening)), dropCap }
}

/** What a reader's program makes of a line. */
function extract(line: SetLine): string {
  return line.fragments.map(({ run }) => run.characters.join('')).join('')
}

describe('a drop capital', () => {
  it('reaches from the capitals of the first line to the baseline of its last', async () => {
    const { setter } = await open()
    const lines = linesOf(setter.setUnit({ article: story(STORY), dress: null }, 0, measure(200)))
    const capital = lines[0]!.fragments[0]!
    expect([capital.run.text, capital.colour, capital.rise]).toEqual(['K', 'red', -24])
    // Two lines of 12 pt and the height of the text's capitals.
    expect(capital.size * capital.run.face.capHeight).toBeCloseTo(24 + 10 * 0.67, 9)
    // Its ink, not its side bearing, stands on the edge.
    expect(capital.x).toBeCloseTo(-0.03 * capital.size, 9)
  })

  it('has the lines beside it set round it, and no others', async () => {
    const { setter } = await open()
    const lines = linesOf(setter.setUnit({ article: story(STORY), dress: null }, 0, measure(150)))
    const { size } = lines[0]!.fragments[0]!
    const edge = size * (0.5 - 0.06) + 2
    const starts = lines.map(({ fragments }, i) => fragments[i === 0 ? 1 : 0]!.x)
    expect(lines.length).toBeGreaterThan(3)
    starts.forEach((x, i) => expect(x).toBeCloseTo(i < 3 ? edge : 0, 9))
    for (const line of lines.slice(0, -1)) expect(endOf(line)).toBeCloseTo(150, 6)
  })

  it('is one word with what follows it, to a reader as to a counter', async () => {
    const { setter } = await open()
    const lines = linesOf(setter.setUnit({ article: story(STORY), dress: null }, 0, measure(200)))
    expect(readAll(lines).join(' ')).toBe(STORY)
    expect(lines.map(extract).join(' ').trim()).toBe(STORY)
    expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(STORY.split(' ').length)
  })

  it('is a word of its own where it was one', async () => {
    const { setter } = await open()
    const storm = `A storm ${STORY}`
    const lines = linesOf(setter.setUnit({ article: story(storm), dress: null }, 0, measure(200)))
    expect(lines.map(extract).join(' ').trim()).toBe(storm)
    expect(readAll(lines).join(' ')).toBe(storm)
    expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(storm.split(' ').length)
    const starts = lines.map(
      ({ fragments }, i) => fragments.find(({ role }, at) => role === 'text' && (i > 0 || at > 1))!.x,
    )
    expect(starts[0]! - starts[1]!).toBeCloseTo(2.5, 9)
  })

  it('takes an opening quotation mark with it, smaller', async () => {
    const { setter } = await open()
    const lines = linesOf(setter.setUnit({ article: story(`“${STORY}”`), dress: null }, 0, measure(200)))
    const [quote, capital] = lines[0]!.fragments
    expect([quote!.run.text, capital!.run.text]).toEqual(['“', 'K'])
    expect(quote!.size).toBeCloseTo(capital!.size / 2, 9)
    // As high as the capital.
    expect(quote!.rise + quote!.size * 0.67).toBeCloseTo(capital!.rise + capital!.size * 0.67, 9)
    expect(lines.map(extract).join(' ').trim()).toBe(`“${STORY}”`)
  })

  it('leaves the lead-in its type', async () => {
    const { setter } = await open()
    const copy = paragraph(text('KNUTH SAYS', 'lead-in', 'strong'), text(STORY.slice('Knuth says'.length)))
    const lines = linesOf(setter.setUnit({ article: articleOf(copy), dress: null }, 0, measure(200)))
    const [capital, rest] = lines[0]!.fragments
    expect([capital!.run.face.weight, rest!.run.text, rest!.run.face.weight]).toEqual([400, 'NUTH', 700])
  })

  it.each([
    ['in a paragraph of fewer lines', story('Two lines of text and no more.')],
    ['before a figure', story(`12 ${STORY}`)],
    ['where the article refuses it', story(STORY, 'none')],
  ])('does not stand %s', async (_, article) => {
    const { setter, findings } = await open()
    const set = setter.setUnit({ article, dress: null }, 0, measure(120))
    expect(linesOf(set)[0]!.fragments.every(({ size }) => size === 10)).toBe(true)
    expect(set.together).toBeUndefined()
    expect(findings).toEqual([])
  })

  it('does not stand in a measure that has no room for both', async () => {
    const { setter } = await open()
    const set = setter.setUnit({ article: story(STORY), dress: null }, 0, measure(40))
    expect(linesOf(set)[0]!.fragments[0]!.size).toBe(10)
  })

  it('is as deep as the article asks, whatever the stylebook says', async () => {
    const { setter } = await open({ lines: 0 })
    const set = setter.setUnit({ article: story(STORY, 2), dress: null }, 0, measure(200))
    expect(linesOf(set)[0]!.fragments[0]!.rise).toBe(-12)
    expect(set.together).toBe(2)
  })

  it('stands at the head of an article only', async () => {
    const { setter } = await open()
    const article = articleOf(paragraph(STORY), paragraph(STORY))
    const second = linesOf(setter.setUnit({ article, dress: null }, 1, measure(200)))
    expect(second[0]!.fragments[0]!.size).toBe(10)
  })

  it('keeps its lines together in one leg', async () => {
    const { setter } = await open()
    const set = setter.setUnit({ article: story(`${STORY} ${STORY}`), dress: null }, 0, measure(200))
    expect(set.together).toBe(3)
    const { together } = set
    const unit = { role: 'paragraph' as const, depths: set.items.map(() => 1), before: 0, after: 0 }
    const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 6, afterJump: 6 }
    const broken = (item: number): number =>
      brokenKeeps({ unit: { ...unit, together: together! }, item, sinceCrosshead: Infinity }, keeps)
    expect([2, 3].map(broken)).toEqual([1, 0])
    expect(brokenKeeps({ unit, item: 2, sinceCrosshead: Infinity }, keeps)).toBe(0)
  })

  it('loses no word of a cut, however short', async () => {
    const { setter } = await open()
    const article = story(`A ${STORY}`)
    const words = `A ${STORY}`.split(' ')
    for (let count = 1; count <= words.length; count++) {
      const lines = linesOf(setter.setUnitCut({ article, dress: null }, 0, count, measure(160)))
      const written = readAll(lines).join(' ').replaceAll('- ', '')
      expect([written, lines.reduce((sum, line) => sum + line.words, 0)]).toEqual([
        words.slice(0, count).join(' '),
        count,
      ])
    }
  })

  it('leaves the rest of its word undivided: the patterns know no other', () => {
    const { rest } = takeCapital(copyOf('Unrepresentative ', text('governments', 'strong')))!
    expect(rest.map((inline) => inline.kind === 'text' && [inline.text, ...inline.marks])).toEqual([
      ['nrepresentative', 'undivided'],
      [' '],
      ['governments', 'strong'],
    ])
    expect(takeCapital(copyOf('A', text('lmaty was', 'strong')))!.rest).toMatchObject([
      { text: 'lmaty', marks: ['strong', 'undivided'] },
      { text: ' was', marks: ['strong'] },
    ])
  })
})
