import type { Colour } from '../stylebook/index.js'

/** The colours of a stylebook by name. */
export type Palette = ReadonlyMap<string, Colour>

/** Black as type wants it: the black ink alone. */
export const BLACK: Colour = { cmyk: [0, 0, 0, 100], rgb: [0, 0, 0] }

/** The red of marks that say: not fit to print. */
export const WARNING_RED: Colour = { cmyk: [0, 100, 100, 0], rgb: [226, 0, 26] }

/** A colour by its name; black for a name that the stylebook does not have, which its reader has reported. */
export function colourOf(palette: Palette, name: string): Colour {
  return palette.get(name) ?? BLACK
}

/**
 * A colour of a picture in both worlds. Grey becomes the black ink alone; for colours the inks are the plain complement
 * with the common grey taken out, which is what flat artwork means by red or blue.
 */
export function colourOfPicture(rgb: readonly [number, number, number]): Colour {
  const [cyan, magenta, yellow] = rgb.map((value) => 1 - value / 255) as [number, number, number]
  const black = Math.min(cyan, magenta, yellow)
  const ink = (part: number): number => (black === 1 ? 0 : Math.round((100 * (part - black)) / (1 - black)))
  return { cmyk: [ink(cyan), ink(magenta), ink(yellow), Math.round(100 * black)], rgb }
}
