import type { OrderedRect } from '../base/index.js'
import { type Edition, type Page, withHead } from '../edition/index.js'
import { placementInBoxColour, refsInBoxColour } from './box-colour.js'
import type { FitRequest } from './copyfit/fit-article.js'
import { layFurniture } from './furniture.js'
import { sidebarsOf } from './insets/make-sidebars.js'
import { checkConservation, keepLedger } from './ledger.js'
import { lintPages } from './lint/lint-pages.js'
import { makeRun, type MadeUpRun } from './make-run.js'
import { makeStack } from './make-stack.js'
import { pageFrame } from './page-frame.js'
import { placeAdverts } from './place-adverts.js'
import { cutOffLines, layBoxes, layPageRules, panelIn, shows } from './page-rules.js'
import { placePictures } from './pictures/place-pictures.js'
import { type CutOffs, type Desk, prepareRun, type Run, runsOf } from './prepare-parts.js'
import { inReadingOrder } from './reading-order.js'
import { makeRefs, startsOf } from './refs/make-refs.js'
import { settleDepths, type SettledEdition } from './soft/settle-depths.js'
import type { MadeUpEdition, MadeUpPage, MadeUpPlacement, PlacedPanel, PlacedRule } from './types.js'

/**
 * Makes up the whole paper: every article into its places, every page with its furniture, and the fit ledger. Then looks at
 * the pages once more, and tells what a chief sub would notice; that changes nothing.
 */
export function makeUp(ordered: Desk<OrderedRect>): MadeUpEdition {
  const { setter, report } = ordered
  const { edition, toMeasure } = settleDepths(ordered)
  const desk: Desk = { ...ordered, edition }
  const { furniture } = edition.stylebook
  const starts = startsOf(edition)
  const cutOffs: CutOffs = (page, placement) => cutOffLines(page, placement, furniture)
  const runs = makeRuns(desk, cutOffs, toMeasure)
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
  const made = { edition, pages, ledger: keepLedger(edition, { runs: all, pages }, setter) }
  for (const finding of lintPages(made)) report(finding)
  return made
}

function makeRuns(desk: Desk, cutOffs: CutOffs, toMeasure: SettledEdition['toMeasure']): readonly MadeUpRun[] {
  const makeOne = (run: Run, { report, rules }: Pick<Desk, 'report'> & Pick<FitRequest, 'rules'>): MadeUpRun => {
    const { dress, head } = run.placements[0]!.placement
    const article = withHead(desk.edition.articles.get(run.article)!, head)
    const prepare: FitRequest['prepare'] = (change) => prepareRun(desk, run, { cutOffs, change })
    return makeRun({ ...desk, report }, { article, dress, prepare, rules })
  }
  const { report } = desk
  const { fit } = desk.edition.stylebook
  // A place made to measure has its head already: all that can be left to fill is odd lines of the last leg.
  const levelling = fit && { ...fit, heads: 0, optional: false }
  return runsOf(desk.edition).flatMap((run) => {
    const isToMeasure = run.placements.some(({ placement }) => toMeasure.has(placement))
    const made = makeOne(run, { report, rules: isToMeasure ? levelling : fit })
    // Where the sidebars among its text stand is known now. Of one that has no place all that is wrong has been said.
    const sidebars = sidebarsOf(desk, made).map(({ run: own, isLeftOut }) =>
      makeOne(own, isLeftOut ? { report: () => {}, rules: null } : { report, rules: fit }),
    )
    return [made, ...sidebars]
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

/** Articles as a reader meets them: by page, then from the top down, then from left to right; a sidebar after its article. */
function inPageOrder(edition: Edition, runs: readonly MadeUpRun[]): readonly MadeUpRun[] {
  // The order written settles what stands at the same place (articles of a stack that found no room).
  const written = [...edition.articles.keys()]
  const starts = [...runs]
    .sort((a, b) => written.indexOf(a.article.id) - written.indexOf(b.article.id))
    .map((run) => ({ run, ...run.parts[0]! }))
    .map(({ run, page, cells, slot, within }) => ({ run, page, grid: cells, slot, within: within?.slot ?? null }))
  return edition.pages.flatMap(({ number }) => {
    return inReadingOrder(starts.filter(({ page }) => page === number)).map(({ run }) => run)
  })
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
    pictures: placePictures(desk, page, frame),
    furniture: layFurniture({ edition, page, format, setter, report }),
    rules: [...layPageRules(page, frame, stylebook.furniture), ...made.stackRules],
    boxes: [...layBoxes(page, frame, stylebook), ...made.placements.flatMap(layOwnBox)],
  }
}

/** The box of a sidebar, which no placement of the page has. */
function layOwnBox({ within, box, rect }: MadeUpPlacement): readonly PlacedPanel[] {
  return within !== null && shows(box) && rect.height > 0 ? [panelIn(rect, box)] : []
}
