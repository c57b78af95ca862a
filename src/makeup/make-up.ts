import type { Report } from '../base/index.js'
import { type Edition, type Page, withRunInHead } from '../edition/index.js'
import type { Setter } from '../typeset/index.js'
import { placementInBoxColour, refsInBoxColour } from './box-colour.js'
import { layFurniture } from './furniture.js'
import { checkConservation, keepLedger } from './ledger.js'
import { lintPages } from './lint/lint-pages.js'
import { makeRun, type MadeUpRun } from './make-run.js'
import { makeStack } from './make-stack.js'
import { pageFrame } from './page-frame.js'
import { placeAdverts } from './place-adverts.js'
import { cutOffLines, layBoxes, layPageRules } from './page-rules.js'
import { type CutOffs, type Desk, prepareRun, runsOf } from './prepare-parts.js'
import { inReadingOrder } from './reading-order.js'
import { makeRefs, startsOf } from './refs/make-refs.js'
import type { MadeUpEdition, MadeUpPage, PlacedRule } from './types.js'

/**
 * Makes up the whole paper: every article into its places, every page with its furniture, and the fit ledger. Then looks at
 * the pages once more, and tells what a chief sub would notice; that changes nothing.
 */
export function makeUp(edition: Edition, setter: Setter, report: Report): MadeUpEdition {
  const desk: Desk = { edition, setter, report }
  const { furniture } = edition.stylebook
  const starts = startsOf(edition)
  const cutOffs: CutOffs = (page, placement) => cutOffLines(page, placement, furniture)
  const runs = makeRuns(desk, cutOffs)
  const stacks = makeStacks(desk, cutOffs)
  const all = inPageOrder(edition, [...runs, ...stacks.runs])
  checkConservation(edition, all)
  const pages = edition.pages.map((page) =>
    layPage(desk, page, {
      placements: all.flatMap((run) => run.placements.filter((_, index) => run.parts[index]!.page === page.number)),
      stackRules: stacks.rules.get(page.number) ?? [],
      refs: page.placements.flatMap((placement) =>
        placement.kind === 'refs' ? [makeRefs(desk, { page, placement, cutOffs, starts })] : [],
      ),
    }),
  )
  const made = { edition, pages, ledger: keepLedger(edition, all, setter) }
  for (const finding of lintPages(made)) report(finding)
  return made
}

function makeRuns(desk: Desk, cutOffs: CutOffs): readonly MadeUpRun[] {
  return runsOf(desk.edition).map((run) => {
    const { dress, head } = run.placements[0]!.placement
    const placed = desk.edition.articles.get(run.article)!
    const article = head.runIn ? withRunInHead(placed) : placed
    return makeRun(desk, {
      article,
      dress,
      prepare: (change) => prepareRun(desk, run, { cutOffs, change }),
      rules: desk.edition.stylebook.fit,
    })
  })
}

function makeStacks(
  desk: Desk,
  cutOffs: CutOffs,
): { runs: readonly MadeUpRun[]; rules: ReadonlyMap<number, readonly PlacedRule[]> } {
  const runs: MadeUpRun[] = []
  const rules = new Map<number, readonly PlacedRule[]>()
  for (const page of desk.edition.pages) {
    for (const placement of page.placements) {
      if (placement.kind !== 'stack') continue
      const stack = makeStack(desk, page, placement, cutOffs)
      runs.push(...stack.runs)
      rules.set(page.number, [...(rules.get(page.number) ?? []), ...stack.rules])
    }
  }
  return { runs, rules }
}

/** Articles as a reader meets them: by page, then from the top down, then from left to right. */
function inPageOrder(edition: Edition, runs: readonly MadeUpRun[]): readonly MadeUpRun[] {
  const order = (run: MadeUpRun): readonly number[] => {
    const part = run.parts[0]!
    return [part.page, part.cells.line, part.cells.col]
  }
  const firstDifference = (a: readonly number[], b: readonly number[]): number =>
    a.map((one, index) => one - b[index]!).find((difference) => difference !== 0) ?? 0
  // The order written settles what stands at the same place (articles of a stack that found no room).
  const written = [...edition.articles.keys()]
  return [...runs].sort(
    (a, b) => firstDifference(order(a), order(b)) || written.indexOf(a.article.id) - written.indexOf(b.article.id),
  )
}

function layPage(
  desk: Desk,
  page: Page,
  made: Pick<MadeUpPage, 'placements' | 'refs'> & { readonly stackRules: readonly PlacedRule[] },
): MadeUpPage {
  const { edition, setter, report } = desk
  const { format, stylebook } = edition
  const frame = pageFrame(format, page.grid, page.number)
  return {
    number: page.number,
    format,
    grid: page.grid,
    typeArea: frame.typeArea,
    placements: inReadingOrder(made.placements).map(placementInBoxColour),
    refs: inReadingOrder(made.refs).map(refsInBoxColour),
    adverts: placeAdverts(page, frame, report),
    pictures: [],
    furniture: layFurniture({ edition, page, format, setter, report }),
    rules: [...layPageRules(page, frame, stylebook.furniture), ...made.stackRules],
    boxes: layBoxes(page, frame, stylebook),
  }
}
