import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../src/edition/index.js'
import { articleText, loadPaper, MANIFEST, STYLEBOOK, type LoadedPaper, type PaperParts } from '../paper.js'
import { drawCopy } from './article/reading.js'

const EDITION = '/paper/editions/2022-01-14'
const STANDING = '/paper/editions/standing'
const SVG = '<svg viewBox="0 0 3 2"/>'

const RENTS = `---
headline: Rents up
pictures:
  - { file: pictures/rents.jpg, caption: "'Enough'", credit: Agency, alt: A crowd }
  - pictures/roof.svg
quotes: [Never again, { text: Not us, credit: R. Aldred }]
---

Rents go up again in spring, the council says.
`
const FACTS = articleText('The facts')

interface Parts extends PaperParts {
  /** What the lead says beside its article. */
  readonly lead?: string
  /** What stands in the second place. */
  readonly second?: string
  /** More of the lead's slot. */
  readonly slot?: string
  readonly rest?: string
}

const files = { [`${EDITION}/pictures/rents.jpg`]: SVG, [`${EDITION}/pictures/roof.svg`]: SVG }

function load({ lead, second = 'film', slot, rest = '', ...parts }: Parts = {}): LoadedPaper {
  const places = MANIFEST.replace('rents', `{ article: rents${lead ? `, ${lead}` : ''} }`).replace(
    'second: film',
    () => `second: ${second}`,
  )
  return loadPaper({
    manifest: places + rest,
    stylebook: slot ? STYLEBOOK.replace('line: 7, depth: 20', `line: 7, depth: 20, ${slot}`) : STYLEBOOK,
    articles: { rents: RENTS, film: articleText('A film') },
    files,
    ...parts,
  })
}

/** What stands among the text of the lead; throws when anything is said. */
function insetsOf(parts: Parts) {
  const { edition, diagnostics } = load(parts)
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
  const [placement] = edition!.pages[0]!.placements
  return placement!.kind === 'start' ? placement!.insets : []
}

