import { mm, type PathStep, type Pt } from '../base/index.js'
import type { GlyphsPart } from '../display/index.js'
import type { FaceRequest, Fonts } from '../fonts/index.js'
import type { Mark } from '../stylebook/index.js'
import type { SheetColour, SheetItem } from './types.js'

/** The room that marks take outside the bleed, on every side. */
export const MARK_ROOM: Pt = mm(12)

/** Marks stay so far from the trim, or as far as the bleed if that is more. */
const LEAST_OFFSET = mm(3)
const CROP_LENGTH = mm(5)
const HAIRLINE: Pt = 0.25
const REGISTRATION_RADIUS = mm(2)
const PATCH = mm(5)
/** Bar and slug begin so far from the corner, and end as far before the middle. */
const FROM_CORNER = mm(12)
const SLUG_SIZE: Pt = 7

/** What stands outside a page, or two side by side. */
export interface MarksRequest {
  /** The trim. */
  readonly width: Pt
  readonly height: Pt
  readonly bleed: Pt
  readonly marks: readonly Mark[]
  /** Whether it has a spine in its middle. */
  readonly isFolded: boolean
  /** Whether it is printed in black alone. */
  readonly isBlack: boolean
  readonly slug: Slug
}

/** The slug line: what it says, and the type that it is set in. */
export interface Slug {
  readonly text: string
  readonly fonts: Fonts
  readonly face: FaceRequest
}

/** The marks that are asked for, from the trim's top left corner. */
export function printersMarks(request: MarksRequest): readonly SheetItem[] {
  const { marks, bleed } = request
  const offset = Math.max(LEAST_OFFSET, bleed)
  return marks.flatMap((mark) => {
    switch (mark) {
      case 'crop':
        return [...cropMarks(request, offset), ...foldMarks(request, offset)]
      case 'registration':
        return registrationMarks(request, offset)
      case 'colour-bar':
        return colourBar(request, offset)
      case 'slug':
        return slugLine(request, offset)
    }
  })
}

function inks(cyan: number, magenta: number, yellow: number, black: number): SheetColour {
  return { kind: 'inks', cmyk: [cyan, magenta, yellow, black], overprints: false }
}

/** Every ink that the page is printed in, so that each plate has the mark. */
function allInks({ isBlack }: MarksRequest): SheetColour {
  return isBlack ? inks(0, 0, 0, 100) : inks(100, 100, 100, 100)
}

function hairline(steps: readonly PathStep[], colour: SheetColour): SheetItem {
  return { kind: 'path', steps, fill: null, fillRule: 'nonzero', stroke: { width: HAIRLINE, colour } }
}

function line(x1: Pt, y1: Pt, x2: Pt, y2: Pt): readonly PathStep[] {
  return [
    { kind: 'move', x: x1, y: y1 },
    { kind: 'line', x: x2, y: y2 },
  ]
}

/** Two lines at each corner, in line with the edges of the trim. */
function cropMarks(request: MarksRequest, offset: Pt): readonly SheetItem[] {
  const { width, height } = request
  const colour = allInks(request)
  const end = offset + CROP_LENGTH
  const level = [0, height].flatMap((y) => [line(-end, y, -offset, y), line(width + offset, y, width + end, y)])
  const upright = [0, width].flatMap((x) => [line(x, -end, x, -offset), line(x, height + offset, x, height + end)])
  return [...level, ...upright].map((steps) => hairline(steps, colour))
}

/** A broken line at either end of the spine. */
function foldMarks(request: MarksRequest, offset: Pt): readonly SheetItem[] {
  const { width, height, isFolded } = request
  if (!isFolded) return []
  const dash = CROP_LENGTH / 5
  const dashes = (from: Pt): readonly PathStep[] =>
    [0, 2, 4].flatMap((at) => line(width / 2, from + at * dash, width / 2, from + (at + 1) * dash))
  const steps = [...dashes(-offset - CROP_LENGTH), ...dashes(height + offset)]
  return [hairline(steps, allInks(request))]
}

