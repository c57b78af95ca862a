import { describe, expect, it } from 'vitest'
import { gather, type Place } from '../../src/base/index.js'
import type { Edition, Page } from '../../src/edition/index.js'
import type { Face, ShapedRun } from '../../src/fonts/index.js'
import { formatDate } from '../../src/makeup/format-date.js'
import { layFurniture } from '../../src/makeup/furniture.js'
import { typeAreaOf } from '../../src/makeup/type-area.js'
import type { FurnitureMark, PlacedLine } from '../../src/makeup/index.js'
import type { Format, FurnitureElement, TextStyle } from '../../src/stylebook/index.js'
import type { DisplayRequest, SetLine, Setter } from '../../src/typeset/index.js'

const PLACE: Place = { file: 'layouts/paper.yaml', line: 7, column: 3, sourceLine: '', length: 1 }

/** A page of 400 × 600 with a type area 360 wide at odd x 10, even x 30; 50 lines of 10 pt from y 40. */
const FORMAT: Format = {
  name: 'leaf',
  width: 400,
  height: 600,
  margins: { head: 40, foot: 60, inside: 10, outside: 30 },
  grid: { columns: 4, gutter: 20, leading: 10 },
  lines: 50,
}

const FACE = { key: 'serif-400-normal', capHeight: 0.7 } as Face

/** Every character is half an em wide. */
const setter: Setter = {
  measureDisplay: ({ copy, size }: Omit<DisplayRequest, 'measure'>) => textOf(copy).length * 0.5 * size,
  setDisplay: ({ copy, size, measure, style }: DisplayRequest): readonly SetLine[] => {
    const text = textOf(copy)
    const width = text.length * 0.5 * size
    const perLine = width > measure + 1e-6 ? 2 : 1
    const x = { left: 0, justify: 0, right: measure - width, centre: (measure - width) / 2 }[style.align]
    const run = { face: FACE, text } as ShapedRun
    const fragment = {
      role: 'text',
      run,
      size,
      x,
      width,
      rise: 0,
      tracking: 0,
      scale: 1,
      colour: style.colour,
    } as const
    const line = {
      fragments: [fragment],
      measure,
      words: 1,
      hyphenated: false,
      endsWord: true,
      ratio: 0,
      bend: 0,
      ascent: 0,
      descent: 0,
    }
    return Array.from({ length: perLine }, () => line)
  },
} as unknown as Setter

function textOf(copy: DisplayRequest['copy']): string {
  return copy.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('')
}

const style = (name: string): TextStyle =>
  ({ name, size: 8, leading: 1.5, font: 'serif', weight: 400, colour: 'black' }) as TextStyle

interface Case {
  readonly folio?: readonly FurnitureElement[]
  readonly banner?: readonly FurnitureElement[]
  readonly page?: number
  readonly price?: string | null
  readonly number?: string | null
  readonly numberForm?: string
  readonly strapline?: string
  readonly section?: string
}

function lay(given: Case): { marks: readonly FurnitureMark[]; messages: readonly string[] } {
  const { report, diagnostics } = gather()
  const page = {
    number: given.page ?? 1,
    grid: FORMAT.grid,
    section: given.section ?? null,
    furniture: given.banner
      ? [
          {
            slot: 'top',
            piece: given.banner,
            section: given.section ?? null,
            rect: { col: 1, span: 2, line: 3, depth: 6 },
          },
        ]
      : [],
  } as unknown as Page
  const edition = {
    date: '2022-01-14',
    number: given.number === undefined ? '2177' : given.number,
    price: given.price === undefined ? '60p' : given.price,
    pages: [page, page, page, page],
    stylebook: {
      paper: {
        name: 'The Paper',
        strapline: given.strapline ?? 'News of the town',
        language: 'en-GB',
        dateForm: 'EEEE d MMMM yyyy',
        numberForm: given.numberForm ?? 'No {number}',
      },
      type: { folio: style('folio'), nameplate: style('nameplate') },
      furniture: { folio: given.folio ?? [] },
    },
  } as unknown as Edition
  const marks = layFurniture({ edition, page, format: FORMAT, setter, report })
  return { marks, messages: diagnostics.map(({ code, message, place }) => `${place.line} ${code} ${message}`) }
}

