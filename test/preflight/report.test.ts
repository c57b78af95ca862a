import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleId, mm, wholeFile, type Diagnostic, type Rect } from '../../src/base/index.js'
import {
  reportAsHtml,
  reportAsJson,
  type Preflight,
  type PreflightFinding,
  type PreflightReport,
  type Thumbnail,
} from '../../src/preflight/index.js'
import { press } from '../prepress/profiles.js'

const PROFILE = press('ours', ['ours: { extends: stapled, colour-pages: [1, last], marks: [crop] }'])
const AT = { file: 'editions/week/edition.yaml', line: 9, column: 7, sourceLine: '  foot: coop', length: 4 }

function finding(given: Partial<PreflightFinding>): PreflightFinding {
  const nothing = { hint: null, page: null, rect: null, slot: null, article: null, file: null, waived: null }
  return { code: 'press-rgb', severity: 'error', message: 'it has colours in RGB', ...nothing, place: AT, ...given }
}

function inMm(x: number, y: number, width: number, height: number): Rect {
  return { x: mm(x), y: mm(y), width: mm(width), height: mm(height) }
}

/** Two pages of A4, and what was found on them. */
function reportOf(findings: readonly PreflightFinding[], faults: readonly Diagnostic[] = []): PreflightReport {
  const preflight: Preflight = {
    edition: { paper: 'weekly', number: '007', date: '2022-01-14', pages: 2 },
    title: 'The Weekly, 14 January 2022',
    profile: PROFILE,
    scale: 1,
    pages: [1, 2].map((number) => ({ number, width: mm(210), height: mm(297), isInColour: number === 1 })),
    rules: ['press-rgb', 'qr-small', 'pdf-font'],
    findings,
  }
  return { preflight, files: ['weekly-2022-01-14.ours.pdf'], faults }
}

const ADVERT = finding({
  page: 1,
  rect: inMm(10, 180.04, 90, 60),
  slot: 'foot',
  file: 'editions/week/coop.pdf',
  hint: 'ask for a file in inks',
})
const CODE = finding({
  code: 'qr-small',
  severity: 'warning',
  message: 'it is 9 mm wide',
  page: 2,
  rect: inMm(5, 5, 9, 9),
})
const LET_GO = finding({
  page: 1,
  message: 'it was agreed on',
  article: articleId('film'),
  waived: 'the printer knows',
})

/** A sheet with 3 mm of bleed. */
const THUMBNAIL: Thumbnail = {
  picture: Uint8Array.of(1, 2, 3),
  width: mm(216),
  height: mm(303),
  trim: inMm(3, 3, 210, 297),
}

function html(report: PreflightReport): string {
  return reportAsHtml(
    report,
    report.preflight.pages.map(() => THUMBNAIL),
  )
}

function json(report: PreflightReport) {
  return JSON.parse(reportAsJson(report)) as Record<string, unknown> & {
    findings: Record<string, unknown>[]
    faults: Record<string, unknown>[]
  }
}

/** The page as XML: a browser reads no other page in it, for only elements without an end tag are closed in themselves. */
function read(report: PreflightReport): XmlElement {
  return parseXml(html(report)).root!
}

function elements(within: XmlNode, isWanted: (element: XmlElement) => boolean): XmlElement[] {
  if (!(within instanceof XmlElement)) return []
  return [...(isWanted(within) ? [within] : []), ...within.children.flatMap((child) => elements(child, isWanted))]
}

function named(within: XmlNode, name: string): XmlElement[] {
  return elements(within, (element) => element.name === name)
}

function classed(within: XmlNode, look: string): XmlElement[] {
  return elements(within, ({ attributes }) => (attributes['class'] ?? '').split(' ').includes(look))
}

/** The part of the page under a head. */
function under(page: XmlElement, head: string): XmlElement | null {
  return named(page, 'section').find((section) => named(section, 'h2')[0]!.text === head) ?? null
}

