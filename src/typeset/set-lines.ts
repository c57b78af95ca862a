import type { Pt } from '../base/index.js'
import type { ShapedRun } from '../fonts/index.js'
import type { Align } from '../stylebook/index.js'
import type { BreakTable } from './break-table.js'
import { BREAK, dividesWord, hasSoftHyphen } from './divide-token.js'
import { spreadRule, type SpaceGlue } from './demerits.js'
import { spread, type Spread, type SpreadRule } from './spread.js'
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
  /** In a loose line a space after a comma or a stop grows so many times as much as the others. */
  readonly stopSpace: number
  /** The type of a line without text. */
  readonly type: Type
}

/** What a part of a line is before its place is known. */
interface Part {
  readonly role: Fragment['role']
  readonly run: ShapedRun
  readonly type: Type
  readonly width: Pt
  /** Gaps between letters: none after the last glyph before a word space. */
  gaps: number
  /** A word space, of this ideal width; 0 for all that keeps its width. */
  readonly white: Pt
  /** Whether it stands after a comma or a stop. */
  readonly afterStop: boolean
}

/** What stands on a line. */
interface Gathered {
  readonly parts: readonly Part[]
  /** Words that begin on it. */
  readonly words: number
  /** What hangs in the margins. */
  readonly hangLeft: Pt
  readonly hangRight: Pt
}

/** Sets the lines of broken copy: every part shaped as it stands on its line, justified to a hundredth of a point. */
export function setLines(request: LinesRequest): SetLine[] {
  const lines: SetLine[] = []
  const rule = spreadRule(request.glue)
  let before = -1
  for (let i = 0; i < request.breaks.length; i++) {
    const end = request.breaks[i]!
    lines.push(setLine(request, rule, { index: i, before, end }))
    before = end
  }
  return lines
}

/** A line from after breakpoint `before` to breakpoint `end`. */
interface LineAt {
  readonly index: number
  readonly before: number
  readonly end: number
}

function setLine(request: LinesRequest, rule: SpreadRule, at: LineAt): SetLine {
  const { table, room, glue, align } = request
  const gathered = gatherParts(request, at)
  const { parts, hangLeft, hangRight } = gathered
  const width = atLine(room.widths, at.index)
  const isLast = table.kind[at.end] === BREAK.forced
  const natural = sumOf(parts, ({ width: own }) => own) - hangLeft - hangRight
  const short = width - natural
  const isSpread = short < 0 || (align === 'justify' && !isLast)
  const set = isSpread ? spreadParts(parts, { short, glue, rule }) : UNSPREAD
  // A line that stays too long by a trace, or that cannot be filled, keeps what is left as white at its end.
  const rest = short - set.filled
  const squeezed = rest < 0 && set.white === 0 ? squeeze(rest, width) : 0
  const shift = align === 'right' ? rest + squeezed : align === 'centre' ? (rest + squeezed) / 2 : 0
  const fragments = placeParts(parts, {
    x: atLine(room.lefts, at.index) + shift - hangLeft,
    stopSpace: set.ratio > rule.opening.letters ? request.stopSpace : 1,
    spaces: set.white,
    bend: set.bend,
    squeezed,
  })
  return {
    fragments,
    measure: atLine(room.measures, at.index),
    words: gathered.words,
    hyphenated: dividesWord(table.kind[at.end]!),
    ratio: align === 'justify' && !isLast ? set.ratio : 0,
    bend: set.bend,
    ...extentOf(parts, request.type),
  }
}

/** How a line is filled. */
interface Filled extends Readonly<Spread> {
  /** What its word spaces gain in all. */
  readonly white: Pt
  /** What the line gains in all. */
  readonly filled: Pt
}

const UNSPREAD: Filled = { ratio: 0, bend: 0, white: 0, filled: 0 }

/** As the breaker spreads a line, from what really stands on it. */
function spreadParts(
  parts: readonly Part[],
  { short, glue, rule }: { readonly short: Pt; readonly glue: SpaceGlue; readonly rule: SpreadRule },
): Filled {
  const white = sumOf(parts, (part) => part.white)
  // Ragged text has neither stretch nor shrink: a line too long is closed up in its word spaces alone.
  const limit = (short >= 0 ? glue.stretch : glue.shrink) / glue.ideal || 1
  const letters = sumOf(parts, ({ type, width, gaps, white: own }) =>
    own > 0 ? 0 : type.giveOf(type.letters, width, gaps),
  )
  const wide = sumOf(parts, ({ type, width, gaps, white: own }) =>
    own > 0 ? 0 : type.giveOf(type.wideLetters, width, gaps),
  )
  const out: Spread = { ratio: 0, bend: 0 }
  spread(short, white * limit, letters, wide, rule, out)
  const { bend } = out
  const given =
    Math.abs(bend) <= 1 ? bend * letters : Math.sign(bend) * (letters + (Math.abs(bend) - 1) * (wide - letters))
  const gained = white > 0 ? short - given : 0
  return { ratio: white > 0 ? out.ratio : 0, bend, white: gained, filled: gained + given }
}

