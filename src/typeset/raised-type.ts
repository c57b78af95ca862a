import type { SetMark } from './refine-copy.js'
import type { TypeCase, TypeRequest } from './type-case.js'

/** The features that draw a mark, the best first. */
const FEATURES = { superscript: ['sups'], subscript: ['subs'], ordinal: ['ordn', 'sups'] } as const

/** Where a face draws nothing of the kind: its letters at three fifths, with the weight that they have. */
const SMALLER = 0.6
/** How high they stand then, in em of the text: superscripts reach a little above the capitals, subscripts hang below the line. */
const RISE = { superscript: 0.33, subscript: -0.14, ordinal: 0.33 } as const

/** Features that ask for other figures or letters than the small ones. */
const FORMS: ReadonlySet<string> = new Set(['onum', 'lnum', 'tnum', 'pnum', 'smcp', 'c2sc'])

/** The type of a fraction, a superscript, a subscript or an ordinal's letters; of any other text the type asked for. */
export function raisedType(
  typeCase: TypeCase,
  request: TypeRequest,
  { marks, text }: { readonly marks: readonly SetMark[]; readonly text: string },
): TypeRequest {
  if (marks.includes('fraction')) return withFeature(request, 'frac')
  const mark = (['superscript', 'subscript', 'ordinal'] as const).find((one) => marks.includes(one))
  if (!mark) return request
  for (const tag of FEATURES[mark]) if (typeCase.draws(request, tag, text)) return withFeature(request, tag)
  const { size } = request
  return { ...request, features: plainForms(request), size: size * SMALLER, rise: size * RISE[mark] }
}

function withFeature(request: TypeRequest, tag: string): TypeRequest {
  return { ...request, features: [...plainForms(request), tag].sort() }
}

function plainForms({ features }: TypeRequest): readonly string[] {
  return features.filter((one) => !FORMS.has(one))
}
