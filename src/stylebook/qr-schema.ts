import {
  byShape,
  map,
  oneOf,
  optional,
  placed,
  type Placed,
  refined,
  type Schema,
  text,
  withDefault,
} from '../source/index.js'
import { QR_LEVELS, type QrLevel } from './types.js'

/** More than this makes squares that no phone reads from newsprint. */
const LONGEST = 300

/** What a QR code says. One that is too long is reported, and stands for a QR code all the same. */
export const qrText: Schema<Placed<string>> = placed(
  refined(text, (typed, fail) => {
    if (typed.length > LONGEST) {
      fail(`a QR code holds at most ${LONGEST} characters, not ${typed.length}`, { hint: 'make the address shorter' })
    }
    return typed.trim().slice(0, LONGEST)
  }),
)

/** A QR code as written. */
export interface WrittenQr {
  readonly text: Placed<string>
  readonly level: QrLevel
  readonly colour: Placed<string> | null
  readonly ground: Placed<string> | null
}

/** An address alone, or `{ text, level, colour, ground }`. */
export const qrCode: Schema<WrittenQr> = byShape<WrittenQr>({
  scalar: refined(qrText, (address): WrittenQr => ({ text: address, level: 'M', colour: null, ground: null })),
  map: map(
    {
      text: qrText,
      level: withDefault(oneOf(QR_LEVELS), 'M'),
      colour: optional(placed(text)),
      ground: optional(placed(text)),
    },
    { expects: 'a QR code: { text: "https://example.org", level: M }' },
  ),
})
