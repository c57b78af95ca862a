import type { Block, Copy } from '../types.js'
import { type BodyReading, complainAt } from './body-reading.js'
import { cleanText } from './clean-text.js'
import { type BlockMark, removeComments } from './comments.js'
import type { Span } from './copy-source.js'
import { type MarkdownNode, type MarkdownPart, parseMarkdown } from './parse-markdown.js'
import type { CopySetting, Piece } from './piece.js'
import { readInlines, reportLookalike } from './read-inlines.js'
import { setCopy } from './set-copy.js'
import { type AnyNode, complaintAbout, complaintAboutHead } from './unsupported.js'

type List = Extract<MarkdownNode, { type: 'list' }>
type Table = Extract<MarkdownNode, { type: 'table' }>
type Heading = Extract<MarkdownNode, { type: 'heading' }>
type Definition = Extract<MarkdownNode, { type: 'definition' }>

/** Where a block stands: crossheads part the text of an article, and nothing smaller. */
type Within = 'article' | 'quotation' | 'list'

/** What a body is read with. */
export interface BodyRequest extends CopySetting {
  /** Offset in the source where the body begins. */
  readonly bodyStart: number
  /** The Markdown reader; the whole parser and the one with a short cut give the same. */
  readonly parse?: (text: string) => MarkdownPart[]
}

/** A line inside a hundred quotations and lists, which is no rule of hyphens or stars: a slip, and too deep to read. */
const TOO_DEEP = /^(?![ \t]*([-*])(?:[ \t]*\1)*[ \t]*$)[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){100}/m

/** An article's body as it was read. */
export interface Body {
  readonly blocks: readonly Block[]
  /** Which of the blocks the editor marked as such that may be left out. */
  readonly optional: readonly number[]
  /** Where marks stand that say nothing of any block. */
  readonly idle: readonly Pick<BlockMark, 'name' | 'span'>[]
}

/** Reads an article's body. What cannot be set is reported at its place and left out. */
export function readBody(request: BodyRequest): Body {
  const { source, language, report, bodyStart, parse = parseMarkdown } = request
  const setting: CopySetting = { source, language, report }
  const { text, offsetAt, marks } = removeComments(source, bodyStart, report)
  const spanBetween = (start: number, end: number): Span => ({
    start: offsetAt(start),
    end: end > start ? offsetAt(end - 1) + 1 : offsetAt(start),
  })
  const blocks: Block[] = []
  /** Where in `text` each block begins. */
  const starts: number[] = []
  const deep = TOO_DEEP.exec(text)
  if (deep) {
    const span = spanBetween(deep.index, deep.index + deep[0].length)
    complainAt(span, { message: 'quotations or lists in one another without end', hint: 'take the signs out' }, setting)
    return { blocks, optional: [], idle: [] }
  }
  const openTags = new Set<string>()
  const parts = parse(text)
  const addresses = addressesIn(parts)
  const addressOf = (identifier: string): string | null => addresses.get(identifier) ?? null
  for (const part of parts) {
    if (part.kind === 'plain') {
      const span = spanBetween(part.start, part.end)
      pushText(blocks, part.block, [{ text: cleanText(text.slice(part.start, part.end)), marks: [], span }], setting)
      while (starts.length < blocks.length) starts.push(part.start)
      reportLookalike(span, setting)
      continue
    }
    const spanOf = (node: AnyNode): Span => {
      const { start, end } = node.position!
      return spanBetween(part.base + start.offset!, part.base + end.offset!)
    }
    const complain = (node: AnyNode): void => {
      const { start, end } = spanOf(node)
      const indented = source.text.slice(start, end)
      const written = indented.trimStart()
      if (isClosingTag(written, node, openTags)) return
      complainAt({ start: start + indented.length - written.length, end }, complaintAbout(node, written), setting)
    }
    for (const node of part.nodes) {
      readBlocks([node], 'article', { ...setting, spanOf, addressOf, complain }, blocks)
      while (starts.length < blocks.length) starts.push(part.base + node.position!.start.offset!)
    }
  }
  const idle: BlockMark[] = []
  const optional: number[] = []
  for (const mark of marks) {
    const next = starts.findIndex((start) => start >= mark.at)
    const isNext = next > 0 && mark.beginsLine && text.slice(mark.at, starts[next]).trim() === ''
    const block = isNext ? blocks[next]! : null
    if (mark.name === 'optional' && block && block.kind !== 'crosshead') optional.push(next)
    else if (mark.name === 'signature' && block?.kind === 'paragraph') {
      blocks[next] = { kind: 'signature', copy: block.copy }
    } else idle.push(mark)
  }
  return { blocks, optional, idle }
}

