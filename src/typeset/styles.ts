import type { TextStyle, TypeStyles } from '../stylebook/index.js'
import type { Hyphenator } from './hyphenate.js'
import { raisedType } from './raised-type.js'
import type { SetInline, SetMark } from './refine-copy.js'
import type { Type, TypeCase, TypeRequest } from './type-case.js'

/** What a text of one style is set with. */
export interface StyleContext {
  readonly style: TextStyle
  /** Overrides the style's. */
  readonly size: number
  readonly styles: TypeStyles | null
  readonly language: string
  readonly hyphenator: Hyphenator | null
}

const BOLD = 700
const BLACK = 900
/** From this weight on text is bold already, and strong text must be heavier still. */
const BOLD_ALREADY = 600

/** Told when strong or emphasis cannot be seen because the family has no such face. */
export type OnSubstitute = (substitute: {
  readonly inline: SetInline
  readonly type: TypeRequest
  readonly used: Type
}) => void

/** Marks that show in the face. */
const SHOWN: ReadonlySet<SetMark> = new Set<SetMark>(['strong', 'emphasis'])
/** Marks whose type depends on what they stand on. */
const RAISED: ReadonlySet<SetMark> = new Set<SetMark>(['superscript', 'subscript', 'ordinal'])

/** The type of text by its marks, in one style. */
export function typesOfStyle(
  typeCase: TypeCase,
  context: StyleContext,
  onSubstitute: OnSubstitute,
): (marks: readonly SetMark[], inline: SetInline) => Type {
  const known = new Map<string, Type>()
  return (marks, inline) => {
    const { text } = inline
    const key =
      marks.length === 0 ? '' : marks.some((mark) => RAISED.has(mark)) ? `${marks.join()}|${text}` : marks.join()
    const type = known.get(key)
    if (type) return type
    const request = raisedType(typeCase, requestOf(typeCase, context, marks), { marks, text })
    const made = typeCase.type(request)
    known.set(key, made)
    const others = marks.filter((mark) => !SHOWN.has(mark))
    if (others.length < marks.length && made.face === typeCase.face(faceOfMarks(context, others))) {
      onSubstitute({ inline, type: request, used: made })
    }
    return made
  }
}

/** The face that text of these marks asks for. */
export function faceOfMarks(
  context: StyleContext,
  marks: readonly SetMark[],
): Pick<TypeRequest, 'family' | 'weight' | 'italic'> {
  const { style } = styleOfMarks(context, marks)
  const weight = marks.includes('strong') ? heavier(style.weight) : style.weight
  return { family: style.font, weight, italic: marks.includes('emphasis') !== style.italic }
}

/** A lead-in and a head that runs in are set in their own styles, as much larger or smaller as they are than the body. */
function styleOfMarks(
  { style, size, styles }: StyleContext,
  marks: readonly SetMark[],
): { readonly style: TextStyle; readonly size: number; readonly colour: string } {
  const name = (['run-in', 'lead-in'] as const).find((mark) => marks.includes(mark))
  if (!styles || !name) return { style, size, colour: style.colour }
  const own = styles[name]
  return { style: own, size: (size * own.size) / styles.body.size, colour: own.colour }
}

function requestOf(typeCase: TypeCase, context: StyleContext, marks: readonly SetMark[]): TypeRequest {
  const { language, hyphenator } = context
  const { style, size, colour } = styleOfMarks(context, marks)
  const face = faceOfMarks(context, marks)
  return {
    ...face,
    size,
    tracking: style.tracking,
    colour,
    features: featuresOf(typeCase, face, style),
    language,
    hyphenator: isUndivided(marks) || (marks.includes('run-in') && !style.hyphenate) ? null : hyphenator,
    ...edgesOf(context.style),
  }
}

function isUndivided(marks: readonly SetMark[]): boolean {
  return marks.some((mark) => mark === 'undivided' || RAISED.has(mark))
}

/** Letters that keep their width. */
export const STIFF = { letterfit: 0, glyphWidth: 0 } as const

/** Letters give, and margins are optical, where lines are justified. */
function edgesOf(style: TextStyle): Pick<TypeRequest, 'letters' | 'wideLetters' | 'hangs'> {
  if (style.align !== 'justify') return { letters: STIFF, wideLetters: STIFF, hangs: null }
  return { letters: style.letters, wideLetters: style.wideLetters, hangs: style.opticalMargins }
}

function heavier(weight: number): number {
  return weight >= BOLD_ALREADY ? BLACK : BOLD
}

/** The features of figures: what a style says of them takes the place of their opposites. */
const FIGURES = {
  own: null,
  lining: { on: 'lnum', off: 'onum' },
  'old-style': { on: 'onum', off: 'lnum' },
  tabular: { on: 'tnum', off: 'pnum' },
  proportional: { on: 'pnum', off: 'tnum' },
} as const

/** Small capitals are drawn by the font or not at all: shrunk capitals are too thin beside their text. So are figures. */
export function featuresOf(
  typeCase: TypeCase,
  face: Pick<TypeRequest, 'family' | 'weight' | 'italic'>,
  style: TextStyle,
): readonly string[] {
  const features = new Set(style.features)
  for (const said of [style.figures, style.figureWidth]) {
    const pair = FIGURES[said]
    if (!pair) continue
    features.delete(pair.off)
    if (typeCase.hasFeature(face, pair.on)) features.add(pair.on)
  }
  if (style.caps !== 'none' && typeCase.hasFeature(face, 'smcp')) {
    features.add('smcp')
    if (style.caps === 'all-small') features.add('c2sc')
  }
  return [...features].sort()
}
