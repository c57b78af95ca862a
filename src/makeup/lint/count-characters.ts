import type { Pt } from '../../base/index.js'
import type { Fragment } from '../../typeset/index.js'
import type { MadeUpPage } from '../types.js'

/** Face and size of a fragment: what its characters are measured by. */
export function typeOf({ run, size }: Fragment): string {
  return `${run.face.key} ${size}`
}

/** The mean width of a character of running text before it was justified, spaces counted, for each face and size of the paper. */
export function countCharacters(pages: readonly MadeUpPage[]): ReadonlyMap<string, Pt> {
  const sums = new Map<string, { characters: number; width: Pt }>()
  const legs = pages.flatMap(({ placements }) => placements.flatMap((placement) => placement.legs))
  for (const { role, line } of legs.flatMap(({ lines }) => lines)) {
    if (role !== 'paragraph') continue
    for (const fragment of line.fragments) {
      const type = typeOf(fragment)
      const sum = sums.get(type) ?? { characters: 0, width: 0 }
      sum.characters += [...fragment.run.text].length
      sum.width += (fragment.run.advances.reduce((all, one) => all + one, 0) * fragment.size) / 1000
      sums.set(type, sum)
    }
  }
  return new Map([...sums].map(([type, { characters, width }]) => [type, width / Math.max(1, characters)]))
}
