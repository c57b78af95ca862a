import type { GridLines } from '../base/index.js'
import type { Article, Block, Copy } from '../edition/index.js'
import type { TextStyle, TypeStyles } from '../stylebook/index.js'
import { linksOf } from './linked-text.js'
import { wordsOf } from './read-copy.js'
import type { Enclosure, Unit, UnitRole } from './types.js'

/** A table's copy, shared by the units of its rows. */
export interface TableCopy {
  readonly align: readonly ('left' | 'right' | 'centre')[]
  /** The head first, if it has one. */
  readonly rows: readonly (readonly Copy[])[]
  readonly hasHead: boolean
}

/** What stands before a list item; hangs in the white at its left. */
export interface Marker {
  readonly text: string
  /** All markers of its list, so that their texts align. */
  readonly widest: string
}

/** What a unit holds. */
export type UnitContent =
  | { readonly kind: 'copy'; readonly copy: Copy }
  | { readonly kind: 'row'; readonly table: TableCopy; readonly row: number }
  | { readonly kind: 'rule' }

/** A unit before it is set. */
export interface FlatUnit {
  readonly unit: Unit
  readonly content: UnitContent
  /** Whether its first line is indented by the style's indent. */
  readonly indented: boolean
  /** Set in by so many em of its own size at the left, and at the right. */
  readonly insetLeft: number
  readonly insetRight: number
  /** Lists it stands in, outermost first: each sets it in by its marker; the last may have a marker to show. */
  readonly lists: readonly ListLevel[]
}

/** A list around a unit. */
export interface ListLevel {
  readonly marker: Marker
  /** Whether the marker stands before this unit; the item's further paragraphs only align with it. */
  readonly shown: boolean
}

/** A quotation is set in by so much on either side. */
const QUOTATION_EM = 1

/** Flattens an article's body into units, in reading order. */
export function flattenArticle(article: Article, styles: TypeStyles): readonly FlatUnit[] {
  const flattener = new Flattener(styles)
  const around = { role: 'paragraph', style: styles.body, insetLeft: 0, insetRight: 0, lists: [], within: [] } as const
  flattener.blocks(article.body, around)
  return flattener.units
}

/** Where in the body blocks stand. */
interface Surroundings {
  readonly role: 'paragraph' | 'quotation' | 'list'
  readonly style: TextStyle
  readonly insetLeft: number
  readonly insetRight: number
  readonly lists: readonly ListLevel[]
  readonly within: readonly Enclosure[]
}

class Flattener {
  readonly units: FlatUnit[] = []
  /** Whether a paragraph here follows another: then it is indented. */
  private followsText = false

  constructor(private readonly styles: TypeStyles) {}

  blocks(blocks: readonly Block[], around: Surroundings): void {
    for (const block of blocks) this.block(block, around)
  }

  private block(block: Block, around: Surroundings): void {
    switch (block.kind) {
      case 'paragraph':
        this.paragraph(block.copy, around)
        break
      case 'crosshead':
        this.add('crosshead', this.styles.crosshead, { kind: 'copy', copy: block.copy }, around, false)
        this.followsText = false
        break
      case 'signature':
        // A letter ends here: what follows is another.
        this.keepWithNext(this.units.length - 1)
        this.add('signature', this.styles.signature, { kind: 'copy', copy: block.copy }, around, false)
        this.followsText = false
        break
      case 'quotation':
        this.quotation(block.blocks, around)
        break
      case 'list':
        this.list(block, around)
        break
      case 'table':
        this.table(block, around)
        break
      case 'thematic-break':
        this.add('rule', around.style, { kind: 'rule' }, around, false)
        this.followsText = false
        break
    }
  }

  private paragraph(copy: Copy, around: Surroundings): void {
    const indented = this.followsText && around.role !== 'list'
    this.add(around.role, around.style, { kind: 'copy', copy }, around, indented)
    this.followsText = true
  }

  private quotation(blocks: readonly Block[], around: Surroundings): void {
    const style = this.styles.quotation
    this.framed(style, () => {
      this.followsText = false
      const insetLeft = around.insetLeft + QUOTATION_EM
      const insetRight = around.insetRight + QUOTATION_EM
      const within = [...around.within, { kind: 'quotation' } as const]
      this.blocks(blocks, { ...around, role: 'quotation', style, insetLeft, insetRight, within })
    })
    this.followsText = true
  }

