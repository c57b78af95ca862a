import type { Code, Place, Report } from '../base/index.js'

/** An editor's text file. Offsets count UTF-16 code units of `text`. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string
  /** As an editor should see it. */
  readonly display: string
  /** Without a byte order mark. */
  readonly text: string
  /** Line and column of an offset; `length` characters are underlined (at least 1, at most to the line's end). */
  placeAt(offset: number, length?: number): Place
}

/** A step into a YAML value: a key or an index from 0. */
export type YamlPath = readonly (string | number)[]

/** A checked value that remembers where each part of it was written. */
export interface Located<T> {
  readonly value: T
  readonly source: SourceFile
  /**
   * False when a mistake was found and reported: what was wrong is then left out of `value` as if it had not been
   * written. Whoever goes on to look for further mistakes must not blame what is only left out.
   */
  readonly isSound: boolean
  /** The place of the value at `path`, or of the nearest part of the path that is there. */
  placeOf(path: YamlPath): Place
  /** The place of the last key of `path` itself. */
  keyPlaceOf(path: YamlPath): Place
  /** Start and end offset of the value's own source (quotes included); null when it is not there. */
  spanOf(path: YamlPath): { readonly start: number; readonly end: number } | null
  /** How many values of the document are just this text, wherever they stand. */
  mentions(text: string): number
}

/** A document with front matter. */
export interface FrontMatter<T> {
  readonly matter: Located<T>
  /** Offset in the source where the body begins. */
  readonly bodyStart: number
}

/** A part of a YAML document: its values as typed, and where they stand. */
export type YamlNode = YamlScalar | YamlList | YamlMap

/** What every node knows of its own source. */
interface WrittenNode {
  readonly source: SourceFile
  /** Offsets of the value's own text, quotes and brackets included; both the same when it is empty. */
  readonly start: number
  readonly end: number
}

/** A value. */
export interface YamlScalar extends WrittenNode {
  readonly kind: 'scalar'
  /** Plain text as typed, quoted text without its quotes; null for nothing at all, `~` and `null`. */
  readonly text: string | null
}

/** A list of values. */
export interface YamlList extends WrittenNode {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
}

/** Keys with values, in the order written. */
export interface YamlMap extends WrittenNode {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, YamlEntry>
}

/** A key with its value. */
export interface YamlEntry {
  readonly key: string
  readonly keySource: SourceFile
  /** Offsets of the key itself. */
  readonly keyStart: number
  readonly keyEnd: number
  readonly node: YamlNode
}

/** What one value must be: reads a node, or reports what is wrong with it. */
export interface Schema<T> {
  /** In an editor's words, to follow "must be": `a whole number of at least 1`. */
  readonly expects: string
  /** The value; `WRONG` when a mistake was reported instead. An empty node never comes here. */
  read(spot: Spot): T | typeof WRONG
  /** What stands for the value when its key is left out; a schema without this makes its key a must. */
  readonly leftOut?: { readonly value: T }
  /** What stands for the value when its key is a must and is missing or wrong, which has been reported. */
  readonly instead?: { readonly value: T }
}

/** What a schema gives when it has reported a mistake. */
export const WRONG: unique symbol = Symbol('wrong')

/** What a schema reads. */
export type Read<S> = S extends Schema<infer T> ? T : never

/** One value in its surroundings. */
export interface Spot {
  readonly node: YamlNode
  /** What messages call it: its key, or `item 2 of hold`. */
  readonly name: string
  /** Where its key stands; null when it has none. */
  readonly keyPlace: Place | null
  readonly report: Report
  /** Told when a key is written in another spelling, so that it is found under its own name too. */
  readonly onAlias: (map: YamlMap, key: string, entry: YamlEntry) => void
}

/** Options of a mistake. */
export interface MistakeOptions {
  /** `value-wrong` when left out. */
  readonly code?: Code
  readonly hint?: string
  /** The value's own when left out. */
  readonly place?: Place
}
