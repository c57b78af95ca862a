import { fits, formatMm, mm, type Pt, type Rect, type Report } from '../base/index.js'
import { encodeQr, QUIET_ZONE } from '../pictures/index.js'
import type { QrElement } from '../stylebook/index.js'
import type { PlacedPanel, PlacedQr } from './types.js'

/** Squares of less than 0.4 mm run together when ink spreads on newsprint, and phones do not tell them apart. */
const SMALLEST: Pt = mm(0.4)

/** A QR code as large as its rectangle allows with the white that it needs, in its middle, and its ground. */
export function layQr(
  { text, level, colour, ground, place }: QrElement,
  rect: Rect,
  report: Report,
): readonly (PlacedQr | PlacedPanel)[] {
  const { modules } = encodeQr(text, level)
  const side = Math.max(0, Math.min(rect.width, rect.height))
  const step = side / (modules.length + 2 * QUIET_ZONE)
  const whole = { x: rect.x + (rect.width - side) / 2, y: rect.y + (rect.height - side) / 2, width: side, height: side }
  const white = QUIET_ZONE * step
  const inner = { x: whole.x + white, y: whole.y + white, width: side - 2 * white, height: side - 2 * white }
  if (!fits(SMALLEST, step)) {
    const needed = Math.ceil((SMALLEST * side) / step)
    const message = `this QR code is ${formatMm(side)} wide with the white round it; to be read from paper it must be ${formatMm(needed)}`
    report({ code: 'qr-small', message, place, hint: 'give it more room, or a shorter address' })
  }
  return [
    ...(ground === null ? [] : [{ kind: 'panel' as const, rect: whole, fill: ground, rule: null }]),
    { kind: 'qr', text, rect: inner, modules, colour },
  ]
}
