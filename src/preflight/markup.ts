/** Markup of a page: what is text in it is escaped. */
export interface Markup {
  readonly kind: 'markup'
  readonly text: string
}

/** What may stand in markup: other markup as it is, text escaped, a list one after another, and nothing for null. */
export type Held = Markup | string | number | null | readonly Held[]

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup with values in it, for a tagged template. Attributes stand in double quotes. */
export function markup(parts: TemplateStringsArray, ...values: readonly Held[]): Markup {
  return { kind: 'markup', text: parts.map((part, at) => (at === 0 ? part : held(values[at - 1]!) + part)).join('') }
}

function held(value: Held): string {
  if (value === null) return ''
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return String(value)
  return isMarkup(value) ? value.text : value.map(held).join('')
}

function isMarkup(value: Markup | readonly Held[]): value is Markup {
  return 'kind' in value
}

/** Characters that neither HTML nor XML may hold become the mark of a lost character. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{fffd}\u{10000}-\u{10ffff}]|\p{Cs}/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (sign) => ESCAPED[sign]!)
}
