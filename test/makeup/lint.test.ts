import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MadeUpPage } from '../../src/makeup/index.js'
import { lintPages } from '../../src/makeup/lint/lint-pages.js'
import { LINT_RULES, type LintRule } from '../../src/stylebook/index.js'
import { filesOf as filesOfGenerated, generatedPaper } from './generated-paper.js'
import { makeAndTell, openTestFonts } from './make-paper.js'

beforeAll(openTestFonts)

/** A page in words: its places, and what its stylebook has that is not as usual. */
interface PageParts {
  /** The places of each page, a line each. */
  readonly pages: readonly (readonly string[])[]
  /** Articles by id: a text, or so many paragraphs of one line. */
  readonly articles?: Readonly<Record<string, number | string>>
  /** More keys of the stylebook. */
  readonly stylebook?: string
  /** More keys of every page. */
  readonly page?: string
}

const LINE = 'The bus was late again.'

const lines = (count: number): string => Array.from({ length: count }, () => LINE).join('\n\n')

function articleOf(id: string, copy: number | string): string {
  const body = typeof copy === 'string' ? copy : lines(copy)
  return body.startsWith('---') ? body : `---\nheadline: The ${id}\n---\n\n${body}\n`
}

/** Three columns of 56.7 mm, 72 lines; a head of 24 pt takes three of them, one of 18 pt two. */
function filesOf({ pages, articles = {}, stylebook = '', page = '' }: PageParts): Record<string, string> {
  const written = pages.map((places) => `  - ${page}place:\n${places.map((one) => `      ${one}`).join('\n')}`)
  const adverts = ['coop', 'gym'].map((id) => `  ${id}: { file: ${id}.svg, size: [50mm, 40mm] }`)
  return {
    'layouts/gazette.yaml': `
paper: { name: Gazette }
formats:
  page: { trim: [210mm, 297mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: 3, gutter: 5mm, leading: 10.5pt }
${stylebook}
`,
    'editions/2022-01-14/edition.yaml': `paper: gazette\ndate: 2022-01-14\npages:\n${written.join('\n')}\nadverts:\n${adverts.join('\n')}\n`,
    'editions/2022-01-14/coop.svg': '<svg viewBox="0 0 5 4"/>',
    'editions/2022-01-14/gym.svg': '<svg viewBox="0 0 5 4"/>',
    'editions/2022-01-14/roof.svg': '<svg viewBox="0 0 5 4"/>',
    ...Object.fromEntries(
      Object.entries(articles).map(([id, copy]) => [`editions/2022-01-14/articles/${id}.md`, articleOf(id, copy)]),
    ),
  }
}

/** What is told of a page, but that an advert stands nowhere. */
async function told(parts: PageParts): Promise<readonly string[]> {
  const { diagnostics } = await makeAndTell(filesOf(parts))
  return diagnostics
    .filter(({ code }) => code !== 'advert-unplaced')
    .map(({ severity, code, message, place }) => `${place.line}:${place.column} ${severity} ${code} ${message}`)
}

const at = (col: number, span: number, line: number, depth: number): string =>
  `at: { col: ${col}, span: ${span}, line: ${line}, depth: ${depth} }`

/** A page on which a rule fires once, and one that is all but the same, on which nothing does. */
interface Case {
  readonly fires: PageParts
  readonly says: string
  readonly clean: PageParts
}

const twoHeads = (head: string, more = ''): PageParts => ({
  pages: [
    [
      `a: { article: fair, head: 1-24-1, ${at(1, 1, 1, 20)} }`,
      `b: { article: pool, ${head}, ${at(2, 1, 1, 20)}${more} }`,
    ],
  ],
  articles: { fair: 16, pool: 15 },
})
const twoStoreys = (upper: string, lower: string): PageParts => ({
  pages: [
    [
      `a: { article: fair, head: ${upper}, ${at(1, 1, 1, 20)} }`,
      `b: { article: pool, head: ${lower}, ${at(1, 1, 21, 20)} }`,
    ],
  ],
  articles: { fair: 16, pool: 16 },
})
const inLegs = (lines: number | string, place: string, stylebook = ''): PageParts => ({
  pages: [[`a: { article: fair, ${place} }`]],
  articles: { fair: lines },
  stylebook,
})
const jump = (headline: string): PageParts => ({
  pages: [
    [`a: { article: fair, head: 1-24-1, ${at(1, 1, 1, 20)} }`],
    [`b: { continues: fair, ${headline}head: 1-18-1, ${at(2, 1, 30, 14)} }`],
  ],
  articles: { fair: 26 },
})
const onGround = (tint: string, colour: string, size: number): PageParts =>
  inLegs(
    14,
    `box: ground, dress: ground, head: 1-18-1, ${at(2, 1, 1, 20)}`,
    `boxes: { ground: { tint: ${tint} } }
dresses: { ground: { body: { colour: ${colour}, size: ${size}pt }, headline: { colour: ${colour} } } }`,
  )
