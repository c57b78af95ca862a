import { describe, expect, it } from 'vitest'
import { imagesShown, paintPage, type DisplayItem, type GlyphsItem, type PathItem } from '../../src/display/index.js'
import type { MadeUpPage, MadeUpRefs, PlacedLine } from '../../src/makeup/index.js'
import type { Picture, Pictures } from '../../src/pictures/index.js'
import { BOLD, fragments, page, placed, placement, RED, setLine, STYLEBOOK } from './made-up-page.js'

const NO_PICTURES: Pictures = new Map()
const BLACK = { cmyk: [0, 0, 0, 100], rgb: [0, 0, 0] }
const PLACE = { file: 'layouts/paper.yaml', line: 1, column: 1, sourceLine: '', length: 1 }

function paint(made: MadeUpPage, pictures: Pictures = NO_PICTURES): readonly DisplayItem[] {
  return paintPage(made, { stylebook: STYLEBOOK, pictures }).items
}

/** Items in short: the text of glyphs, the kind of everything else. */
const brief = (items: readonly DisplayItem[]): readonly string[] =>
  items.map((item) => (item.kind === 'glyphs' ? item.parts.map(({ run }) => run.text).join('') : item.kind))

function paintOne(line: PlacedLine): readonly GlyphsItem[] {
  return paint(page({ placements: [], furniture: [line] })) as readonly GlyphsItem[]
}

describe('a painted page', () => {
  it('has the size of its format', () => {
    const { number, width, height } = paintPage(page(), { stylebook: STYLEBOOK, pictures: NO_PICTURES })
    expect([number, width, height]).toEqual([1, 260, 300])
  })

  it('shows type in reading order: furniture, then each article’s head, legs one after the other, jump line', () => {
    const furniture = [placed('The Paper', 20, 0, 'furniture')]
    const second = placement({ head: [placed('Film', 20, 10, 'headline')], legs: [], jumpOn: [] })
    expect(brief(paint(page({ furniture, placements: [placement(), second] })))).toEqual([
      'The Paper',
      'Rents',
      'up',
      'the first line',
      'is divi-',
      'ded here',
      'More on page 2',
      'Film',
    ])
  })

  it('shows teasers and an index where a reader meets them: after what stands above or beside them on the left', () => {
    const below = placement({
      grid: { col: 1, span: 2, line: 9, depth: 6 },
      head: [],
      legs: [],
      jumpOn: [placed('On', 20, 9)],
    })
    const rule = { kind: 'rule', x1: 0, y1: 1, x2: 2, y2: 1, rule: { weight: 0.5, colour: 'red' } } as const
    const { grid, rect } = placement()
    const refs: MadeUpRefs = {
      slot: 'teasers',
      look: 'teaser',
      grid: { ...grid, col: 3 },
      rect,
      box: null,
      head: [placed('Inside', 20, 3, 'headline')],
      legs: [[placed('Film', 20, 4, 'teaser')], [placed('Rents', 60, 4, 'teaser')]],
      rules: [rule],
      oversetMark: { x: 0, y: 0, width: 1, height: 1 },
    }
    const made = page({ placements: [placement({ legs: [], jumpOn: [] }), below], refs: [refs] })
    expect(brief(paint(made))).toEqual(['path', 'path', 'Rents', 'up', 'Inside', 'Film', 'Rents', 'On'])
  })

  it('paints furniture in its own order, and all that lies under the type before the type', () => {
    const rule = { kind: 'rule', x1: 0, y1: 1, x2: 2, y2: 1, rule: { weight: 0.5, colour: 'red' } } as const
    const panel = { kind: 'panel', rect: { x: 1, y: 2, width: 3, height: 4 }, fill: 'red', rule: null } as const
    const made = page({
      furniture: [placed('under', 20, 0), panel, placed('over', 20, 0)],
      boxes: [panel],
      rules: [rule],
      placements: [
        placement({
          headRules: [rule],
          columnRules: [rule],
          legs: placement().legs.map((leg) => ({ ...leg, rules: [rule] })),
          oversetMark: { x: 140, y: 120, width: 100, height: 3 },
        }),
      ],
    })
    expect(brief(paint(made)).slice(0, 11)).toEqual([
      'under',
      'path',
      'over',
      ...Array<string>(7).fill('path'),
      'Rents',
    ])
  })

  it('marks overset text in red, inside the rectangle that make-up keeps for it', () => {
    const made = page({ placements: [placement({ oversetMark: { x: 140, y: 120, width: 100, height: 3 } })] })
    const [mark] = paint(made)
    expect(mark).toMatchObject({ kind: 'path', stroke: null, fill: { rgb: [226, 0, 26] } })
    expect((mark as PathItem).steps).toEqual([
      { kind: 'move', x: 140, y: 120 },
      { kind: 'line', x: 240, y: 120 },
      { kind: 'line', x: 240, y: 123 },
      { kind: 'line', x: 140, y: 123 },
      { kind: 'close' },
    ])
  })
})

