import type { Pt } from '../../base/index.js'
import type { SheetColour } from '../../prepress/index.js'

/** A coordinate as the file has it: to a thousandth of a point. */
export function coordinate(length: Pt): number {
  return Math.round(length * 1000) / 1000
}

/** A page has a few colours and thousands of lines. */
const known = new WeakMap<SheetColour, string>()

/** The operator that fills with a colour. */
export function colourOperands(colour: SheetColour): string {
  let operands = known.get(colour)
  if (operands === undefined) known.set(colour, (operands = writeOperands(colour)))
  return operands
}

function writeOperands(colour: SheetColour): string {
  switch (colour.kind) {
    case 'grey':
      return `${share(colour.level / 255)} g`
    case 'rgb':
      return `${colour.rgb.map((value) => share(value / 255)).join(' ')} rg`
    case 'inks':
      return `${colour.cmyk.map((ink) => share(ink / 100)).join(' ')} k`
  }
}

function share(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