const twoAdverts = (second: string): PageParts => ({
  pages: [[`a: { advert: coop, ${at(1, 1, 1, 12)} }`, `b: { advert: gym, ${second} }`]],
})
const alone = (facing: string, cells = at(1, 1, 1, 20)): PageParts => ({
  pages: [[`a: { picture: { file: roof.svg, facing: ${facing} }, ${cells} }`]],
})
const crossheads = (above: number, under: number): string => `${lines(above)}\n\n## More\n\n${lines(under)}`
/** Nine lines that keeps may hold together, and three that may go anywhere. */
const block = `${'The bus was late again and the town has had enough of it. '.repeat(6)}\n\n${lines(3)}`

const CASES: Readonly<Record<LintRule, Case>> = {
  tombstone: {
    fires: twoHeads('head: 1-24-1'),
    says: '6:7 warning tombstone page 1, columns 1 to 2, lines 1 to 2: the heads of fair (24 pt) and pool (24 pt) read across',
    clean: twoHeads('head: 1-18-1'),
  },
  'heads-rise': {
    fires: twoStoreys('1-18-1', '1-24-1'),
    says: '6:7 warning heads-rise page 1, column 1, lines 21 to 23: the head of pool (24 pt) is larger than that of fair above it (18 pt)',
    clean: twoStoreys('1-24-1', '1-18-1'),
  },
  'head-overhangs': {
    fires: inLegs('---\nheadline: The fair of the town\n---\n\nIt was late.\n', `head: 2-24-1, ${at(1, 2, 1, 5)}`),
    says: '5:7 warning head-overhangs page 1, columns 1 to 2, lines 1 to 2: the head of fair is longer than its text is wide: 1 of 2 legs are in use',
    clean: inLegs('---\nheadline: The fair of the town\n---\n\n' + lines(8), `head: 2-24-1, ${at(1, 2, 1, 7)}`),
  },
  headless: {
    fires: jump(''),
    says: '7:7 warning headless page 2, column 2, lines 30 to 43: fair goes on here without a head',
    clean: jump('headline: The fair goes on, '),
  },
  'short-leg': {
    fires: inLegs(6, `head: 2-24-1, ${at(1, 2, 1, 6)}`),
    says: '5:7 warning short-leg page 1, columns 1 to 2, lines 1 to 6: leg 1 of fair has only 3 lines',
    clean: inLegs(8, `head: 2-24-1, ${at(1, 2, 1, 7)}`),
  },
  'short-last-leg': {
    fires: inLegs(block, `head: 2-24-1, ${at(1, 2, 1, 12)}`, 'keeps: { orphans: 20, widows: 20 }'),
    says: '5:7 note short-last-leg page 1, columns 1 to 2, lines 1 to 12: the last leg of fair ends 6 lines above the others',
    clean: inLegs(block, `head: 2-24-1, ${at(1, 2, 1, 12)}`),
  },
  'short-story': {
    fires: inLegs(10, `head: 1-24-1, ${at(1, 1, 1, 20)}`),
    says: '5:7 warning short-story page 1, column 1, lines 1 to 20: fair is short by 7 lines',
    clean: inLegs(11, `head: 1-24-1, ${at(1, 1, 1, 20)}`),
  },
  'crosshead-low': {
    fires: inLegs(crossheads(5, 8), `head: 2-24-1, ${at(1, 2, 1, 11)}`, 'keeps: { after-crosshead: 1 }'),
    says: '5:7 warning crosshead-low page 1, columns 1 to 2, lines 1 to 11: the last crosshead in leg 1 of fair has 1 line under it',
    clean: inLegs(crossheads(6, 7), `head: 2-24-1, ${at(1, 2, 1, 11)}`),
  },
  'measure-narrow': {
    fires: inLegs(16, `legs: 2, head: 1-24-1, ${at(3, 1, 40, 20)}`),
    says: '5:7 warning measure-narrow page 1, column 3, lines 40 to 59: the lines of fair hold 17 characters',
    clean: inLegs(16, `legs: 1, head: 1-24-1, ${at(3, 1, 40, 20)}`),
  },
  'measure-wide': {
    fires: inLegs(16, `legs: 1, head: 3-24-1, ${at(1, 3, 1, 20)}`),
    says: '5:7 warning measure-wide page 1, columns 1 to 3, lines 1 to 20: the lines of fair hold 119 characters',
    clean: inLegs(50, `legs: 3, head: 3-24-1, ${at(1, 3, 1, 20)}`),
  },
  'reversed-small': {
    fires: onGround('black', 'white', 7.5),
    says: '5:7 warning reversed-small page 1, column 2, lines 1 to 20: paragraph of fair, 7.5 pt, stands light on a ground of 100 %',
    clean: onGround('black', 'white', 8),
  },
  'tint-under-small': {
    fires: onGround('light-grey', 'black', 7.5),
    says: '5:7 warning tint-under-small page 1, column 2, lines 1 to 20: paragraph of fair, 7.5 pt, stands on a ground of 25 %',
    clean: onGround('tint', 'black', 7.5),
  },
  'advert-on-advert': {
    fires: twoAdverts(at(1, 1, 13, 12)),
    says: '6:7 note advert-on-advert page 1, column 1, lines 1 to 24: the adverts coop and gym touch',
    clean: twoAdverts(at(1, 1, 14, 12)),
  },
  armpit: {
    fires: inLegs(12, `picture: { file: roof.svg, span: 2, depth: 13 }, head: 3-24-1, ${at(1, 3, 1, 15)}`),
    says: '5:7 warning armpit page 1, columns 1 to 3, lines 1 to 2: the head of fair is wider than its text: the picture roof.svg stands under the rest of it',
    clean: inLegs(19, `picture: { file: roof.svg, span: 2, depth: 8 }, head: 3-24-1, ${at(1, 3, 1, 15)}`),
  },
  'picture-off-page': {
    fires: alone('left'),
    says: '5:7 warning picture-off-page page 1, column 1, lines 1 to 20: the picture roof.svg faces left, off the page',
    clean: alone('right'),
  },
}

