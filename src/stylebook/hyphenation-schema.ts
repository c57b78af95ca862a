import {
  byShape,
  list,
  map,
  optional,
  placed,
  type Placed,
  record,
  refined,
  type Schema,
  text,
} from '../source/index.js'
import { languageTag } from './language-tag.js'

/** A word with hyphens where it may be divided, in composed form. */
const exception = refined(text, (typed, fail) => {
  const word = typed.normalize('NFC')
  const wanted = 'an exception is one word with hyphens where it may be divided, such as news-paper'
  const other = /[^\p{L}\p{M}-]/u.exec(word)
  if (other) return fail(`"${typed}" holds ${nameOf(other[0])}: ${wanted}`)
  const lone = word.split('-').find((part) => (part.match(/\p{L}/gu) ?? []).length < 2)
  if (lone === undefined) return word
  return fail(`"${typed}" would leave ${lone === '' ? 'no letter' : `"${lone}"`} alone: ${wanted}`, {
    hint: 'each part of a divided word has two letters or more',
  })
})

function nameOf(character: string): string {
  return /\s/u.test(character) ? 'a space' : `"${character}", which is no letter`
}

const words = list(placed(exception), { of: 'words, such as [news-paper, Brexit]' })

/** Exceptions as written: of the paper's language, or by language. */
export type WrittenExceptions = readonly Placed<string>[] | ReadonlyMap<string, readonly Placed<string>[]>

const exceptions: Schema<WrittenExceptions> = byShape<WrittenExceptions>({
  list: words,
  map: record(words, { expects: 'lists by language, such as { cy: [pen-tref] }', keys: languageTag('the name') }),
})

/** A name that an editor protects, which may be several words. */
export const protectedName: Schema<string> = refined(text, (typed, fail) =>
  /\p{L}/u.test(typed) ? typed.normalize('NFC') : fail(`a name to protect must have letters, and "${typed}" has none`),
)

/** `hyphenation` of a stylebook. */
export const hyphenationSchema = map(
  { exceptions: optional(exceptions), protect: optional(list(protectedName, { of: 'names' })) },
  { expects: 'exceptions and names: { exceptions: [news-paper], protect: [Almaty] }' },
)
