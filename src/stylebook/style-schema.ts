import {
  byShape,
  flag,
  fontWeight,
  length,
  lengthOrEm,
  list,
  map,
  number,
  oneOf,
  optional,
  parsed,
  type Placed,
  placed,
  type Read,
  refined,
  type Schema,
  text,
  wholeNumber,
  WRONG,
} from '../source/index.js'
import { type AuthorLength, parseLength, type Pt } from '../base/index.js'
import { HANGING_CLASSES, type HangingClass } from './types.js'

/** A rule as written: its colour still a name that nobody has looked up; `none` takes an inherited one away. */
export type WrittenRule = 'none' | WrittenRuleLook

/** A rule that is drawn, as written. */
interface WrittenRuleLook {
  readonly weight: Pt
  readonly colour: Placed<string> | null
  readonly then: Pt | null
  readonly gap: Pt | null
}

/** Rules thicker than this are panels. */
const THICKEST: Pt = 72

const weight = length({ least: 0.01, most: THICKEST })

const ruleLook: Schema<WrittenRuleLook> = refined(
  map(
    { weight, colour: optional(placed(text)), then: optional(weight), gap: optional(weight) },
    { expects: 'a rule: { weight: 0.5pt, colour: black }' },
  ),
  (read: WrittenRuleLook, fail): WrittenRuleLook | typeof WRONG =>
    read.gap !== null && read.then === null
      ? fail('a gap is the white between two rules: give the weight of the second as `then`')
      : read,
)

/** `{ weight: 0.5pt, colour: red }`, `{ weight: 2pt, then: 0.5pt, gap: 1.5pt }`, `0.5pt` or `none`. */
export const rule: Schema<WrittenRule> = byShape<WrittenRule>({
  scalar: parsed('a rule: { weight: 0.5pt, colour: black }, or none', (typed) => {
    const weight = typed === 'none' ? null : parseLength(typed)
    if (!weight) return typed === 'none' ? 'none' : null
    const isOne = 'pt' in weight && weight.pt > 0 && weight.pt <= THICKEST
    return isOne ? { weight: weight.pt, colour: null, then: null, gap: null } : null
  }),
  map: ruleLook,
})

/** Times the size when a bare number, else a length. */
const leading: Schema<number | AuthorLength> = parsed('a number (times the size) or a length such as 12pt', (typed) => {
  if (/^\d*\.?\d+$/.test(typed)) return Number(typed) > 0 && Number(typed) <= 10 ? Number(typed) : null
  const parsedLength = parseLength(typed)
  if (!parsedLength) return null
  return ('pt' in parsedLength ? parsedLength.pt : parsedLength.em) > 0 ? parsedLength : null
})

const feature = refined(text, (typed, fail) =>
  /^-?[A-Za-z0-9]{4}$/.test(typed)
    ? typed
    : fail(`an OpenType feature has four letters, such as onum or -liga, not "${typed}"`),
)

const wordSpace = map({
  least: optional(number({ least: 0.1, most: 10 })),
  ideal: optional(number({ least: 0.1, most: 10 })),
  most: optional(number({ least: 0.1, most: 10 })),
})

/** What says in which face and colour something is set. */
const look = {
  font: optional(placed(text)),
  weight: optional(placed(fontWeight)),
  style: optional(placed(oneOf(['normal', 'italic']))),
  colour: optional(placed(text)),
  features: optional(list(feature, { of: 'OpenType features' })),
}
const letterfit = number({ least: 0, most: 50 })
const glyphWidth = number({ least: 0, most: 10 })

/** `{ letterfit: 15, glyph-width: 3 }`, or `none`. */
const wideLetters: Schema<'none' | { readonly letterfit: number | null; readonly 'glyph-width': number | null }> =
  byShape<'none' | { readonly letterfit: number | null; readonly 'glyph-width': number | null }>({
    scalar: parsed('wider bounds: { letterfit: 15, glyph-width: 3 }, or none', (typed) =>
      typed === 'none' ? 'none' : null,
    ),
    map: map(
      { letterfit: optional(letterfit), 'glyph-width': optional(glyphWidth) },
      { expects: 'wider bounds: { letterfit: 15, glyph-width: 3 }' },
    ),
  })

const hangingFields = Object.fromEntries(
  HANGING_CLASSES.map((name) => [name, optional(number({ least: 0, most: 1 }))]),
) as unknown as Readonly<Record<HangingClass, Schema<number | null>>>

/** `true`, `false`, or shares by class. */
const opticalMargins: Schema<boolean | Readonly<Record<HangingClass, number | null>>> = byShape<
  boolean | Readonly<Record<HangingClass, number | null>>
>({
  scalar: flag,
  map: map(hangingFields, { expects: 'shares of the width by class: { hyphens: 0.6 }' }),
})

/** What one style of `type` says. */
const style = {
  ...look,
  size: optional(length({ least: 1, most: 2000 })),
  leading: optional(leading),
  align: optional(oneOf(['justify', 'left', 'right', 'centre'])),
  indent: optional(lengthOrEm),
  hyphenate: optional(flag),
  caps: optional(oneOf(['none', 'small', 'all-small'])),
  tracking: optional(number({ least: -200, most: 1000 })),
  figures: optional(oneOf(['own', 'lining', 'old-style'])),
  'figure-width': optional(oneOf(['own', 'tabular', 'proportional'])),
  fractions: optional(flag),
  ordinals: optional(oneOf(['level', 'raised'])),
  'hang-quotes': optional(flag),
  'word-space': optional(placed(wordSpace)),
  letterfit: optional(letterfit),
  'glyph-width': optional(glyphWidth),
  wide: optional(wideLetters),
  'optical-margins': optional(opticalMargins),
  'stop-space': optional(number({ least: 1, most: 3 })),
  before: optional(wholeNumber({ least: 0, most: 20 })),
  after: optional(wholeNumber({ least: 0, most: 20 })),
  'rule-above': optional(rule),
  'rule-below': optional(rule),
}

const A_STYLE = { expects: 'a style: { font, weight, size, … }' }

/** One style of `type`: everything may be left out. */
export const styleSchema = map(style, A_STYLE)

/** The style of tables. */
export const tableSchema = map({ ...style, 'row-rule': optional(rule), 'column-rule': optional(rule) }, A_STYLE)

/** The style of drop capitals: their size follows from their lines. */
export const dropCapSchema = map(
  {
    ...look,
    lines: optional(
      refined(wholeNumber({ least: 0, most: 12 }), (lines, fail) =>
        lines === 1 ? fail('a drop capital stands over 2 lines at least; 0 is none') : lines,
      ),
    ),
    gap: optional(lengthOrEm),
  },
  { expects: 'a drop capital: { lines: 3, font, weight, … }' },
)

/** A style as written. */
export type WrittenStyle = Read<typeof styleSchema>

/** The style of drop capitals as written. */
export type WrittenDropCap = Read<typeof dropCapSchema>
