import { describe, expect, it } from 'vitest'
import { articleId, type OrderedRect } from '../../src/base/index.js'
import type { Placement } from '../../src/edition/index.js'
import { articleText, loadPaper, MANIFEST, type PaperParts, STYLEBOOK } from '../paper.js'

/** Loads what must be without mistakes; notes are allowed. */
function sound(parts: PaperParts = {}, links?: Readonly<Record<string, string>>) {
  const loaded = loadPaper(parts, links)
  expect(loaded.mistakes).toEqual([])
  return { ...loaded, edition: loaded.edition! }
}

/** The placements of page 1 of a manifest whose `place` is this. */
function place(written: string, stylebook = STYLEBOOK): readonly Placement<OrderedRect>[] {
  return sound({ manifest: onPage(written), stylebook }).edition.pages[0]!.placements
}

function onPage(written: string): string {
  const head = 'paper: weekly\ndate: 2022-01-14\npages:\n  - template: front\n    place:\n'
  return `${head}${written.replace(/^/gm, '      ')}\n`
}

describe('an edition', () => {
  it('is called by its paper and its date, and keeps what is typed as typed', () => {
    const manifest = MANIFEST.replace('date:', 'number: 007\nprice: 1.10\ndate:')
    const { edition } = sound({ manifest })
    expect(edition).toMatchObject({ name: 'weekly-2022-01-14', paper: 'weekly', number: '007', price: '1.10' })
    expect(edition.manifest).toBe('editions/2022-01-14/edition.yaml')
    expect(sound().edition).toMatchObject({ number: null, price: null })
  })

  it('takes the first format, or the one that it names', () => {
    const stylebook = STYLEBOOK.replace('formats:', 'formats:\n  tall: { trim: [148mm, 250mm] }')
    expect(sound({ stylebook }).edition.format.name).toBe('tall')
    expect(sound({ stylebook, manifest: `format: a5\n${MANIFEST}` }).edition.format.name).toBe('a5')
  })

  it('lists its articles in the order of placement', () => {
    const manifest = onPage('second: film\nlead: rents')
    expect([...sound({ manifest }).edition.articles.keys()]).toEqual(['film', 'rents'])
  })

  it('has what is held and what is spiked, and reads neither', () => {
    const articles = { rents: articleText('Rents'), later: 'no front matter', never: 'nor here' }
    const { edition } = sound({ manifest: `${onPage('lead: rents')}hold: [later]\nspike: [never]\n`, articles })
    expect(edition.held).toEqual(['later'])
    expect(edition.spiked).toEqual(['never'])
    expect([...edition.articles.keys()]).toEqual(['rents'])
  })

  it('finds a file whose accents are stored as characters of their own', () => {
    const [stored, typed] = ['cafe\u0301', 'caf\u00e9']
    const picture = `picture: { file: ${typed}.png }`
    const { edition } = sound({
      manifest: onPage(`lead: { article: ${typed}, ${picture} }`),
      articles: { [stored]: articleText('The café') },
      files: { [`editions/2022-01-14/${stored}.png`]: 'x' },
    })
    expect([...edition.articles.keys()]).toEqual([typed])
    expect(edition.pages[0]!.placements[0]).toMatchObject({
      insets: [{ picture: { file: expect.stringContaining(stored) as string } }],
    })
  })

  it('does not look at other files of the articles folder', () => {
    sound({
      files: {
        'editions/2022-01-14/articles/notes.txt': 'x',
        'editions/2022-01-14/articles/.draft.md': 'x',
        'editions/2022-01-14/articles/old.md/x': 'x',
      },
    })
  })
})

