import type { Pt, Report } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import type { StyleName, TextStyle } from '../stylebook/index.js'
import { breakCopy, makeBreakable, type BreakableCopy } from './break-copy.js'
import { breakDisplay } from './break-display.js'
import { buildBreakTable, type BreakTable } from './break-table.js'
import { newspaperCosts, raggedCosts, spaceGlue } from './demerits.js'
import { hangQuotes } from './hang-quotes.js'
import type { LineRoom } from './measures.js'
import { readStyled } from './read-styled.js'
import { reportMissing } from './report-lines.js'
import { setLines } from './set-lines.js'
import { SPAN, type Spans } from './spans.js'
import { typesOfStyle, type OnSubstitute, type StyleContext } from './styles.js'
import type { TypeCase } from './type-case.js'
import type { DisplayRequest, SetLine } from './types.js'

/** What display type needs. */
export interface DisplayContext {
  readonly typeCase: TypeCase
  readonly report: Report
  readonly onSubstitute: OnSubstitute
  /** Quotation marks hang no further outside their measure. */
  readonly mostHanging: Pt
}

/** Sets display type; remembers what it has set, as long as its copy is in use. */
export interface DisplaySetter {
  set(request: DisplayRequest): readonly SetLine[]
  measure(request: Omit<DisplayRequest, 'measure'>): Pt
}

/** Display type that is read like text: its last line may be short, so its lines are filled and not balanced. */
const RUNNING: ReadonlySet<StyleName> = new Set<StyleName>([
  'standfirst',
  'caption',
  'credit',
  'body',
  'quotation',
  'list',
  'table',
])

/** Balancing looks at every pair of breakpoints: copy with more of them than any head is filled as text is. */
const MOST_BALANCED = 150

/** Opens a display setter. */
export function createDisplaySetter(context: DisplayContext): DisplaySetter {
  const styleNumbers = new WeakMap<TextStyle, number>()
  const known = new WeakMap<Copy, Map<string, Display>>()
  let styles = 0
  const displayOf = (request: Omit<DisplayRequest, 'measure'>): Display => {
    const { copy, style, size, language } = request
    let number = styleNumbers.get(style)
    if (number === undefined) styleNumbers.set(style, (number = styles++))
    let ofCopy = known.get(copy)
    if (!ofCopy) known.set(copy, (ofCopy = new Map()))
    const key = `${number}|${size}|${language}`
    let display = ofCopy.get(key)
    if (!display) ofCopy.set(key, (display = new Display(context, request)))
    return display
  }
  return {
    set: (request) => displayOf(request).set(request.measure),
    measure: (request) => displayOf(request).natural,
  }
}

/** One piece of copy in one style and size. */
class Display {
  private readonly copy: BreakableCopy
  private readonly known = new Map<Pt, readonly SetLine[]>()

  constructor(
    private readonly context: DisplayContext,
    private readonly request: Omit<DisplayRequest, 'measure'>,
  ) {
    const { style, size } = request
    const { typeCase } = context
    const spans = readStyled(request.copy, { typeCase, context: this.style(), typeOf: this.types() })
    reportMissing(spans, context.report)
    const glue = spaceGlue(style.wordSpace)
    const justified = style.align === 'justify'
    this.copy = makeBreakable(spans, {
      costs: justified ? newspaperCosts(glue) : raggedCosts(),
      justified,
      glue: justified ? glue : { ...glue, stretch: 0, shrink: 0 },
      size,
      indent: 0,
    })
  }

  /** Width in one line; of copy with line breaks, of its longest line. */
  get natural(): Pt {
    return naturalWidth(this.copy.spans, this.copy.glue.ideal)
  }

  set(measure: Pt): readonly SetLine[] {
    let lines = this.known.get(measure)
    if (!lines) this.known.set(measure, (lines = this.setAnew(measure)))
    return lines
  }

  private setAnew(measure: Pt): readonly SetLine[] {
    const { copy, request } = this
    const room: LineRoom = { measures: [measure], widths: [measure], lefts: [0] }
    const { table, breaks } = this.break(measure)
    const type = this.types()([], { kind: 'text', text: '', marks: [], source: NOWHERE })
    const { align, stopSpace, hangQuotes: hangs } = request.style
    const lines = setLines({ spans: copy.spans, table, breaks, room, align, glue: copy.glue, stopSpace, type })
    return hangs ? hangQuotes(lines, { align, most: this.context.mostHanging }) : lines
  }

  private break(measure: Pt): { readonly table: BreakTable; readonly breaks: ArrayLike<number> } {
    const { copy, request } = this
    const { spans, table } = copy
    const { style, language } = request
    const balanced = !copy.justified && !RUNNING.has(style.name) && table.breakpoints.count <= MOST_BALANCED
    if (balanced) {
      const breaks = breakDisplay({ spans, table, language }, measure)
      if (breaks) return { table, breaks }
      const broken = buildBreakTable(spans, { costs: copy.costs.breaks, glue: copy.glue, breakWordsOver: measure })
      const inNeed = breakDisplay({ spans, table: broken, language }, measure)
      if (inNeed) return { table: broken, breaks: inNeed }
    }
    const { breaking, table: used } = breakCopy(copy, { widths: [measure], lefts: [0] })
    return { table: used, breaks: breaking.breaks }
  }

  private types(): ReturnType<typeof typesOfStyle> {
    const { typeCase, onSubstitute } = this.context
    return typesOfStyle(typeCase, this.style(), onSubstitute)
  }

  private style(): StyleContext {
    const { style, size, language } = this.request
    return { style, size, styles: null, language, hyphenator: null, strong: false }
  }
}

/** Asked of text that has no characters: of no text at all. */
const NOWHERE = {
  placeOf(): never {
    throw new Error('no text has no place')
  },
}

function naturalWidth(spans: Spans, ideal: number): Pt {
  let widest = 0
  let width = 0
  for (let i = 0; i < spans.kinds.length; i++) {
    const kind = spans.kinds[i]!
    if (kind === SPAN.lineBreak) width = 0
    else if (kind === SPAN.word) width += spans.words[i]!.width
    else width += kind === SPAN.fixed ? spans.fixed.get(i)! : spans.words[i]!.width * ideal
    widest = Math.max(widest, width)
  }
  return widest
}
