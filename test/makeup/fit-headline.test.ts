import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Copy } from '../../src/edition/index.js'
import { type HeadRequest, type SetHead, setHead } from '../../src/makeup/set-head.js'
import { createSetter, type Setter } from '../../src/typeset/index.js'
import { copyOf, stylebookWith, stylesWith } from '../typeset/fixtures.js'
import { leastOver, piecesOf, sets } from '../typeset/brute-heads.js'
import { makePaper, openTestFonts, testFonts } from './make-paper.js'

const SCHEDULES = [
  [14, 18, 24, 30, 36, 42, 48, 54, 60, 72],
  [11, 12, 14, 16, 18, 21, 24, 28, 32, 36, 42, 48, 54, 60],
  [12, 24, 36, 48],
  [18],
  [10.5, 13.25, 17.75, 23.5, 31, 40.5],
]

const WORDS = (
  'a I of the to in and UK war rents strike council Łódź Kazakhstan £6\u00a0million 12\u00a0per\u00a0cent co-operative ' +
  'Berwick-upon-Tweed rock-and-roll A-level 9-5 2019–21 war—again no–we extraordinarily antidisestablishmentarianism ' +
  '“No” ‘we’ “the “Stop (the AVATAR Tory’s fiancé office final 2,000 J.\u00a0K.\u00a0Thornhill Mietpreisbremse und der ' +
  'Donau\u00addampf\u00adschiff Llanfairpwllgwyngyll yn y façade VAT 11.30 nil-nil'
).split(' ')

const styles = stylesWith()

interface Case {
  readonly words: readonly string[]
  readonly measure: number
  readonly schedule: readonly number[]
  readonly lines: number | null
  readonly language: string
}

const head = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })

const anyCase: fc.Arbitrary<Case> = fc.record({
  words: head,
  measure: fc.double({ min: 60, max: 560, noNaN: true }),
  schedule: fc.constantFrom(...SCHEDULES),
  lines: fc.constantFrom(null, 1, 2, 2, 3, 4),
  language: fc.constantFrom('en-GB', 'de', 'cy'),
})

let setter: Setter

beforeAll(async () => {
  await openTestFonts()
  setter = await createSetter({ fonts: testFonts(), stylebook: stylebookWith(), languages: [], report: () => {} })
})

type Asked = Partial<HeadRequest> & { readonly size?: number | null; readonly lines?: number | null }

function set(headline: string | Copy, { size = null, lines = null, ...more }: Asked): SetHead {
  const plain = { overline: null, deck: null, standfirst: null, byline: null, jumpFrom: null, language: 'en-GB' }
  return setHead(setter, {
    ...plain,
    headline: typeof headline === 'string' ? copyOf(headline) : headline,
    order: { columns: 1, size, lines },
    size: null,
    styles,
    schedule: SCHEDULES[0]!,
    measure: 300,
    leading: 10.5,
    room: 1000,
    ...more,
  })
}

const natural = new Map<string, number>()

/** The width of a line of a head at 1 pt, as the setter says it is when it stands by itself. */
function width(text: string): number {
  let known = natural.get(text)
  if (known === undefined) {
    known = setter.measureDisplay({ copy: copyOf(text), style: styles.headline, size: 100, language: 'en-GB' }) / 100
    natural.set(text, known)
  }
  return known
}

function linesOf(made: SetHead): string[] {
  return made.lines.map(({ line }) =>
    line.fragments.map(({ role, run }) => (role === 'space' ? ' ' : run.text)).join(''),
  )
}

function charactersOf(words: readonly string[]): number {
  return words.join(' ').replaceAll('\u00ad', '').length
}

