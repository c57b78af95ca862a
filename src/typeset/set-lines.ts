import type { Pt } from '../base/index.js'
import type { Align } from '../stylebook/index.js'
import type { BreakTable } from './break-table.js'
import { BREAK, dividesWord, endsWord, hasSoftHyphen } from './divide-token.js'
import { spreadRule, type SpaceGlue } from './demerits.js'
import { LineParts } from './line-parts.js'
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

/** What is known of a line when all its parts are gathered. */
interface Gathered {
  /** Words that begin on it. */
  readonly words: number
  /** What hangs in the margins. */
  readonly hangLeft: Pt
  readonly hangRight: Pt
}

/** The parts of the line that is being set: one table serves all, and nothing in it outlives a line. */
const parts = new LineParts()

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
  const { words, hangLeft, hangRight } = gatherParts(request, at)
  const width = atLine(room.widths, at.index)
  const isLast = table.kind[at.end] === BREAK.forced
  const natural = sumOf(parts.widths) - hangLeft - hangRight
  const short = width - natural
  const isSpread = short < 0 || (align === 'justify' && !isLast)
  const set = isSpread ? spreadParts({ short, glue, rule }) : UNSPREAD
  // A line that stays too long by a trace, or that cannot be filled, keeps what is left as white at its end.
  const rest = short - set.filled
  const squeezed = rest < 0 && set.white === 0 ? squeeze(rest, width) : 0
  const shift = align === 'right' ? rest + squeezed : align === 'centre' ? (rest + squeezed) / 2 : 0
  const fragments = placeParts({
    x: atLine(room.lefts, at.index) + shift - hangLeft,
    stopSpace: set.ratio > rule.opening.letters ? request.stopSpace : 1,
    spaces: set.white,
    bend: set.bend,
    squeezed,
  })
  return {
    fragments,
    measure: atLine(room.measures, at.index),
    words,
    hyphenated: dividesWord(table.kind[at.end]!),
    endsWord: endsWord(table.kind[at.end]!),
    ratio: align === 'justify' && !isLast ? set.ratio : 0,
    bend: set.bend,
    ...extentOf(request.type),
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
function spreadParts({
  short,
  glue,
  rule,
}: {
  readonly short: Pt
  readonly glue: SpaceGlue
  readonly rule: SpreadRule
}): Filled {
  const { types, widths, gaps, whites } = parts
  const white = sumOf(whites)
  // Ragged text has neither stretch nor shrink: a line too long is closed up in its word spaces alone.
  const limit = (short >= 0 ? glue.stretch : glue.shrink) / glue.ideal || 1
  let letters = 0
  let wide = 0
  for (let i = 0; i < parts.count; i++) {
    if (whites[i]! > 0) continue
    const type = types[i]!
    letters += type.giveOf(type.letters, widths[i]!, gaps[i]!)
    wide += type.giveOf(type.wideLetters, widths[i]!, gaps[i]!)
  }
  const out: Spread = { ratio: 0, bend: 0 }
  spread(short, white * limit, letters, wide, rule, out)
  const { bend } = out
  const given =
    Math.abs(bend) <= 1 ? bend * letters : Math.sign(bend) * (letters + (Math.abs(bend) - 1) * (wide - letters))
  const gained = white > 0 ? short - given : 0
  return { ratio: white > 0 ? out.ratio : 0, bend, white: gained, filled: gained + given }
}

function sumOf(column: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < parts.count; i++) sum += column[i]!
  return sum
}

/** Collects what stands on a line. */
function gatherParts({ spans, table, glue }: LinesRequest, { before, end }: LineAt): Gathered {
  parts.count = 0
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
      parts.addWhite(spans, i, glue.ideal)
      continue
    }
    if (from === 0 && spans.startsWord[i] && i >= spans.headSpans) words++
    const word = spans.words[i]!
    const to = i === lastSpan ? lastOffset : word.text.length
    const isWhole = from === 0 && to === word.text.length
    last = isWhole ? word : type.word(word.text.slice(from, to))
    first ??= last
    parts.addWord(last, type, 'text')
  }
  parts.dropWhite()
  if (hasSoftHyphen(table.kind[end]!)) {
    const type = spans.types[lastSpan]!
    last = type.hyphen
    parts.addWord(last, type, 'soft-hyphen')
  }
  parts.closeWord()
  return { words, hangLeft: first ? first.hangLeft : 0, hangRight: last ? last.hangRight : 0 }
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

function placeParts({ x: left, spaces, stopSpace, bend, squeezed }: PlaceRequest): Fragment[] {
  const { count, roles, runs, types, widths, gaps, whites, afterStop } = parts
  let glyphs = 0
  let weights = 0
  for (let i = 0; i < count; i++) {
    glyphs += runs[i]!.glyphs.length * types[i]!.size
    weights += whites[i]! * (afterStop[i] ? stopSpace : 1)
  }
  const tightened = squeezed > 0 && glyphs > 0 ? (squeezed * 1000) / glyphs : 0
  const perWhite = weights > 0 ? spaces / weights : 0
  const fragments: Fragment[] = new Array<Fragment>(count)
  let x = left
  for (let i = 0; i < count; i++) {
    const role = roles[i]!
    const run = runs[i]!
    const type = types[i]!
    const { size, colour } = type
    const letterfit = bentBy(bend, type.letters.letterfit, type.wideLetters.letterfit)
    const scale = 1 + bentBy(bend, type.letters.glyphWidth, type.wideLetters.glyphWidth) / 100
    const width =
      role === 'space'
        ? widths[i]! + whites[i]! * perWhite * (afterStop[i] ? stopSpace : 1)
        : widths[i]! * scale + ((letterfit * gaps[i]! - tightened * run.glyphs.length) * size) / 1000
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

function extentOf(type: Type): { readonly ascent: Pt; readonly descent: Pt } {
  let ascent = 0
  let descent = 0
  for (let i = 0; i < parts.count; i++) {
    const { size } = parts.types[i]!
    const { face } = parts.runs[i]!
    ascent = Math.max(ascent, face.ascent * size)
    descent = Math.max(descent, -face.descent * size)
  }
  return parts.count > 0
    ? { ascent, descent }
    : { ascent: type.face.ascent * type.size, descent: -type.face.descent * type.size }
}
