import { beforeAll, describe, expect, it } from 'vitest'
import { compareFlatplans } from '../../src/desk/diff/compare-flatplans.js'
import { type Flatplan, flatplanOf } from '../../src/desk/diff/flatplan.js'
import { outOfOrder } from '../../src/desk/diff/out-of-order.js'
import { diffEditions, formatChanges } from '../../src/desk/index.js'
import { makePaper, openTestFonts, type SharedType } from '../makeup/make-paper.js'
import { memoryHost } from '../memory-host.js'
import { article, SMALL_EDITION } from '../small-edition.js'

const FOLDER = 'editions/2022-01-14'
const MANIFEST = `paper: gazette
number: 7
date: 2022-01-14
price: 60p
pages:
  - template: front
    place:
      lead: rents
      second: film
      nibs: { articles: [nib-1, nib-2, nib-3] }
      foot: { advert: coop }
  - template: inside
    place:
      lead: buses
      turn: { continues: rents, headline: Rents again }
      second: library
  - template: back
    place:
      second: letters
      lead: fund
adverts:
  coop: { file: adverts/coop.svg, size: [90mm, 40mm] }
hold: [later]
spike: [never]
`
const SLOTS = (size: number): string => `
    - { slot: lead, col: 1, span: 4, line: 1, depth: 12, head: 4-${size}-1 }
    - { slot: second, col: 1, span: 2, line: 13, depth: 14, head: 2-18-1 }
    - { slot: turn, col: 3, span: 2, line: 13, depth: 14, head: 2-18-1 }
    - { slot: nibs, col: 3, span: 2, line: 27, depth: 20, head: 2-14-1 }
    - { slot: foot, col: 1, span: 4, line: 50, depth: 16 }`
const ARTICLES: Readonly<Record<string, number>> = {
  rents: 280,
  film: 60,
  'nib-1': 10,
  'nib-2': 12,
  'nib-3': 14,
  buses: 150,
  library: 60,
  letters: 60,
  fund: 150,
  later: 60,
  never: 60,
}
const FILES: Readonly<Record<string, string>> = {
  [`${FOLDER}/edition.yaml`]: MANIFEST,
  [`${FOLDER}/adverts/coop.svg`]: '<svg viewBox="0 0 3 2"/>',
  ...Object.fromEntries(
    Object.entries(ARTICLES).map(([id, words]) => [`${FOLDER}/articles/${id}.md`, article(`News of ${id}`, words)]),
  ),
  'layouts/gazette.yaml': `paper: { name: Gazette }
formats:
  page: { trim: [210mm, 297mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
  wide: { trim: [230mm, 297mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: 4, gutter: 4.5mm, leading: 10.5pt }
type:
  body: { font: serif, size: 9pt }
fit: none
furniture: { cut-off: none }
templates:
  front:${SLOTS(36)}
  inside:${SLOTS(30)}
  back:${SLOTS(30)}
  sport:${SLOTS(30)}
`,
}

beforeAll(openTestFonts)

const shared: SharedType = {}

async function plan(files: Readonly<Record<string, string>>, type = shared): Promise<Flatplan> {
  return flatplanOf(await makePaper(files, type), memoryHost(files))
}

/** Replaces parts of the manifest; each must be there. */
function edited(...swaps: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  const text = swaps.reduce((manifest, [from, to]) => {
    expect(manifest).toContain(from)
    return manifest.replace(from, to)
  }, MANIFEST)
  return { ...FILES, [`${FOLDER}/edition.yaml`]: text }
}

function rewritten(id: string, text: string): Record<string, string> {
  return { ...FILES, [`${FOLDER}/articles/${id}.md`]: text }
}

async function diff(files: Readonly<Record<string, string>>, older = FILES): Promise<readonly string[]> {
  return formatChanges(compareFlatplans(await plan(older), await plan(files))).split('\n')
}

const FRONT = MANIFEST.slice(MANIFEST.indexOf('  - template: front'), MANIFEST.indexOf('  - template: inside'))
const INSIDE = MANIFEST.slice(MANIFEST.indexOf('  - template: inside'), MANIFEST.indexOf('  - template: back'))
const BACK = MANIFEST.slice(MANIFEST.indexOf('  - template: back'), MANIFEST.indexOf('adverts:'))

const TEASERS = 'at: { col: 1, span: 1, line: 60, depth: 8 }'

