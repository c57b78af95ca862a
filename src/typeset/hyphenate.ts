import { createRequire } from 'node:module'
import { hyphenationOf, type HyphenationLanguage } from './hyphenation-languages.js'
import { PatternTree, type StoredPatterns } from './pattern-tree.js'

/** A place where a run of letters may be divided. */
export interface Division {
  /** Letters before it, in UTF-16 code units. */
  readonly at: number
  /** Liang's level there, odd: the higher, the surer. An exception's division has level 9. */
  readonly level: number
}

/** Divides words of one language. */
export interface Hyphenator {
  readonly language: string
  /** The divisions of a run of letters, first to last; remembered. */
  divide(letters: string): readonly Division[]
}

/** Shorter words are never divided: a hyphen would save too little. */
const LEAST_LETTERS = 5

const EXCEPTION_LEVEL = 9

/** The patterns of a language with their exceptions, as the package stores them. */
type PatternFile = readonly [...StoredPatterns, exceptions?: Readonly<Record<string, readonly number[]>>]

/** Patterns as they are walked. */
interface Patterns {
  readonly tree: PatternTree
  readonly exceptions: ReadonlyMap<string, readonly number[]>
}

const loaded = new Map<string, Patterns>()

/**
 * The hyphenator of a BCP 47 tag, its patterns loaded when first asked for; null when there are none.
 * `exceptions` are words with their divisions (`news-paper`, or `Brexit` for none); they come before the patterns.
 */
export function loadHyphenator(tag: string, exceptions: readonly string[] = []): Hyphenator | null {
  const language = hyphenationOf(tag)
  if (!language) return null
  const patterns = loaded.get(language.patterns) ?? readPatterns(language.patterns)
  return createHyphenator(tag, language, patterns, exceptions)
}

const require = createRequire(import.meta.url)

/** The pattern files are of the old kind of module: required they load in half the time that importing them takes. */
function readPatterns(name: string): Patterns {
  const [levels, trie, exceptions = {}] = require(`hyphen/patterns/${name}.js`) as PatternFile
  const patterns = { tree: PatternTree.of([levels, trie]), exceptions: new Map(Object.entries(exceptions)) }
  loaded.set(name, patterns)
  return patterns
}

function createHyphenator(
  tag: string,
  language: HyphenationLanguage,
  patterns: Patterns,
  exceptions: readonly string[],
): Hyphenator {
  const remembered = new Map<string, readonly Division[]>()
  const own = new Map(exceptions.map(readException))
  const divideLower = (word: string): readonly Division[] => {
    const given = own.get(word) ?? patterns.exceptions.get(word)
    if (given) return given.map((at) => ({ at, level: EXCEPTION_LEVEL }))
    return fromLevels(patterns.tree.levelsOf(word), language)
  }
  return {
    language: tag,
    divide(letters) {
      if (letters.length < LEAST_LETTERS) return NONE
      const known = remembered.get(letters)
      if (known) return known
      const lower = letters.toLowerCase()
      // A capital whose small letter has another length (İ) would shift every place after it.
      const divisions = lower.length === letters.length ? divideLower(lower) : NONE
      remembered.set(letters, divisions)
      return divisions
    },
  }
}

const NONE: readonly Division[] = []

function readException(exception: string): [string, readonly number[]] {
  const parts = exception.toLowerCase().normalize('NFC').split('-')
  const places: number[] = []
  let at = 0
  for (const part of parts.slice(0, -1)) places.push((at += part.length))
  return [parts.join(''), places]
}

function fromLevels(levels: Uint8Array, { before, after }: HyphenationLanguage): readonly Division[] {
  const divisions: Division[] = []
  for (let at = before; at <= levels.length - 1 - after; at++) {
    if (levels[at]! % 2 === 1) divisions.push({ at, level: levels[at]! })
  }
  return divisions
}
