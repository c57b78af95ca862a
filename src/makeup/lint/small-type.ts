import { formatPt, type GridRect, type Pt, type Rect } from '../../base/index.js'
import type { Colour } from '../../stylebook/index.js'
import type { MadeUpPage, PlacedInset, PlacedLine, PlacedPanel } from '../types.js'
import { mainFragment } from './main-fragment.js'
import { sayCells, sayRect } from './say-where.js'
import type { Fault, LintedPage } from './types.js'

/** From here on a ground is no longer as good as white: a tint of a fifth. */
const DARK = 0.2

/** Type of less than `number` points that is lighter than the dark ground it stands on. */
export function reversedSmall(linted: LintedPage, number: number): readonly Fault[] {
  return smallTypeOn(linted, { number, isLighter: true, hint: 'set it larger, or on a light ground' })
}

/** Type of less than `number` points on a tint darker than a fifth. */
export function tintUnderSmall(linted: LintedPage, number: number): readonly Fault[] {
  return smallTypeOn(linted, { number, isLighter: false, hint: 'set it larger, or on a lighter tint' })
}

interface SmallType {
  readonly number: Pt
  /** Whether type lighter than its ground is meant, or darker. */
  readonly isLighter: boolean
  readonly hint: string
}

/** A ground under type: a panel, or a picture that has none under its words. */
interface Ground {
  readonly rect: Rect
  /** Null for a picture: nobody knows how dark it is there. */
  readonly fill: string | null
}

/** A line with what may lie under it, the lowest first. */
interface LaidLine {
  readonly line: PlacedLine
  readonly grounds: readonly Ground[]
}

/** Copy that is told of together. */
interface Piece {
  readonly slot: string
  readonly grid: GridRect
  /** What its lines belong to. */
  readonly of: string
  readonly lines: readonly LaidLine[]
}

/** One fault for each piece of copy, with its smallest line, and one for each line of furniture. */
function smallTypeOn(linted: LintedPage, asked: SmallType): readonly Fault[] {
  const { page } = linted
  const ofFurniture = page.furniture.flatMap((mark, index) => {
    if (mark.kind !== 'line') return []
    const small = smallLine({ line: mark, grounds: panelsOf(page.furniture.slice(0, index)) }, { linted, asked })
    if (!small) return []
    return [{ slots: [], at: sayRect(small.rect), says: `“${textOf(mark)}”, ${small.says}`, hint: asked.hint }]
  })
  const ofCopy = piecesOf(page).flatMap(({ slot, grid, of, lines }) => {
    const small = lines.flatMap((line) => smallLine(line, { linted, asked }) ?? [])
    const [smallest] = small.sort((a, b) => a.size - b.size)
    if (!smallest) return []
    return [
      { slots: [slot], at: sayCells(grid), says: `${smallest.role} of ${of}, ${smallest.says}`, hint: asked.hint },
    ]
  })
  return [...ofFurniture, ...ofCopy]
}

/** Stories, teasers, and pictures that stand alone. */
function piecesOf(page: MadeUpPage): readonly Piece[] {
  const grounds = filled([...panelsOf(page.furniture), ...page.boxes])
  const lay = (lines: readonly PlacedLine[], own: readonly Ground[]): readonly LaidLine[] =>
    lines.map((line) => ({ line, grounds: [...grounds, ...own] }))
  const stories = page.placements.map(({ id, slot, grid, head, legs, jumpOn, insets }) => {
    const text = [...head, ...legs.flatMap(({ lines }) => lines), ...jumpOn]
    return { slot, grid, of: id, lines: [...lay(text, []), ...insets.flatMap((one) => lay(one.lines, groundsOf(one)))] }
  })
  const refs = page.refs.map(({ slot, grid, head, legs }) => ({
    slot,
    grid,
    of: `the place ${slot}`,
    lines: lay([...head, ...legs.flat()], []),
  }))
  const alone = page.pictures.map(({ slot, grid, picture }) => ({
    slot,
    grid,
    of: `the picture ${picture.picture.name}`,
    lines: lay(picture.lines, groundsOf(picture)),
  }))
  return [...stories, ...refs, ...alone]
}

/** What an inset brings to stand under its own words. */
function groundsOf(inset: PlacedInset): readonly Ground[] {
  const picture = inset.kind === 'picture' ? [{ rect: inset.rect, fill: null }] : []
  return [...picture, ...filled(inset.panel ? [inset.panel] : [])]
}

function panelsOf(marks: MadeUpPage['furniture']): readonly Ground[] {
  return filled(marks.filter((mark) => mark.kind === 'panel'))
}

function filled(panels: readonly Pick<PlacedPanel, 'rect' | 'fill'>[]): readonly Ground[] {
  return panels.filter(({ fill }) => fill !== null)
}

/** A line that is small and stands on a dark ground. */
interface SmallLine {
  readonly size: Pt
  readonly role: PlacedLine['role']
  readonly rect: Rect
  readonly says: string
}

function smallLine(
  { line: { line, x, baseline, role }, grounds }: LaidLine,
  { linted: { colours }, asked }: { readonly linted: LintedPage; readonly asked: SmallType },
): SmallLine | null {
  const main = mainFragment(line)
  if (!main || main.size >= asked.number) return null
  const left = x + main.x
  const ground = grounds.findLast(({ rect }) => holds(rect, left, baseline - main.size / 4))
  const dark = ground ? darknessUnder(ground, colours) : 0
  const isLighter = darknessOf(colours.get(main.colour)) < dark
  if (dark <= DARK || isLighter !== asked.isLighter) return null
  const last = line.fragments.at(-1)!
  const rect = {
    x: left,
    y: baseline - line.ascent,
    width: x + last.x + last.width - left,
    height: line.ascent + line.descent,
  }
  const on = ground!.fill === null ? 'a picture' : `a ground of ${Math.round(100 * dark)} %`
  return { size: main.size, role, rect, says: `${formatPt(main.size)}, stands ${isLighter ? 'light ' : ''}on ${on}` }
}

/** A picture is as dark as it may be: words that stand right on one are set light. */
function darknessUnder({ fill }: Ground, colours: LintedPage['colours']): number {
  return fill === null ? 1 : darknessOf(colours.get(fill))
}

function holds({ x, y, width, height }: Rect, left: Pt, top: Pt): boolean {
  return left >= x && left <= x + width && top >= y && top <= y + height
}

/** How dark a colour is to the eye, from 0 to 1: one less its luma (ITU-R BT.601). A colour that is not known is black. */
function darknessOf(colour: Colour | undefined): number {
  const [red, green, blue] = colour?.rgb ?? [0, 0, 0]
  return 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

function textOf({ line }: PlacedLine): string {
  return line.fragments.map(({ run }) => run.text).join('')
}
