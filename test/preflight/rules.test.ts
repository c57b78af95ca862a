import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/base/index.js'
import { PRESS_RULES, type PressRule } from '../../src/stylebook/index.js'
import { pdf } from '../pictures/make-pdf.js'
import { mostInk, printPage } from '../press-checks.js'
import { memoryHost } from '../memory-host.js'
import { buildPaper } from '../press-paper.js'
import { hasTool } from '../tools.js'
import { build, filesOf, FOOT, type PaperParts, photograph, STORY } from './small-papers.js'

/** A paper that breaks one rule, and one that is all but the same, and breaks none. */
interface Twins {
  readonly what: string
  readonly fails: PaperParts | Promise<PaperParts>
  readonly says: string
  readonly passes: PaperParts | Promise<PaperParts>
  /** The profile of the one that passes; `ours` when left out. */
  readonly passesFor?: string
}

const ADVERT = '/MediaBox [0 0 170.079 113.386]'

/** The story, and an advert below it that draws this. */
const advert = (contents: string, page = '', objects: readonly string[] = []): PaperParts => ({
  pages: [[STORY, `foot: { advert: coop, ${FOOT} }`]],
  adverts: { coop: { file: 'coop.pdf' } },
  files: { 'coop.pdf': pdf({ contents: [contents], page: `${ADVERT} ${page}`, objects }) },
})

/** The same with an advert that is drawn with this stroke, in tenths of a millimetre. */
const drawing = (colour: string, tenths: number): PaperParts => ({
  pages: [[STORY, `foot: { advert: coop, ${FOOT} }`]],
  adverts: { coop: { file: 'coop.svg' } },
  files: {
    'coop.svg': `<svg width="60mm" height="40mm" viewBox="0 0 600 400"><g fill="none" stroke="${colour}" stroke-width="${tenths}"><path d="M50 50h500v300h-500z"/><path d="M90 90h400"/></g></svg>`,
  },
})

/** The story in a box. */
const boxed = (look: string, head = '2-24-1'): PaperParts => ({
  pages: [[STORY.replace('head: 2-24-1', `head: ${head}, box: ours`)]],
  stylebook: `boxes: { ours: { ${look} } }`,
})

/** The story with an overline in this type. */
const overline = (look: string): PaperParts => ({
  matter: 'overline: Housing\n',
  styles: `  overline: { font: serif, ${look} }`,
})

/** The story, and a photograph below it, so many pixels wide. */
const photo = async (width: number): Promise<PaperParts> => ({
  pages: [[STORY, `photo: { picture: { use: street.jpg, of: rents }, ${FOOT} }`]],
  matter: 'pictures: [{ file: street.jpg }]\n',
  files: { 'street.jpg': await photograph(width) },
})

/** The story, and a piece of furniture below it. */
const piece = (element: string): PaperParts => ({
  pages: [[STORY, `site: { furniture: site, ${FOOT} }`]],
  furniture: `site: [${element}]`,
})

const NO_MARGINS = '{ head: 0mm, foot: 8mm, inside: 0mm, outside: 0mm }'

/** A paper whose type area is the page, with an advert across its head. */
const atTrim = (artwork: string): PaperParts => ({
  pages: [
    [STORY.replace('line: 1,', 'line: 12,'), 'head: { advert: coop, at: { col: 1, span: 2, line: 1, depth: 10 } }'],
  ],
  adverts: { coop: { file: 'coop.pdf', size: '[150mm, 120pt]' } },
  files: { 'coop.pdf': pdf({ contents: ['0 1 0 0 k -20 -20 500 200 re f'], page: artwork }) },
  margins: NO_MARGINS,
  press: 'bleed: 3mm',
})

/** Half a step of 255 for each ink, in per cent. */
const ROUNDING = (4 * 0.5) / 2.55

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const SOME_TYPE = 'BT /F1 9 Tf 20 20 Td (Coop) Tj ET'

