import { beforeAll, describe, expect, it } from 'vitest'
import { compareFlatplans } from '../../src/desk/diff/compare-flatplans.js'
import { type Flatplan, flatplanOf } from '../../src/desk/diff/flatplan.js'
import { formatChanges } from '../../src/desk/index.js'
import { makePaper, openTestFonts, type SharedType } from '../makeup/make-paper.js'
import { memoryHost } from '../memory-host.js'
import { article } from '../small-edition.js'

const FOLDER = 'editions/2022-01-14'
const PICTURE = 'picture: { use: square.svg, span: 2, at: head }'
const MANIFEST = `paper: gazette
date: 2022-01-14
pages:
  - place:
      lead: { article: rents, ${PICTURE}, quote: { use: 1 }, at: { col: 1, span: 4, line: 1, depth: 30 } }
      photo: { picture: { file: pictures/map.svg, caption: A map }, at: { col: 1, span: 2, line: 40, depth: 14 } }
  - place:
      turn: { continues: rents, at: { col: 1, span: 4, line: 1, depth: 40 } }
`
const FRONT = `---
headline: Rents up
pictures:
  - { file: pictures/square.svg, caption: A square, credit: Agency }
  - { file: pictures/hall.svg }
quotes: ["We listened to residents all winter", { text: They did not, credit: Ruth Aldred }]
`
const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2" fill="${colour}"/></svg>`
const FILES: Readonly<Record<string, string>> = {
  [`${FOLDER}/edition.yaml`]: MANIFEST,
  [`${FOLDER}/articles/rents.md`]: article('', 900).replace(/^---\n.*\n/, FRONT),
  [`${FOLDER}/pictures/square.svg`]: svg('red'),
  [`${FOLDER}/pictures/hall.svg`]: svg('blue'),
  [`${FOLDER}/pictures/map.svg`]: svg('green'),
  'layouts/gazette.yaml': `paper: { name: Gazette }
formats:
  page: { trim: [210mm, 297mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: 4, gutter: 4.5mm, leading: 10.5pt }
type:
  body: { font: serif, size: 9pt }
fit: none
lint: off
furniture: { cut-off: none }
`,
}

beforeAll(openTestFonts)

const shared: SharedType = {}

async function plan(files: Readonly<Record<string, string>>): Promise<Flatplan> {
  return flatplanOf(await makePaper(files, shared), memoryHost(files))
}

function edited(name: string, ...swaps: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  const path = `${FOLDER}/${name}`
  const text = swaps.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, FILES[path]!)
  return { ...FILES, [path]: text }
}

const placed = (...swaps: readonly (readonly [string, string])[]) => edited('edition.yaml', ...swaps)

/** What follows by itself when copy has another room. */
const CONSEQUENCES = /^(lines|fit|fitted|head-(size|lines|columns)|jump-.*)$/

async function diff(files: Readonly<Record<string, string>>, older = FILES): Promise<string> {
  const changes = compareFlatplans(await plan(older), await plan(files))
  return formatChanges(changes.filter(({ kind }) => !CONSEQUENCES.test(kind)))
}

