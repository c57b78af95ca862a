import type { Finding, Place } from '../base/index.js'
import { didYouMean, isEmpty, mistake, notAsExpected, placeOfKey, placeOfNode, placeOfSpot } from './mistakes.js'
import { type Read, type Schema, type Spot, WRONG, type YamlEntry, type YamlMap, type YamlNode } from './types.js'

/** The keys of a map and what each must be. */
export type Fields = Readonly<Record<string, Schema<unknown>>>

/** What a map of these fields gives. */
export type ReadFields<F extends Fields> = { readonly [K in keyof F]: Read<F[K]> }

/** Options of a map. */
export interface MapOptions {
  /** What the map is, in an editor's words, to follow "must be": `keys with values (key: value)` when left out. */
  readonly expects?: string
  /** Other spellings of a key: `{ kicker: 'overline' }`. */
  readonly aliases?: Readonly<Record<string, string>>
}

/** A key that may be left out; then it is null. */
export function optional<T>(schema: Schema<T>): Schema<T | null> {
  return { expects: schema.expects, read: (spot) => schema.read(spot), leftOut: { value: null } }
}

/** A key that may be left out; then it is `value`. */
export function withDefault<T>(schema: Schema<T>, value: T): Schema<T> {
  return { expects: schema.expects, read: (spot) => schema.read(spot), leftOut: { value } }
}

/** A key that must be there; when it is missing or wrong that is reported, and null stands for it so that the rest can be checked. */
export function must<T>(schema: Schema<T>): Schema<T | null> {
  return { expects: schema.expects, read: (spot) => schema.read(spot), instead: { value: null } }
}

/** Known keys and no other. A key that is left empty is left out. */
export function map<const F extends Fields>(fields: F, options: MapOptions = {}): Schema<ReadFields<F>> {
  const { expects = 'keys with values (key: value)', aliases = {} } = options
  const keys = Object.keys(fields)
  const spellings = [...keys, ...Object.keys(aliases)]
  const known = new Map<string, string>(keys.map((key) => [key, key]))
  for (const [alias, key] of Object.entries(aliases)) known.set(alias, key)
  return {
    expects,
    read(spot) {
      if (spot.node.kind !== 'map') return notAsExpected(spot, expects)
      const entries = entriesByKey(spot.node, { spot, known, keys, spellings })
      const values: [string, unknown][] = []
      let isWhole = true
      for (const [key, schema] of Object.entries(fields)) {
        const value = readField(spot, key, schema, entries.get(key))
        if (value === WRONG) isWhole = false
        else values.push([key, value])
      }
      return isWhole ? (Object.fromEntries(values) as ReadFields<F>) : WRONG
    },
  }
}

interface Spellings {
  readonly spot: Spot
  /** The field that each spelling means. */
  readonly known: ReadonlyMap<string, string>
  readonly keys: readonly string[]
  readonly spellings: readonly string[]
}

/** The entries under their fields' names; reports unknown keys and a field said in two spellings. */
function entriesByKey(node: YamlMap, { spot, known, keys, spellings }: Spellings): Map<string, YamlEntry> {
  const found = new Map<string, YamlEntry>()
  for (const entry of node.entries.values()) {
    const key = known.get(entry.key)
    const place = placeOfKey(entry)
    if (key === undefined) {
      const hint = didYouMean(entry.key, spellings) ?? hintOfComma(entry) ?? listOfFew(keys)
      mistake(spot, `unknown key "${entry.key}"`, { code: 'key-unknown', place, ...(hint ? { hint } : {}) })
      continue
    }
    const other = found.get(key)
    if (other) mistake(spot, `"${entry.key}" and "${other.key}" say the same thing: keep one of them`, { place })
    else {
      found.set(key, entry)
      if (key !== entry.key) spot.onAlias(node, key, entry)
    }
  }
  return found
}

/** `{ caption: On Monday, when they met }`: between braces, what comes after the comma is taken for a key. */
function hintOfComma({ node, keySource, keyStart }: YamlEntry): string | undefined {
  const isAfterComma = /,\s*$/.test(keySource.text.slice(Math.max(0, keyStart - 80), keyStart))
  return isEmpty(node) && isAfterComma ? 'between braces a value with a comma in it must stand in quotes' : undefined
}

