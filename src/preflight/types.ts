import type { ArticleId, Code, Place, Pt, Rect, Severity } from '../base/index.js'
import type { Ledger } from '../makeup/index.js'
import type { PressProfile } from '../prepress/index.js'

/** What came of looking through an edition that is ready for a press: all that its report says. */
export interface Preflight {
  readonly edition: Ledger['edition']
  /** The paper's name and the date as its readers know it. */
  readonly title: string
  readonly profile: PressProfile
  /** How large pages are printed: 1 is their own size. */
  readonly scale: number
  readonly pages: readonly PreflightPage[]
  /** What was looked for, in the order of the report, found or not. */
  readonly rules: readonly Code[]
  /** In the order of the pages, what concerns the whole paper first; what is waived is among them. */
  readonly findings: readonly PreflightFinding[]
}

/** A page that was looked through, trimmed. */
export interface PreflightPage {
  readonly number: number
  readonly width: Pt
  readonly height: Pt
  /** Whether it is printed in colour, or in black alone. */
  readonly isInColour: boolean
}

/** What a press will not print well, or not at all. */
export interface PreflightFinding {
  readonly code: Code
  readonly severity: Severity
  /** What is the matter, without the page and the place on it. */
  readonly message: string
  readonly hint: string | null
  /** Null where it concerns the whole paper. */
  readonly page: number | null
  /** Where on the page, from the top left corner of its trim; null for all of it. */
  readonly rect: Rect | null
  /** The slot that it stands in; null for furniture. */
  readonly slot: string | null
  readonly article: ArticleId | null
  /** The picture or advert, as an editor should see it. */
  readonly file: string | null
  /** Where an editor can mend it. */
  readonly place: Place
  /** Why it is let go; null when it is not. */
  readonly waived: string | null
}
