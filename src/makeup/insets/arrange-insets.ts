import type { GridLines, Pt } from '../../base/index.js'
import type { Inset } from '../../edition/index.js'
import { LEAST_BODY } from '../fit-headline.js'
import { type Breadth, breadthOf } from './breadth.js'
import { type InsetSetter, standInset, type StoodInset } from './stand-insets.js'
import { type Column, overlap, type Span } from './stretches.js'

/** What insets are arranged in. */
export interface Arrangement {
  readonly columns: readonly Column[]
  readonly first: GridLines
  readonly last: GridLines
  readonly head: Span
  /** White beside insets that ask for no other. */
  readonly gap: Pt
  readonly set: InsetSetter
}

/** Insets that have their place, and those that found none. */
export interface Arranged {
  readonly stood: readonly StoodInset[]
  readonly left: readonly Inset[]
}

/** Whether an inset stands over the head: at the top of the placement, in columns that the head needs too. */
export function standsOverHead(inset: Inset, arrangement: Arrangement): boolean {
  return inset.at === 'top' && overlap(breadthIn(inset, arrangement), arrangement.head)
}

/** Stands insets over a head of so many lines: they leave room for it, and for a little text under it. */
export function standOverHead(insets: readonly Inset[], arrangement: Arrangement, headDepth: GridLines): Arranged {
  const { first, last, head, set } = arrangement
  const floor = {
    ...arrangement,
    last: last - headDepth - LEAST_BODY,
    head: { ...head, foot: first - 1 },
  }
  const overHead: InsetSetter = (inset, opening) => set(inset, { ...opening, edges: { above: false, below: true } })
  return standAll(insets, { ...arrangement, set: overHead }, { floor, stood: [] })
}

/** Stands the others, in the order written, among those that stand; the head ends on line `headFoot`. */
export function standAmong(
  insets: readonly Inset[],
  arrangement: Arrangement,
  { headFoot, stood }: { readonly headFoot: GridLines; readonly stood: readonly StoodInset[] },
): Arranged {
  const floor = { ...arrangement, head: { ...arrangement.head, foot: headFoot } }
  return standAll(insets, arrangement, { floor, stood })
}

function standAll(
  insets: readonly Inset[],
  arrangement: Arrangement,
  among: Pick<Parameters<typeof standInset>[2], 'floor' | 'stood'>,
): Arranged {
  const stood = [...among.stood]
  const left: Inset[] = []
  for (const inset of insets) {
    const one = standInset(inset, breadthIn(inset, arrangement), { ...among, stood, set: arrangement.set })
    if (one) stood.push(one)
    else left.push(inset)
  }
  return { stood, left }
}

function breadthIn(inset: Inset, { columns, gap }: Arrangement): Breadth {
  return breadthOf(inset, columns, inset.kind === 'sidebar' ? gap : (inset.gap ?? gap))
}
