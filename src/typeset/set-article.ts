import { wholeFile, type GridLines, type Pt, type Report } from '../base/index.js'
import type { Article, Copy } from '../edition/index.js'
import type { TextStyle, TypeStyles } from '../stylebook/index.js'
import { breakDisplay } from './break-display.js'
import { breakCopy, makeBreakable, type BreakableCopy } from './break-copy.js'
import { newspaperCosts, raggedCosts, spaceGlue } from './demerits.js'
import { setDropCap, type DropCap } from './drop-cap.js'
import { flattenArticle, type FlatUnit, type TableCopy } from './flatten-article.js'
import { hangQuotes } from './hang-quotes.js'
import type { Hyphenator } from './hyphenate.js'
import { atLine, keyOfMeasures, roomOf, type Inset, type LineRoom } from './measures.js'
import { linesBeside, takeCapital } from './opening-capital.js'
import { wordsOf, type TypeOfMarks } from './read-copy.js'
import { readStyled } from './read-styled.js'
import type { RefinedCopy } from './refine-copy.js'
import { reportLines, reportMissing } from './report-lines.js'
import { setLines } from './set-lines.js'
import { columnWidths, setRow, whiteBetween, type TableRows } from './set-table.js'
import { cutSpans, type Spans } from './spans.js'
import { typesOfStyle, type OnSubstitute, type StyleContext } from './styles.js'
import type { Type, TypeCase } from './type-case.js'
import type { Fragment, GalleyItem, Measures, SetLine, SetUnit, Unit } from './types.js'

/** What the setting of an article needs. */
export interface ArticleContext {
  readonly article: Article
  readonly styles: TypeStyles
  readonly typeCase: TypeCase
  /** Null when there are no patterns for the article's language. */
  readonly hyphenator: Hyphenator | null
  /** The step of the baseline grid. */
  readonly leading: Pt
  readonly report: Report
  readonly onSubstitute: OnSubstitute
  /** Quotation marks hang no further outside their measure. */
  readonly mostHanging: Pt
}

/** How copy of one style is broken. */
type Setting = Omit<BreakableCopy, 'spans' | 'table'>

/** Ink of a line of text, from the tops of its capitals to the feet of its descenders, as a share of its size. */
const INK = 0.92

/** White between a marker and its text, in em. */
const MARKER_GAP = 0.4

/** The thickness of a thematic break's rule. */
const RULE_WEIGHT: Pt = 0.5

/** A drop capital takes no more of its measure than this. */
const MOST_BESIDE = 0.5

/** The opening of an article under a drop capital: the capital, and its paragraph without it. */
interface Opening {
  readonly cap: DropCap
  readonly flat: FlatUnit
  readonly rest: RefinedCopy
}

/** Sets an article, unit by unit; remembers all it has set. */
export class ArticleSetter {
  readonly units: readonly Unit[]
  private readonly flat: readonly FlatUnit[]
  private readonly types = new Map<string, TypeOfMarks>()
  private readonly settings = new Map<TextStyle, Setting>()
  private readonly spans = new Map<FlatUnit, Spans>()
  private readonly copies = new Map<FlatUnit, BreakableCopy>()
  private readonly openings = new Map<FlatUnit, Opening | null>()
  private readonly tables = new Map<TableCopy, TableRows>()
  private readonly widths = new Map<TableCopy, Map<Pt, readonly Pt[]>>()
  private readonly set: Map<string, SetUnit>[] = []
  private saidLanguage = false

  constructor(private readonly context: ArticleContext) {
    this.flat = flattenArticle(context.article, context.styles)
    this.units = this.flat.map(({ unit }) => unit)
  }

  /** A unit, or its first `words` words, in measures. */
  setUnit(index: number, measures: Measures, words: number | null): SetUnit {
    const flat = this.flat[index]
    if (!flat) throw new Error(`article ${this.context.article.id} has no unit ${index}`)
    const whole = words === null || words >= flat.unit.words
    const key = whole ? keyOfMeasures(measures) : `${words}:${keyOfMeasures(measures)}`
    const known = (this.set[index] ??= new Map())
    let set = known.get(key)
    if (!set) known.set(key, (set = this.setAnew(flat, measures, whole ? null : Math.max(1, words))))
    return set
  }

