import type { GridLines, Place } from '../base/index.js'
import type { FurnitureElement, FurniturePiece, StyleName } from './types.js'

type TextElement = Extract<FurnitureElement, { kind: 'text' }>

function textElement(
  text: string,
  said: Pick<TextElement, 'style' | 'line' | 'align' | 'place'> & Partial<TextElement>,
): FurnitureElement {
  const rest = { left: 0, right: 1, size: null, colour: null, font: null, weight: null, wrap: false } as const
  return { kind: 'text', text, ...rest, ...said }
}

/** The folio of a stylebook that has none: page number outside, the paper's name in the middle, the date at the spine. */
export function defaultFolio(place: Place): FurniturePiece {
  const style: StyleName = 'folio'
  const line = -0.5
  return [
    textElement('{date}', { style, line, align: 'left', right: 0.3, mirror: true, place }),
    textElement('{name}', { style, line, align: 'centre', left: 0.25, right: 0.75, place }),
    textElement('{page}', { style, line, align: 'right', left: 0.7, mirror: true, place }),
  ]
}

/** What the nameplate of a stylebook that has none is made for. */
export interface NameplateRoom {
  /** The least depth of the slots that show it. */
  readonly depth: GridLines
  readonly place: Place
}

/**
 * The paper's name across the page, as large as its slot allows, over its strapline and a line between rules with number,
 * date and price. A slot of fewer than five lines has the name alone.
 */
export function defaultNameplate({ depth, place }: NameplateRoom): FurniturePiece {
  const hasLines = depth >= 5
  const name = textElement('{name}', {
    style: 'nameplate',
    line: hasLines ? depth - 3.2 : depth - 0.4,
    align: 'centre',
    left: 0.02,
    right: 0.98,
    size: 'fill',
    place,
  })
  if (!hasLines) return [name]
  const line = depth - 0.75
  return [
    name,
    textElement('{strapline}', { style: 'strapline', line: depth - 2.1, align: 'centre', place }),
    { kind: 'rule', line: depth - 1.7, left: 0, right: 1, rule: { weight: 0.5, colour: 'black' } },
    textElement('{number}', { style: 'date-line', line, align: 'left', right: 0.3, place }),
    textElement('{date}', { style: 'date-line', line, align: 'centre', left: 0.2, right: 0.8, place }),
    textElement('{price}', { style: 'date-line', line, align: 'right', left: 0.7, place }),
    { kind: 'rule', line: depth - 0.4, left: 0, right: 1, rule: { weight: 1, colour: 'black' } },
  ]
}
