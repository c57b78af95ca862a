import { describe, expect, it } from 'vitest'
import type { Place, Rect } from '../../src/base/index.js'
import { type DisplayItem, imagesShown, paintPage, proof } from '../../src/display/index.js'
import type { MadeUpPage, MadeUpPicture, PlacedPicture, PlacedQuote } from '../../src/makeup/index.js'
import type { Picture } from '../../src/pictures/index.js'
import { page, placed, placement, RED, STYLEBOOK } from './made-up-page.js'

const PLACE: Place = { file: 'edition.yaml', line: 1, column: 1, sourceLine: '', length: 1 }
const RASTER: Picture = {
  kind: 'raster',
  format: 'PNG',
  width: 300,
  height: 200,
  natural: null,
  orientation: 1,
  colours: 'rgb',
  isPlain: false,
  bytes: new Uint8Array(),
  display: 'a.png',
  place: PLACE,
}

const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 }

/** A picture 60 pt wide and 40 deep. */
function picture(changes: Partial<PlacedPicture> = {}): PlacedPicture {
  return {
    kind: 'picture',
    picture: { file: '/a', name: 'a.png', caption: null, credit: null, alt: null, facing: null, place: PLACE },
    rect: { x: 20, y: 30, width: 60, height: 40 },
    window: WHOLE,
    keyline: null,
    panel: null,
    lines: [],
    ...changes,
  }
}

const alone = (one: PlacedPicture): MadeUpPicture => ({
  slot: 'photo',
  grid: { col: 1, span: 1, line: 1, depth: 4 },
  rect: { x: 20, y: 30, width: 100, height: 48 },
  box: null,
  picture: one,
})

function paint(made: MadeUpPage, shown: Picture | null = RASTER): readonly DisplayItem[] {
  const pictures = new Map<string, Picture>(shown ? [['/a', shown]] : [])
  return paintPage(made, { stylebook: STYLEBOOK, pictures }).items
}

const paintAlone = (one: PlacedPicture, shown?: Picture | null): readonly DisplayItem[] =>
  paint(page({ placements: [], pictures: [alone(one)] }), shown)

const square = ({ x, y, width, height }: Rect) => [
  { kind: 'move', x, y },
  { kind: 'line', x: x + width, y },
  { kind: 'line', x: x + width, y: y + height },
  { kind: 'line', x, y: y + height },
  { kind: 'close' },
]

describe('a painted picture of a place', () => {
  const rect = { x: 20, y: 30, width: 60, height: 40 }

  it('is whole in its rectangle', () => {
    expect(paintAlone(picture())).toEqual([{ kind: 'image', rect, picture: '/a' }])
  })

  it('that is cropped is a larger one, cut off at its rectangle, and counts with all its width', () => {
    const window = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 }
    const items = paintAlone(picture({ window }))
    expect(items).toEqual([
      {
        kind: 'clip',
        steps: square(rect),
        items: [{ kind: 'image', rect: { x: -10, y: -10, width: 120, height: 80 }, picture: '/a' }],
      },
    ])
    expect([...imagesShown([{ items }])]).toEqual([['/a', 120]])
  })

  it('of outlines or of a PDF is cut off in the same way', () => {
    const window = { x: 0, y: 0, width: 0.5, height: 0.5 }
    const size = { width: 300, height: 200 }
    const box = { left: 0, bottom: 0, right: 300, top: 200 }
    const pdf = { kind: 'page', ...size, natural: size, box, turn: 0, unit: 1, bytes: new Uint8Array() } as const
    const told = { missingFonts: [], hasRgb: false, hasColour: false, isTransparent: false, mostInk: 0 }
    const bleed = { left: 9, top: 6, right: 0, bottom: 3 }
    const asked = { ...told, bleed, display: 'a.pdf', place: PLACE }
    expect(paintAlone(picture({ window }), { ...pdf, ...asked })).toMatchObject([
      { kind: 'clip', items: [{ kind: 'embedded-page', rect: { x: 20, y: 30, width: 120, height: 80 } }] },
    ])
    const steps = [{ kind: 'move', x: 300, y: 200 }] as const
    const shape = { steps, fill: [0, 0, 0], fillRule: 'nonzero', stroke: null } as const
    const svg = { kind: 'outline', ...size, natural: null, shapes: [shape], overflows: false } as const
    expect(paintAlone(picture({ window }), svg)).toMatchObject([
      { kind: 'clip', items: [{ kind: 'path', steps: [{ x: 140, y: 110 }] }] },
    ])
  })

  it('has its keyline inside its rectangle, and its panel and caption over it', () => {
    const panelRect = { x: 25, y: 50, width: 30, height: 15 }
    const items = paintAlone(
      picture({
        keyline: { weight: 2, colour: 'red' },
        panel: { kind: 'panel', rect: panelRect, fill: 'red', rule: null },
        lines: [placed('a caption', 27, 2, 'caption')],
      }),
    )
    expect(items.map(({ kind }) => kind)).toEqual(['image', 'path', 'path', 'glyphs'])
    expect(items[1]).toMatchObject({
      steps: square({ x: 21, y: 31, width: 58, height: 38 }),
      fill: null,
      stroke: { width: 2, colour: RED },
    })
    expect(items[2]).toMatchObject({ steps: square(panelRect), fill: RED })
  })

  it('that could not be opened leaves its place white', () => {
    expect(paintAlone(picture(), null)).toEqual([])
  })

  it('among text is under it, and its caption is read after it', () => {
    const quote: PlacedQuote = {
      kind: 'quote',
      quote: { copy: [], credit: null, place: PLACE },
      rect,
      panel: null,
      rules: [{ kind: 'rule', x1: 20, y1: 30, x2: 80, y2: 30, rule: { weight: 1, colour: 'red' } }],
      lines: [placed('we listened', 20, 3, 'pull-quote')],
    }
    const insets = [picture({ lines: [placed('a caption', 20, 2, 'caption')] }), quote]
    const items = paint(page({ placements: [placement({ insets })] }))
    expect(items.slice(0, 2).map(({ kind }) => kind)).toEqual(['image', 'path'])
    const words = items.flatMap((item) => (item.kind === 'glyphs' ? item.parts.map(({ run }) => run.text) : []))
    expect(words.join('')).toMatch(/More on page 2a captionwe listened$/)
  })
})

describe('the proof', () => {
  it('names pictures and pull quotes with what is seen of them', () => {
    const window = { x: 0.25, y: 0, width: 0.5, height: 1 }
    const one = picture({
      window,
      keyline: { weight: 1, colour: 'red' },
      lines: [placed('a caption', 20, 2, 'caption')],
    })
    const text = proof([page({ placements: [placement({ insets: [one] })], pictures: [alone(picture())] })])
    expect(text).toContain('picture a.png · 21.2 × 14.1 mm from 7.1 mm, 10.6 mm in photo · col 1+1, line 1+4')
    expect(text).toContain(
      'picture a.png · 21.2 × 14.1 mm from 7.1 mm, 10.6 mm · seen 25–75 % across, 0–100 % down · keyline',
    )
    expect(text).toContain('caption 10 pt     2 │ a caption')
  })
})
