import { fits, type GridLines, type Pt } from '../../base/index.js'
import type { Copy } from '../../edition/index.js'
import type { TextStyle, TypeStyles } from '../../stylebook/index.js'
import type { SetLine, Setter } from '../../typeset/index.js'
import { capHeightOf, setBlock } from '../set-block.js'

/** A line of a caption or a credit. */
export interface WordsLine {
  readonly line: SetLine
  /** The left edge of its measure, and its baseline, from the top left of what it belongs to. */
  readonly x: Pt
  readonly baseline: Pt
  readonly role: 'caption' | 'credit'
}

/** What is printed with a picture, set over whole grid lines. */
export interface SetWords {
  readonly depth: GridLines
  readonly lines: readonly WordsLine[]
  /** How far the tops of its first letters stand below its own. */
  readonly top: Pt
}

/** What to set and in what width. */
export interface WordsRequest {
  readonly caption: Copy | null
  readonly credit: Copy | null
  readonly styles: Pick<TypeStyles, 'caption' | 'credit' | 'body'>
  readonly language: string
  readonly measure: Pt
  readonly leading: Pt
}

/** White between a caption's last word and the credit on the same line, in ems of the credit. */
const BEFORE_CREDIT = 1.5

/** Sets a caption and the credit after it: at the right of the last line where it has room, else on a line of its own. Null when there is neither. */
export function setWords(setter: Setter, request: WordsRequest): SetWords | null {
  const { caption, credit, styles, language, leading } = request
  const blockOf = (copy: Copy, style: TextStyle, measure: Pt) => {
    const bodyCapHeight = capHeightOf(styles.body.size)
    return setBlock(setter, { copy, style, size: style.size, measure, language, leading, bodyCapHeight })
  }
  const over = caption && blockOf(caption, styles.caption, request.measure)
  const lines: WordsLine[] = (over?.lines ?? []).map((one) => ({ ...one, x: 0, role: 'caption' }))
  const depth = over?.depth ?? 0
  const first = lines[0]
  const beside = credit && first && besideCaption(setter, request, lines.at(-1)!)
  if (beside) lines.push(beside)
  const under = credit && !beside ? blockOf(credit, styles.credit, request.measure) : null
  for (const { line, baseline } of under?.lines ?? []) {
    lines.push({ line, x: 0, baseline: depth * leading + baseline, role: 'credit' })
  }
  const top = lines[0]
  if (!top) return null
  return {
    depth: depth + (under?.depth ?? 0),
    lines,
    top: top.baseline - capHeightOf(styles[top.role].size),
  }
}

/** The credit at the right of a caption's last line; null where it has no room there. */
function besideCaption(setter: Setter, request: WordsRequest, last: WordsLine): WordsLine | null {
  const { credit, styles, language, measure } = request
  const style = styles.credit
  // What is set against the right or in the middle leaves no room at the right.
  if (styles.caption.align === 'right' || styles.caption.align === 'centre') return null
  const type = { copy: credit!, style, size: style.size, language }
  const width = setter.measureDisplay(type)
  const end = last.line.fragments.at(-1)
  if (!end || !fits(end.x + end.width + BEFORE_CREDIT * style.size + width, measure)) return null
  const [line, more] = setter.setDisplay({ ...type, measure: width })
  return line && !more ? { line, x: measure - width, baseline: last.baseline, role: 'credit' } : null
}
