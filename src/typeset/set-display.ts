import type { Pt, Report } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import type { StyleName, TextStyle } from '../stylebook/index.js'
import { breakCopy, makeBreakable, type BreakableCopy } from './break-copy.js'
import { breakDisplay, type DisplayRoom } from './break-display.js'
import { buildBreakTable, type BreakTable } from './break-table.js'
import { castOff } from './cast-off.js'
import { newspaperCosts, raggedCosts, spaceGlue } from './demerits.js'
import { hangQuotes } from './hang-quotes.js'
import type { LineRoom } from './measures.js'
import { readStyled } from './read-styled.js'
import { reportMissing } from './line-faults.js'
import { setLines } from './set-lines.js'
import { SPAN, type Spans } from './spans.js'
import { typesOfStyle, type OnSubstitute, type StyleContext } from './styles.js'
import type { TypeCase } from './type-case.js'
import type { CastOff, DisplayRequest, SetLine } from './types.js'

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
  castOff(request: DisplayRequest & { readonly lines: number }): CastOff
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
    set: (request) => displayOf(request).set(request),
    castOff: (request) => displayOf(request).castOff(request),
    measure: (request) => displayOf(request).natural,
  }
}

/** One piece of copy in one style and size. Its findings wait until it is set: copy that is only measured is not printed. */
class Display {
  private readonly copy: BreakableCopy
  private readonly known = new Map<string, readonly SetLine[]>()
  private readonly substitutes: Parameters<OnSubstitute>[0][] = []

  constructor(
    private readonly context: DisplayContext,
    private readonly request: Omit<DisplayRequest, 'measure'>,
  ) {
    const { style, size } = request
    const { typeCase } = context
    const spans = readStyled(request.copy, { typeCase, context: this.style(), typeOf: this.types() })
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

  castOff(room: { readonly measure: Pt; readonly lines: number }): CastOff {
    return castOff({ ...this.copy, language: this.request.language }, room)
  }

  set(room: DisplayRoom): readonly SetLine[] {
    if (this.known.size === 0) this.sayFindings()
    const key = `${room.measure}|${room.lines ?? ''}`
    let lines = this.known.get(key)
    if (!lines) this.known.set(key, (lines = this.setAnew(room)))
    return lines
  }

  private sayFindings(): void {
    const { report, onSubstitute } = this.context
    reportMissing(this.copy.spans, report)
    this.substitutes.forEach(onSubstitute)
  }

  private setAnew(room: DisplayRoom): readonly SetLine[] {
    const { measure } = room
    const { copy, request } = this
    const lineRoom: LineRoom = { measures: [measure], widths: [measure], lefts: [0] }
    const { table, breaks } = this.break(room)
    const type = this.types()([], { kind: 'text', text: '', marks: [], source: NOWHERE })
    const { spans, glue } = copy
    const { align, stopSpace, hangQuotes: hangs } = request.style
    const lines = setLines({ spans, table, breaks, room: lineRoom, align, glue, stopSpace, type })
    return hangs ? hangQuotes(lines, { align, most: this.context.mostHanging }) : lines
  }

  private break({ measure, lines }: DisplayRoom): { readonly table: BreakTable; readonly breaks: ArrayLike<number> } {
    const { copy, request } = this
    const { style, language } = request
    if (!RUNNING.has(style.name)) {
      const display = { ...copy, language }
      const breaks = (lines && breakDisplay(display, { measure, lines })) || breakDisplay(display, { measure })
      if (breaks) return { table: copy.table, breaks }
      const options = { costs: copy.costs.breaks, glue: copy.glue, breakWordsOver: measure }
      const table = buildBreakTable(copy.spans, options)
      const inNeed = breakDisplay({ ...display, table }, { measure })
      if (inNeed) return { table, breaks: inNeed }
    }
    const { breaking, table: used } = breakCopy(copy, { widths: [measure], lefts: [0] })
    return { table: used, breaks: breaking.breaks }
  }

  private types(): ReturnType<typeof typesOfStyle> {
    const { typeCase } = this.context
    return typesOfStyle(typeCase, this.style(), (substitute) => this.substitutes.push(substitute))
  }

  private style(): StyleContext {
    const { style, size, language } = this.request
    return { style, size, styles: null, language, hyphenator: null }
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