describe('the make-up lint', () => {
  it.each(LINT_RULES)('notices %s once, with page and rectangle', async (rule) => {
    expect(await told(CASES[rule].fires)).toEqual([CASES[rule].says])
  })

  it.each(LINT_RULES)('lets a page pass that is all but a case of %s', async (rule) => {
    expect(await told(CASES[rule].clean)).toEqual([])
  })
})

describe('heads that', () => {
  it.each([
    ['stand a line apart, in nearly the same size', twoHeads('head: 1-20-1'), 1],
    ['stand beside a box', twoHeads('head: 1-24-1, box: rule'), 0],
    [
      'are of another face',
      {
        ...twoHeads('head: 1-24-1, dress: slanted'),
        stylebook: 'dresses: { slanted: { headline: { style: italic } } }',
      },
      0,
    ],
  ])('%s', async (_, parts, times) => {
    expect((await told(parts)).filter((one) => one.includes(' tombstone '))).toHaveLength(times)
  })

  it('have legs beside them do not read across', async () => {
    const parts: PageParts = {
      pages: [
        [
          `a: { article: fair, head: 1-24-1, ${at(1, 2, 1, 20)} }`,
          `b: { article: pool, head: 1-24-1, ${at(3, 1, 1, 20)} }`,
        ],
      ],
      articles: { fair: 36, pool: 17 },
    }
    expect(await told(parts)).toEqual([])
  })

  it.each([
    ['is a jump head', 'head: 1-14-1, continues: pool, headline: Lanes open, '],
    ['stands in a box', 'head: 1-14-1, article: mill, box: rule, '],
  ])('rise above one that %s do not count', async (_, upper) => {
    const parts: PageParts = {
      pages: [
        [`c: { article: pool, head: 1-24-1, ${at(2, 1, 1, 16)} }`],
        [`a: { ${upper}${at(1, 1, 1, 20)} }`, `b: { article: fair, head: 1-24-1, ${at(1, 1, 21, 20)} }`],
      ],
      articles: { fair: 16, pool: upper.includes('pool') ? 29 : 13, ...(upper.includes('mill') ? { mill: 16 } : {}) },
    }
    expect(await told(parts)).toEqual([])
  })
})

