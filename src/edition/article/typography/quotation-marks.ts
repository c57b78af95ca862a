/** The quotation marks of a language. The apostrophe is ’ in all of them. */
export interface QuotationMarks {
  readonly openDouble: string
  readonly closeDouble: string
  readonly openSingle: string
  readonly closeSingle: string
}

function marks(four: string): QuotationMarks {
  const [openDouble, closeDouble, openSingle, closeSingle] = [...four] as [string, string, string, string]
  return { openDouble, closeDouble, openSingle, closeSingle }
}

const ENGLISH = marks('“”‘’')

/**
 * What " " and ' ' become, by primary language; every other language has the English marks.
 * After Unicode CLDR, delimiters, and for Polish the rules of the Polish Language Council.
 * French guillemets are set close: putting in a space would make two words of one, and the number of words is the editor's.
 */
const MARKS: Readonly<Record<string, QuotationMarks>> = {
  bg: marks('„“‚‘'),
  cs: marks('„“‚‘'),
  de: marks('„“‚‘'),
  el: marks('«»“”'),
  fi: marks('””’’'),
  fr: marks('«»“”'),
  hu: marks('„”»«'),
  nb: marks('«»‘’'),
  no: marks('«»‘’'),
  pl: marks('„”‚’'),
  ro: marks('„”«»'),
  ru: marks('«»„“'),
  sk: marks('„“‚‘'),
  sl: marks('„“‚‘'),
  sv: marks('””’’'),
  uk: marks('«»„“'),
}

/** The first part of a language tag, in lower case: `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]!.toLowerCase()
}

/** The quotation marks of a language tag. */
export function quotationMarksOf(language: string): QuotationMarks {
  return MARKS[primaryLanguage(language)] ?? ENGLISH
}
