import type { Rect } from '../base/index.js'
import type { PlacedPicture } from '../makeup/index.js'
import type { Picture } from '../pictures/index.js'
import { colourOf, type Palette } from './colours.js'
import { paintImage, rectPath, rectSteps } from './paint-marks.js'
import type { DisplayItem } from './types.js'

/** What is seen of a picture, and the rule round it. Nothing is shown of one that could not be opened, which has been reported. */
export function paintPicture(
  { picture: { file }, rect, window, keyline }: PlacedPicture,
  picture: Picture | undefined,
  palette: Palette,
): readonly DisplayItem[] {
  const whole = picture ? paintImage({ file, rect: wholeOf(rect, window) }, picture) : []
  const seen: readonly DisplayItem[] = isWhole(window)
    ? whole
    : [{ kind: 'clip', steps: rectSteps(rect), items: whole }]
  if (!keyline) return seen
  const { weight, colour } = keyline
  // Drawn inside the rectangle: nothing leaves the place.
  return [
    ...seen,
    rectPath(shrunk(rect, weight / 2), { fill: null, stroke: { width: weight, colour: colourOf(palette, colour) } }),
  ]
}

/** Where all of the picture would stand, of which only a window is seen. */
function wholeOf(rect: Rect, { x, y, width, height }: Rect): Rect {
  const whole = { width: rect.width / width, height: rect.height / height }
  return { x: rect.x - x * whole.width, y: rect.y - y * whole.height, ...whole }
}

function isWhole({ width, height }: Rect): boolean {
  return width === 1 && height === 1
}

function shrunk({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}
