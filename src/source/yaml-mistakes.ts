import type { Finding } from '../base/index.js'
import type { SourceFile } from './types.js'

/** A part of a file that is YAML. */
export interface YamlPart {
  readonly start: number
  readonly end: number
  /** Between the lines of dashes at the head of an article: its editors write text, not YAML. */
  readonly isFrontMatter: boolean
  /** What to point at when the part is empty; its start when left out. */
  readonly opening?: number
}

/** What the YAML parser says is wrong; offsets in the file. */
export interface SyntaxError {
  readonly code: string
  readonly message: string
  readonly start: number
  readonly end: number
}

/** What the parser's codes mean to an editor. */
const MEANINGS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'a name after * must be letters and digits',
  BAD_COLLECTION_TYPE: 'a tag does not go with this value',
  BAD_DIRECTIVE: 'a line that begins with % cannot stand here',
  BAD_DQ_ESCAPE: 'a backslash in double quotes means something else here; write \\\\ for a backslash',
  BAD_INDENT: 'the brackets that were opened are not closed, or this line is not indented inside them',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'a value cannot begin with this character unless it stands in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second "key: value" cannot stand inside this value',
  BLOCK_IN_FLOW: 'a second "key: value" cannot stand inside this value',
  DUPLICATE_KEY: 'this key is written twice',
  IMPOSSIBLE: 'this cannot be read',
  KEY_OVER_1024_CHARS: 'this key is too long',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line with its colon',
  MULTIPLE_ANCHORS: 'a value has two anchors',
  MULTIPLE_DOCS: 'a line of --- begins a second document',
  MULTIPLE_TAGS: 'a value has two tags',
  NON_STRING_KEY: 'a key must be a word',
  TAB_AS_INDENT: 'a tab cannot indent a line; use spaces',
  RESOURCE_EXHAUSTION: 'lists and keys are nested too deeply',
  UNEXPECTED_TOKEN: 'something stands here that does not belong',
}

/** A syntax error in an editor's words, at the value that is to blame where that can be told. */
export function syntaxFinding(error: SyntaxError, source: SourceFile, part: YamlPart): Finding {
  const culprit = culpritOf(error, source, part)
  if (culprit) {
    return {
      code: 'yaml-syntax',
      message: `the value of ${culprit.key} cannot be read: ${culprit.why}`,
      place: source.placeAt(culprit.start, culprit.value.length),
      hint: quoteHint(culprit.key, culprit.value),
    }
  }
  const open = error.code === 'BAD_INDENT' ? openBracket(source.text, part.start, error.start) : null
  if (open !== null) {
    const bracket = source.text[open]!
    const closing = bracket === '[' ? ']' : '}'
    const message = `this ${bracket} is not closed by a ${closing} before ${nextLineName(source, error.start)}`
    return { code: 'yaml-syntax', message, place: source.placeAt(open), hint: `close it with ${closing}` }
  }
  const place = source.placeAt(error.start, Math.max(1, error.end - error.start))
  const hint = hintFor(error, source, part)
  return { code: 'yaml-syntax', message: meaningOf(error, place.sourceLine), place, ...(hint ? { hint } : {}) }
}

/** The last bracket before `end` that is still open there; null when there is none. Quoted text is passed over. */
function openBracket(text: string, start: number, end: number): number | null {
  const open: number[] = []
  const marks = /'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"|#.*|[[\]{}]/g
  marks.lastIndex = start
  for (let match = marks.exec(text); match && match.index < end; match = marks.exec(text)) {
    if (/^[[{]$/.test(match[0])) open.push(match.index)
    else if (/^[\]}]$/.test(match[0])) open.pop()
  }
  return open.at(-1) ?? null
}

function nextLineName(source: SourceFile, offset: number): string {
  return offset >= source.text.length ? 'the end of the file' : `line ${source.placeAt(offset).line}`
}

