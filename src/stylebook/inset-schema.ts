import {
  flag,
  length,
  map,
  number,
  oneOf,
  optional,
  pair,
  parsed,
  type Placed,
  placed,
  type Read,
  type Schema,
  text,
  wholeNumber,
} from '../source/index.js'
import { CAPTION_PLACES, INSET_PLACES, type InsetAt, type InsetLook, type PictureLook, RUNAROUNDS } from './types.js'

/** More legs than these no page has. */
const MOST_LEGS = 48

/** Legs in steps of a half: 1.5 stands across the gutter. */
function halves(least: number): Schema<number> {
  return parsed(`a number of legs of at least ${least}, in steps of a half, such as 1.5`, (typed) => {
    const value = /^\d{1,2}(?:\.[05])?$/.test(typed) ? Number(typed) : NaN
    return value >= least && value <= MOST_LEGS ? value : null
  })
}

const at: Schema<InsetAt> = parsed(
  `${INSET_PLACES.slice(0, -1).join(', ')}, ${INSET_PLACES.at(-1)} or a line of the legs, such as 12`,
  (typed) => INSET_PLACES.find((one) => one === typed) ?? (/^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : null),
)

/** Where something stands among an article's text. */
export const INSET_FIELDS = {
  span: optional(placed(halves(0.5))),
  leg: optional(placed(halves(1))),
  at: optional(placed(at)),
  depth: optional(placed(wholeNumber({ least: 1, most: 2000 }))),
} as const

const gap = optional(length({ least: 0, most: 500 }))

/** How a picture among the text looks, but for the place of its caption. */
export const PICTURE_FIELDS = {
  ...INSET_FIELDS,
  focus: optional(
    pair(number({ least: 0, most: 1 }), 'two shares from 0 to 1 of its width and depth, such as [0.4, 0.3]'),
  ),
  keyline: optional(flag),
  runaround: optional(oneOf(RUNAROUNDS)),
  gap,
} as const

/** How a pull quote looks. */
export const QUOTE_FIELDS = { ...INSET_FIELDS, box: optional(placed(text)), gap } as const

/** A slot's picture. */
export const slotPicture = map(
  { ...PICTURE_FIELDS, caption: optional(oneOf(CAPTION_PLACES)) },
  { expects: 'how the picture in it stands: { span: 2, at: head }' },
)

/** A slot's pull quote. */
export const slotQuote = map(QUOTE_FIELDS, { expects: 'how the pull quote in it stands: { span: 1, at: middle }' })

/** A written place without the places where it is written. */
export function insetLookOf(written: {
  readonly [K in keyof typeof INSET_FIELDS]: Read<(typeof INSET_FIELDS)[K]>
}): InsetLook {
  const valueOf = <T>(one: Placed<T> | null): T | null => one && one.value
  return {
    span: valueOf(written.span),
    leg: valueOf(written.leg),
    at: valueOf(written.at),
    depth: valueOf(written.depth),
  }
}

/** A slot's picture, as far as the slot says. */
export function pictureLookOf(written: Read<typeof slotPicture>): PictureLook {
  const { focus, keyline, runaround, gap: white, caption } = written
  return { ...insetLookOf(written), focus, keyline, runaround, gap: white, caption }
}
