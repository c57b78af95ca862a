import type { GridLines, Pt } from '../base/index.js'
import type { Article, Copy } from '../edition/index.js'
import type { HeadOrder, TextStyle, TypeStyles } from '../stylebook/index.js'
import type { SetLine, Setter } from '../typeset/index.js'
import { type BlockRequest, capHeightOf, type SetBlock, setBlock } from './set-block.js'
import type { LineRole } from './types.js'

/** What stands above the legs of a placement. */
export interface HeadRequest {
  readonly overline: Copy | null
  readonly headline: Copy | null
  readonly deck: Copy | null
  readonly standfirst: Copy | null
  readonly byline: Copy | null
  /** "From page 1". */
  readonly jumpFrom: Copy | null
  readonly language: string
  readonly order: HeadOrder
  readonly styles: TypeStyles
  readonly schedule: readonly Pt[]
  readonly measure: Pt
  readonly leading: Pt
  /** Grid lines that the head may take. */
  readonly room: GridLines
}

/** A head, set; every baseline counted from its top. */
export interface SetHead {
  readonly depth: GridLines
  readonly lines: readonly { readonly line: SetLine; readonly baseline: Pt; readonly role: LineRole }[]
  readonly rules: readonly { readonly style: TextStyle['ruleAbove'] & object; readonly y: Pt }[]
  /** Size and lines of the headline as set; null when there is none. */
  readonly headline: { readonly size: Pt; readonly lines: number } | null
  /** In what the head misses its order; null when it keeps it. */
  readonly bust: string | null
  /** Parts that found no room in the placement, in the house's words. */
  readonly left: readonly string[]
}

/** Body lines that an `auto` size leaves free under a head. */
const LEAST_BODY = 2
/** `auto` lines are at most so many, by the contract. */
const AUTO_LINES = 2

/** White between an overline and the headline, in grid lines: ascenders reach above the capitals. */
const UNDER_OVERLINE = 0.35

type Part = { readonly role: LineRole; readonly block: SetBlock }

/** Sets overline, headline, deck, standfirst, byline and jump line, one under the other. */
export function setHead(setter: Setter, request: HeadRequest): SetHead {
  const over = setPart(setter, request, 'overline', request.overline)
  const below = [
    setPart(setter, request, 'deck', request.deck),
    setPart(setter, request, 'standfirst', request.standfirst),
    setPart(setter, request, 'byline', request.byline),
    setPart(setter, request, 'jump-line', request.jumpFrom),
  ].filter((part) => part !== null)
  const taken = [...(over ? [over] : []), ...below].reduce((sum, part) => sum + part.block.depth, 0)
  const gap = over ? UNDER_OVERLINE * request.leading : 0
  const headline = request.headline ? setHeadline(setter, { ...request, gap }, request.room - taken) : null
  const wanted: Part[] = [
    ...(over ? [over] : []),
    ...(headline ? [{ role: 'headline' as const, block: headline.block }] : []),
    ...below,
  ]
  const { kept, left } = leaveOut(wanted, request.room)
  const shown = left.includes('headline') ? null : headline
  return {
    ...stack(kept, request.leading),
    headline: shown && { size: shown.size, lines: shown.block.lines.length },
    bust: headline?.bust ?? null,
    left,
  }
}

function blockRequest(request: HeadRequest, copy: Copy, style: TextStyle, size: Pt): BlockRequest {
  const { measure, language, leading, styles } = request
  return { copy, style, size, measure, language, leading, bodyCapHeight: capHeightOf(styles.body.size) }
}

function setPart(
  setter: Setter,
  request: HeadRequest,
  role: 'overline' | 'deck' | 'standfirst' | 'byline' | 'jump-line',
  copy: Copy | null,
): Part | null {
  if (!copy) return null
  const style = request.styles[role]
  return { role, block: setBlock(setter, blockRequest(request, copy, style, style.size)) }
}

/** A headline at a size, and whether that is what was ordered. */
interface Headline {
  readonly size: Pt
  readonly block: SetBlock
  readonly bust: string | null
}

/**
 * The largest size of the schedule that sets the head in the lines asked for, with some lines left for text; the one
 * size asked for, if there is one.
 */
function setHeadline(setter: Setter, request: HeadRequest & { readonly gap: Pt }, room: GridLines): Headline {
  const copy = request.headline!
  const style = request.styles.headline
  const most = request.order.lines ?? (request.order.size === null ? AUTO_LINES : Infinity)
  const sizes = request.order.size === null ? [...request.schedule].reverse() : [request.order.size]
  const natural = setter.measureDisplay({ copy, style, size: 100, language: request.language }) / 100
  let least: { size: Pt; block: SetBlock } | null = null
  for (const size of sizes) {
    const isLast = size === sizes[sizes.length - 1]
    // So long a head cannot go into so few lines: no need to set it.
    if (!isLast && natural * size > request.measure * most) continue
    const block = setBlock(setter, { ...blockRequest(request, copy, style, size), gap: request.gap })
    least = { size, block }
    const holds = block.lines.length <= most && !block.divided
    if (holds && (request.order.size !== null || block.depth <= room - LEAST_BODY)) return { size, block, bust: null }
  }
  const { size, block } = least!
  return { size, block, bust: bustOf(block, { size, most }) }
}

function bustOf(block: SetBlock, asked: { readonly size: Pt; readonly most: number }): string | null {
  if (block.divided) return `a word of the head is wider than its measure at ${asked.size} pt`
  if (block.lines.length > asked.most) {
    const lines = asked.most === 1 ? 'one line' : `${asked.most} lines`
    return `the head busts its ${lines} at ${asked.size} pt: it takes ${block.lines.length}`
  }
  return null
}

/** What to leave out first when a head is deeper than its placement. */
const LEAVING_ORDER: readonly LineRole[] = ['standfirst', 'deck', 'byline', 'overline', 'jump-line', 'headline']

function leaveOut(parts: readonly Part[], room: GridLines): { kept: readonly Part[]; left: readonly string[] } {
  let kept = parts
  const left: string[] = []
  for (const role of LEAVING_ORDER) {
    if (kept.reduce((sum, part) => sum + part.block.depth, 0) <= room) break
    if (!kept.some((part) => part.role === role)) continue
    kept = kept.filter((part) => part.role !== role)
    left.push(role)
  }
  return { kept, left }
}

function stack(parts: readonly Part[], leading: Pt): Pick<SetHead, 'depth' | 'lines' | 'rules'> {
  const lines: { line: SetLine; baseline: Pt; role: LineRole }[] = []
  const rules: { style: TextStyle['ruleAbove'] & object; y: Pt }[] = []
  let depth = 0
  for (const { role, block } of parts) {
    const top = depth * leading
    for (const { line, baseline } of block.lines) lines.push({ line, baseline: top + baseline, role })
    for (const { rule, y } of block.rules) rules.push({ style: rule, y: top + y })
    depth += block.depth
  }
  return { depth, lines, rules }
}

/** The parts of an article's head at its start. */
export function headOf(
  article: Article,
): Pick<HeadRequest, 'overline' | 'headline' | 'deck' | 'standfirst' | 'byline'> {
  const { overline, headline, deck, standfirst, byline } = article
  return { overline, headline, deck, standfirst, byline }
}