describe('text that', () => {
  it('goes on on another page makes a short leg of a few lines before the jump', async () => {
    const parts: PageParts = {
      ...jump('headline: The fair goes on, '),
      stylebook: 'keeps: { before-jump: 1 }',
      articles: { fair: 14 },
    }
    const shallow = parts.pages.map((places) =>
      places.map((one) => one.replace('line: 1, depth: 20', 'line: 1, depth: 7')),
    )
    expect(await told({ ...parts, pages: shallow })).toEqual([
      '5:7 warning short-leg page 1, column 1, lines 1 to 7: leg 1 of fair has only 3 lines',
    ])
  })

  it('ends under a crosshead makes no low crosshead', async () => {
    expect(await told(inLegs(crossheads(12, 1), `head: 1-24-1, ${at(1, 1, 1, 20)}`))).toEqual([])
  })
})

describe('a reversed panel', () => {
  const panel = (size: number, rules: string): PageParts =>
    inLegs(
      14,
      `box: ground, dress: small, head: 1-18-1, ${at(2, 1, 1, 20)}`,
      `boxes: { ground: { tint: black, ${rules} } }
dresses: { small: { body: { size: ${size}pt } } }`,
    )

  it('turns its type light, and small type in it is noticed', async () => {
    expect(await told(panel(7.5, 'colour: white'))).toEqual([
      '5:7 warning reversed-small page 1, column 2, lines 1 to 20: paragraph of fair, 7.5 pt, stands light on a ground of 100 %',
    ])
    expect(await told(panel(8, 'colour: white'))).toEqual([])
  })
})

/** A head across the page; its text goes on below the first column of it, beside something else. */
const banner = (...beside: readonly string[]): PageParts => ({
  pages: [
    [`a: { article: fair, head: 3-24-1, ${at(1, 3, 1, 3)} }`, `b: { continues: fair, ${at(1, 1, 4, 20)} }`, ...beside],
  ],
  articles: {
    fair: `---\nheadline: The fair\npictures: [roof.svg]\n---\n\n${lines(20)}\n`,
    ...(beside.join().includes('pool') ? { pool: 34 } : {}),
  },
})
const armpitsOf = async (parts: PageParts): Promise<readonly string[]> =>
  (await told(parts)).filter((one) => one.includes(' armpit ')).map((one) => one.slice(one.indexOf('lines')))

describe('a banner head', () => {
  it.each([
    [
      'a picture that stands alone',
      `c: { picture: { file: roof.svg }, ${at(2, 2, 4, 20)} }`,
      'lines 1 to 2: the head of fair stands right over the picture roof.svg',
    ],
    [
      'another head',
      `c: { article: pool, head: 2-18-1, ${at(2, 2, 4, 20)} }`,
      'lines 1 to 2: the head of fair stands right over the head of pool',
    ],
    [
      'a picture of its own',
      `c: { picture: { use: roof.svg, of: fair }, ${at(2, 2, 4, 20)} }`,
      'lines 1 to 2: the head of fair is wider than its text: the picture roof.svg stands under the rest of it',
    ],
  ])('over %s is an armpit', async (_, beside, says) => {
    expect(await armpitsOf(banner(beside))).toEqual([says])
  })

  it.each([
    ['a picture in a box', `c: { picture: { file: roof.svg }, box: rule, ${at(2, 2, 4, 20)} }`],
    ['a story in a box', `c: { article: pool, head: 2-18-1, box: tint, ${at(2, 2, 4, 20)} }`],
    ['a picture further down', `c: { picture: { file: roof.svg }, ${at(2, 2, 8, 20)} }`],
  ])('over %s is none', async (_, beside) => {
    expect(await armpitsOf(banner(beside))).toEqual([])
  })

  it('has as much text as picture under it', async () => {
    const half = `picture: { file: roof.svg, depth: 13 }, head: 2-24-1, ${at(1, 2, 1, 15)}`
    expect(await armpitsOf(inLegs(12, half))).toEqual([])
    expect(await armpitsOf(inLegs(12, half, 'lint: { armpit: 51 }'))).toHaveLength(1)
  })

  it('that reaches beyond its text over a picture does not overhang', async () => {
    const picture = `picture: { file: roof.svg, depth: 13 }, head: 2-24-1, ${at(1, 2, 1, 15)}`
    const long = `---\nheadline: The fair of the town\n---\n\n${lines(12)}`
    expect(await told(inLegs(long, picture))).toEqual([])
  })
})

