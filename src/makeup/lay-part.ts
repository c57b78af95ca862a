import type { GridLines, GridRect, Pt, Rect } from '../base/index.js'
import type { Article, Inset } from '../edition/index.js'
import type { BoxStyle, Furniture } from '../stylebook/index.js'
import type { SetLine } from '../typeset/index.js'
import type { LegItem } from './broken-article.js'
import { layColumnRules } from './column-rules.js'
import { layInsets } from './insets/lay-insets.js'
import type { ShapeOf } from './insets/part-shape.js'
import { type Column, roomAt, type Span, type Stretch } from './insets/stretches.js'
import { baselineOf, type Cells, type PageFrame, rectOf, topOf } from './page-frame.js'
import { joinUprights, rulesWithLine } from './lay-line-rules.js'
import { level } from './page-rules.js'
import type { SetHead } from './set-head.js'
import type { Leg, MadeUpPlacement, PlacedLine, PlacedRule } from './types.js'

/** The place of a sidebar: among the text of another place. */
export interface Within {
  /** The slot of that place. */
  readonly slot: string
  readonly rect: Rect
}

/** A placement of an article with its head set and its legs measured, before text is flowed into it. */
export interface Part {
  readonly page: number
  readonly slot: string
  readonly kind: 'start' | 'continuation'
  readonly frame: PageFrame
  readonly cells: GridRect
  readonly inside: Cells
  readonly box: BoxStyle | null
  readonly head: SetHead
  /** Grid columns of the head, from where to where it reaches, and the grid line on which it begins. */
  readonly headColumns: number
  readonly headSpan: Span
  readonly headLine: GridLines
  /** How many legs it has. */
  readonly columns: number
  /** Their stretches, in reading order. */
  readonly legs: readonly Stretch[]
  /** Where legs and insets stand with the common foot higher. */
  readonly shape: ShapeOf
  /** What of its insets found no room. */
  readonly leftOut: readonly Inset[]
  /** Null for one that has its own place. */
  readonly within: Within | null
  /** The jump line to the next part, set in the measure that the last leg has at its foot, and where that begins; none when there is no next part. */
  readonly jumpLines: readonly SetLine[]
  readonly jumpX: Pt
}

/** What a part is filled with. */
export interface Filling {
  readonly article: Article
  /** Which of the article's parts it is, from 0. */
  readonly order: number
  readonly legs: readonly (readonly LegItem[])[]
  /** How many lines above its foot the part ends. */
  readonly raised: GridLines
  /** Lines that each leg leaves white though text goes on in the next. */
  readonly shortForKeep: readonly GridLines[]
  /** Whether the article goes on in the next part. */
  readonly jumpsOn: boolean
  readonly overset: boolean
  readonly furniture: Furniture
}

/** Puts head, legs, insets, jump line and rules of a part in their places on the page. */
export function layPart(part: Part, filling: Filling): MadeUpPlacement {
  const { article, furniture } = filling
  const { frame, within } = part
  const shape = part.shape(filling.raised)
  const legs = shape.legs.map((place, index) =>
    layLeg(frame, place, {
      items: filling.legs[index] ?? [],
      shortForKeep: filling.shortForKeep[index] ?? 0,
      last: part.legs.findLast(({ leg }) => leg === place.leg),
    }),
  )
  return {
    article,
    id: article.id,
    part: part.kind,
    order: filling.order,
    slot: part.slot,
    grid: part.cells,
    rect: within?.rect ?? rectOf(frame, part.cells),
    box: part.box,
    ...layHead(part),
    legs,
    jumpOn: filling.jumpsOn ? layJumpLines(part) : [],
    columnRules: layColumnRules(frame, { legs, insets: shape.insets, furniture }),
    insets: layInsets(shape.insets, frame),
    within: within?.slot ?? null,
    oversetMark: filling.overset || part.head.left.length > 0 ? oversetMark(part) : null,
  }
}

function layHead(part: Part): { head: readonly PlacedLine[]; headRules: readonly PlacedRule[] } {
  const { frame, head } = part
  const top = topOf(frame, part.headLine)
  const { left, right } = part.headSpan
  return {
    head: head.lines.map(({ line, baseline, role }) => ({
      kind: 'line',
      line,
      x: left,
      baseline: top + baseline,
      role,
    })),
    headRules: head.rules.map(({ style, y }) => level(top + y, left, right, style)),
  }
}

function layLeg(
  frame: PageFrame,
  place: Stretch,
  filled: {
    readonly items: readonly LegItem[]
    readonly shortForKeep: GridLines
    /** The last stretch of its leg when the foot is not raised. */
    readonly last: Stretch | undefined
  },
): Leg {
  const lines: PlacedLine[] = []
  const rules: PlacedRule[] = []
  let used = 0
  for (const { item, unit, line, isAgain } of filled.items) {
    used = line
    const { x } = roomAt(place, { line, depth: item.depth })
    const baseline = baselineOf(frame, place.line + line - 1)
    if (item.kind === 'line') {
      // What stands again has been read: it belongs to no unit.
      const own = isAgain ? {} : { unit }
      lines.push({ kind: 'line', line: item.line, x, baseline, role: unit.role, ...own })
      rules.push(...rulesWithLine(item.rules ?? [], { x, baseline }))
    } else {
      const middle = baseline - (item.depth * frame.grid.leading) / 2
      rules.push(level(middle, x, x + item.measure, item.rule))
    }
  }
  const { leg, x, width, line } = place
  const { last } = filled
  const depth = last && place.isFoot ? Math.max(place.depth, last.line + last.depth - line) : place.depth
  return { leg, x, width, line, depth, lines, rules: joinUprights(rules), used, shortForKeep: filled.shortForKeep }
}

function layJumpLines(part: Part): readonly PlacedLine[] {
  const leg = part.legs.at(-1)!
  const { jumpLines, jumpX: x, frame } = part
  return jumpLines.slice(0, leg.depth).map((line, index) => {
    const baseline = baselineOf(frame, leg.line + leg.depth - jumpLines.length + index)
    return { kind: 'line', line, x, baseline, role: 'jump-line' }
  })
}

/** What of its leg the last lines of a stretch have. */
export function footRoom(leg: Stretch, lines: GridLines): Column {
  return roomAt(leg, { line: Math.max(1, leg.depth), depth: Math.max(1, Math.min(lines, leg.depth)) })
}

/** The mark stands under the last leg, below its last baseline where only descenders are: it hides no letter. */
export function oversetMark({
  frame,
  legs,
  inside,
}: Pick<Part, 'legs' | 'frame'> & { readonly inside: Pick<Cells, 'last'> }): Rect {
  const leg = legs.at(-1)!
  const { leading } = frame.grid
  const { x, width } = footRoom(leg, 1)
  const foot = leg.depth > 0 ? leg.line + leg.depth - 1 : inside.last
  return { x, y: baselineOf(frame, foot) + leading * 0.22, width, height: leading * 0.25 }
}