describe('a picture among text', () => {
  it('has what its article says, and a place of its own', () => {
    expect(insetsOf({ lead: 'picture: rents.jpg' })).toMatchObject([
      {
        kind: 'picture',
        picture: { file: `${EDITION}/pictures/rents.jpg`, name: 'pictures/rents.jpg', alt: 'A crowd' },
        span: 1,
        leg: null,
        at: 'head',
        depth: null,
        focus: [0.5, 0.4],
        caption: 'below',
        keyline: null,
        runaround: 'box',
        gap: null,
      },
    ])
    const [inset] = insetsOf({ lead: 'picture: pictures/rents.jpg' })
    if (inset?.kind !== 'picture') throw new Error('no picture')
    expect(drawCopy(inset.picture.caption!)).toBe('‘Enough’')
    expect(drawCopy(inset.picture.credit!)).toBe('Agency')
  })

  it('stands as the manifest says', () => {
    const said =
      'use: roof.svg, span: 2.5, leg: 1.5, at: 12, depth: 9, focus: [0, 1], caption: over, keyline: true, runaround: contour, gap: 1in, waive: [{ rule: tombstone, reason: so }]'
    expect(insetsOf({ lead: `picture: { ${said} }` })).toMatchObject([
      {
        ...{ span: 2.5, leg: 1.5, at: 12, depth: 9, focus: [0, 1], caption: 'over', runaround: 'contour', gap: 72 },
        keyline: { weight: 0.25, colour: 'black' },
        waivers: [{ rule: 'tombstone' }],
      },
    ])
  })

  it('takes from its slot what it does not say, and none takes it away', () => {
    const slot = 'picture: { span: 2, at: foot, caption: above, focus: [1, 0] }'
    const [ofSlot] = insetsOf({ slot })
    expect(ofSlot).toMatchObject({ span: 2, at: 'foot', caption: 'above', focus: [1, 0], picture: { alt: 'A crowd' } })
    expect(insetsOf({ slot, lead: 'picture: { use: roof.svg, at: top }' })).toMatchObject([
      { span: 2, at: 'top', caption: 'above', picture: { name: 'pictures/roof.svg' } },
    ])
    expect(insetsOf({ slot, lead: 'picture: none' })).toEqual([])
    expect(insetsOf({ slot, lead: 'pictures: [roof.svg]' })).toMatchObject([{ span: 1, at: 'head' }])
    // An article without pictures shows none, and nobody is told.
    expect(insetsOf({ slot, articles: { rents: articleText('Rents up'), film: articleText('A film') } })).toEqual([])
    // What a slot asks for has room in fewer legs.
    expect(insetsOf({ slot: 'picture: { span: 3, leg: 2 }', lead: 'legs: 2' })).toMatchObject([{ span: 2, leg: 1 }])
  })

  it('is the next that no place of its article shows', () => {
    const names = (parts: Parts) =>
      insetsOf(parts).map((inset) => (inset.kind === 'picture' ? inset.picture.name : inset.kind))
    expect(names({ lead: 'pictures: [{ at: head }, { at: foot }]' })).toEqual([
      'pictures/rents.jpg',
      'pictures/roof.svg',
    ])
    expect(names({ lead: 'pictures: [{ at: head }, rents.jpg]' })).toEqual(['pictures/roof.svg', 'pictures/rents.jpg'])
    const slot = 'picture: { span: 1 }'
    const second =
      '{ continues: rents, picture: rents.jpg }\n      third: { article: film, at: { col: 1, span: 1, line: 44, depth: 1 } }'
    expect(names({ slot, second })).toEqual(['pictures/roof.svg'])
  })

  it('may be one of another article, placed or not, or a file of its own with its words', () => {
    expect(
      insetsOf({
        lead: 'pictures: [{ use: square.svg, of: long }, { file: pictures/roof.svg, caption: A roof, credit: Us, alt: Tiles }, { use: roof.svg, caption: { text: Other, at: none } }]',
        rest: 'hold: [long]\n',
        articles: { rents: RENTS, film: articleText('A film'), long: RENTS.replace('rents.jpg', 'square.svg') },
        files: { ...files, [`${STANDING}/pictures/square.svg`]: SVG },
      }).map((inset) => {
        if (inset.kind !== 'picture') throw new Error('no picture')
        const { picture, caption } = inset
        return [
          picture.file,
          picture.caption && drawCopy(picture.caption),
          picture.credit && drawCopy(picture.credit),
          caption,
        ]
      }),
    ).toEqual([
      [`${STANDING}/pictures/square.svg`, '‘Enough’', 'Agency', 'below'],
      [`${EDITION}/pictures/roof.svg`, 'A roof', 'Us', 'below'],
      [`${EDITION}/pictures/roof.svg`, 'Other', null, 'none'],
    ])
  })

  it('is looked for only when a place shows it, and then is among the pictures to be opened', () => {
    expect(load({ files: {} }).mistakes).toEqual([])
    const { edition } = load({ lead: 'picture: { use: roof.svg, runaround: contour }' })
    expect(picturesOf(edition!)).toMatchObject([{ file: `${EDITION}/pictures/roof.svg`, isOutlined: true }])
  })

  it('looks as the stylebook has all pictures', () => {
    const stylebook = `${STYLEBOOK}pictures: { keyline: { weight: 1pt, colour: grey }, caption: over, panel: black }\n`
    const both = 'pictures: [{ at: head }, { at: foot, keyline: false, caption: none }]'
    const keyline = { weight: 1, colour: 'grey' }
    expect(insetsOf({ lead: both, stylebook })).toMatchObject([
      { keyline, caption: 'over' },
      { keyline: null, caption: 'none' },
    ])
  })
})

describe('a listed picture that no place shows', () => {
  const unused = (parts: Parts): readonly string[] =>
    load(parts).diagnostics.flatMap(({ code, message, place }) =>
      code === 'picture-unused' ? [`${place.line}:${place.column} ${message}`] : [],
    )
  const roof = '5:5 no place shows the picture pictures/roof.svg of rents'

  it('is told of where it is listed', () => {
    expect(unused({ lead: 'picture: rents.jpg' })).toEqual([roof])
    expect(unused({ lead: 'pictures: [rents.jpg, roof.svg]' })).toEqual([])
  })

  it.each([
    [
      'stands alone',
      { lead: 'picture: rents.jpg', second: '{ picture: { use: roof.svg, of: rents } }', rest: 'hold: [film]' },
    ],
    [
      'has a slot that takes its turn',
      {
        slot: 'picture: { span: 1 }',
        lead: 'quote: 1',
        second: '{ continues: rents, picture: roof.svg }',
        rest: 'hold: [film]',
      },
    ],
    ['is named as a file', { lead: 'pictures: [rents.jpg, { file: pictures/roof.svg }]' }],
    ['has no file', { lead: 'pictures: [rents.jpg, roof.svg]', files: {} }],
  ])('is not told of when it %s', (_, parts) => {
    expect(unused(parts)).toEqual([])
  })

  it('is not told of when its article is held', () => {
    const articles = { rents: RENTS, film: RENTS.replaceAll('roof.svg', 'gym.svg') }
    const places = { lead: 'picture: rents.jpg', second: '{ picture: { use: roof.svg, of: rents } }', articles }
    expect(unused({ ...places, rest: 'hold: [film]' })).toEqual([])
    expect(unused({ ...places, second: 'film' })).toEqual([
      roof,
      '5:5 no place shows the picture pictures/gym.svg of film',
    ])
  })
})

