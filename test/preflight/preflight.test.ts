import { describe, expect, it } from 'vitest'
import { mm } from '../../src/base/index.js'
import { PRESS_RULES } from '../../src/stylebook/index.js'
import { pdf } from '../pictures/make-pdf.js'
import { lookThrough } from './look-through.js'
import { build, FOOT, type PaperParts, photograph, STORY } from './small-papers.js'

const SMALL = { matter: 'overline: Housing\n', styles: '  overline: { font: serif, size: 5pt }' }
const RGB = pdf({ contents: ['1 0 0 rg 10 10 150 90 re f'], page: '/MediaBox [0 0 170.079 113.386]' })

const withAdvert = (advert: string, story = STORY): PaperParts => ({
  pages: [[story, `foot: { advert: coop, ${advert}${FOOT} }`]],
  adverts: { coop: { file: 'coop.pdf' } },
  files: { 'coop.pdf': RGB },
})

describe('preflight', () => {
  it('tells of pages, of all that it looks for, and of the press', async () => {
    const pages = [[STORY], [`foot: { advert: coop, ${FOOT} }`]]
    const { found } = await lookThrough({ ...withAdvert(''), pages, press: 'colour-pages: [2]' })
    expect(found).toMatchObject({
      title: 'The Small Paper',
      edition: { paper: 'small', number: 7, date: '2022-01-14', pages: 2 },
      profile: { name: 'ours' },
      pages: [
        { number: 1, isInColour: false },
        { number: 2, isInColour: true },
      ],
    })
    expect(found.pages[0]!.width).toBeCloseTo(mm(150), 6)
    const leftOver = ['overset', 'head-too-deep', 'refs-left-out', 'inset-no-room', 'caption-left-out', 'no-room']
    expect(found.rules).toEqual([...leftOver, ...PRESS_RULES, 'sheet-scaled', 'sheets-padded'])
  })

  it('says of a finding where it is on the page and in the copy', async () => {
    const { found, told } = await lookThrough({ ...SMALL, ...withAdvert('') })
    expect(found.findings).toMatchObject([
      { code: 'press-type', severity: 'error', page: 1, slot: 'lead', article: 'rents', file: null, waived: null },
      { code: 'press-rgb', page: 1, slot: 'foot', article: null, file: 'edition/coop.pdf' },
    ])
    expect(told.filter((one) => one.startsWith('press-'))).toEqual([
      'press-type edition/edition.yaml:6',
      'press-rgb edition/edition.yaml:9',
    ])
    const [type, advert] = found.findings
    expect(type!.rect!.x).toBeCloseTo(mm(10), 0)
    expect(type!.rect!.height).toBeLessThan(6)
    expect(advert!.rect!.width).toBeCloseTo(mm(60), 1)
    expect(type!.message).not.toContain('page 1')
  })

  it('puts the whole paper first, then page after page', async () => {
    const parts = { ...withAdvert(''), ...SMALL, press: 'page-count: 4', page: 'section: x\n    ' }
    const again = { ...parts, pages: [[`foot: { advert: coop, ${FOOT} }`], [STORY]] }
    const { found } = await lookThrough(again)
    expect(found.findings.map(({ code, page }) => [code, page])).toEqual([
      ['press-pages', null],
      ['press-rgb', 1],
      ['press-type', 2],
    ])
  })

  it('tells of many lines of a place at once, with how many and all the room that they take', async () => {
    const { found } = await lookThrough({ body: 'size: 7pt, colour: half' })
    expect(found.findings).toHaveLength(1)
    const [{ message, rect }] = found.findings as [(typeof found.findings)[number]]
    expect(message).toMatch(/^rents has type of 7 pt in a tint in \d+ places: “The paper of the town. T…”$/)
    expect(rect!.width).toBeGreaterThan(mm(120))
    expect(rect!.height).toBeGreaterThan(mm(14))
  })

  it('lists what is over with the rest, and leaves make-up to tell of it', async () => {
    const story = STORY.replace('depth: 20', 'depth: 6')
    const { found, told } = await lookThrough({ pages: [[story]] })
    expect(found.findings).toMatchObject([
      { code: 'overset', severity: 'error', page: 1, slot: 'lead', article: 'rents', waived: null },
    ])
    expect(found.findings[0]!.message).toMatch(/^rents is over by \d+ lines$/)
    expect(found.findings[0]!.hint).toMatch(/^cut \d+ words from its end, or give it more room$/)
    expect(found.findings[0]!.rect).not.toBeNull()
    expect(told.filter((one) => one.startsWith('overset'))).toHaveLength(1)
  })

  it('tells of a PDF that no press takes once, with its place; where there is no press, it is a note', async () => {
    const { press, others } = await build(withAdvert(''))
    expect(press).toEqual([expect.stringMatching(/^press-rgb error: page 1, /)])
    expect(others).toEqual([])
    expect((await build(withAdvert(''), 'screen')).others).toEqual([
      'pdf-rgb note: edition/coop.pdf has colours in RGB',
    ])
  })

  it('lists a head that is too deep beside the text that is over in the same place, in the words of make-up', async () => {
    const story = STORY.replace('depth: 20', 'depth: 3').replace('2-24-1', '2-48-1')
    const { found } = await lookThrough({ pages: [[story]], matter: 'overline: Housing\nbyline: A Reporter\n' })
    expect(found.findings.map(({ code }) => code)).toEqual(['head-too-deep', 'overset'])
    expect(found.findings[0]!.message).toMatch(/^rents: its place is too shallow for its head; left out: .*headline/)
    const [head, text] = found.findings
    expect(head).toMatchObject({ page: 1, slot: 'lead', article: 'rents', rect: text!.rect })
  })

  it('knows apart the articles of a stack', async () => {
    const stack = 'nibs: { articles: [rents, rents-2], at: { col: 1, span: 2, line: 1, depth: 5 }, head: 2-12-1 }'
    const second = `---\nheadline: More rents\n---\n\n${'The paper of the town. '.repeat(40)}\n`
    const { found } = await lookThrough({ pages: [[stack]], files: { 'articles/rents-2.md': second } })
    const over = found.findings.filter(({ code }) => code === 'overset')
    expect(over.map(({ article, slot }) => [article, slot])).toContainEqual(['rents-2', 'nibs'])
    for (const { article, message } of over) expect(message.startsWith(`${article} is over`)).toBe(true)
  })

  it('lists teasers that are left out by name', async () => {
    const refs = 'index: { refs: [rents, rents, rents], at: { col: 1, span: 1, line: 22, depth: 1 } }'
    const { found } = await lookThrough({ pages: [[STORY, refs]] })
    expect(found.findings).toMatchObject([{ code: 'refs-left-out', page: 1, slot: 'index', article: null }])
    expect(found.findings[0]!.message).toMatch(/left out: rents/)
  })
})

