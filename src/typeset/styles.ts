import type { Mark, TextInline } from '../edition/index.js'
import type { TextStyle, TypeStyles } from '../stylebook/index.js'
import type { Hyphenator } from './hyphenate.js'
import type { Type, TypeCase, TypeRequest } from './type-case.js'

/** What a text of one style is set with. */
export interface StyleContext {
  readonly style: TextStyle
  /** Overrides the style's. */
  readonly size: number
  readonly styles: TypeStyles | null
  readonly language: string
  readonly hyphenator: Hyphenator | null
  /** Set all of it as if it were strong (a table's head row). */
  readonly strong: boolean
}

const BOLD = 700
const BLACK = 900
/** From this weight on text is bold already, and strong text must be heavier still. */
const BOLD_ALREADY = 600

/** Told when strong or emphasis cannot be seen because the family has no such face. */
export type OnSubstitute = (substitute: {
  readonly inline: TextInline
  readonly type: TypeRequest
  readonly used: Type
}) => void

/** The type of text by its marks, in one style. */
export function typesOfStyle(
  typeCase: TypeCase,
  context: StyleContext,
  onSubstitute: OnSubstitute,
): (marks: readonly Mark[], inline: TextInline) => Type {
  const known = new Map<string, Type>()
  return (marks, inline) => {
    const key = marks.length === 0 ? '' : marks.join()
    const type = known.get(key)
    if (type) return type
    const request = requestOf(typeCase, context, marks)
    const made = typeCase.type(request)
    known.set(key, made)
    const shows = marks.some((mark) => mark !== 'lead-in')
    if (
      shows &&
      made.face ===
        typeCase.face(
          requestOf(
            typeCase,
            context,
            marks.filter((mark) => mark === 'lead-in'),
          ),
        )
    ) {
      onSubstitute({ inline, type: request, used: made })
    }
    return made
  }
}

function requestOf(typeCase: TypeCase, context: StyleContext, marks: readonly Mark[]): TypeRequest {
  const { language, hyphenator, styles } = context
  const leadIn = marks.includes('lead-in') && styles ? styles['lead-in'] : null
  const style = leadIn ?? context.style
  const size = leadIn && styles ? (context.size * leadIn.size) / styles.body.size : context.size
  const strong = context.strong || marks.includes('strong')
  const weight = strong ? heavier(style.weight) : style.weight
  const italic = marks.includes('emphasis') !== style.italic
  const face = { family: style.font, weight, italic }
  return {
    ...face,
    size,
    tracking: style.tracking,
    colour: leadIn ? leadIn.colour : context.style.colour,
    features: featuresOf(typeCase, face, style),
    language,
    hyphenator,
    ...edgesOf(context.style),
  }
}

const STIFF = { letterfit: 0, glyphWidth: 0 } as const

/** Letters give, and margins are optical, where lines are justified. */
function edgesOf(style: TextStyle): Pick<TypeRequest, 'letters' | 'wideLetters' | 'hangs'> {
  if (style.align !== 'justify') return { letters: STIFF, wideLetters: STIFF, hangs: null }
  return { letters: style.letters, wideLetters: style.wideLetters, hangs: style.opticalMargins }
}

function heavier(weight: number): number {
  return weight >= BOLD_ALREADY ? BLACK : BOLD
}

/** Small capitals are drawn by the font or not at all: shrunk capitals are too thin beside their text. */
function featuresOf(
  typeCase: TypeCase,
  face: Pick<TypeRequest, 'family' | 'weight' | 'italic'>,
  style: TextStyle,
): readonly string[] {
  const features = new Set(style.features)
  if (style.caps !== 'none' && typeCase.hasFeature(face, 'smcp')) {
    features.add('smcp')
    if (style.caps === 'all-small') features.add('c2sc')
  }
  return [...features].sort()
}