  /** Words of a unit as they are written. */
  words(index: number, from: number, count: number): string {
    const content = this.flat[index]?.content
    if (!content || content.kind === 'rule') return ''
    const copies = content.kind === 'copy' ? [content.copy] : content.table.rows[content.row]!
    return copies
      .flatMap((copy) => wordsOf(copy))
      .slice(from, from + count)
      .join(' ')
  }

  private setAnew(flat: FlatUnit, measures: Measures, words: number | null): SetUnit {
    const { unit, content } = flat
    if (content.kind === 'rule') {
      const rule = { weight: RULE_WEIGHT, colour: unit.style.colour }
      return { unit, items: [{ kind: 'rule', rule, measure: measures[0]!.width, depth: 1 }] }
    }
    const depth = this.depthOf(flat)
    const itemsOf = (lines: readonly SetLine[]): GalleyItem[] => lines.map((line) => ({ kind: 'line', line, depth }))
    if (content.kind === 'row') return { unit, items: itemsOf(this.setRow(flat, content, measures, words)) }
    const opening = this.openingOf(flat, content.copy)
    const opened = opening && this.setOpening(opening, measures, words)
    if (opened) return { unit, items: itemsOf(opened), together: opening.cap.lines }
    return { unit, items: itemsOf(this.setText(flat, content.copy, measures, words)) }
  }

  private depthOf({ unit }: FlatUnit): GridLines {
    return Math.max(1, Math.ceil((unit.style.size * INK) / this.context.leading - 0.001))
  }

  /** The drop capital of a unit, if it has one: of an article's first paragraph, as article or stylebook say. */
  private openingOf(flat: FlatUnit, copy: Copy): Opening | null {
    const known = this.openings.get(flat)
    if (known !== undefined) return known
    const { article, styles, typeCase, report } = this.context
    const { language } = article
    const lines = linesBeside(flat.unit, { article, styles })
    const opening = lines > 1 ? takeCapital(copy) : null
    let made: Opening | null = null
    if (opening) {
      // The whole is read for its findings; what is left of it has no others.
      this.spansOf(flat, copy)
      const pitch = this.depthOf(flat) * this.context.leading
      const text = this.plainType(flat)
      const cap = setDropCap({ opening, style: styles['drop-cap'], lines, pitch, text, typeCase, language, report })
      made = { cap, flat: { ...flat }, rest: opening.rest }
      this.spans.set(made.flat, this.read(made.flat, opening.rest, false))
    }
    this.openings.set(flat, made)
    return made
  }

  /** A paragraph beside its capital; null where there is no room for both, or fewer lines than the capital is deep. */
  private setOpening(
    { cap, flat, rest }: Opening,
    measures: Measures,
    words: number | null,
  ): readonly SetLine[] | null {
    const room = roomOf(measures, this.insetOf(flat))
    const taken = Math.max(...cap.beside)
    if (cap.beside.some((_, line) => taken > atLine(room.widths, line) * MOST_BESIDE)) return null
    const lines = this.setText(flat, rest, measures, words, cap)
    return lines.length < cap.lines ? null : [cap.open(lines[0]!), ...lines.slice(1)]
  }

  private setText(
    flat: FlatUnit,
    copy: RefinedCopy,
    measures: Measures,
    words: number | null,
    cap: DropCap | null = null,
  ): readonly SetLine[] {
    const type = this.plainType(flat)
    const breakable = this.breakable(flat, copy, words)
    const room = roomOf(measures, { ...this.insetOf(flat), beside: cap?.beside ?? [] })
    const { table, breaks } = this.breakText(flat, breakable, room)
    const { spans, glue, justified } = breakable
    const { align, stopSpace, hangQuotes: hangs } = flat.unit.style
    const lines = setLines({ spans, table, breaks, room, align, glue, stopSpace, type })
    const isShown = cap === null || lines.length >= cap.lines
    if (words === null && isShown && spans.kinds.length > 0) {
      reportLines({ spans, table, breaks, room, lines, justified }, this.context.report)
    }
    if (flat.lists.some(({ shown }) => shown)) return [this.withMarkers(flat, lines[0]!, room), ...lines.slice(1)]
    return hangs ? hangQuotes(lines, { align, most: this.context.mostHanging }) : lines
  }

