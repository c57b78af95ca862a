import type { Pt } from '../base/index.js'
import type { ShapedRun } from '../fonts/index.js'
import type { Align } from '../stylebook/index.js'
import type { BreakTable } from './break-table.js'
import { BREAK, dividesWord, hasSoftHyphen } from './divide-token.js'
import type { SpaceGlue } from './demerits.js'
import { atLine, type LineRoom } from './measures.js'
import { SPAN, type Spans } from './spans.js'
import type { Type, Word } from './type-case.js'
import type { Fragment, SetLine } from './types.js'

/** Copy that has been broken, with the room it was broken for. */
export interface LinesRequest {
  readonly spans: Spans
  readonly table: BreakTable
  /** The breakpoint that ends each line. */
  readonly breaks: ArrayLike<number>
  readonly room: LineRoom
  readonly align: Align
  readonly glue: SpaceGlue
  /** The type of a line without text. */
  readonly type: Type
}

/** What a part of a line is before its place is known. */
interface Part {
  readonly role: Fragment['role']
  readonly run: ShapedRun
  readonly type: Type
  readonly width: Pt
  /** A word space, of this natural width; 0 for all that keeps its width. */
  readonly white: Pt
}

/** Sets the lines of broken copy: every part shaped as it stands on its line, justified to a hundredth of a point. */
export function setLines(request: LinesRequest): SetLine[] {
  const lines: SetLine[] = []
  let before = -1
  for (let i = 0; i < request.breaks.length; i++) {
    const end = request.breaks[i]!
    lines.push(setLine(request, i, before, end))
    before = end
  }
  return lines
}

function setLine(request: LinesRequest, index: number, before: number, end: number): SetLine {
  const { table, room, glue } = request
  const parts: Part[] = []
  const words = gatherParts(request, { before, end }, parts)
  const isLast = table.kind[end] === BREAK.forced
  const width = atLine(room.widths, index)
  const short = width - parts.reduce((sum, part) => sum + part.width, 0)
  const white = parts.reduce((sum, part) => sum + part.white, 0)
  const justified = request.align === 'justify' && !isLast
  const spread = white > 0 && (justified || short < 0) ? short : 0
  const squeezed = white === 0 && short < 0 ? squeeze(short, width) : 0
  const rest = short - spread + squeezed
  const shift = request.align === 'right' ? rest : request.align === 'centre' ? rest / 2 : 0
  const fragments = placeParts(parts, {
    x: atLine(room.lefts, index) + shift,
    perWhite: white > 0 ? spread / white : 0,
    squeezed,
  })
  const kind = table.kind[end]!
  return {
    fragments,
    measure: atLine(room.measures, index),
    words,
    hyphenated: dividesWord(kind),
    ratio: justified && white > 0 ? ratioOf(spread / white, glue) : 0,
    ...extentOf(parts, request.type),
  }
}

/** The adjustment ratio of a line whose spaces gain so much of their ideal width. */
function ratioOf(gain: number, glue: SpaceGlue): number {
  const limit = (gain >= 0 ? glue.stretch : glue.shrink) / glue.ideal
  return limit > 0 ? gain / limit : 0
}

/** Collects what stands on a line; gives the words that begin on it. */
function gatherParts(
  { spans, table, glue }: LinesRequest,
  { before, end }: { readonly before: number; readonly end: number },
  parts: Part[],
): number {
  const lastSpan = table.span[end]!
  const lastOffset = table.offset[end]!
  let i = before < 0 ? 0 : table.span[before]!
  let from = before < 0 ? 0 : table.offset[before]!
  if (before >= 0 && table.kind[before] === BREAK.forced) i++
  while (from === 0 && i < lastSpan && spans.kinds[i] !== SPAN.word && spans.kinds[i] !== SPAN.lineBreak) i++
  let words = 0
  for (; i < lastSpan || (i === lastSpan && lastOffset > 0); i++, from = 0) {
    const type = spans.types[i]!
    if (spans.kinds[i] !== SPAN.word) {
      addWhite(spans, i, glue.ideal, parts)
      continue
    }
    if (from === 0 && spans.startsWord[i]) words++
    const word = spans.words[i]!
    const to = i === lastSpan ? lastOffset : word.text.length
    const isWhole = from === 0 && to === word.text.length
    addWord(isWhole ? word : type.word(word.text.slice(from, to)), type, 'text', parts)
  }
  while (parts.length > 0 && parts.at(-1)!.role === 'space') parts.pop()
  if (hasSoftHyphen(table.kind[end]!)) {
    const type = spans.types[lastSpan]!
    addWord(type.hyphen, type, 'soft-hyphen', parts)
  }
  return words
}

function addWord(word: Word, type: Type, role: Fragment['role'], parts: Part[]): void {
  for (const run of word.runs) {
    parts.push({ role, run, type, width: word.runs.length === 1 ? word.width : type.widthOf(run), white: 0 })
  }
}

function addWhite(spans: Spans, i: number, ideal: number, parts: Part[]): void {
  const type = spans.types[i]!
  const run = type.space.runs[0]
  // Before the first letter there is no white: a word of nothing that is ever seen may stand there.
  if (!run || parts.length === 0) return
  const fixed = spans.kinds[i] === SPAN.fixed
  const width = fixed ? spans.fixed.get(i)! : type.space.width * ideal
  parts.push({ role: 'space', run, type, width, white: fixed ? 0 : width })
}

/**
 * A line of one piece can be a trace too long, because its letters were shaped anew where it is broken: so much is taken out
 * between its letters. What is really too long (a letter wider than its measure) is left as it is.
 */
const MOST_SQUEEZE = 0.02

function squeeze(short: Pt, width: Pt): Pt {
  return -short <= width * MOST_SQUEEZE ? -short : 0
}

function placeParts(
  parts: readonly Part[],
  how: { readonly x: Pt; readonly perWhite: number; readonly squeezed: Pt },
): Fragment[] {
  const glyphs = how.squeezed > 0 ? parts.reduce((sum, part) => sum + part.run.glyphs.length * part.type.size, 0) : 0
  const tightened = glyphs > 0 ? (how.squeezed * 1000) / glyphs : 0
  const fragments: Fragment[] = new Array<Fragment>(parts.length)
  let { x } = how
  for (let i = 0; i < parts.length; i++) {
    const { role, run, type, width: natural, white } = parts[i]!
    const { size, colour } = type
    const width = natural + white * how.perWhite - (tightened * run.glyphs.length * size) / 1000
    fragments[i] = { role, run, size, x, width, rise: type.rise, tracking: type.tracking - tightened, colour }
    x += width
  }
  return fragments
}

function extentOf(parts: readonly Part[], type: Type): { readonly ascent: Pt; readonly descent: Pt } {
  let ascent = 0
  let descent = 0
  for (const { run, type: one } of parts) {
    ascent = Math.max(ascent, run.face.ascent * one.size)
    descent = Math.max(descent, -run.face.descent * one.size)
  }
  return parts.length > 0
    ? { ascent, descent }
    : { ascent: type.face.ascent * type.size, descent: -type.face.descent * type.size }
}
