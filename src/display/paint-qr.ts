import type { PathStep } from '../base/index.js'
import type { PlacedQr } from '../makeup/index.js'
import { colourOf, type Palette } from './colours.js'
import { rectSteps } from './paint-marks.js'
import type { PathItem } from './types.js'

/** A QR code as one outline: squares that touch in a row are one rectangle, and no edge between rows shows. */
export function paintQr({ rect, modules, colour }: PlacedQr, palette: Palette): PathItem {
  const step = rect.width / modules.length
  const steps: PathStep[] = []
  modules.forEach((row, index) => {
    for (let from = row.indexOf(true); from >= 0; from = row.indexOf(true, from)) {
      const end = row.indexOf(false, from)
      const to = end < 0 ? row.length : end
      const x = rect.x + from * step
      steps.push(...rectSteps({ x, y: rect.y + index * step, width: (to - from) * step, height: step }))
      from = to
    }
  })
  return { kind: 'path', steps, fill: colourOf(palette, colour), fillRule: 'nonzero', stroke: null }
}