describe('a head of an auto size', () => {
  it('is set in the largest of the schedule that sets it in its lines, and the next one up does not: 500 heads', () => {
    const seen = { exact: 0, fewer: 0, bust: 0, skipped: 0 }
    fc.assert(
      fc.property(anyCase, ({ words, measure, schedule, lines, language }) => {
        const text = words.join(' ')
        const pieces = piecesOf(text)
        const asked = lines ?? 2
        const fits = (size: number, exactly: number): boolean => sets(pieces, { width, size, measure, lines: exactly })
        const fitsWithin = (size: number): boolean =>
          Array.from({ length: asked }, (_, index) => fits(size, index + 1)).includes(true)
        const made = set(text, { measure, schedule, lines, language })
        const { size, lines: taken } = made.headline!
        const most = schedule.at(-1)!
        const chosen = [...schedule].reverse().find(fitsWithin)
        if (chosen === undefined) {
          expect(size).toBe(schedule[0])
          const over = leastOver(pieces, { width, size, measure, lines: asked })
          const mean = (width(text) * size) / charactersOf(words)
          const told = Number(/busts by (\d+\.\d) characters at ([\d.]+) pt/.exec(made.bust!.message)![1])
          expect(made.bust!.message).toContain(`characters at ${schedule[0]} pt`)
          expect(told).toBeGreaterThanOrEqual(over / mean - 1e-5)
          expect(told).toBeLessThan(over / mean + 0.1 + 1e-5)
          seen.bust++
          return
        }
        expect(made.bust).toBeNull()
        expect(size).toBe(chosen)
        const next = schedule[schedule.indexOf(size) + 1]
        if (next !== undefined) expect(fitsWithin(next)).toBe(false)
        // Exactly the lines asked for; fewer only at the largest size, or where there are fewer pieces than lines.
        const fewest = Array.from({ length: asked }, (_, index) => index + 1).find((count) => fits(size, count))!
        const wanted = lines === null || size === most ? fewest : Math.min(asked, pieces.length)
        expect(taken).toBe(wanted)
        if (taken === asked) seen.exact++
        else seen.fewer++
        expect(linesOf(made).every((line) => width(line) * size <= measure + 1e-6)).toBe(true)
        const whole = linesOf(made).reduce((all, line) => all + (/[-–—]$/.test(all) ? '' : ' ') + line)
        expect(whole.replaceAll(' ', '')).toBe(text.replaceAll(/[\u00ad ]/g, '').replaceAll('\u00a0', ''))
      }),
      { numRuns: 500, seed: 14012022 },
    )
    expect(Math.min(seen.exact, seen.fewer, seen.bust)).toBeGreaterThan(30)
  })

  it('misses no size by a hair: a measure that just holds its lines is enough', () => {
    fc.assert(
      fc.property(head, fc.constantFrom(...SCHEDULES[0]!), fc.nat(20), (words, size, cut) => {
        const at = 1 + (cut % words.length)
        const parts = [words.slice(0, at).join(' '), words.slice(at).join(' ')].filter(Boolean)
        const measure = Math.max(...parts.map(width)) * size
        expect(set(words.join(' '), { measure, lines: parts.length }).headline!.size).toBeGreaterThanOrEqual(size)
      }),
      { numRuns: 200, seed: 14012022 },
    )
  })

  it('takes the lines asked for where a long word keeps it from them at the next size', () => {
    const text = 'Antidisestablishmentarianism now'
    const measure = width(text) * 30
    const made = set(text, { measure, lines: 2 })
    expect(linesOf(made)).toEqual(['Antidisestablishmentarianism', 'now'])
    expect(made.headline).toMatchObject({ size: 30, lines: 2 })
    expect(set(text, { measure }).headline).toMatchObject({ size: 30, lines: 1 })
  })

  it('takes fewer at the largest size', () => {
    expect(set('Calm now', { measure: 500, lines: 2 }).headline).toMatchObject({ size: 72, lines: 1 })
  })

  it('gives way to two lines of text, in fewer lines if it must', () => {
    const text = 'Council votes to close every library branch'
    const sizes = [100, 16, 12, 9, 7, 5].map((room) => {
      const made = set(text, { measure: 400, lines: 2, room })
      expect(made.depth).toBeLessThanOrEqual(room - 2)
      return `${made.headline!.size}-${made.headline!.lines}`
    })
    expect(sizes).toEqual(['36-2', '36-2', '36-2', '30-2', '18-1', '18-1'])
  })
})

describe('a head of a size given', () => {
  it('says by how many characters it busts, and at what size it sets', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(18, 36, 60, 90), ({ words, measure, schedule, lines, language }, size) => {
        const text = words.join(' ')
        const pieces = piecesOf(text)
        const asked = Math.min(lines ?? pieces.length, pieces.length)
        const over = (at: number): number => leastOver(pieces, { width, size: at, measure, lines: asked })
        if (pieces.length > 9) return
        const made = set(text, { measure, schedule, lines, language, size })
        expect(made.headline!.size).toBe(size)
        if (over(size) <= 1e-6) {
          expect(made.bust).toBeNull()
          return
        }
        const told = Number(/busts by (\d+\.\d) characters/.exec(made.bust!.message)![1])
        expect(Math.abs(told - 0.05 - over(size) / ((width(text) * size) / charactersOf(words)))).toBeLessThan(0.0501)
        const smaller = [...schedule].reverse().find((one) => one < size && over(one) <= 1e-6)
        expect(/it sets at ([\d.]+) pt/.exec(made.bust!.hint)?.[1]).toBe(smaller?.toString())
      }),
      { numRuns: 300, seed: 14012022 },
    )
  })

  it('is told in a sub-editor’s words', () => {
    const text = 'Council votes to close every library branch'
    expect(set(text, { measure: 300, size: 36, lines: 2 }).bust).toEqual({
      message: 'the head busts by 8.4 characters at 36 pt: it takes 3 lines, not 2',
      hint: 'it sets at 24 pt; or a shorter head, or more columns',
    })
    expect(set('Representatives', { measure: 200, size: 36 }).bust!.message).toMatch(
      /: a word is wider than its measure$/,
    )
    expect(set(copyOf('One', '\n', 'two'), { size: 14, lines: 1 }).bust).toEqual({
      message: 'the head has more line breaks of its own than its one line',
      hint: 'take out its line breaks',
    })
  })
})

