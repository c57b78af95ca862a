import type { Pt } from '../base/index.js'
import { breakParagraph, type BreakRequest, type Breaking } from './break-paragraph.js'
import { buildBreakTable, type BreakTable } from './break-table.js'
import { RAGGED_STRETCH, spreadRule, type Costs, type SpaceGlue } from './demerits.js'
import type { LineRoom } from './measures.js'
import { mendRivers } from './rivers.js'
import { SPAN, type Spans } from './spans.js'

/** Copy ready to be broken in any measures. */
export interface BreakableCopy {
  readonly spans: Spans
  readonly costs: Costs
  readonly justified: boolean
  /** The word space; without stretch and shrink in ragged text. */
  readonly glue: SpaceGlue
  /** Size of the text's own type, by which a line's raggedness is judged. */
  readonly size: Pt
  /** First-line indent of its paragraphs: no last line is shorter. */
  readonly indent: Pt
  readonly table: BreakTable
}

/** Makes copy ready. */
export function makeBreakable(spans: Spans, how: Omit<BreakableCopy, 'spans' | 'table'>): BreakableCopy {
  const table = buildBreakTable(spans, { costs: how.costs.breaks, glue: how.glue, breakWordsOver: null })
  return { spans, ...how, table }
}

/** A breaking with the table that it speaks of. */
export interface BrokenCopy {
  readonly breaking: Breaking
  readonly table: BreakTable
}

/**
 * The word space, as a multiple of the font's own, up to which a justified line counts as set: the breaker looks no further
 * while every line can be had within it.
 */
const LOOSEST_WORD_SPACE = 4

/** A ragged line's ratio beyond which the breaker tries any: more than the width of most legs. */
const RAGGED_TOLERANCE = 12

/**
 * How copy is broken, whatever it holds:
 * 1. with every line within its tolerance;
 * 2. failing that, with lines as loose as they must be, still by least demerits (they are not capped, so the worst line is
 *    kept as good as it can be);
 * 3. failing that, some word is longer than its measure: such words may be broken between any two letters and lines may end
 *    at no-break spaces, each at a cost far above any looseness. Only a single letter wider than its measure stands out.
 * Nothing is ever lost or left unset, and no stage can fail to end.
 */
export function breakCopy(copy: BreakableCopy, room: Pick<LineRoom, 'widths' | 'lefts'>): BrokenCopy {
  const { table, glue, justified } = copy
  const tolerance = justified ? (LOOSEST_WORD_SPACE - glue.ideal) / glue.stretch : RAGGED_TOLERANCE
  const request = requestOf(copy, table, room.widths)
  const within = breakParagraph({ ...request, tolerance })
  if (within) return { breaking: justified ? mendRivers({ ...request, tolerance }, within, room.lefts) : within, table }
  const loose = breakParagraph(request)
  if (loose) return { breaking: loose, table }
  return breakWords(copy, room.widths)
}

function breakWords(copy: BreakableCopy, widths: readonly Pt[]): BrokenCopy {
  const table = buildBreakTable(copy.spans, {
    costs: copy.costs.breaks,
    glue: copy.glue,
    breakWordsOver: Math.min(...widths),
  })
  const breaking = breakParagraph({ ...requestOf(copy, table, widths), overfull: 'in-need' })
  if (!breaking) throw new Error('copy that may be broken anywhere could not be broken')
  return { breaking, table }
}

/** What the breaker is asked about copy, with any looseness of its lines allowed. */
export function requestOf(copy: BreakableCopy, table: BreakTable, widths: readonly Pt[]): BreakRequest {
  const { glue, size, justified } = copy
  const raggedness = justified ? 0 : RAGGED_STRETCH * size
  return {
    breakpoints: table.breakpoints,
    measures: widths,
    demerits: copy.costs.demerits,
    spread: spreadRule(glue),
    runtWidth: copy.indent,
    tolerance: Infinity,
    lineStretch: raggedness,
    leastStretch: justified ? glue.stretch * firstSpace(copy) : raggedness,
    overfull: 'never',
  }
}

/** The word space of the text, for lines that have none. */
function firstSpace({ spans, size }: BreakableCopy): Pt {
  const at = spans.kinds.indexOf(SPAN.space)
  return at < 0 ? size / 4 : spans.types[at]!.space.width
}
