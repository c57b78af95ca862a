import { wholeFile, type GridLines, type Pt, type Report } from '../base/index.js'
import type { Article, Copy } from '../edition/index.js'
import type { TextStyle, TypeStyles } from '../stylebook/index.js'
import { breakDisplay } from './break-display.js'
import { breakVariants, type VariantBreaking } from './break-variants.js'
import { breakCopy, makeBreakable, type BreakableCopy } from './break-copy.js'
import { newspaperCosts, raggedCosts, spaceGlue } from './demerits.js'
import { setDropCap, type DropCap } from './drop-cap.js'
import { flattenArticle, type FlatUnit } from './flatten-article.js'
import { hangQuotes } from './hang-quotes.js'
import type { Hyphenator } from './hyphenate.js'
import { markerColumns, withMarkers } from './list-markers.js'
import { atLine, keyOfMeasures, roomOf, type Inset, type LineRoom } from './measures.js'
import { linesBeside, takeCapital } from './opening-capital.js'
import { wordsOf, type TypeOfMarks } from './read-copy.js'
import { readStyled } from './read-styled.js'
import type { RefinedCopy } from './refine-copy.js'
import { faultsOfLines, reportMissing } from './line-faults.js'
import { RowSetter } from './row-setter.js'
import { setLines } from './set-lines.js'
import { cutSpans, type Spans } from './spans.js'
import { rulesOfRow } from './table-rules.js'
import { typesOfStyle, type OnSubstitute, type StyleContext } from './styles.js'
import type { Type, TypeCase } from './type-case.js'
import type { GalleyItem, LineFault, Measures, SetLine, SetUnit, SetVariant, SetVariants, Unit } from './types.js'

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

/** The lines of a text, and what is wrong with them. */
interface TextLines {
  readonly lines: readonly SetLine[]
  readonly faults: readonly LineFault[]
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
  private readonly rows: RowSetter
  private readonly set: Map<string, SetUnit>[] = []
  private readonly variants: Map<string, SetVariants>[] = []
  private saidLanguage = false