describe('a preflight’s report for programs', () => {
  it('says what the paper was made for', () => {
    expect(json(reportOf([]))).toEqual({
      edition: { paper: 'weekly', number: '007', date: '2022-01-14', pages: 2 },
      title: 'The Weekly, 14 January 2022',
      files: ['weekly-2022-01-14.ours.pdf'],
      profile: {
        name: 'ours',
        standard: 'PDF/X-1a:2001',
        condition: 'FOGRA29',
        conditionInfo: 'Offset on uncoated paper (ISO 12647-2, paper type 4)',
        icc: PROFILE.inks.icc.description,
        embedded: true,
        inkLimit: 280,
        bleed: 3,
        safe: { outside: 5, spine: 10 },
        marks: ['crop'],
        pictures: { ppi: 300, quality: 90, ruling: null },
        limits: PROFILE.limits,
        colourPages: [1, 'last'],
        pageCount: PROFILE.pageCount,
        order: 'single',
        creep: 0,
        sheet: null,
      },
      scale: 1,
      verdict: 'pass',
      counts: { faults: 0, warnings: 0, notes: 0, waived: 0 },
      pages: [
        { number: 1, width: 210, height: 297, colour: true },
        { number: 2, width: 210, height: 297, colour: false },
      ],
      rules: [
        {
          code: 'press-rgb',
          meaning: 'a PDF, placed as a picture, with RGB colours, in a file for a press',
          findings: 0,
          waived: 0,
        },
        {
          code: 'qr-small',
          meaning: 'a QR code whose squares are too small to be read from a printed page',
          findings: 0,
          waived: 0,
        },
        {
          code: 'pdf-font',
          meaning: 'a PDF, placed as a picture, that does not bring a font with it',
          findings: 0,
          waived: 0,
        },
      ],
      findings: [],
      faults: [],
    })
  })

  it('says what was found, where in millimetres and where in the copy', () => {
    expect(json(reportOf([ADVERT])).findings).toEqual([
      {
        number: 1,
        code: 'press-rgb',
        severity: 'error',
        message: 'it has colours in RGB',
        hint: 'ask for a file in inks',
        page: 1,
        rect: { x: 10, y: 180, width: 90, height: 60 },
        slot: 'foot',
        article: null,
        file: 'editions/week/coop.pdf',
        place: { file: 'editions/week/edition.yaml', line: 9, column: 7 },
        waived: null,
      },
    ])
  })

  it('numbers what is waived after all else, and counts it apart', () => {
    const report = json(reportOf([LET_GO, ADVERT, CODE]))
    expect(report.findings.map(({ number, message, waived }) => [number, message, waived])).toEqual([
      [1, 'it has colours in RGB', null],
      [2, 'it is 9 mm wide', null],
      [3, 'it was agreed on', 'the printer knows'],
    ])
    expect(report['counts']).toEqual({ faults: 1, warnings: 1, notes: 0, waived: 1 })
    expect(report['rules']).toMatchObject([
      { code: 'press-rgb', findings: 1, waived: 1 },
      { code: 'qr-small', findings: 1, waived: 0 },
      { code: 'pdf-font', findings: 0, waived: 0 },
    ])
  })

  it('passes a paper with warnings, and one whose faults are all waived', () => {
    expect(json(reportOf([CODE, LET_GO]))['verdict']).toBe('pass')
    expect(json(reportOf([CODE, ADVERT]))['verdict']).toBe('fail')
  })

  it('fails a paper whose text is over, whatever the press says', () => {
    const over: Diagnostic = { code: 'overset', severity: 'error', message: 'over by 2 lines', place: AT }
    const report = json(reportOf([], [over]))
    expect(report['verdict']).toBe('fail')
    expect(report.faults).toEqual([
      {
        code: 'overset',
        severity: 'error',
        message: 'over by 2 lines',
        hint: null,
        place: { file: 'editions/week/edition.yaml', line: 9, column: 7 },
      },
    ])
  })

  it('ends with a line end', () => {
    expect(reportAsJson(reportOf([ADVERT]))).toMatch(/[^\n]\n$/)
  })
})

