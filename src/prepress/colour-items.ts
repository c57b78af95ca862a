import type { Pt } from '../base/index.js'
import type { DisplayItem, PaintedColour, PictureColour } from '../display/index.js'
import type { Cmyk, Inks } from '../pictures/index.js'
import type { InkColour, PressProfile, SheetColour, SheetItem } from './types.js'

/** What a colour is for: type, an area, or a stroke of so many points. */
export type ColourUse = 'type' | 'area' | { readonly stroke: Pt }

/** Makes a page's colours into a sheet's. */
export type ColourMaker = (colour: PaintedColour, use: ColourUse) => SheetColour

/** Items with the colours of a sheet. */
export function colourItems(items: readonly DisplayItem[], make: ColourMaker): readonly SheetItem[] {
  return items.map((item): SheetItem => {
    switch (item.kind) {
      case 'glyphs':
        return { ...item, colour: make(item.colour, 'type') }
      case 'path':
        return {
          ...item,
          fill: item.fill && make(item.fill, 'area'),
          stroke: item.stroke && { ...item.stroke, colour: make(item.stroke.colour, { stroke: item.stroke.width }) },
        }
      case 'clip':
        return { ...item, items: colourItems(item.items, make) }
      default:
        return item
    }
  })
}

/** Colours of a screen: grey where red, green and blue are alike, so that black is black. */
export function screenColours(): ColourMaker {
  return remembered(({ rgb }) => {
    const [red, green, blue] = rgb
    return red === green && green === blue ? { kind: 'grey', level: red } : { kind: 'rgb', rgb }
  })
}

/** The inks of a page that is printed in colour. */
export function inkColours(profile: PressProfile, inks: Inks): ColourMaker {
  const inksOf = ({ cmyk, rgb }: PaintedColour): Cmyk => cmyk ?? withinLimit(inks.cmykOf(rgb), profile.inkLimit)
  return overprinting(profile, inksOf)
}

/** The tints of black of a page that is printed in black alone: what is black already stays as it is, colours become greys. */
export function blackColours(profile: PressProfile, { blackOf }: Inks): ColourMaker {
  return overprinting(profile, ({ cmyk, rgb }) => {
    const isInk = cmyk && cmyk[0] === 0 && cmyk[1] === 0 && cmyk[2] === 0
    return [0, 0, 0, isInk ? cmyk[3] : blackOf[greyOf(rgb)]!]
  })
}

/** Of one colour and whether it overprints, the same object each time. */
function overprinting(profile: PressProfile, inksOf: (colour: PaintedColour) => Cmyk): ColourMaker {
  const [over, out] = [true, false].map((overprints) =>
    remembered((colour): InkColour => ({ kind: 'inks', cmyk: inksOf(colour), overprints })),
  ) as [ColourMaker, ColourMaker]
  return (colour, use) => {
    const solid = out(colour, use)
    return isSolidBlack(solid) && isFine(use, profile) ? over(colour, use) : solid
  }
}

/**
 * What is fine and black is printed onto what is under it: no press hits the gap that it would leave. A wide rule and an
 * area knock out, for what is under them would show through. White never overprints: it would vanish.
 */
function isFine(use: ColourUse, { limits }: PressProfile): boolean {
  return use === 'type' || (use !== 'area' && use.stroke <= limits.severalInkRule)
}

function isSolidBlack(colour: SheetColour): boolean {
  return colour.kind === 'inks' && colour.cmyk.every((ink, index) => ink === (index === 3 ? 100 : 0))
}

/** The colour's inks taken back evenly until all together are within the limit; black keeps the drawing. */
function withinLimit(cmyk: Cmyk, limit: number): Cmyk {
  const [cyan, magenta, yellow, black] = cmyk
  const colours = cyan + magenta + yellow
  if (colours + black <= limit) return cmyk
  const share = (limit - black) / colours
  return [Math.floor(cyan * share), Math.floor(magenta * share), Math.floor(yellow * share), black]
}

/** The grey of a screen that is as light as a colour (weights of ITU-R BT.709, on light itself: IEC 61966-2-1). */
function greyOf([red, green, blue]: readonly [number, number, number]): number {
  const light = 0.2126 * lightOf(red) + 0.7152 * lightOf(green) + 0.0722 * lightOf(blue)
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055))
}

function lightOf(level: number): number {
  const value = level / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function remembered(make: (colour: PaintedColour) => SheetColour): ColourMaker {
  const known = new WeakMap<PaintedColour, SheetColour>()
  return (colour) => {
    let made = known.get(colour)
    if (!made) known.set(colour, (made = make(colour)))
    return made
  }
}

/** The colours of pictures that items show, whose inks have to be asked for. */
export function pictureColours(items: readonly DisplayItem[]): readonly PictureColour['rgb'][] {
  return items.flatMap((item) => {
    if (item.kind === 'clip') return pictureColours(item.items)
    if (item.kind !== 'path') return []
    return [item.fill, item.stroke?.colour ?? null].flatMap((colour) => (colour && !colour.cmyk ? [colour.rgb] : []))
  })
}
