import type { GridLines, Place, Pt } from '../base/index.js'
import type { FurnitureElement, FurniturePiece, StyleName } from './types.js'

type TextElement = Extract<FurnitureElement, { kind: 'text' }>

function textElement(
  text: string,
  said: Pick<TextElement, 'style' | 'line' | 'align' | 'place'> & Partial<TextElement>,
): FurnitureElement {
  const rest = { left: 0, right: 1, size: null, colour: null, font: null, weight: null, mirror: false } as const
  return { kind: 'text', text, ...rest, ...said }
}

/** The folio of a stylebook that has none: page number outside, the paper's name in the middle, the date at the spine. */
export function defaultFolio(place: Place): FurniturePiece {
  const style: StyleName = 'folio'
  const line = -0.5
  return [
    textElement('{date}', { style, line, align: 'left', right: 0.35, mirror: true, place }),
    textElement('{name}', { style, line, align: 'centre', left: 0.3, right: 0.7, place }),
    textElement('{page}', { style, line, align: 'right', left: 0.65, mirror: true, place }),
  ]
}

/** What the nameplate of a stylebook that has none is made for. */
export interface NameplateRoom {
  readonly name: string
  /** The least depth of the slots that show it. */
  readonly depth: GridLines
  /** The narrowest type area of the formats, and the leading of its grid. */
  readonly width: Pt
  readonly leading: Pt
  readonly place: Place
}

/** Letters of a bold face are about so wide (ems); a little more than they are, so that a name never runs out of its page. */
const LETTER = 0.64
/** Capitals are about so tall (ems). */
const CAPITAL = 0.7

/**
 * The paper's name across the page, as large as its slot allows, over its strapline and a line between rules with number,
 * date and price. A slot of fewer than five lines has the name alone.
 */
export function defaultNameplate({ name, depth, width, leading, place }: NameplateRoom): FurniturePiece {
  const hasLines = depth >= 5
  const nameLine = hasLines ? depth - 3.2 : depth - 0.4
  const widest = width / (LETTER * Math.max(name.length, 1))
  const tallest = ((nameLine - 0.3) * leading) / CAPITAL
  const size = Math.max(6, Math.floor(Math.min(widest, tallest, 96)))
  const nameElement = textElement('{name}', { style: 'nameplate', line: nameLine, align: 'centre', size, place })
  if (!hasLines) return [nameElement]
  const rule = { weight: 0.5, colour: 'black' } as const
  const line = depth - 0.75
  return [
    nameElement,
    textElement('{strapline}', { style: 'strapline', line: depth - 2.1, align: 'centre', place }),
    { kind: 'rule', line: depth - 1.7, left: 0, right: 1, rule },
    textElement('{number}', { style: 'date-line', line, align: 'left', right: 0.3, place }),
    textElement('{date}', { style: 'date-line', line, align: 'centre', left: 0.2, right: 0.8, place }),
    textElement('{price}', { style: 'date-line', line, align: 'right', left: 0.7, place }),
    { kind: 'rule', line: depth - 0.4, left: 0, right: 1, rule: { weight: 1, colour: 'black' } },
  ]
}
