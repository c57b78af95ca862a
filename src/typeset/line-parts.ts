import type { Pt } from '../base/index.js'
import type { ShapedRun } from '../fonts/index.js'
import { SPAN, type Spans } from './spans.js'
import type { Type, Word } from './type-case.js'
import type { Fragment } from './types.js'

/**
 * What stands on a line before its place is known, part by part. Columns of one table, which serves line after line: of all
 * that is asked about a line only its fragments are kept.
 */
export class LineParts {
  count = 0
  readonly roles: Fragment['role'][] = []
  readonly runs: ShapedRun[] = []
  readonly types: Type[] = []
  readonly widths: Pt[] = []
  /** Gaps between letters: none after the last glyph before a word space. */
  readonly gaps: number[] = []
  /** The ideal width of a word space; 0 for all that keeps its width. */
  readonly whites: Pt[] = []
  /** Whether it is white after a comma or a stop. */
  readonly afterStop: boolean[] = []

  /** A word, or the hyphen after a part of one. */
  addWord({ runs, width }: Word, type: Type, role: Fragment['role']): void {
    for (const run of runs) {
      this.add(role, run, type, runs.length === 1 ? width : type.widthOf(run))
      this.gaps[this.count - 1] = run.glyphs.length
    }
  }

  /** The white of a span; before the first letter there is none: a word of nothing that is ever seen may stand there. */
  addWhite(spans: Spans, i: number, ideal: number): void {
    const type = spans.types[i]!
    const run = type.space.runs[0]
    if (!run || this.count === 0) return
    this.closeWord()
    const fixed = spans.kinds[i] === SPAN.fixed
    const width = fixed ? spans.fixed.get(i)! : type.space.width * ideal
    this.add('space', run, type, width)
    if (!fixed) this.whites[this.count - 1] = width
    this.afterStop[this.count - 1] = spans.kinds[i - 1] === SPAN.word && spans.words[i - 1]!.endsInStop
  }

  /** At a line's end there is no white. */
  dropWhite(): void {
    while (this.count > 0 && this.roles[this.count - 1] === 'space') this.count--
  }

  /** After a word's last glyph no letterfit stands: there the word space begins. */
  closeWord(): void {
    const last = this.count - 1
    if (last >= 0 && this.gaps[last]! > 0) this.gaps[last]!--
  }

  private add(role: Fragment['role'], run: ShapedRun, type: Type, width: Pt): void {
    const at = this.count++
    this.roles[at] = role
    this.runs[at] = run
    this.types[at] = type
    this.widths[at] = width
    this.gaps[at] = 0
    this.whites[at] = 0
    this.afterStop[at] = false
  }
}
