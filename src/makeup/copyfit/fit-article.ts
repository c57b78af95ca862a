import type { GridLines, Pt } from '../../base/index.js'
import { type Article, withoutBlocks } from '../../edition/index.js'
import type { FitRules } from '../../stylebook/index.js'
import type { TextRequest } from '../../typeset/index.js'
import { emptyLines } from '../empty-lines.js'
import { type Flow, flowArticle } from '../flow-article.js'
import { roomOf } from '../part-room.js'
import { AS_ORDERED, type Desk, type HeadChange, type PreparedPart } from '../prepare-parts.js'
import { AS_WRITTEN, type Change, changesOf, type OrderedHead } from './changes.js'

/** An article to be fitted into its places. */
export interface FitRequest {
  readonly article: Article
  readonly dress: string | null
  /** The heads of its places set, and their legs measured. */
  readonly prepare: (change: HeadChange) => readonly PreparedPart[]
  /** Null where nothing is to be changed. */
  readonly rules: FitRules | null
}

/** An article in its places. */
export interface FittedArticle {
  readonly change: Change
  readonly text: TextRequest
  readonly parts: readonly PreparedPart[]
  readonly flow: Flow
  /** The size of its headline as it was ordered; null when there is none. */
  readonly orderedSize: Pt | null
}

type Attempt = (change: Change) => FittedArticle

/**
 * Fits copy to space as a sub-editor does, in steps, each tried with all that are cheaper, until no line is over and none
 * empty: (1) paragraphs a line longer or shorter; (2) tracking; (3) the head a step larger or smaller, without what is
 * optional in it; (4) optional paragraphs left out. Where nothing fills the places exactly, copy that is short stays as it
 * was written, and copy that is over is set in the way that takes it in with the least white; when there is none, as written.
 * No keep is broken for it.
 */
export function fitArticle(desk: Desk, asked: FitRequest): FittedArticle {
  const request = { ...asked, prepare: remembered(asked.prepare) }
  const attempt = attempts(desk, request)
  const plain = attempt(AS_WRITTEN)
  const { article, rules } = request
  if (!rules || isCopyfit(plain)) return plain
  const isOver = plain.flow.plan.overset
  let best = plain
  const head = orderedHead(desk, plain)
  for (const change of changesOf(article, rules, { isOver, head })) {
    if (!isWithinReach(change, { plain, request, rules })) continue
    const fitted = fitText(attempt, change, rules)
    if (isCopyfit(fitted)) return fitted
    if ((isOver || !isWhole(plain)) && isBetter(fitted, best)) best = fitted
  }
  return best
}

/** The same heads are set once. */
function remembered(prepare: FitRequest['prepare']): FitRequest['prepare'] {
  const known = new Map<string, readonly PreparedPart[]>()
  return (change) => {
    const key = `${change.size}/${change.dropped.join()}`
    let parts = known.get(key)
    if (!parts) known.set(key, (parts = prepare(change)))
    return parts
  }
}

/** Makes an article up with a change. */
function attempts(desk: Desk, { article, dress, prepare }: FitRequest): Attempt {
  const { setter, edition } = desk
  const shortened = new Map<string, Article>()
  return (change) => {
    const { head, blocks, tracking, paragraphs } = change
    const key = blocks.join()
    if (!shortened.has(key)) shortened.set(key, blocks.length === 0 ? article : withoutBlocks(article, blocks))
    // What is wrong with the characters of a text has been said when it was set as written.
    const text = { article: shortened.get(key)!, dress, tracking, quiet: tracking !== 0 || blocks.length > 0 }
    const parts = prepare(head)
    const { keeps } = edition.stylebook
    const flow = flowArticle(setter, { text, parts: parts.map(roomOf), keeps, fit: paragraphs })
    return { change, text, parts, flow, orderedSize: sizeOf(prepare(AS_ORDERED)) }
  }
}

/** Notches of tracking that are tried beyond the least that is enough. */
const MORE = 4

/**
 * Paragraphs, and where they are not enough the least tracking that is. Paragraphs with a very loose line are taken only
 * where tracking gives nothing better.
 */
function fitText(attempt: Attempt, change: Change, rules: FitRules): FittedArticle {
  const untracked = attempt(change)
  const { overset, broken } = untracked.flow.plan
  // Where all is in and a keep is broken, a line more may mend it, or a line less.
  const ways = overset ? ([-1] as const) : broken > 0 ? ([1, -1] as const) : ([1] as const)
  let best = untracked
  for (const way of rules.tracking > 0 ? ways : []) {
    if (isTidy(best)) return best
    const tracked = trackText(attempt, change, { most: rules.tracking, way })
    if (tracked && (isTidy(tracked) || isBetter(tracked, best))) best = tracked
  }
  return best
}