function text(words: string, changes: Partial<Extract<FurnitureElement, { kind: 'text' }>> = {}): FurnitureElement {
  return {
    kind: 'text',
    text: words,
    style: 'folio',
    line: 0,
    align: 'left',
    left: 0,
    right: 1,
    size: null,
    colour: null,
    font: null,
    weight: null,
    wrap: false,
    place: PLACE,
    ...changes,
  }
}

const lines = (marks: readonly FurnitureMark[]): readonly PlacedLine[] => marks.filter((mark) => mark.kind === 'line')
const words = (marks: readonly FurnitureMark[]): readonly string[] =>
  lines(marks).map(({ line }) => line.fragments.map(({ run }) => run.text).join(''))

describe('the type area', () => {
  it('has the inside margin at the left of odd pages and at the right of even ones', () => {
    expect(typeAreaOf(FORMAT, 1)).toEqual({ x: 10, y: 40, width: 360, height: 500 })
    expect(typeAreaOf(FORMAT, 2)).toEqual({ x: 30, y: 40, width: 360, height: 500 })
  })
})

describe('a date', () => {
  it.each([
    ['en-GB', 'EEEE d MMMM yyyy', 'Friday 14 January 2022'],
    ['en-GB', 'EEE, dd MMM yyyy', 'Fri, 14 Jan 2022'],
    ['de', 'EEEE, den d. MMMM yyyy', 'Freitag, den 14. Januar 2022'],
    ['cy', 'EEEE d MMMM', 'Dydd\u00A0Gwener 14 Ionawr'],
    ['ga', 'EEEE d MMMM', 'Dé\u00A0hAoine 14 Eanáir'],
    ['pl', 'd MMMM yyyy', '14 stycznia 2022'],
    ['el', 'EEEE d MMMM yyyy', 'Παρασκευή 14 Ιανουαρίου 2022'],
    ['ru-RU', 'EEE d MMMM', 'пт 14 января'],
    ['tlh', 'EEEE', 'Friday'],
  ])('in %s is printed by our own names: %s', (language, form, printed) => {
    expect(formatDate('2022-01-14', form, language)).toBe(printed)
  })

  it('knows leap days and pads the day', () => {
    expect(formatDate('2024-02-29', 'EEEE dd MMMM', 'en')).toBe('Thursday 29 February')
    expect(formatDate('2023-10-01', 'EEEE dd MMMM', 'en')).toBe('Sunday 01 October')
  })
})