describe('a painted line', () => {
  it('is one item with its spaces, where face, size and colour are alike', () => {
    const [item, ...others] = paintOne({ ...placed('', 20, 2), line: setLine(fragments('two words')) })
    expect(others).toEqual([])
    expect(item).toMatchObject({ baseline: 54, size: 10, colour: BLACK })
    expect(item!.parts.map(({ x, width, softHyphen }) => [x, width, softHyphen])).toEqual([
      [20, 15, false],
      [35, 5, false],
      [40, 25, false],
    ])
  })

  it('is cut where the face, the size or the colour changes', () => {
    const line = setLine([
      ...fragments('a '),
      ...fragments('b', { face: BOLD, x: 10 }),
      ...fragments('c', { face: BOLD, x: 15, colour: 'red' }),
      ...fragments('d', { face: BOLD, x: 20, colour: 'red', size: 8 }),
      ...fragments('e', { face: BOLD, x: 25, colour: 'red', size: 8, rise: 3, tracking: 10 }),
    ])
    const items = paintOne({ ...placed('', 20, 2), line })
    expect(brief(items)).toEqual(['a ', 'b', 'c', 'de'])
    expect(items.map(({ colour, size }) => [colour, size])).toEqual([
      [BLACK, 10],
      [BLACK, 10],
      [RED, 10],
      [RED, 8],
    ])
    expect(items[3]!.parts.map(({ rise, tracking }) => [rise, tracking])).toEqual([
      [0, 0],
      [3, 10],
    ])
  })

  it('says which hyphen the setter put in', () => {
    const [item] = paintOne({ ...placed('', 20, 2), line: setLine(fragments('well-known divi-')) })
    expect(item!.parts.map(({ run, softHyphen }) => [run.text, softHyphen])).toEqual([
      ['well-known', false],
      [' ', false],
      ['divi', false],
      ['-', true],
    ])
  })

  it('of nothing paints nothing', () => {
    expect(paintOne({ ...placed('', 20, 2), line: setLine([]) })).toEqual([])
  })

  it('in a colour that nobody knows is black', () => {
    const [item] = paintOne({ ...placed('', 20, 2), line: setLine(fragments('a', { colour: 'mauve' })) })
    expect(item!.colour).toEqual(BLACK)
  })
})

