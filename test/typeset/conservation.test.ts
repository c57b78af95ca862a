import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Copy, Mark } from '../../src/edition/index.js'
import type { Align } from '../../src/stylebook/index.js'
import type { SetLine } from '../../src/typeset/index.js'
import { articleOf, endOf, linesOf, openBench, paragraph, stylesWith, text } from './fixtures.js'

const WORDS = [
  ...[
    'a',
    'the',
    'government',
    'newspaper',
    'representatives',
    'well-known',
    'self-government',
    '1834–36',
    'word—word',
    'and/or',
  ],
  ...[
    'didn’t',
    'U.S.',
    'www.newworker.org/archive/2022',
    'editor@example.co.uk',
    'Llanfairpwllgwyngyllgogerychwyrndrobwll',
  ],
  ...[
    '“Quoted”',
    '(so)',
    '–',
    '———————————',
    '…',
    '12345678901234567890',
    'of\u00adfice',
    'NATO',
    'fi',
    'é',
    'x\u200by',
    '\u2060',
  ],
]
const SPACES = [' ', ' ', ' ', ' ', '\u00a0', '\u202f', '\u2003', '  ', ' \u00a0', '\t']
const MARKS: Mark[][] = [[], [], [], ['strong'], ['emphasis'], ['emphasis', 'strong'], ['lead-in']]

