/** The patterns of a language and how much of a word must stand before and after a division. */
export interface HyphenationLanguage {
  /** A pattern file of the package `hyphen`. */
  readonly patterns: string
  /**
   * Least letters before and after a division, as hyph-utf8 gives them for print, and never fewer than two: it allows one in
   * Greek and Afrikaans, which no newspaper does.
   */
  readonly before: number
  readonly after: number
  /** Whether its patterns were grown from a list of divided words (by patgen), so that a higher level is surer. */
  readonly levelsTell: boolean
  /** Ordinary words with a capital that is not their first letter: Irish `gCathair`, Dutch `IJmuiden`. */
  readonly capitals: RegExp | null
}

/** Pattern files that go by their language's own tag, with minima of 2 and 2. */
const PLAIN =
  'af be bg ca da de-1901 de-1996 de-ch-1901 el-monoton el-polyton es eu fi fr fur gl grc hr hu ia is it la lt lv mk nb nl nn oc ' +
  'pl pms rm ro ru sl sq sr-cyrl sv tr uk sh-latn sh-cyrl mn-cyrl'

/** Those that want more letters after a division. */
const LONGER_AFTER = 'cs cy en-gb en-us et ga pt sk'

/** Those grown from lists of words; the others were written down from rules of syllables, or are too evenly of level 1. */
const GROWN: ReadonlySet<string> = new Set(
  'af cs cy da de-1901 de-1996 de-ch-1901 en-gb en-us ga is nb nl nn sv'.split(' '),
)

/** Small letters before an Irish name's capital are grammar, and a Dutch IJ is one letter. */
const CAPITALS: Readonly<Record<string, RegExp>> = {
  ga: /^\p{Ll}{1,2}\p{Lu}\P{Lu}*$/u,
  nl: /^IJ\P{Lu}*$/u,
}

/** Tags that name their patterns differently. */
const ALIASES: Readonly<Record<string, string>> = {
  en: 'en-gb',
  'en-us': 'en-us',
  de: 'de-1996',
  el: 'el-monoton',
  no: 'nb',
  sr: 'sr-cyrl',
  'sr-latn': 'sh-latn',
  bs: 'sh-latn',
  sh: 'sh-latn',
  mn: 'mn-cyrl',
}

const LANGUAGES: ReadonlyMap<string, HyphenationLanguage> = new Map(
  [
    ...PLAIN.split(' ').map((patterns) => ({ patterns, before: 2, after: 2 })),
    ...LONGER_AFTER.split(' ').map((patterns) => ({ patterns, before: 2, after: 3 })),
  ].map(({ patterns, ...least }) => {
    const capitals = CAPITALS[patterns] ?? null
    return [patterns, { patterns, ...least, levelsTell: GROWN.has(patterns), capitals }]
  }),
)

/**
 * The hyphenation of a BCP 47 tag: its own patterns, or those of the nearest shorter tag (`en-AU` divides as `en`, which is
 * British; `de-CH` as `de`). Null when there are none.
 */
export function hyphenationOf(tag: string): HyphenationLanguage | null {
  const parts = tag.toLowerCase().replaceAll('_', '-').split('-')
  for (let length = parts.length; length > 0; length--) {
    const shorter = parts.slice(0, length).join('-')
    const found = LANGUAGES.get(ALIASES[shorter] ?? shorter)
    if (found) return found
  }
  return null
}