function meaningOf(error: SyntaxError, sourceLine: string): string {
  if (error.code !== 'MISSING_CHAR') return MEANINGS[error.code] ?? MEANINGS['IMPOSSIBLE']!
  if (/quote/.test(error.message)) return 'a quotation mark is opened and not closed'
  if (/indicator/.test(error.message)) return 'an item of this list does not begin with a hyphen'
  if (/comma|,/i.test(error.message)) return 'a comma is missing'
  if (/followed by map values|: /.test(error.message)) {
    const shown = sourceLine.trim().slice(0, 40)
    return `"${shown}${sourceLine.trim().length > 40 ? '…' : ''}" is no key with a value`
  }
  return 'something is missing here'
}

function hintFor(error: SyntaxError, source: SourceFile, part: YamlPart): string | undefined {
  if (part.isFrontMatter && hasBlankLineBefore(source.text, part.start, error.start)) {
    const { line } = source.placeAt(error.start)
    return `front matter ends with a line of its own: --- (is it missing before line ${line}?)`
  }
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return 'put a value that holds a colon in quotes, or look at how far the next line is indented'
    case 'BAD_SCALAR_START':
    case 'UNEXPECTED_TOKEN':
      return 'put the value in quotes'
    case 'TAB_AS_INDENT':
      return 'replace each tab by two spaces'
    case 'MISSING_CHAR':
      return /followed by map values/.test(error.message) ? 'write it as key: value' : undefined
    default:
      return undefined
  }
}

function hasBlankLineBefore(text: string, start: number, end: number): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(start, end))
}

/** A value that YAML takes for something else. */
interface Culprit {
  readonly key: string
  readonly value: string
  readonly start: number
  readonly why: string
}

/**
 * The value that is to blame: an open quotation mark swallows lines, so the first bad one up to the error's line is
 * asked; else the error's own line.
 */
function culpritOf(error: SyntaxError, source: SourceFile, part: YamlPart): Culprit | null {
  for (const line of keyLines(source.text, part.start, error.start)) {
    const why = whyUnreadable(line.value)
    if (!why) continue
    const isOwnLine = error.start <= line.start + line.value.length + 1
    if (why.swallows || isOwnLine) return { ...line, why: why.says }
  }
  return null
}

/** The lines `key: value` that begin up to `end`. */
function* keyLines(text: string, start: number, end: number): Generator<Omit<Culprit, 'why'>> {
  const form = /^[ \t]*(?:-[ \t]+)*([\w-]+):[ \t]+([^\s].*)$/gm
  form.lastIndex = start
  for (let match = form.exec(text); match && match.index <= end; match = form.exec(text)) {
    const value = match[2]!.trimEnd()
    yield { key: match[1]!, value, start: match.index + match[0].length - match[2]!.length }
  }
}

/** Why YAML cannot read a value that was meant as text, or null when it can. */
function whyUnreadable(value: string): { readonly says: string; readonly swallows: boolean } | null {
  if (value.startsWith("'") && !/^'(?:[^']|'')*'\s*(?:#.*)?$/.test(value)) {
    return { says: 'it begins with an apostrophe, which YAML takes for an opening quotation mark', swallows: true }
  }
  if (value.startsWith('"') && !/^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$/.test(value)) {
    return {
      says: 'it begins with a quotation mark, and goes on after the closing one or never closes',
      swallows: true,
    }
  }
  if (/^['"]/.test(value)) return null
  if (/^[@`%]/.test(value)) return { says: `it begins with ${value[0]}`, swallows: false }
  if (/^[>|](?![-+\d]*\s*(?:#.*)?$)/.test(value)) return { says: `it begins with ${value[0]}`, swallows: false }
  if (/^[-?]\s/.test(value)) return { says: `it begins with ${value[0]}`, swallows: false }
  if (/^\[.*\]\s*[^\s#]|^\{.*\}\s*[^\s#]/.test(value)) return { says: `it begins with ${value[0]}`, swallows: false }
  if (/^[[{]/.test(value)) return null
  return /:(?:\s|$)/.test(value) ? { says: 'it holds a colon', swallows: false } : null
}

/** How to write a value so that YAML reads it as text. */
export function quoteHint(key: string, value: string): string {
  const quoted = value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
  return quoted.length > 80 ? 'put the value in quotes' : `put the value in quotes: ${key}: ${quoted}`
}
