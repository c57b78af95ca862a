import { createRequire } from 'node:module'
import { hyphenationOf, type HyphenationLanguage } from './hyphenation-languages.js'
import { PatternTree, type StoredPatterns } from './pattern-tree.js'
import { weighDivision, weighGiven } from './weigh-division.js'

/** A place where a run of letters may be divided. */
export interface Division {
  /** Letters before it, in UTF-16 code units. */
  readonly at: number
  /** What a hyphen costs here, in multiples of its usual cost. */
  readonly weight: number
}

/** Divides words of one language. */
export interface Hyphenator {
  readonly language: string
  /** Two hyphenators of a house with the same key divide alike. */
  readonly key: string
  /** The divisions of a run of letters, first to last; remembered. */
  divide(letters: string): readonly Division[]
  /** Whether a run of letters is a word of a name that the editor protects. */
  protects(letters: string): boolean
}

/** What a house says of its words. Capitals make no difference, and no other form of a word is meant. */
export interface HouseWords {
  /** Words with their divisions (`news-paper`, or `Brexit` for none); they come before the patterns. */
  readonly exceptions?: readonly string[]
  /** Names of which no word is divided. */
  readonly protect?: readonly string[]
}

/** Shorter words are not divided by patterns: a hyphen would save too little. */
const LEAST_LETTERS = 5

/** The patterns of a language with their exceptions, as the package stores them. */
type PatternFile = readonly [...StoredPatterns, exceptions?: Readonly<Record<string, readonly number[]>>]

/** Patterns as they are walked. */
interface Patterns {
  readonly tree: PatternTree
  readonly exceptions: ReadonlyMap<string, readonly number[]>
}

const loaded = new Map<string, Patterns>()

/** The hyphenator of a BCP 47 tag, its patterns loaded when first asked for; null when there are none. */
export function loadHyphenator(tag: string, { exceptions = [], protect = [] }: HouseWords = {}): Hyphenator | null {
  const language = hyphenationOf(tag)
  if (!language) return null
  const patterns = loaded.get(language.patterns) ?? readPatterns(language.patterns)
  return protecting(createHyphenator(tag, language, patterns, exceptions), protect)
}

/** A hyphenator that leaves the words of some more names whole; itself when there are none. */
export function protecting(hyphenator: Hyphenator, names: readonly string[]): Hyphenator {
  const words = [...new Set(names.flatMap(wordsOfName))].sort()
  if (words.length === 0) return hyphenator
  const whole = new Set(words)
  const protects = (letters: string): boolean => whole.has(letters.toLowerCase()) || hyphenator.protects(letters)
  return {
    language: hyphenator.language,
    key: `${hyphenator.key} ${words.join()}`,
    divide: (letters) => (protects(letters) ? NONE : hyphenator.divide(letters)),
    protects,
  }
}

function wordsOfName(name: string): readonly string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  )
}

const require = createRequire(import.meta.url)

/** The pattern files are of the old kind of module: required they load in half the time that importing them takes. */
function readPatterns(name: string): Patterns {
  const [levels, trie, exceptions = {}] = require(`hyphen/patterns/${name}.js`) as PatternFile
  const patterns = { tree: new PatternTree([levels, trie]), exceptions: new Map(Object.entries(exceptions)) }
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
  const divideAnew = (letters: string): readonly Division[] => {
    const word = letters.toLowerCase()
    // A capital whose small letter has another length (İ) would shift every place after it.
    if (word.length !== letters.length) return NONE
    const exception = own.get(word)
    if (exception) return exception
    if (word.length < LEAST_LETTERS || isMixed(letters, language)) return NONE
    const listed = patterns.exceptions.get(word)
    return listed ? given(word, listed) : fromLevels(patterns.tree.levelsOf(word), language)
  }
  return {
    language: tag,
    key: tag,
    divide(letters) {
      let divisions = remembered.get(letters)
      if (!divisions) remembered.set(letters, (divisions = divideAnew(letters)))
      return divisions
    },
    protects: () => false,
  }
}

const NONE: readonly Division[] = []

/** Whether capitals within a word make it a mark or a name of its own spelling: `iPhone`, `YouGov`, `BBCs`. */
function isMixed(letters: string, { capitals }: HyphenationLanguage): boolean {
  return /(?!^)\p{Lu}/u.test(letters) && !capitals?.test(letters)
}

function readException(exception: string): [string, readonly Division[]] {
  const parts = exception.normalize('NFC').toLowerCase().split('-')
  const word = parts.join('')
  let at = 0
  const places = parts.slice(0, -1).map((part) => (at += part.length))
  return [word, given(word, places)]
}

function given(word: string, places: readonly number[]): readonly Division[] {
  return places.map((at) => ({ at, weight: weighGiven(at, word.length) }))
}

function fromLevels(levels: Uint8Array, language: HyphenationLanguage): readonly Division[] {
  const divisions: Division[] = []
  const length = levels.length - 1
  for (let at = language.before; at <= length - language.after; at++) {
    const level = levels[at]!
    if (level % 2 === 1) divisions.push({ at, weight: weighDivision({ at, length, level }, language) })
  }
  return divisions
}
