import { inksOf } from '../inks.js'
import type { Fault, Job, PaintedItem } from '../look.js'
import type { SheetColour } from '../../prepress/index.js'
import { group, spotsOn } from '../spots.js'
import { colourInPdf } from './embedded-pages.js'

/**
 * Colour on a page that is printed in black alone. All but the adverts of others is made grey when pages are made ready; that
 * nothing else is left is looked at all the same.
 */
export function colourOnBlack(job: Job): readonly Fault[] {
  const grey = job.pages.filter(({ colourSpace }) => colourSpace === 'grey')
  const spots = spotsOn(grey, ({ item }) => (hasColour(item, job) ? true : null))
  const left = group(spots).map(({ page, owner, rect }) => ({
    page,
    rect,
    owner,
    says: `${owner.name} has colour, and this page is printed in black alone`,
    hint: 'print the page in colour: say so in colour-pages',
  }))
  return [...colourInPdf(job), ...left]
}

function hasColour(item: PaintedItem, { images }: Job): boolean {
  switch (item.kind) {
    case 'glyphs':
      return isColoured(item.colour)
    case 'path':
      return [item.fill, item.stroke?.colour ?? null].some((colour) => colour !== null && isColoured(colour))
    case 'image':
      return (images.get('grey')?.get(item.picture)?.channels ?? 1) !== 1
    case 'embedded-page':
      return false
  }
}

function isColoured(colour: SheetColour): boolean {
  return colour.kind === 'rgb' || inksOf(colour).some((ink, at) => ink > 0 && at < 3)
}
