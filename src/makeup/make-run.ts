import type { ArticleId, Finding } from '../base/index.js'
import type { Article } from '../edition/index.js'
import type { TextRequest } from '../typeset/index.js'
import { describeSteps } from './copyfit/describe-steps.js'
import { fitArticle, type FitRequest } from './copyfit/fit-article.js'
import { fewestWordsOver, type Flow } from './flow-article.js'
import { layPart } from './lay-part.js'
import { roomOf } from './part-room.js'
import type { Desk, PreparedPart } from './prepare-parts.js'
import type { MadeUpPlacement } from './types.js'

/** An article made up: its parts in use on their pages, and how it flowed. */
export interface MadeUpRun {
  readonly article: Article
  /** All parts that it was given. */
  readonly parts: readonly PreparedPart[]
  /** Those in use, in reading order, with their pages. */
  readonly placements: readonly MadeUpPlacement[]
  readonly flow: Flow
  /** The text as it was set. */
  readonly text: TextRequest
  /** Copyfit steps taken, in words. */
  readonly fitted: readonly string[]
  /** Words of optional paragraphs that were left out. */
  readonly dropped: number
  /** Overset: the fewest words to cut from the end so that the article fits. */
  readonly wordsOver: number
}

/** Fits an article into its parts and lays them; tells of overset, broken keeps and continuations not needed. */
export function makeRun(desk: Desk, request: FitRequest): MadeUpRun {
  const { edition, setter } = desk
  const { article, rules } = request
  const { keeps, furniture } = edition.stylebook
  const fit = fitArticle(desk, request)
  const { parts, flow, text } = fit
  const inUse = flow.parts.length
  const placements = parts.slice(0, inUse).map((part, index) =>
    layPart(part, {
      article,
      order: index,
      legs: flow.parts[index]!,
      raised: index === inUse - 1 ? flow.plan.raised : 0,
      shortForKeep: shortLegs(flow, index),
      jumpsOn: index < inUse - 1,
      overset: flow.plan.overset && index === inUse - 1,
      furniture,
    }),
  )
  const run: MadeUpRun = {
    article,
    parts,
    placements,
    flow,
    text,
    fitted: describeSteps(fit, article.words),
    dropped: article.words - text.article.words,
    wordsOver: flow.plan.overset
      ? fewestWordsOver(setter, { text, parts: parts.map(roomOf), keeps, fit: rules?.paragraphs ?? null })
      : 0,
  }
  reportRun(desk, run)
  return run
}

/** Lines that each leg of a part leaves white though text goes on in the next. */
function shortLegs(flow: Flow, part: number): readonly number[] {
  const { plan } = flow
  const legs = plan.parts[part]!
  return legs.map((leg, index) => {
    const goesOn = part < plan.parts.length - 1 || plan.overset || legs.slice(index + 1).some((later) => later.used > 0)
    return goesOn ? leg.offered - leg.used : 0
  })
}

function reportRun(desk: Desk, run: MadeUpRun): void {
  const { article, parts, flow, wordsOver } = run
  for (const finding of [...parts.flatMap(({ findings }) => findings), ...flow.faults]) desk.report(finding)
  const last = parts[Math.max(0, flow.parts.length - 1)]!
  if (flow.plan.overset) {
    const lines = flow.rest.lines === 1 ? '1 line' : `${flow.rest.lines} lines`
    const words = wordsOver === 1 ? '1 word' : `${wordsOver} words`
    desk.report({
      code: 'overset',
      message: `${article.id} is over by ${lines}`,
      place: last.place,
      hint: `cut ${words} from its end, or give it more room`,
    })
  }
  if (flow.plan.broken > 0) {
    const keeps =
      flow.plan.broken === 1
        ? 'a widow, orphan, short jump or stranded crosshead'
        : `${flow.plan.broken} widows, orphans, short jumps or stranded crossheads`
    desk.report({
      code: 'keep-broken',
      message: `${article.id}: ${keeps} could not be avoided in this place`,
      place: last.place,
      hint: 'a line more or less of copy or depth will mend it',
    })
  }
  for (const part of parts.slice(flow.parts.length)) desk.report(unneeded(article.id, last.page, part))
}

/** What is said of a continuation that an article, ending on page `ends`, does not need. */
export function unneeded(id: ArticleId, ends: number, part: Pick<PreparedPart, 'slot' | 'page' | 'place'>): Finding {
  const { slot, page, place } = part
  const message = `${id} ends on page ${ends}: its continuation in "${slot}" on page ${page} is not needed and the place is free`
  return { code: 'continues-unneeded', message, place }
}
