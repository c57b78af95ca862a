import { describe, expect, it } from 'vitest'
import type { DisplayItem, PathItem } from '../../src/display/index.js'
import { pagesForScreen, type ReadyPage, type Sheet, type SheetItem } from '../../src/prepress/index.js'
import { BLACK, box, page, pagesFor, RED, rule, sheetsFor, type, WHITE } from './page-items.js'
import { press } from './profiles.js'

describe('pages for a screen', () => {
  it('stay in order, at their trim size, in RGB and grey', () => {
    const items = [{ kind: 'clip', steps: [], items: [type(RED)] } as const, box(1, 2, 3, 4, { fill: BLACK })]
    const [first, second] = pagesForScreen([page(items), page([], 2)])
    const common = { width: 200, height: 300, colourSpace: 'rgb' }
    expect(first).toMatchObject({ page: 1, ...common })
    expect(first!.items).toMatchObject([
      { kind: 'clip', items: [{ colour: { kind: 'rgb', rgb: [200, 16, 46] } }] },
      { fill: { kind: 'grey', level: 0 }, stroke: null },
    ])
    expect(second).toEqual({ page: 2, ...common, items: [] })
  })
})

/** A page of these items, made ready. */
async function readyPage(
  items: readonly DisplayItem[],
  name = 'newsprint',
  profiles: readonly string[] = [],
): Promise<ReadyPage> {
  const colours = items.flatMap((item) => (item.kind === 'path' && item.fill?.cmyk === null ? [item.fill.rgb] : []))
  return (await pagesFor(press(name, profiles), [page(items)], colours))[0]!
}

/** The only sheet of an empty page. */
async function sheetOf(name = 'newsprint', profiles: readonly string[] = []): Promise<Sheet> {
  return (await sheetsFor(press(name, profiles), [page([])]))[0]!
}

/** The inks that are written, and `over` for those that overprint. */
function inksIn(items: readonly SheetItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'clip') return inksIn(item.items)
    const colours =
      item.kind === 'glyphs' ? [item.colour] : item.kind === 'path' ? [item.fill, item.stroke?.colour] : []
    return colours.flatMap((colour) => {
      if (!colour) return []
      if (colour.kind !== 'inks') return [colour.kind]
      return [`${colour.cmyk.map((ink) => Math.round(ink)).join(' ')}${colour.overprints ? ' over' : ''}`]
    })
  })
}

const artwork = (rgb: readonly [number, number, number]): PathItem => box(1, 1, 9, 9, { fill: { cmyk: null, rgb } })
const BLACK_ONLY = ['mono: { extends: newsprint, colour-pages: none }']

describe('colours for a press', () => {
  it('are the inks that the stylebook gives them', async () => {
    const { items, colourSpace } = await readyPage([type(RED), box(1, 2, 3, 4)])
    expect(colourSpace).toBe('cmyk')
    expect(inksIn(items)).toEqual(['0 100 90 10', '0 100 90 10'])
  })

  it('overprint where type or a fine rule is black, and nowhere else: no area, no wide rule, no tint, no white', async () => {
    const tint = { cmyk: [0, 0, 0, 60], rgb: [120, 120, 120] } as const
    const { items } = await readyPage([
      type(BLACK),
      rule(0, 1, 9, 1, 1),
      rule(0, 1, 9, 1, 1.01),
      box(1, 1, 2, 2, { fill: BLACK, stroke: { width: 0.5, colour: BLACK } }),
      type(tint),
      type(WHITE),
      rule(0, 1, 9, 1, 0.5, WHITE),
      type({ cmyk: [0, 0, 100, 100], rgb: [0, 0, 0] }),
    ])
    expect(inksIn(items)).toEqual([
      '0 0 0 100 over',
      '0 0 0 100 over',
      '0 0 0 100',
      ...['0 0 0 100', '0 0 0 100 over'],
      '0 0 0 60',
      '0 0 0 0',
      '0 0 0 0',
      '0 0 100 100',
    ])
  })

  it('of artwork are those that look like it in the inks of the press, greys in black alone', async () => {
    const { items } = await readyPage([
      artwork([190, 22, 34]),
      artwork([0, 0, 0]),
      artwork([128, 128, 128]),
      artwork([255, 255, 255]),
    ])
    expect(inksIn(items)).toEqual(['0 88 72 15', '0 0 0 100', '0 0 0 35', '0 0 0 0'])
  })

  it('of artwork keep within the limit of ink', async () => {
    const dark = artwork([0, 0, 60])
    const total = async (limit: number): Promise<number> => {
      const profiles = [`ours: { extends: newsprint, ink-limit: ${limit} }`]
      const [item] = (await readyPage([dark], 'ours', profiles)).items
      const fill = item?.kind === 'path' && item.fill?.kind === 'inks' ? item.fill.cmyk : []
      return fill.reduce((sum, ink) => sum + ink, 0)
    }
    expect(await total(240)).toBeGreaterThan(150)
    expect(await total(150)).toBeLessThanOrEqual(150)
    expect(await total(150)).toBeGreaterThan(145)
  })

  it('are tints of black on a page that is not printed in colour', async () => {
    const { items, colourSpace } = await readyPage(
      [
        type(RED),
        type(BLACK),
        type(WHITE),
        artwork([190, 22, 34]),
        box(1, 1, 2, 2, { fill: { cmyk: [0, 0, 0, 10], rgb: [0, 0, 9] } }),
      ],
      'mono',
      BLACK_ONLY,
    )
    expect(colourSpace).toBe('grey')
    const [red, black, white, drawn, tint] = inksIn(items)
    expect(red).toMatch(/^0 0 0 (4\d|5\d)$/)
    expect(drawn).toMatch(/^0 0 0 (4\d|5\d)$/)
    // What the stylebook gives in black alone stays as it is.
    expect([black, white, tint]).toEqual(['0 0 0 100 over', '0 0 0 0', '0 0 0 10'])
  })

  it('come on the pages that are said to be in colour', async () => {
    const profile = press('ours', ['ours: { extends: newsprint, colour-pages: [1, last] }'])
    const pages = await pagesFor(
      profile,
      [1, 2, 3, 4].map((number) => page([], number)),
    )
    expect(pages.map(({ colourSpace }) => colourSpace)).toEqual(['cmyk', 'grey', 'grey', 'cmyk'])
  })
})

