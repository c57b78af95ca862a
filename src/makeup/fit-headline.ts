import type { GridLines, Pt } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import type { HeadOrder } from '../stylebook/index.js'
import type { CastOff, Setter } from '../typeset/index.js'
import { blockDepth, type BlockRequest } from './set-block.js'

/** A headline to be fitted to its order. */
export interface HeadlineRequest extends Omit<BlockRequest, 'copy' | 'size' | 'lines'> {
  /** The headline, then its shorter versions. */
  readonly versions: readonly Copy[]
  readonly order: HeadOrder
  /** Sizes, rising. */
  readonly schedule: readonly Pt[]
  /** Grid lines that the headline may take, those that it must leave for text with them. */
  readonly room: GridLines
}

/** In what a head misses its order. */
export interface Bust {
  /** By how much and at what size, in the sub-editor's unit. */
  readonly message: string
  readonly hint: string
}

/** What of a headline is to be set, and how. */
export interface FittedHeadline {
  readonly copy: Copy
  /** Which version it is: 0 is the headline itself. */
  readonly version: number
  readonly size: Pt
  /** Exactly so many lines; undefined is as few as hold it. */
  readonly lines: number | undefined
  readonly bust: Bust | null
}

/** Body lines that a head leaves free under it. */
const LEAST_BODY = 2
/** `auto` lines of an `auto` size are at most so many, by the contract. */
const AUTO_LINES = 2

/** One version tried. */
interface Try {
  readonly copy: Copy
  readonly version: number
  readonly size: Pt
  readonly lines: number | undefined
  readonly cast: CastOff
  /** Whether lines for text are left under it. */
  readonly hasRoom: boolean
}

/**
 * Chooses version and size of a headline. The first version that keeps its order is set. With an `auto` size that is the
 * first that sets at no less than the middle of the schedule; when none is so large, the largest of them.
 */
export function fitHeadline(setter: Setter, request: HeadlineRequest): FittedHeadline {
  const { order, schedule, versions } = request
  const tries = versions.map((copy, version) =>
    order.size === null
      ? trySchedule(setter, request, { copy, version })
      : trySize(setter, request, { copy, version, size: order.size }),
  )
  const setting = tries.filter(({ cast }) => cast.over === 0)
  const keeping = setting.filter(({ hasRoom }) => hasRoom)
  const enough = order.size ?? schedule[Math.floor((schedule.length - 1) / 2)]!
  const best =
    keeping.find(({ size }) => size >= enough) ?? largest(keeping) ?? setting[0] ?? leastOver(tries) ?? tries[0]!
  const { copy, version, size, lines } = best
  return { copy, version, size, lines, bust: best.cast.over === 0 ? null : bustOf(setter, request, best) }
}

/** The headline at a size, in the lines of its order: the first of its versions that sets so. Null when none does. */
export function sizeHeadline(setter: Setter, request: HeadlineRequest, size: Pt): FittedHeadline | null {
  const { order, versions } = request
  for (const [version, copy] of versions.entries()) {
    const { cast, hasRoom } = trySize(setter, request, { copy, version, size })
    if (cast.over > 0 || !hasRoom) continue
    const exactly = order.lines === null ? undefined : Math.min(order.lines, cast.most)
    if (exactly === undefined || leavesRoom(request, size, exactly)) {
      return { copy, version, size, lines: exactly, bust: null }
    }
  }
  return null
}

/** The most lines that an order allows. */
function linesOf({ lines, size }: HeadOrder): number {
  return lines ?? (size === null ? AUTO_LINES : Infinity)
}

function trySize(setter: Setter, request: HeadlineRequest, of: Pick<Try, 'copy' | 'version' | 'size'>): Try {
  const { style, measure, language, order } = request
  const cast = setter.castOff({ ...of, style, measure, language, lines: linesOf(order) })
  return { ...of, lines: undefined, cast, hasRoom: cast.lines !== null && leavesRoom(request, of.size, cast.lines) }
}

function leavesRoom(request: HeadlineRequest, size: Pt, lines: number): boolean {
  return blockDepth({ ...request, size }, lines) <= request.room - LEAST_BODY
}

/**
 * The largest size of the schedule that sets a version in exactly the lines asked for. At the schedule's largest size a head
 * too short for its lines takes fewer; so does one that gives way to text.
 */
function trySchedule(setter: Setter, request: HeadlineRequest, of: Pick<Try, 'copy' | 'version'>): Try {
  const asked = request.order.lines
  let isNextTooWide = false
  for (const size of [...request.schedule].reverse()) {
    const attempt = trySize(setter, request, { ...of, size })
    const { lines, most, over } = attempt.cast
    if (over === 0) {
      // A long word can keep a head from two lines at one size and let it into one line at the next: it was to have two.
      const exactly = asked !== null && isNextTooWide ? Math.min(asked, most) : lines!
      if (exactly > lines! && leavesRoom(request, size, exactly)) return { ...attempt, lines: exactly }
      if (attempt.hasRoom) return attempt
    }
    isNextTooWide = over > 0
  }
  return trySize(setter, request, { ...of, size: request.schedule[0]! })
}

function largest(tries: readonly Try[]): Try | undefined {
  return tries.reduce<Try | undefined>((best, one) => (best && best.size >= one.size ? best : one), undefined)
}

function leastOver(tries: readonly Try[]): Try | undefined {
  return tries.reduce<Try | undefined>((best, one) => (best && best.cast.over <= one.cast.over ? best : one), undefined)
}

function bustOf(setter: Setter, request: HeadlineRequest, best: Try): Bust {
  const { order, versions } = request
  const { cast, size } = best
  const asked = linesOf(order)
  // Rounded up: a head that busts at all busts by a tenth.
  const over = `busts by ${(Math.ceil(cast.over * 10 - 1e-6) / 10).toFixed(1)} characters at ${size} pt`
  const subject = versions.length > 1 ? `no version of the head sets; “${textOf(best.copy)}”` : 'the head'
  const message =
    cast.over === Infinity
      ? `${subject} has more line breaks of its own than its ${countLines(asked)}`
      : cast.lines === null
        ? `${subject} ${over}: a word is wider than its measure`
        : `${subject} ${over}: it takes ${countLines(cast.lines)}, not ${asked}`
  const smaller = order.size === null ? null : smallerSize(setter, request, best)
  const hint = cast.over === Infinity ? 'take out its line breaks' : 'a shorter head, or more columns'
  return { message, hint: smaller === null ? hint : `it sets at ${smaller} pt; or ${hint}` }
}

/** The largest size of the schedule under the one asked for that sets the head in its lines. */
function smallerSize(setter: Setter, request: HeadlineRequest, { copy, version, size }: Try): Pt | null {
  const smaller = request.schedule.filter((one) => one < size).reverse()
  return smaller.find((one) => trySize(setter, request, { copy, version, size: one }).cast.over === 0) ?? null
}

function countLines(lines: number): string {
  return lines === 1 ? 'one line' : `${lines} lines`
}

/** A head as it reads. */
export function textOf(copy: Copy): string {
  return copy.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
}
