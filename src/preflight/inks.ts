import type { Cmyk } from '../pictures/index.js'
import type { SheetColour } from '../prepress/index.js'

/** The inks of a colour; none for a colour of a screen, of which there is none on a page for a press. */
export function inksOf(colour: SheetColour): Cmyk {
  return colour.kind === 'inks' ? colour.cmyk : [0, 0, 0, 0]
}

/** All inks together, per cent. */
export function totalOf(cmyk: Cmyk): number {
  return cmyk.reduce((sum, ink) => sum + ink, 0)
}

/** How many inks it takes. */
export function countOf(cmyk: Cmyk): number {
  return cmyk.filter((ink) => ink > 0).length
}

/**
 * How dark inks look on white paper, from 0 to 100. Cyan takes away the red of the light, magenta its green, yellow its blue: each
 * darkens by as much as the eye gives to that (ITU-R BT.601). Yellow is light however much there is of it.
 */
export function darknessOf([cyan, magenta, yellow, black]: Cmyk): number {
  return Math.min(100, 0.299 * cyan + 0.587 * magenta + 0.114 * yellow + black)
}

/** Inks printed onto others: those that it has none of stay. */
export function overprinted(over: Cmyk, under: Cmyk): Cmyk {
  const [cyan, magenta, yellow, black] = over.map((ink, at) => (ink > 0 ? ink : under[at]!)) as [
    number,
    number,
    number,
    number,
  ]
  return [cyan, magenta, yellow, black]
}