describe('the shorter heads of an article', () => {
  const long = 'Council votes to close every library branch by Christmas'
  const heads = [copyOf('Council to close libraries'), copyOf('Libraries shut')]
  const chosen = (asked: Asked): string => {
    const { headline, bust } = set(long, { heads, ...asked })
    return `${headline!.shorter} ${headline!.size}-${headline!.lines} ${bust === null ? 'sets' : 'busts'}`
  }

  it('are tried in turn where a size is given', () => {
    expect(chosen({ size: 24, lines: 1, measure: 700 })).toBe('null 24-1 sets')
    expect(chosen({ size: 24, lines: 1, measure: 400 })).toBe('Council to close libraries 24-1 sets')
    expect(chosen({ size: 24, lines: 1, measure: 200 })).toBe('Libraries shut 24-1 sets')
    expect(chosen({ size: 24, lines: 1, measure: 100 })).toBe('Libraries shut 24-2 busts')
  })

  it('are tried until one sets at the middle of the schedule where the size is auto', () => {
    expect(chosen({ lines: 1, measure: 1100 })).toBe('null 36-1 sets')
    expect(chosen({ lines: 1, measure: 800 })).toBe('Council to close libraries 60-1 sets')
    expect(chosen({ lines: 1, measure: 420 })).toBe('Libraries shut 60-1 sets')
  })

  it('give way to the largest of them where none goes so far', () => {
    expect(chosen({ lines: 1, measure: 200 })).toBe('Libraries shut 24-1 sets')
    expect(chosen({ lines: 1, measure: 150, schedule: [14, 72, 80, 90] })).toBe('Libraries shut 14-1 sets')
    expect(chosen({ lines: 2, measure: 300, schedule: [18, 90, 96] })).toBe('null 18-2 sets')
  })

  it('are tried for depth too', () => {
    expect(chosen({ size: 36, measure: 420, room: 10 })).toBe('Council to close libraries 36-2 sets')
    expect(chosen({ size: 36, measure: 420, room: 6 })).toBe('Libraries shut 36-1 sets')
  })

  it('bust by the least of them where none sets', () => {
    expect(set(long, { heads, size: 36, lines: 1, measure: 120 }).bust!.message).toMatch(
      /^no version of the head sets; “Libraries shut” busts by \d+\.\d characters at 36 pt: /,
    )
  })
})

describe('an article with shorter heads', () => {
  const paper = (heads: string): Record<string, string> => ({
    'layouts/gazette.yaml': `paper: { name: Gazette }
formats: { page: { trim: [210mm, 297mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } } }
grid: { columns: 4, gutter: 4mm, leading: 10.5pt }
type: { body: { font: serif, size: 9pt } }
`,
    'editions/2022-01-14/edition.yaml': `paper: gazette
date: 2022-01-14
pages: [{ place: { lead: { article: rents, at: { col: 1, span: 1, line: 1, depth: 20 }, head: 1-24-1 } } }]
`,
    'editions/2022-01-14/articles/rents.md': `---\nheadline: Tenants win\nheads: ${heads}\n---\nRents are frozen.\n`,
  })

  it('has in the ledger the one that was set, where it is not the headline', async () => {
    const [used] = (await makePaper(paper('["A *win*", Win]'))).ledger.articles['rents']!.placements
    expect(used).toMatchObject({ head: '1-24-1', headline: 'A win' })
    const [own] = (await makePaper(paper('[]'))).ledger.articles['rents']!.placements
    expect(own).not.toHaveProperty('headline')
  })

  it('is told nothing of a version that is not used', async () => {
    await expect(makePaper(paper('[A win, ♞]'))).resolves.toBeTruthy()
    await expect(makePaper(paper('[♞, A win]'))).rejects.toThrow(/glyph-missing/)
  })
})
