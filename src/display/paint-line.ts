import type { Pt } from '../base/index.js'
import type { PlacedLine } from '../makeup/index.js'
import type { Fragment } from '../typeset/index.js'
import { colourOf, type Palette } from './colours.js'
import type { MarkedContent } from './structure.js'
import type { DisplayItem, GlyphsPart } from './types.js'

/** What each fragment of a line shows of the structure; null for an artifact. */
export type LineContents = readonly (MarkedContent | null)[]

/**
 * Paints a line: neighbouring fragments of one face, size and colour, that show the same of the structure, become one item, the
 * white between words with them.
 */
export function paintLine(
  items: DisplayItem[],
  { line, x, baseline }: PlacedLine,
  { palette, contents = null }: { readonly palette: Palette; readonly contents?: LineContents | null },
): void {
  const { fragments } = line
  let from = 0
  for (let at = 1; at <= fragments.length; at++) {
    const first = fragments[from]!
    const content = contents?.[from] ?? null
    const isSame = content === (contents?.[at] ?? null)
    if (at < fragments.length && isSame && isAlike(first, fragments[at]!)) continue
    const parts = fragments.slice(from, at).map((fragment) => paintFragment(fragment, x))
    const marked = content ? { content, endsWord: at === fragments.length && line.endsWord } : {}
    const colour = colourOf(palette, first.colour)
    items.push({ kind: 'glyphs', baseline, size: first.size, colour, parts, ...marked })
    from = at
  }
}

function isAlike(a: Fragment, b: Fragment): boolean {
  return a.run.face === b.run.face && a.size === b.size && a.colour === b.colour
}

function paintFragment({ run, x, width, rise, tracking, scale, role }: Fragment, left: Pt): GlyphsPart {
  return { run, x: left + x, width, rise, tracking, scale, softHyphen: role === 'soft-hyphen' }
}
