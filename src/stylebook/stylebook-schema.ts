import { parseLength } from '../base/index.js'
import {
  byShape,
  deferred,
  flag,
  length,
  list,
  listOf,
  map,
  must,
  notYet,
  number,
  oneOf,
  optional,
  pair,
  parsed,
  placed,
  type Read,
  record,
  refined,
  type Schema,
  text,
  wholeNumber,
  withDefault,
} from '../source/index.js'
import { furnitureSchema } from './furniture-schema.js'
import { headOrder } from './head-order.js'
import { hyphenationSchema } from './hyphenation-schema.js'
import { slotPicture, slotQuote } from './inset-schema.js'
import { languageTag } from './language-tag.js'
import { lintSchema } from './lint-schema.js'
import { profilesSchema } from './profile-schema.js'
import { belowPlaces, softDepth } from './soft-cells.js'
import { dropCapSchema, rule, styleSchema, tableSchema } from './style-schema.js'
import { CAPTION_PLACES, REFS_LOOKS, STYLE_NAMES, type StyleName } from './types.js'

/** The largest page that PDF 1.7 can hold (ISO 32000-1, annex C): 14,400 units. */
const LARGEST = 14_400

const nonNegative = length({ least: 0, most: LARGEST })

const paper = map(
  {
    name: must(text),
    strapline: optional(text),
    language: optional(languageTag('language')),
    'date-form': optional(text),
    'number-form': optional(text),
  },
  { expects: 'the paper: { name: … }' },
)

const grid = map({
  columns: optional(wholeNumber({ least: 1, most: 48 })),
  gutter: optional(nonNegative),
  leading: optional(length({ least: 1, most: 1000 })),
})

const margins = map({
  head: optional(nonNegative),
  foot: optional(nonNegative),
  inside: optional(nonNegative),
  outside: optional(nonNegative),
})

const format = placed(
  map(
    {
      trim: pair(length({ least: 1, most: LARGEST }), 'width and height, such as [210mm, 297mm]'),
      margins: optional(placed(margins)),
      grid: optional(placed(grid)),
    },
    { expects: 'a format: { trim: [210mm, 297mm], margins: … }' },
  ),
)

const typeFields = Object.fromEntries(STYLE_NAMES.map((name) => [name, optional(styleSchema)])) as unknown as {
  readonly [K in StyleName]: Schema<Read<typeof styleSchema> | null>
}

const type = map(
  { ...typeFields, 'drop-cap': optional(dropCapSchema), table: optional(tableSchema) },
  { expects: 'styles by the kind of text' },
)

/** `type`, or what a dress changes of it, as written. */
export type WrittenType = Read<typeof type>

const component = (most: number): Schema<number> => number({ least: 0, most })
const cmyk = listOf(component(100), 4, 'four percentages: [cyan, magenta, yellow, black]')
const rgb = listOf(component(255), 3, 'three numbers from 0 to 255: [red, green, blue]')
const colour = map({ cmyk, rgb: optional(rgb) }, { expects: 'a colour: { cmyk: [0, 100, 90, 10] }' })

const box = map({
  tint: optional(placed(text)),
  rule: optional(rule),
  colour: optional(placed(text)),
  padding: optional(length({ least: 0, most: 1000 })),
  'padding-lines': optional(wholeNumber({ least: 0, most: 50 })),
})

const pictures = map(
  { keyline: optional(rule), caption: optional(oneOf(CAPTION_PLACES)), panel: optional(placed(text)) },
  { expects: 'how pictures look: { keyline: 0.25pt, caption: below }' },
)

const schedule = refined(
  list(
    parsed('a size in points', (typed) => {
      const match = /^(\d+(?:\.\d+)?)(?:\s*pt)?$/.exec(typed)
      const size = match ? Number(match[1]) : 0
      return size >= 4 && size <= 999 ? size : null
    }),
    { of: 'sizes in points' },
  ),
  (sizes, fail) => {
    if (sizes.length === 0) return fail('schedule must hold at least one size')
    const isRising = sizes.every((size, index) => index === 0 || size > sizes[index - 1]!)
    return isRising ? sizes : fail('the sizes of the schedule must rise, each once')
  },
)

