import { EPSILON, type GridLines, type GridRect, type Pt, type Rect, shareColumns } from '../base/index.js'
import type { Page, Placement } from '../edition/index.js'
import type { BoxStyle, Furniture, Stylebook } from '../stylebook/index.js'
import { baselineOf, type PageFrame, rectOf, topOf } from './page-frame.js'
import type { PlacedPanel, PlacedRule } from './types.js'

/** Where in its line a cut-off rule stands: midway between the descenders above and the capitals below. */
const CUT_OFF_IN_LINE = 0.75
/** How far below the top of its first line a box begins: clear of the descenders above it. */
const BOX_TOP = 0.5

/** Lines that a placement gives to a cut-off rule: one when copy stands right above it, for boxes and furniture none. */
export function cutOffLines(page: Page, placement: Placement, furniture: Furniture): GridLines {
  if (!furniture.cutOff || placement.box !== null) return 0
  return page.placements.some((other) => standsOn(other.rect, placement.rect)) ? 1 : 0
}

/** Whether `above` ends where `below` begins, over some of the same columns. */
function standsOn(above: GridRect, below: GridRect): boolean {
  return shareColumns(above, below) && above.depth > 0 && above.line + above.depth === below.line
}

/** Cut-off rules above placements that stand under unboxed copy, and column rules between stories side by side. */
export function layPageRules(page: Page, frame: PageFrame, furniture: Furniture): readonly PlacedRule[] {
  const rules: PlacedRule[] = []
  for (const placement of page.placements) {
    if (cutOffLines(page, placement, furniture) === 0) continue
    const plain = page.placements.some((other) => other.box === null && standsOn(other.rect, placement.rect))
    if (plain) rules.push(cutOffRule(frame, placement.rect, placement.rect.line, furniture))
  }
  return [...rules, ...layStoryRules(page, frame, furniture)]
}

/** A cut-off rule in grid line `line`, as wide as the cells. */
export function cutOffRule(frame: PageFrame, cells: GridRect, line: GridLines, furniture: Furniture): PlacedRule {
  const { x, width } = rectOf(frame, cells)
  const y = topOf(frame, line) + CUT_OFF_IN_LINE * frame.grid.leading
  return { kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, rule: furniture.cutOff! }
}

function layStoryRules(page: Page, frame: PageFrame, furniture: Furniture): PlacedRule[] {
  const style = furniture.columnRule
  if (!style) return []
  const rules: PlacedRule[] = []
  for (const left of page.placements) {
    for (const right of page.placements) {
      if (left.box !== null || right.box !== null || left.rect.col + left.rect.span !== right.rect.col) continue
      const first = Math.max(left.rect.line, right.rect.line)
      const last = Math.min(left.rect.line + left.rect.depth, right.rect.line + right.rect.depth) - 1
      if (first > last) continue
      const isUnderRule = cutOffLines(page, left, furniture) > 0 || cutOffLines(page, right, furniture) > 0
      const x = rectOf(frame, right.rect).x - frame.grid.gutter / 2
      const y1 = topOf(frame, first) + (isUnderRule ? CUT_OFF_IN_LINE + 0.6 : 0.4) * frame.grid.leading
      const y2 = baselineOf(frame, last)
      if (y2 > y1 + EPSILON) rules.push({ kind: 'rule', x1: x, y1, x2: x, y2, rule: style })
    }
  }
  return rules
}

/** The panels of a page's boxes. */
export function layBoxes(page: Page, frame: PageFrame, stylebook: Stylebook): readonly PlacedPanel[] {
  return [...page.placements, ...page.pictures].flatMap((placement) => {
    const box = placement.box === null ? undefined : stylebook.boxes.get(placement.box)
    return shows(box) && placement.rect.depth > 0 ? [layBox(frame, placement.rect, box)] : []
  })
}

function layBox(frame: PageFrame, cells: GridRect, box: BoxStyle): PlacedPanel {
  const { x, y, width, height } = rectOf(frame, cells)
  const top = BOX_TOP * frame.grid.leading
  return panelIn({ x, y: y + top, width, height: height - top }, box)
}

/** A box in its rectangle; its rule is drawn inside it: nothing leaves the placement. */
export function panelIn({ x, y, width, height }: Rect, box: BoxStyle): PlacedPanel {
  const weight = box.rule?.weight ?? 0
  return {
    kind: 'panel',
    rect: { x: x + weight / 2, y: y + weight / 2, width: width - weight, height: height - weight },
    fill: box.tint,
    rule: box.rule,
  }
}

/** Whether a box shows. */
export function shows(box: BoxStyle | null | undefined): box is BoxStyle {
  return !!box && (box.tint !== null || box.rule !== null)
}

/** A level rule. */
export function level(y: Pt, x1: Pt, x2: Pt, rule: PlacedRule['rule']): PlacedRule {
  return { kind: 'rule', x1, y1: y, x2, y2: y, rule }
}