describe('a picture that stands alone', () => {
  const alone = (picture: string, more = ''): string => `{ picture: ${picture}${more} }`

  it('fills its place', () => {
    const { edition, mistakes } = load({
      second: alone('{ use: rents.jpg, of: rents, caption: over }', ', box: tint, at: { depth: 9 }'),
      rest: 'hold: [film]\n',
    })
    expect(mistakes).toEqual([])
    const [page] = edition!.pages
    expect(page!.placements).toHaveLength(1)
    expect(page!.pictures).toMatchObject([
      {
        slot: 'second',
        rect: { col: 1, span: 4, line: 28, depth: 9 },
        picture: { picture: { file: `${EDITION}/pictures/rents.jpg` }, caption: 'over' },
        box: 'tint',
        dress: null,
      },
    ])
  })

  it.each<readonly [string, string, string, string]>([
    ['without a name', '{ span: 1 }', '7:28 value-wrong', 'says which it is'],
    ['of no article', 'rents.jpg', '7:26 value-wrong', '{ use: square.jpg, of: rents }'],
    ['with cells of an inset', '{ file: pictures/roof.svg, at: head }', '7:53 value-wrong', 'has no at'],
  ])('is told of one %s', (_what, picture, at, says) => {
    const { mistakes, diagnostics } = load({ second: alone(picture), rest: 'hold: [film]\n' })
    const found = mistakes.map((one) => one.replace('edition.yaml:', ''))
    expect(found).toContain(at)
    expect(JSON.stringify(diagnostics)).toContain(says)
  })
})

describe('a pull quote', () => {
  it('is the one of its number, or the next', () => {
    const insets = insetsOf({ lead: 'quotes: [2, { span: 1.5, at: foot, box: tint, gap: 3pt }]' })
    expect(insets).toMatchObject([
      { kind: 'quote', span: 1, at: 'middle', leg: null, depth: null, box: null, gap: null },
      { kind: 'quote', span: 1.5, at: 'foot', box: 'tint', gap: 3 },
    ])
    const said = insets.map((inset) => inset.kind === 'quote' && drawCopy(inset.quote.copy))
    expect(said).toEqual(['Not us', 'Never again'])
  })

  it('may be asked for by the slot', () => {
    const slot = 'quote: { span: 2, box: rule }'
    expect(insetsOf({ slot })).toMatchObject([{ kind: 'quote', span: 2, box: 'rule', at: 'middle' }])
    expect(insetsOf({ slot, lead: 'quote: { use: 2, box: none }' })).toMatchObject([{ span: 2, box: null }])
    expect(insetsOf({ slot, lead: 'quote: none' })).toEqual([])
  })
})

describe('a sidebar', () => {
  const articles = { rents: RENTS, film: articleText('A film'), facts: FACTS }

  it('places its article, in a box', () => {
    const { edition, mistakes } = load({
      lead: 'sidebar: { article: facts, span: 2, at: foot, head: 1-14-auto }',
      articles,
    })
    expect(mistakes).toEqual([])
    expect([...edition!.articles.keys()]).toContain('facts')
    const [placement] = edition!.pages[0]!.placements
    expect(placement!.kind === 'start' && placement!.insets).toMatchObject([
      {
        kind: 'sidebar',
        article: 'facts',
        ...{ span: 2, leg: null, at: 'foot', depth: null, legs: 2, box: 'tint', dress: null },
        head: { columns: 1, size: 14, lines: null },
      },
    ])
  })

  it('stands by its bare id, and may be referred to', () => {
    const { mistakes, edition } = load({
      lead: 'sidebars: [facts, { article: film, box: none }]',
      second: '{ refs: [facts, film] }',
      articles,
    })
    expect(mistakes).toEqual([])
    expect(edition!.pages[0]!.placements[1]).toMatchObject({ refs: [{ article: 'facts' }, { article: 'film' }] })
  })
})

