import { fits, type Pt, type Report } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import type { FurnitureElement, TextStyle } from '../stylebook/index.js'
import { plainCopy, type Setter } from '../typeset/index.js'
import type { PlacedLine } from './types.js'

/** A text of furniture to be set in several lines. */
export interface WrapRequest {
  readonly element: Extract<FurnitureElement, { kind: 'text' }>
  /** With its placeholders filled. */
  readonly text: string
  readonly style: TextStyle
  readonly language: string
  readonly x: Pt
  readonly width: Pt
  /** Of the first line. */
  readonly baseline: Pt
  /** No baseline stands below it. */
  readonly foot: Pt
  readonly report: Report
}

/** Sets a text in as many lines as it needs, at the leading of its style. What finds no room above the foot is left out, and told. */
export function wrapText(setter: Setter, request: WrapRequest): readonly PlacedLine[] {
  const { element, text, style, language, x, width, foot, report } = request
  const size = typeof element.size === 'number' ? element.size : style.size
  const pitch = size * style.leading
  const lines = setter.setDisplay({ copy: linesOf(request), style, size, measure: width, language })
  const placed = lines.map((line, index): PlacedLine => ({
    kind: 'line',
    line,
    x,
    baseline: request.baseline + index * pitch,
    role: 'furniture',
  }))
  const inside = placed.filter(({ baseline }) => fits(baseline, foot))
  if (inside.length < placed.length) {
    const over = placed.length - inside.length
    const message = `“${text.slice(0, 24).trim()}…” is ${over === 1 ? '1 line' : `${over} lines`} too deep for its place; left out`
    report({ code: 'head-busts', message, place: element.place, hint: 'give it more depth or width, or less size' })
  }
  return inside
}

/** The text with the line breaks that it was written with. */
function linesOf({ text, element }: WrapRequest): Copy {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ kind: 'line-break' as const }] : []),
      ...plainCopy(line.trim(), element.place),
    ])
}
