import { type Code, CODES, type Severity } from './codes.js'
import type { Diagnostic, Finding, Report } from './diagnostics.js'

/** All findings of one run, in the order they were met, each once. */
export interface Gathering {
  readonly report: Report
  readonly diagnostics: readonly Diagnostic[]
  /** How grave a finding is in this run. */
  severityOf(code: Code): Severity
  /** Whether the build must stop before anything is written. */
  mustStop(): boolean
  /** Whether what is written is not fit to print. */
  isUnfit(): boolean
}

/** Options of a gathering. */
export interface GatherOptions {
  /** Warnings count as errors. */
  readonly strict?: boolean
}

/** Opens an empty gathering. The same finding at the same place is kept once. */
export function gather(options: GatherOptions = {}): Gathering {
  const diagnostics: Diagnostic[] = []
  const seen = new Set<string>()
  const severityOf = (code: Code): Severity => {
    const { severity } = CODES[code]
    return options.strict && severity === 'warning' ? 'error' : severity
  }
  const report = (finding: Finding): void => {
    const severity = severityOf(finding.code)
    const { file, line, column } = finding.place
    const key = JSON.stringify([finding.code, file, line, column, finding.message])
    if (seen.has(key)) return
    seen.add(key)
    diagnostics.push({ severity, ...finding })
  }
  const hasError = (unfit: boolean): boolean =>
    diagnostics.some((one) => one.severity === 'error' && (CODES[one.code].unfit ?? false) === unfit)
  return { report, diagnostics, severityOf, mustStop: () => hasError(false), isUnfit: () => hasError(true) }
}
