import type { Rect } from '../base/index.js'
import { badge, LOOKS, lookOf, round, type BadgeSpot } from './badge.js'
import { markup, type Markup } from './markup.js'
import type { Thumbnail } from './report-types.js'
import type { PreflightPage } from './types.js'
import type { NumberedFinding } from './verdict.js'

/** A badge is so many times narrower than its page: to be read, and not to hide what it is about. */
const BADGES_ABREAST = 15
/** From one badge to the next that would stand on it. */
const STEP = 1.12

/** A page that is shown. */
export interface ShownPage {
  readonly page: PreflightPage
  readonly thumbnail: Thumbnail
  readonly findings: readonly NumberedFinding[]
}

/** The pages of a paper side by side as a reader opens them, each with its findings marked. */
export function flatplan(pages: readonly ShownPage[]): Markup {
  const spreadOf = ({ page }: ShownPage): number => Math.floor(page.number / 2)
  const spreads = [...new Set(pages.map(spreadOf))].map((spread) => pages.filter((page) => spreadOf(page) === spread))
  return markup`<ol class="flatplan">
${spreads.map(
  (spread) => markup`<li class="${spread.length === 1 ? sideOf(spread[0]!) : 'both'}">
${spread.map(figure)}</li>
`,
)}</ol>`
}

function sideOf({ page }: ShownPage): string {
  return page.number % 2 === 0 ? 'left' : 'right'
}

function figure(shown: ShownPage): Markup {
  const { page, thumbnail, findings } = shown
  const { width, height, picture } = thumbnail
  const source = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`
  const size = `${round(width)} ${round(height)}`
  return markup`<figure id="page-${page.number}">
<figcaption><b>${page.number}</b> ${inksOf(page)}</figcaption>
<div class="sheet"><img src="${source}" alt="${describe(shown)}" width="${Math.round(width)}" height="${Math.round(height)}"/>
<svg viewBox="0 0 ${size}">
${trimLine(thumbnail)}${overlays(thumbnail, findings)}</svg></div>
</figure>
`
}

function describe({ page, findings }: ShownPage): string {
  const numbers = findings.map(({ number }) => number)
  const marked = numbers.length === 0 ? 'nothing was found' : `marked on it: ${numbers.join(', ')}`
  return `Page ${page.number} as it is printed; ${marked}`
}

/** Dots of its inks, and in words. */
function inksOf({ isInColour }: PreflightPage): Markup {
  const dots = (isInColour ? ['c', 'm', 'y', 'k'] : ['k']).map(
    (ink, at) => markup`<circle class="${ink}" cx="${5 + 9 * at}" cy="5" r="4"/>`,
  )
  return markup`<span class="inks"><svg viewBox="0 0 ${isInColour ? 37 : 10} 10" aria-hidden="true" focusable="false">${dots}</svg> ${isInColour ? 'colour' : 'black'}</span>`
}

/** Where the page is cut, if anything of the sheet lies outside. */
function trimLine({ width, height, trim }: Thumbnail): Markup | null {
  return trim.width < width || trim.height < height ? markup`${box(trim, 'trim')}\n` : null
}

/** The findings of a page: their boxes, and on top of all of them their numbers, each leading to what is said of it. */
function overlays({ width, height, trim }: Thumbnail, findings: readonly NumberedFinding[]): readonly Markup[] {
  const boxes = findings.map(({ rect }) => (rect ? { ...rect, x: trim.x + rect.x, y: trim.y + rect.y } : trim))
  const spots = placeBadges(boxes, { width, height })
  return [
    ...findings.map((finding, at) => markup`${box(boxes[at]!, `box ${lookOf(finding)}`)}\n`),
    ...findings.map((finding, at) => {
      const name = `${LOOKS[lookOf(finding)]} ${finding.number}: ${finding.message}`
      return markup`<a href="#finding-${finding.number}" aria-label="${name}"><title>${name}</title>${badge(finding, spots[at]!)}</a>\n`
    }),
  ]
}

function box({ x, y, width, height }: Rect, look: string): Markup {
  return markup`<rect class="${look}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`
}

/** Places badges on the top left corners of their boxes, all on the picture, and none on another while there is room beside it. */
export function placeBadges(
  boxes: readonly Rect[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly BadgeSpot[] {
  const size = width / BADGES_ABREAST
  const half = size / 2
  const within = (at: number, all: number): number => Math.min(Math.max(at, half), all - half)
  return boxes.reduce<readonly BadgeSpot[]>((placed, { x, y }) => {
    const isTaken = (spot: BadgeSpot): boolean =>
      placed.some((other) => Math.abs(other.x - spot.x) < size && Math.abs(other.y - spot.y) < size)
    const spots = [...rowsFrom({ x: within(x, width), y: within(y, height), size }, { width, height })]
    return [...placed, spots.find((spot) => !isTaken(spot)) ?? spots[0]!]
  }, [])
}

/** The spots on the right of one, and then those of the rows under it. */
function* rowsFrom(first: BadgeSpot, { width, height }: { readonly width: number; readonly height: number }) {
  const { size } = first
  for (let y = first.y; y <= height - size / 2; y += STEP * size) {
    for (let x = first.x; x <= width - size / 2; x += STEP * size) yield { x, y, size }
  }
}
