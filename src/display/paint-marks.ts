import type { PathStep, Pt, Rect, Sides } from '../base/index.js'
import type { PlacedImage, PlacedPanel, PlacedRule } from '../makeup/index.js'
import type { OutlinePicture, OutlineShape, Picture } from '../pictures/index.js'
import { type RuleStyle, thicknessOf } from '../stylebook/index.js'
import { colourOf, type Palette } from './colours.js'
import type { DisplayItem, PathItem } from './types.js'

/** A drawn rule, as a stroke of its weight along its middle; a thick-and-thin one as the outlines of both. */
export function paintRule(placed: PlacedRule, palette: Palette): PathItem {
  const { x1, y1, x2, y2, rule } = placed
  if (rule.then) return paintPair(placed, rule.then, palette)
  return {
    kind: 'path',
    steps: [
      { kind: 'move', x: x1, y: y1 },
      { kind: 'line', x: x2, y: y2 },
    ],
    fill: null,
    fillRule: 'nonzero',
    stroke: { width: rule.weight, colour: colourOf(palette, rule.colour) },
  }
}

/** Two rules side by side, the first above or at the left; what is halfway through both lies on the line that is drawn. */
function paintPair(
  { x1, y1, x2, y2, rule }: PlacedRule,
  then: NonNullable<RuleStyle['then']>,
  palette: Palette,
): PathItem {
  const isUpright = x1 === x2
  const half = thicknessOf(rule) / 2
  const along = ({ from, weight }: { readonly from: Pt; readonly weight: Pt }): Rect =>
    isUpright
      ? { x: x1 + from, y: y1, width: weight, height: y2 - y1 }
      : { x: x1, y: y1 + from, width: x2 - x1, height: weight }
  const first = along({ from: -half, weight: rule.weight })
  const second = along({ from: half - then.weight, weight: then.weight })
  const steps = [...rectSteps(first), ...rectSteps(second)]
  return { kind: 'path', steps, fill: colourOf(palette, rule.colour), fillRule: 'nonzero', stroke: null }
}

/** A panel: its tint, and its rule along its edge, the second of two inside the first. Nothing when it has neither. */
export function paintPanel({ rect, fill, rule }: PlacedPanel, palette: Palette): readonly PathItem[] {
  if (fill === null && !rule) return []
  const colour = rule && colourOf(palette, rule.colour)
  const outer = rectPath(rect, {
    fill: fill === null ? null : colourOf(palette, fill),
    stroke: rule && colour && { width: rule.weight, colour },
  })
  if (!rule?.then || !colour) return [outer]
  const { weight, gap } = rule.then
  const inset = rule.weight / 2 + gap + weight / 2
  const { x, y, width, height } = rect
  const inside = { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset }
  return [outer, rectPath(inside, { fill: null, stroke: { width: weight, colour } })]
}

/** A rectangle with this paint. */
export function rectPath(rect: Rect, paint: Pick<PathItem, 'fill' | 'stroke'>): PathItem {
  return { kind: 'path', steps: rectSteps(rect), fillRule: 'nonzero', ...paint }
}

/** The outline of a rectangle. */
export function rectSteps({ x, y, width, height }: Rect): readonly PathStep[] {
  return [
    { kind: 'move', x, y },
    { kind: 'line', x: x + width, y },
    { kind: 'line', x: x + width, y: y + height },
    { kind: 'line', x, y: y + height },
    { kind: 'close' },
  ]
}

/** Where a picture stands that is as large as its rectangle allows without distortion, in its middle. */
export function shownIn(rect: Rect, picture: Pick<Picture, 'width' | 'height'>): Rect {
  const scale = Math.min(rect.width / picture.width, rect.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return { x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width, height }
}

/** A picture in its rectangle, as large as that allows. */
export function paintImage(
  { file, rect }: Pick<PlacedImage, 'file' | 'rect'>,
  picture: Picture,
): readonly DisplayItem[] {
  const shown = shownIn(rect, picture)
  const scale = shown.width / picture.width
  switch (picture.kind) {
    case 'outline':
      return paintOutlines(picture, shown, scale)
    case 'raster':
      return [{ kind: 'image', rect: shown, picture: file }]
    case 'page':
      return [{ kind: 'embedded-page', rect: shown, picture: file, bleed: scaled(picture.bleed, scale) }]
  }
}

function scaled({ left, top, right, bottom }: Sides, scale: number): Sides {
  return { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale }
}

/** The outlines of an artwork, cut off at its edge where something reaches over it. */
function paintOutlines(picture: OutlinePicture, shown: Rect, scale: number): readonly DisplayItem[] {
  const items = picture.shapes.map((shape) => paintShape(shape, shown, scale))
  return picture.overflows ? [{ kind: 'clip', steps: rectSteps(shown), items }] : items
}

function paintShape(shape: OutlineShape, { x, y }: Rect, scale: number): PathItem {
  const { fill, fillRule, stroke } = shape
  return {
    kind: 'path',
    steps: shape.steps.map((step) => placeStep(step, { x, y, scale })),
    fill: fill && { cmyk: null, rgb: fill },
    fillRule,
    stroke: stroke && { width: stroke.width * scale, colour: { cmyk: null, rgb: stroke.colour }, shape: stroke.shape },
  }
}

function placeStep(
  step: PathStep,
  { x, y, scale }: { readonly x: Pt; readonly y: Pt; readonly scale: number },
): PathStep {
  if (step.kind === 'close') return step
  const end = { x: x + step.x * scale, y: y + step.y * scale }
  if (step.kind !== 'curve') return { kind: step.kind, ...end }
  return {
    kind: 'curve',
    x1: x + step.x1 * scale,
    y1: y + step.y1 * scale,
    x2: x + step.x2 * scale,
    y2: y + step.y2 * scale,
    ...end,
  }
}
