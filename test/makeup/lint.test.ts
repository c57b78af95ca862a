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