/** The addresses of link references, by identifier: the first that is given counts (CommonMark 0.31, 4.7). */
function addressesIn(parts: readonly MarkdownPart[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  for (const part of parts) {
    for (const node of part.kind === 'plain' ? [] : part.nodes) {
      if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url)
    }
  }
  return addresses
}

/** Whether a node is the closing half of a tag that has been reported already. */
function isClosingTag(written: string, node: AnyNode, openTags: Set<string>): boolean {
  if (node.type !== 'html') return false
  const tag = /^<(\/?)([a-z][\w-]*)/i.exec(written)
  if (!tag) return false
  const name = tag[2]!.toLowerCase()
  if (tag[1] === '/') return openTags.has(name)
  openTags.add(name)
  return false
}

function readBlocks(nodes: readonly MarkdownNode[], within: Within, reading: BodyReading, blocks: Block[]): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'paragraph':
        pushText(blocks, 'paragraph', readInlines(node.children, reading), reading)
        break
      case 'heading':
        readHeading(node, within, reading, blocks)
        break
      case 'blockquote': {
        const inner: Block[] = []
        readBlocks(node.children, 'quotation', reading, inner)
        if (inner.length > 0) blocks.push({ kind: 'quotation', blocks: inner })
        break
      }
      case 'list':
        readList(node, reading, blocks)
        break
      case 'table':
        readTable(node, reading, blocks)
        break
      case 'thematicBreak':
        blocks.push({ kind: 'thematic-break' })
        break
      case 'definition':
        readDefinition(node, reading)
        break
      default:
        reading.complain(node)
    }
  }
}

/** Adds a paragraph or a crosshead, unless nothing in it prints. */
function pushText(blocks: Block[], kind: 'paragraph' | 'crosshead', pieces: Piece[], setting: CopySetting): void {
  const copy = setCopy(pieces, setting)
  if (copy.length > 0) blocks.push({ kind, copy })
}

function readHeading(node: Heading, within: Within, reading: BodyReading, blocks: Block[]): void {
  const span = reading.spanOf(node)
  const written = reading.source.text.slice(span.start, span.end)
  const isUnderlined = !/^#/.test(written)
  const complaint = complaintAboutHead(node.depth, isUnderlined)
  if (complaint) {
    const underline = isUnderlined ? /[-=]+[ \t]*$/.exec(written)! : null
    complainAt(underline ? { start: span.start + underline.index, end: span.end } : span, complaint, reading)
    return
  }
  if (within !== 'article') {
    const message = `a crosshead in a ${within}`
    complainAt(span, { message, hint: 'put it before or after, or write it in **strong** type' }, reading)
    return
  }
  const copy = setCopy(readInlines(node.children, reading), reading)
  if (copy.length > 0) blocks.push({ kind: 'crosshead', copy })
  else complainAt(span, { message: 'a crosshead without words', hint: 'take it out, or write words after ##' }, reading)
}

function readList(node: List, reading: BodyReading, blocks: Block[]): void {
  const items: Block[][] = []
  for (const item of node.children) {
    const inner: Block[] = []
    readBlocks(item.children, 'list', reading, inner)
    if (inner.length > 0) items.push(inner)
  }
  if (items.length === 0) return
  blocks.push({ kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items })
}

function readTable(node: Table, reading: BodyReading, blocks: Block[]): void {
  const [head, ...rows] = node.children.map((row) => {
    return row.children.map((cell): Copy => setCopy(readInlines(cell.children, reading), reading))
  })
  const columns = head!.length
  rows.forEach((row, index) => {
    const surplus = node.children[index + 1]!.children[columns]
    if (!surplus) return
    const message = `a table's row of ${row.length} cells under a head of ${columns}`
    complainAt(reading.spanOf(surplus), { message, hint: 'give the head as many cells as the longest row' }, reading)
  })
  blocks.push({
    kind: 'table',
    align: Array.from({ length: columns }, (_, index) => sideOf(node.align?.[index])),
    head: head!,
    rows: rows.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? [])),
  })
}

function sideOf(align: string | null | undefined): 'left' | 'right' | 'centre' {
  if (align === 'center') return 'centre'
  return align === 'right' ? 'right' : 'left'
}

/** Addresses of links are not printed. A line like "[Editor]: yes" is no such thing, and would be lost in silence. */
function readDefinition(node: Definition, reading: BodyReading): void {
  const looksLikeAddress = /[/.:#@]/.test(node.url) && !node.identifier.startsWith('^')
  if (!looksLikeAddress) reading.complain(node)
}
