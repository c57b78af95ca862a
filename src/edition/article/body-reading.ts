import type { Span } from './copy-source.js'
import type { CopySetting } from './piece.js'
import type { AnyNode, Complaint } from './unsupported.js'

/** What the readers of one body share. */
export interface BodyReading extends CopySetting {
  /** Where a node was written in the source file. */
  spanOf(node: AnyNode): Span
  /** The address that a link reference leads to, by its identifier; null where none is given. */
  addressOf(identifier: string): string | null
  /** Reports a node that cannot be set. */
  complain(node: AnyNode): void
}

/** Reports Markdown that cannot be set. */
export function complainAt(span: Span, { message, hint }: Complaint, { source, report }: CopySetting): void {
  report({ code: 'markdown-unsupported', message, hint, place: source.placeAt(span.start, span.end - span.start) })
}
