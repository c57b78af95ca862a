import type { Pt } from '../../base/index.js'
import type { Colour } from '../../stylebook/index.js'
import type { Ledger, MadeUpPage } from '../types.js'

/** A page as a rule of the lint looks at it, with what must be known of the rest of the paper. */
export interface LintedPage {
  readonly page: MadeUpPage
  readonly ledger: Ledger
  readonly colours: ReadonlyMap<string, Colour>
  /** The mean width of a character, spaces counted, of the text of the whole paper; by `typeOf` its fragments. */
  readonly characters: ReadonlyMap<string, Pt>
}

/** What a rule notices. */
export interface Fault {
  /** The slots that it concerns, the one to blame first: a waiver in any of them lets it go. None for furniture. */
  readonly slots: readonly string[]
  /** Where on the page, in an editor's words: `columns 1 to 2, lines 4 to 20`. */
  readonly at: string
  /** What is the matter, to follow page and rectangle. */
  readonly says: string
  readonly hint: string
}

/** A rule: what it notices on a page under its number, in reading order. It changes nothing. */
export type Rule = (linted: LintedPage, number: number) => readonly Fault[]
