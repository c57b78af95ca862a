import type { Pt } from '../base/index.js'
import type { PlacedLine } from '../makeup/index.js'
import type { Fragment } from '../typeset/index.js'
import { colourOf, type Palette } from './colours.js'
import type { DisplayItem, GlyphsPart } from './types.js'

/** Paints a line: neighbouring fragments of one face, size and colour become one item, the white between words with them. */
export function paintLine(items: DisplayItem[], { line, x, baseline }: PlacedLine, palette: Palette): void {
  const { fragments } = line
  let from = 0
  for (let at = 1; at <= fragments.length; at++) {
    const first = fragments[from]!
    if (at < fragments.length && isAlike(first, fragments[at]!)) continue
    const parts = fragments.slice(from, at).map((fragment) => paintFragment(fragment, x))
    items.push({ kind: 'glyphs', baseline, size: first.size, colour: colourOf(palette, first.colour), parts })
    from = at
  }
}

function isAlike(a: Fragment, b: Fragment): boolean {
  return a.run.face === b.run.face && a.size === b.size && a.colour === b.colour
}

function paintFragment({ run, x, width, rise, tracking, scale, role }: Fragment, left: Pt): GlyphsPart {
  return { run, x: left + x, width, rise, tracking, scale, softHyphen: role === 'soft-hyphen' }
}
