import { nearest, parseLength, type Pt } from '../base/index.js'
import {
  byShape,
  flag,
  fontWeight,
  list,
  map,
  mistake,
  number,
  oneOf,
  optional,
  parsed,
  type Placed,
  placed,
  type Read,
  record,
  refined,
  type Schema,
  type Spot,
  text,
  withDefault,
  WRONG,
} from '../source/index.js'
import { qrCode } from './qr-schema.js'
import { rule, type WrittenRule } from './style-schema.js'
import { FURNITURE_PAGES, STYLE_NAMES } from './types.js'

/** What furniture may ask for between braces. */
const PLACEHOLDERS = ['name', 'strapline', 'date', 'number', 'price', 'page', 'pages', 'section']

/** Text that may hold some placeholders, and no others. */
export function form(known: readonly string[]): Schema<string> {
  return refined(text, (typed, fail) => {
    for (const [braced, word] of typed.matchAll(/\{([^{}]*)\}/g)) {
      if (known.includes(word!)) continue
      const near = nearest(word!, known)
      const all = known.map((one) => `{${one}}`).join(', ')
      return fail(`nothing is known as ${braced}`, { hint: near ? `did you mean "{${near}}"?` : `there is ${all}` })
    }
    return typed
  })
}

/** Lines of the grid; furniture may stand between them, and in the margins. */
const line = number({ least: -500, most: 500 })
const depth = optional(number({ least: 0.05, most: 500 }))
/** Fractions of the width; a little beyond it reaches into the margin. */
const edge = number({ least: -1, most: 2 })
const edges = {
  left: withDefault(edge, 0),
  right: withDefault(edge, 1),
  pages: withDefault(oneOf(FURNITURE_PAGES), 'all'),
  mirror: withDefault(flag, false),
}

const size: Schema<Pt | 'fill'> = parsed('fill, or a length such as 9pt', (typed) => {
  if (typed === 'fill') return 'fill'
  const read = parseLength(typed)
  return read && 'pt' in read && read.pt >= 1 && read.pt <= 2000 ? read.pt : null
})

const textElement = map({
  text: placed(form(PLACEHOLDERS)),
  style: optional(oneOf(STYLE_NAMES)),
  line: withDefault(line, 1),
  align: withDefault(oneOf(['left', 'right', 'centre']), 'left'),
  ...edges,
  size: optional(size),
  colour: optional(placed(text)),
  font: optional(placed(text)),
  weight: optional(fontWeight),
  wrap: withDefault(flag, false),
})

const ruleElement = map({ rule, line: withDefault(line, 0), ...edges })

/** A panel's fill: a colour, or none. */
interface WrittenPanel {
  readonly fill: Placed<string> | null
  readonly rule: WrittenRule | null
}

const panel = byShape<WrittenPanel>({
  scalar: refined(placed(text), (fill): WrittenPanel => ({ fill, rule: null })),
  map: map({ fill: optional(placed(text)), rule: optional(rule) }, { expects: 'a panel: { fill: red }' }),
})

const panelElement = map({ panel, line: withDefault(line, 1), depth, ...edges })

const imageElement = map({ image: placed(text), line: withDefault(line, 1), depth, ...edges })

const qrElement = map({ qr: qrCode, line: withDefault(line, 1), depth, ...edges })

/** The kinds of element, by the key that tells them apart. */
const ELEMENTS = { text: textElement, rule: ruleElement, panel: panelElement, image: imageElement, qr: qrElement }

type ElementKind = keyof typeof ELEMENTS

/** An element as written. */
export type WrittenElement = { [K in ElementKind]: { readonly kind: K } & Read<(typeof ELEMENTS)[K]> }[ElementKind]

const KINDS = Object.keys(ELEMENTS) as readonly ElementKind[]

const EXPECTS = 'an element of furniture: { text: … }, { rule: … }, { panel: … }, { image: … } or { qr: … }'

/** An element, told by its key. */
const element: Schema<WrittenElement> = {
  expects: EXPECTS,
  read(spot) {
    const { node } = spot
    const kinds = node.kind === 'map' ? KINDS.filter((kind) => node.entries.has(kind)) : []
    const [kind, second] = kinds
    if (!kind || second) return blame(spot, kind && second ? `${kind} and ${second} in one` : null)
    const read = ELEMENTS[kind].read(spot)
    return read === WRONG ? WRONG : ({ kind, ...read } as WrittenElement)
  },
}

function blame(spot: Spot, both: string | null): typeof WRONG {
  const { node } = spot
  const why = both ?? (node.kind === 'map' ? `one with ${[...node.entries.keys()].join(', ') || 'nothing'}` : 'this')
  return mistake(spot, `${spot.name} must be ${EXPECTS}, not ${why}`)
}

/** A piece of furniture as written; null takes the default. */
export type WrittenPiece = readonly WrittenElement[] | null

/** `none`; `…` for the default, as descriptions of stylebooks elide it; else the text of one centred element. */
const shortPiece: Schema<WrittenPiece> = refined(placed(form(PLACEHOLDERS)), (written): WrittenPiece => {
  if (written.value === 'none') return []
  if (/^(?:…|\.\.\.|default)$/.test(written.value)) return null
  const read = {
    style: null,
    line: 1,
    align: 'centre',
    left: 0,
    right: 1,
    size: null,
    colour: null,
    font: null,
  } as const
  return [{ kind: 'text', pages: 'all', mirror: false, text: written, ...read, weight: null, wrap: false }]
})

const piece = byShape<WrittenPiece>({
  scalar: shortPiece,
  list: list(element, { of: 'elements of furniture' }),
  map: refined(element, (one): WrittenPiece => [one]),
})

const jump = map({
  on: optional(form(['page', 'catchword'])),
  from: optional(form(['page', 'catchword'])),
})

const refs = map({
  teaser: optional(form(['page'])),
  index: optional(form(['page'])),
  leader: optional(oneOf(['dots', 'none'])),
  'rule-off': optional(rule),
})

/** The furniture's own keys; every other one is a piece. */
const OWN = { jump, refs, 'column-rule': rule, 'cut-off': rule }

type OwnKey = keyof typeof OWN

/** `furniture` as written. */
export interface WrittenFurniture {
  readonly jump: Read<typeof jump> | null
  readonly refs: Read<typeof refs> | null
  readonly columnRule: WrittenRule | null
  readonly cutOff: WrittenRule | null
  readonly pieces: ReadonlyMap<string, WrittenPiece>
}

function isOwn(key: string): key is OwnKey {
  return Object.hasOwn(OWN, key)
}

const entries = record<unknown>((key): Schema<unknown> => (isOwn(key) ? OWN[key] : piece), {
  expects: 'furniture: jump, refs, column-rule, cut-off, folio, nameplate and pieces of your own',
})

/** `furniture`. */
export const furnitureSchema: Schema<WrittenFurniture> = refined(entries, (read): WrittenFurniture => {
  const own = <K extends OwnKey>(key: K): Read<(typeof OWN)[K]> | null =>
    (read.get(key) as Read<(typeof OWN)[K]> | undefined) ?? null
  const pieces = new Map([...read].filter(([key]) => !isOwn(key)) as [string, WrittenPiece][])
  return { jump: own('jump'), refs: own('refs'), columnRule: own('column-rule'), cutOff: own('cut-off'), pieces }
})
