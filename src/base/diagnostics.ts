import type { Code, Severity } from './codes.js'

/** Where a finding stands in an editor's file. Line and column count from 1; columns count UTF-16 code units. */
export interface Place {
  /** The file as an editor should see it. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** The whole source line, without its end; empty when the file as a whole is meant. */
  readonly sourceLine: string
  /** How many characters the caret underlines, at least 1. */
  readonly length: number
}

/** One finding, for an editor. */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: Code
  readonly message: string
  readonly place: Place
  /** What to do about it, where that can be said. */
  readonly hint?: string
}

/** A finding before its severity is looked up in the table of codes. */
export interface Finding {
  readonly code: Code
  readonly message: string
  readonly place: Place
  readonly hint?: string
}

/** Hands a finding to the gathering; never throws. */
export type Report = (finding: Finding) => void

/** The place of a file as a whole. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, sourceLine: '', length: 1 }
}
