import type { Place } from '../base/index.js'

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
  /** The place of the value at `path`, or of the nearest part of the path that is there. */
  placeOf(path: YamlPath): Place
  /** The place of the last key of `path` itself. */
  keyPlaceOf(path: YamlPath): Place
  /** Start and end offset of the value's own source (quotes included); null when it is not there. */
  spanOf(path: YamlPath): { readonly start: number; readonly end: number } | null
}

/** A document with front matter. */
export interface FrontMatter<T> {
  readonly matter: Located<T>
  /** Offset in the source where the body begins. */
  readonly bodyStart: number
}
