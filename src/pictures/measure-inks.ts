import type { InkProfile } from './read-icc.js'
import type { Cmyk, Rgb } from './types.js'

/** How colours become the inks of one press. */
export interface Inks {
  readonly profile: InkProfile
  /** The tint of black, in per cent, that shows each grey of a screen, from black (0) to white (255). */
  readonly blackOf: readonly number[]
  /** The inks of a colour of flat artwork; it must have been asked for. Greys are black alone. */
  cmykOf(rgb: Rgb): Cmyk
}

const WHITE: Rgb = [255, 255, 255]
/** So many tints of black are looked at. */
const STEPS = 32
/** A share of an ink below this is no part of a flat colour but a stray dot (per cent). */
const STRAY = 4

/** Measures the inks of a profile, and makes these colours into them. Null when the profile is damaged. */
export async function measureInks(profile: InkProfile, colours: readonly Rgb[]): Promise<Inks | null> {
  const { pixelsInInk } = await import('./separate-raster.js')
  // White is asked for in any case: it tells whether the profile can be used.
  const asked = [...new Map([WHITE, ...colours].map((rgb) => [nameOf(rgb), rgb])).values()]
  const inks = await pixelsInInk(asked, profile)
  if (inks.length !== 4 * asked.length) return null
  const blackOf = blacks(profile)
  const known = new Map<string, Cmyk>(asked.map((rgb, index) => [nameOf(rgb), flatInks(inks, index)]))
  return {
    profile,
    blackOf,
    cmykOf(rgb) {
      if (isGrey(rgb)) return [0, 0, 0, blackOf[rgb[0]]!]
      const cmyk = known.get(nameOf(rgb))
      if (!cmyk) throw new Error(`a colour that nobody asked for: ${nameOf(rgb)}`)
      return cmyk
    },
  }
}

function nameOf(rgb: Rgb): string {
  return rgb.join(' ')
}

function isGrey([red, green, blue]: Rgb): boolean {
  return red === green && green === blue
}

function flatInks(bytes: Uint8Array, index: number): Cmyk {
  const inks = [0, 1, 2, 3].map((channel) => Math.round((bytes[index * 4 + channel]! / 255) * 100))
  return inks.map((ink) => (ink < STRAY ? 0 : ink)) as unknown as Cmyk
}

/**
 * The tint of each grey. The lightness of a screen, from black to white, is laid over what the press
 * has, from its black to its paper, evenly: that keeps the steps of a photograph apart on paper whose black is a grey. On newsprint, whose
 * dots grow by a quarter, it gives the curve of the trade: 33 % grey is 22 % black, 50 is 35, 65 is 50, 75 is 61, 87 is 79.
 */
function blacks({ lightnessOf }: InkProfile): readonly number[] {
  const seen = Array.from({ length: STEPS + 1 }, (_, step) => lightnessOf([0, 0, 0, (100 * step) / STEPS]))
  const [paper, black] = [seen[0]!, seen[STEPS]!]
  return Array.from({ length: 256 }, (_, level) => {
    const wanted = black + (lightness(level) / 100) * (paper - black)
    const next = seen.findIndex((one) => one <= wanted)
    if (next <= 0) return next === 0 ? 0 : 100
    const [above, below] = [seen[next - 1]!, seen[next]!]
    return (100 * (next - 1 + (above - wanted) / (above - below))) / STEPS
  })
}

/** The lightness (L* of CIE 1976, 0–100) of a grey of a screen (IEC 61966-2-1). */
function lightness(level: number): number {
  const value = level / 255
  const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  return light > 0.008856 ? 116 * Math.cbrt(light) - 16 : 903.3 * light
}
