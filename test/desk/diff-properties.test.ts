import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatChanges, type Change } from '../../src/desk/index.js'
import { compareFlatplans } from '../../src/desk/diff/compare-flatplans.js'
import { type Flatplan, flatplanOf } from '../../src/desk/diff/flatplan.js'
import { makePaper, openTestFonts, type SharedType } from '../makeup/make-paper.js'
import { memoryHost } from '../memory-host.js'
import { type Board, cornerOf, filesOf } from './board.js'
import { editedPaper, type EditedPaper } from './edited-paper.js'

beforeAll(openTestFonts)

const shared: SharedType = {}

const plans = new Map<string, Flatplan>()

async function plan(board: Board): Promise<Flatplan> {
  const files = filesOf(board)
  const name = JSON.stringify(files)
  const made = plans.get(name) ?? flatplanOf(await makePaper(files, shared), memoryHost(files))
  plans.set(name, made)
  return made
}

/** What follows by itself when copy stands elsewhere or is longer. */
const CONSEQUENCES = ['lines', 'fit', 'head', 'head-size', 'head-lines', 'head-columns']

/** `article rents`, `page p2`: a page by its key, which stays when it moves. */
function subjectOf({ subject, kind, page }: Change, { before, after }: EditedPaper): string {
  if (subject.kind !== 'page') return `${subject.kind} ${subject.name}`
  return `page ${(kind === 'removed' ? before : after).pages[page! - 1]!.key}`
}

/** Where a subject stands on a board: its page's place in the newer one, then its place on the page. */
function placeOn(board: Board, subject: string, rankOf: (key: string) => number): readonly number[] | null {
  const [kind, name] = subject.split(' ') as [string, string]
  for (const { key, places } of board.pages) {
    if (kind === 'page' && key === name) return [rankOf(key), 0]
    for (const [slot, content] of places) {
      const [col, line] = cornerOf(slot)
      if (kind === 'place' && slot === name) return null
      if (content.kind === 'stack' && content.ids.includes(name)) return [rankOf(key), 1, line, col]
      if (content.kind !== 'stack' && content.kind !== 'continues' && content.id === name)
        return [rankOf(key), 1, line, col]
    }
  }
  return null
}

function orderOf(change: Change, paper: EditedPaper): readonly number[] {
  const { before, after } = paper
  if (change.subject.kind === 'edition') return [0]
  if (change.subject.kind === 'place') return [change.page!, 1, ...[...cornerOf(change.subject.name)].reverse()]
  const now = after.pages.map(({ key }) => key)
  const was = before.pages.map(({ key }) => key)
  const rankOf = (key: string): number => {
    if (now.includes(key)) return now.indexOf(key) + 1
    const left = was.slice(0, was.indexOf(key)).filter((one) => now.includes(one))
    return (left.length > 0 ? now.indexOf(left.at(-1)!) + 1 : 0) + 0.5
  }
  const subject = subjectOf(change, paper)
  return placeOn(after, subject, rankOf) ?? placeOn(before, subject, rankOf) ?? [Infinity]
}

function isBehind(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== (b[index] ?? 0))
  return at >= 0 && a[at]! > (b[at] ?? 0)
}

/** Whether the pages that both editions have stand in the same order when one is left out. */
function inOrderWithout({ before, after }: EditedPaper, left: string | null): boolean {
  const was = before.pages.map(({ key }) => key)
  const ranks = after.pages.flatMap(({ key }) => (was.includes(key) && key !== left ? [was.indexOf(key)] : []))
  return ranks.every((rank, index) => index === 0 || rank > ranks[index - 1]!)
}

describe('the diff of two generated editions', () => {
  it('names every edit exactly once, nothing that nobody did, and all in page order', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(editedPaper, async (paper) => {
        const changes = compareFlatplans(await plan(paper.before), await plan(paper.after))
        const rest = changes.filter(({ kind }) => !CONSEQUENCES.includes(kind))
        const movedPages = rest.filter(({ subject, kind }) => subject.kind === 'page' && kind === 'moved')
        const found = rest
          .filter((one) => !movedPages.includes(one))
          .map((one) => ({ kind: one.kind as string, subject: subjectOf(one, paper) }))
        for (const { kind, subjects } of paper.expected) {
          const at = found.findIndex((one) => one.kind === kind && subjects.includes(one.subject))
          expect(at, `${kind} ${subjects.join(' or ')} in\n${formatChanges(changes)}`).toBeGreaterThanOrEqual(0)
          found.splice(at, 1)
          seen.add(kind)
        }
        expect(found).toEqual([])

        // A page that changes places with its neighbour is named for either of them.
        const strays = movedPages.map((one) => subjectOf(one, paper).slice('page '.length))
        expect(strays).toHaveLength(inOrderWithout(paper, null) ? 0 : 1)
        for (const key of strays) expect(inOrderWithout(paper, key)).toBe(true)

        // What follows is named for what was changed, and once.
        const touched = new Set(rest.map((one) => subjectOf(one, paper)))
        const followed = changes.filter(({ kind }) => CONSEQUENCES.includes(kind))
        const stacked = new Set(
          [paper.before, paper.after].flatMap(({ pages }) =>
            pages.flatMap(({ places }) => [...places.values()].flatMap((one) => (one.kind === 'stack' ? one.ids : []))),
          ),
        )
        expect(followed.filter((one) => !touched.has(subjectOf(one, paper)) && !stacked.has(one.subject.name))).toEqual(
          [],
        )
        const texts = changes.map((one) => `${subjectOf(one, paper)}: ${one.text}`)
        expect(new Set(texts).size).toBe(texts.length)

        const orders = changes.map((one) => orderOf(one, paper))
        orders.slice(1).forEach((order, index) => {
          expect(isBehind(orders[index]!, order), formatChanges(changes)).toBe(false)
        })
      }),
      { numRuns: 60, seed: 4 },
    )
    expect(seen.size).toBeGreaterThan(16)
  })

  it('says that an edition is no different from itself, and that what came in one way goes in the other', async () => {
    await fc.assert(
      fc.asyncProperty(editedPaper, async ({ before, after }) => {
        const [older, newer] = [await plan(before), await plan(after)]
        expect(compareFlatplans(newer, newer)).toEqual([])
        expect(compareFlatplans(newer, older).length).toBe(compareFlatplans(older, newer).length)
      }),
      { numRuns: 20, seed: 5 },
    )
  })
})
