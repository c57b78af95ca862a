import type { Mark } from '../types.js'
import { type BodyReading, complainAt } from './body-reading.js'
import { cleanText } from './clean-text.js'
import type { Span } from './copy-source.js'
import type { MarkdownNode } from './parse-markdown.js'
import { type CopySetting, HARD_BREAK, type Piece, addMark } from './piece.js'

type Paragraph = Extract<MarkdownNode, { type: 'paragraph' }>

/** Markdown inside a paragraph, a head or a table's cell. */
export type InlineNode = Paragraph['children'][number]

/** A footnote or struck-out words, which GitHub's Markdown has and ours takes for text. */
const LOOKS_MARKED = /(?<!\\)\[\^[^\]\s]+\]|(?<![\\~])~~(?!~)(?=\S)[^~]+~~(?!~)/

/** The pieces of a block's inlines in the order of the text; whatever cannot be set is reported and left out. */
export function readInlines(nodes: readonly InlineNode[], reading: BodyReading): Piece[] {
  const pieces: Piece[] = []
  addInlines(nodes, { marks: [] }, reading, pieces)
  return pieces
}

/** What inlines are within. */
type Within = Pick<Piece, 'marks' | 'link'>

function addInlines(nodes: readonly InlineNode[], within: Within, reading: BodyReading, pieces: Piece[]): void {
  const marked = (mark: Mark): Within => ({ ...within, marks: addMark(within.marks, mark) })
  for (const node of nodes) {
    switch (node.type) {
      case 'text': {
        const span = reading.spanOf(node)
        pieces.push({ ...within, text: cleanText(node.value), span })
        reportLookalike(span, reading)
        break
      }
      case 'emphasis':
        addInlines(node.children, marked('emphasis'), reading, pieces)
        break
      case 'strong':
        addInlines(node.children, marked('strong'), reading, pieces)
        break
      case 'link':
        addInlines(node.children, linked(within, node.url), reading, pieces)
        break
      case 'linkReference':
        addInlines(node.children, linked(within, reading.addressOf(node.identifier)), reading, pieces)
        break
      case 'break':
        pieces.push({ text: HARD_BREAK, marks: [], span: reading.spanOf(node) })
        break
      default:
        reading.complain(node)
    }
  }
}

/** A link is printed as its text. Where it leads is kept for the screen, if that is a place in the world. */
function linked(within: Within, address: string | null): Within {
  return address !== null && /^(?:https?:\/\/|mailto:)\S+$/i.test(address) ? { ...within, link: address } : within
}

/** Reports a footnote's mark and ~~struck out~~ words in plain text. */
export function reportLookalike(span: Span, setting: CopySetting): void {
  const written = setting.source.text.slice(span.start, span.end)
  if (!written.includes('[^') && !written.includes('~~')) return
  const match = LOOKS_MARKED.exec(written)
  if (!match) return
  const start = span.start + match.index
  const complaint = match[0].startsWith('[')
    ? { message: 'a footnote in the text', hint: 'work it into the text, or put it in brackets' }
    : { message: 'words struck out', hint: 'take out the ~~, and the words if they should go' }
  complainAt({ start, end: start + match[0].length }, complaint, setting)
}
