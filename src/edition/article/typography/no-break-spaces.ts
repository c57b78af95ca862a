import type { Edit } from './edits.js'
import { primaryLanguage } from './quotation-marks.js'

/** The no-break space, U+00A0. */
export const NO_BREAK_SPACE = '\u00A0'

/** A place where a line must not end. */
interface NoBreakRule {
  readonly name: string
  readonly reason: string
  /** Matches up to and with the space that must not break; what follows is looked at, never taken. */
  readonly pattern: RegExp
  /** Primary languages that the rule is for; left out, all. */
  readonly only?: readonly string[]
  /** Primary languages that the rule is not for. */
  readonly except?: readonly string[]
}

/** Words that begin a sentence more often than they are a name: after "Block A." no surname follows. */
const OPENERS = (
  'A After All An And As At But By For From He Her His I If In It Its My No Not Now Of On One Or Our She So ' +
  'That The Their Then There These They This Those To We What When While Who Why With You'
)
  .split(' ')
  .flatMap((word) => [word, word.toUpperCase()])
  .join('|')

/** Units that go with their figure. Words of more than six letters are left out: keeping them costs a narrow line too much. */
const UNITS =
  'million|billion|trillion|m|bn|tn|per cent|percent|pc|p|pence|pounds|' +
  'mm|cm|km|ft|feet|foot|inches|yd|yds|yards|mile|miles|metre|metres|mph|kph|' +
  'mg|g|kg|oz|lb|lbs|st|stone|ton|tons|tonne|tonnes|ml|cl|l|pint|pints|litre|litres|acre|acres|' +
  'am|pm|a\\.m\\.|p\\.m\\.|W|kW|MW|GW|kWh|MWh|Hz|kHz|MHz|GHz|kB|MB|GB|TB'

const UNITS_ABROAD: Readonly<Record<string, string>> = {
  de: 'Mio\\.|Mrd\\.|Prozent|Euro|Cent|Uhr|Meter|Liter|Tonnen|Grad',
  es: 'mil|millón|euros|horas|metros|litros',
  fr: 'mille|euros|heures|mètres|litres|tonnes|degrés',
  pl: 'tys\\.|mln|mld|zł|euro|proc\\.',
}

const MONTHS: Readonly<Record<string, string>> = {
  en:
    'January|February|March|April|May|June|July|August|September|October|November|December|' +
    'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
  de: 'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  es: 'de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)',
  fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
}

const END = '(?![\\p{L}\\p{N}])'

/** The whole of the house's no-break spaces. Few, because every one takes a break from a narrow column. */
const RULES: readonly NoBreakRule[] = [
  {
    name: 'dash',
    reason: 'a dash must not open a line',
    pattern: / (?=(?:[–—]|-{2,3}(?!-))(?:\s|$))/g,
  },
  {
    name: 'initials',
    reason: 'initials stay together and with their surname: J. K. Thornhill',
    pattern: new RegExp(
      `\\. (?=\\p{Lu})(?<=(?<![\\p{L}\\p{N}\\p{M}])(?:\\p{Lu}\\.)+ )` +
        `(?<!(?<![\\p{L}\\p{N}\\p{M}])I\\. )(?!(?:${OPENERS})${END})(?!I\\.\\s)`,
      'gu',
    ),
  },
  {
    name: 'title',
    reason: 'a title stays with its name: Mr Garrow, St Albans',
    pattern: /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Dr|St|Mme|Mlle)\.? (?=\p{Lu})/gu,
  },
  {
    name: 'unit',
    reason: 'a figure stays with its unit: 6 million, 18 per cent',
    pattern: new RegExp(`[\\d½¼¾] (?=(?:${UNITS})${END}|[%‰°]|[€£$](?!\\s?\\d))`, 'gu'),
  },
  ...Object.entries(UNITS_ABROAD).map(([language, units]): NoBreakRule => ({
    name: `unit-${language}`,
    reason: 'a figure stays with its unit, in its own language',
    pattern: new RegExp(`\\d (?=(?:${units})${END})`, 'gu'),
    only: [language],
  })),
  ...Object.entries(MONTHS).map(([language, months]): NoBreakRule => ({
    name: `date-${language}`,
    reason: 'a day stays with its month: 12 January, 12. Januar',
    pattern: new RegExp(`(?<!\\d)\\d\\d?(?:st|nd|rd|th|er|\\.)? (?=(?:${months})${END})`, 'gu'),
    only: [language],
  })),
  {
    name: 'month',
    reason: 'a month stays with its day: January 12',
    pattern: new RegExp(`(?<![\\p{L}])(?:${MONTHS['en']!}) (?=\\d\\d?(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]))`, 'gu'),
    only: ['en'],
  },
  {
    name: 'number',
    reason: 'an abbreviation stays with its figure: No. 7, p. 12',
    pattern: /\. (?=\d)(?<=(?<![\p{L}\p{N}])(?:[Nn]os?|[Nn]r|pp?|[Vv]ols?|ch|figs?|c|ca|S)\. )/gu,
  },
  {
    name: 'sign',
    reason: 'a sign stays with its figure: £ 6, § 12',
    pattern: /[£$€§] (?=\d)/g,
  },
  {
    name: 'thousands',
    reason: 'the groups of one figure stay together: 10 000',
    pattern: /(?<![\d.,])\d{1,3} (?=\d{3}(?!\d))/g,
    except: ['en'],
  },
  {
    name: 'spaced-ellipsis',
    reason: 'the stops of a spaced ellipsis stay together: . . .',
    pattern: /(?:\.(?=\s\.\s\.)|(?<=\.\s)\.) (?=\.)/g,
  },
  {
    name: 'single-letter-pl',
    reason: 'a word of one letter stays with the next: w sądzie, i sąsiedzi',
    pattern: /(?<![\p{L}\p{N}\p{M}’'.-])[aiouwz] (?=\S)/giu,
    only: ['pl'],
  },
  {
    name: 'single-letter-cs',
    reason: 'a word of one letter stays with the next: v domě, k večeru',
    pattern: /(?<![\p{L}\p{N}\p{M}’'.-])[aikosuvz] (?=\S)/giu,
    only: ['cs', 'sk'],
  },
  {
    name: 'french-punctuation',
    reason: 'French sets a space before : ; ! ? and inside guillemets, and never breaks there',
    pattern: /(?<=«) | (?=[:;!?»])/g,
    only: ['fr'],
  },
]

const rulesByLanguage = new Map<string, readonly NoBreakRule[]>()

/** The rules for a language tag. */
function rulesFor(language: string): readonly NoBreakRule[] {
  const known = rulesByLanguage.get(language)
  if (known) return known
  const primary = primaryLanguage(language)
  const rules = RULES.filter((rule) => (rule.only?.includes(primary) ?? true) && !rule.except?.includes(primary))
  rulesByLanguage.set(language, rules)
  return rules
}

/** The spaces that become no-break spaces. */
export function findNoBreakEdits(text: string, language: string): Edit[] {
  const edits: Edit[] = []
  const seen = new Set<number>()
  for (const { pattern } of rulesFor(language)) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const at = match.index + match[0].length - 1
      if (seen.has(at)) continue
      seen.add(at)
      edits.push({ at, length: 1, put: NO_BREAK_SPACE })
    }
  }
  return edits
}