describe('a sheet for a press', () => {
  it('is the trimmed page where nothing bleeds and no marks are asked for', async () => {
    const trim = { x: 0, y: 0, width: 200, height: 300 }
    expect(await sheetOf()).toMatchObject({ width: 200, height: 300, trim, bleed: trim, marks: [] })
  })

  it('has its bleed, and the room of marks, around the trim', async () => {
    const profiles = ['ours: { extends: coated, bleed: 10pt, marks: [crop] }']
    const plain = await sheetOf('bare', ['bare: { extends: coated, bleed: 10pt }'])
    expect(plain).toMatchObject({ width: 220, height: 320, trim: { x: 10, y: 10, width: 200, height: 300 } })
    const { width, height, trim, bleed } = await sheetOf('ours', profiles)
    const room = (12 * 72) / 25.4
    expect([width, height]).toEqual([220 + 2 * room, 320 + 2 * room])
    expect(trim).toEqual({ x: 10 + room, y: 10 + room, width: 200, height: 300 })
    expect(bleed).toEqual({ x: room, y: room, width: 220, height: 320 })
  })
})

describe('the marks of a sheet', () => {
  const marked = async (marks: string, more = ''): Promise<readonly SheetItem[]> =>
    (await sheetOf('ours', [`ours: { extends: coated, bleed: 10pt, marks: ${marks}${more} }`])).marks

  const pointsOf = (items: readonly SheetItem[]): readonly { x: number; y: number }[] =>
    items.flatMap((item) =>
      item.kind === 'path' ? item.steps.flatMap((step) => (step.kind === 'close' ? [] : [step])) : [],
    )

  it('all stand outside the bleed and on the sheet', async () => {
    const items = await marked('all')
    const room = 10 + (12 * 72) / 25.4
    for (const { x, y } of pointsOf(items)) {
      const isOutside = x <= -10 || x >= 210 || y <= -10 || y >= 310
      expect(isOutside && x >= -room && x <= 200 + room && y >= -room && y <= 300 + room, `${x} ${y}`).toBe(true)
    }
  })

  it('say where to cut, in line with the trim, on every plate', async () => {
    const items = await marked('[crop]')
    expect(items).toHaveLength(8)
    expect(new Set(inksIn(items))).toEqual(new Set(['100 100 100 100']))
    for (const { x, y } of pointsOf(items)) expect([0, 200].includes(x) || [0, 300].includes(y)).toBe(true)
  })

  it('have black alone on a page that is printed in black alone', async () => {
    const items = await marked('all', ', colour-pages: none')
    expect(inksIn(items).every((inks) => inks.startsWith('0 0 0 '))).toBe(true)
  })

  it('show solid inks and half tones in a bar, within two inks', async () => {
    const wide = await sheetsFor(press('ours', ['ours: { extends: newsprint, marks: [colour-bar] }']), [
      { ...page([]), width: 600, height: 800 },
    ])
    const inks = inksIn(wide[0]!.marks)
    expect(inks.slice(0, 4)).toEqual(['100 0 0 0', '0 100 0 0', '0 0 100 0', '0 0 0 100'])
    expect(inks).toHaveLength(11)
  })

  it('say what the sheet is, as large as there is room for', async () => {
    const items = await marked('[slug]')
    const said = items.flatMap((item) => (item.kind === 'glyphs' ? item.parts.map(({ run }) => run.text) : []))
    expect(said.join('')).toBe('The Weekly  ·  page 1 of 1  ·  ours')
    const last = items.at(-1)!
    if (last.kind !== 'glyphs') throw new Error('no type')
    expect(last.parts[0]!.x + last.parts[0]!.width).toBeLessThanOrEqual(100)
  })
})