describe('a box', () => {
  it('is called by the place of a stack, and what is not its ground or rule is none of it', async () => {
    const stack =
      'nibs: { articles: [rents, rents-2], at: { col: 1, span: 2, line: 1, depth: 24 }, head: 2-12-1, box: ours }'
    const second = `---\nheadline: More rents\n---\n\n${'The paper of the town. '.repeat(10)}\n`
    const { found } = await lookThrough({
      pages: [[stack]],
      files: { 'articles/rents-2.md': second },
      stylebook: 'boxes: { ours: { rule: 0.2pt } }',
    })
    expect(found.findings.map(({ message, slot, article }) => [message, slot, article])).toEqual([
      ['the box of nibs has a rule of 0.2 pt in one ink', 'nibs', null],
    ])
  })
})

describe('furniture', () => {
  it('is called by its name, with the slot that it stands in', async () => {
    const template = 'templates: { front: [{ slot: banner, col: 1, span: 2, line: 22, depth: 6, furniture: plate }] }'
    const { found } = await lookThrough({
      page: 'template: front\n    ',
      stylebook: template,
      furniture: 'plate: [{ panel: mud, line: 1, depth: 3 }]',
    })
    expect(found.findings).toMatchObject([
      {
        code: 'press-ink',
        message: 'the furniture plate has 310 % of ink, where the press takes 240 %',
        slot: 'banner',
        place: { line: 5 },
      },
    ])
  })
})

