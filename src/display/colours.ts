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