/** More keys than this are no help to whoever looks for one. */
const FEW = 10

function listOfFew(keys: readonly string[]): string | undefined {
  return keys.length > 0 && keys.length <= FEW ? `known are ${keys.join(', ')}` : undefined
}

/** One field's value. A wrong one that may be left out counts as left out, so that the rest can still be checked. */
function readField(spot: Spot, key: string, schema: Schema<unknown>, entry: YamlEntry | undefined): unknown {
  if (!entry || isEmpty(entry.node)) {
    if (schema.leftOut) return schema.leftOut.value
    const missing = mistake(spot, `${key} is missing`, {
      code: 'key-missing',
      place: entry ? placeOfKey(entry) : (spot.keyPlace ?? firstLineOf(spot.node)),
      hint: `it must be ${schema.expects}`,
    })
    return schema.instead ? schema.instead.value : missing
  }
  const value = schema.read(spotOf(entry, spot))
  const instead = schema.leftOut ?? schema.instead
  return value === WRONG && instead ? instead.value : value
}

function firstLineOf(node: YamlNode): Place {
  return placeOfNode({ ...node, end: Math.max(node.end, node.start + 1) }, null)
}

function spotOf(entry: YamlEntry, spot: Spot): Spot {
  return { ...spot, node: entry.node, name: entry.key, keyPlace: placeOfKey(entry) }
}

/** Options of a list. */
export interface ListOptions {
  /** What an item is called, in the plural: `articles`. */
  readonly of?: string
}

/** So many values. A wrong item is reported and left out. */
export function list<T>(item: Schema<T>, { of }: ListOptions = {}): Schema<readonly T[]> {
  const expects = of === undefined ? 'a list' : `a list of ${of}`
  return {
    expects,
    read(spot) {
      if (spot.node.kind !== 'list') return notAsExpected(spot, expects)
      return spot.node.items.map((node, index) => readItem(spot, node, index, item)).filter(isRight)
    },
  }
}

function readItem<T>(spot: Spot, node: YamlNode, index: number, item: Schema<T>): T | typeof WRONG {
  const inner: Spot = { ...spot, node, name: `item ${index + 1} of ${spot.name}`, keyPlace: null }
  return isEmpty(node) ? notAsExpected(inner, item.expects) : item.read(inner)
}

function isRight<T>(value: T | typeof WRONG): value is T {
  return value !== WRONG
}

/** Just so many values of one kind: `[210mm, 297mm]`. */
export function listOf<T>(item: Schema<T>, count: number, expects: string): Schema<readonly T[]> {
  return {
    expects,
    read(spot) {
      const { node } = spot
      if (node.kind !== 'list') return notAsExpected(spot, expects)
      if (node.items.length !== count)
        return mistake(spot, `${spot.name} must be ${expects}, not ${soMany(node.items.length)}`)
      const values = node.items.map((one, index) => readItem(spot, one, index, item)).filter(isRight)
      return values.length === count ? values : WRONG
    },
  }
}

function soMany(items: number): string {
  return items === 1 ? 'a list of 1 value' : `a list of ${items} values`
}

/** Two lengths: `[210mm, 297mm]`. */
export function pair<T>(item: Schema<T>, expects: string): Schema<readonly [T, T]> {
  return listOf(item, 2, expects) as Schema<readonly [T, T]>
}

/** What an entry of a record is read with when it depends on its key. */
export type EntrySchema<T> = Schema<T> | ((key: string) => Schema<T>)

/** Options of a record. */
export interface RecordOptions {
  readonly expects?: string
  /** What a key must look like; it follows "must be". */
  readonly keys?: Schema<string>
}