describe('a picture that', () => {
  const listed = (facing: string): string =>
    `---\nheadline: The fair\npictures: [{ file: roof.svg, facing: ${facing} }]\n---\n\n${lines(18)}\n`
  const among = (facing: string, picture: string): PageParts =>
    inLegs(listed(facing), `picture: { ${picture} }, head: 2-24-1, ${at(2, 2, 1, 15)}`)
  const off = (parts: PageParts): Promise<readonly string[]> =>
    told(parts).then((all) => all.filter((one) => one.includes(' picture-off-page ')))

  it.each([
    ['faces left at the right edge', alone('left', at(3, 1, 1, 20)), 0],
    ['faces right at the right edge', alone('right', at(3, 1, 1, 20)), 1],
    ['stands inside the page', alone('right', at(2, 1, 1, 20)), 0],
    ['has the whole page', alone('left', at(1, 3, 1, 40)), 0],
    ['its article lists as facing right', among('right', 'depth: 8'), 1],
    ['its article lists as facing left', among('left', 'depth: 8'), 0],
    ['faces otherwise in its place', among('left', 'depth: 8, facing: right'), 1],
    ['stands in the first of its legs', among('right', 'leg: 1, depth: 8'), 0],
  ])('%s', async (_, parts, times) => {
    expect(await off(parts)).toHaveLength(times)
  })

  it('stands among text is told of with its own cells', async () => {
    expect(await off(among('right', 'depth: 8'))).toEqual([
      '5:7 warning picture-off-page page 1, column 3, lines 4 to 11: the picture roof.svg faces right, off the page',
    ])
  })

  const short = (place: string, count: number): Promise<readonly string[]> =>
    told(inLegs(count, `picture: { file: roof.svg, ${place} }, head: 1-24-1, ${at(1, 1, 1, 22)}`)).then((all) =>
      all.filter((one) => one.includes(' short-leg ')).map((one) => one.slice(one.indexOf('leg 1'))),
    )

  it('leaves a few lines above it is named', async () => {
    expect(await short('at: 4, depth: 6', 12)).toEqual(['leg 1 of fair has only 3 lines above the picture roof.svg'])
    expect(await short('at: 5, depth: 6', 12)).toEqual([])
  })

  it('leaves a few lines under it is named, though the text ends there', async () => {
    expect(await short('at: 11, depth: 6', 14)).toEqual(['leg 1 of fair has only 3 lines under the picture roof.svg'])
    expect(await short('at: 10, depth: 6', 14)).toEqual([])
  })
})

describe('a sidebar', () => {
  it('has a small head, below which those of other stories may be larger', async () => {
    const sidebar = 'sidebar: { article: mill, head: 1-14-1, box: none }'
    const parts: PageParts = {
      pages: [
        [
          `a: { article: fair, head: 2-36-1, ${sidebar}, ${at(1, 2, 1, 24)} }`,
          `b: { article: pool, head: 2-24-1, ${at(1, 2, 25, 20)} }`,
        ],
      ],
      articles: { fair: 30, pool: 32, mill: 6 },
    }
    expect((await told(parts)).filter((one) => one.includes(' heads-rise '))).toEqual([])
  })
})