describe('a waiver', () => {
  const reason = 'the printer has seen it'
  const waive = (rule: string): string => `waive: [{ rule: ${rule}, reason: ${reason} }]`

  it('of a place lets go what the press finds there, and no more', async () => {
    const parts = { ...SMALL, ...withAdvert(`${waive('press-rgb')}, `) }
    const { found, told } = await lookThrough(parts)
    expect(found.findings).toMatchObject([
      { code: 'press-type', waived: null },
      { code: 'press-rgb', waived: reason },
    ])
    expect(told.filter((one) => one.startsWith('press-'))).toEqual(['press-type edition/edition.yaml:6'])
    expect(await build(parts)).toMatchObject({ exit: 3 })
  })

  it('of a page lets go what the press finds on it', async () => {
    expect(await build({ ...SMALL, page: `${waive('press-type')}\n    ` })).toMatchObject({
      press: [],
      others: [],
      exit: 0,
    })
    expect(await build(SMALL)).toMatchObject({ exit: 3 })
  })

  it('of the first page lets go what concerns the whole paper', async () => {
    const parts = { press: 'page-count: 4', page: `${waive('press-pages')}\n    ` }
    expect(await build(parts)).toMatchObject({ press: [], others: [], exit: 0 })
  })

  it('of the press is never one too many: to which press the paper goes is not known', async () => {
    const parts = { page: `${waive('press-type')}\n    `, stylebook: 'lint: on' }
    expect((await lookThrough({ ...parts, stylebook: '' })).told).toEqual([])
    const other = { ...parts, stylebook: '', page: `${waive('tombstone')}\n    ` }
    expect((await lookThrough(other)).told).toEqual(['waiver-unneeded edition/edition.yaml:5'])
  })

  it('of a picture lets go what is found of that', async () => {
    const photo = (more: string): PaperParts => ({
      pages: [[STORY.replace(' }', ` }, picture: { use: street.jpg, span: 1, at: foot, depth: 8${more} }`)]],
      matter: 'pictures: [{ file: street.jpg }]\n',
    })
    const files = { 'street.jpg': await photograph(60) }
    expect((await build({ ...photo(''), files })).press).toHaveLength(1)
    expect(await build({ ...photo(`, ${waive('press-picture')}`), files })).toMatchObject({ press: [], exit: 0 })
  })

  it('of the place of a QR code, or of furniture, lets go what is found there', async () => {
    const placed = (shows: string, more = ''): PaperParts => ({
      pages: [[STORY, `site: { ${shows}, ${more}at: { col: 1, span: 1, line: 22, depth: 3 } }`]],
      furniture: 'plate: [{ panel: mud, line: 1, depth: 3 }]',
    })
    for (const [shows, rule] of [
      ['qr: "HTTP://A.BC"', 'press-qr'],
      ['furniture: plate', 'press-ink'],
    ] as const) {
      const { found } = await lookThrough(placed(shows))
      expect(found.findings).toMatchObject([{ code: rule, slot: 'site', place: { line: 7 } }])
      expect(await build(placed(shows, `${waive(rule)}, `))).toMatchObject({ press: [], exit: 0 })
    }
  })

  it('of a rule that there is not is a mistake, with the nearest named', async () => {
    const { diagnostics, exit } = await build({ page: `${waive('press-typ')}\n    ` })
    expect(diagnostics).toMatchObject([{ code: 'value-wrong', hint: 'did you mean "press-type"?' }])
    expect(exit).toBe(1)
  })
})