describe('the diff of two editions', () => {
  it('says when there is no difference', async () => {
    expect(await diff(FILES)).toEqual(['no difference'])
    // How a manifest is written is no difference.
    expect(await diff(edited(['lead: fund', 'lead: { article: fund, legs: 4 }']))).toEqual(['no difference'])
  })

  it('tells what teasers refer to, and how', async () => {
    const withRefs = (refs: string): Record<string, string> =>
      edited(['      second: library\n', `      second: library\n      more: { ${refs}, ${TEASERS} }\n`])
    const older = withRefs('refs: [film, fund]')
    const newer = withRefs(
      'refs: [{ article: film, text: At the pictures }, fund], look: index, headline: Inside, box: tint',
    )
    expect(await diff(older, older)).toEqual(['no difference'])
    expect(await diff(newer, older)).toEqual([
      'page 2 more: refs film, fund → film “At the pictures”, fund; look teaser → index; headline none → Inside; box none → tint',
    ])
  })

  it('tells a story that moved, with what follows from it', async () => {
    expect(
      await diff(edited(['      second: film\n', ''], ['      lead: fund', '      lead: film\n      nibs: fund'])),
    ).toEqual([
      'film: page 1 second → page 3 lead; short by 13 lines → short by 25 lines; head 18 → 30 pt; head across 2 → 4 columns; 2 → 4 legs',
      'fund: page 3 lead → page 3 nibs; head 30 → 14 pt; head across 4 → 2 columns; 4 → 2 legs',
    ])
  })

  it.each<readonly [string, Record<string, string>, readonly string[]]>([
    [
      'the masthead',
      edited(['number: 7', 'number: 8'], ['2022-01-14', '2022-01-21'], ['price: 60p\n', '']),
      ['edition: date 2022-01-14 → 2022-01-21; number 7 → 8; price 60p → none'],
    ],
    [
      'a headline',
      rewritten('film', article('Films of film', 60)),
      ['film: headline “News of film” → “Films of film”'],
    ],
    [
      'a head that runs in',
      edited(['lead: buses', 'lead: { article: buses, head: run-in }']),
      ['buses: short by 10 lines → short by 21 lines; +1 line; head 30 pt → run in'],
    ],
    [
      'a section and the furniture of the week',
      edited(
        ['  - template: inside\n', '  - template: inside\n    section: Town\n'],
        [
          '      second: library\n',
          '      second: library\n      code: { qr: "https://example.org", at: { col: 1, span: 1, line: 60, depth: 8 } }\n',
        ],
      ),
      ['page 2: section none → Town', 'page 2 code: furniture none → QR code https://example.org'],
    ],
    [
      'teasers that came',
      edited(['      second: library\n', `      second: library\n      more: { refs: [film], ${TEASERS} }\n`]),
      ['page 2 more: refs none → film'],
    ],
    [
      'the head of a jump',
      edited(['headline: Rents again', 'headline: Rents']),
      ['rents: page 2 turn headline “Rents again” → “Rents”'],
    ],
    [
      'what stands round the headline',
      rewritten('film', article('News of film\noverline: Cinema\nbyline: by A. Critic', 60)),
      ['film: short by 13 lines → short by 7 lines; overline added; byline added'],
    ],
    [
      'a word for a word',
      rewritten('film', article('News of film', 60).replace('town', 'city')),
      ['film: text changed'],
    ],
    [
      'a box',
      edited(['second: library', 'second: { article: library, box: tint }']),
      [expect.stringMatching(/^library: (.*; )?box none → tint$/)],
    ],
    [
      'cells',
      edited(['lead: fund', 'lead: { article: fund, at: { line: 2, depth: 11 } }']),
      [expect.stringMatching(/^fund: (.*; )?line 1 → 2, depth 12 → 11 lines$/)],
    ],
    ['hold', edited(['      second: film\n', ''], ['[later]', '[later, film]']), ['film: held, was page 1 second']],
    ['spike', edited(['      second: film\n', ''], ['[never]', '[never, film]']), ['film: spiked, was page 1 second']],
    [
      'off hold',
      edited(['      lead: fund', '      lead: fund\n      foot: later'], ['[later]', '[]']),
      ['later: off hold, page 3 foot'],
    ],
    [
      'unspiked',
      edited(['      lead: fund', '      lead: fund\n      foot: never'], ['[never]', '[]']),
      ['never: no longer spiked, page 3 foot'],
    ],
    ['held to spiked', edited(['[later]', '[]'], ['[never]', '[never, later]']), ['later: spiked, was held']],
    [
      'the order of a stack',
      edited(['nib-1, nib-2, nib-3', 'nib-2, nib-1, nib-3']),
      ['nib-1: item 1 → 2 of page 1 nibs'],
    ],
    [
      'the look of a stack, once',
      edited(['nib-3] }', 'nib-3], legs: 1, at: { depth: 18 } }']),
      expect.arrayContaining(['page 1 nibs: 2 → 1 leg; depth 20 → 18 lines']),
    ],
    ['a moved page, once', edited([FRONT + INSIDE + BACK, FRONT + BACK + INSIDE]), ['page 3: was page 2']],
    ['a template', edited(['template: back', 'template: sport']), ['page 3: template back → sport']],
    [
      'a grid',
      edited(['  - template: back\n', '  - template: back\n    grid: { gutter: 4mm }\n']),
      ['page 3: gutter 4.5 mm → 4 mm'],
    ],
    [
      'an advert that moved',
      edited(
        ['      foot: { advert: coop }\n', ''],
        ['      lead: fund', '      lead: fund\n      foot: { advert: coop }'],
      ),
      ['advert coop: page 1 foot → page 3 foot'],
    ],
    ['an advert’s size', edited(['[90mm, 40mm]', '[80mm, 40mm]']), ['advert coop: booked at 90 × 40 mm → 80 × 40 mm']],
    [
      'an advert’s artwork',
      { ...FILES, [`${FOLDER}/adverts/coop.svg`]: '<svg viewBox="0 0 2 3"/>' },
      ['advert coop: other artwork'],
    ],
    [
      'a jump that moved',
      edited(
        ['      turn: { continues: rents, headline: Rents again }\n', ''],
        ['      lead: fund', '      lead: fund\n      turn: { continues: rents, headline: Rents again }'],
      ),
      ['rents: jump page 2 turn → page 3 turn'],
    ],
  ])('names %s', async (_what, files, said) => {
    expect(await diff(files)).toEqual(said)
  })

  it('names copyfit of the text, and leaves that of the head to the head as it is set', async () => {
    const made = await makePaper(FILES, shared)
    const { articles } = made.ledger
    const steps = [
      'tracking −4/1000 em',
      'head 36 → 30 pt',
      'standfirst dropped',
      '1 optional paragraph dropped (9 words)',
    ]
    const ledger = { ...made.ledger, articles: { ...articles, film: { ...articles['film']!, fitted: steps } } }
    const fitted = flatplanOf({ ...made, ledger }, memoryHost(FILES))
    expect(formatChanges(compareFlatplans(await plan(FILES), fitted))).toBe(
      'film: now fitted by tracking −4/1000 em, 1 optional paragraph dropped (9 words)',
    )
    expect(formatChanges(compareFlatplans(fitted, await plan(FILES)))).toBe('film: no longer fitted')
  })

  it('names the language', async () => {
    const german = await plan(rewritten('film', article('News of film\nlanguage: de', 60)), {})
    expect(formatChanges(compareFlatplans(await plan(FILES), german))).toBe('film: language en-GB → de')
  })

  it('names a page that was put in, and nothing of the pages that it moved on', async () => {
    const extra = '  - template: sport\n    place:\n      lead: later\n'
    const added = edited([INSIDE, extra + INSIDE], ['[later]', '[]'])
    expect(await diff(added)).toEqual(['page 2: added (sport)', 'later: off hold, page 2 lead'])
    expect(await diff(FILES, added)).toEqual(['page 2: removed (sport)', 'later: held, was old page 2 lead'])
  })

  it('knows a page by what stands on it when another of its template is put in, or its own is changed', async () => {
    const extra = '  - template: inside\n    place:\n      lead: later\n'
    const said = ['page 2: added (inside)', 'later: off hold, page 2 lead']
    expect(await diff(edited([INSIDE, extra + INSIDE], ['[later]', '[]']))).toEqual(said)
    const other = INSIDE.replace('template: inside', 'template: sport')
    const changed = await diff(edited([INSIDE, extra.replace('inside', 'front') + other], ['[later]', '[]']))
    expect(changed).toEqual(['page 2: added (front)', said[1], 'page 3: template inside → sport'])
  })

  it('names a jump that is gained or lost, and what no longer fits', async () => {
    const short = rewritten('rents', article('News of rents', 90))
    const lost = await diff(short)
    expect(lost).toEqual([expect.stringMatching(/^rents: no longer jumps to page 2 turn; −190 words; .*; −\d+ lines$/)])
    const gained = await diff(FILES, short)
    expect(gained).toEqual([expect.stringMatching(/^rents: jumps to page 2 turn \(\d+ lines\); \+190 words; .*$/)])
    const over = await diff(rewritten('rents', article('News of rents', 600)))
    expect(over[0]).toMatch(/^rents: \+320 words; .* → over by \d+ lines \(\d+ words\);/)
  })

  it('says which page is meant when another has its number now', async () => {
    const extra = '  - template: sport\n    place:\n      second: library\n'
    const added = edited(
      ['      second: library\n', ''],
      [INSIDE.replace('      second: library\n', ''), extra + INSIDE.replace('      second: library\n', '')],
    )
    expect(await diff(added)).toEqual(['page 2: added (sport)', 'library: old page 2 second → page 2 second'])
  })

  it('compares with another week, of which nothing is the same', async () => {
    const other = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [
        path.replace(/articles\/(.*)\.md/, 'articles/new-$1.md'),
        path.endsWith('edition.yaml')
          ? Object.keys(ARTICLES).reduce(
              (all, id) => all.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), `new-${id}`),
              text,
            )
          : text,
      ]),
    )
    const said = await diff(other)
    expect(said).toHaveLength(2 * Object.keys(ARTICLES).length)
    expect(said.filter((line) => line.startsWith('page'))).toEqual([])
    expect(said).toContain('new-rents: new, page 1 lead, page 2 turn')
    expect(said).toContain('rents: gone, was page 1 lead, page 2 turn')
    expect(said.slice(-4)).toEqual([
      'later: gone, was held',
      'never: gone, was spiked',
      'new-later: new, held',
      'new-never: new, spiked',
    ])
  })
})