describe('painted marks', () => {
  it('a rule is a stroke of its weight', () => {
    const rule = { kind: 'rule', x1: 1, y1: 2, x2: 3, y2: 2, rule: { weight: 0.5, colour: 'red' } } as const
    expect(paint(page({ placements: [], rules: [rule] }))).toEqual([
      {
        kind: 'path',
        steps: [
          { kind: 'move', x: 1, y: 2 },
          { kind: 'line', x: 3, y: 2 },
        ],
        fill: null,
        fillRule: 'nonzero',
        stroke: { width: 0.5, colour: RED },
      },
    ])
  })

  it('a panel is filled and ruled as it says, and is nothing when it says neither', () => {
    const rect = { x: 1, y: 2, width: 3, height: 4 }
    const rule = { weight: 1, colour: 'red' }
    const panel = (fill: string | null, stroke: typeof rule | null): unknown =>
      paint(page({ placements: [], boxes: [{ kind: 'panel', rect, fill, rule: stroke }] }))
    expect(panel(null, null)).toEqual([])
    expect(panel('red', null)).toMatchObject([{ fill: RED, stroke: null }])
    expect(panel(null, rule)).toMatchObject([{ fill: null, stroke: { width: 1, colour: RED } }])
  })

  /** Where the outlines of a path begin, and the corner across from there. */
  const rectangles = (item: DisplayItem | undefined): readonly (readonly number[])[] => {
    const { steps } = item as PathItem
    const corners = steps.flatMap((step) => (step.kind === 'close' ? [] : [[step.x, 'y' in step ? step.y : 0]]))
    return corners.flatMap((corner, index) => (index % 4 === 0 ? [[...corner, ...corners[index + 2]!]] : []))
  }
  const pair = { weight: 2, colour: 'red', then: { weight: 0.5, gap: 1.5 } }

  it('a thick-and-thin rule is two, the first above or at the left, about its line', () => {
    const rule = (x2: number, y2: number) => ({ kind: 'rule', x1: 10, y1: 20, x2, y2, rule: pair }) as const
    const [level] = paint(page({ placements: [], rules: [rule(50, 20)] }))
    expect(level).toMatchObject({ fill: RED, stroke: null })
    expect(rectangles(level)).toEqual([
      [10, 18, 50, 20],
      [10, 21.5, 50, 22],
    ])
    const [upright] = paint(page({ placements: [], rules: [rule(10, 60)] }))
    expect(rectangles(upright)).toEqual([
      [8, 20, 10, 60],
      [11.5, 20, 12, 60],
    ])
  })

  it('a thick-and-thin box has the second rule inside the first', () => {
    const rect = { x: 1, y: 1, width: 98, height: 48 }
    const items = paint(page({ placements: [], boxes: [{ kind: 'panel', rect, fill: null, rule: pair }] }))
    expect(items).toMatchObject([{ stroke: { width: 2 } }, { fill: null, stroke: { width: 0.5, colour: RED } }])
    // Half of the thick one, the gap, half of the thin one.
    expect(rectangles(items[1])).toEqual([[3.75, 3.75, 96.25, 46.25]])
  })

  it('a QR code is one outline of its dark squares, those that touch in a row as one', () => {
    const modules = [
      [true, true, false],
      [false, true, false],
      [true, false, true],
    ]
    const qr = { kind: 'qr', text: 'a', rect: { x: 3, y: 6, width: 9, height: 9 }, modules, colour: 'red' } as const
    const items = paint(page({ placements: [], furniture: [qr] }))
    expect(items).toMatchObject([{ fill: RED, stroke: null }])
    expect(rectangles(items[0])).toEqual([
      [3, 6, 9, 9],
      [6, 9, 9, 12],
      [3, 12, 6, 15],
      [9, 12, 12, 15],
    ])
  })
})

const RASTER: Picture = {
  kind: 'raster',
  format: 'PNG',
  width: 50,
  height: 10,
  natural: null,
  orientation: 1,
  colours: 'rgb',
  isPlain: false,
  bytes: new Uint8Array(),
  display: 'a.png',
  place: PLACE,
}

