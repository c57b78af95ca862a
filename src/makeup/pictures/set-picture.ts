import type { Finding, GridLines, Pt, Rect } from '../../base/index.js'
import type { PlacedPictureOrder } from '../../edition/index.js'
import type { CaptionPlace, Stylebook, TextStyle, TypeStyles } from '../../stylebook/index.js'
import type { Desk } from '../prepare-parts.js'
import { capHeightOf, capTop } from '../set-block.js'
import type { PlacedPanel, PlacedPicture } from '../types.js'
import { cropPicture, type Size } from './crop-picture.js'
import { type SetWords, setWords, type WordsLine } from './set-words.js'

/** A picture to be set, and the room that it has. */
export interface PictureRequest {
  readonly order: PlacedPictureOrder
  /** Of the upright picture, in its own units. */
  readonly size: Size
  readonly styles: TypeStyles
  readonly language: string
  readonly measure: Pt
  /** Grid lines with caption and white, all in; null for as many as its shape asks for. */
  readonly depth: GridLines | null
  /** It never takes more. */
  readonly most: GridLines
  readonly leading: Pt
  /** Whether text stands right above it, and right below. */
  readonly edges: { readonly textAbove: boolean; readonly textBelow: boolean }
}

/** A picture, set; everything counted from the top left of its grid lines. */
export interface SetPicture {
  readonly depth: GridLines
  readonly rect: Rect
  /** The part of the upright picture that is seen, as shares of its width and depth. */
  readonly window: Rect
  readonly panel: PlacedPanel | null
  readonly lines: readonly WordsLine[]
  /** What an editor should know of it. */
  readonly findings: readonly Finding[]
}

/** White between text and a picture right below it, from its baseline, and as much above the capitals of text below it; in grid lines. */
const BESIDE_TEXT = 0.75
/** White between a picture and its caption: from the tops of the letters below it, and from the baseline above it; in grid lines. */
const OVER_CAPTION = 0.35
const UNDER_CAPTION = 0.55
/** White round the words on a picture, and what is seen of it round their panel; in grid lines. */
const IN_PANEL = 0.5
const ROUND_PANEL = 0.5
/** A picture is never less deep, whatever is ordered, in grid lines. */
const LEAST = 0.5

/** The room that a picture has within its grid lines: what is above it and below it is white or words. */
interface Margins {
  readonly above: Pt
  readonly below: Pt
}

/**
 * Sets a picture with its caption and credit: as deep as ordered, else as deep as its shape asks for, in whole grid lines. What
 * the frame has not in common with the picture's shape is cropped, away from the focus. A caption that would leave no room for the
 * picture is left out.
 */
export function setPicture(desk: Pick<Desk, 'edition' | 'setter'>, request: PictureRequest): SetPicture {
  const { order, leading } = request
  const { stylebook } = desk.edition
  const words = wordsOf(desk, request)
  const margins = marginsOf(request, words, words ? order.caption : 'none')
  const depth = depthOf(request, margins)
  const room = depth * leading - margins.above - margins.below
  if (words && room < (order.caption === 'over' ? overDepth(words, leading) : leading))
    return withoutWords(desk, request)
  const rect = { x: 0, y: margins.above, width: request.measure, height: Math.max(LEAST * leading, room) }
  const over = words && order.caption === 'over' ? layOver(words, { rect, leading, stylebook }) : null
  return {
    depth,
    rect,
    window: cropPicture(request.size, rect, order.focus),
    panel: over?.panel ?? null,
    lines: over?.lines ?? (words ? shift(words.lines, 0, topOfWords(request, words, depth)) : []),
    findings: [],
  }
}

/** The same picture in its place on the page, its top left at (x, y). */
export function placePicture(set: SetPicture, order: PlacedPictureOrder, { x, y }: { x: Pt; y: Pt }): PlacedPicture {
  const at = (rect: Rect): Rect => ({ ...rect, x: x + rect.x, y: y + rect.y })
  return {
    kind: 'picture',
    picture: order.picture,
    rect: at(set.rect),
    window: set.window,
    keyline: order.keyline,
    panel: set.panel && { ...set.panel, rect: at(set.panel.rect) },
    lines: shift(set.lines, x, y).map((line) => ({ kind: 'line', ...line })),
  }
}

function shift(lines: readonly WordsLine[], x: Pt, y: Pt): readonly WordsLine[] {
  return lines.map((line) => ({ ...line, x: x + line.x, baseline: y + line.baseline }))
}

