import { fits, formatPt, type Pt } from '../../base/index.js'
import type { SheetColour } from '../../prepress/index.js'
import { asPrinted } from '../as-printed.js'
import { countOf, inksOf } from '../inks.js'
import type { Fault, Job, PaintedItem } from '../look.js'
import { rectanglesOf } from '../outlines.js'
import { group, inPlaces, spotsOn } from '../spots.js'

/** A rule that is too thin for the inks that it is printed in. */
interface Thin {
  /** As printed. */
  readonly width: Pt
  readonly least: Pt
  readonly how: string
}

/** Rules, strokes and bars thinner than the press can print: in one ink, or in several that have to meet. */
export function thinRule({ pages, scale, profile: { limits } }: Job): readonly Fault[] {
  const spots = spotsOn(pages, ({ item }): Thin | null => {
    if (item.kind !== 'path') return null
    const all = [strokeOf(item), barOf(item)].flatMap((drawn) => {
      if (!drawn) return []
      const inks = countOf(inksOf(drawn.colour))
      const least = inks > 1 ? limits.severalInkRule : limits.rule
      const how = inks > 1 ? 'in several inks' : inks === 1 ? 'in one ink' : 'left out of its ground'
      const width = drawn.width * scale
      return fits(least, width) ? [] : [{ width, least, how }]
    })
    return all[0] ?? null
  })
  return group(spots, ({ how }) => how).map(({ page, owner, rect, details }) => {
    const { width, how, least } = details.reduce((thinnest, one) => (one.width < thinnest.width ? one : thinnest))
    const what = owner.isArtwork ? 'a stroke' : 'a rule'
    const says = `${owner.name} has ${what} of ${formatPt(width)}${asPrinted(scale)} ${how}${inPlaces(details.length)}`
    return { page, rect, owner, says, hint: `this press needs ${formatPt(least)}: draw it wider, or in solid black` }
  })
}

type Path = Extract<PaintedItem, { kind: 'path' }>

/** Something thin that is drawn. */
interface Drawn {
  readonly width: Pt
  readonly colour: SheetColour
}

function strokeOf({ stroke }: Path): Drawn | null {
  return stroke && stroke.width > 0 ? stroke : null
}

/** The thinnest of the bars that an area consists of; null for one of another shape. */
function barOf({ steps, fill }: Path): Drawn | null {
  if (!fill) return null
  const widths = (rectanglesOf(steps) ?? []).map(({ width, height }) => Math.min(width, height))
  const width = widths.reduce((thinnest, one) => (one > 0 ? Math.min(thinnest, one) : thinnest), Infinity)
  return width < Infinity ? { width, colour: fill } : null
}
