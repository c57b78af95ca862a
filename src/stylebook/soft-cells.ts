import type { OrderedRect, SoftDepth } from '../base/index.js'
import { byShape, list, parsed, type Placed, placed, refined, type Schema, text } from '../source/index.js'

/** How deep a place is: lines, as deep as its content, or what is left. */
export const softDepth: Schema<SoftDepth> = parsed('a whole number of at least 1, auto or fill', (typed) => {
  if (typed === 'auto' || typed === 'fill') return typed
  const lines = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return lines >= 1 ? lines : null
})

/** The places that a place stands below: one name, or several. */
export const belowPlaces: Schema<Placed<readonly string[]>> = placed(
  refined(
    byShape<readonly string[]>({
      scalar: refined(text, (name): readonly string[] => [name]),
      list: list(text, { of: 'names of places' }),
    }),
    (names, fail) => (names.length > 0 ? names : fail('below must name a place')),
  ),
)

/** What is written of a place's cells, each key with what was found for it. */
export interface WrittenCells {
  readonly col: number
  readonly span: number
  /** Null where the place stands below others. */
  readonly line: number | null
  readonly below: readonly string[] | null
  readonly depth: SoftDepth
}

/** Cells as they are ordered: a rectangle of the grid where all of them are numbers. */
export function orderCells({ col, span, line, below, depth }: WrittenCells): OrderedRect {
  if (line !== null && depth !== 'auto' && depth !== 'fill') return { col, span, line, depth }
  return { kind: 'soft', col, span, line: line ?? 1, below: below ?? [], depth }
}
