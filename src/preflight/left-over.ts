import type { Code, Diagnostic, Place, Rect } from '../base/index.js'
import type { LookedPage } from './look.js'
import type { Owner } from './owners.js'

/** What make-up could not place, and has told of already: it is listed with the rest, and cannot be waived. */
export const LEFT_OVER = [
  'overset',
  'head-too-deep',
  'refs-left-out',
  'inset-no-room',
  'caption-left-out',
  'no-room',
] as const satisfies readonly Code[]

/** What has been told, and where a page shows it. */
export interface LeftOver {
  readonly told: Diagnostic
  readonly page: number
  readonly owner: Owner
  /** The red mark. */
  readonly rect: Rect
}

/** What make-up has told of the places that it marks in red: text, heads and teasers that found no room. */
export function leftOver(pages: readonly LookedPage[], diagnostics: readonly Diagnostic[]): readonly LeftOver[] {
  const marked = pages.flatMap(markedOn)
  return diagnostics.flatMap((told): readonly LeftOver[] => {
    if (!LEFT_OVER.some((code) => code === told.code)) return []
    const here = marked.filter(({ owner }) => isSame(owner.place, told.place))
    const one = here.find(({ owner }) => isOf(owner, told)) ?? here[0]
    return one ? [{ ...one, told }] : []
  })
}

function markedOn({ number: page, madeUp, owners }: LookedPage): readonly Omit<LeftOver, 'told'>[] {
  const ownerOf = (slot: string, id: string | null): Owner =>
    owners.copy.find((one) => one.slot === slot && one.article === id) ?? owners.page
  const mark = (rect: Rect | null, owner: Owner) => (rect ? [{ page, owner, rect }] : [])
  return [
    ...madeUp.placements.flatMap(({ slot, id, oversetMark }) => mark(oversetMark, ownerOf(slot, id))),
    ...madeUp.refs.flatMap(({ slot, oversetMark }) => mark(oversetMark, ownerOf(slot, null))),
  ]
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column
}

/** All articles of a stack have one place: what is told of one of them begins with its name. */
function isOf({ article }: Owner, { message }: Diagnostic): boolean {
  return article !== null && [' ', ':'].some((end) => message.startsWith(`${article}${end}`))
}