/** A circle with a cross in it, in the middle of each side; beside the middle where that is a spine. */
function registrationMarks(request: MarksRequest, offset: Pt): readonly SheetItem[] {
  const { width, height, isFolded } = request
  const colour = allInks(request)
  const out = offset + CROP_LENGTH / 2
  const middle = isFolded ? width * 0.75 : width / 2
  const places = [
    [middle, -out],
    [middle, height + out],
    [-out, height / 2],
    [width + out, height / 2],
  ] as const
  const [radius, arm] = [REGISTRATION_RADIUS, REGISTRATION_RADIUS * 1.25]
  return places.flatMap(([x, y]) =>
    [line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm), circle(x, y, radius * 0.75)].map((steps) =>
      hairline(steps, colour),
    ),
  )
}

/** How far a curve's control points stand from the ends of a quarter of a circle. */
const QUARTER = 0.5523

function circle(x: Pt, y: Pt, radius: Pt): readonly PathStep[] {
  const pull = radius * QUARTER
  const [left, right, top, foot] = [x - radius, x + radius, y - radius, y + radius]
  return [
    { kind: 'move', x, y: top },
    { kind: 'curve', x1: x + pull, y1: top, x2: right, y2: y - pull, x: right, y },
    { kind: 'curve', x1: right, y1: y + pull, x2: x + pull, y2: foot, x, y: foot },
    { kind: 'curve', x1: x - pull, y1: foot, x2: left, y2: y + pull, x: left, y },
    { kind: 'curve', x1: left, y1: y - pull, x2: x - pull, y2: top, x, y: top },
    { kind: 'close' },
  ]
}

/** Solid inks, half tones, and two inks over one another: as many as there is room for, at the foot. */
function colourBar({ width, height, isBlack }: MarksRequest, offset: Pt): readonly SheetItem[] {
  const patches = isBlack
    ? [100, 75, 50, 25].map((black) => inks(0, 0, 0, black))
    : [
        ...[100, 50].flatMap((tint) => [
          inks(tint, 0, 0, 0),
          inks(0, tint, 0, 0),
          inks(0, 0, tint, 0),
          inks(0, 0, 0, tint),
        ]),
        ...[inks(100, 100, 0, 0), inks(0, 100, 100, 0), inks(100, 0, 100, 0)],
      ]
  const y = height + offset + mm(1)
  return patches.flatMap((fill, index): readonly SheetItem[] => {
    const x = FROM_CORNER + index * PATCH
    if (x + PATCH > width / 2 - FROM_CORNER) return []
    const steps: readonly PathStep[] = [
      ...line(x, y, x + PATCH, y),
      { kind: 'line', x: x + PATCH, y: y + PATCH },
      { kind: 'line', x, y: y + PATCH },
      { kind: 'close' },
    ]
    return [{ kind: 'path', steps, fill, fillRule: 'nonzero', stroke: null }]
  })
}

/** What the sheet is, at its head, as large as there is room for. A character that the face lacks shows as a box. */
function slugLine({ width, slug }: MarksRequest, offset: Pt): readonly SheetItem[] {
  const { fonts, text } = slug
  const face = fonts.face(slug.face)
  const runs = text.split(/(\s+)/).flatMap((word) => fonts.shape({ face, text: word, features: [] }, () => {}))
  const natural = runs.reduce((sum, run) => sum + (run.width * SLUG_SIZE) / 1000, 0)
  const room = Math.max(1, width / 2 - 2 * FROM_CORNER)
  const size = SLUG_SIZE * Math.min(1, room / Math.max(natural, 1))
  const baseline = -(offset + mm(2))
  let x = FROM_CORNER
  const items: SheetItem[] = []
  for (const run of runs) {
    const part: GlyphsPart = {
      run,
      x,
      width: (run.width * size) / 1000,
      rise: 0,
      tracking: 0,
      scale: 1,
      softHyphen: false,
    }
    items.push({ kind: 'glyphs', baseline, size, colour: inks(0, 0, 0, 100), parts: [part] })
    x += part.width
  }
  return items
}
