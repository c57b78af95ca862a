import type { BoxStyle } from '../stylebook/index.js'
import type { MadeUpPlacement, MadeUpRefs, PlacedInset, PlacedLine, PlacedRule } from './types.js'

/** Type and rules of a placement in the colour that its box gives them. */
export function placementInBoxColour(placement: MadeUpPlacement): MadeUpPlacement {
  const colour = placement.box?.colour ?? null
  if (colour === null) return placement
  const { head, headRules, legs, jumpOn, columnRules, insets } = placement
  return {
    ...placement,
    head: linesIn(colour, head),
    headRules: rulesIn(colour, headRules),
    legs: legs.map((leg) => ({ ...leg, lines: linesIn(colour, leg.lines), rules: rulesIn(colour, leg.rules) })),
    jumpOn: linesIn(colour, jumpOn),
    columnRules: rulesIn(colour, columnRules),
    insets: insets.map((inset) => insetIn(colour, inset)),
  }
}

/** The same of teasers or an index. */
export function refsInBoxColour(refs: MadeUpRefs): MadeUpRefs {
  const colour = refs.box?.colour ?? null
  if (colour === null) return refs
  const legs = refs.legs.map((lines) => linesIn(colour, lines))
  return { ...refs, head: linesIn(colour, refs.head), legs, rules: rulesIn(colour, refs.rules) }
}

/** Rules that stand in a box, in the colour that it gives them. */
export function rulesInBoxColour(box: BoxStyle | null, rules: readonly PlacedRule[]): readonly PlacedRule[] {
  return box?.colour ? rulesIn(box.colour, rules) : rules
}

/** What has a panel of its own stands on that, and not on the box. */
function insetIn(colour: string, inset: PlacedInset): PlacedInset {
  if (inset.panel) return inset
  const lines = linesIn(colour, inset.lines)
  return inset.kind === 'quote' ? { ...inset, lines, rules: rulesIn(colour, inset.rules) } : { ...inset, lines }
}

function linesIn(colour: string, lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.map((placed) => {
    const fragments = placed.line.fragments.map((fragment) => ({ ...fragment, colour }))
    return { ...placed, line: { ...placed.line, fragments } }
  })
}

function rulesIn(colour: string, rules: readonly PlacedRule[]): readonly PlacedRule[] {
  return rules.map((placed) => ({ ...placed, rule: { ...placed.rule, colour } }))
}