describe('the diff of pictures and pull quotes', () => {
  it.each<readonly [string, Record<string, string>, string]>([
    [
      'a picture that moved in its article',
      placed(['at: head', 'at: foot']),
      'rents: picture square.svg 2 legs at head → at foot',
    ],
    [
      'one that is wider, from another leg, and of another depth',
      placed(['span: 2, at: head', 'span: 1.5, leg: 2, depth: 12']),
      'rents: picture square.svg 2 legs at head in the last legs as deep as it needs → 1.5 legs from leg 2 12 deep',
    ],
    ['one that is gone', placed([`${PICTURE}, `, '']), 'rents: picture square.svg gone'],
    [
      'one that came',
      placed([PICTURE, `${PICTURE}, pictures: [{ use: hall.svg, at: 20 }]`]),
      'rents: picture hall.svg added, 1 leg at line 20',
    ],
    [
      'one in place of another',
      placed(['use: square.svg', 'use: hall.svg']),
      'rents: picture square.svg gone; picture hall.svg added, 2 legs at head',
    ],
    [
      'one that moved to the jump',
      placed([`${PICTURE}, `, ''], ['continues: rents', `continues: rents, ${PICTURE}`]),
      'rents: picture square.svg to page 2 turn',
    ],
    [
      'how it looks',
      placed(['at: head }', 'at: head, focus: [0, 0], caption: over, keyline: true, runaround: contour, gap: 2pt }']),
      'rents: picture square.svg cropped otherwise, caption below → over, no keyline → keyline, runaround box → contour, gap the usual → 2 pt',
    ],
    [
      'its words',
      edited(
        'articles/rents.md',
        ['caption: A square', 'facing: left, alt: Stalls, caption: The square'],
        ['Agency', 'Archive'],
      ),
      'rents: picture square.svg caption changed, credit changed, alt changed, facing none → left',
    ],
    [
      'another file of its name',
      { ...FILES, [`${FOLDER}/pictures/square.svg`]: svg('black') },
      'rents: picture square.svg is another picture',
    ],
    [
      'a pull quote that moved',
      placed(['quote: { use: 1 }', 'quote: { use: 1, at: foot, box: tint }']),
      'rents: quote “We listened to residents …” 1 leg at middle → at foot; quote “We listened to residents …” box none → tint',
    ],
    [
      'a pull quote in place of another',
      placed(['use: 1', 'use: 2']),
      'rents: quote “We listened to residents …” gone; quote “They did not” added, 1 leg at middle',
    ],
    [
      'a picture that stands alone and moved',
      placed(
        [
          '      photo: { picture: { file: pictures/map.svg, caption: A map }, at: { col: 1, span: 2, line: 40, depth: 14 } }\n',
          '',
        ],
        [
          'line: 1, depth: 40 } }\n',
          'line: 1, depth: 40 } }\n      map: { picture: { file: pictures/map.svg, caption: Where }, box: tint, at: { col: 1, span: 2, line: 41, depth: 9 } }\n',
        ],
      ),
      'picture pictures/map.svg: page 1 photo → page 2 map; box none → tint; caption changed',
    ],
    [
      'its cells',
      placed(['line: 40, depth: 14', 'line: 41, depth: 12']),
      'picture pictures/map.svg: line 40 → 41, depth 14 → 12 lines',
    ],
    [
      'the column of a head',
      placed(['article: rents', 'article: rents, head-col: 2']),
      'rents: head from column 1 → 2',
    ],
  ])('names %s', async (_what, files, said) => {
    expect((await diff(files)).replaceAll('pictures/square', 'square').replaceAll('pictures/hall', 'hall')).toBe(said)
  })

  it('names a sidebar by its article: where it came from, and where it stands in the other', async () => {
    const facts = { [`${FOLDER}/articles/facts.md`]: article('The facts', 30) }
    const held = { ...FILES, ...facts, [`${FOLDER}/edition.yaml`]: `${MANIFEST}hold: [facts]\n` }
    const sidebar = (said: string): Record<string, string> => ({
      ...placed(['article: rents,', `article: rents, sidebar: { article: facts, leg: 1${said} },`]),
      ...facts,
    })
    expect(await diff(sidebar(''), held)).toBe('facts: off hold, page 1 lead sidebar')
    expect(await diff(sidebar(', at: foot'), sidebar(''))).toBe('facts: sidebar 1 leg at head → at foot')
    expect(await diff(sidebar(', box: none'), sidebar(''))).toBe('facts: box tint → none')
    const own = placed([
      '      photo:',
      '      map: { article: facts, at: { col: 3, span: 2, line: 40, depth: 14 } }\n      photo:',
    ])
    expect(await diff({ ...own, ...facts }, sidebar(''))).toContain('facts: page 1 lead sidebar → page 1 map')
    // The cells are the host's, and its change is named for the host.
    const deeper = sidebar('')
    const path = `${FOLDER}/edition.yaml`
    const shallower = { ...deeper, [path]: deeper[path]!.replace('line: 1, depth: 30', 'line: 1, depth: 29') }
    expect(await diff(shallower, deeper)).toBe('rents: depth 30 → 29 lines')
  })

  it('names one that came as gone when it is looked at the other way, and nothing where nothing changed', async () => {
    expect(await diff(FILES)).toBe('no difference')
    const without = placed([`${PICTURE}, `, ''])
    expect(await diff(FILES, without)).toBe('rents: picture pictures/square.svg added, 2 legs at head')
    const alone = placed([', caption: A map }, at: { col: 1', ' }, at: { col: 1'])
    expect(await diff(FILES, alone)).toBe('picture pictures/map.svg: caption changed')
  })
})