const TWINS: Readonly<Record<PressRule, readonly Twins[]>> = {
  'press-pages': [
    {
      what: 'a number of pages that the press does not print at once',
      fails: { press: 'page-count: { multiple: 4, least: 1 }' },
      says: 'the paper has 1 page, not a multiple of 4',
      passes: { press: 'page-count: 1' },
    },
    {
      what: 'too few pages',
      fails: { press: 'page-count: 2' },
      says: 'the paper has 1 page, fewer than 2',
      passes: {
        ...drawing('black', 5),
        pages: [[STORY], ['site: { advert: coop, at: { col: 1, span: 1, line: 1, depth: 12 } }']],
        press: 'page-count: 2',
      },
    },
  ],
  'press-blank': [
    {
      what: 'a page of furniture alone',
      fails: { pages: [[STORY], [`site: { furniture: site, ${FOOT} }`]], furniture: 'site: [{ rule: 1pt, line: 1 }]' },
      says: 'page 2: nothing stands on this page',
      passes: piece('{ rule: 1pt, line: 1 }'),
    },
  ],
  'press-safe': [
    {
      what: 'type near the trim',
      fails: { press: 'safe: 11mm' },
      says: 'rents stands 9.4 mm from the trim at the fore edge',
      passes: { press: 'safe: 9mm' },
    },
    {
      what: 'type near the spine',
      fails: { press: 'safe: { spine: 15mm }' },
      says: 'rents stands 9.9 mm from the trim at the spine',
      passes: { press: 'safe: { spine: 10mm }' },
    },
  ],
  'press-bleed': [
    {
      what: 'an advert without bleed',
      fails: atTrim('/MediaBox [0 0 425.2 120]'),
      says: 'the advert coop touches the trim at the head and the spine and the fore edge, and does not go on into the bleed',
      passes: atTrim('/MediaBox [-8.4 -8.4 433.6 128.4] /BleedBox [-8.4 -8.4 433.6 128.4] /TrimBox [0 0 425.2 120]'),
    },
    {
      what: 'a keyline on the trim',
      fails: { ...boxed('tint: red, rule: 1pt'), margins: NO_MARGINS, press: 'bleed: 3mm' },
      says: 'the box of rents touches the trim at the spine and the fore edge, and does not go on into the bleed',
      passes: { ...boxed('tint: red'), margins: NO_MARGINS, press: 'bleed: 3mm' },
    },
  ],
  'press-type': [
    {
      what: 'solid type',
      fails: overline('size: 5.5pt'),
      says: 'rents has type of 5.5 pt in one ink: “Housing”',
      passes: overline('size: 6pt'),
    },
    {
      what: 'type in a tint',
      fails: overline('size: 7.5pt, colour: half'),
      says: 'rents has type of 7.5 pt in a tint: “Housing”',
      passes: overline('size: 8pt, colour: half'),
    },
    {
      what: 'type in several inks',
      fails: overline('size: 9.5pt, colour: red'),
      says: 'rents has type of 9.5 pt in several inks: “Housing”',
      passes: overline('size: 10pt, colour: red'),
    },
    {
      what: 'type left out of a ground',
      fails: boxed('tint: deep, colour: paper, padding: 2mm'),
      says: 'rents has type of 9.5 pt left out of a ground in several inks in',
      passes: boxed('tint: black, colour: paper, padding: 2mm'),
    },
  ],
  'press-rule': [
    {
      what: 'a stroke of artwork',
      fails: drawing('black', 0.5),
      says: 'the advert coop has a stroke of 0.14 pt in one ink in 2 places',
      passes: drawing('black', 2),
    },
    {
      what: 'a stroke of artwork in several inks',
      fails: drawing('#c00000', 2),
      says: 'the advert coop has a stroke of 0.57 pt in several inks in 2 places',
      passes: drawing('#c00000', 4),
    },
    {
      what: 'the rule of a box',
      fails: boxed('rule: 0.2pt'),
      says: 'the box of rents has a rule of 0.2 pt in one ink',
      passes: boxed('rule: 0.25pt'),
    },
    {
      what: 'a narrow area',
      fails: piece('{ panel: deep, line: 1, depth: 0.05 }'),
      says: 'the furniture site has a rule of 0.6 pt in several inks',
      passes: piece('{ panel: deep, line: 1, depth: 0.1 }'),
    },
  ],
  'press-glyph': [
    {
      what: 'a slug line that its face cannot set',
      fails: { name: '新聞', press: 'marks: [slug]' },
      says: 'the slug line has “新” “聞”, which the typeface of the folio does not have',
      passes: { name: '新聞', press: 'marks: [crop]' },
    },
  ],
  'press-ink': [
    {
      what: 'a tint of the stylebook',
      fails: piece('{ panel: mud, line: 1, depth: 4 }'),
      says: 'the furniture site has 310 % of ink, where the press takes 240 %',
      passes: piece('{ panel: mud, line: 1, depth: 0.5 }'),
    },
    {
      what: 'large black type that is printed onto a dark ground',
      fails: boxed('tint: night', '2-72-2'),
      says: 'rents has 260 % of ink',
      passes: boxed('tint: night', '2-24-1'),
    },
  ],
  'press-ink-advert': [
    {
      what: 'a PDF',
      fails: advert('1 1 0.8 0.2 k 10 10 150 90 re f'),
      says: 'the advert coop (edition/coop.pdf) has colours of 300 % of ink, where the press takes 240 %',
      passes: advert('1 0.8 0.4 0.2 k 10 10 150 90 re f'),
    },
  ],
  'press-qr': [
    {
      what: 'a small code',
      fails: piece('{ qr: "HTTP://A.BC", line: 1, depth: 3.2 }'),
      says: 'a QR code is 9.8 mm wide',
      passes: piece('{ qr: "HTTP://A.BC", line: 1, depth: 3.4 }'),
    },
    {
      what: 'a code in a colour',
      fails: piece('{ qr: { text: "HTTP://A.BC", colour: red }, line: 1, depth: 8 }'),
      says: 'a QR code is not in solid black alone',
      passes: piece('{ qr: "HTTP://A.BC", line: 1, depth: 8 }'),
    },
    {
      what: 'a code on a dark ground',
      fails: piece('{ qr: { text: "HTTP://A.BC", ground: half }, line: 1, depth: 8 }'),
      says: 'a QR code stands on a ground that is not light',
      passes: piece('{ qr: { text: "HTTP://A.BC", ground: paper }, line: 1, depth: 8 }'),
    },
  ],
  'press-picture': [
    {
      what: 'a photograph',
      fails: photo(300),
      says: 'the picture street.jpg has 59 pixels to the inch at this size',
      passes: photo(1200),
    },
  ],
  'press-picture-coarse': [
    {
      what: 'a photograph',
      fails: photo(600),
      says: 'the picture street.jpg has 117 pixels to the inch at this size',
      passes: photo(1200),
    },
  ],
  'press-colour': [
    {
      what: 'a PDF on a page in black',
      fails: { ...advert('0 1 1 0 k 10 10 150 90 re f'), press: 'colour-pages: none' },
      says: 'the advert coop (edition/coop.pdf) has colour, and this page is printed in black alone',
      passes: { ...advert('0 0 0 0.6 k 10 10 150 90 re f'), press: 'colour-pages: none' },
    },
  ],
  'press-rgb': [
    {
      what: 'a PDF',
      fails: advert('1 0 0 rg 10 10 150 90 re f'),
      says: 'the advert coop (edition/coop.pdf) has colours in RGB, which no press takes',
      passes: advert('0 1 1 0 k 10 10 150 90 re f'),
    },
  ],
  'press-transparency': [
    {
      what: 'a PDF',
      fails: advert('/G gs 0 1 1 0 k 10 10 150 90 re f', '/Resources << /ExtGState << /G << /ca 0.5 >> >> >>'),
      says: 'the advert coop (edition/coop.pdf) has transparency, which a PDF/X-1a:2001 cannot hold',
      passes: advert('/G gs 0 1 1 0 k 10 10 150 90 re f', '/Resources << /ExtGState << /G << /ca 0.5 >> >> >>'),
      passesFor: 'ours-x4',
    },
  ],
  'press-font': [
    {
      what: 'a PDF',
      fails: advert(SOME_TYPE, '/Resources << /Font << /F1 10 0 R >> >>', [HELVETICA]),
      says: 'the advert coop (edition/coop.pdf) does not bring its font Helvetica',
      passes: advert('0 0 0 1 k 10 10 150 90 re f'),
    },
  ],
}

