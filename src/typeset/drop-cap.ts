import type { GridLines, Pt, Report } from '../base/index.js'
import type { DropCapStyle } from '../stylebook/index.js'
import type { OpeningCapital } from './opening-capital.js'
import { reportMissing } from './line-faults.js'
import { whiteBetween } from './set-table.js'
import { featuresOf, STIFF } from './styles.js'
import type { Type, TypeCase, Word } from './type-case.js'
import type { Fragment, SetLine } from './types.js'

/** A capital that stands beside the first lines of an article, set. */
export interface DropCap {
  readonly lines: GridLines
  /** White that it takes at the left of each line, first to last; one more line where its tail hangs into it. */
  readonly beside: readonly Pt[]
  /** The first line with the capital before it. */
  open(line: SetLine): SetLine
}

/** What a drop capital is set with. */
export interface DropCapRequest {
  readonly typeCase: TypeCase
  readonly opening: OpeningCapital
  readonly style: DropCapStyle
  readonly lines: GridLines
  /** From baseline to baseline. */
  readonly pitch: Pt
  /** The type of the text beside it. */
  readonly text: Type
  readonly language: string
  readonly report: Report
}

/** An opening quotation mark is set so much smaller than its capital: as large as that it would be louder than the letter. */
const QUOTE = 0.5

/**
 * The first line, which goes on with the capital's own word, comes closer to A and L, by at most this share of the letter;
 * where it would be by less than the other share, the lines begin under one another.
 */
const MOST_CLOSER = 0.3
const LEAST_CLOSER = 0.15

/** A line of text reaches so far below its baseline, in em: what the capital's ink at its height must clear. */
const REACH_BELOW = 0.2

/**
 * Sets a drop capital. Its feet stand on the baseline of its last line, and its size is such that a flat capital of its face
 * (H) reaches just as high as the capitals of the first line; round and pointed letters overshoot both, as drawn.
 */
export function setDropCap(request: DropCapRequest): DropCap {
  const { opening, lines, pitch, text, style, report } = request
  const drop = (lines - 1) * pitch
  const capHeight = text.face.capHeight * text.size
  const face = typeOf(request, text.size).word(opening.capital).runs[0]?.face ?? text.face
  const size = (drop + capHeight) / face.capHeight
  const type = typeOf(request, size)
  const small = typeOf(request, size * QUOTE)
  const [capital, quote] = [type.word(opening.capital), small.word(opening.quote)]
  const { inline } = opening
  reportMissing({ words: [capital, quote], inlines: [inline, inline] }, report)

  const ink = inkFinder(request, type, capital)
  const quoteInk = inkFinder(request, small, quote)(-Infinity, Infinity)
  const letter = ink(0, Infinity) ?? { left: 0, right: capital.width }
  const x = quoteInk ? quote.width - quoteInk.left : -letter.left
  const edge = x + letter.right + style.gap
  const top = ink(drop - REACH_BELOW * text.size, Infinity) ?? letter
  const closer = Math.min((letter.right - top.right) / (letter.right - letter.left), MOST_CLOSER)
  const first = closer < LEAST_CLOSER ? edge : edge - closer * (letter.right - letter.left)
  const tail = ink(-Infinity, capHeight - pitch)
  const beside = [
    opening.isWord ? edge + text.space.width : first,
    ...new Array<Pt>(lines - 1).fill(edge),
    ...(tail ? [x + tail.right + style.gap] : []),
  ]

  const fragments = [
    ...(quoteInk
      ? place(quote, small, { x: -quoteInk.left, rise: riseOfQuote(opening.quote, capHeight + drop) - drop })
      : []),
    ...place(capital, type, { x, rise: -drop }),
  ]
  return { lines, beside, open: (line) => openLine(line, fragments, { opening, type: text }) }
}

function typeOf({ typeCase, style, language }: DropCapRequest, size: Pt): Type {
  const face = { family: style.font, weight: style.weight, italic: style.italic }
  const features = featuresOf(typeCase, face, style)
  const still = { tracking: 0, letters: STIFF, wideLetters: STIFF, hangs: null, hyphenator: null }
  return typeCase.type({ ...face, ...still, size, colour: style.colour, features, language })
}

/** The ink of a word between two heights above its baseline, in points from its pen. */
function inkFinder({ typeCase }: DropCapRequest, type: Type, word: Word) {
  const perMille = type.size / 1000
  return (from: Pt, to: Pt): { readonly left: Pt; readonly right: Pt } | null => {
    let found: { left: Pt; right: Pt } | null = null
    let pen = 0
    for (const { face, glyphs, advances } of word.runs) {
      glyphs.forEach((glyph, i) => {
        const ink = typeCase.ink(face, glyph, { from: from / perMille, to: to / perMille })
        if (ink) {
          const [left, right] = [pen + ink.left * perMille, pen + ink.right * perMille]
          found = found ? { left: Math.min(found.left, left), right: Math.max(found.right, right) } : { left, right }
        }
        pen += advances[i]! * perMille
      })
    }
    return found
  }
}

/** How high a quotation mark of half size stands: as high as the capital, but low ones on the line and guillemets amid. */
function riseOfQuote(quote: string, height: Pt): Pt {
  const rest = height * (1 - QUOTE)
  if (/[„‚]/.test(quote)) return 0
  return /[«»‹›]/.test(quote) ? rest / 2 : rest
}

function place(word: Word, type: Type, { x, rise }: { readonly x: Pt; readonly rise: Pt }): Fragment[] {
  let pen = x
  return word.runs.map((run) => {
    const width = type.widthOf(run)
    const { size, tracking, colour } = type
    pen += width
    const characters = run.characters.map(() => ' ')
    return { role: 'text', run: { ...run, characters }, size, x: pen - width, width, rise, tracking, scale: 1, colour }
  })
}

/**
 * Puts the capital before its line. A reader's program meets large and small letters on two baselines; so that it reads
 * one word, the letter after the capital stands for both, as a ligature does, and the capital itself for a space.
 */
function openLine(
  line: SetLine,
  capital: readonly Fragment[],
  { opening, type }: { readonly opening: OpeningCapital; readonly type: Type },
): SetLine {
  const [first, ...others] = line.fragments
  const last = capital.at(-1)
  if (!first || !last) return line
  const read = opening.quote + opening.capital
  if (!opening.isWord)
    return { ...line, fragments: [...capital, readAs(first, read + first.run.characters[0]!), ...others] }
  const end = last.x + last.width
  const white = whiteBetween(end, (end + first.x) / 2, type)
  const word: Fragment = { ...readAs({ ...white, run: { ...white.run, text: '' } }, read), role: 'text' }
  return {
    ...line,
    fragments: [...capital, word, whiteBetween(white.x + white.width, first.x, type), first, ...others],
  }
}

function readAs(fragment: Fragment, text: string): Fragment {
  const { run } = fragment
  return { ...fragment, run: { ...run, characters: [text, ...run.characters.slice(1)] } }
}