describe('small words', () => {
  const small = (parts: PageParts): Promise<readonly string[]> =>
    told(parts).then((all) =>
      all.filter((one) => one.includes('-small ')).map((one) => one.slice(one.indexOf(' warning') + 9)),
    )
  const captioned = (place: string, stylebook: string): PageParts => ({
    pages: [
      [`a: { picture: { file: roof.svg, caption: { text: A roof, at: ${place} } }, ${at(1, 1, 1, 20)}, box: ground }`],
    ],
    stylebook: `type: { caption: { size: 7pt } }\nboxes: { ground: { tint: light-grey } }\n${stylebook}`,
  })
  const where = 'page 1, column 1, lines 1 to 20: caption of the picture roof.svg, 7 pt, stands'

  it.each([
    [
      'right on a picture',
      captioned('over', 'pictures: { panel: none }'),
      [`reversed-small ${where} light on a picture`],
    ],
    [
      'on a black panel',
      captioned('over', 'pictures: { panel: black }'),
      [`reversed-small ${where} light on a ground of 100 %`],
    ],
    ['on a white panel', captioned('over', ''), []],
    ['under a picture in a tinted box', captioned('below', ''), [`tint-under-small ${where} on a ground of 25 %`]],
  ])('%s', async (_, parts, says) => {
    expect(await small(parts)).toEqual(says)
  })

  it.each([
    [
      'a pull quote',
      'light-grey',
      ['tint-under-small page 1, column 1, lines 1 to 22: credit of fair, 7 pt, stands on a ground of 25 %'],
    ],
    ['a pull quote on a light tint', 'tint', []],
  ])('of %s in a box', async (_, tint, says) => {
    const fair = `---\nheadline: The fair\nquotes: [{ text: Late again, credit: Us }]\n---\n\n${lines(12)}\n`
    const place = `quote: { box: ground }, head: 1-24-1, ${at(1, 1, 1, 22)}`
    expect(await small(inLegs(fair, place, `boxes: { ground: { tint: ${tint} } }`))).toEqual(says)
  })

  it('of teasers in a box', async () => {
    const parts: PageParts = {
      pages: [
        [
          `a: { article: fair, head: 1-24-1, ${at(1, 1, 1, 20)} }`,
          `b: { refs: [fair], box: ground, ${at(3, 1, 1, 8)} }`,
        ],
      ],
      articles: { fair: 16 },
      stylebook: 'type: { teaser: { size: 7pt } }\nboxes: { ground: { tint: light-grey } }',
    }
    expect((await small(parts)).join()).toContain('teaser of the place b, 7 pt, stands on a ground of 25 %')
  })
})

describe('small type of the furniture', () => {
  const banner = (size: number): PageParts => ({
    pages: [[`lead: { article: fair, head: 1-24-1 }`]],
    articles: { fair: 16 },
    page: 'template: front\n    ',
    stylebook: `furniture:
  banner: [{ panel: red, depth: 4 }, { text: Every Friday, style: ear, size: ${size}pt, line: 2, left: 0.1, colour: white }]
templates:
  front:
    - { slot: top, col: 1, span: 3, line: 1, depth: 4, furniture: banner }
    - { slot: lead, col: 1, span: 1, line: 5, depth: 20 }`,
  })

  it('is noticed on its panel, at the page in the manifest', async () => {
    expect(await told(banner(7))).toEqual([
      '4:5 warning reversed-small page 1, 15.1 × 3.4 mm from 33 mm, 19.8 mm: “Every Friday”, 7 pt, stands light on a ground of 71 %',
    ])
    expect(await told(banner(8))).toEqual([])
  })
})