  constructor(private readonly context: ArticleContext) {
    this.flat = flattenArticle(context.article, context.styles)
    this.units = this.flat.map(({ unit }) => unit)
    const { article, styles, report } = context
    this.rows = new RowSetter((flat, copy, style) => this.read(flat, copy, style), {
      styles,
      language: article.language,
      report,
    })
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
      return { unit, items: [{ kind: 'rule', rule, measure: measures[0]!.width, depth: 1 }], faults: [] }
    }
    const depth = this.depthOf(flat)
    const itemsOf = (lines: readonly SetLine[]): GalleyItem[] => lines.map((line) => ({ kind: 'line', line, depth }))
    if (content.kind === 'row') {
      const room = roomOf(measures, { ...this.insetOf(flat), indent: 0 })
      const type = this.plainType(flat, this.context.styles.table)
      const { lines, between } = this.rows.set({ flat, ...content, room, words, type })
      const [left, right] = [room.lefts[0]!, room.lefts[0]! + room.widths[0]!]
      const ruled = { ...content, lines: lines.length, depth, left, right, between }
      const rules = rulesOfRow(ruled, { styles: this.context.styles, leading: this.context.leading })
      const items = itemsOf(lines).map((item, line) =>
        rules[line]!.length > 0 ? { ...item, rules: rules[line]! } : item,
      )
      return { unit, items, faults: [] }
    }
    const opening = this.openingOf(flat, content.copy)
    const opened = opening && this.setOpening(opening, measures, words)
    return opened ?? this.unitOf(flat, this.setText(flat, content.copy, measures, words), null)
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
      this.spans.set(made.flat, this.read(made.flat, opening.rest))
    }
    this.openings.set(flat, made)
    return made
  }

  /** A paragraph beside its capital; null where there is no room for both, or fewer lines than the capital is deep. */
  private setOpening({ cap, flat, rest }: Opening, measures: Measures, words: number | null): SetUnit | null {
    const room = this.roomFor(flat, measures, null)
    const taken = Math.max(...cap.beside)
    if (cap.beside.some((_, line) => taken > atLine(room.widths, line) * MOST_BESIDE)) return null
    const text = this.setText(flat, rest, measures, words, cap)
    return text.lines.length < cap.lines ? null : this.unitOf(flat, text, cap)
  }

  /** A unit of text, with the capital that it opens with. */
  private unitOf(flat: FlatUnit, { lines, faults }: TextLines, cap: DropCap | null): SetUnit {
    const depth = this.depthOf(flat)
    const opened = cap ? [cap.open(lines[0]!), ...lines.slice(1)] : lines
    const items = opened.map((line): GalleyItem => ({ kind: 'line', line, depth }))
    const together = cap?.lines ?? (flat.unit.role === 'signature' ? items.length : 0)
    return { unit: flat.unit, items, faults, ...(together > 0 ? { together } : {}) }
  }

  private setText(
    flat: FlatUnit,
    copy: RefinedCopy,
    measures: Measures,
    words: number | null,
    cap: DropCap | null = null,
  ): TextLines {
    const breakable = this.breakable(flat, copy, words)
    const room = this.roomFor(flat, measures, cap)
    return this.setBroken(flat, breakable, { ...this.breakText(flat, breakable, room), room })
  }

  /** A unit with a line less and a line more than is best for it; null for what it cannot be set well in, or is no text. */
  setVariants(index: number, measures: Measures): SetVariants {
    const known = (this.variants[index] ??= new Map())
    const key = keyOfMeasures(measures)
    let variants = known.get(key)
    if (!variants) known.set(key, (variants = this.setVariantsAnew(this.flat[index]!, measures)))
    return variants
  }

  private setVariantsAnew(flat: FlatUnit, measures: Measures): SetVariants {
    const { unit, content } = flat
    if (content.kind !== 'copy' || unit.role === 'crosshead' || unit.role === 'signature') return NO_VARIANTS
    const opening = this.openingOf(flat, content.copy)
    const opens = opening && this.setOpening(opening, measures, null) ? opening : null
    const cap = opens?.cap ?? null
    const own = opens?.flat ?? flat
    const breakable = this.breakable(own, opens?.rest ?? content.copy, null)
    const room = this.roomFor(own, measures, cap)
    const { shorter, longer } = breakVariants(breakable, { best: breakCopy(breakable, room), room })
    const setVariant = (variant: VariantBreaking | null): SetVariant | null => {
      if (!variant || variant.breaking.breaks.length < (cap?.lines ?? 1)) return null
      const text = this.setBroken(own, breakable, { table: breakable.table, breaks: variant.breaking.breaks, room })
      return { set: this.unitOf(own, text, cap), cost: variant.cost, isLoose: variant.isLoose }
    }
    return { shorter: setVariant(shorter), longer: setVariant(longer) }
  }

  private roomFor(flat: FlatUnit, measures: Measures, cap: DropCap | null): LineRoom {
    return roomOf(measures, { ...this.insetOf(flat), beside: cap?.beside ?? [] })
  }

  private setBroken(
    flat: FlatUnit,
    { spans, glue, justified }: BreakableCopy,
    broken: { readonly table: BreakableCopy['table']; readonly breaks: ArrayLike<number>; readonly room: LineRoom },
  ): TextLines {
    const { align, stopSpace } = flat.unit.style
    const lines = setLines({ spans, ...broken, align, glue, stopSpace, type: this.plainType(flat) })
    const faults = spans.kinds.length > 0 ? faultsOfLines({ spans, ...broken, lines, justified }) : []
    return { lines: this.finish(flat, lines, broken.room), faults }
  }

  /** Lines with what hangs beside them. */
  private finish(flat: FlatUnit, lines: readonly SetLine[], room: LineRoom): readonly SetLine[] {
    const { align, hangQuotes: hangs } = flat.unit.style
    if (flat.lists.some(({ shown }) => shown)) {
      return [withMarkers(lines[0]!, { flat, room, type: this.plainType(flat) }), ...lines.slice(1)]
    }
    return hangs ? hangQuotes(lines, { align, most: this.context.mostHanging }) : lines
  }

  private breakText(
    flat: FlatUnit,
    copy: BreakableCopy,
    room: LineRoom,
  ): { readonly table: BreakableCopy['table']; readonly breaks: ArrayLike<number> } {
    const isHead = flat.unit.role === 'crosshead' || flat.unit.role === 'signature'
    if (isHead && !copy.justified && room.widths.length === 1) {
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
      spans = this.read(flat, copy)
      reportMissing(spans, this.context.report)
      this.spans.set(flat, spans)
    }
    return spans
  }

  private read(flat: FlatUnit, copy: RefinedCopy, style = flat.unit.style): Spans {
    const { typeCase } = this.context
    return readStyled(copy, { typeCase, context: this.styleContext(flat, style), typeOf: this.typesOf(flat, style) })
  }

  /** The types of a unit's text by its marks: the same for all units of a style. */
  private typesOf(flat: FlatUnit, style = flat.unit.style): TypeOfMarks {
    const key = `${style.name}|${flat.unit.role === 'crosshead'}`
    let types = this.types.get(key)
    if (!types) {
      const { typeCase, onSubstitute } = this.context
      this.types.set(key, (types = typesOfStyle(typeCase, this.styleContext(flat, style), onSubstitute)))
    }
    return types
  }

  private styleContext({ unit }: FlatUnit, style: TextStyle): StyleContext {
    const { article, styles, hyphenator } = this.context
    const divides = style.hyphenate && unit.role !== 'crosshead'
    if (divides && !hyphenator) this.sayLanguage()
    return {
      style,
      size: style.size,
      styles,
      language: article.language,
      hyphenator: divides ? hyphenator : null,
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
  private plainType(flat: FlatUnit, style = flat.unit.style): Type {
    return this.typesOf(flat, style)([], NO_INLINE)
  }

  private insetOf(flat: FlatUnit): Inset {
    const { size, indent } = flat.unit.style
    const markers = markerColumns(flat, () => this.plainType(flat)).reduce((sum, width) => sum + width, 0)
    return {
      left: flat.insetLeft * size + markers,
      right: flat.insetRight * size,
      indent: flat.indented ? indent : 0,
    }
  }
}

const NO_VARIANTS: SetVariants = { shorter: null, longer: null }

/** The type of no text at all is asked for its metrics only. */
const NO_INLINE = { kind: 'text', text: '', marks: [], source: { placeOf: () => wholeFile('') } } as const