/** The least tracking one way that brings copy in (−1), or fills its places (1); null when all of it is not enough. */
function trackText(
  attempt: Attempt,
  change: Change,
  { most, way }: { readonly most: number; readonly way: -1 | 1 },
): FittedArticle | null {
  const tracked = (notches: number): FittedArticle => attempt({ ...change, tracking: way * notches })
  const isEnough = (fitted: FittedArticle): boolean =>
    way < 0 ? isWhole(fitted) : fitted.flow.plan.overset || whiteOf(fitted) === 0
  let enough = most
  let found = tracked(most)
  // Where all of it is not enough, less is not either.
  if (!isEnough(found)) return null
  for (let least = 1; least < enough;) {
    const middle = (least + enough) >> 1
    const tried = tracked(middle)
    if (!isEnough(tried)) least = middle + 1
    else {
      enough = middle
      if (isTidy(tried) || !isTidy(found)) found = tried
    }
  }
  // The least that is enough can leave white that a little more has not: where legs end depends on every paragraph.
  for (let notches = enough + 1; notches <= Math.min(most, enough + MORE) && !isTidy(found); notches++) {
    const tried = tracked(notches)
    if (isBetter(tried, found)) found = tried
  }
  return found
}

/** Lines by which a unit of tracking (1/1000 em) makes a line's worth of text longer: a letter is about 0.45 em wide. */
const LINES_A_NOTCH = 1 / 450
/** Lines that keeps may take or give beside. */
const SLACK = 4

/** Whether a change can bring copy near enough to its places for paragraphs and tracking to do the rest. */
function isWithinReach(
  { head, blocks }: Change,
  of: { readonly plain: FittedArticle; readonly request: FitRequest; readonly rules: FitRules },
): boolean {
  const { plain, request, rules } = of
  const parts = head === AS_ORDERED ? plain.parts : request.prepare(head)
  if (head.size !== null && sizeOf(parts) !== head.size) return false
  const lines = linesIn(plain)
  const room = roomIn(parts) - roomIn(plain.parts)
  const { words } = request.article
  const gone = blocks.length > 0 ? words - withoutBlocks(request.article, blocks).words : 0
  const less = words > 0 ? (gone * (lines + plain.flow.rest.lines)) / words : 0
  const need = plain.flow.plan.overset ? plain.flow.rest.lines - room - less : whiteOf(plain) + room
  return need <= rules.paragraphs + Math.ceil(lines * rules.tracking * LINES_A_NOTCH) + SLACK
}

function sizeOf(parts: readonly PreparedPart[]): Pt | null {
  return parts[0]?.head.headline?.size ?? null
}

/** The headline as it was ordered, and the sizes about it. A size that the manifest orders, or a head that busts, stays. */
function orderedHead({ edition }: Desk, { parts, orderedSize: size }: FittedArticle): OrderedHead {
  const { schedule } = edition.stylebook.heads
  if (size === null || parts[0]!.isSizeOrdered || parts[0]!.head.bust) return { size, smaller: [], larger: [] }
  return {
    size,
    smaller: schedule.filter((one) => one < size).reverse(),
    larger: schedule.filter((one) => one > size),
  }
}

function roomIn(parts: readonly PreparedPart[]): GridLines {
  return parts.flatMap(({ legs }) => legs).reduce((sum, { depth }) => sum + depth, 0)
}

function linesIn({ flow }: FittedArticle): GridLines {
  return flow.plan.parts.flat().reduce((sum, { used }) => sum + used, 0)
}

/** Whether all words are in, and every keep is kept. */
function isWhole({ flow }: FittedArticle): boolean {
  return !flow.plan.overset && flow.plan.broken === 0
}

/** Whether an article is in, where another is not, or leaves less white. */
function isBetter(one: FittedArticle, other: FittedArticle): boolean {
  if (!isWhole(one)) return false
  return !isWhole(other) || whiteOf(one) < whiteOf(other)
}

/** Whether copy fits, and with no line that looks very loose for it. */
function isTidy(fitted: FittedArticle): boolean {
  return isCopyfit(fitted) && fitted.flow.plan.loose === 0
}

function isCopyfit(fitted: FittedArticle): boolean {
  return isWhole(fitted) && whiteOf(fitted) === 0
}

function whiteOf({ flow, parts }: FittedArticle): GridLines {
  return emptyLines(flow.plan, parts)
}