describe('a waiver', () => {
  const adverts = (first: string, second: string, page = ''): PageParts => ({
    pages: [[`a: { advert: coop, ${at(1, 1, 1, 12)}${first} }`, `b: { advert: gym, ${at(1, 1, 13, 12)}${second} }`]],
    page,
  })
  const waive = (rule: string): string => `waive: [{ rule: ${rule}, reason: both asked for it }]`

  it.each([
    ['in the first place', adverts(`, ${waive('advert-on-advert')}`, '')],
    ['in the second place', adverts('', `, ${waive('advert-on-advert')}`)],
    ['of the page', adverts('', '', `${waive('advert-on-advert')}\n    `)],
  ])('%s lets a finding go', async (_, parts) => {
    expect(await told(parts)).toEqual([])
  })

  it('of another rule lets nothing go, and is told of', async () => {
    expect(await told(adverts('', `, ${waive('tombstone')}`))).toEqual([
      '6:7 note advert-on-advert page 1, column 1, lines 1 to 24: the adverts coop and gym touch',
      '6:79 note waiver-unneeded nothing here needs a waiver of tombstone',
    ])
  })

  it('in a third place lets nothing go', async () => {
    const { pages: [two] } = adverts('', '') // prettier-ignore
    const third = `c: { advert: gym, ${at(3, 1, 1, 12)}, ${waive('advert-on-advert')} }`
    const codes = (await told({ pages: [[...two!, third]] })).map((one) => one.split(' ')[2])
    expect(codes).toEqual(['advert-on-advert', 'waiver-unneeded'])
  })

  it('lets nothing go on another page', async () => {
    const { pages: [first] } = adverts('', '') // prettier-ignore
    const parts = { pages: [first!, [`c: { advert: gym, ${at(1, 1, 1, 12)}, ${waive('advert-on-advert')} }`]] }
    expect((await told(parts)).map((one) => one.split(' ')[2])).toEqual(['advert-on-advert', 'waiver-unneeded'])
  })

  const inset = (waiver: string): PageParts => {
    const picture = `picture: { file: roof.svg, span: 2, depth: 13, ${waive(waiver)} }`
    return inLegs(12, `${picture}, head: 3-24-1, ${at(1, 3, 1, 15)}`)
  }
  const lone = (waiver: string, isOfPlace: boolean): PageParts => {
    const [inPicture, inPlace] = isOfPlace ? ['', `, ${waive(waiver)}`] : [`, ${waive(waiver)}`, '']
    return { pages: [[`a: { picture: { file: roof.svg, facing: left${inPicture} }, ${at(1, 1, 1, 20)}${inPlace} }`]] }
  }

  it.each([
    ['of a picture among text', inset('armpit'), inset('tombstone')],
    ['of a picture that stands alone', lone('picture-off-page', false), lone('tombstone', false)],
    ['in the place of a picture that stands alone', lone('picture-off-page', true), lone('tombstone', true)],
  ])('%s lets a finding go, and no other', async (_, right, wrong) => {
    expect(await told(right)).toEqual([])
    const codes = (await told(wrong)).map((one) => one.split(' ')[2])
    expect(codes).toEqual([expect.stringMatching(/^(armpit|picture-off-page)$/), 'waiver-unneeded'])
  })

  it('in a stack is for all its articles', async () => {
    const parts = (more: string): PageParts => ({
      pages: [[`nibs: { articles: [fair, pool], head: 1-18-1, legs: 2, ${at(1, 1, 1, 22)}${more} }`]],
      articles: { fair: 8, pool: 8 },
    })
    expect((await told(parts(''))).map((one) => one.split(' ')[2])).toEqual(['measure-narrow', 'measure-narrow'])
    expect(await told(parts(`, ${waive('measure-narrow')}`))).toEqual([])
  })
})

describe('the stylebook', () => {
  const short = CASES['short-story'].fires
  it.each([
    ['off', 0],
    ['{ short-story: off }', 0],
    ['{ short-story: 7 }', 0],
    ['{ short-story: 6.5 }', 1],
    ['{ tombstone: off, short-story: on }', 1],
    ['on', 1],
  ])('says `lint: %s`', async (lint, times) => {
    expect(await told({ ...short, stylebook: `lint: ${lint}` })).toHaveLength(times)
  })

  it('that switches the lint off gets the very same pages', async () => {
    for (const rule of LINT_RULES) {
      const { fires } = CASES[rule]
      const on = (await makeAndTell(filesOf(fires))).made
      const off = (await makeAndTell(filesOf({ ...fires, stylebook: `${fires.stylebook ?? ''}\nlint: off` }))).made
      expect(off.pages.map(withoutCopy)).toEqual(on.pages.map(withoutCopy))
      expect(off.ledger).toEqual(on.ledger)
    }
  })
})

describe('any page', () => {
  it('has its findings with page and rectangle, and a waiver for each lets all of them go', async () => {
    let found = 0
    const paper = fc.asyncProperty(generatedPaper, async (generated) => {
      const { made } = await makeAndTell(filesOfGenerated({ ...generated, fit: 'none' }))
      const findings = lintPages(made)
      found += findings.length
      const firedOn = new Map<number, Set<LintRule>>()
      for (const { code, message } of findings) {
        const [, page] = /^page (\d+), columns? \d+( to \d+)?, lines? \d+( to \d+)?: ./.exec(message)!
        const fired = firedOn.get(Number(page)) ?? new Set()
        firedOn.set(Number(page), fired.add(code as LintRule))
      }
      const waived = made.edition.pages.map((page) => {
        const rules = [...(firedOn.get(page.number) ?? [])]
        return { ...page, waivers: rules.map((rule) => ({ rule, reason: 'it is so', place: page.place })) }
      })
      expect(lintPages({ ...made, edition: { ...made.edition, pages: waived } })).toEqual([])
    })
    await fc.assert(paper, { seed: 4, numRuns: 40 })
    expect(found).toBeGreaterThan(40)
  })
})

/** A page without its articles, whose sources are functions and never equal. */
function withoutCopy(page: MadeUpPage): object {
  return { ...page, placements: page.placements.map(({ article: _article, ...rest }) => rest) }
}
