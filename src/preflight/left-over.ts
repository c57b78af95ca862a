import type { Code, Rect } from '../base/index.js'
import type { MadeUpEdition } from '../makeup/index.js'
import type { Fault, LookedPage } from './look.js'

/** What make-up has told of already, and marks in red on the page: it is listed with the rest, and cannot be waived. */
export const LEFT_OVER = ['overset', 'head-too-deep', 'refs-left-out'] as const satisfies readonly Code[]

/** A place that could not hold what it should. */
export interface LeftOver extends Fault {
  readonly code: (typeof LEFT_OVER)[number]
}

/** Where text, a head or teasers found no room. */
export function leftOver(pages: readonly LookedPage[], { ledger }: Pick<MadeUpEdition, 'ledger'>): readonly LeftOver[] {
  return pages.flatMap((page) => {
    const { placements, refs } = page.madeUp
    const ofCopy = placements.flatMap(({ id, slot, oversetMark }): readonly LeftOver[] => {
      const entry = ledger.articles[id]
      if (!oversetMark) return []
      if (entry?.status !== 'overset') {
        const says = `the head of ${id} is too deep for its place`
        return [{ code: 'head-too-deep', ...at(page, slot, oversetMark), says, hint: 'order a smaller one' }]
      }
      const { lines, words } = entry
      const says = `${id} is over by ${lines} ${lines === 1 ? 'line' : 'lines'} (${words} ${words === 1 ? 'word' : 'words'})`
      return [{ code: 'overset', ...at(page, slot, oversetMark), says, hint: 'cut it, or give it more room' }]
    })
    const ofRefs = refs.flatMap(({ slot, oversetMark }): readonly LeftOver[] => {
      if (!oversetMark) return []
      const says = `the place ${slot} does not hold all of its teasers`
      return [
        { code: 'refs-left-out', ...at(page, slot, oversetMark), says, hint: 'give it more room, or leave some out' },
      ]
    })
    return [...ofCopy, ...ofRefs]
  })
}

function at(page: LookedPage, slot: string, rect: Rect): Pick<Fault, 'page' | 'owner' | 'rect'> {
  const owner = page.owners.copy.find((one) => one.slot === slot) ?? page.owners.page
  return { page: page.number, owner, rect }
}
