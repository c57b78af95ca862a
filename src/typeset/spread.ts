/** How what a line is short of, or over, is spread over its word spaces and letters. */
export interface Spread {
  /** Adjustment ratio of the word spaces: 1 is all their stretch, −1 all their shrink. */
  ratio: number
  /** How far the letters give: ±1 to their first bounds, from there to ±2 at their wide ones. */
  bend: number
}

/** On one side of the ideal: the ratio of the word spaces at which letters come in, and at which they go to their wide bounds. */
export interface SideRule {
  readonly letters: number
  readonly wide: number
}

/** When letters come in. */
export interface SpreadRule {
  readonly opening: SideRule
  readonly closing: SideRule
}

/**
 * Spreads what a line is short of (over, when negative) in this order: word spaces a little, letters to their first bounds,
 * word spaces more, letters to their wide bounds, and word spaces for all the rest. `white` is the stretch of the spaces
 * (their shrink, when the line is over), `letters` and `wide` what the letters give. All lengths in points; the answer is
 * written to `out`, since this is asked for every line that could be.
 */
export function spread(
  short: number,
  white: number,
  letters: number,
  wide: number,
  rule: SpreadRule,
  out: Spread,
): void {
  const length = short >= 0 ? short : -short
  const side = short >= 0 ? rule.opening : rule.closing
  let ratio = length === 0 ? 0 : white > 0 ? length / white : Infinity
  let bend = 0
  if (ratio > side.letters && letters > 0) {
    const first = side.letters * white
    if (length <= first + letters) {
      ratio = white > 0 ? side.letters : 0
      bend = (length - first) / letters
    } else {
      const rest = length - letters
      ratio = white > 0 ? rest / white : Infinity
      bend = 1
      if (ratio > side.wide && wide > letters) {
        const more = Math.min(rest - side.wide * white, wide - letters)
        ratio = rest - more <= 0 ? 0 : white > 0 ? (rest - more) / white : Infinity
        bend = 1 + more / (wide - letters)
      }
    }
  }
  out.ratio = short >= 0 ? ratio : 0 - ratio
  out.bend = short >= 0 ? bend : 0 - bend
}