const pairs = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SPACES))
const written = fc.array(pairs, { maxLength: 25 }).map((all) => all.flat().join(''))
const longer = fc.array(pairs, { minLength: 20, maxLength: 60 }).map((all) => all.flat().join(''))
const inlines = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(written, fc.constantFrom(...MARKS)).map(([words, marks]) => text(words, ...marks)) },
  { weight: 1, arbitrary: fc.constant({ kind: 'line-break' } as const) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }).map((any) => text(any)) },
)
const copies: fc.Arbitrary<Copy> = fc.array(inlines, { minLength: 1, maxLength: 5 })
const measures = fc
  .array(
    fc.record({
      width: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 30, max: 300 })),
      lines: fc.integer({ min: 1, max: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((list) => list.map((run, i) => (i === list.length - 1 ? { ...run, lines: Infinity } : run)))

function countWords(copy: Copy): number {
  return copy
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '))
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '').length
}

/** What is never seen, and white. */
function bare(words: string): string {
  return words.replace(/[\s\u00ad\u200b\u2060]/g, '')
}

function textOfLines(lines: readonly SetLine[]): string {
  return bare(
    lines
      .map((line) =>
        line.fragments
          .filter(({ role }) => role === 'text')
          .map(({ run }) => run.text)
          .join(''),
      )
      .join(''),
  )
}

/** Such a line may be wider than its measure. */
function isOneLetter(line: SetLine): boolean {
  return line.fragments.reduce((sum, { run }) => sum + run.glyphs.length, 0) <= 1
}

describe('whatever the copy and the measures', () => {
  it.each<Align>(['justify', 'left', 'right', 'centre'])(
    'no word is lost, no line too long, and setting ends: %s',
    async (align) => {
      const { setter } = await openBench({ body: { align } })
      fc.assert(
        fc.property(copies, measures, (copy, list) => {
          const article = articleOf({ kind: 'paragraph', copy })
          const [unit] = setter.units({ article, dress: null })
          const set = setter.setUnit({ article, dress: null }, 0, list)
          const lines = linesOf(set)
          expect(lines.length).toBeGreaterThan(0)
          expect(unit!.words).toBe(countWords(copy))
          expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(unit!.words)
          expect(textOfLines(lines)).toBe(
            bare(copy.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')),
          )
          for (const line of lines) if (!isOneLetter(line)) expect(endOf(line)).toBeLessThanOrEqual(line.measure + 0.01)
          expect(setter.setUnit({ article, dress: null }, 0, list)).toBe(set)
        }),
        { seed: 1712, numRuns: 400 },
      )
    },
  )

  it('justified lines with a word space are as long as their measure to a hundredth of a point', async () => {
    const { setter } = await openBench()
    let justified = 0
    fc.assert(
      fc.property(longer, fc.integer({ min: 40, max: 300 }), (words, width) => {
        const article = articleOf(paragraph(words))
        const lines = linesOf(setter.setUnit({ article, dress: null }, 0, [{ width, lines: Infinity }]))
        for (const line of lines.slice(0, -1)) {
          // Fixed spaces alone do not stretch.
          if (
            !line.fragments.some(
              ({ role, width: one }) => role === 'space' && Math.abs(one - 2) > 1e-9 && Math.abs(one - 10) > 1e-9,
            )
          )
            continue
          justified++
          expect(Math.abs(endOf(line) - line.measure)).toBeLessThan(0.01)
        }
      }),
      { seed: 1815, numRuns: 400 },
    )
    expect(justified).toBeGreaterThan(1000)
  })

  it('the fragments of a line stand side by side', async () => {
    const { setter } = await openBench()
    fc.assert(
      fc.property(copies, measures, (copy, list) => {
        const article = articleOf({ kind: 'paragraph', copy })
        for (const { fragments } of linesOf(setter.setUnit({ article, dress: null }, 0, list))) {
          fragments.forEach((one, i) => {
            if (i > 0) expect(one.x).toBeCloseTo(fragments[i - 1]!.x + fragments[i - 1]!.width, 6)
          })
          expect(fragments[0]?.role).not.toBe('space')
          expect(fragments.at(-1)?.role).not.toBe('space')
        }
      }),
      { seed: 1836, numRuns: 300 },
    )
  })

  it('a cut has just the words it was cut to', async () => {
    const { setter } = await openBench()
    fc.assert(
      fc.property(copies, measures, fc.integer({ min: 1, max: 30 }), (copy, list, words) => {
        const article = articleOf({ kind: 'paragraph', copy })
        const request = { article, dress: null }
        const all = setter.units(request)[0]!.words
        if (all === 0) return
        const set = setter.setUnitCut(request, 0, Math.min(words, all), list)
        expect(linesOf(set).reduce((sum, line) => sum + line.words, 0)).toBe(Math.min(words, all))
        expect(setter.setUnitCut(request, 0, Math.min(words, all), list)).toBe(set)
      }),
      { seed: 1855, numRuns: 300 },
    )
  })

  it('lists, quotations and tables keep their words and their measures', async () => {
    const { setter } = await openBench()
    const block: fc.Arbitrary<Block> = fc.oneof(
      copies.map((copy): Block => ({ kind: 'list', ordered: true, start: 98, items: [[{ kind: 'paragraph', copy }]] })),
      copies.map((copy): Block => ({ kind: 'quotation', blocks: [{ kind: 'paragraph', copy }] })),
      copies.map((copy): Block => ({ kind: 'crosshead', copy })),
      fc.tuple(copies, copies, copies).map(([a, b, c]): Block => ({
        kind: 'table',
        align: ['left', 'centre', 'right'],
        head: [a, b],
        rows: [[c, b, a]],
      })),
    )
    fc.assert(
      fc.property(block, measures, (one, list) => {
        const request = { article: articleOf(one), dress: null }
        for (const unit of setter.units(request)) {
          const lines = linesOf(setter.setUnit(request, unit.index, list))
          expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(unit.words)
          if (one.kind === 'table') continue
          for (const line of lines) {
            if (line.measure > 60) expect(endOf(line)).toBeLessThanOrEqual(line.measure + 0.01)
          }
        }
      }),
      { seed: 1861, numRuns: 400 },
    )
  })

  it('heads lose nothing either', async () => {
    const { setter } = await openBench()
    const request = { style: stylesWith().headline, language: 'en-GB' }
    fc.assert(
      fc.property(copies, fc.integer({ min: 5, max: 500 }), fc.constantFrom(10, 36, 72), (copy, measure, size) => {
        const lines = setter.setDisplay({ ...request, copy, measure, size })
        expect(lines.length).toBeGreaterThan(0)
        expect(textOfLines(lines)).toBe(
          bare(copy.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')),
        )
        for (const line of lines) if (!isOneLetter(line)) expect(endOf(line)).toBeLessThanOrEqual(measure + 0.01)
      }),
      { seed: 1869, numRuns: 400 },
    )
  })
})
