import type { Place, Pt } from '../base/index.js'
import type { Copy } from '../edition/index.js'
import type { TextStyle } from '../stylebook/index.js'
import { plainCopy, type SetLine, type Setter } from '../typeset/index.js'

/** What a jump line says: its form, with the page to turn to and the article's catchword in it. */
export interface JumpLine {
  readonly form: string
  readonly page: number
  readonly catchword: Copy
}

/** The copy of a jump line; `place` is where its own words come from. */
export function jumpCopy({ form, page, catchword }: JumpLine, place: Place): Copy {
  const words = form.replaceAll('{page}', String(page)).split('{catchword}')
  return words.flatMap((text, index) => [
    ...(index > 0 ? catchword : []),
    ...(text === '' ? [] : plainCopy(text, place)),
  ])
}

/** Sets a jump line in a measure. */
export function setJumpLine(
  setter: Setter,
  line: JumpLine,
  type: { readonly style: TextStyle; readonly measure: Pt; readonly language: string },
): readonly SetLine[] {
  const { style } = type
  return setter.setDisplay({ copy: jumpCopy(line, style.fontPlace), size: style.size, ...type })
}
