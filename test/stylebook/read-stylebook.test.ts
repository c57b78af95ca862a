import { FIT } from '../../src/stylebook/defaults.js'
import { describe, expect, it } from 'vitest'
import { gather, wholeFile } from '../../src/base/index.js'
import { readStylebook, STYLE_NAMES, type FurnitureElement, type Stylebook } from '../../src/stylebook/index.js'
import { memoryHost } from '../memory-host.js'

const LEAST = `paper: { name: The Weekly }
formats: { a4: { trim: [210mm, 297mm] } }
grid: { columns: 4 }
`

function read(files: Readonly<Record<string, string>> | string, paper = 'weekly') {
  const { report, diagnostics } = gather()
  const given = typeof files === 'string' ? { 'weekly.yaml': files } : files
  const host = memoryHost(Object.fromEntries(Object.entries(given).map(([name, text]) => [`layouts/${name}`, text])))
  const askedAt = wholeFile('edition.yaml')
  const stylebook = readStylebook({ paper, layoutsFolder: '/paper/layouts', host, report, askedAt })
  const at = diagnostics.map(({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`)
  return { stylebook, diagnostics, at }
}

/** A stylebook that must be without mistakes. */
function sound(files: Parameters<typeof read>[0], paper?: string): Stylebook {
  const { stylebook, diagnostics } = read(files, paper)
  expect(diagnostics).toEqual([])
  return stylebook!
}

const texts = (piece: readonly FurnitureElement[]): readonly string[] =>
  piece.flatMap((one) => (one.kind === 'text' ? [one.text] : []))

describe('the least stylebook', () => {
  const book = sound(LEAST)

  it('has a paper, a format and a grid with every default', () => {
    expect(book.paper).toEqual({
      name: 'The Weekly',
      strapline: '',
      language: 'en-GB',
      dateForm: 'd MMMM yyyy',
      numberForm: 'No {number}',
    })
    expect(book.formats).toMatchObject([{ name: 'a4', grid: { columns: 4, leading: 10.5 }, lines: 73 }])
    expect(book.formats[0]!.grid.gutter).toBeCloseTo((4.5 * 72) / 25.4)
    expect(book.keeps).toEqual({ orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 6, afterJump: 6 })
    expect(book.fit).toBeNull()
    expect(book.heads.schedule).toEqual([14, 18, 24, 30, 36, 42, 48, 54, 60, 72])
    expect([...book.boxes.keys()]).toEqual(['rule', 'tint'])
    expect(book.furniture.jump).toEqual({ on: 'Continued on page {page}', from: 'From page {page}' })
    expect(book.furniture.refs).toEqual({ teaser: 'page {page}', index: '{page}', leader: 'dots', ruleOff: null })
  })

  it('has a style of the family serif for every kind of text, whole', () => {
    for (const name of STYLE_NAMES) {
      const style = book.type[name]
      expect(style).toMatchObject({ name, font: 'serif', colour: 'black', facePlace: null })
      expect(Object.values(style)).not.toContain(undefined)
      for (const key of ['weight', 'size', 'leading', 'indent', 'tracking', 'before', 'after'] as const) {
        expect(style[key], `${name} ${key}`).toBeTypeOf('number')
      }
    }
    expect(book.type.body).toMatchObject({ weight: 400, italic: false, size: 9, indent: 9, align: 'justify' })
  })

  it('has a folio and a nameplate that print the paper’s name', () => {
    expect(texts(book.furniture.folio)).toEqual(['{date}', '{name}', '{page}'])
    expect(texts(book.furniture.blocks.get('nameplate')!)).toEqual([
      '{name}',
      '{strapline}',
      '{number}',
      '{date}',
      '{price}',
    ])
  })
})

describe('a format', () => {
  it('may change any of the grid, and the first is the default', () => {
    const book = sound(
      `${LEAST.replace('formats: { a4', 'formats:\n  tabloid:\n    trim: [289mm, 380mm]\n    margins: { head: 15mm, foot: 15mm }\n    grid: { columns: 5, leading: 12pt }\n  a4').replace('] } }', '] }')}`,
    )
    expect(book.formats.map(({ name, grid, lines }) => [name, grid.columns, grid.leading, lines])).toEqual([
      ['tabloid', 5, 12, 82],
      ['a4', 4, 10.5, 73],
    ])
  })

  it('holds as many lines as fit, to a hair', () => {
    const lines = (height: string): number =>
      sound(
        `paper: { name: x }\nformats:\n  f: { trim: [200mm, ${height}], margins: { head: 0mm, foot: 0mm } }\ngrid: { columns: 2, leading: 10pt }\n`,
      ).formats[0]!.lines
    expect(lines('100pt')).toBe(10)
    expect(lines('99.9pt')).toBe(9)
    expect(lines('352.77777778mm')).toBe(100)
  })

  it('must say its columns somewhere', () => {
    expect(read(LEAST.replace('grid: { columns: 4 }', 'grid: { gutter: 4mm }')).at).toEqual([
      'layouts/weekly.yaml:3:1 key-missing',
    ])
  })
})

describe('type', () => {
  const type = (written: string): Stylebook => sound(`${LEAST}type:\n${written}`)

  it('resolves ems against the style’s own size, and leading against either', () => {
    const { body, deck, caption } = type(
      '  body: { size: 8pt, indent: 1.5em }\n  deck: { size: 20pt, leading: 22pt }\n  caption: { leading: 1.3 }\n',
    ).type
    expect(body.indent).toBe(12)
    expect(deck.leading).toBeCloseTo(1.1)
    expect(caption.leading).toBe(1.3)
  })

  it('lets text of the legs follow the body, and display type its family alone', () => {
    const styles = type('  body: { font: text, size: 10pt, weight: medium, features: [onum], before: 1 }\n').type
    expect(styles.list).toMatchObject({
      font: 'text',
      size: 10,
      weight: 500,
      features: ['onum'],
      align: 'left',
      before: 0,
    })
    expect(styles.crosshead).toMatchObject({ font: 'text', size: 10, weight: 700 })
    expect(styles.headline).toMatchObject({ font: 'text', size: 36, weight: 700, features: [] })
    expect(styles.list.facePlace).toMatchObject({ line: 5, column: 43 })
    expect(styles.headline.facePlace).toBeNull()
    expect(styles.headline.fontPlace).toMatchObject({ line: 5, column: 17, length: 4 })
  })

  it('points at `type` for a family that only the defaults name', () => {
    expect(type('  body: { size: 8pt }\n').type.body.fontPlace).toMatchObject({ line: 4, column: 1 })
  })

  it('takes rules in three forms', () => {
    const { overline, byline, deck } = type(
      '  overline: { rule-above: { weight: 1pt, colour: red }, rule-below: 0.5pt }\n  byline: { rule-above: none }\n',
    ).type
    expect(overline.ruleAbove).toEqual({ weight: 1, colour: 'red' })
    expect(overline.ruleBelow).toEqual({ weight: 0.5, colour: 'black' })
    expect([byline.ruleAbove, deck.ruleAbove]).toEqual([null, null])
  })

  it('merges a word space with what it leaves out, and refuses one that does not rise', () => {
    expect(type('  body: { word-space: { most: 2 } }\n').type.body.wordSpace).toEqual({
      least: 0.75,
      ideal: 1,
      most: 2,
    })
    expect(read(`${LEAST}type:\n  body: { word-space: { least: 2 } }\n`).at).toEqual([
      'layouts/weekly.yaml:5:23 value-wrong',
    ])
  })

  it('is changed in part by a dress', () => {
    const book = sound(
      `${LEAST}type:\n  body: { font: text, indent: 1em }\ndresses:\n  editorial: { body: { size: 10pt }, headline: { style: italic } }\n`,
    )
    const dress = book.dresses.get('editorial')!
    expect(dress.body).toMatchObject({ font: 'text', size: 10, indent: 10 })
    expect(dress.list.size).toBe(10)
    expect(dress.headline).toMatchObject({ font: 'text', italic: true, weight: 700 })
    expect(book.type.body).toMatchObject({ size: 9, indent: 9 })
    expect(book.type.headline.italic).toBe(false)
  })
})

describe('colours', () => {
  it('come with a few, are changed by name, and get their RGB from their inks', () => {
    const { colours } = sound(
      `${LEAST}colours:\n  red: { cmyk: [0, 100, 100, 0] }\n  sky: { cmyk: [50, 0, 0, 20], rgb: [1, 2, 3] }\n`,
    ).furniture
    expect(colours.get('black')).toEqual({ cmyk: [0, 0, 0, 100], rgb: [0, 0, 0] })
    expect(colours.get('red')).toEqual({ cmyk: [0, 100, 100, 0], rgb: [255, 0, 0] })
    expect(colours.get('sky')).toEqual({ cmyk: [50, 0, 0, 20], rgb: [1, 2, 3] })
  })

  it('are looked for wherever one is named', () => {
    const { at } = read(`${LEAST}boxes: { b: { tint: a, rule: { weight: 1pt, colour: b } } }
furniture:
  column-rule: { weight: 1pt, colour: c }
  folio: [{ text: x, colour: d }, { panel: { fill: e } }]
dresses: { d: { body: { colour: f } } }
pictures: { keyline: { weight: 1pt, colour: g }, panel: h }
`)
    expect(at.map((one) => one.slice('layouts/weekly.yaml:'.length)).sort()).toEqual([
      '4:21 colour-unknown',
      '4:53 colour-unknown',
      '6:39 colour-unknown',
      '7:30 colour-unknown',
      '7:52 colour-unknown',
      '8:33 colour-unknown',
      '9:45 colour-unknown',
      '9:57 colour-unknown',
    ])
  })
})

describe('pictures', () => {
  const pictures = (written: string) => sound(`${LEAST}pictures: ${written}\n`).pictures

  it('look alike where the stylebook says so', () => {
    const plain = { keyline: { weight: 0.25, colour: 'black' }, isKeylined: false, caption: 'below', panel: 'white' }
    expect(sound(LEAST).pictures).toEqual(plain)
    expect(pictures('{ keyline: none }')).toEqual(plain)
    const keyline = { weight: 1, colour: 'grey' }
    expect(pictures('{ keyline: { weight: 1pt, colour: grey }, caption: over, panel: none }')).toEqual({
      ...{ keyline, isKeylined: true, caption: 'over', panel: null },
    })
  })

  it('in a slot are said once, for whatever stands there', () => {
    const { templates } = sound(
      `${LEAST}templates:\n  front:\n    - { slot: a, col: 1, span: 4, line: 1, depth: 9, head-col: 2, picture: { span: 1.5, leg: 2, at: 5, depth: 3, focus: [0, 1], gap: 2pt }, quote: { box: tint } }\n`,
    )
    expect(templates.get('front')!.slots).toMatchObject([
      {
        headCol: 2,
        picture: {
          span: 1.5,
          leg: 2,
          at: 5,
          depth: 3,
          focus: [0, 1],
          caption: null,
          keyline: null,
          runaround: null,
          gap: 2,
        },
        quote: { span: null, leg: null, at: null, depth: null, box: 'tint', gap: null },
      },
    ])
  })
})

describe('furniture', () => {
  const furniture = (written: string) => sound(`${LEAST}furniture:\n${written}`).furniture

  it('is a list of elements with a default for everything but what they show', () => {
    const { blocks } = furniture(`  ears:
    - { text: "{price}" }
    - { rule: 1pt }
    - { panel: red }
    - { panel: { rule: 0.5pt }, line: 2.5, depth: 3, left: 0.5 }
`)
    expect(blocks.get('ears')).toMatchObject([
      { kind: 'text', text: '{price}', style: 'ear', line: 1, align: 'left', left: 0, right: 1, size: null },
      { kind: 'rule', line: 0, left: 0, right: 1, rule: { weight: 1, colour: 'black' } },
      { kind: 'panel', line: 1, depth: Infinity, fill: 'red', rule: null },
      { kind: 'panel', line: 2.5, depth: 3, left: 0.5, fill: null, rule: { weight: 0.5, colour: 'black' } },
    ])
  })

  it('takes a text, one element or nothing for a piece', () => {
    const { blocks, folio } = furniture('  folio: none\n  nameplate: "{name}"\n  ear: { text: Hello, size: fill }\n')
    expect(folio).toEqual([])
    expect(blocks.get('nameplate')).toMatchObject([{ text: '{name}', style: 'nameplate', align: 'centre' }])
    expect(blocks.get('ear')).toMatchObject([{ text: 'Hello', size: 'fill', style: 'ear' }])
  })

  it('takes an elided piece for the default', () => {
    const { blocks, folio } = furniture('  nameplate: …\n  folio: …\n')
    expect(texts(blocks.get('nameplate')!)).toContain('{name}')
    expect(texts(folio)).toContain('{page}')
  })

  it('fills its slot with an image of the layouts folder', () => {
    const book = sound({
      'weekly.yaml': `${LEAST}furniture: { nameplate: { image: art/logo.svg } }\n`,
      'art/logo.svg': '<svg/>',
    })
    expect(book.furniture.blocks.get('nameplate')).toMatchObject([
      { kind: 'image', file: '/paper/layouts/art/logo.svg', line: 1, depth: Infinity, left: 0, right: 1 },
    ])
  })

  it('fits the default nameplate to the shallowest slot that shows it', () => {
    const nameplate = (depth: number): readonly FurnitureElement[] =>
      sound(
        `${LEAST}templates:\n  front: [{ slot: a, col: 1, span: 4, line: 1, depth: ${depth}, furniture: nameplate }]\n`,
      ).furniture.blocks.get('nameplate')!
    for (const depth of [2, 5, 8, 20]) {
      for (const { line } of nameplate(depth)) expect(line).toBeLessThanOrEqual(depth)
    }
    expect(texts(nameplate(2))).toEqual(['{name}'])
  })

  it.each([
    ['folio: [{ txt: x }]', '5:11 value-wrong'],
    ['folio: [{ text: x, rule: 1pt }]', '5:11 value-wrong'],
    ['folio: [{ text: "{nme}" }]', '5:19 value-wrong'],
    ['folio: [{ text: x, size: 9 }]', '5:28 value-wrong'],
    ['folio: [{ text: x, style: heading }]', '5:29 value-wrong'],
    ['cut-off: thick', '5:12 value-wrong'],
  ])('is told of a mistake: %s', (written, at) => {
    expect(read(`${LEAST}furniture:\n  ${written}\n`).at).toEqual([`layouts/weekly.yaml:${at}`])
  })
})

describe('templates', () => {
  const template = (slots: string) => read(`${LEAST}templates:\n  front:\n${slots}`)

  it('have slots with what belongs to the place', () => {
    const { stylebook, at } = template(
      '    - { slot: lead, col: 1, span: 4, line: 1, depth: 40, head: 4-auto-2, legs: 3, box: tint }\n',
    )
    expect(at).toEqual([])
    expect(stylebook!.templates.get('front')!.slots).toMatchObject([
      {
        name: 'lead',
        rect: { col: 1, span: 4, line: 1, depth: 40 },
        furniture: null,
        head: { columns: 4, size: null, lines: 2 },
        legs: 3,
        box: 'tint',
        dress: null,
      },
    ])
  })

  it.each([
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, bax: tint }', '6:55 key-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, box: tnt }', '6:60 style-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, dress: x }', '6:62 style-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, furniture: x }', '6:66 furniture-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, head: x }', '6:61 head-order'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, look: x }', '6:61 value-wrong'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 40, refs: [x] }', '6:55 key-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: full }', '6:51 value-wrong'],
    ['- { slot: a, col: 1, span: 4, line: 1, below: b, depth: auto }', '6:44 value-wrong'],
    ['- { slot: a, col: 1, span: 4, depth: auto }', '6:7 key-missing'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: fill, furniture: nameplate }', '6:51 value-wrong'],
    ['- { slot: a, col: 1, span: 4, below: b, depth: 4, furniture: nameplate }', '6:35 value-wrong'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 1, picture: { use: x } }', '6:65 key-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 1, picture: { span: 1.3 } }', '6:71 value-wrong'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 1, picture: { caption: beside } }', '6:74 value-wrong'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 1, quote: { box: tnt } }', '6:68 style-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1, depth: 1, quotes: [] }', '6:54 key-unknown'],
    ['- { slot: a, col: 1, span: 4, line: 1 }', '6:7 key-missing'],
    ['- { slot: a, col: 0, span: 4, line: 1, depth: 1 }', '6:23 value-wrong'],
    [
      '- { slot: a, col: 1, span: 1, line: 1, depth: 1 }\n    - { slot: a, col: 2, span: 1, line: 1, depth: 1 }',
      '7:15 value-wrong',
    ],
    ['lead', '6:5 value-wrong'],
  ])('keep their mistakes for the page that uses them: %s', (slot, at) => {
    const { stylebook, diagnostics } = template(`    ${slot}\n`)
    expect(diagnostics).toEqual([])
    const mistakes = stylebook!.templates.get('front')!.mistakes
    expect(mistakes.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual([at])
  })

  it('have slots whose line and depth follow from what stands on the page', () => {
    const { stylebook } = template(
      '    - { slot: a, col: 1, span: 4, line: 3, depth: auto }\n    - { slot: b, col: 1, span: 2, below: a, depth: fill }\n' +
        '    - { slot: c, col: 3, span: 2, below: [a, b], depth: 9 }\n',
    )
    expect(stylebook!.templates.get('front')).toMatchObject({
      mistakes: [],
      slots: [
        { rect: { kind: 'soft', col: 1, span: 4, line: 3, below: [], depth: 'auto' } },
        { rect: { kind: 'soft', col: 1, span: 2, line: 1, below: ['a'], depth: 'fill' } },
        { rect: { kind: 'soft', col: 3, span: 2, line: 1, below: ['a', 'b'], depth: 9 } },
      ],
    })
  })

  it('are silent about a capability that is not asked for', () => {
    const { stylebook } = template('    - { slot: a, col: 1, span: 4, line: 1, depth: 1, picture: , advert: {} }\n')
    expect(stylebook!.templates.get('front')!.mistakes).toEqual([])
  })
})

describe('a stylebook that extends another', () => {
  const daily = `extends: weekly
paper: { name: The Daily }
formats: { a4: { grid: { columns: 5 } } }
type: { body: { size: 8pt } }
heads: { schedule: [20, 40] }
`

  it('merges maps and replaces lists', () => {
    const book = sound(
      { 'weekly.yaml': `${LEAST}type: { body: { font: text, size: 10pt } }\n`, 'daily.yaml': daily },
      'daily',
    )
    expect(book).toMatchObject({ id: 'daily', paper: { name: 'The Daily' }, heads: { schedule: [20, 40] } })
    expect(book.formats[0]!.grid.columns).toBe(5)
    expect(book.type.body).toMatchObject({ font: 'text', size: 8, fontPlace: { file: 'layouts/weekly.yaml', line: 4 } })
  })

  it('reports a mistake in the file where it is written', () => {
    const { at } = read({ 'weekly.yaml': `${LEAST}tipe: {}\n`, 'daily.yaml': `${daily}kips: {}\n` }, 'daily')
    expect(at.sort()).toEqual(['layouts/daily.yaml:6:1 key-unknown', 'layouts/weekly.yaml:4:1 key-unknown'])
  })

  it('is told of a circle where it closes', () => {
    const { at, diagnostics, stylebook } = read(
      { 'a.yaml': `extends: b\n${LEAST}`, 'b.yaml': `\nextends: c\n`, 'c.yaml': `extends: b\n` },
      'a',
    )
    expect(stylebook).toBeNull()
    expect(at).toEqual(['layouts/c.yaml:1:10 stylebook-loop'])
    expect(diagnostics[0]!.message).toContain('b → c → b')
  })

  it('may not lie outside the layouts folder', () => {
    expect(read({ 'weekly.yaml': `extends: ../other/daily\n${LEAST}` }).at).toEqual([
      'layouts/weekly.yaml:1:10 path-outside',
    ])
  })
})

describe('what is left', () => {
  it('keeps what print profiles change, and where they are', () => {
    const { profiles } = sound(`${LEAST}profiles: { press: { extends: newsprint, bleed: 3mm, icc: a/b.icc } }\n`)
    expect(profiles.get('press')).toMatchObject({
      name: 'press',
      place: { line: 4, column: 13 },
      extends: { value: 'newsprint' },
      bleed: expect.closeTo((3 * 72) / 25.4, 6),
      icc: { kind: 'file', path: '/paper/layouts/a/b.icc' },
      marks: null,
    })
  })

  it.each([
    ['marks: none', 'marks', []],
    ['marks: all', 'marks', ['crop', 'registration', 'colour-bar', 'slug']],
    ['marks: [crop, slug]', 'marks', ['crop', 'slug']],
    ['colour-pages: all', 'colour-pages', 'all'],
    ['colour-pages: [1, 4, last]', 'colour-pages', [1, 4, 'last']],
    ['pictures: { ruling: none }', 'pictures', { ppi: null, quality: null, ruling: 'none' }],
    ['icc: newsprint-220', 'icc', expect.objectContaining({ kind: 'ours', name: 'newsprint-220' })],
  ] as const)('reads of a print profile: %s', (written, key, value) => {
    expect(sound(`${LEAST}profiles: { press: { ${written} } }\n`).profiles.get('press')![key]).toEqual(value)
  })

  it.each([
    ['press: { inklimit: 220 }', 'weekly.yaml:4:22 key-unknown'],
    ['press: { standard: PDF/X-3 }', 'weekly.yaml:4:32 value-wrong'],
    ['press: { ink-limit: 90 }', 'weekly.yaml:4:33 value-wrong'],
    ['press: { marks: [crops] }', 'weekly.yaml:4:30 value-wrong'],
    ['press: { colour-pages: [0] }', 'weekly.yaml:4:37 value-wrong'],
    ['press: { pictures: { ruling: 20 } }', 'weekly.yaml:4:42 value-wrong'],
    ['press: { icc: ../printer.icc }', 'weekly.yaml:4:27 path-outside'],
    ['"our press": { bleed: 3mm }', 'weekly.yaml:4:13 value-wrong'],
  ])('tells what is wrong with a print profile: %s', (written, at) => {
    expect(read(`${LEAST}profiles: { ${written} }\n`).at).toEqual([`layouts/${at}`])
  })

  it.each([
    ['none', null],
    ['auto', FIT],
    ['{ tracking: 3 }', { ...FIT, tracking: 3 }],
    ['{ paragraphs: 0, optional: false }', { ...FIT, paragraphs: 0, optional: false }],
    ['{ paragraphs: 0, tracking: 0, heads: 0, optional: false }', null],
  ])('takes the bounds of copyfit: %s', (written, rules) => {
    expect(sound(`${LEAST}fit: ${written}\n`).fit).toEqual(rules)
  })

  it('takes a number form without a place for the number as what stands before it', () => {
    expect(sound(LEAST.replace('name: The Weekly', 'name: x, number-form: Issue')).paper.numberForm).toBe(
      'Issue {number}',
    )
  })

  it.each([
    ['', ['layouts/weekly.yaml:1:1 key-missing', 'layouts/weekly.yaml:1:1 key-missing']],
    [LEAST.replace('{ a4: { trim: [210mm, 297mm] } }', '{ x: }'), ['layouts/weekly.yaml:2:1 key-missing']],
    [LEAST.replace('297mm', '297'), ['layouts/weekly.yaml:2:32 value-wrong']],
    [`${LEAST}keeps: { orphans: 0 }\n`, ['layouts/weekly.yaml:4:19 value-wrong']],
    [`${LEAST}fit: much\n`, ['layouts/weekly.yaml:4:6 value-wrong']],
    [`${LEAST}fit: { tracking: 31 }\n`, ['layouts/weekly.yaml:4:18 value-wrong']],
    [`${LEAST}fit: { trackin: 3 }\n`, ['layouts/weekly.yaml:4:8 key-unknown']],
    [`${LEAST}colours: { red: { cmyk: [0, 101, 0, 0] } }\n`, ['layouts/weekly.yaml:4:29 value-wrong']],
    [`${LEAST}colours: { red: { cmyk: [0, 1] } }\n`, ['layouts/weekly.yaml:4:25 value-wrong']],
  ])('is told of a mistake: %#', (written, at) => {
    expect(read(written).at).toEqual(at)
  })
})
