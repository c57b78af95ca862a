import type { Pt } from '../../base/index.js'
import type { Colour } from '../../display/index.js'

/** A coordinate as the file has it: to a thousandth of a point. */
export function coordinate(length: Pt): number {
  return Math.round(length * 1000) / 1000
}

/** A page has a few colours and thousands of lines. */
const known = new WeakMap<Colour, string>()

/** The operator that fills with a colour on a screen: grey where red, green and blue are alike, so that black is black. */
export function colourOperands(colour: Colour): string {
  let operands = known.get(colour)
  if (operands === undefined) known.set(colour, (operands = writeOperands(colour)))
  return operands
}

function writeOperands({ rgb: [red, green, blue] }: Colour): string {
  if (red === green && green === blue) return `${share(red)} g`
  return `${share(red)} ${share(green)} ${share(blue)} rg`
}

function share(value: number): number {
  return Math.round((value / 255) * 10_000) / 10_000
}
