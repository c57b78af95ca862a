import type { Code, Severity } from '../base/index.js'
import type { PreflightReport } from './report-types.js'
import type { Preflight, PreflightFinding } from './types.js'

/** A finding by the number that it has in both reports. */
export interface NumberedFinding extends PreflightFinding {
  readonly number: number
}

/** The findings of a report: those that stand, and after them, numbered on, those that are waived. */
export interface SortedFindings {
  readonly standing: readonly NumberedFinding[]
  readonly waived: readonly NumberedFinding[]
}

/** Numbers findings in their own order, those that are waived after all others. */
export function sortFindings({ findings }: Pick<Preflight, 'findings'>): SortedFindings {
  const standing = findings.filter(({ waived }) => waived === null)
  const waived = findings.filter((finding) => finding.waived !== null)
  const numbered = [...standing, ...waived].map((finding, at) => ({ ...finding, number: at + 1 }))
  return { standing: numbered.slice(0, standing.length), waived: numbered.slice(standing.length) }
}

/** How much was found. Faults found before count with the press's: a paper whose text is over is not fit to print, whatever the press says. */
export interface Tally {
  readonly faults: number
  readonly warnings: number
  readonly notes: number
  readonly waived: number
}

/** Counts what a report has to say. */
export function tally({ preflight, faults }: Pick<PreflightReport, 'preflight' | 'faults'>): Tally {
  const standing = preflight.findings.filter(({ waived }) => waived === null)
  const count = (wanted: Severity): number => standing.filter(({ severity }) => severity === wanted).length
  return {
    faults: count('error') + faults.length,
    warnings: count('warning'),
    notes: count('note'),
    waived: preflight.findings.length - standing.length,
  }
}

/** How often a rule has found something that stands, and how often something that is waived. */
export function tallyOf(
  code: Code,
  { preflight: { findings }, faults }: Pick<PreflightReport, 'preflight' | 'faults'>,
): Readonly<Record<'findings' | 'waived', number>> {
  const found = findings.filter((finding) => finding.code === code)
  const waived = found.filter((finding) => finding.waived !== null).length
  return { findings: found.length - waived + faults.filter((fault) => fault.code === code).length, waived }
}
