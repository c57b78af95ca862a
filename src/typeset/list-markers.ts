import type { Pt } from '../base/index.js'
import type { FlatUnit } from './flatten-article.js'
import type { LineRoom } from './measures.js'
import { whiteBetween } from './set-table.js'
import type { Type } from './type-case.js'
import type { Fragment, SetLine } from './types.js'

/** White between a marker and its text, in em. */
const MARKER_GAP = 0.4

/** The width that each list around a unit sets it in; `typeOf` gives the type of its unmarked text. */
export function markerColumns({ lists }: FlatUnit, typeOf: () => Type): readonly Pt[] {
  if (lists.length === 0) return []
  const type = typeOf()
  return lists.map(({ marker }) => type.word(marker.widest).width + MARKER_GAP * type.size)
}

/** The first line of a list item, its marker hung in the white at the left, flush against the text. */
export function withMarkers(
  line: SetLine,
  { flat, room, type }: { readonly flat: FlatUnit; readonly room: LineRoom; readonly type: Type },
): SetLine {
  const columns = markerColumns(flat, () => type)
  const inset = flat.insetLeft * flat.unit.style.size
  const wanted = columns.reduce((sum, width) => sum + width, 0) + inset
  // In a measure too narrow for its insets the markers move closer together, as the insets do.
  const scale = wanted > 0 ? room.lefts[0]! / wanted : 1
  const fragments: Fragment[] = []
  let right = inset * scale
  flat.lists.forEach(({ marker, shown }, level) => {
    right += columns[level]! * scale
    if (!shown) return
    const end = right - MARKER_GAP * type.size * scale
    const runs = type.word(marker.text).runs
    let x = end - runs.reduce((sum, run) => sum + type.widthOf(run), 0)
    const before = fragments.at(-1)
    if (before) fragments.push(whiteBetween(before.x + before.width, x, type))
    const { size, tracking, colour } = type
    for (const run of runs) {
      const width = type.widthOf(run)
      const part = { kind: 'marker', level } as const
      fragments.push({ role: 'text', run, size, x, width, rise: 0, tracking, scale: 1, colour, part })
      x += width
    }
  })
  const last = fragments.at(-1)!
  const first = line.fragments[0]
  if (first) fragments.push(whiteBetween(last.x + last.width, first.x, type))
  return { ...line, fragments: [...fragments, ...line.fragments] }
}