  private breakText(
    flat: FlatUnit,
    copy: BreakableCopy,
    room: LineRoom,
  ): { readonly table: BreakableCopy['table']; readonly breaks: ArrayLike<number> } {
    if (flat.unit.role === 'crosshead' && !copy.justified && room.widths.length === 1) {
      const { language } = this.context.article
      const breaks = breakDisplay({ ...copy, language }, { measure: room.widths[0]! })
      if (breaks) return { table: copy.table, breaks }
    }
    const { breaking, table } = breakCopy(copy, room)
    return { table, breaks: breaking.breaks }
  }

  private breakable(flat: FlatUnit, copy: RefinedCopy, words: number | null): BreakableCopy {
    const { style } = flat.unit
    const known = words === null ? this.copies.get(flat) : undefined
    if (known) return known
    const whole = this.spansOf(flat, copy)
    const spans = words === null ? whole : cutSpans(whole, words)
    const made = makeBreakable(spans, this.settingOf(style))
    if (words === null) this.copies.set(flat, made)
    return made
  }

  private settingOf(style: TextStyle): Setting {
    let setting = this.settings.get(style)
    if (!setting) {
      const glue = spaceGlue(style.wordSpace)
      const justified = style.align === 'justify'
      setting = {
        costs: justified ? newspaperCosts(glue) : raggedCosts(),
        justified,
        glue: justified ? glue : { ...glue, stretch: 0, shrink: 0 },
        size: style.size,
        indent: style.indent,
      }
      this.settings.set(style, setting)
    }
    return setting
  }

  private spansOf(flat: FlatUnit, copy: RefinedCopy): Spans {
    let spans = this.spans.get(flat)
    if (!spans) {
      spans = this.read(flat, copy, false)
      reportMissing(spans, this.context.report)
      this.spans.set(flat, spans)
    }
    return spans
  }

  private read(flat: FlatUnit, copy: RefinedCopy, strong: boolean): Spans {
    const { typeCase } = this.context
    return readStyled(copy, { typeCase, context: this.styleContext(flat, strong), typeOf: this.typesOf(flat, strong) })
  }

  /** The types of a unit's text by its marks: the same for all units of a style. */
  private typesOf(flat: FlatUnit, strong: boolean): TypeOfMarks {
    const { unit } = flat
    const key = `${unit.style.name}|${unit.role === 'crosshead'}|${strong}`
    let types = this.types.get(key)
    if (!types) {
      const { typeCase, onSubstitute } = this.context
      this.types.set(key, (types = typesOfStyle(typeCase, this.styleContext(flat, strong), onSubstitute)))
    }
    return types
  }

  private styleContext({ unit }: FlatUnit, strong: boolean): StyleContext {
    const { article, styles, hyphenator } = this.context
    const divides = unit.style.hyphenate && unit.role !== 'crosshead'
    if (divides && !hyphenator) this.sayLanguage()
    const { style } = unit
    return {
      style,
      size: style.size,
      styles,
      language: article.language,
      hyphenator: divides ? hyphenator : null,
      strong,
    }
  }

  private sayLanguage(): void {
    if (this.saidLanguage) return
    this.saidLanguage = true
    const { article, report } = this.context
    report({
      code: 'language-unknown',
      message: `no hyphenation patterns for "${article.language}": words of this article are not divided`,
      place: wholeFile(article.file),
    })
  }

  /** The type of a unit's unmarked text. */
  private plainType(flat: FlatUnit): Type {
    return this.typesOf(flat, false)([], NO_INLINE)
  }

  private insetOf(flat: FlatUnit): Inset {
    const { size, indent } = flat.unit.style
    const markers = this.markerColumns(flat).reduce((sum, width) => sum + width, 0)
    return {
      left: flat.insetLeft * size + markers,
      right: flat.insetRight * size,
      indent: flat.indented ? indent : 0,
    }
  }

  /** The width that each list around a unit sets it in. */
  private markerColumns(flat: FlatUnit): readonly Pt[] {
    if (flat.lists.length === 0) return []
    const type = this.plainType(flat)
    return flat.lists.map(({ marker }) => type.word(marker.widest).width + MARKER_GAP * type.size)
  }

