import { formatMm, formatSize, type GridRect, type Pt } from '../base/index.js'
import {
  type FurnitureMark,
  inReadingOrder,
  type Leg,
  type MadeUpPage,
  type MadeUpPicture,
  type MadeUpPlacement,
  type MadeUpRefs,
  type PlacedAdvert,
  type PlacedInset,
  type PlacedLine,
  type PlacedPicture,
} from '../makeup/index.js'
import type { SetLine } from '../typeset/index.js'

/**
 * The text proof: every page in plain words, for tests that compare whole editions and for people who compare two
 * of them. Lines of type bear the number of the grid line they stand on, with the remainder when they stand between two.
 */
export function proof(pages: readonly MadeUpPage[]): string {
  return pages.flatMap((page, index) => [...(index > 0 ? [''] : []), ...proofPage(page)]).join('\n') + '\n'
}

function proofPage(page: MadeUpPage): readonly string[] {
  const { number, format, grid, furniture, boxes, rules, adverts, pictures, placements, refs } = page
  return [
    `page ${number} · ${format.name} · ${grid.columns} columns of ${format.lines} lines`,
    ...furniture.map((mark) => `  ${proofFurniture(mark, page)}`),
    ...(boxes.length > 0 ? [`  boxes: ${boxes.length}`] : []),
    ...(rules.length > 0 ? [`  rules: ${rules.length}`] : []),
    ...adverts.map(proofAdvert),
    ...inReadingOrder<MadeUpPlacement | MadeUpRefs | MadeUpPicture>([...placements, ...refs, ...pictures]).flatMap(
      (one) => {
        if ('picture' in one) return proofLonePicture(one, page)
        return 'look' in one ? proofRefs(one, page) : proofPlacement(one, page)
      },
    ),
  ]
}

function proofAdvert({ advert, slot, grid, rect }: PlacedAdvert): string {
  const at = `from ${formatMm(rect.x)}, ${formatMm(rect.y)}`
  return `  advert ${advert.id} in ${slot} · ${cellsOf(grid)} · ${formatSize(rect)} ${at}`
}

function cellsOf({ col, span, line, depth }: GridRect): string {
  return `col ${col}+${span}, line ${line}+${depth}`
}

function proofFurniture(mark: FurnitureMark, page: MadeUpPage): string {
  switch (mark.kind) {
    case 'line':
      return `furniture ${proofLine(mark, page)}`
    case 'rule':
      return `furniture rule ${[mark.x1, mark.y1, mark.x2, mark.y2].map(round).join(' ')}`
    case 'panel':
      return `furniture panel ${[mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height].map(round).join(' ')}`
    case 'qr':
      return `furniture qr ${[mark.rect.x, mark.rect.y, mark.rect.width].map(round).join(' ')} ${mark.text}`
    case 'image':
      return `furniture image ${[mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height].map(round).join(' ')}`
  }
}

function proofPlacement(placement: MadeUpPlacement, page: MadeUpPage): readonly string[] {
  const { id, part, slot, grid, box, head, legs, jumpOn, insets, oversetMark } = placement
  return [
    '',
    `  ${id} · ${part} in ${slot} · ${cellsOf(grid)}${box ? ` · box ${box.name}` : ''}`,
    ...head.map((line) => proofSized(line, page)),
    ...legs.flatMap((leg) => proofLeg(leg, page)),
    ...jumpOn.map((line) => `    ${line.role} ${proofLine(line, page)}`),
    ...insets.flatMap((inset) => proofInset(inset, page)),
    ...(oversetMark ? ['    OVERSET'] : []),
  ]
}

function proofLonePicture({ slot, grid, box, picture }: MadeUpPicture, page: MadeUpPage): readonly string[] {
  const [first, ...lines] = proofInset(picture, page)
  return ['', `  ${first!.trim()} in ${slot} · ${cellsOf(grid)}${box ? ` · box ${box.name}` : ''}`, ...lines]
}

/** What stands among text: where, what is seen of a picture, and its words. */
function proofInset(inset: PlacedInset, page: MadeUpPage): readonly string[] {
  const { rect, panel, lines } = inset
  const at = `${formatSize(rect)} from ${formatMm(rect.x)}, ${formatMm(rect.y)}`
  const marks = [
    ...(inset.kind === 'picture' ? windowOf(inset) : []),
    ...(panel ? ['panel'] : []),
    ...(inset.kind === 'quote' && inset.rules.length > 0 ? [`${inset.rules.length} rules`] : []),
  ]
  const name = inset.kind === 'picture' ? `picture ${inset.picture.name}` : 'pull quote'
  return [`    ${[name, at, ...marks].join(' · ')}`, ...lines.map((line) => proofSized(line, page))]
}

function windowOf({ window, keyline }: PlacedPicture): readonly string[] {
  const { x, y, width, height } = window
  const [left, right, top, foot] = [x, x + width, y, y + height].map((share) => Math.round(share * 1000) / 10)
  const isWhole = width === 1 && height === 1
  return [
    ...(isWhole ? [] : [`seen ${left}–${right} % across, ${top}–${foot} % down`]),
    ...(keyline ? ['keyline'] : []),
  ]
}

function proofRefs(refs: MadeUpRefs, page: MadeUpPage): readonly string[] {
  const { look, slot, grid, box, head, legs, rules, oversetMark } = refs
  return [
    '',
    `  ${look} in ${slot} · ${cellsOf(grid)}${box ? ` · box ${box.name}` : ''}${rules.length > 0 ? `, ${rules.length} rules` : ''}`,
    ...head.map((line) => proofSized(line, page)),
    ...legs.flatMap((lines, index) => [`    leg ${index + 1}`, ...lines.map((line) => `  ${proofSized(line, page)}`)]),
    ...(oversetMark ? ['    OVERSET'] : []),
  ]
}

/** A line with its role and its size. */
function proofSized(line: PlacedLine, page: MadeUpPage): string {
  return `    ${line.role} ${sizeOf(line.line)} ${proofLine(line, page)}`
}

function proofLeg(leg: Leg, page: MadeUpPage): readonly string[] {
  const short = leg.shortForKeep > 0 ? `, ${leg.shortForKeep} white for a keep` : ''
  const rules = leg.rules.length > 0 ? `, ${leg.rules.length} rules` : ''
  return [
    `    leg ${leg.leg} · from line ${leg.line}, ${leg.used} of ${leg.depth}${short}${rules}`,
    ...leg.lines.map((line) => `      ${proofLine(line, page)}${line.role === 'paragraph' ? '' : ` · ${line.role}`}`),
  ]
}

/** `  12 │ the text of the line`. */
function proofLine({ line, baseline }: PlacedLine, { typeArea, grid }: MadeUpPage): string {
  const lines = Math.round(((baseline - typeArea.y) / grid.leading) * 100) / 100
  return `${String(lines).padStart(5)} │ ${textOf(line)}`
}

/** A line as it reads: its words with single spaces, a hyphen that the setter put in as `‧`. */
export function textOf({ fragments }: SetLine): string {
  return fragments
    .map(({ role, run }) => (role === 'soft-hyphen' ? '‧' : role === 'space' ? ' ' : run.text))
    .join('')
    .trim()
}

function sizeOf({ fragments }: SetLine): string {
  return `${round(Math.max(0, ...fragments.map((fragment) => fragment.size)))} pt`
}

function round(length: Pt): number {
  return Math.round(length * 100) / 100
}
