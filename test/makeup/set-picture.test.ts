import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { cropPicture } from '../../src/makeup/pictures/crop-picture.js'
import { type PictureRequest, setPicture, type SetPicture } from '../../src/makeup/pictures/set-picture.js'
import type { MadeUpEdition } from '../../src/makeup/index.js'
import { makePaper, openTestFonts, type SharedType } from './make-paper.js'

const FOLDER = 'editions/2022-01-14'
/** A picture of 3 : 2. */
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>'
const LEADING = 12

beforeAll(openTestFonts)

const paper = (place: string, more = ''): Record<string, string> => ({
  [`${FOLDER}/edition.yaml`]: `paper: gazette
date: 2022-01-14
pages:
  - place:
      photo: { ${place} }
`,
  [`${FOLDER}/a.svg`]: SVG,
  'layouts/gazette.yaml': `paper: { name: Gazette }
formats:
  page: { trim: [200mm, 280mm], margins: { head: 15mm, foot: 15mm, inside: 10mm, outside: 10mm } }
grid: { columns: 4, gutter: 4mm, leading: ${LEADING}pt }
type:
  body: { font: serif, size: 10pt }
lint: off
${more}`,
})

const CAPTION = 'The square on Monday, when some three hundred tenants met'

/** Sets a picture of 3 : 2 with these words, 150 pt wide and 40 lines deep at most, unless it is asked otherwise. */
async function set(
  {
    words = `caption: "${CAPTION}", credit: Agency`,
    ...changes
  }: Partial<PictureRequest> & { readonly words?: string } = {},
  more = '',
): Promise<SetPicture> {
  const shared: SharedType = {}
  const files = paper(`picture: { file: a.svg, ${words} }, at: { col: 1, span: 1, line: 1, depth: 20 }`, more)
  const { edition } = await makePaper(files, shared)
  const { picture: order } = edition.pages[0]!.pictures[0]!
  return setPicture(
    { edition, setter: shared.setter! },
    {
      order,
      size: { width: 3, height: 2 },
      styles: edition.stylebook.type,
      language: 'en-GB',
      measure: 150,
      depth: null,
      most: 40,
      leading: LEADING,
      edges: { textAbove: false, textBelow: false },
      ...changes,
    },
  )
}

const baselines = ({ lines }: SetPicture): readonly number[] => lines.map(({ baseline }) => baseline / LEADING)

/** Capitals of 10 pt type. */
const CAPS = LEADING - 6.8

