import type { Pt } from '../base/index.js'
import type { PlacedLine } from '../makeup/index.js'
import type { Fragment } from '../typeset/index.js'
import { colourOf, type Palette } from './colours.js'
import type { MarkedContent } from './structure.js'
import type { DisplayItem, GlyphsPart } from './types.js'

/** What a line shows of the structure: all of it, or each of its fragments; null for an artifact. */
export type LineContents = MarkedContent | readonly (MarkedContent | null)[] | null

/**
 * Paints a line: neighbouring fragments of one face, size and colour, that show the same of the structure, become one item, the
 * white between words with them.
 */
export function paintLine(
  items: DisplayItem[],
  { line, x, baseline }: PlacedLine,
  { palette, contents = null }: { readonly palette: Palette; readonly contents?: LineContents },
): void {
  const { fragments } = line
  const several = Array.isArray(contents) ? contents : null
  const whole = Array.isArray(contents) ? null : contents
  let from = 0
  for (let at = 1; at <= fragments.length; at++) {
    const first = fragments[from]!
    const isSame = several === null || several[from] === several[at]
    if (at < fragments.length && isSame && isAlike(first, fragments[at]!)) continue
    const parts = fragments.slice(from, at).map((fragment) => paintFragment(fragment, x))
    const item = { kind: 'glyphs', baseline, size: first.size, colour: colourOf(palette, first.colour), parts } as const
    const content = several ? several[from] : whole
    items.push(content ? { ...item, content, endsWord: at === fragments.length && line.endsWord } : item)
    from = at
  }
}

function isAlike(a: Fragment, b: Fragment): boolean {
  return a.run.face === b.run.face && a.size === b.size && a.colour === b.colour
}

function paintFragment({ run, x, width, rise, tracking, scale, role }: Fragment, left: Pt): GlyphsPart {
  return { run, x: left + x, width, rise, tracking, scale, softHyphen: role === 'soft-hyphen' }
}
