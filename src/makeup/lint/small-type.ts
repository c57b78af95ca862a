import { formatPt, type Pt, type Rect } from '../../base/index.js'
import type { Colour } from '../../stylebook/index.js'
import type { MadeUpPage, PlacedLine, PlacedPanel } from '../types.js'
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

/** One fault for each placement, with its smallest line, and one for each line of furniture. */
function smallTypeOn(linted: LintedPage, asked: SmallType): readonly Fault[] {
  const { page } = linted
  const look = (line: PlacedLine, grounds: readonly PlacedPanel[]): SmallLine | null =>
    smallLine(line, grounds, { linted, asked })
  const ofFurniture = page.furniture.flatMap((mark, index) => {
    const small = mark.kind === 'line' && look(mark, panelsOf(page.furniture.slice(0, index)))
    if (!small) return []
    return [{ slots: [], at: sayRect(small.rect), says: `“${textOf(mark)}”, ${small.says}`, hint: asked.hint }]
  })
  const grounds = [...panelsOf(page.furniture), ...page.boxes]
  const ofCopy = page.placements.flatMap(({ id, slot, grid, head, legs, jumpOn, insets }) => {
    const lines = [...head, ...legs.flatMap((leg) => leg.lines), ...jumpOn, ...insets.flatMap((inset) => inset.lines)]
    const under = [...grounds, ...insets.flatMap(({ panel }) => panel ?? [])]
    const [smallest] = lines.flatMap((line) => look(line, under) ?? []).sort((a, b) => a.size - b.size)
    if (!smallest) return []
    return [
      { slots: [slot], at: sayCells(grid), says: `${smallest.role} of ${id}, ${smallest.says}`, hint: asked.hint },
    ]
  })
  return [...ofFurniture, ...ofCopy]
}

function panelsOf(marks: MadeUpPage['furniture']): readonly PlacedPanel[] {
  return marks.filter((mark) => mark.kind === 'panel')
}

/** A line that is small and stands on a dark ground. */
interface SmallLine {
  readonly size: Pt
  readonly role: PlacedLine['role']
  readonly rect: Rect
  readonly says: string
}

function smallLine(
  { line, x, baseline, role }: PlacedLine,
  grounds: readonly PlacedPanel[],
  { linted: { colours }, asked }: { readonly linted: LintedPage; readonly asked: SmallType },
): SmallLine | null {
  const main = mainFragment(line)
  if (!main || main.size >= asked.number) return null
  const left = x + main.x
  const ground = grounds.findLast(({ fill, rect }) => fill !== null && holds(rect, left, baseline - main.size / 4))
  const dark = ground ? darknessOf(colours.get(ground.fill!)) : 0
  const isLighter = darknessOf(colours.get(main.colour)) < dark
  if (dark <= DARK || isLighter !== asked.isLighter) return null
  const last = line.fragments.at(-1)!
  const rect = {
    x: left,
    y: baseline - line.ascent,
    width: x + last.x + last.width - left,
    height: line.ascent + line.descent,
  }
  const says = `${formatPt(main.size)}, stands ${isLighter ? 'light ' : ''}on a ground of ${Math.round(100 * dark)} %`
  return { size: main.size, role, rect, says }
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