describe('a placement', () => {
  it('has by default the legs and the head of its span', () => {
    expect(place('lead: rents\nsecond: film')[0]).toMatchObject({
      kind: 'start',
      article: 'rents',
      slot: 'lead',
      rect: { col: 1, span: 4, line: 7, depth: 20 },
      legs: 4,
      head: { columns: 4, size: null, lines: null },
      box: null,
      dress: null,
      place: { line: 6, column: 7, length: 4 },
    })
  })

  const stylebook = `${STYLEBOOK.replace(
    'line: 7, depth: 20 }',
    'line: 7, depth: 20, head: 3-24-1, legs: 3, box: rule, dress: gown }',
  )}dresses: { gown: { body: { size: 8pt } }, suit: { body: { size: 10pt } } }\n`

  it('takes head, legs, box and dress of its slot', () => {
    expect(place('lead: rents\nsecond: film', stylebook)[0]).toMatchObject({
      legs: 3,
      head: { columns: 3, size: 24, lines: 1 },
      box: 'rule',
      dress: 'gown',
    })
  })

  it('has its own before its slot’s', () => {
    const own = 'lead: { article: rents, head: auto-30-auto, legs: 2, box: tint, dress: suit }\nsecond: film'
    expect(place(own, stylebook)[0]).toMatchObject({
      legs: 2,
      head: { columns: 4, size: 30, lines: null },
      box: 'tint',
      dress: 'suit',
    })
  })

  it.each(['none', 'plain'])('takes its slot’s box and dress away by %s', (word) => {
    const own = `lead: { article: rents, box: ${word}, dress: ${word} }\nsecond: film`
    expect(place(own, stylebook)[0]).toMatchObject({ box: null, dress: null })
  })

  it('takes from its slot what `at` leaves out, and leaves legs and head of the slot when its width changes', () => {
    expect(place('lead: { article: rents, at: { depth: 5 } }\nsecond: film', stylebook)[0]).toMatchObject({
      rect: { col: 1, span: 4, line: 7, depth: 5 },
      legs: 3,
    })
    expect(place('lead: { article: rents, at: { col: 3, span: 2 } }\nsecond: film', stylebook)[0]).toMatchObject({
      rect: { col: 3, span: 2, line: 7, depth: 20 },
      legs: 2,
      head: { columns: 2, size: null, lines: null },
    })
  })

  it('stands anywhere by `at`', () => {
    expect(
      place('lead: rents\nanywhere: { article: film, at: { col: 2, span: 1, line: 30, depth: 3 } }')[1],
    ).toMatchObject({ slot: 'anywhere', rect: { col: 2, span: 1, line: 30, depth: 3 }, legs: 1 })
  })

  it('may stack articles', () => {
    expect(place('lead: { articles: [film, rents] }')[0]).toMatchObject({ kind: 'stack', articles: ['film', 'rents'] })
    // It has no picture anyway, and says so of a place that asks for one.
    expect(place('lead: { articles: [film, rents], picture: none }')[0]).toMatchObject({ kind: 'stack' })
  })

  it('may continue an article before it starts, with a head in house typography', () => {
    const placements = place(
      'lead: { continues: rents, headline: "It\'s over -- rents" }\nsecond: rents\nx: { article: film, at: { col: 1, span: 1, line: 27, depth: 1 } }',
    )
    expect(placements[0]).toMatchObject({ kind: 'continuation', article: 'rents' })
    const text = (placements[0] as Extract<Placement, { kind: 'continuation' }>)
      .headline!.map((one) => (one.kind === 'text' ? one.text : '\n'))
      .join('')
    expect(text.replaceAll('\u00a0', ' ')).toBe('It’s over – rents')
  })

  it('may refer to articles, by their heads or in words of its own, in the language of each', () => {
    const [refs] = place(
      'lead: { refs: [rents, { article: film, text: "It\'s *out* -- now" }], headline: Inside, head: 4-18-1, legs: 2, box: tint }\n' +
        'x: { articles: [film, rents], at: { col: 1, span: 1, line: 28, depth: 9 } }',
    )
    expect(refs).toMatchObject({
      kind: 'refs',
      look: 'teaser',
      legs: 2,
      box: 'tint',
      head: { columns: 4, size: 18, lines: 1 },
      headline: [{ text: 'Inside' }],
      refs: [
        { article: 'rents', text: null, place: { line: 6, column: 22 } },
        { article: 'film', text: [{ text: 'It’s ' }, { text: 'out', marks: ['emphasis'] }, { text: '\u00a0– now' }] },
      ],
    })
  })

  it.each([
    ['lead: { refs: [film] }', 'index'],
    ['lead: { refs: [film], look: teaser }', 'teaser'],
    ['mine: { refs: [film], at: { col: 1, span: 1, line: 7, depth: 4 } }', 'teaser'],
  ])('refers to articles in its own look, or its slot’s: %s', (written, look) => {
    const stylebook = STYLEBOOK.replace('slot: lead,', 'slot: lead, look: index,')
    const rest = 'second: { articles: [film, rents] }'
    expect(place(`${written}\n${rest}`, stylebook)[0]).toMatchObject({ look })
  })

  it('may continue without a head', () => {
    expect(
      place(
        'lead: { continues: rents }\nsecond: rents\nx: { article: film, at: { col: 1, span: 1, line: 27, depth: 1 } }',
      )[0],
    ).toMatchObject({
      headline: null,
    })
  })
})

