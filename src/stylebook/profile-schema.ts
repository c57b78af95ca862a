import type { Place, Pt } from '../base/index.js'
import {
  byShape,
  flag,
  isEmpty,
  length,
  list,
  map,
  number,
  oneOf,
  optional,
  parsed,
  type Placed,
  placed,
  placeOfKey,
  type Read,
  record,
  refined,
  type Schema,
  text,
  wholeNumber,
  WRONG,
} from '../source/index.js'
import { fileNames } from './file-names-schema.js'
import { PAGE_ORDERS, sheetSchema } from './sheet-schema.js'

/** The standards of files for the press. */
export const STANDARDS = ['PDF/X-1a:2001', 'PDF/X-4'] as const

export type Standard = (typeof STANDARDS)[number]

/** What may stand outside a page for those who print it. */
export const MARKS = ['crop', 'registration', 'colour-bar', 'slug'] as const

export type Mark = (typeof MARKS)[number]

/** The pages that a press prints in colour: all, none, or some by their numbers. */
export type ColourPages = 'all' | 'none' | readonly (number | 'last')[]

/** Nought can be said as `none`. */
function orNone(schema: Schema<Pt>): Schema<Pt> {
  return {
    expects: schema.expects,
    read: (spot) => (spot.node.kind === 'scalar' && spot.node.text?.trim() === 'none' ? 0 : schema.read(spot)),
  }
}

/** Paper thicker than this is not folded. */
const creep = orNone(length({ least: 0, most: 1, unit: 'mm' }))

/** A bleed of more than this is no bleed but another page. */
const bleed = orNone(length({ least: 0, most: 25, unit: 'mm' }))

const marks = byShape<readonly Mark[]>({
  scalar: refined(oneOf(['none', 'all', ...MARKS]), (word) => (word === 'none' ? [] : word === 'all' ? MARKS : [word])),
  list: list(oneOf(MARKS), { of: 'marks' }),
})

const colourPages = byShape<ColourPages>({
  scalar: parsed('all, none, or a list of page numbers', (typed) =>
    typed === 'all' || typed === 'none' ? typed : null,
  ),
  list: list(
    parsed('a page number, or last', (typed): number | 'last' | null => {
      if (typed === 'last') return typed
      return /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : null
    }),
    { of: 'page numbers' },
  ),
})

const pictures = map(
  {
    ppi: optional(wholeNumber({ least: 36, most: 2400 })),
    quality: optional(wholeNumber({ least: 1, most: 100 })),
    ruling: optional(
      parsed('lines to the inch of the press’s screen from 40 to 300, or none', (typed): number | 'none' | null => {
        if (typed === 'none') return typed
        const lines = /^\d{1,3}(?:\.\d+)?$/.test(typed) ? Number(typed) : 0
        return lines >= 40 && lines <= 300 ? lines : null
      }),
    ),
  },
  { expects: 'how pictures are made ready: { ppi: 200, quality: 85, ruling: 100 }' },
)

const size = optional(length({ least: 0, most: 100 }))
const limits = map(
  {
    type: size,
    'tinted-type': size,
    'several-ink-type': size,
    'reversed-type': size,
    'reversed-type-one-ink': size,
    rule: size,
    'several-ink-rule': size,
  },
  { expects: 'the least sizes: { type: 6pt, rule: 0.25pt }' },
)

/** What is live stays further from the trim on no press. */
const margin = orNone(length({ least: 0, most: 50, unit: 'mm' }))
const safe = byShape<{ readonly outside: Pt | null; readonly spine: Pt | null }>({
  scalar: refined(margin, (edge) => ({ outside: edge, spine: edge })),
  map: map(
    { outside: optional(margin), spine: optional(margin) },
    { expects: 'a margin for each: { outside: 5mm, spine: 10mm }' },
  ),
})

const pages = wholeNumber({ least: 1, most: 999 })
const pageCount = byShape<{ readonly [key in 'multiple' | 'least' | 'most']: number | null }>({
  scalar: refined(pages, (multiple) => ({ multiple, least: null, most: null })),
  map: map(
    { multiple: optional(pages), least: optional(pages), most: optional(pages) },
    { expects: 'how many there may be: { multiple: 4, least: 4, most: 64 }' },
  ),
})

const profile = map(
  {
    extends: optional(placed(text)),
    standard: optional(oneOf(STANDARDS)),
    condition: optional(placed(text)),
    icc: optional(placed(text)),
    embed: optional(placed(flag)),
    'ink-limit': optional(number({ least: 100, most: 400 })),
    bleed: optional(bleed),
    marks: optional(marks),
    pictures: optional(pictures),
    limits: optional(limits),
    safe: optional(safe),
    'page-count': optional(pageCount),
    'colour-pages': optional(colourPages),
    order: optional(oneOf(PAGE_ORDERS)),
    creep: optional(creep),
    sheet: optional(sheetSchema),
    'file-names': optional(fileNames),
  },
  { expects: 'what it changes of another profile: { extends: newsprint, ink-limit: 220 }' },
)

/** A print profile as written: what it changes of another one. */
export type WrittenProfile = Read<typeof profile>

/** A profile as written, and where each of its keys stands. */
export interface PlacedProfile extends Placed<WrittenProfile> {
  readonly keyPlaces: ReadonlyMap<string, Place>
}

const placedProfile: Schema<PlacedProfile> = {
  expects: profile.expects,
  read(spot) {
    const value = placed(profile).read(spot)
    if (value === WRONG || spot.node.kind !== 'map') return WRONG
    const said = [...spot.node.entries.values()].filter(({ node }) => !isEmpty(node))
    return { ...value, keyPlaces: new Map(said.map((entry) => [entry.key, placeOfKey(entry)])) }
  },
}

/** A profile's name is part of the names of the files that go to the press. */
const profileName = parsed('plain letters, figures and hyphens', (typed) =>
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/.test(typed) ? typed : null,
)

/** `profiles` of a stylebook. */
export const profilesSchema: Schema<ReadonlyMap<string, PlacedProfile>> = record(placedProfile, {
  expects: 'profiles by name',
  keys: profileName,
})
