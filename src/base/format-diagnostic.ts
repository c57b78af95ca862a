import type { Severity } from './codes.js'
import type { Diagnostic, Place } from './diagnostics.js'

/** Options of a printed diagnostic. */
export interface DiagnosticForm {
  /** With the colours of a terminal. */
  readonly colour?: boolean
}

/** The most characters of a source line that are shown; a paragraph of Markdown may be one line of thousands. */
const WINDOW = 100

/** Terminal colours (ECMA-48, SGR). */
const SGR: Readonly<Record<Severity | 'hint', string>> = { error: '1;31', warning: '1;33', note: '1;36', hint: '32' }

/**
 * A finding for people: `FILE:LINE:COLUMN severity CODE message`, then the source line with a caret under what is meant,
 * then the hint. No line end at the end.
 */
export function formatDiagnostic(diagnostic: Diagnostic, form: DiagnosticForm = {}): string {
  const { severity, code, message, place, hint } = diagnostic
  const dye = (text: string, kind: Severity | 'hint'): string =>
    form.colour ? `\u001b[${SGR[kind]}m${text}\u001b[0m` : text
  const lines = [`${place.file}:${place.line}:${place.column} ${dye(severity, severity)} ${code} ${onOneLine(message)}`]
  const excerpt = place.sourceLine.trim() === '' ? null : excerptAt(place)
  if (excerpt) lines.push(`  ${excerpt.shown}`, `  ${' '.repeat(excerpt.caretAt)}${dye(excerpt.carets, severity)}`)
  if (hint) lines.push(`  ${dye('hint:', 'hint')} ${onOneLine(hint)}`)
  return lines.join('\n')
}

/** A message must not look like several. */
function onOneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
}

/** The part of the source line round the caret, and where the caret stands under it. */
function excerptAt({ sourceLine, column, length }: Place): { shown: string; caretAt: number; carets: string } {
  const at = Math.min(column - 1, sourceLine.length)
  const from = sourceLine.length <= WINDOW ? 0 : Math.max(0, Math.min(at - WINDOW / 2, sourceLine.length - WINDOW))
  const to = Math.min(sourceLine.length, from + WINDOW)
  const before = from > 0 ? '…' : ''
  const after = to < sourceLine.length ? '…' : ''
  // Characters that would move what follows, or the terminal itself, are shown as one space each.
  const window = sourceLine.slice(from, to).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
  const carets = '^'.repeat(Math.max(1, Math.min(length, to - at)))
  return { shown: `${before}${window}${after}`, caretAt: before.length + at - from, carets }
}
