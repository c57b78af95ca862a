import { articleId, type ArticleId } from '../base/index.js'
import type { Edition } from '../edition/index.js'
import type { Setter } from '../typeset/index.js'
import { emptyLines } from './empty-lines.js'
import type { MadeUpRun } from './make-run.js'
import type { PreparedPart } from './prepare-parts.js'
import { roomLeft } from './room-left.js'
import type { Ledger, LedgerEntry, LedgerPlacement, MadeUpPage, MadeUpPlacement } from './types.js'

/** Words to show of what found no room. */
const FIRST_WORDS = 5
/** Words in a line of a narrow column, where there is no set line to count. */
const WORDS_A_LINE = 6

/** Keeps the fit ledger of an edition. Articles stand in the order of their starts in the paper. */
export function keepLedger(
  edition: Edition,
  { runs, pages }: { readonly runs: readonly MadeUpRun[]; readonly pages: readonly MadeUpPage[] },
  setter: Setter,
): Ledger {
  const articles: Record<string, LedgerEntry> = {}
  for (const run of runs) articles[run.article.id] = entryOf(run, setter)
  return {
    edition: {
      paper: edition.paper,
      number: numberAsTyped(edition.number),
      date: edition.date,
      pages: edition.pages.length,
    },
    articles,
    room: pages.flatMap((made, index) => roomLeft(edition.pages[index]!, made, edition.format.lines)),
  }
}

/** `2177` is a number; `007` and `12a` are given back as they were typed. */
function numberAsTyped(typed: string | null): number | string | null {
  return typed !== null && String(Number(typed)) === typed ? Number(typed) : typed
}

function entryOf(run: MadeUpRun, setter: Setter): LedgerEntry {
  const { article, flow, placements, parts, fitted, dropped } = run
  const common = {
    placements: placements.map((placement, index) => placementOf(placement, parts[index]!)),
    fitted,
    written: article.words,
    ...(dropped > 0 ? { dropped } : {}),
  }
  if (flow.plan.overset) {
    const { rest } = flow
    const from = Math.max(0, rest.wordsBefore - (rest.inWord ? 1 : 0))
    const firstOverset = setter.words(run.text, rest.unit, from, FIRST_WORDS)
    return { status: 'overset', lines: rest.lines, words: run.wordsOver, firstOverset, ...common }
  }
  const lines = emptyLines(flow.plan, parts)
  if (lines === 0) return { status: 'copyfit', lines: 0, words: 0, ...common }
  return { status: 'underset', lines, words: Math.round(lines * wordsPerLine(placements)), ...common }
}

function wordsPerLine(placements: readonly MadeUpPlacement[]): number {
  const lines = placements.flatMap((placement) => placement.legs.flatMap((leg) => leg.lines))
  const words = lines.reduce((sum, { line }) => sum + line.words, 0)
  return lines.length > 0 && words > 0 ? words / lines.length : WORDS_A_LINE
}

function placementOf(placement: MadeUpPlacement, part: PreparedPart): LedgerPlacement {
  const { headline } = part.head
  const short = placement.legs.flatMap(({ leg, shortForKeep }) =>
    shortForKeep > 0 ? [{ leg, lines: shortForKeep }] : [],
  )
  return {
    page: part.page,
    slot: placement.slot,
    legs: part.columns,
    head: headline ? `${part.headColumns}-${headline.size}-${headline.lines}` : part.isHeadRunIn ? 'run-in' : null,
    ...(headline?.shorter ? { headline: headline.shorter } : {}),
    lines: placement.legs.reduce((sum, leg) => sum + leg.lines.length, 0),
    ...(short.length > 0 ? { short } : {}),
  }
}

/**
 * Promise 1: words placed + words overset + words left out by copyfit = words written, for every article, at every build. A difference is a fault
 * of the engine, never of the copy.
 */
export function checkConservation(edition: Edition, runs: readonly MadeUpRun[]): void {
  const found = new Map<ArticleId, number>()
  for (const { article, placements, flow, dropped } of runs) {
    const placed = placements
      .flatMap((placement) => placement.legs.flatMap((leg) => leg.lines))
      .reduce((sum, { line }) => sum + line.words, 0)
    found.set(article.id, placed + flow.rest.words + dropped)
  }
  for (const [id, article] of edition.articles) {
    const words = found.get(articleId(id))
    if (words !== article.words) {
      throw new Error(`${id}: ${article.words} words written, ${words ?? 'none'} placed, overset or left out`)
    }
  }
}
