import type { Fragment, SetLine } from '../../typeset/index.js'

/** The type that sets the tone of a line: its largest, so no raised figure; of these the first. Null for a line of white. */
export function mainFragment({ fragments }: SetLine): Fragment | null {
  const text = fragments.filter(({ role }) => role === 'text')
  const size = Math.max(0, ...text.map((fragment) => fragment.size))
  return text.find((fragment) => fragment.size === size) ?? null
}
