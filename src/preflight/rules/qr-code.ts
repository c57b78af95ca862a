import { fits, formatMm, mm, type Pt, type Rect } from '../../base/index.js'
import type { PlacedQr } from '../../makeup/index.js'
import { asPrinted } from '../as-printed.js'
import { darknessOf, inksOf } from '../inks.js'
import type { Fault, Job, LookedPage, Mark } from '../look.js'

/** A telephone does not read a smaller one off newsprint. */
const SMALLEST: Pt = mm(10)
/** A ground that is darker takes the contrast from the squares (per cent, as the eye sees it). */
const LIGHT = 20

/** QR codes that a telephone will not read: too small, in another ink than solid black, or on a ground that is not light. */
export function qrCode({ pages, scale }: Job): readonly Fault[] {
  return pages.flatMap((page) =>
    page.madeUp.furniture.flatMap((placed): readonly Fault[] => {
      const mark = placed.kind === 'qr' ? markOf(placed, page) : undefined
      const faults = mark ? faultsOf(mark, scale) : []
      if (!mark || faults.length === 0) return []
      const says = `a QR code ${faults.join(' and ')}`
      const hint = `make it at least ${formatMm(SMALLEST)} wide, in solid black on a light ground`
      return [{ page: page.number, rect: mark.rect, owner: mark.owner, says, hint }]
    }),
  )
}

/** What is printed of a QR code. */
function markOf({ rect }: PlacedQr, { marks }: LookedPage): Mark | undefined {
  return marks.find(({ item, rect: own }) => item.kind === 'path' && item.fill !== null && isSame(own, rect))
}

/** Its squares are as wide as it is; some of them may stand in the bleed. */
function isSame(a: Rect, b: Rect): boolean {
  const pairs = [
    [a.x, b.x],
    [a.y, b.y],
    [a.width, b.width],
    [a.height, b.height],
  ] as const
  return pairs.every(([one, other]) => Math.abs(one - other) < 0.01)
}

function faultsOf({ item, rect, ground }: Mark, scale: number): readonly string[] {
  const width = rect.width * scale
  const colour = item.kind === 'path' && item.fill ? inksOf(item.fill) : null
  const isBlack = colour !== null && colour.every((ink, at) => ink === (at === 3 ? 100 : 0))
  const isOnLight = ground === null || (ground.cmyk !== null && darknessOf(ground.cmyk) <= LIGHT)
  return [
    ...(fits(SMALLEST, width) ? [] : [`is ${formatMm(width)} wide${asPrinted(scale)}`]),
    ...(isBlack ? [] : ['is not in solid black alone']),
    ...(isOnLight ? [] : ['stands on a ground that is not light']),
  ]
}