describe('diffEditions', () => {
  const both = (changes: Readonly<Record<string, string>> = {}) => {
    const copy = Object.entries(SMALL_EDITION).map(([path, text]) => [path.replace(/^edition/, 'other'), text] as const)
    return memoryHost({ ...SMALL_EDITION, ...Object.fromEntries(copy), ...changes })
  }
  const compare = (host: ReturnType<typeof memoryHost>) =>
    diffEditions({
      editions: ['/paper/edition', '/paper/other/edition.yaml'],
      layoutsFolder: '/paper/layouts',
      fontsFolder: '/paper/fonts',
      host,
    })

  it('makes up both and writes neither', async () => {
    const host = both({ 'other/articles/film.md': article('A film', 60) })
    expect(await compare(host)).toEqual({
      diagnostics: [],
      changes: [
        {
          page: 1,
          subject: { kind: 'article', name: 'film' },
          kind: 'headline',
          from: 'A film to see',
          to: 'A film',
          text: 'headline “A film to see” → “A film”',
        },
      ],
      exit: 0,
    })
    expect(host.written.size).toBe(0)
  })

  it('compares editions that are not fit to print', async () => {
    const { changes, exit, diagnostics } = await compare(
      both({ 'other/articles/film.md': article('A film to see', 900) }),
    )
    expect({ exit, diagnostics }).toEqual({ exit: 0, diagnostics: [] })
    expect(changes!.map(({ kind }) => kind)).toEqual(['words', 'fit', 'lines'])
  })

  it('lists the mistakes of both when one cannot be made, and those of their stylebook once', async () => {
    const broken = both({
      'layouts/small.yaml': SMALL_EDITION['layouts/small.yaml']!.replace('head: 2-24-1', 'haed: 2-24-1'),
      'edition/articles/film.md': 'no front matter\n',
      'other/articles/rents.md': '---\nheadline: Rents\nkickr: a\n---\n\nText.\n',
    })
    const { diagnostics, changes, exit } = await compare(broken)
    expect({ changes, exit }).toEqual({ changes: null, exit: 1 })
    expect(diagnostics.map(({ code, place }) => `${place.file} ${code}`).sort()).toEqual([
      'edition/articles/film.md front-matter-missing',
      'layouts/small.yaml key-unknown',
      'other/articles/rents.md key-unknown',
    ])
  })

  it('finds a picture that only painting would miss', async () => {
    const jpeg = '\u00ff\u00d8'
    const manifest = `${SMALL_EDITION['edition/edition.yaml']}  - place: { ad: { advert: coop, at: { col: 1, span: 1, line: 1, depth: 12 } } }\nadverts: { coop: { file: coop.jpg, size: [60mm, 40mm] } }\n`
    const { exit, diagnostics } = await compare(both({ 'other/edition.yaml': manifest, 'other/coop.jpg': jpeg }))
    expect(exit).toBe(1)
    expect(diagnostics.map(({ code }) => code)).toContain('picture-unusable')
  })
})

describe('what is out of order', () => {
  it('is as little as can be moved', () => {
    expect([...outOfOrder([1, 2, 3])]).toEqual([])
    expect([...outOfOrder([1, 4, 2, 3])]).toEqual([4])
    expect([...outOfOrder([2, 3, 4, 1])]).toEqual([1])
    expect(outOfOrder([3, 2, 1]).size).toBe(2)
    expect([...outOfOrder([])]).toEqual([])
  })
})