describe('a preflight’s report for people', () => {
  it('says at its head which paper, for what, and whether it is fit to print', () => {
    const verdictOf = (...given: Parameters<typeof reportOf>) => classed(read(reportOf(...given)), 'verdict')[0]!.text
    const page = read(reportOf([ADVERT, CODE, LET_GO]))
    expect(named(page, 'h1').map(({ text }) => text)).toEqual(['The Weekly, 14 January 2022'])
    expect(classed(page, 'what')[0]!.text).toBe('no. 007 for ours weekly-2022-01-14.ours.pdf')
    const files = ['p1.pdf', 'p2.pdf', 'p3.pdf']
    expect(classed(read({ ...reportOf([]), files }), 'what')[0]!.text).toContain('p1.pdf to p3.pdf, 3 files')
    expect(verdictOf([ADVERT, CODE, LET_GO])).toBe('1 fault: not fit to print 1 warning, 1 waived')
    expect(verdictOf([ADVERT, ADVERT])).toBe('2 faults: not fit to print')
    expect(verdictOf([])).toBe('Fit to print')
    expect(verdictOf([CODE, CODE])).toBe('Fit to print 2 warnings')
  })

  it('says what the paper was made for', () => {
    const rows = named(under(read(reportOf([])), 'Made for')!, 'tr').map(({ children }) =>
      children.map((cell) => (cell instanceof XmlElement ? cell.text : '')).filter((text) => text !== ''),
    )
    expect(rows).toEqual([
      ['Pages', '2, trimmed to 210 × 297 mm'],
      ['In the file', 'single, in reading order'],
      ['Standard', 'PDF/X-1a:2001'],
      ['Printing condition', 'FOGRA29: Offset on uncoated paper (ISO 12647-2, paper type 4)'],
      ['ICC profile', `${PROFILE.inks.icc.description}, in the file`],
      ['Ink altogether', 'at most 280 %'],
      ['Bleed', '3 mm'],
      ['Safe margin', '5 mm, at the spine 10 mm'],
      ['Marks', 'crop'],
      ['Pictures', '300 pixels to the inch'],
      ['Pages in colour', '1; black alone on the others'],
      ['Smallest type', '6 pt; tinted 8 pt, in several inks 8 pt, reversed out of one ink 8 pt, of several 8 pt'],
      ['Thinnest rule', '0.25 pt; in several inks 1 pt'],
    ])
  })

  it('says how pages stand on sheets', () => {
    const report = reportOf([])
    const folded = press('village', ['village: { extends: coated, order: folded, creep: 0.1mm, sheet: SRA3 }'])
    const page = read({ ...report, preflight: { ...report.preflight, profile: folded } })
    expect(under(page, 'Made for')!.text).toContain(
      'as they lie in folded sheets, on 320 × 450 mm, with a creep of 0.1 mm',
    )
    expect(json({ ...report, preflight: { ...report.preflight, profile: folded } })['profile']).toMatchObject({
      order: 'folded',
      creep: 0.1,
      sheet: { width: 320, height: 450 },
    })
  })

  it('lists what was found by page, with what, where and what to do', () => {
    const page = read(reportOf([finding({ message: 'it has 7 pages' }), ADVERT, CODE]))
    const list = under(page, 'Findings')!
    expect(classed(list, 'page').map(({ text }) => text)).toEqual(['The whole paper', 'Page 1', 'Page 2'])
    const row = elements(list, ({ attributes }) => attributes['id'] === 'finding-2')[0]!
    const said = named(row, 'p').map(({ text }) => text)
    expect(said).toEqual([
      'it has colours in RGB',
      'ask for a file in inks',
      'press-rgb',
      '10 mm from left',
      '180 mm from top',
      '90 × 60 mm',
      'slot foot',
      'editions/week/coop.pdf',
      'editions/week/edition.yaml:9:7',
    ])
  })

  it('names a file alone where all of it is meant', () => {
    const row = classed(read(reportOf([finding({ place: wholeFile('layouts/weekly.yaml') })])), 'place')[0]!
    expect(row.text).toBe('layouts/weekly.yaml')
  })

  it('marks each finding on its page, by the number of the list and by more than its colour', () => {
    const page = read(reportOf([finding({ message: 'it has 7 pages' }), ADVERT, CODE, LET_GO]))
    const [first, second] = named(page, 'figure')
    const boxes = (on: XmlElement) => classed(on, 'box').map(({ attributes }) => attributes['class'])
    const badges = (on: XmlElement) =>
      named(on, 'a').map((mark) => [
        mark.attributes['href'],
        classed(mark, 'badge')[0]!.text,
        (classed(mark, 'badge')[0]!.children[0] as XmlElement).name,
      ])
    expect(boxes(first!)).toEqual(['box fault', 'box waived'])
    expect(badges(first!)).toEqual([
      ['#finding-2', '2', 'circle'],
      ['#finding-4', '4', 'rect'],
    ])
    expect(boxes(second!)).toEqual(['box warning'])
    expect(badges(second!)).toEqual([['#finding-3', '3', 'rect']])
    expect(named(first!, 'img')[0]!.attributes['alt']).toBe('Page 1 as it is printed; marked on it: 2, 4')
    const targets = elements(page, ({ attributes }) => /^finding-/.test(attributes['id'] ?? ''))
    expect(targets.map(({ attributes }) => attributes['id'])).toEqual([1, 2, 3, 4].map((n) => `finding-${n}`))
  })

  it('counts the place of a finding from the trim, which the sheet has somewhere within', () => {
    const box = classed(read(reportOf([ADVERT])), 'box')[0]!.attributes
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(box[key]) / mm(1))
    expect(x).toBeCloseTo(13, 2)
    expect(y).toBeCloseTo(183.04, 2)
    expect([width, height].map((side) => side!.toFixed(2))).toEqual(['90.00', '60.00'])
  })

  it('draws the trim where the sheet is larger than it', () => {
    expect(classed(read(reportOf([])), 'trim')).toHaveLength(2)
    const bare = { ...THUMBNAIL, width: mm(210), height: mm(297), trim: inMm(0, 0, 210, 297) }
    expect(classed(parseXml(reportAsHtml(reportOf([]), [bare, bare])).root!, 'trim')).toEqual([])
  })

  it('shows waived findings apart, with their reasons', () => {
    const page = read(reportOf([ADVERT, LET_GO]))
    expect(under(page, 'Findings')!.text).not.toContain('it was agreed on')
    expect(classed(under(page, 'Waived')!, 'reason').map(({ text }) => text)).toEqual(['Waived: the printer knows'])
    expect(under(read(reportOf([ADVERT])), 'Waived')).toBeNull()
  })

  it('says of each rule whether it was broken', () => {
    const rows = named(under(read(reportOf([ADVERT, ADVERT, LET_GO])), 'Looked for')!, 'tr').slice(1)
    expect(rows.map((row) => named(row, 'td').at(-1)!.text)).toEqual(['2 1 waived', '✓ none', '✓ none'])
  })

  it('shows what make-up found, when there is any', () => {
    const over: Diagnostic = { code: 'overset', severity: 'error', message: 'over by 2 lines', place: AT }
    expect(under(read(reportOf([], [over])), 'Faults of make-up')!.text).toContain('over by 2 lines')
    expect(under(read(reportOf([ADVERT])), 'Faults of make-up')).toBeNull()
  })

  it('shows pages as a reader opens them', () => {
    const report = reportOf([])
    const pages = [1, 2, 3, 4].map((number) => ({ number, width: mm(210), height: mm(297), isInColour: true }))
    const page = read({ ...report, preflight: { ...report.preflight, pages } })
    const spreads = named(classed(page, 'flatplan')[0]!, 'li')
    expect(spreads.map((spread) => named(spread, 'figcaption').map(({ text }) => parseInt(text)))).toEqual([
      [1],
      [2, 3],
      [4],
    ])
    expect(spreads.map(({ attributes }) => attributes['class'])).toEqual(['right', 'both', 'left'])
  })

  it('needs nothing from elsewhere, and runs nothing', () => {
    const text = html(reportOf([ADVERT, CODE, LET_GO]))
    expect(text).not.toMatch(/https?:|url\(|@import|<script|<link|\bon[a-z]+=/)
    const sources = elements(read(reportOf([ADVERT, LET_GO])), () => true).flatMap(({ attributes }) =>
      [attributes['href'], attributes['src']].filter((to) => to !== undefined),
    )
    expect(sources.filter((to) => !/^(#(finding|page)-\d+|data:image\/png;base64,AQID)$/.test(to))).toEqual([])
  })

  it('gives all text back as it was, whatever it holds', () => {
    const odd = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /^[^\p{C}\s]+$/u.test(text))
    const sign = fc.constantFrom('<', '>', '&', '"', "'", '</style>', '<script>', '&amp;', ']]>', '<!--', '${1}')
    const text = fc.array(fc.oneof(odd, sign), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (message, reason) => {
        const given = { message, hint: message, slot: message, file: message, waived: reason, page: 1 }
        const page = read(reportOf([finding(given)]))
        const row = elements(page, ({ attributes }) => attributes['id'] === 'finding-1')[0]!
        expect(classed(row, 'message')[0]!.text).toBe(message)
        expect(classed(row, 'reason')[0]!.text).toBe(`Waived: ${reason}`)
        expect(named(named(page, 'figure')[0]!, 'a')[0]!.attributes['aria-label']).toBe(`Waived 1: ${message}`)
      }),
    )
  })

  it('shows characters that no page may hold as lost', () => {
    const page = read(reportOf([finding({ message: 'a\u{0}b\u{8}c\u{d800}d\u{ffff}e\u{85}f' })]))
    expect(classed(page, 'message')[0]!.text).toBe('a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f')
  })
})