describe('an advert', () => {
  const advert = { id: 'coop', file: '/a', width: 50, height: 10, alt: null, place: PLACE }
  const grid = { col: 1, span: 1, line: 1, depth: 9 }
  const placed = { advert, slot: 'foot', grid, rect: { x: 10, y: 10, width: 25, height: 5 } }

  it('is painted in its rectangle', () => {
    const items = paint(page({ placements: [], adverts: [placed] }), new Map([['/a', RASTER]]))
    expect(items).toEqual([{ kind: 'image', rect: placed.rect, picture: '/a' }])
  })

  it('that could not be opened leaves its place white', () => {
    expect(paint(page({ placements: [], adverts: [placed] }))).toEqual([])
  })

  it('on several pages counts with its widest place', () => {
    const wide = { ...placed, rect: { ...placed.rect, width: 40, height: 8 } }
    const paper = [placed, wide, placed].map((one) =>
      paintPage(page({ placements: [], adverts: [one] }), {
        stylebook: STYLEBOOK,
        pictures: new Map([['/a', RASTER]]),
      }),
    )
    expect([...imagesShown(paper)]).toEqual([['/a', 40]])
  })
})

describe('a painted picture', () => {
  const image = { kind: 'image', file: '/a', rect: { x: 10, y: 10, width: 100, height: 100 }, place: PLACE } as const
  const paintPicture = (picture: Picture): readonly DisplayItem[] =>
    paint(page({ placements: [], furniture: [image] }), new Map([['/a', picture]]))

  it('of pixels is as large as its place allows, in its middle', () => {
    const rect = { x: 10, y: 50, width: 100, height: 20 }
    expect(paintPicture(RASTER)).toEqual([{ kind: 'image', rect, picture: '/a' }])
  })

  it('that is the page of a PDF is shown as such', () => {
    const box = { left: 0, bottom: 0, right: 50, top: 10 }
    const size = { width: 50, height: 10 }
    const told = { missingFonts: [], hasRgb: false, hasColour: false, isTransparent: false, mostInk: 0 }
    const bleed = { left: 9, top: 0, right: 4.5, bottom: 3 }
    const page = { ...told, bleed, display: 'a.pdf', place: PLACE, box, turn: 0, unit: 1, bytes: new Uint8Array() }
    const pdf = { kind: 'page', ...size, natural: size, ...page } as const
    const rect = { x: 10, y: 50, width: 100, height: 20 }
    // Twice as large as it is in its file.
    const twice = { left: 18, top: 0, right: 9, bottom: 6 }
    expect(paintPicture(pdf)).toEqual([{ kind: 'embedded-page', rect, picture: '/a', bleed: twice }])
  })

  it('of outlines is painted as paths, its strokes scaled, in the colours that it has', () => {
    const shape = { cap: 'round', join: 'round', miterLimit: 4 } as const
    const artwork = {
      kind: 'outline',
      width: 10,
      height: 20,
      natural: null,
      overflows: false,
      shapes: [
        {
          steps: [
            { kind: 'move', x: 1, y: 2 },
            { kind: 'curve', x1: 1, y1: 1, x2: 2, y2: 2, x: 3, y: 3 },
            { kind: 'close' },
          ],
          fill: [0, 0, 0],
          fillRule: 'evenodd',
          stroke: { width: 1, colour: [255, 0, 0], shape },
        },
      ],
    } as const satisfies Picture
    // Five times as large, 50 wide, so from x 35.
    expect(paintPicture(artwork)).toEqual([
      {
        kind: 'path',
        steps: [
          { kind: 'move', x: 40, y: 20 },
          { kind: 'curve', x1: 40, y1: 15, x2: 45, y2: 20, x: 50, y: 25 },
          { kind: 'close' },
        ],
        fill: { cmyk: null, rgb: [0, 0, 0] },
        fillRule: 'evenodd',
        stroke: { width: 5, colour: { cmyk: null, rgb: [255, 0, 0] }, shape },
      },
    ])
    expect(paintPicture({ ...artwork, overflows: true })).toMatchObject([{ kind: 'clip', items: [{ kind: 'path' }] }])
  })

  it('that could not be opened leaves its place white', () => {
    expect(paint(page({ placements: [], furniture: [image] }))).toEqual([])
  })
})