describe('text of the furniture', () => {
  it('says what the paper, the edition and the page are', () => {
    const folio = ['{name}', '{strapline}', '{date}', '{number}', '{price}', '{page} of {pages}'].map((one) =>
      text(one),
    )
    expect(words(lay({ folio, page: 3 }).marks)).toEqual([
      'The Paper',
      'News of the town',
      'Friday 14 January 2022',
      'No 2177',
      '60p',
      '3 of 4',
    ])
  })

  it('is left out when it speaks of what the edition does not have', () => {
    const folio = [text('{price}'), text('Price {price}'), text('{number}'), text('{strapline}'), text('{name}')]
    expect(words(lay({ folio, price: null, number: null, strapline: '' }).marks)).toEqual(['The Paper'])
  })

  it('keeps a number as it was typed, after a form without a place for it', () => {
    expect(words(lay({ folio: [text('{number}')], number: '007', numberForm: 'Issue' }).marks)).toEqual([
      'Issue\u00A0007',
    ])
  })

  it('stands with its baseline on its line of the type area, the folio’s line nought on its top edge', () => {
    const folio = [text('a'), text('b', { line: -0.5 }), text('c', { line: 52 })]
    expect(lines(lay({ folio }).marks).map(({ baseline }) => baseline)).toEqual([40, 35, 560])
  })

  it('stands between its fractions of the piece’s width, from the slot’s top', () => {
    const banner = [text('a', { line: 2, left: 0.25, right: 0.75 })]
    // Two columns of 75 and a gutter of 20 are 170 wide; line 3 begins at y 60.
    expect(lay({ banner }).marks).toMatchObject([{ kind: 'line', x: 52.5, baseline: 80, line: { measure: 85 } }])
  })

  it('is mirrored on even pages where it says so', () => {
    const folio = [text('ab', { left: 0, right: 0.25, mirror: true }), text('ab', { left: 0, right: 0.25 })]
    const marks = lines(lay({ folio, page: 2 }).marks)
    expect(marks.map(({ x, line }) => x + line.fragments[0]!.x)).toEqual([30 + 270 + 90 - 8, 30])
    expect(marks.map(({ x, line }) => [x, line.measure])).toEqual([
      [300, 90],
      [30, 90],
    ])
    const odd = lines(lay({ folio, page: 1 }).marks)
    expect(odd.map(({ x, line }) => x + line.fragments[0]!.x)).toEqual([10, 10])
  })

  it('that fills is as large as its width allows, in one line', () => {
    const { marks, messages } = lay({ banner: [text('{name}', { line: 6, size: 'fill', align: 'centre' })] })
    const [line] = lines(marks)
    expect(line!.line.fragments[0]!.size).toBeCloseTo(170 / 4.5, 1)
    expect(line!.line.fragments[0]!.width).toBeLessThanOrEqual(170)
    expect(messages).toEqual([])
  })

  it('that fills is no taller than the room above its line', () => {
    const [line] = lines(lay({ banner: [text('ab', { line: 3, size: 'fill' })] }).marks)
    expect(line!.line.fragments[0]!.size).toBeCloseTo(26 / (0.7 * 1.08), 1)
    expect(line!.line.fragments[0]!.size * 0.7).toBeLessThanOrEqual(30)
  })

  it('that is too wide is set smaller, and that is said at its place', () => {
    const { marks, messages } = lay({ banner: [text('{date}', { size: 24 })] })
    const [line] = lines(marks)
    expect(line!.line.fragments[0]!.width).toBeLessThanOrEqual(170)
    expect(line!.line.fragments[0]!.size).toBeCloseTo(170 / 11, 1)
    expect(messages).toEqual([
      '7 head-busts “Friday 14 January 2022” is 94 pt too wide for its place at 24 pt; set at 15.45 pt',
    ])
  })

  it('names the section of its page, and is left out where there is none', () => {
    const folio = [text('{section}'), text('{page}')]
    expect(words(lay({ folio, section: 'Reviews' }).marks)).toEqual(['Reviews', '1'])
    expect(words(lay({ folio }).marks)).toEqual(['1'])
  })

  it.each([
    ['all', [1, 2, 3, 4]],
    ['front', [1]],
    ['inside', [2, 3, 4]],
    ['odd', [3]],
    ['even', [2, 4]],
  ] as const)('of %s pages stands on pages %j', (pages, expected) => {
    const folio: FurnitureElement[] = [{ ...text('{page}'), pages }]
    const shown = [1, 2, 3, 4].filter((page) => words(lay({ folio, page }).marks).length > 0)
    expect(shown).toEqual(expected)
  })

  it('that wraps goes into as many lines as it needs, at the leading of its style', () => {
    const { marks, messages } = lay({ banner: [text('x'.repeat(60), { line: 2, wrap: true })] })
    expect(lines(marks).map(({ x, baseline }) => [x, baseline])).toEqual([
      [10, 80],
      [10, 92],
    ])
    expect(messages).toEqual([])
  })

  it('that wraps beyond its piece is left out there, and that is said', () => {
    const { marks, messages } = lay({ banner: [text('x'.repeat(60), { line: 6, wrap: true })] })
    expect(lines(marks).map(({ baseline }) => baseline)).toEqual([120])
    expect(messages).toEqual([`7 head-busts “${'x'.repeat(24)}…” is 1 line too deep for its place; left out`])
  })

  it('has the same style object for the same changes, so that the setter can remember it', () => {
    const seen = new Set<TextStyle>()
    const spying = { ...setter, setDisplay: (one: DisplayRequest) => (seen.add(one.style), setter.setDisplay(one)) }
    const type = { folio: style('folio') }
    for (const number of [1, 3]) {
      const page = { number, grid: FORMAT.grid, furniture: [] } as unknown as Page
      const paper = { name: 'P', strapline: '', language: 'en', dateForm: 'd', numberForm: '' }
      const folio = [text('{name}', { weight: 700 })]
      const stylebook = { paper, type, furniture: { folio, blocks: new Map() } }
      const edition = { date: '2022-01-14', number: null, price: null, pages: [page], stylebook } as unknown as Edition
      layFurniture({ edition, page, format: FORMAT, setter: spying, report: () => {} })
    }
    expect([...seen].map(({ weight, align }) => [weight, align])).toEqual([[700, 'left']])
  })
})

