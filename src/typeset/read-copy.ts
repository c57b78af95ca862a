import type { Copy } from '../edition/index.js'
import type { RefinedCopy, SetInline, SetMark } from './refine-copy.js'
import { emptySpans, SPAN, type SpanKind, type Spans } from './spans.js'
import type { Type } from './type-case.js'

/** Gives the type for text of these marks. */
export type TypeOfMarks = (marks: readonly SetMark[], inline: SetInline) => Type

/** Cuts copy into spans. White at its ends and on either side of a line break is dropped; several spaces are one. */
export function readCopy(copy: RefinedCopy, typeOf: TypeOfMarks): Spans {
  const reader = new CopyReader()
  for (const inline of copy) {
    if (inline.kind === 'line-break') reader.breakLine()
    else reader.read(inline, typeOf(inline.marks, inline))
  }
  return reader.finish()
}

/** Characters of the copy as one text, for counting and finding words. */
export function textOf(copy: Copy): string {
  return copy.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
}

/** Words as the whole house counts them: a headline that runs in is none of the text. */
export function wordsOf(copy: Copy): readonly string[] {
  const text = copy.filter((inline) => inline.kind !== 'text' || !inline.marks.includes('run-in'))
  return textOf(text).match(/\S+/g) ?? []
}

/** Fixed spaces in em, from U+2000; the thin spaces as English printers cut them. */
const EM_SPACES = [0.5, 1, 0.5, 1, 1 / 3, 1 / 4, 1 / 6, 0.5, 0.25, 0.2, 0.1]

class CopyReader {
  private readonly spans: Spans = emptySpans()
  /** White met since the last word: it becomes a span only when another word follows. */
  private white: { kind: SpanKind; em: number; type: Type; inline: SetInline } | null = null
  private inWord = false

  breakLine(): void {
    this.white = null
    this.inWord = false
    const last = this.spans.kinds.length - 1
    // A line break before any word breaks nothing.
    if (last < 0) return
    this.push(SPAN.lineBreak, this.spans.types[last]!, this.spans.inlines[last]!, null)
  }

  finish(): Spans {
    const { spans } = this
    while (spans.kinds.at(-1) === SPAN.lineBreak) {
      for (const column of [spans.kinds, spans.types, spans.words, spans.startsWord, spans.inlines]) column.pop()
    }
    return spans
  }

  read(inline: SetInline, type: Type): void {
    const { text } = inline
    let start = 0
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : -1
      if (code > 0x20 && code < 0xa0) continue
      if (code !== -1 && !isSpace(code)) continue
      if (i > start) this.word(text.slice(start, i), type, inline)
      if (code !== -1) this.space(code, type, inline)
      start = i + 1
    }
  }

  private word(text: string, type: Type, inline: SetInline): void {
    this.pushWhite()
    const isHead = inline.marks.includes('run-in')
    if (!this.inWord && !isHead) this.spans.wordCount++
    this.push(SPAN.word, type, inline, text)
    if (isHead) this.spans.headSpans = this.spans.kinds.length
    this.inWord = true
  }

  private space(code: number, type: Type, inline: SetInline): void {
    this.inWord = false
    const em =
      code >= 0x2000 && code <= 0x200a ? EM_SPACES[code - 0x2000]! : code === 0x202f ? 0.2 : code === 0xfeff ? 0 : -1
    const kind = em >= 0 ? SPAN.fixed : code === 0xa0 ? SPAN.noBreakSpace : SPAN.space
    // Of several spaces the one counts at which a line may end.
    if (this.white && (kind !== SPAN.space || this.white.kind === SPAN.space)) return
    this.white = { kind, em, type, inline }
  }

  private pushWhite(): void {
    const { white } = this
    if (!white) return
    this.white = null
    const last = this.spans.kinds.at(-1)
    if (last === undefined || last === SPAN.lineBreak) return
    if (white.kind === SPAN.fixed) this.spans.fixed.set(this.spans.kinds.length, white.em * white.type.size)
    this.push(white.kind, white.type, white.inline, null)
  }

  private push(kind: SpanKind, type: Type, inline: SetInline, text: string | null): void {
    const { spans } = this
    spans.kinds.push(kind)
    spans.types.push(type)
    spans.words.push(text === null ? type.space : type.word(text))
    spans.startsWord.push(text !== null && !this.inWord)
    spans.inlines.push(inline)
  }
}

/** White space as `\s` of regular expressions has it, by which words are counted. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