const lines = optional(wholeNumber({ least: 0, most: 100 }))
const keeps = map({
  orphans: optional(wholeNumber({ least: 1, most: 20 })),
  widows: optional(wholeNumber({ least: 1, most: 20 })),
  'after-crosshead': lines,
  'before-jump': lines,
  'after-jump': lines,
})

/** `none`, `auto` for the house's bounds, or bounds of one's own. */
const fitSchema = byShape<'none' | 'auto' | WrittenFit>({
  scalar: parsed('none, auto or bounds: { tracking: 8 }', (typed) =>
    typed === 'none' || typed === 'auto' ? typed : null,
  ),
  map: map(
    {
      paragraphs: optional(wholeNumber({ least: 0, most: 100 })),
      tracking: optional(wholeNumber({ least: 0, most: 30 })),
      heads: optional(wholeNumber({ least: 0, most: 3 })),
      optional: optional(flag),
    },
    { expects: 'bounds: { paragraphs: 6, tracking: 8, heads: 1, optional: true }' },
  ),
})

/** Bounds of copyfit as written. */
export interface WrittenFit {
  readonly paragraphs: number | null
  readonly tracking: number | null
  readonly heads: number | null
  readonly optional: boolean | null
}

const runaround = map(
  {
    gap: optional(length({ least: 0, most: 1000 })),
    least: optional(
      parsed('a length in ems, such as 9em', (typed) => {
        const parsedLength = parseLength(typed)
        return parsedLength && 'em' in parsedLength && parsedLength.em >= 0 ? parsedLength.em : null
      }),
    ),
  },
  { expects: 'white and the least measure: { gap: 3mm, least: 9em }' },
)

const count = wholeNumber({ least: 1, most: 2000 })

const slot = placed(
  map(
    {
      slot: placed(text),
      col: count,
      span: count,
      line: optional(placed(count)),
      below: optional(belowPlaces),
      depth: placed(softDepth),
      furniture: optional(placed(text)),
      section: optional(text),
      head: optional(headOrder),
      legs: optional(wholeNumber({ least: 1, most: 48 })),
      box: optional(placed(text)),
      dress: optional(placed(text)),
      look: optional(oneOf(REFS_LOOKS)),
      picture: optional(slotPicture),
      quote: optional(slotQuote),
      'head-col': optional(count),
      advert: notYet('a slot cannot name its advert yet: the manifest places it'),
    },
    { expects: 'a slot: { slot: lead, col: 1, span: 4, line: 1, depth: 40 }' },
  ),
)

/** A slot as written. */
export type WrittenSlot = Read<typeof slot>

const template = deferred(list(slot, { of: 'slots' }))

/** The whole file. */
export const stylebookSchema = map(
  {
    extends: optional(text),
    paper: must(placed(paper)),
    formats: must(record(format, { expects: 'formats by name' })),
    grid: optional(placed(grid)),
    colours: withDefault(record(placed(colour), { expects: 'colours by name' }), new Map()),
    type: optional(type),
    dresses: withDefault(record(type, { expects: 'dresses by name' }), new Map()),
    heads: optional(map({ schedule: optional(schedule) })),
    keeps: optional(keeps),
    fit: withDefault(fitSchema, 'none'),
    hyphenation: optional(hyphenationSchema),
    lint: withDefault(lintSchema, 'on'),
    pictures: optional(pictures),
    furniture: optional(furnitureSchema),
    runaround: optional(runaround),
    boxes: withDefault(record(box, { expects: 'boxes by name' }), new Map()),
    templates: withDefault(record(placed(template), { expects: 'templates by name' }), new Map()),
    profiles: withDefault(profilesSchema, new Map()),
  },
  { expects: 'a stylebook: paper, formats, grid' },
)

/** A stylebook as written. */
export type WrittenStylebook = Read<typeof stylebookSchema>