function wordsOf({ edition, setter }: Pick<Desk, 'edition' | 'setter'>, request: PictureRequest): SetWords | null {
  const { order, styles, language, measure, leading } = request
  if (order.caption === 'none') return null
  const { caption, credit } = order.picture
  const options = { caption, credit, language, leading }
  if (order.caption !== 'over') return setWords(setter, { ...options, styles, measure })
  return setWords(setter, {
    ...options,
    styles: isDark(edition.stylebook) ? reversed(styles) : styles,
    measure: measure - 2 * (ROUND_PANEL + IN_PANEL) * leading,
  })
}

/** How far from the top and the foot of its grid lines a picture stands. */
function marginsOf({ leading, styles, edges }: PictureRequest, words: SetWords | null, caption: CaptionPlace): Margins {
  const { textAbove, textBelow } = edges
  const caps = capTop(leading, capHeightOf(styles.body.size))
  const plain = {
    above: textAbove ? BESIDE_TEXT * leading : caps,
    below: textBelow ? BESIDE_TEXT * leading - caps : 0,
  }
  const white = (isText: boolean): Pt => (isText ? leading : 0)
  if (words && caption === 'above') {
    return { ...plain, above: white(textAbove) + (words.depth + UNDER_CAPTION) * leading }
  }
  if (words && caption === 'below') {
    return { ...plain, below: white(textBelow) + words.depth * leading - (words.top - OVER_CAPTION * leading) }
  }
  return plain
}

/** The grid lines that it takes: as ordered, else nearest to its shape; more where its picture would vanish. */
function depthOf({ depth, most, size, measure, leading }: PictureRequest, { above, below }: Margins): GridLines {
  const asked = depth ?? Math.round(((measure * size.height) / size.width + above + below) / leading)
  const least = Math.ceil((above + below) / leading + LEAST)
  return Math.max(1, Math.min(depth ?? Math.max(asked, least), most))
}

/** Where the words begin: right above the foot, or right below the head, but for a line of white beside text. */
function topOfWords({ order, leading, edges }: PictureRequest, words: SetWords, depth: GridLines): Pt {
  const line = order.caption === 'above' ? (edges.textAbove ? 1 : 0) : depth - words.depth - (edges.textBelow ? 1 : 0)
  return line * leading
}

/** How much of a picture's depth words on it take, from the tops of their letters on, with their white and what is seen round it. */
function overDepth({ lines, top }: SetWords, leading: Pt): Pt {
  return lines.at(-1)!.baseline - top + 2 * (IN_PANEL + ROUND_PANEL) * leading
}

/** Words on the picture's foot; on a panel no wider than they are, when they have one. */
function layOver(
  words: SetWords,
  { rect, leading, stylebook }: { readonly rect: Rect; readonly leading: Pt; readonly stylebook: Stylebook },
): { readonly panel: PlacedPanel | null; readonly lines: readonly WordsLine[] } {
  const [padding, round] = [IN_PANEL * leading, ROUND_PANEL * leading]
  const height = overDepth(words, leading) - 2 * round
  const y = rect.y + rect.height - round - height
  const width = Math.max(...words.lines.map(endOf)) + 2 * padding
  const { panel: fill } = stylebook.pictures
  return {
    panel: fill === null ? null : { kind: 'panel', rect: { x: round, y, width, height }, fill, rule: null },
    lines: shift(words.lines, round + padding, y + padding - words.top),
  }
}

function endOf({ x, line }: WordsLine): Pt {
  const last = line.fragments.at(-1)
  return x + (last ? last.x + last.width : 0)
}

/** Whether words on a picture stand on a dark ground: on a panel darker than half, or on the picture itself. */
function isDark({ pictures, furniture }: Stylebook): boolean {
  const colour = pictures.panel === null ? undefined : furniture.colours.get(pictures.panel)
  if (!colour) return true
  const [red, green, blue] = colour.rgb
  // How light the parts of RGB are to the eye (ITU-R BT.709).
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 127.5
}

/** The styles of captions in white. A style that was reversed before gives the same one: what is set in it is remembered by it. */
function reversed(styles: TypeStyles): Pick<TypeStyles, 'caption' | 'credit' | 'body'> {
  return { ...styles, caption: inWhite(styles.caption), credit: inWhite(styles.credit) }
}

const WHITE = new WeakMap<TextStyle, TextStyle>()

function inWhite(style: TextStyle): TextStyle {
  const known = WHITE.get(style) ?? { ...style, colour: 'white' }
  WHITE.set(style, known)
  return known
}

/** The picture alone, where its words leave no room for it. */
function withoutWords(desk: Pick<Desk, 'edition' | 'setter'>, request: PictureRequest): SetPicture {
  const { order } = request
  const set = setPicture(desk, { ...request, order: { ...order, caption: 'none' } })
  const message = `the caption of ${order.picture.name} leaves no room for the picture; it is left out`
  const hint = 'give the picture more lines, or shorten the caption'
  return { ...set, findings: [{ code: 'caption-left-out', message, place: order.picture.place, hint }] }
}
