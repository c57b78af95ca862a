import type { GridLines, Pt } from '../base/index.js'
import type { Article, Copy } from '../edition/index.js'
import type { HeadOrder, TextStyle, TypeStyles } from '../stylebook/index.js'
import type { SetLine, Setter } from '../typeset/index.js'
import { type Bust, fitHeadline, sizeHeadline, textOf } from './fit-headline.js'
import { type BlockRequest, capHeightOf, type SetBlock, setBlock } from './set-block.js'
import type { LineRole } from './types.js'

/** What stands above the legs of a placement. */
export interface HeadRequest {
  readonly overline: Copy | null
  readonly headline: Copy | null
  /** Shorter versions of the headline, tried in turn where it does not keep its order. */
  readonly heads?: readonly Copy[]
  readonly deck: Copy | null
  readonly standfirst: Copy | null
  readonly byline: Copy | null
  /** "From page 1". */
  readonly jumpFrom: Copy | null
  readonly language: string
  readonly order: HeadOrder
  /** The size in which copyfit has the headline, where it sets in it; null for the order's. */
  readonly size: Pt | null
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
  /** Size and lines of the headline as set, and its text where that is a shorter version; null when there is none. */
  readonly headline: { readonly size: Pt; readonly lines: number; readonly shorter: string | null } | null
  /** In what the head misses its order; null when it keeps it. */
  readonly bust: Bust | null
  /** Parts that found no room in the placement, in the house's words. */
  readonly left: readonly string[]
}

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
    headline: shown && { size: shown.size, lines: shown.block.lines.length, shorter: shown.shorter },
    bust: headline?.bust ?? null,
    left,
  }
}

/** What the blocks of a head share. */
function inHead(request: HeadRequest, style: TextStyle): Omit<BlockRequest, 'copy' | 'size'> {
  const { measure, language, leading, styles } = request
  return { style, measure, language, leading, bodyCapHeight: capHeightOf(styles.body.size) }
}

function setPart(
  setter: Setter,
  request: HeadRequest,
  role: 'overline' | 'deck' | 'standfirst' | 'byline' | 'jump-line',
  copy: Copy | null,
): Part | null {
  if (!copy) return null
  const style = request.styles[role]
  return { role, block: setBlock(setter, { ...inHead(request, style), copy, size: style.size }) }
}

/** A headline, set. */
interface Headline {
  readonly size: Pt
  readonly block: SetBlock
  /** The text of a shorter version; null for the headline itself. */
  readonly shorter: string | null
  readonly bust: Bust | null
}

function setHeadline(setter: Setter, request: HeadRequest & { readonly gap: Pt }, room: GridLines): Headline {
  const { headline, heads = [], order, schedule, styles, gap } = request
  const type = { ...inHead(request, styles.headline), gap }
  const asked = { ...type, versions: [headline!, ...heads], order, schedule, room }
  const sized = request.size === null ? null : sizeHeadline(setter, asked, request.size)
  const { copy, version, size, lines, bust } = sized ?? fitHeadline(setter, asked)
  return {
    size,
    block: setBlock(setter, { ...type, copy, size, lines }),
    shorter: version > 0 ? textOf(copy) : null,
    bust,
  }
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
): Pick<HeadRequest, 'overline' | 'headline' | 'heads' | 'deck' | 'standfirst' | 'byline'> {
  const { overline, headline, heads, deck, standfirst, byline } = article
  return { overline, headline, heads, deck, standfirst, byline }
}
