import type { MarkdownNode } from './parse-markdown.js'

/** Any node of the tree, at whatever depth. */
export type AnyNode = { readonly type: string; readonly position?: MarkdownNode['position'] }

/** What is said about Markdown that a newspaper column cannot set. */
export interface Complaint {
  readonly message: string
  readonly hint: string
}

/** What to write instead of a tag of HTML. */
const INSTEAD_OF_TAG: Readonly<Record<string, string>> = {
  b: 'for strong type write **word**',
  strong: 'for strong type write **word**',
  i: 'for emphasis write *word*',
  em: 'for emphasis write *word*',
  br: 'for a line break end the line with a backslash',
  p: 'paragraphs are parted by an empty line',
  hr: 'for a break write --- between two empty lines',
  img: 'pictures stand in the front matter, under pictures',
  a: 'a link is written [text](address), and printed as its text',
  h2: 'a crosshead is written ## Crosshead',
  blockquote: 'a quotation begins each line with >',
  table: 'a table is written with | between its cells',
}

/** What is said about a node by its type and its source. */
export function complaintAbout(node: AnyNode, written: string): Complaint {
  switch (node.type) {
    case 'html': {
      const tag = /^<\/?([a-z][\w-]*)/i.exec(written)?.[1]?.toLowerCase()
      return {
        message: tag === undefined ? 'raw HTML in the text' : `raw HTML in the text: <${tag}>`,
        hint: (tag && INSTEAD_OF_TAG[tag]) ?? 'take it out; a < that should print is written \\<',
      }
    }
    case 'image':
    case 'imageReference':
      return { message: 'a picture in the text', hint: 'pictures stand in the front matter, under pictures' }
    case 'inlineCode':
      return { message: 'code in the text', hint: 'take the backticks (`) out' }
    case 'code':
      return /^(?:`{3}|~{3})/.test(written)
        ? { message: 'a block of code in the text', hint: 'take out the lines of ``` or ~~~' }
        : {
            message: 'an indented block, which Markdown reads as code',
            hint: 'take out the spaces at the beginning of the line: the stylebook indents paragraphs',
          }
    case 'definition':
      return written.startsWith('[^')
        ? { message: 'a footnote in the text', hint: 'work it into the text, or put it in brackets' }
        : {
            message: 'Markdown reads this line as the address of a link, and does not print it',
            hint: 'to print it, write a backslash before the [',
          }
    default:
      return { message: 'Markdown that is not known here', hint: 'write it as plain text' }
  }
}

/** What is said about a heading that is no crosshead; null for a crosshead. */
export function complaintAboutHead(depth: number, isUnderlined: boolean): Complaint | null {
  if (isUnderlined) {
    return depth === 2
      ? {
          message: 'hyphens right under a line of text, which Markdown reads as a head',
          hint: 'put an empty line before them for a break; a crosshead is written ## Crosshead',
        }
      : {
          message: 'equals signs right under a line of text, which Markdown reads as a head',
          hint: 'a crosshead is written ## Crosshead',
        }
  }
  if (depth === 2) return null
  return {
    message: `a head written with ${'#'.repeat(depth)} in the text`,
    hint:
      depth === 1
        ? 'the headline stands in the front matter; a crosshead is written ## Crosshead'
        : 'there is one kind of crosshead, written ## Crosshead',
  }
}
