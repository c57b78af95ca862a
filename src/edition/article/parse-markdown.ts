import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Span } from './copy-source.js'
import { TABLE_SYNTAX } from './table-syntax.js'

type Root = ReturnType<typeof fromMarkdown>

/** A node of the Markdown tree below its root. */
export type MarkdownNode = Root['children'][number]

/** A stretch of Markdown, read; in the order of the text. */
export type MarkdownPart =
  /** A paragraph or a crosshead of plain text, which is its own source: its text alone, without the ##. */
  | { readonly kind: 'plain'; readonly block: 'paragraph' | 'crosshead'; readonly start: number; readonly end: number }
  /** Whatever else; the offsets of the nodes count from `base`. */
  | { readonly kind: 'nodes'; readonly base: number; readonly nodes: readonly MarkdownNode[] }

/**
 * What makes every empty line of a text less than the end of whatever stands before it: fences and HTML run over empty
 * lines, definitions are seen from everywhere, and tabs and carriage returns are not worth a rule of their own here.
 */
const REACHES_FAR = /```|~~~|<|\]:|[\t\r]/

/** The beginning of a line that is no block of Markdown whatever follows. */
const LINE_START = String.raw`[\p{L}“‘"'(£€$–—…]`
/** What means nothing inside a line; an ampersand with a space after it is no entity. */
const LINE_REST = String.raw`[^\\\x60*_\[\]<>&|\n\p{Cc}]*(?:& [^\\\x60*_\[\]<>&|\n\p{Cc}]*)*`
const PLAIN_PARAGRAPH = new RegExp(`^${LINE_START}${LINE_REST}(?:\\n${LINE_START}${LINE_REST})*$`, 'u')
const PLAIN_CROSSHEAD = new RegExp(`^## (?=${LINE_START}[^#]*$)${LINE_REST}$`, 'u')

/**
 * Reads Markdown. Paragraphs and crossheads without any mark of Markdown between empty lines are taken as they are, which spares nearly
 * all copy the parser: the result is the same as that of `parseWhole` (a test holds the two together).
 */
export function parseMarkdown(text: string): MarkdownPart[] {
  if (REACHES_FAR.test(text)) return parseWhole(text)
  const parts: MarkdownPart[] = []
  let richStart = -1
  const closeRich = (end: number): void => {
    if (richStart >= 0) parts.push(parseStretch(text.slice(richStart, end), richStart))
    richStart = -1
  }
  for (const { start, end } of chunksOf(text)) {
    const chunk = text.slice(start, end)
    if (isPlainParagraph(chunk)) {
      closeRich(start)
      parts.push({ kind: 'plain', block: 'paragraph', start, end })
    } else if (PLAIN_CROSSHEAD.test(chunk)) {
      closeRich(start)
      parts.push({ kind: 'plain', block: 'crosshead', start: start + '## '.length, end })
    } else if (richStart < 0) richStart = start
  }
  closeRich(text.length)
  return parts
}

/** The stretches of whole lines between empty lines. */
function* chunksOf(text: string): Generator<Span> {
  let start = -1
  for (let at = 0; at <= text.length;) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    // Markdown takes a line of no-break spaces for text.
    const isEmpty = /^ *$/.test(text.slice(at, end))
    if (isEmpty && start >= 0) yield { start, end: at - 1 }
    if (isEmpty) start = -1
    else if (start < 0) start = at
    at = end + 1
  }
  if (start >= 0) yield { start, end: text.length }
}

function isPlainParagraph(chunk: string): boolean {
  return PLAIN_PARAGRAPH.test(chunk) && !chunk.includes('  \n')
}

/** Reads Markdown without any short cut. */
export function parseWhole(text: string): MarkdownPart[] {
  return [parseStretch(text, 0)]
}

function parseStretch(text: string, base: number): MarkdownPart {
  const root = text.includes('|') ? fromMarkdown(text, TABLE_SYNTAX) : fromMarkdown(text)
  return { kind: 'nodes', base, nodes: root.children }
}
