import type { Report } from '../../base/index.js'
import type { SourceFile } from '../../source/index.js'
import type { Mark } from '../types.js'
import type { Span } from './copy-source.js'

/** A run of text in one type, before house typography; `\n` alone is a hard line break. */
export interface Piece {
  readonly text: string
  readonly marks: readonly Mark[]
  /** Where it was written. */
  readonly span: Span
  /** The address that it leads to; left out for none. */
  readonly link?: string
}

/** What a piece of copy is set with. */
export interface CopySetting {
  readonly language: string
  readonly source: SourceFile
  readonly report: Report
}

/** The text of a hard line break among pieces. */
export const HARD_BREAK = '\n'

/** `marks` and one more: sorted, each once. The same few lists are handed out again and again. */
export function addMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (marks.includes(mark)) return marks
  const all = [...marks, mark].sort()
  const key = all.join()
  const known = MARK_LISTS.get(key)
  if (known) return known
  MARK_LISTS.set(key, all)
  return all
}

const MARK_LISTS = new Map<string, readonly Mark[]>()
