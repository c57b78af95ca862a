import type { Pt } from '../../base/index.js'
import { type Fragment, plainCopy, type SetLine, type Setter } from '../../typeset/index.js'

/** A line of an index before it is put together. */
export interface IndexLine {
  /** The last line of the title. */
  readonly title: SetLine
  /** The page, set. */
  readonly page: SetLine
  readonly measure: Pt
  readonly leader: 'dots' | 'none'
  readonly type: IndexType
}

/** What an index is set in. */
export type IndexType = Omit<Parameters<Setter['measureDisplay']>[0], 'copy'>

/**
 * Puts title and page on one line, the page flush right and dots between them. The dots of all lines stand one under the
 * other: they are counted from the right. White between two dots, and before and after them, reads as spaces.
 */
export function leadToPage(setter: Setter, { title, page, measure, leader, type }: IndexLine): SetLine {
  const [dot, space] = sampleOf(setter, type)
  const titled = moveTo(title.fragments, 0)
  const end = endOf(titled)
  const begin = measure - (endOf(page.fragments) - (page.fragments[0]?.x ?? 0))
  const pitch = dot.width + space.width
  const dots: Fragment[] = []
  const leads = { part: { kind: 'leader' } } as const
  for (let x = measure - pitch; leader === 'dots' && x >= end + space.width; x -= pitch) {
    if (x + pitch <= begin) dots.unshift({ ...dot, ...leads, x })
  }
  const marks = [...dots, ...moveTo(page.fragments, begin)]
  const led = marks.flatMap((mark, index): Fragment[] => {
    const before = index === 0 ? undefined : marks[index - 1]
    const x = before ? before.x + before.width : end
    // The fragments of the page, with whatever white is among them, stand as they were set.
    // The first white parts the page from the title, for readers' programs too.
    const white = { ...space, x, width: mark.x - x }
    return index > dots.length ? [mark] : [index === 0 ? white : { ...white, ...leads }, mark]
  })
  const ascent = Math.max(title.ascent, page.ascent)
  const descent = Math.max(title.descent, page.descent)
  return { ...title, fragments: [...titled, ...led], measure, words: title.words + page.words, ascent, descent }
}

/** A dot and the space after it. */
function sampleOf(setter: Setter, type: IndexType): readonly [Fragment, Fragment] {
  const copy = plainCopy('. .', type.style.fontPlace)
  const [line] = setter.setDisplay({ ...type, copy, measure: 10 * type.size })
  const [dot, space] = line!.fragments
  return [dot!, space!]
}

function moveTo(fragments: readonly Fragment[], to: Pt): readonly Fragment[] {
  const by = to - (fragments[0]?.x ?? 0)
  return fragments.map((fragment) => ({ ...fragment, x: fragment.x + by }))
}

function endOf(fragments: readonly Fragment[]): Pt {
  const last = fragments.at(-1)
  return last ? last.x + last.width : 0
}
