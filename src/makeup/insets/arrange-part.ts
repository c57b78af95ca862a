import type { Finding, GridLines, Pt } from '../../base/index.js'
import type { Article, Inset } from '../../edition/index.js'
import type { Outline } from '../../pictures/index.js'
import type { TypeStyles } from '../../stylebook/index.js'
import type { Cells } from '../page-frame.js'
import type { Desk } from '../prepare-parts.js'
import type { SetHead } from '../set-head.js'
import { type Arrangement, standAmong, standOverHead, standsOverHead } from './arrange-insets.js'
import { columnsOf } from './breadth.js'
import { type ShapeOf, shapesOf } from './part-shape.js'
import { type InsetContext, setInset } from './set-inset.js'
import type { StoodInset } from './stand-insets.js'
import type { Span } from './stretches.js'

/** A placement of an article whose head and insets are to find their places. */
export interface PartToArrange {
  readonly article: Article
  readonly insets: readonly Inset[]
  readonly inside: Cells
  /** How many legs it has, and the white between them. */
  readonly legs: number
  readonly gutter: Pt
  readonly leading: Pt
  readonly styles: TypeStyles
  /** From where to where the head reaches. */
  readonly headSpan: Span
  /** Sets the head in so many grid lines. */
  readonly setHead: (room: GridLines) => SetHead
  readonly measureSidebar: InsetContext['measureSidebar']
  /** Lines beside the article's drop capital; 0 where there is none. */
  readonly dropCap: GridLines
}

/** A placement of which head, insets and legs have their places. */
export interface ArrangedPart {
  readonly head: SetHead
  /** The grid line on which the head begins. */
  readonly headLine: GridLines
  readonly shape: ShapeOf
  readonly left: readonly Inset[]
  readonly findings: readonly Finding[]
}

/** Sets the head and the insets of a placement: those that stand over the head, the head under them, then the others in the order written. */
export function arrangePart(desk: Desk, part: PartToArrange): ArrangedPart {
  const { inside, legs, gutter, headSpan, insets, setHead, styles } = part
  const { first, last } = inside
  const { runaround } = desk.edition.stylebook
  const context: InsetContext = { ...part, desk, language: part.article.language }
  const columns = columnsOf(inside, { legs, gutter })
  const arrangement: Arrangement = {
    columns,
    first,
    last,
    head: headSpan,
    gap: runaround.gap,
    set: (inset, opening) => setInset(inset, opening, context),
  }
  const freely = setHead(last - first + 1)
  const isOver = (inset: Inset): boolean => freely.depth > 0 && standsOverHead(inset, arrangement)
  const over = standOverHead(insets.filter(isOver), arrangement, freely.depth)
  const headLine = Math.max(first, ...over.stood.map(({ line, set }) => line + set.depth))
  const head = headLine === first ? freely : setHead(last - headLine + 1)
  const headFoot = head.depth > 0 ? headLine + head.depth - 1 : headLine - 1
  const among = standAmong(
    insets.filter((inset) => !isOver(inset)),
    arrangement,
    { headFoot, stood: over.stood },
  )
  const left = [...over.left, ...among.left]
  return {
    head,
    headLine,
    shape: shapesOf({
      columns,
      floor: { first, last, columns, head: { ...headSpan, foot: headFoot } },
      stood: among.stood,
      fixed: over.stood.length,
      least: runaround.least * styles.body.size,
      // A tail can hang into one line more.
      level: part.dropCap > 0 ? part.dropCap + 1 : 0,
      leading: part.leading,
      size: styles.body.size,
      outline: (stood) => outlineFor(desk, stood),
    }),
    left,
    findings: [...left.map((inset) => noRoom(inset, part.article)), ...among.stood.flatMap(findingsOf)],
  }
}

function findingsOf({ set }: StoodInset): readonly Finding[] {
  return set.kind === 'picture' ? set.set.findings : []
}

/** The outline of a picture round which text is to run; null where it runs round its rectangle, or where no outline is known. */
function outlineFor({ pictures }: Desk, { inset }: StoodInset): Outline | null {
  if (inset.kind !== 'picture' || inset.runaround === 'box') return null
  return pictures.get(inset.picture.file)?.outline ?? null
}

/** An editor must know what the reader will not see. */
function noRoom(inset: Inset, { id }: Article): Finding {
  return {
    code: 'inset-no-room',
    message: `${id}: there is no room for ${nameOf(inset)}; it is left out`,
    place: inset.place,
    hint: 'make it smaller, move it, or give the article more room',
  }
}

/** An inset in an editor's words. */
export function nameOf(inset: Inset): string {
  switch (inset.kind) {
    case 'picture':
      return `the picture ${inset.picture.name}`
    case 'quote':
      return `the pull quote “${firstWords(inset.quote.copy)}”`
    case 'sidebar':
      return `the sidebar ${inset.article}`
  }
}

/** Words by which a quote is known again. */
const FIRST_WORDS = 4

function firstWords(copy: Extract<Inset, { kind: 'quote' }>['quote']['copy']): string {
  const words = copy.flatMap((inline) => (inline.kind === 'text' ? inline.text.split(/\s+/).filter(Boolean) : []))
  return words.slice(0, FIRST_WORDS).join(' ') + (words.length > FIRST_WORDS ? ' …' : '')
}
