import { readCopy, type TypeOfMarks } from './read-copy.js'
import { refineCopy, type RefinedCopy, type SetMark } from './refine-copy.js'
import type { Spans } from './spans.js'
import { faceOfMarks, type StyleContext } from './styles.js'
import type { TypeCase } from './type-case.js'

/** What styled copy is read with. */
export interface StyledRequest {
  readonly typeCase: TypeCase
  readonly context: StyleContext
  readonly typeOf: TypeOfMarks
}

/** Reads copy into spans, in one style, with the style's refinements. */
export function readStyled(copy: RefinedCopy, { typeCase, context, typeOf }: StyledRequest): Spans {
  const { style, language } = context
  const drawsFraction = ({ marks }: { readonly marks: readonly SetMark[] }, text: string): boolean =>
    typeCase.draws(faceOfMarks(context, marks), 'frac', text)
  return readCopy(refineCopy(copy, { style, language, drawsFraction }), typeOf)
}