describe('a picture, set', () => {
  it('has the depth that its shape asks for, to the nearest line, with its caption and credit below on the grid', async () => {
    const picture = await set()
    expect(picture.rect.x).toBe(0)
    expect(picture.rect.y).toBeCloseTo(CAPS)
    expect(picture.rect.width).toBe(150)
    expect(Math.abs(picture.rect.height - 100)).toBeLessThan(LEADING / 2)
    expect(baselines(picture)).toEqual([picture.depth - 1, picture.depth, picture.depth])
    expect(picture.lines.map(({ role }) => role)).toEqual(['caption', 'caption', 'credit'])
    expect(picture.panel).toBeNull()
    expect(picture.findings).toEqual([])
  })

  it('has its credit on the last line of its caption where it has room there', async () => {
    const picture = await set({ words: 'caption: A square, credit: Agency' })
    const [caption, credit] = picture.lines
    expect(credit!.baseline).toBe(caption!.baseline)
    expect(credit!.x + credit!.line.measure).toBeCloseTo(150)
    const long = await set({ words: 'caption: A square, credit: An agency with a very long name indeed' })
    expect(long.lines[1]).toMatchObject({ x: 0, baseline: long.lines[0]!.baseline + LEADING })
  })

  it.each([
    ['below', 'caption: A square'],
    ['above', 'caption: { text: A square, at: above }'],
    ['over', 'caption: { text: A square, at: over }'],
    ['none', 'caption: none, credit: Agency'],
  ])('stands level with the type around it, its caption %s', async (at, words) => {
    const alone = await set({ words, depth: 12 })
    const among = await set({ words, depth: 12, edges: { textAbove: true, textBelow: true } })
    for (const one of [alone, among]) expect(one.depth).toBe(12)
    const foot = ({ rect }: SetPicture): number => rect.y + rect.height
    if (at === 'above') {
      expect(baselines(alone)).toEqual([1])
      expect(baselines(among)).toEqual([2])
      expect(alone.rect.y).toBeGreaterThan(LEADING + 3)
    } else expect(alone.rect.y).toBeCloseTo(CAPS)
    if (at === 'below') {
      expect(baselines(alone)).toEqual([12])
      expect(baselines(among)).toEqual([11])
      // The caption's capitals clear the picture.
      expect(foot(alone)).toBeLessThan(12 * LEADING - 0.68 * 8)
    } else expect(foot(alone)).toBeCloseTo(12 * LEADING)
    if (at === 'over') {
      const { panel, lines, rect } = alone
      expect(panel!.fill).toBe('white')
      expect(panel!.rect.y).toBeGreaterThan(rect.y)
      expect(panel!.rect.y + panel!.rect.height).toBeLessThan(foot(alone))
      expect(panel!.rect.x + panel!.rect.width).toBeLessThanOrEqual(150)
      expect(lines[0]!.baseline).toBeLessThan(panel!.rect.y + panel!.rect.height)
      expect(lines[0]!.line.fragments[0]!.colour).toBe('black')
    }
    if (at === 'none') expect(alone.lines).toEqual([])
    // As far from the text above as from the capitals of the text below.
    expect(among.rect.y).toBeGreaterThan(alone.rect.y)
    expect(foot(among)).toBeLessThan(foot(alone))
  })

  it.each([
    ['a dark panel', 'panel: black', 'black'],
    ['none', 'panel: none', null],
  ])('is reversed over its picture on %s', async (_what, said, fill) => {
    const picture = await set({ words: 'caption: { text: A square, at: over }' }, `pictures: { ${said} }`)
    expect(picture.panel?.fill ?? null).toBe(fill)
    expect(picture.lines[0]!.line.fragments[0]!.colour).toBe('white')
  })

  it('is cropped, not stretched, and never deeper than its room', async () => {
    const shapes = await Promise.all([4, 8, 20, 40].map((depth) => set({ depth, words: 'focus: [1, 0]' })))
    for (const { rect, window } of shapes) {
      expect((window.width * 3) / (window.height * 2)).toBeCloseTo(rect.width / rect.height)
    }
    expect(shapes[0]!.window).toMatchObject({ x: 0, y: 0, width: 1 })
    expect(shapes[3]!.window.x + shapes[3]!.window.width).toBeCloseTo(1)
    expect((await set({ depth: 50 })).depth).toBe(40)
    expect((await set({ most: 3 })).depth).toBe(3)
  })

  it('loses a caption that leaves it no room, and that is said', async () => {
    const { lines, rect, findings } = await set({ depth: 3 })
    expect(lines).toEqual([])
    expect(rect.height).toBeCloseTo(3 * LEADING - CAPS)
    expect(findings).toMatchObject([{ code: 'caption-left-out', place: { line: 5 } }])
    expect((await set({ depth: 6 })).findings).toEqual([])
    const over = { words: `caption: { text: "${CAPTION}, ${CAPTION}", at: over }` }
    expect((await set({ ...over, depth: 3 })).findings).toHaveLength(1)
  })

  it('shows the point that matters, whatever the shape of its frame', () => {
    const side = fc.double({ min: 0.01, max: 1000, noNaN: true })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(side, side, side, side, share, share, (width, height, across, down, focusX, focusY) => {
        const window = cropPicture({ width, height }, { width: across, height: down }, [focusX, focusY])
        const whole = { right: window.x + window.width, foot: window.y + window.height }
        expect(window.x).toBeGreaterThanOrEqual(0)
        expect(window.y).toBeGreaterThanOrEqual(0)
        expect(whole.right).toBeLessThanOrEqual(1 + 1e-9)
        expect(whole.foot).toBeLessThanOrEqual(1 + 1e-9)
        expect(Math.max(window.width, window.height)).toBeCloseTo(1)
        const ratio = (window.width * width) / (window.height * height) / (across / down)
        expect(ratio).toBeCloseTo(1, 6)
        expect(focusX).toBeGreaterThanOrEqual(window.x - 1e-9)
        expect(focusX).toBeLessThanOrEqual(whole.right + 1e-9)
        expect(focusY).toBeGreaterThanOrEqual(window.y - 1e-9)
        expect(focusY).toBeLessThanOrEqual(whole.foot + 1e-9)
      }),
      { seed: 7 },
    )
  })
})

describe('a picture that stands alone', () => {
  const lone = ({ pages }: MadeUpEdition) => pages[0]!.pictures[0]!

  it('fills its place', async () => {
    const { picture, rect, grid } = lone(
      await makePaper(
        paper('picture: { file: a.svg, caption: A square }, at: { col: 2, span: 2, line: 5, depth: 20 }'),
      ),
    )
    expect(grid).toEqual({ col: 2, span: 2, line: 5, depth: 20 })
    expect(picture.rect.x).toBeCloseTo(rect.x)
    expect(picture.rect.width).toBeCloseTo(rect.width)
    expect(picture.rect.y).toBeCloseTo(rect.y + CAPS)
    expect(picture.lines.at(-1)!.baseline).toBeCloseTo(rect.y + 20 * LEADING)
  })

  it('stands within its box, which is drawn', async () => {
    const place = 'picture: { file: a.svg }, box: tint, at: { col: 1, span: 2, line: 1, depth: 20 }'
    const { pages } = await makePaper(paper(place))
    const { picture, rect, box } = pages[0]!.pictures[0]!
    expect(box!.name).toBe('tint')
    expect(pages[0]!.boxes).toHaveLength(1)
    expect(picture.rect.x).toBeCloseTo(rect.x + box!.padding)
    expect(picture.rect.width).toBeCloseTo(rect.width - 2 * box!.padding)
    expect(picture.rect.y + picture.rect.height).toBeCloseTo(rect.y + 19 * LEADING)
  })

  it('keeps white between itself and what stands above it and below it', async () => {
    const alone = 'picture: { file: a.svg, caption: A square }, at: { col: 1, span: 1, line: 11, depth: 10 }'
    const beside = `${alone} }
      above: { picture: { file: a.svg }, at: { col: 1, span: 2, line: 1, depth: 10 } }
      below: { picture: { file: a.svg }, at: { col: 1, span: 1, line: 21, depth: 10 }`
    const first = lone(await makePaper(paper(alone))).picture
    const among = lone(await makePaper(paper(beside))).picture
    expect(among.rect.y).toBeGreaterThan(first.rect.y + 3)
    expect(among.lines[0]!.baseline).toBeCloseTo(first.lines[0]!.baseline - LEADING)
  })
})
