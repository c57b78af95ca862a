import type { Report } from '../base/index.js'
import type { Placed, Read } from '../source/index.js'
import type { hyphenationSchema } from './hyphenation-schema.js'
import type { HyphenationRules } from './types.js'

/** What hyphenation is made of. */
export interface HyphenationOptions {
  /** Of the paper: a bare list of exceptions is for it, whatever the region. */
  readonly language: string
  readonly report: Report
}

/** The house's words by language. A word that one list divides in two ways is reported. */
export function resolveHyphenation(
  written: Read<typeof hyphenationSchema> | null,
  { language, report }: HyphenationOptions,
): HyphenationRules {
  const said = written?.exceptions ?? new Map<string, never>()
  const byLanguage = 'length' in said ? new Map([[language.split('-', 1)[0]!, said]]) : said
  const exceptions = new Map<string, readonly string[]>()
  for (const tag of new Set([...byLanguage.keys()].map((one) => one.toLowerCase()))) {
    // A tag that is written twice, in capitals and without, is one language.
    const words = [...byLanguage].flatMap(([one, list]) => (one.toLowerCase() === tag ? list : []))
    reportContradictions(words, report)
    exceptions.set(
      tag,
      words.map(({ value }) => value),
    )
  }
  return { exceptions, protect: written?.protect ?? [] }
}

function reportContradictions(words: readonly Placed<string>[], report: Report): void {
  const known = new Map<string, string>()
  for (const { value, place } of words) {
    const word = value.replaceAll('-', '').toLowerCase()
    const before = known.get(word)
    if (before !== undefined && before.toLowerCase() !== value.toLowerCase()) {
      const message = `"${value}" and "${before}" are the same word, divided in two ways`
      report({ code: 'value-wrong', message, place, hint: 'keep one of them' })
    }
    known.set(word, value)
  }
}
