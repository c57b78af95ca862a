import { type Report, wholeFile } from '../../src/base/index.js'
import type { DisplayItem, DisplayPage, ImageItem, PaintedColour, PathItem } from '../../src/display/index.js'
import type { Fonts } from '../../src/fonts/index.js'
import { type Inks, measureInks } from '../../src/pictures/index.js'
import { impose, pagesForPress, type PressProfile, type ReadyPage, type Sheet } from '../../src/prepress/index.js'
import { openTestFonts } from '../output/sheets.js'

export const BLACK: PaintedColour = { cmyk: [0, 0, 0, 100], rgb: [0, 0, 0] }
export const RED: PaintedColour = { cmyk: [0, 100, 90, 10], rgb: [200, 16, 46] }
export const WHITE: PaintedColour = { cmyk: [0, 0, 0, 0], rgb: [255, 255, 255] }

/** A page of 200 × 300 points. */
export function page(items: readonly DisplayItem[], number = 1): DisplayPage {
  return { number, width: 200, height: 300, items }
}

/** A rectangle by its left, top, right and foot. */
export function box(
  left: number,
  top: number,
  right: number,
  foot: number,
  paint: Partial<PathItem> = { fill: RED },
): PathItem {
  return {
    kind: 'path',
    steps: [
      { kind: 'move', x: left, y: top },
      { kind: 'line', x: right, y: top },
      { kind: 'line', x: right, y: foot },
      { kind: 'line', x: left, y: foot },
      { kind: 'close' },
    ],
    fill: null,
    fillRule: 'nonzero',
    stroke: null,
    ...paint,
  }
}

/** A rule from one point to another. */
export function rule(x1: number, y1: number, x2: number, y2: number, width = 0.5, colour = BLACK): PathItem {
  return {
    kind: 'path',
    steps: [
      { kind: 'move', x: x1, y: y1 },
      { kind: 'line', x: x2, y: y2 },
    ],
    fill: null,
    fillRule: 'nonzero',
    stroke: { width, colour },
  }
}

export function image(x: number, y: number, width: number, height: number): ImageItem {
  return { kind: 'image', rect: { x, y, width, height }, picture: '/a' }
}

/** Type without a letter in it. */
export function type(colour: PaintedColour): DisplayItem {
  return { kind: 'glyphs', baseline: 20, size: 9, colour, parts: [] }
}

/** The inks of a profile, with these colours of artwork among them. */
export async function inksOf(
  profile: PressProfile,
  colours: readonly (readonly [number, number, number])[] = [],
): Promise<Inks> {
  return (await measureInks(profile.inks.icc, colours))!
}

let fonts: Promise<Fonts> | null = null

/** Pages as a press takes them. */
export async function pagesFor(
  profile: PressProfile,
  pages: readonly DisplayPage[],
  colours: readonly (readonly [number, number, number])[] = [],
): Promise<readonly ReadyPage[]> {
  return pagesForPress(pages, profile, await inksOf(profile, colours))
}

/** Pages on their sheets. */
export async function sheetsFor(
  profile: PressProfile,
  pages: readonly DisplayPage[],
  report: Report = () => {},
): Promise<readonly Sheet[]> {
  const face = { family: 'serif', weight: 400, italic: false }
  const slug = { title: 'The Weekly', fonts: await (fonts ??= openTestFonts()), face }
  return impose(await pagesFor(profile, pages), { profile, slug, report, place: wholeFile('edition.yaml') })
}