describe('a page', () => {
  it('may have no template: its grid and what stands by `at`', () => {
    const manifest = `paper: weekly
date: 2022-01-14
pages:
  - place:
      a: { article: rents, at: { col: 1, span: 3, line: 1, depth: 44 } }
    grid: { columns: 3 }
  - place: { b: { article: film, at: { col: 4, span: 1, line: 1, depth: 44 } } }
`
    const { edition } = sound({ manifest })
    expect(edition.pages).toMatchObject([
      { number: 1, template: null, grid: { columns: 3, leading: 12 }, furniture: [], placements: [{ legs: 3 }] },
      { number: 2, template: null, grid: { columns: 4 } },
    ])
  })

  it('has the furniture of its template', () => {
    const { pages, stylebook } = sound().edition
    const piece = stylebook.furniture.blocks.get('nameplate')
    expect(pages[0]!.furniture).toEqual([
      {
        slot: 'banner',
        piece,
        name: 'the furniture nameplate',
        own: null,
        section: null,
        waivers: [],
        place: pages[0]!.place,
        rect: { col: 1, span: 4, line: 1, depth: 6 },
      },
    ])
  })

  it.each([
    ['left out', 'lead: rents'],
    ['left empty', 'lead: rents\nsecond:'],
    ['given an empty list', 'lead: rents\nsecond: { articles: [] }'],
    ['given no refs', 'lead: rents\nsecond: { refs: [], headline: Inside }'],
    ['given what is not available and empty', 'lead: rents\nsecond: { quotes: [], picture: }'],
  ])('is noted to have an unfilled slot when one is %s', (_what, written) => {
    const { diagnostics } = sound({ manifest: `${onPage(written)}hold: [film]\n` })
    expect(diagnostics).toMatchObject([
      { severity: 'note', code: 'slot-unfilled', message: expect.stringContaining('"second"') },
    ])
  })

  it('checks only the templates that are used', () => {
    const stylebook = `${STYLEBOOK}  other:\n    - { slot: a, col: 9, span: 9, line: 1, depth: auto, bax: 1 }\n`
    sound({ stylebook })
  })

  it('lets slots overlap as long as only one of them is filled', () => {
    const stylebook = `${STYLEBOOK}    - { slot: tall, col: 1, span: 4, line: 7, depth: 38 }\n`
    sound({ stylebook })
    const manifest = onPage('tall: rents\nsecond: film')
    expect(loadPaper({ stylebook, manifest }).mistakes).toEqual(['edition.yaml:7:7 overlap'])
  })
})

describe('an article', () => {
  const imprint = { 'editions/standing/imprint.md': articleText('Imprint') }

  it('may come from the standing folder, where nothing need be placed', () => {
    const { edition } = sound({
      manifest: onPage('lead: rents\nsecond: { articles: [film, imprint] }'),
      files: imprint,
    })
    expect(edition.articles.get(articleId('imprint'))!.file).toBe('editions/standing/imprint.md')
    sound({ files: imprint })
  })

  it('is the edition’s own before the standing one', () => {
    const { edition } = sound({ files: { 'editions/standing/film.md': articleText('Old film') } })
    expect(edition.articles.get(articleId('film'))!.file).toBe('editions/2022-01-14/articles/film.md')
  })

  it('may lie in another folder of the edition', () => {
    const files = {
      'editions/2022-01-14/copy/rents.md': articleText('Rents'),
      'editions/2022-01-14/copy/film.md': articleText('Film'),
    }
    const { edition } = sound({ manifest: `articles: copy\n${MANIFEST}`, articles: {}, files })
    expect(edition.articles.size).toBe(2)
  })

  it('is not read through a link that leads out of the edition', () => {
    const loaded = loadPaper(
      { articles: { film: articleText('A film') }, files: { 'elsewhere/rents.md': articleText('Rents') } },
      { 'editions/2022-01-14/articles/rents.md': 'elsewhere/rents.md' },
    )
    expect(loaded.mistakes).toEqual(['rents.md:1:1 path-outside'])
  })

  it('is not found through an articles folder that is a link out of the edition', () => {
    const loaded = loadPaper(
      { articles: {}, files: { 'elsewhere/rents.md': articleText('Rents'), 'elsewhere/film.md': articleText('Film') } },
      { 'editions/2022-01-14/articles': 'elsewhere' },
    )
    expect(loaded.mistakes).toEqual(['edition.yaml:1:1 path-outside'])
  })

  it('is not called unplaced when the place that names it could not be read', () => {
    const { mistakes } = loadPaper({ manifest: onPage('lead: { artcle: rents }\nsecond: film') })
    expect(mistakes).toEqual(['edition.yaml:6:15 key-unknown'])
  })

  it('is blamed for every mistake, also when nobody placed it', () => {
    const { mistakes } = loadPaper({
      articles: { rents: 'x', film: articleText('Film'), spare: '---\nheadlin: x\n---\ny' },
    })
    expect(mistakes).toEqual([
      'spare.md:1:1 article-unplaced',
      'rents.md:1:1 front-matter-missing',
      'spare.md:2:1 key-unknown',
      'spare.md:1:1 headline-missing',
    ])
  })
})
