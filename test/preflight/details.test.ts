import { describe, expect, it } from 'vitest'
import { pdf } from '../pictures/make-pdf.js'
import { lookThrough } from './look-through.js'
import { FOOT, type PaperParts, photograph, STORY } from './small-papers.js'

/** `press-type rents has type of …` for each finding. */
async function found(parts: PaperParts, profile?: string): Promise<readonly string[]> {
  const { findings } = (await lookThrough(parts, profile)).found
  return findings.map(({ code, message }) => `${code} ${message}`)
}

const boxed = (look: string, rest: PaperParts = {}): PaperParts => ({
  ...rest,
  pages: [[STORY.replace('head: 2-24-1', 'head: 2-24-1, box: ours')]],
  stylebook: `boxes: { ours: { padding: 2mm, ${look} } }`,
})

const piece = (elements: string, rest: PaperParts = {}): PaperParts => ({
  ...rest,
  pages: [[STORY, `site: { furniture: site, ${FOOT} }`]],
  furniture: `site: [${elements}]`,
})

const NO_MARGINS = '{ head: 0mm, foot: 8mm, inside: 0mm, outside: 0mm }'

const shown = (picture: string, rest: PaperParts): PaperParts => ({
  ...rest,
  pages: [
    [
      STORY.replace('line: 1,', 'line: 20,'),
      `photo: { picture: { use: street.jpg, of: rents, ${picture} }, at: { col: 1, span: 2, line: 1, depth: 16 } }`,
    ],
  ],
  matter: 'pictures: [{ file: street.jpg, caption: A street of the town }]\n',
})

describe('reversed type', () => {
  it('may be smaller where its ground is one ink', async () => {
    const white = (body: string, tint: string): PaperParts => boxed(`tint: ${tint}, colour: paper`, { body })
    expect(await found(white('size: 8pt', 'black'))).toEqual([])
    expect(await found(white('size: 7.5pt', 'black'))).toEqual([
      expect.stringMatching(/^press-type rents has type of 7.5 pt left out of a ground in one ink in \d+ places/),
    ])
    expect(await found(white('size: 8pt', 'deep'))).toEqual([
      expect.stringMatching(/^press-type rents has type of 8 pt left out of a ground in several inks in \d+ places/),
    ])
  })

  it('is none that is printed onto its ground, that is darker, or whose ground is light', async () => {
    expect(await found(boxed('tint: deep'))).toEqual([])
    expect(await found(boxed('tint: half', { body: 'size: 9.5pt, colour: black' }))).toEqual([])
    expect(await found(boxed('tint: tint', { body: 'size: 8pt, colour: half' }))).toEqual([])
  })

  it('is light type in a colour on a darker one', async () => {
    const tinted = { body: 'size: 9.5pt, colour: half' }
    expect(await found(boxed('tint: deep', tinted))).toEqual([
      expect.stringContaining('left out of a ground in several'),
    ])
  })

  it('is what stands light on a picture', async () => {
    const files = { 'street.jpg': await photograph(1200) }
    const caption = (colour: string): PaperParts => ({
      ...shown('caption: over', { files, styles: `  caption: { font: serif, size: 9pt, colour: ${colour} }` }),
      stylebook: 'pictures: { panel: none }',
    })
    expect(await found(caption('paper'))).toEqual([
      expect.stringContaining('9 pt left out of a ground in several inks'),
    ])
  })
})

describe('the safe margin', () => {
  it('is at the left of odd pages and at the right of even ones wider: at the spine', async () => {
    const margins = '{ head: 12mm, foot: 12mm, inside: 10mm, outside: 6mm }'
    const press = 'safe: { outside: 5mm, spine: 10mm }'
    const pages = [['site: { qr: "https://example.org", at: { col: 1, span: 1, line: 1, depth: 16 } }'], [STORY]]
    const twoPages = { margins, press, pages, styles: '', body: 'size: 9.5pt, align: left' }
    const says = await found(twoPages)
    expect(says.filter((one) => one.startsWith('press-safe'))).toEqual([])
    const wrong = await found({ ...twoPages, margins: margins.replace('inside: 10mm', 'inside: 8mm') })
    expect(wrong.filter((one) => one.startsWith('press-safe'))).toEqual([
      expect.stringContaining('press-safe rents stands 7.9 mm from the trim at the spine'),
    ])
  })

  it('lets punctuation hang, and a keyline stand on the edge of the type area', async () => {
    expect(await found({ ...boxed('rule: 1pt'), press: 'safe: 10mm' })).toEqual([])
  })

  it('is not for an edge that a thing touches, but for type on it', async () => {
    const files = { 'street.jpg': await photograph(1300) }
    const parts = shown('caption: none', { files, margins: NO_MARGINS, press: 'safe: 5mm, bleed: 3mm' })
    expect(await found(parts)).toEqual([
      'press-safe the picture street.jpg stands 2 mm from the trim at the head',
      'press-safe rents reaches 0.6 mm over the trim at the fore edge',
    ])
  })

  it('is one of each edge by itself: what is cut at both sides may end right above the foot no more than other things', async () => {
    const across = (element: string, safe: string): PaperParts => ({
      pages: [['site: { furniture: site, at: { col: 1, span: 2, line: 1, depth: 46 } }']],
      furniture: `site: [${element}]`,
      margins: '{ head: 0mm, foot: 2mm, inside: 0mm, outside: 0mm }',
      press: `safe: ${safe}, bleed: 3mm`,
    })
    const near = async (parts: PaperParts) => (await found(parts)).filter((one) => one.startsWith('press-safe'))
    const toFoot = '{ panel: red, line: 30, depth: 17 }'
    expect(await near(across(toFoot, '6mm'))).toEqual([
      'press-safe the furniture site stands 5.3 mm from the trim at the foot',
    ])
    expect(await near(across(toFoot, '5mm'))).toEqual([])
    expect(await near(across('{ rule: 1pt, line: 20 }', '6mm'))).toEqual([])
  })

  it('says of what lies outside the page that it is not printed', async () => {
    const parts: PaperParts = {
      pages: [
        [
          STORY.replace('line: 1,', 'line: 4,'),
          'site: { furniture: site, at: { col: 1, span: 2, line: 1, depth: 2 } }',
        ],
      ],
      furniture: 'site: [{ text: Somewhere, line: -0.3, left: 0.3, right: 0.7 }]',
      margins: '{ head: 0mm, foot: 12mm, inside: 10mm, outside: 10mm }',
      press: 'bleed: 3mm',
    }
    const { findings } = (await lookThrough(parts)).found
    expect(findings).toMatchObject([
      {
        message: 'the furniture lies outside the page at the head, and will not be printed',
        hint: 'move it into the page',
      },
    ])
  })

  it('takes drawn artwork as a whole: what is in it may stand where it likes', async () => {
    const svg = (more: string): PaperParts => ({
      pages: [
        ['head: { advert: coop, at: { col: 1, span: 2, line: 1, depth: 10 } }', STORY.replace('line: 1,', 'line: 12,')],
      ],
      adverts: { coop: { file: 'coop.svg', size: '[150mm, 120pt]' } },
      files: {
        'coop.svg': `<svg width="150mm" height="120pt" viewBox="0 0 425.2 120">${more}<path d="M4 4h90v50h-90z"/></svg>`,
      },
      margins: NO_MARGINS,
      press: 'bleed: 3mm, safe: 2mm',
    })
    const says = await found(svg('<path d="M0 0h425.2v120h-425.2z" fill="gold"/>'))
    expect(says.filter((one) => one.includes('coop'))).toEqual([])
  })
})