const CASES = PRESS_RULES.flatMap((rule) => TWINS[rule].map((twins) => ({ rule, ...twins })))

describe('a rule of the press', () => {
  it.each(CASES)('$rule finds $what, and nothing in its twin', async ({ rule, fails, says, passes, passesFor }) => {
    const failing = await build(await fails)
    const { severity } = CODES[rule]
    expect(failing.press).toEqual([expect.stringContaining(says)])
    expect(failing.press[0]).toMatch(new RegExp(`^${rule} ${severity}: `))
    expect(failing.pdf.length).toBeGreaterThan(0)
    expect(failing.exit).toBe(severity === 'error' ? 3 : 0)
    const passing = await build(await passes, passesFor)
    expect(passing.press).toEqual([])
    expect(passing.exit).toBe(0)
  })

  it('says nothing of a paper for a screen', async () => {
    const parts: PaperParts = {
      ...advert('1 0 0 rg 10 10 150 90 re f'),
      ...overline('size: 5pt'),
      press: 'page-count: 4',
    }
    expect((await build(parts)).press).toHaveLength(3)
    expect(await build(parts, 'screen')).toMatchObject({ press: [], exit: 0 })
  })

  it('never keeps a file from being written, not where warnings count as errors', async () => {
    const { built, pdf: file } = await buildPaper(memoryHost(filesOf(await photo(600))), 'ours', { strict: true })
    expect(built.diagnostics).toMatchObject([{ code: 'press-picture-coarse', severity: 'error' }])
    expect(built.exit).toBe(3)
    expect(file.length).toBeGreaterThan(0)
  })

  const inked = [...TWINS['press-ink'], ...TWINS['press-ink-advert']]

  it.skipIf(!hasTool('gs')).each(inked)('finds ink where a press lays it: $what', async ({ fails, passes }) => {
    const mostOf = async (parts: PaperParts | Promise<PaperParts>): Promise<number> =>
      mostInk(printPage((await build(await parts)).pdf, 1, 72))
    expect(await mostOf(fails)).toBeGreaterThan(240)
    expect(await mostOf(passes)).toBeLessThanOrEqual(240 + ROUNDING)
  })
})