describe('rules, panels and images of the furniture', () => {
  const rule = { weight: 2, colour: 'red' }

  it('stand in the order written, in lines of the slot', () => {
    const banner: FurnitureElement[] = [
      { kind: 'panel', line: 1, depth: 3, left: 0, right: 1, fill: 'red', rule: null },
      { kind: 'rule', line: 4, left: 0.5, right: 1, rule },
      { kind: 'image', file: '/layouts/plate.svg', line: 2, depth: 2, left: 0, right: 0.5, place: PLACE },
    ]
    expect(lay({ banner }).marks).toEqual([
      { kind: 'panel', rect: { x: 10, y: 60, width: 170, height: 30 }, fill: 'red', rule: null },
      { kind: 'rule', x1: 95, y1: 100, x2: 180, y2: 100, rule },
      { kind: 'image', file: '/layouts/plate.svg', rect: { x: 10, y: 70, width: 85, height: 20 }, place: PLACE },
    ])
  })

  it('are mirrored on even pages where they say so', () => {
    const edges = { line: 1, left: 0, right: 0.25, mirror: true }
    const folio: FurnitureElement[] = [
      { kind: 'panel', depth: 1, fill: 'red', rule: null, ...edges },
      { kind: 'rule', rule, ...edges },
    ]
    expect(lay({ folio, page: 2 }).marks).toMatchObject([{ rect: { x: 300, width: 90 } }, { x1: 300, x2: 390 }])
    expect(lay({ folio, page: 3 }).marks).toMatchObject([{ rect: { x: 10, width: 90 } }, { x1: 10, x2: 100 }])
  })

  it('a panel’s rule is drawn inside it', () => {
    const banner: FurnitureElement[] = [{ kind: 'panel', line: 1, depth: 3, left: 0, right: 1, fill: null, rule }]
    expect(lay({ banner }).marks).toMatchObject([{ rect: { x: 11, y: 61, width: 168, height: 28 } }])
  })
})

describe('a QR code of the furniture', () => {
  const code = (changes: Partial<Extract<FurnitureElement, { kind: 'qr' }>> = {}): FurnitureElement => ({
    kind: 'qr',
    text: 'https://example.org/ferry',
    level: 'M',
    line: 1,
    depth: 6,
    left: 0,
    right: 1,
    colour: 'black',
    ground: null,
    place: PLACE,
    ...changes,
  })

  it('is as large as its rectangle allows with four squares of white round it, in its middle', () => {
    const { marks, messages } = lay({ banner: [code()] })
    const [mark] = marks
    if (mark?.kind !== 'qr') throw new Error('no QR code')
    const squares = mark.modules.length
    expect(mark.modules.map((row) => row.length)).toEqual(Array.from({ length: squares }, () => squares))
    const step = 60 / (squares + 8)
    expect(mark.rect.width).toBeCloseTo(squares * step, 6)
    expect(mark.rect.y).toBeCloseTo(60 + 4 * step, 6)
    expect(mark.rect.x + mark.rect.width / 2).toBeCloseTo(10 + 85, 6)
    expect(messages).toEqual([])
  })

  it('has its ground under the white too', () => {
    const marks = lay({ banner: [code({ ground: 'white' })] }).marks
    expect(marks[0]).toMatchObject({ kind: 'panel', fill: 'white', rect: { x: 65, y: 60, width: 60, height: 60 } })
    expect(marks[1]).toMatchObject({ kind: 'qr', colour: 'black' })
  })

  it('that is too small to be read is told', () => {
    expect(lay({ banner: [code({ depth: 3 })] }).messages).toEqual([
      '7 qr-small this QR code is 10.6 mm wide with the white round it; to be read from paper it must be 13.4 mm',
    ])
  })
})
