import type { GridLines, GridRect, Pt, Rect } from '../base/index.js'
import type { Article } from '../edition/index.js'
import type { BoxStyle, Furniture, TextStyle } from '../stylebook/index.js'
import { plainCopy, type SetLine, type Setter } from '../typeset/index.js'
import type { LegItem } from './broken-article.js'
import { baselineOf, type Cells, type PageFrame, rectOf, topOf } from './page-frame.js'
import { joinUprights, rulesWithLine } from './lay-line-rules.js'
import type { LegPlace } from './part-room.js'
import type { SetHead } from './set-head.js'
import type { Leg, MadeUpPlacement, PlacedLine, PlacedRule } from './types.js'

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
  /** Grid columns of the head. */
  readonly headColumns: number
  readonly legs: readonly LegPlace[]
  /** The jump line to the next part, set in the last leg's measure; none when there is no next part. */
  readonly jumpLines: readonly SetLine[]
}

/** What a part is filled with. */
export interface Filling {
  readonly article: Article
  readonly legs: readonly (readonly LegItem[])[]
  /** Lines that each leg leaves white though text goes on in the next. */
  readonly shortForKeep: readonly GridLines[]
  /** Whether the article goes on in the next part. */
  readonly jumpsOn: boolean
  readonly overset: boolean
  readonly furniture: Furniture
}

/** Puts head, legs, jump line and rules of a part in their places on the page. */
export function layPart(part: Part, filling: Filling): MadeUpPlacement {
  const { article } = filling
  const legs = part.legs.map((place, index) =>
    layLeg(part.frame, place, {
      leg: index + 1,
      items: filling.legs[index] ?? [],
      shortForKeep: filling.shortForKeep[index] ?? 0,
    }),
  )
  return {
    article,
    id: article.id,
    part: part.kind,
    slot: part.slot,
    grid: part.cells,
    rect: rectOf(part.frame, part.cells),
    box: part.box,
    ...layHead(part),
    legs,
    jumpOn: filling.jumpsOn ? layJumpLines(part) : [],
    columnRules: layColumnRules(part.frame, legs, filling.furniture),
    insets: [],
    within: null,
    oversetMark: filling.overset || part.head.left.length > 0 ? oversetMark(part) : null,
  }
}

function layHead(part: Part): { head: readonly PlacedLine[]; headRules: readonly PlacedRule[] } {
  const { frame, inside, head } = part
  const top = topOf(frame, inside.first)
  return {
    head: head.lines.map(({ line, baseline, role }) => ({
      kind: 'line',
      line,
      x: inside.x,
      baseline: top + baseline,
      role,
    })),
    headRules: head.rules.map(({ style, y }) => level(top + y, inside.x, inside.x + headWidth(head, inside), style)),
  }
}

function headWidth(head: SetHead, inside: Cells): Pt {
  return head.lines[0]?.line.measure ?? inside.width
}

function layLeg(
  frame: PageFrame,
  place: LegPlace,
  filled: { readonly leg: number; readonly items: readonly LegItem[]; readonly shortForKeep: GridLines },
): Leg {
  const lines: PlacedLine[] = []
  const rules: PlacedRule[] = []
  let used = 0
  for (const { item, role, line } of filled.items) {
    used = line
    const baseline = baselineOf(frame, place.line + line - 1)
    if (item.kind === 'line') {
      lines.push({ kind: 'line', line: item.line, x: place.x, baseline, role })
      rules.push(...rulesWithLine(item.rules ?? [], { x: place.x, baseline }))
    } else {
      const middle = baseline - (item.depth * frame.grid.leading) / 2
      rules.push(level(middle, place.x, place.x + item.measure, item.rule))
    }
  }
  return { ...place, leg: filled.leg, lines, rules: joinUprights(rules), used, shortForKeep: filled.shortForKeep }
}

function layJumpLines(part: Part): readonly PlacedLine[] {
  const leg = part.legs.at(-1)!
  const { jumpLines, frame, inside } = part
  return jumpLines.slice(0, leg.depth).map((line, index) => {
    const baseline = baselineOf(frame, inside.last - jumpLines.length + 1 + index)
    return { kind: 'line', line, x: leg.x, baseline, role: 'jump-line' }
  })
}

/** Sets a jump line in a measure. */
export function setJumpLine(
  setter: Setter,
  request: {
    readonly form: string
    readonly page: number
    readonly style: TextStyle
    readonly measure: Pt
    readonly language: string
  },
): readonly SetLine[] {
  const { form, page, style, measure, language } = request
  const copy = plainCopy(form.replaceAll('{page}', String(page)), style.fontPlace)
  return setter.setDisplay({ copy, style, size: style.size, measure, language })
}

/** The mark stands under the last leg, below its last baseline where only descenders are: it hides no letter. */
export function oversetMark(part: Pick<Part, 'legs' | 'frame'> & { readonly inside: Pick<Cells, 'last'> }): Rect {
  const leg = part.legs.at(-1)!
  const { leading } = part.frame.grid
  const y = baselineOf(part.frame, part.inside.last) + leading * 0.22
  return { x: leg.x, y, width: leg.width, height: leading * 0.25 }
}

/** Rules in the gutters between legs, as deep as the text beside them. */
export function layColumnRules(
  frame: PageFrame,
  legs: readonly Pick<Leg, 'x' | 'line' | 'used'>[],
  furniture: Furniture,
): readonly PlacedRule[] {
  const style = furniture.columnRule
  if (!style) return []
  const rules: PlacedRule[] = []
  for (let index = 1; index < legs.length; index++) {
    const [left, right] = [legs[index - 1]!, legs[index]!]
    if (right.used === 0) continue
    const x = right.x - frame.grid.gutter / 2
    const head = topOf(frame, Math.max(left.line, right.line)) + frame.grid.leading * 0.4
    const foot = baselineOf(frame, Math.max(left.line + left.used, right.line + right.used) - 1)
    if (foot > head) rules.push({ kind: 'rule', x1: x, y1: head, x2: x, y2: foot, rule: style })
  }
  return rules
}

/** A level rule. */
export function level(y: Pt, x1: Pt, x2: Pt, rule: PlacedRule['rule']): PlacedRule {
  return { kind: 'rule', x1, y1: y, x2, y2: y, rule }
}