describe('an inset head', () => {
  it('begins in its column, and reaches over those that are left', () => {
    const headOf = (parts: Parts) => {
      const { edition, mistakes } = load(parts)
      expect(mistakes).toEqual([])
      const [placement] = edition!.pages[0]!.placements
      return placement!.kind === 'start' && [placement!.headCol, placement!.head.columns]
    }
    expect(headOf({})).toEqual([1, 4])
    expect(headOf({ lead: 'head-col: 2' })).toEqual([2, 3])
    expect(headOf({ lead: 'head-col: 2, head: 2-auto-1' })).toEqual([2, 2])
    expect(headOf({ slot: 'head-col: 3' })).toEqual([3, 2])
    expect(headOf({ slot: 'head: 4-auto-1', lead: 'head-col: 2' })).toEqual([2, 3])
  })
})

describe('the editor', () => {
  const facts = { rents: RENTS, film: articleText('A film'), facts: FACTS }
  it.each<readonly [string, Parts, readonly string[], string]>([
    [
      'a picture with another name near',
      { lead: 'picture: rent.jpg' },
      ['edition.yaml:6:40 picture-unknown'],
      'the article rents has no picture "rent.jpg" did you mean "rents.jpg"?',
    ],
    [
      'a picture that the article does not list',
      { lead: 'picture: { use: tower.png }' },
      ['edition.yaml:6:47 picture-unknown'],
      'it has pictures/rents.jpg, pictures/roof.svg',
    ],
    [
      'a picture too many',
      { lead: 'pictures: [{ at: 1 }, { at: 2 }, { at: 3 }]' },
      ['edition.yaml:6:64 picture-unknown'],
      'has no more pictures',
    ],
    [
      'a picture of an article that lists none',
      { second: '{ article: film, picture: { at: foot } }' },
      ['edition.yaml:7:41 picture-unknown'],
      'the article film lists no pictures',
    ],
    [
      'a picture of an article that is not there',
      { lead: 'picture: { use: a.jpg, of: rentz }' },
      ['edition.yaml:6:58 article-missing'],
      'did you mean "rents"?',
    ],
    [
      'a picture of another article that has none of that name',
      { second: '{ article: film, picture: { use: a.jpg, of: rents } }' },
      ['edition.yaml:7:48 picture-unknown'],
      'rents has no picture "a.jpg"',
    ],
    [
      'a picture whose file is not there',
      { lead: 'pictures: [rents.jpg, rents.jpg]', files: {} },
      ['rents.md:4:13 file-missing'],
      'there is no file pictures/rents.jpg',
    ],
    [
      'a picture whose name has other capitals',
      { lead: 'pictures: [rents.jpg]', files: { [`${EDITION}/pictures/Rents.JPG`]: SVG } },
      ['rents.md:4:13 file-missing'],
      'did you mean "pictures/Rents.JPG"?',
    ],
    [
      'a picture outside the edition',
      { lead: 'picture: { file: ../../rents.jpg }' },
      ['edition.yaml:6:48 path-outside'],
      'copy the file into the edition',
    ],
    [
      'a picture that is a folder',
      { lead: 'picture: { file: pictures }' },
      ['edition.yaml:6:48 file-unreadable'],
      'is a folder',
    ],
    [
      'a file that is also one of an article',
      { lead: 'picture: { file: pictures/roof.svg, use: roof.svg }' },
      ['edition.yaml:6:67 value-wrong'],
      'not both',
    ],
    [
      'a credit for a picture that has its own',
      { lead: 'picture: { use: roof.svg, credit: Us }' },
      ['edition.yaml:6:57 value-wrong'],
      'brings its own',
    ],
    [
      'a place of the caption that there is not',
      { lead: 'picture: { use: roof.svg, caption: belwo }' },
      ['edition.yaml:6:66 value-wrong'],
      'did you mean "below"?',
    ],
    [
      'other words as if they were a place',
      { lead: 'picture: { use: roof.svg, caption: A fine roof }' },
      ['edition.yaml:6:66 value-wrong'],
      'caption: { text: … }',
    ],
    [
      'a focus outside the picture',
      { lead: 'picture: { use: roof.svg, focus: [0.5, 40] }' },
      ['edition.yaml:6:70 value-wrong'],
      'from 0 to 1',
    ],
    ['a width in thirds', { lead: 'picture: { span: 1.3 }' }, ['edition.yaml:6:48 value-wrong'], 'in steps of a half'],
    [
      'a place that there is not',
      { lead: 'picture: { at: bottom }' },
      ['edition.yaml:6:46 value-wrong'],
      'top, head, middle, foot or a line',
    ],
    [
      'a picture wider than its legs',
      { lead: 'legs: 2, picture: { span: 3 }' },
      ['edition.yaml:6:57 legs-wrong'],
      'a picture across 3 legs cannot stand in 2 legs',
    ],
    [
      'a picture that begins too far right',
      { lead: 'quote: { span: 2, leg: 3.5 }' },
      ['edition.yaml:6:54 legs-wrong'],
      'begins in leg 3.5',
    ],
    [
      'a picture deeper than its place',
      { lead: 'picture: { depth: 21 }' },
      ['edition.yaml:6:49 off-grid'],
      '21 lines cannot stand in 20 lines',
    ],
    ['a picture below its place', { lead: 'picture: { at: 21 }' }, ['edition.yaml:6:46 off-grid'], 'line 21'],
    [
      'a picture in a stack',
      { second: '{ articles: [film], pictures: [roof.svg] }' },
      ['edition.yaml:7:46 value-wrong'],
      'a stack has no pictures',
    ],
    [
      'a quote in a place of teasers',
      { second: '{ refs: [rents], quote: 1 }', rest: 'hold: [film]\n' },
      ['edition.yaml:7:32 value-wrong'],
      'a place of teasers has no quote',
    ],
    [
      'a quote that the article has not',
      { lead: 'quote: 3' },
      ['edition.yaml:6:38 quote-unknown'],
      'has 2 pull quotes: there is no number 3',
    ],
    [
      'a quote of an article that has none',
      { second: '{ article: film, quote: { at: foot } }' },
      ['edition.yaml:7:39 quote-unknown'],
      'quotes: ["…"]',
    ],
    [
      'a box that there is not',
      { lead: 'quote: { box: tinnt }' },
      ['edition.yaml:6:45 style-unknown'],
      'did you mean "tint"?',
    ],
    [
      'a sidebar that is placed as well',
      { lead: 'sidebar: film' },
      ['edition.yaml:7:15 article-twice'],
      'film is placed here',
    ],
    [
      'a sidebar that goes on elsewhere',
      { lead: 'sidebar: facts', second: '{ continues: facts }', rest: 'hold: [film]\n', articles: facts },
      ['edition.yaml:7:28 continues-unstarted'],
      'stands in a sidebar',
    ],
    [
      'a sidebar that is not there',
      { lead: 'sidebar: { article: fact }' },
      ['edition.yaml:6:51 article-missing'],
      'there is no article "fact"',
    ],
    [
      'a sidebar without an article',
      { lead: 'sidebar: { span: 1 }' },
      ['edition.yaml:6:31 key-missing'],
      'article is missing',
    ],
    [
      'a sidebar whose head is wider than its legs',
      { lead: 'sidebar: { article: facts, head: 2-auto-1 }', articles: facts },
      ['edition.yaml:6:64 head-order'],
      'in a sidebar of 1 leg',
    ],
    [
      'a head that begins beyond its place',
      { lead: 'head-col: 5' },
      ['edition.yaml:6:41 head-order'],
      'begins in column 5',
    ],
    [
      'a head too wide from there',
      { lead: 'head-col: 2, head: 4-auto-1' },
      ['edition.yaml:6:50 head-order'],
      'a head across 4 columns from column 2',
    ],
    ['a picture misspelt', { lead: 'pictrue: roof.svg' }, ['edition.yaml:6:31 key-unknown'], 'did you mean "picture"?'],
    [
      'keys of a picture misspelt',
      { lead: 'picture: { foucs: [0, 0] }' },
      ['edition.yaml:6:42 key-unknown'],
      'did you mean "focus"?',
    ],
  ])('is told of %s', (_what, parts, at, says) => {
    const { mistakes, diagnostics } = load(parts)
    expect(mistakes).toEqual(at)
    const [first] = diagnostics.filter(({ severity }) => severity !== 'note')
    expect(`${first!.message} ${first!.hint ?? ''}`).toContain(says)
  })
})
