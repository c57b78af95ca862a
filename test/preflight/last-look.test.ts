import { describe, expect, it } from 'vitest'
import type { Job, LookedPage, PaintedItem } from '../../src/preflight/look.js'
import type { Owner } from '../../src/preflight/owners.js'
import { colourOnBlack } from '../../src/preflight/rules/colour-on-black.js'
import { missingGlyph } from '../../src/preflight/rules/missing-glyph.js'
import { rectSteps } from '../../src/display/paint-marks.js'
import type { SheetColour } from '../../src/prepress/index.js'
import { openTestFonts, glyphs } from '../output/sheets.js'

const RECT = { x: 20, y: 30, width: 90, height: 9 }
const OWNER = { name: 'rents', isArtwork: false } as Owner
const inks = (cyan: number, black: number): SheetColour => ({
  kind: 'inks',
  cmyk: [cyan, 0, 0, black],
  overprints: false,
})

/** A page in black alone with something on it that make-up and the making of greys let through. */
function withItem(item: PaintedItem, images: Job['images'] = new Map()): Job {
  const marks = [{ item, rect: RECT, owner: OWNER, ground: null }]
  const page = { number: 3, colourSpace: 'grey', marks } as Partial<LookedPage>
  return { pages: [page], images, pictures: new Map(), profile: { marks: [] }, slug: {} } as unknown as Job
}

const area = (fill: SheetColour): PaintedItem => ({
  kind: 'path',
  steps: rectSteps(RECT),
  fill,
  fillRule: 'nonzero',
  stroke: null,
})

describe('what no build lets through is looked at all the same', () => {
  it('a character that its typeface does not have', async () => {
    const fonts = await openTestFonts()
    expect(missingGlyph(withItem(glyphs(fonts, 'Rents 新聞 up 新')))).toMatchObject([
      { page: 3, rect: RECT, says: 'rents has “新” “聞”, which its typeface does not have' },
    ])
    expect(missingGlyph(withItem(glyphs(fonts, 'Rents up')))).toEqual([])
  })

  it('colour on a page that is printed in black alone', () => {
    const image: PaintedItem = { kind: 'image', rect: RECT, picture: '/a' }
    const decoded = (channels: number) =>
      new Map([['grey', new Map([['/a', { channels }]])]]) as unknown as Job['images']
    const coloured = [withItem(area(inks(40, 0))), withItem(image, decoded(4))]
    for (const job of coloured) {
      expect(colourOnBlack(job)).toMatchObject([
        { page: 3, rect: RECT, says: 'rents has colour, and this page is printed in black alone' },
      ])
    }
    const black = [withItem(area(inks(0, 40))), withItem(image, decoded(1))]
    expect(black.flatMap(colourOnBlack)).toEqual([])
  })
})
