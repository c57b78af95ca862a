import type { Enclosure, Fragment, Unit } from '../typeset/index.js'
import { type OpenElement, type PagedLine, tagText } from './tag-text.js'
import { element, type Tagging } from './tagging.js'

/** How an article's text is tagged. */
export interface TextTreeOptions {
  readonly tagging: Tagging
  /** The level of its crossheads. */
  readonly crossheads: 1 | 2
}

/** Tags an article's text, unit by unit: the lines of one are one paragraph, over however many legs and pages. */
export class TextTree {
  private readonly opened = new Map<Enclosure, OpenElement>()
  private unit: Unit | null = null
  private lines: PagedLine[] = []

  constructor(
    private readonly article: OpenElement,
    private readonly options: TextTreeOptions,
  ) {}

  /** Takes the next lines of the text. What stands again, a table's head over a row that goes on, has been read: it parts nothing. */
  take(lines: readonly PagedLine[]): void {
    for (const line of lines) {
      const { unit } = line.placed
      if (!unit) continue
      if (unit !== this.unit) this.finish()
      this.unit = unit
      this.lines.push(line)
    }
  }

  /** Ends the unit that is being taken. */
  finish(): void {
    const { unit, lines } = this
    this.lines = []
    if (unit && lines.length > 0) this.tagUnit(unit, lines)
  }

  private tagUnit(unit: Unit, lines: readonly PagedLine[]): void {
    const { tagging, crossheads } = this.options
    const parent = this.parentOf(unit, lines)
    if (unit.role === 'table') return this.tagRow(unit, { table: parent, lines })
    const made = element(unit.role === 'crosshead' ? { kind: 'head', level: crossheads } : { kind: 'paragraph' })
    tagText(made, { lines, linked: unit.links }, tagging)
    parent.kids.push(made)
  }

  /** The element in which a unit stands, with the markers that stand before it. */
  private parentOf({ within }: Unit, lines: readonly PagedLine[]): OpenElement {
    let parent = this.article
    let level = 0
    for (const enclosure of within) {
      let own = this.opened.get(enclosure)
      if (!own) {
        own = element(enclosure.kind === 'item' ? { kind: 'item-body' } : enclosure)
        parent.kids.push(enclosure.kind === 'item' ? this.itemOf(own, lines, level) : own)
        this.opened.set(enclosure, own)
      }
      if (enclosure.kind === 'item') level++
      parent = own
    }
    return parent
  }

  private itemOf(body: OpenElement, lines: readonly PagedLine[], level: number): OpenElement {
    const marker = element({ kind: 'marker' })
    const take = ({ part }: Fragment): boolean => part?.kind === 'marker' && part.level === level
    tagText(marker, { lines, take }, this.options.tagging)
    return element({ kind: 'item' }, marker.kids.length > 0 ? [marker, body] : [body])
  }

  private tagRow(
    { within, links }: Unit,
    { table, lines }: { readonly table: OpenElement; readonly lines: readonly PagedLine[] },
  ): void {
    const said = within.at(-1)
    if (said?.kind !== 'table') throw new Error('a row that stands in no table')
    const isHead = said.hasHead && table.kids.length === 0
    const row = element({ kind: 'row' })
    let before = 0
    for (let column = 0; column < said.columns; column++) {
      const cell = element({ kind: isHead ? 'column-head' : 'cell' })
      const take = ({ part }: Fragment): boolean => part?.kind === 'cell' && part.column === column
      const own = links.map((link) => ({ ...link, from: link.from - before, to: link.to - before }))
      tagText(cell, { lines, take, linked: own }, this.options.tagging)
      before += lettersOf(lines, take)
      row.kids.push(cell)
    }
    table.kids.push(row)
  }
}

/** Letters of the text of lines, as `LinkedText` counts them. */
function lettersOf(lines: readonly PagedLine[], take: (fragment: Fragment) => boolean): number {
  const own = lines.flatMap(({ placed }) => placed.line.fragments.filter((one) => one.role === 'text' && take(one)))
  return own.reduce((sum, { run }) => sum + run.text.length, 0)
}
