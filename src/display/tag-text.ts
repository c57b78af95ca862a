import type { PlacedLine } from '../makeup/index.js'
import type { Fragment, LinkedText, SetLine } from '../typeset/index.js'
import { findAddresses } from './find-addresses.js'
import type { LinkTarget, MarkedContent, PlacedLink, StructureElement } from './structure.js'

/** An element that is being filled. */
export interface OpenElement extends StructureElement {
  readonly kids: (OpenElement | MarkedContent)[]
}

/** A line and the page that it stands on, counted from 0. */
export interface PagedLine {
  readonly placed: PlacedLine
  readonly page: number
}

/** A fragment of a line. */
interface Piece extends PagedLine {
  readonly at: number
  readonly fragment: Fragment
}

/** What an element's text is made of. */
export interface TaggedText {
  readonly lines: readonly PagedLine[]
  /** Which fragments of the lines; left out, all that are no part of their own. */
  readonly take?: (fragment: Fragment) => boolean
  /** Words of it that lead somewhere, as the copy says. */
  readonly linked?: readonly LinkedText[]
}

/** What fragments show, and the links that were made. */
export interface TextRecord {
  /** One for all of a line, or one for each of its fragments. */
  readonly contents: Map<PlacedLine, MarkedContent | (MarkedContent | null)[]>
  readonly links: Omit<PlacedLink, 'text'>[]
  /** What each link reads. */
  readonly said: Map<StructureElement, string>
}

const isPlain = ({ part }: Fragment): boolean => part === undefined

function piecesOf({ lines, take = isPlain }: Pick<TaggedText, 'lines' | 'take'>): readonly Piece[] {
  return lines.flatMap(({ placed, page }) =>
    placed.line.fragments.flatMap((fragment, at) => (take(fragment) ? [{ placed, page, at, fragment }] : [])),
  )
}

/** Puts text into an element: all of it, in order, and what leads somewhere in links of its own. */
export function tagText(element: OpenElement, text: TaggedText, record: TextRecord): void {
  if (isAllOne(text)) {
    const content: MarkedContent = { kind: 'content' }
    element.kids.push(content)
    for (const { placed } of text.lines) record.contents.set(placed, content)
    return
  }
  const { linked = [] } = text
  const pieces = piecesOf(text)
  const addresses = addressesOf(pieces, linked)
  let open: { readonly address: string | null; readonly content: MarkedContent; readonly link: Link | null } | null =
    null
  pieces.forEach((piece, index) => {
    const isWhite = piece.fragment.role === 'space'
    // White before all text is none, and none where a line of a cell ends in a divided word.
    if (isWhite && (!open || pieces[index - 1]?.fragment.role === 'soft-hyphen')) return
    const address = addresses[index] ?? null
    if (!open || open.address !== address) {
      const content: MarkedContent = { kind: 'content' }
      const link = address === null ? null : openLink({ kind: 'address', address }, content)
      element.kids.push(link ?? content)
      open = { address, content, link }
    }
    put(record, piece, open.content)
    if (open.link) place(record, piece, open.link)
  })
}

/** Whether all fragments are to be taken and none of them leads anywhere: most text is such, and nothing has to be looked for in it. */
function isAllOne({ lines, take, linked = [] }: TaggedText): boolean {
  return take === undefined && linked.length === 0 && lines.every(({ placed: { line } }) => isMereText(line))
}

function isMereText({ fragments, endsWord }: SetLine): boolean {
  for (const { part, role, run } of fragments) {
    if (part !== undefined || (role === 'text' && mayBeAddress(run.text))) return false
  }
  // An address can go on in the next line.
  return endsWord || fragments.at(-1)?.run.text.endsWith('.') !== true
}

/** Whether a word can be an address, or the part of one that a line has: an at is in it, or a point before a letter. */
function mayBeAddress(word: string): boolean {
  for (let point = word.indexOf('.'); point >= 0; point = word.indexOf('.', point + 1)) {
    // Letters of any script; neither the figures of an amount or a time, nor the end of a sentence.
    if (word.charCodeAt(point + 1) >= 0x41) return true
  }
  return word.includes('@')
}

/** Lines that are one link, and where it leads. */
export interface LinkLines {
  readonly lines: readonly PagedLine[]
  readonly target: LinkTarget
  readonly language?: string
}

/** Puts text into an element as one link. */
export function tagLink(element: OpenElement, { lines, target, language }: LinkLines, record: TextRecord): void {
  const content: MarkedContent = { kind: 'content' }
  const link = { ...openLink(target, content), ...(language === undefined ? {} : { language }) }
  element.kids.push(link)
  for (const piece of piecesOf({ lines })) {
    put(record, piece, content)
    place(record, piece, link)
  }
}

type Link = OpenElement & PlacedLink['link']

function openLink(target: LinkTarget, content: MarkedContent): Link {
  return { kind: 'element', part: { kind: 'link', target }, kids: [content] }
}

function put({ contents }: TextRecord, { placed, at }: Piece, content: MarkedContent): void {
  const known = contents.get(placed)
  const own = Array.isArray(known) ? known : new Array<MarkedContent | null>(placed.line.fragments.length).fill(null)
  contents.set(placed, own)
  own[at] = content
}

/** Makes the place where a link can be followed wider by a fragment: one place in each line. */
function place({ links, said }: TextRecord, { placed, page, fragment }: Piece, link: Link): void {
  const { line, baseline } = placed
  const [left, right] = [placed.x + fragment.x, placed.x + fragment.x + fragment.width]
  const y = baseline - line.ascent
  const last = links.at(-1)
  const goesOn = last?.link === link && last.page === page && last.rect.y === y && last.rect.x <= left
  if (goesOn) links[links.length - 1] = { ...last, rect: { ...last.rect, width: right - last.rect.x } }
  else links.push({ link, page, rect: { x: left, y, width: right - left, height: line.ascent + line.descent } })
  const text = fragment.role === 'text' ? fragment.run.text : fragment.role === 'space' ? ' ' : ''
  const isLast = placed.line.fragments.at(-1) === fragment
  said.set(link, (said.get(link) ?? '') + text + (isLast && line.endsWord ? ' ' : ''))
}

/** Where each piece leads; null for nowhere. White leads where both its neighbours do. */
function addressesOf(pieces: readonly Piece[], linked: readonly LinkedText[]): readonly (string | null)[] {
  let text = ''
  let seen = 0
  const spans = pieces.map(({ placed, fragment }, index) => {
    const before = pieces[index - 1]
    if (before && before.placed !== placed && before.placed.line.endsWord) text += ' '
    const [from, seenFrom] = [text.length, seen]
    if (fragment.role === 'space') text += ' '
    if (fragment.role === 'text') {
      text += fragment.run.text
      seen += fragment.run.text.length
    }
    return { from, to: text.length, seenFrom, seenTo: seen }
  })
  const written = findAddresses(text)
  if (written.length === 0 && linked.length === 0) return []
  const found = spans.map(({ from, to, seenFrom, seenTo }, index): string | null => {
    if (pieces[index]!.fragment.role !== 'text') return null
    const given = linked.find((one) => one.from < seenTo && one.to > seenFrom)
    return (given ?? written.find((one) => one.from < to && one.to > from))?.address ?? null
  })
  // What stands between two words, and the hyphen within one, goes with both.
  return found.map((address, index) => {
    if (pieces[index]!.fragment.role === 'text') return address
    const [before, after] = [found[index - 1] ?? null, found[index + 1] ?? null]
    return before === after ? before : null
  })
}