/** Any keys, each with a value of one kind, in the order written. A wrong or empty entry is left out. */
export function record<T>(schema: EntrySchema<T>, options: RecordOptions = {}): Schema<ReadonlyMap<string, T>> {
  const { expects = 'names with values (name: value)', keys } = options
  return {
    expects,
    read(spot) {
      if (spot.node.kind !== 'map') return notAsExpected(spot, expects)
      const values = new Map<string, T>()
      for (const entry of spot.node.entries.values()) {
        if (keys && keys.read(keySpotOf(entry, spot)) === WRONG) continue
        const value = readEntry(entry, spot, typeof schema === 'function' ? schema(entry.key) : schema)
        if (value !== WRONG) values.set(entry.key, value)
      }
      return values
    },
  }
}

function readEntry<T>(entry: YamlEntry, spot: Spot, schema: Schema<T>): T | typeof WRONG {
  if (!isEmpty(entry.node)) return schema.read(spotOf(entry, spot))
  return schema.leftOut ? schema.leftOut.value : WRONG
}

/** The key of an entry as a value of its own. */
function keySpotOf(entry: YamlEntry, spot: Spot): Spot {
  const node: YamlNode = {
    kind: 'scalar',
    text: entry.key,
    source: entry.keySource,
    start: entry.keyStart,
    end: entry.keyEnd,
  }
  return { ...spot, node, name: 'the name', keyPlace: placeOfKey(entry) }
}

/** What a value may be by its shape; a shape that is not named is a mistake. */
export interface Shapes<T> {
  readonly scalar?: Schema<T>
  readonly list?: Schema<T>
  readonly map?: Schema<T>
}

/** A value of several shapes: `film` or `{ article: film }`. */
export function byShape<T>(shapes: Shapes<T>): Schema<T> {
  const expects = [shapes.scalar, shapes.list, shapes.map].flatMap((one) => (one ? [one.expects] : [])).join(', or ')
  return {
    expects,
    read(spot) {
      const shape = shapes[spot.node.kind]
      return shape ? shape.read(spot) : notAsExpected(spot, expects)
    },
  }
}

/** A value with its place. */
export interface Placed<T> {
  readonly value: T
  readonly place: Place
  /** Where its key stands; the value's own place when it has none. */
  readonly keyPlace: Place
  /** Offsets of the value's own source. */
  readonly span: { readonly start: number; readonly end: number }
}

/** A value that remembers where it was written. */
export function placed<T>(schema: Schema<T>): Schema<Placed<T>> {
  return {
    expects: schema.expects,
    read(spot) {
      const value = schema.read(spot)
      const place = placeOfSpot(spot)
      const { start, end } = spot.node
      return value === WRONG ? WRONG : { value, place, keyPlace: spot.keyPlace ?? place, span: { start, end } }
    },
  }
}

/** A value that is read at once, but whose mistakes are for whoever uses it to report. */
export interface Deferred<T> {
  /** Null when nothing could be made of it. */
  readonly value: T | null
  readonly mistakes: readonly Finding[]
}

/** A value whose mistakes count only when it is used: a template, say. */
export function deferred<T>(schema: Schema<T>): Schema<Deferred<T>> {
  return {
    expects: schema.expects,
    read(spot) {
      const mistakes: Finding[] = []
      const value = schema.read({ ...spot, report: (finding) => mistakes.push(finding) })
      return { value: value === WRONG ? null : value, mistakes }
    },
  }
}

/** Anything at all, unread. */
export const anything: Schema<YamlNode> = { expects: 'anything', read: ({ node }) => node }

/** Whether a key that is not available yet was left out, is there but empty, or asks for something, which was reported. */
export type NotYet = 'left-out' | 'empty' | 'asked'

/** A key whose capability is not available yet: an error when it says something, silent when it is empty. */
export function notYet(capability: string): Schema<NotYet> {
  return {
    expects: 'left out',
    leftOut: { value: 'left-out' },
    read(spot) {
      if (saysNothing(spot.node)) return 'empty'
      mistake(spot, `"${spot.name}" is not available yet: ${capability}`, {
        code: 'not-yet',
        place: spot.keyPlace ?? placeOfSpot(spot),
        hint: 'take it out for now',
      })
      return 'asked'
    },
  }
}

/** Whether a value is empty of content: nothing, blank text, an empty list or an empty map. */
function saysNothing(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.text === null || node.text.trim() === ''
  return node.kind === 'list' ? node.items.length === 0 : node.entries.size === 0
}
