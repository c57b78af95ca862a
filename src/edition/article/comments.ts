import type { Report } from '../../base/index.js'
import type { SourceFile } from '../../source/index.js'
import type { Span } from './copy-source.js'

/** The body of an article without its comments. */
export interface CommentFree {
  readonly text: string
  /** The offset in the source file of an offset in `text`. */
  offsetAt(offset: number): number
  /** The comments that say something of the block after them. */
  readonly marks: readonly BlockMark[]
}

/** A comment that says of the block after it that it may be left out, or that it is a signature. */
export interface BlockMark {
  readonly name: 'optional' | 'signature'
  /** Where it stood in the text without comments. */
  readonly at: number
  /** Where it stands in the source file. */
  readonly span: Span
  /** Whether it begins its line. */
  readonly beginsLine: boolean
}

const OPEN = '<!--'
const CLOSE = '-->'

/**
 * Takes the comments out before Markdown sees them. CommonMark ends an inline comment at an empty line and swallows what
 * follows a comment on its own line; an editor expects neither: a note is never printed, and no word beside it is lost.
 */
export function removeComments(source: SourceFile, bodyStart: number, report: Report): CommentFree {
  const body = source.text.slice(bodyStart)
  if (!body.includes(OPEN)) return { text: body, offsetAt: (offset) => bodyStart + offset, marks: [] }
  let text = ''
  let at = 0
  /** For every comment: where it was in `text`, and how much was taken out up to there. */
  const cuts: { readonly at: number; readonly removed: number }[] = []
  const marks: BlockMark[] = []
  for (let open = nextComment(body, 0); open >= 0; open = nextComment(body, at)) {
    const close = body.indexOf(CLOSE, open + 2)
    if (close < 0) {
      report({
        code: 'markdown-unsupported',
        message: 'a comment that does not end: everything after it would be lost',
        place: source.placeAt(bodyStart + open, OPEN.length),
        hint: 'write --> where the comment ends',
      })
    }
    text += body.slice(at, open)
    const beginsLine = /(?:^|\n)[ \t]*$/.test(text)
    at = close < 0 ? body.length : close + CLOSE.length
    const blankAfter = /[ \t]*/y
    blankAfter.lastIndex = at
    const blank = blankAfter.exec(body)![0].length
    const endsLine = at + blank === body.length || /[\r\n]/.test(body[at + blank]!)
    // White left over from both sides of a comment would read as an indent or as a hard line break.
    if (endsLine) text = withoutBlankEnd(text)
    if (endsLine || text === '' || /\s/.test(text.at(-1)!)) at += blank
    cuts.push({ at: text.length, removed: at - text.length })
    const mark = /^<!--\s*(optional|signature)\s*-->$/i.exec(body.slice(open, close + CLOSE.length))
    if (mark) {
      const span = { start: bodyStart + open, end: bodyStart + close + CLOSE.length }
      marks.push({ name: mark[1]!.toLowerCase() as BlockMark['name'], at: text.length, span, beginsLine })
    }
  }
  text += body.slice(at)
  return { text, offsetAt: (offset) => bodyStart + offset + removedBefore(cuts, offset), marks }
}

function withoutBlankEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--
  return text.slice(0, end)
}

/** The next comment that no backslash makes plain text; -1 when there is none. */
function nextComment(body: string, from: number): number {
  let open = body.indexOf(OPEN, from)
  while (open >= 0 && /(?<!\\)(?:\\\\)*\\$/.test(body.slice(Math.max(0, open - 20), open))) {
    open = body.indexOf(OPEN, open + 1)
  }
  return open
}

function removedBefore(cuts: readonly { at: number; removed: number }[], offset: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (cuts[middle]!.at <= offset) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : cuts[low - 1]!.removed
}
