import { fits, formatPt, type Pt } from '../../base/index.js'
import type { Limits } from '../../prepress/index.js'
import { asPrinted } from '../as-printed.js'
import { countOf, darknessOf, inksOf } from '../inks.js'
import type { Fault, Job, LookedPage, Mark, PaintedItem } from '../look.js'
import { unite } from '../rectangles.js'
import { group, inPlaces, type Spot } from '../spots.js'

type Type = Mark<Extract<PaintedItem, { kind: 'glyphs' }>>

/** How type is printed, and how large it has to be for that. */
interface Printing {
  readonly how: string
  readonly least: Pt
  /** What else can be done than to set it larger. */
  readonly instead: string
}

/** Type that is too small for how it is printed. */
interface Small extends Printing {
  /** As printed. */
  readonly size: Pt
  readonly words: string
}

const IN_BLACK = ', or in solid black'
const ON_LIGHT = ', or on a light ground'

/** A ground that is no darker than this is as good as white under type (per cent, as the eye sees it). */
const LIGHT = 30

/** What type is held against. */
interface Asked {
  readonly limits: Limits
  readonly scale: number
}

/** Type under the limits of the press: what is printed in dots, in several plates or in none has its edges broken. */
export function smallType({ pages, scale, profile: { limits } }: Job): readonly Fault[] {
  const spots = pages.flatMap((page) => spotsOfType(page, { limits, scale }))
  return group(spots, ({ how }) => how).map(({ page, owner, rect, details }) => {
    const { size, how, least, instead, words } = details.reduce((smallest, one) =>
      one.size < smallest.size ? one : smallest,
    )
    const says = `${owner.name} has type of ${formatPt(size)}${asPrinted(scale)} ${how}${inPlaces(details.length)}: “${words}”`
    return { page, rect, owner, says, hint: `this press needs ${formatPt(least)} for that: set it larger${instead}` }
  })
}

/** Small type of a page, piece by piece: what goes on in the same line is the same piece. */
function spotsOfType(page: LookedPage, asked: Asked): readonly Spot<Small>[] {
  const spots: Spot<Small>[] = []
  let last: Type | null = null
  for (const mark of page.marks) {
    if (!isType(mark)) continue
    const small = smallOf(mark, asked)
    if (!small) continue
    const before = spots.at(-1)
    const goesOn = last !== null && before !== undefined && runsOn(last, mark) && before.detail.how === small.how
    const { owner, rect } = mark
    if (goesOn) spots[spots.length - 1] = { ...before, rect: unite([before.rect, rect]) }
    else spots.push({ page, owner, rect, detail: small })
    last = mark
  }
  return spots
}

function isType(mark: Mark): mark is Type {
  return mark.item.kind === 'glyphs'
}

/** Whether a piece stands right after another on its line, with no more than a space between. */
function runsOn(before: Type, { item, rect, owner }: Type): boolean {
  const gap = rect.x - before.rect.x - before.rect.width
  return owner === before.owner && item.baseline === before.item.baseline && gap >= -item.size && gap < item.size
}

function smallOf(mark: Type, { limits, scale }: Asked): Small | null {
  const { parts } = mark.item
  const size = mark.item.size * scale
  const printing = printingOf(mark, limits)
  if (fits(printing.least, size)) return null
  const words = parts.map(({ run }) => run.text).join('')
  return { ...printing, size, words: shortened(words.trim()) }
}

/** Enough to find it by. */
function shortened(words: string): string {
  const letters = [...words]
  return letters.length > 24 ? `${letters.slice(0, 24).join('').trimEnd()}…` : words
}

/** How type is printed: the most demanding of its ways. */
function printingOf(mark: Type, limits: Limits): Printing {
  const own = printedIn(mark, limits)
  const reversed = reversedFrom(mark, limits)
  return reversed && reversed.least >= own.least ? reversed : own
}

function printedIn({ item }: Type, limits: Limits): Printing {
  const cmyk = inksOf(item.colour)
  const count = countOf(cmyk)
  if (count > 1) return { how: 'in several inks', least: limits.severalInkType, instead: IN_BLACK }
  const isTint = count === 1 && !cmyk.includes(100)
  return isTint
    ? { how: 'in a tint', least: limits.tintedType, instead: IN_BLACK }
    : { how: 'in one ink', least: limits.type, instead: '' }
}

/**
 * What type that is left out of its ground needs; null for type on light ground, or darker than its ground, or printed onto it. A
 * picture counts as dark, and so do the adverts of others: nobody knows what lies just there.
 */
function reversedFrom({ item, ground }: Type, limits: Limits): Printing | null {
  const overprints = item.colour.kind === 'inks' && item.colour.overprints
  if (!ground || overprints) return null
  const dark = ground.cmyk ? darknessOf(ground.cmyk) : 100
  if (dark <= LIGHT || darknessOf(inksOf(item.colour)) >= dark) return null
  return ground.isOfSeveralInks
    ? { how: 'left out of a ground in several inks', least: limits.reversedType, instead: ON_LIGHT }
    : { how: 'left out of a ground in one ink', least: limits.reversedTypeOneInk, instead: ON_LIGHT }
}