describe('the resolution of a picture', () => {
  it('is reckoned by the whole of it, whatever is seen', async () => {
    const files = { 'street.jpg': await photograph(1100) }
    const narrow = shown('caption: none', { files })
    const cropped = { ...narrow, pages: [narrow.pages![0]!.map((one) => one.replace('depth: 16', 'depth: 4'))] }
    expect(await found(narrow)).toEqual(await found(cropped))
  })

  it('of an advert and of furniture counts too', async () => {
    const bytes = await photograph(100)
    const advert = { pages: [[STORY, `foot: { advert: coop, ${FOOT} }`]], adverts: { coop: { file: 'coop.jpg' } } }
    expect(await found({ ...advert, files: { 'coop.jpg': bytes } })).toEqual([
      'press-picture the advert coop has 43 pixels to the inch at this size',
    ])
  })
})

describe('ink', () => {
  it('that is painted over is none', async () => {
    const mud = '{ panel: mud, line: 1, depth: 4 }'
    expect(await found(piece(mud))).toHaveLength(1)
    expect(await found(piece(`${mud}, { panel: paper, line: 1, depth: 4 }`))).toEqual([])
    expect(await found(piece(`${mud}, { panel: paper, line: 1, depth: 3.6 }`))).toEqual([])
    expect(await found(piece(`${mud}, { panel: paper, line: 1, depth: 2 }`))).toHaveLength(1)
  })

  it('of a box is that of its article, however much of it a picture takes', async () => {
    const story = 'lead: { article: rents, at: { col: 1, span: 2, line: 1, depth: 40 }, head: 2-24-1, box: mud'
    const all = await found({
      pages: [[`${story}, picture: { use: street.jpg, span: 2, depth: 22 } }`]],
      matter: 'pictures: [{ file: street.jpg }]\n',
      files: { 'street.jpg': await photograph(1200) },
      stylebook: 'boxes: { mud: { tint: mud, colour: paper } }',
    })
    const ink = all.filter((one) => one.includes('310 % of ink'))
    expect(ink).toEqual(['press-ink the box of rents has 310 % of ink, where the press takes 240 %'])
  })

  it('of a press that takes less is too much sooner', async () => {
    const ground = piece('{ panel: night, line: 1, depth: 4 }')
    expect(await found(ground)).toEqual([])
    expect(await found({ ...ground, press: 'ink-limit: 150' })).toEqual([
      'press-ink the furniture site has 160 % of ink, where the press takes 150 %',
    ])
  })
})

describe('what a page in black holds', () => {
  it('is grey, but for the adverts of others', async () => {
    const parts: PaperParts = {
      ...boxed('tint: deep, colour: paper, rule: { weight: 1pt, colour: red }', { body: 'size: 10pt' }),
      press: 'colour-pages: none',
    }
    expect(await found(parts)).toEqual([])
  })
})

describe('a page of a PDF', () => {
  it('is told of once for each place and each thing that is wrong with it', async () => {
    const page = '/MediaBox [0 0 170.079 113.386] /Resources << /ExtGState << /G << /ca 0.5 >> >> >>'
    const file = pdf({ contents: ['/G gs 1 0 0 rg 10 10 150 90 re f'], page })
    const parts: PaperParts = {
      pages: [
        [
          STORY,
          'a: { advert: coop, at: { col: 1, span: 1, line: 22, depth: 16 } }',
          'b: { advert: coop, at: { col: 2, span: 1, line: 22, depth: 16 } }',
        ],
      ],
      adverts: { coop: { file: 'coop.pdf' } },
      files: { 'coop.pdf': file },
    }
    const { findings } = (await lookThrough(parts)).found
    expect(findings.map(({ code, slot }) => [code, slot])).toEqual([
      ['press-rgb', 'a'],
      ['press-rgb', 'b'],
      ['press-transparency', 'a'],
      ['press-transparency', 'b'],
    ])
  })
})
