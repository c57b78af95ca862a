import { type Report } from '../base/index.js'
import { didYouMean, type Placed } from '../source/index.js'
import { COLOURS, RULE_GAP } from './defaults.js'
import type { WrittenRule } from './style-schema.js'
import type { WrittenStylebook } from './stylebook-schema.js'
import type { Colour, RuleStyle } from './types.js'

/** The stylebook's colours, and the checking of their names. */
export interface Palette {
  readonly colours: ReadonlyMap<string, Colour>
  /** A name that was written, if there is such a colour; else it is reported and `instead` stands for it. */
  name(written: Placed<string> | null, instead: string): string
  /** The same for what may be `none`. */
  nameOrNone(written: Placed<string> | null): string | null
  /** A rule; black when it names no colour. */
  rule(written: WrittenRule | null): RuleStyle | null
}

/** The colours of the defaults and of the stylebook. */
export function mixPalette(written: WrittenStylebook['colours'], report: Report): Palette {
  const colours = new Map<string, Colour>(Object.entries(COLOURS))
  for (const [name, { value }] of written) {
    const [cyan, magenta, yellow, black] = value.cmyk as [number, number, number, number]
    const rgb = value.rgb as [number, number, number] | null
    colours.set(name, {
      cmyk: [cyan, magenta, yellow, black],
      rgb: rgb ?? [onScreen(cyan, black), onScreen(magenta, black), onScreen(yellow, black)],
    })
  }
  const name = (one: Placed<string> | null, instead: string): string => {
    if (!one || colours.has(one.value)) return one?.value ?? instead
    const hint = didYouMean(one.value, colours.keys()) ?? `there is ${[...colours.keys()].join(', ')}`
    report({ code: 'colour-unknown', message: `the stylebook has no colour "${one.value}"`, place: one.place, hint })
    return instead
  }
  return {
    colours,
    name,
    nameOrNone: (one) => (one === null || one.value === 'none' ? null : name(one, 'black')),
    rule(one) {
      if (one === null || one === 'none') return null
      const then = one.then === null ? {} : { then: { weight: one.then, gap: one.gap ?? RULE_GAP } }
      return { weight: one.weight, colour: name(one.colour, 'black'), ...then }
    },
  }
}

/** One part of RGB from an ink and black, as a screen shows uncalibrated CMYK (ISO 32000-1, 10.3.5). */
function onScreen(ink: number, black: number): number {
  return Math.round(255 * (1 - ink / 100) * (1 - black / 100))
}