  private list(block: Block & { kind: 'list' }, around: Surroundings): void {
    const style = around.role === 'quotation' ? around.style : this.styles.list
    const marks = block.items.map((_, i) => (block.ordered ? `${block.start + i}.` : '–'))
    const widest = marks.reduce((a, b) => (b.length > a.length ? b : a), '')
    const list: Enclosure = { kind: 'list', ordered: block.ordered }
    this.framed(style, () => {
      block.items.forEach((item, i) => {
        const within = [...around.within, list, { kind: 'item' } as const]
        const first = this.units.length
        const level = (shown: boolean): ListLevel => ({ marker: { text: marks[i]!, widest }, shown })
        for (const inner of item) {
          // The marker stands before the item's first unit, beside the markers of the lists around it where those begin too.
          const isFirst = this.units.length === first
          const outer = i === 0 && isFirst ? around.lists : around.lists.map(hide)
          this.block(inner, { ...around, role: 'list', style, lists: [...outer, level(isFirst)], within })
        }
      })
    })
    this.followsText = true
  }

  private table(block: Block & { kind: 'table' }, around: Surroundings): void {
    const hasHead = block.head.some((cell) => wordsOf(cell).length > 0)
    const rows = hasHead ? [block.head, ...block.rows] : block.rows
    const table: TableCopy = { align: block.align, rows, hasHead }
    const within: readonly Enclosure[] = [...around.within, { kind: 'table', columns: block.align.length, hasHead }]
    this.framed(this.styles.table, () => {
      rows.forEach((_, row) => {
        const isHead = hasHead && row === 0
        const style = isHead ? this.styles['table-head'] : this.styles.table
        this.add('table', style, { kind: 'row', table, row }, { ...around, within }, false)
        const index = this.units.length - 1
        if (isHead) this.keepWithNext(index)
        else if (hasHead) this.repeatAbove(index, index - row)
      })
    })
    this.followsText = true
  }

  /** White before and after goes round a list, a quotation or a table as a whole. */
  private framed(style: TextStyle, fill: () => void): void {
    const first = this.units.length
    fill()
    if (this.units.length === first) return
    this.raise(first, { before: style.before, after: 0 })
    this.raise(this.units.length - 1, { before: 0, after: style.after })
  }

  private keepWithNext(index: number): void {
    const flat = this.units[index]
    if (flat) this.units[index] = { ...flat, unit: { ...flat.unit, withNext: true } }
  }

  private repeatAbove(index: number, repeats: number): void {
    const flat = this.units[index]!
    this.units[index] = { ...flat, unit: { ...flat.unit, repeats } }
  }

  private raise(index: number, white: { readonly before: GridLines; readonly after: GridLines }): void {
    const flat = this.units[index]!
    const before = Math.max(flat.unit.before, white.before)
    const after = Math.max(flat.unit.after, white.after)
    this.units[index] = { ...flat, unit: { ...flat.unit, before, after } }
  }

  private add(role: UnitRole, style: TextStyle, content: UnitContent, around: Surroundings, indented: boolean): void {
    const { insetLeft, insetRight, lists, within } = around
    const framed = role === 'list' || role === 'quotation' || role === 'table'
    const unit: Unit = {
      index: this.units.length,
      role,
      style,
      before: framed || role === 'rule' ? 0 : style.before,
      after: framed || role === 'rule' ? 0 : style.after,
      words: countWords(content),
      within,
      links: linksOf(copiesOf(content)),
    }
    this.units.push({ unit, content, indented, insetLeft, insetRight, lists })
  }
}

function hide({ marker }: ListLevel): ListLevel {
  return { marker, shown: false }
}

function countWords(content: UnitContent): number {
  return copiesOf(content).reduce((sum, copy) => sum + wordsOf(copy).length, 0)
}

function copiesOf(content: UnitContent): readonly Copy[] {
  if (content.kind === 'rule') return []
  return content.kind === 'copy' ? [content.copy] : content.table.rows[content.row]!
}