function sumOf(parts: readonly Part[], of: (part: Part) => number): number {
  let sum = 0
  for (const part of parts) sum += of(part)
  return sum
}

/** Collects what stands on a line. */
function gatherParts({ spans, table, glue }: LinesRequest, { before, end }: LineAt): Gathered {
  const parts: Part[] = []
  const lastSpan = table.span[end]!
  const lastOffset = table.offset[end]!
  let i = before < 0 ? 0 : table.span[before]!
  let from = before < 0 ? 0 : table.offset[before]!
  if (before >= 0 && table.kind[before] === BREAK.forced) i++
  while (from === 0 && i < lastSpan && spans.kinds[i] !== SPAN.word && spans.kinds[i] !== SPAN.lineBreak) i++
  let words = 0
  let first: Word | null = null
  let last: Word | null = null
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
    last = isWhole ? word : type.word(word.text.slice(from, to))
    first ??= last
    addWord(last, type, 'text', parts)
  }
  while (parts.length > 0 && parts.at(-1)!.role === 'space') parts.pop()
  if (hasSoftHyphen(table.kind[end]!)) {
    const type = spans.types[lastSpan]!
    last = type.hyphen
    addWord(last, type, 'soft-hyphen', parts)
  }
  closeWord(parts)
  return { parts, words, hangLeft: first ? first.hangLeft : 0, hangRight: last ? last.hangRight : 0 }
}

function addWord(word: Word, type: Type, role: Fragment['role'], parts: Part[]): void {
  for (const run of word.runs) {
    const width = word.runs.length === 1 ? word.width : type.widthOf(run)
    parts.push({ role, run, type, width, gaps: run.glyphs.length, white: 0, afterStop: false })
  }
}

/** After a word's last glyph no letterfit stands: there the word space begins. */
function closeWord(parts: readonly Part[]): void {
  const last = parts.at(-1)
  if (last && last.role !== 'space' && last.gaps > 0) last.gaps--
}

function addWhite(spans: Spans, i: number, ideal: number, parts: Part[]): void {
  const type = spans.types[i]!
  const run = type.space.runs[0]
  // Before the first letter there is no white: a word of nothing that is ever seen may stand there.
  if (!run || parts.length === 0) return
  closeWord(parts)
  const fixed = spans.kinds[i] === SPAN.fixed
  const width = fixed ? spans.fixed.get(i)! : type.space.width * ideal
  const before = spans.kinds[i - 1] === SPAN.word ? spans.words[i - 1]! : null
  parts.push({
    role: 'space',
    run,
    type,
    width,
    gaps: 0,
    white: fixed ? 0 : width,
    afterStop: before?.endsInStop ?? false,
  })
}

/**
 * A line of one piece can be a trace too long, because its letters were shaped anew where it is broken: so much is taken out
 * between its letters. What is really too long (a letter wider than its measure) is left as it is.
 */
const MOST_SQUEEZE = 0.02

function squeeze(short: Pt, width: Pt): Pt {
  return -short <= width * MOST_SQUEEZE ? -short : 0
}

/** How the parts of a line are placed. */
interface PlaceRequest {
  readonly x: Pt
  /** What the word spaces gain in all. */
  readonly spaces: Pt
  readonly stopSpace: number
  readonly bend: number
  /** Taken out between the letters of a line of one piece. */
  readonly squeezed: Pt
}

function placeParts(parts: readonly Part[], { x: left, spaces, stopSpace, bend, squeezed }: PlaceRequest): Fragment[] {
  const glyphs = squeezed > 0 ? sumOf(parts, ({ run, type }) => run.glyphs.length * type.size) : 0
  const tightened = glyphs > 0 ? (squeezed * 1000) / glyphs : 0
  const weights = spaces === 0 ? 0 : sumOf(parts, ({ white, afterStop }) => white * (afterStop ? stopSpace : 1))
  const perWhite = weights > 0 ? spaces / weights : 0
  const fragments: Fragment[] = new Array<Fragment>(parts.length)
  let x = left
  for (let i = 0; i < parts.length; i++) {
    const { role, run, type, width: natural, gaps, white, afterStop } = parts[i]!
    const { size, colour } = type
    const letterfit = bentBy(bend, type.letters.letterfit, type.wideLetters.letterfit)
    const scale = 1 + bentBy(bend, type.letters.glyphWidth, type.wideLetters.glyphWidth) / 100
    const width =
      role === 'space'
        ? natural + white * perWhite * (afterStop ? stopSpace : 1)
        : natural * scale + ((letterfit * gaps - tightened * run.glyphs.length) * size) / 1000
    const tracking = type.tracking * scale + letterfit - tightened
    fragments[i] = { role, run, size, x, width, rise: type.rise, tracking, scale, colour }
    x += width
  }
  return fragments
}

/** What letters give at a bend: in proportion up to the first bounds, and from there to the wide ones. */
function bentBy(bend: number, first: number, wide: number): number {
  if (bend >= -1 && bend <= 1) return bend * first
  return bend > 0 ? first + (bend - 1) * (wide - first) : -first + (bend + 1) * (wide - first)
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
