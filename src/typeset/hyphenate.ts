import { createRequire } from 'node:module'
import { hyphenationOf, type HyphenationLanguage } from './hyphenation-languages.js'

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

/** A trie of patterns as the package stores it: a leaf's levels, a node, or a node that is also a pattern's end. */
type PatternNode = number | PatternTrie | [PatternTrie, number]
interface PatternTrie {
  readonly [letter: string]: PatternNode
}
type PatternFile = readonly [
  levels: readonly (readonly number[])[],
  trie: PatternTrie,
  exceptions?: Readonly<Record<string, readonly number[]>>,
]

const loaded = new Map<string, PatternFile>()

/**
 * The hyphenator of a BCP 47 tag, its patterns loaded when first asked for; null when there are none.
 * `exceptions` are words with their divisions (`news-paper`, or `Brexit` for none); they come before the patterns.
 */
export function loadHyphenator(tag: string, exceptions: readonly string[] = []): Hyphenator | null {
  const language = hyphenationOf(tag)
  if (!language) return null
  const file = loaded.get(language.patterns) ?? readPatterns(language.patterns)
  return createHyphenator(tag, language, file, exceptions)
}

const require = createRequire(import.meta.url)

/** The pattern files are of the old kind of module: required they load in half the time that importing them takes. */
function readPatterns(name: string): PatternFile {
  const file = require(`hyphen/patterns/${name}.js`) as PatternFile
  loaded.set(name, file)
  return file
}

function createHyphenator(
  tag: string,
  language: HyphenationLanguage,
  [levels, trie, fileExceptions = {}]: PatternFile,
  exceptions: readonly string[],
): Hyphenator {
  const remembered = new Map<string, readonly Division[]>()
  const own = new Map(exceptions.map(readException))
  const divideLower = (word: string): readonly Division[] => {
    const given = own.get(word) ?? (Object.hasOwn(fileExceptions, word) ? fileExceptions[word] : undefined)
    if (given) return given.map((at) => ({ at, level: EXCEPTION_LEVEL }))
    return fromLevels(walkPatterns(word, levels, trie), language)
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

/**
 * Liang's algorithm (F. M. Liang, "Word hy-phen-a-tion by com-put-er", 1983): at each place of `.word.` the greatest level
 * of all patterns that match there. Entry k stands before letter k.
 */
function walkPatterns(word: string, levels: PatternFile[0], trie: PatternTrie): Uint8Array {
  const dotted = `.${word}.`
  const found = new Uint8Array(word.length + 1)
  for (let start = 0; start < dotted.length - 1; start++) {
    // The levels of a pattern that begins with the word's dot are stored from the first letter on.
    const first = start === 0 ? 0 : start - 1
    let node: PatternTrie = trie
    for (let i = start; i < dotted.length; i++) {
      const next = node[dotted[i]!]
      if (next === undefined) break
      if (typeof next === 'number') {
        raise(found, first, levels[next]!)
        break
      }
      if (Array.isArray(next)) {
        raise(found, first, levels[next[1]]!)
        node = next[0]
      } else node = next as PatternTrie
    }
  }
  return found
}

function raise(found: Uint8Array, first: number, levels: readonly number[]): void {
  for (let k = 0; k < levels.length; k++) {
    if (levels[k]! > found[first + k]!) found[first + k] = levels[k]!
  }
}
