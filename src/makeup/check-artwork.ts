import { formatSize, type Pt, type Report } from '../base/index.js'
import type { Advert, OrderedEdition } from '../edition/index.js'
import type { Picture, Pictures } from '../pictures/index.js'

/** What checking the artwork of adverts needs. */
export interface CheckArtworkRequest {
  readonly edition: OrderedEdition
  readonly pictures: Pictures
  readonly report: Report
}

/** How far artwork may differ from its booking: a hundredth. */
const MOST_OFF = 0.01

/** Tells of adverts whose artwork was not made at the size booked. */
export function checkArtwork({ edition, pictures, report }: CheckArtworkRequest): void {
  for (const advert of new Set(edition.pages.flatMap(({ adverts }) => adverts.map((one) => one.advert)))) {
    const picture = pictures.get(advert.file)
    // One that could not be opened has been reported.
    const off = picture && differenceOf(advert, picture)
    if (!off) continue
    const message = `the artwork of the advert "${advert.id}" ${off}; it is scaled to fit`
    report({ code: 'advert-size', message, place: advert.place, hint: 'ask for artwork of the size booked' })
  }
}

/** How the artwork differs from the booking, in words; null when it does not. Pixels and plain SVG have a shape but no size. */
function differenceOf(advert: Advert, { natural, width, height }: Picture): string | null {
  const booked = `${formatSize(advert)} is booked`
  if (natural) {
    if (isNear(natural.width, advert.width) && isNear(natural.height, advert.height)) return null
    return `is ${formatSize(natural)}, and ${booked}`
  }
  if (isNear(width / height, advert.width / advert.height)) return null
  return `is ${proportion(width, height)}, and ${booked}, which is ${proportion(advert.width, advert.height)}`
}

function isNear(own: number, booked: number): boolean {
  return Math.abs(own - booked) <= MOST_OFF * booked
}

/** `1.5 : 1`. */
function proportion(width: Pt, height: Pt): string {
  return `${Number((width / height).toFixed(2))} : 1`
}