  /** The first line of a list item, its marker hung in the white at the left, flush against the text. */
  private withMarkers(flat: FlatUnit, line: SetLine, room: LineRoom): SetLine {
    const type = this.plainType(flat)
    const columns = this.markerColumns(flat)
    const wanted = columns.reduce((sum, width) => sum + width, 0) + flat.insetLeft * flat.unit.style.size
    // In a measure too narrow for its insets the markers move closer together, as the insets do.
    const scale = wanted > 0 ? room.lefts[0]! / wanted : 1
    const fragments: Fragment[] = []
    let right = flat.insetLeft * flat.unit.style.size * scale
    flat.lists.forEach(({ marker, shown }, level) => {
      right += columns[level]! * scale
      if (!shown) return
      const end = right - MARKER_GAP * type.size * scale
      const runs = type.word(marker.text).runs
      let x = end - runs.reduce((sum, run) => sum + type.widthOf(run), 0)
      const before = fragments.at(-1)
      if (before) fragments.push(whiteBetween(before.x + before.width, x, type))
      for (const run of runs) {
        const width = type.widthOf(run)
        fragments.push({
          role: 'text',
          run,
          size: type.size,
          x,
          width,
          rise: 0,
          tracking: type.tracking,
          scale: 1,
          colour: type.colour,
        })
        x += width
      }
    })
    const last = fragments.at(-1)!
    const first = line.fragments[0]
    if (first) fragments.push(whiteBetween(last.x + last.width, first.x, type))
    return { ...line, fragments: [...fragments, ...line.fragments] }
  }

  private setRow(
    flat: FlatUnit,
    { table, row }: { readonly table: TableCopy; readonly row: number },
    measures: Measures,
    words: number | null,
  ): readonly SetLine[] {
    const rows = this.tableRows(flat, table)
    const inset = this.insetOf(flat)
    const room = roomOf(measures, { ...inset, indent: 0 })
    const cells = words === null ? rows.rows[row]! : cutCells(rows.rows[row]!, words)
    // A row that runs on under a narrower measure is set in the narrowest it meets.
    let width = room.widths[0]!
    for (;;) {
      const lines = setRow(rows, cells, this.columnWidths(table, rows, width), [width])
      const narrowest = Math.min(...room.widths.slice(0, lines.length))
      if (narrowest < width - 0.001) {
        width = narrowest
        continue
      }
      return lines.map((line, i) => inMeasure(line, room, i))
    }
  }

  private tableRows(flat: FlatUnit, table: TableCopy): TableRows {
    let rows = this.tables.get(table)
    if (!rows) {
      const columns = Math.max(1, table.align.length, ...table.rows.map((row) => row.length))
      const align = Array.from({ length: columns }, (_, column) => table.align[column] ?? 'left')
      const read = table.rows.map((row, index) =>
        align.map((_, column) => this.read(flat, row[column] ?? [], table.hasHead && index === 0)),
      )
      for (const cell of read.flat()) reportMissing(cell, this.context.report)
      rows = { rows: read, align, type: this.plainType(flat), glue: spaceGlue(flat.unit.style.wordSpace) }
      this.tables.set(table, rows)
    }
    return rows
  }

  private columnWidths(table: TableCopy, rows: TableRows, measure: Pt): readonly Pt[] {
    let known = this.widths.get(table)
    if (!known) this.widths.set(table, (known = new Map()))
    let widths = known.get(measure)
    if (!widths) known.set(measure, (widths = columnWidths(rows, measure)))
    return widths
  }
}

/** The type of no text at all is asked for its metrics only. */
const NO_INLINE = { kind: 'text', text: '', marks: [], source: { placeOf: () => wholeFile('') } } as const

function cutCells(cells: readonly Spans[], words: number): readonly Spans[] {
  let left = words
  return cells.map((spans) => {
    const cut = cutSpans(spans, left)
    left = Math.max(0, left - spans.wordCount)
    return cut
  })
}

function inMeasure(line: SetLine, room: LineRoom, index: number): SetLine {
  const at = Math.min(index, room.measures.length - 1)
  const left = room.lefts[at]!
  const fragments = left === 0 ? line.fragments : line.fragments.map((one) => ({ ...one, x: one.x + left }))
  return { ...line, fragments, measure: room.measures[at]! }
}
