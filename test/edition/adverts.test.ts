import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../src/edition/index.js'
import { articleText, loadPaper, MANIFEST, type LoadedPaper, type PaperParts } from '../paper.js'

const EDITION = '/paper/editions/2022-01-14'
const STANDING = '/paper/editions/standing'
const SVG = '<svg viewBox="0 0 3 2"/>'

const LISTED = 'adverts:\n  coop: { file: adverts/coop.svg, size: [90mm, 2in] }\n'

/** An edition whose second place is an advert, whose artwork lies at these paths. */
function load(paths: readonly string[], parts: PaperParts = {}, links = {}): LoadedPaper {
  const manifest = MANIFEST.replace('film', '{ advert: coop }') + LISTED
  const files = Object.fromEntries(paths.map((path) => [path, SVG]))
  return loadPaper({ manifest, articles: { rents: articleText('Rents up') }, files, ...parts }, links)
}

describe('an advert', () => {
  it('stands in its place at the size booked', () => {
    const { edition, diagnostics } = load([`${EDITION}/adverts/coop.svg`])
    expect(diagnostics).toEqual([])
    const [page] = edition!.pages
    expect(page!.placements).toHaveLength(1)
    expect(page!.adverts).toMatchObject([
      {
        slot: 'second',
        rect: { col: 1, span: 4, line: 28, depth: 16 },
        place: { line: 7, column: 7 },
        advert: { id: 'coop', file: `${EDITION}/adverts/coop.svg`, height: 144, place: { line: 9, column: 17 } },
      },
    ])
    expect(page!.adverts[0]!.advert.width).toBeCloseTo((90 * 72) / 25.4)
    expect(picturesOf(edition!)).toEqual([page!.adverts[0]!.advert])
  })

  it('may be placed freely, and more than once', () => {
    const cells = (line: number): string => `{ col: 1, span: 2, line: ${line}, depth: 8 }`
    const manifest = `paper: weekly\ndate: 2022-01-14\npages:\n  - place:\n      a: { advert: coop, at: ${cells(1)} }\n      b: { advert: coop, at: ${cells(9)} }\nhold: [rents]\n${LISTED}`
    const { edition, diagnostics } = load([`${EDITION}/adverts/coop.svg`], { manifest })
    expect(diagnostics).toEqual([])
    expect(edition!.pages[0]!.adverts.map(({ rect }) => rect.line)).toEqual([1, 9])
  })

  it.each([
    ['standing', [`${STANDING}/adverts/coop.svg`], `${STANDING}/adverts/coop.svg`],
    [
      'its own, before the standing one',
      [`${STANDING}/adverts/coop.svg`, `${EDITION}/adverts/coop.svg`],
      `${EDITION}/adverts/coop.svg`,
    ],
  ])('finds its artwork: %s', (_, paths, file) => {
    const { edition, diagnostics } = load(paths)
    expect(diagnostics).toEqual([])
    expect(edition!.pages[0]!.adverts[0]!.advert.file).toBe(file)
  })

  it.each([EDITION, STANDING])('is not read through a link that leads out of %s', (folder) => {
    const { mistakes } = load(['/secret/coop.svg'], {}, { [`${folder}/adverts`]: '/secret' })
    expect(mistakes).toEqual(['edition.yaml:9:17 path-outside'])
  })

  it('that nobody placed is a note, whether its artwork has come or not', () => {
    const { diagnostics } = loadPaper({ manifest: MANIFEST + LISTED })
    expect(diagnostics).toMatchObject([
      {
        severity: 'note',
        code: 'advert-unplaced',
        message: 'the advert "coop" stands on no page',
        place: { line: 9, column: 3 },
        hint: 'place it: foot: { advert: coop }',
      },
    ])
  })

  it('that may be placed where the manifest cannot be read is not blamed', () => {
    const manifest = MANIFEST.replace('second: film', 'second: { advert: [coop] }') + LISTED
    const { diagnostics } = load([], { manifest })
    expect(diagnostics.map(({ code }) => code)).toEqual(['value-wrong'])
  })

  it('fills a slot', () => {
    const { diagnostics } = load([`${EDITION}/adverts/coop.svg`])
    expect(diagnostics.filter(({ code }) => code === 'slot-unfilled')).toEqual([])
  })

  it('takes cells like a story', () => {
    const manifest = (MANIFEST + LISTED).replace('second: film', 'second: { advert: coop, at: { depth: 40 } }')
    expect(load([`${EDITION}/adverts/coop.svg`], { manifest }).mistakes).toEqual(['edition.yaml:7:35 off-grid'])
  })
})
