import { CODES, inMm, type Diagnostic, type Pt, type Rect } from '../base/index.js'
import type { PressProfile } from '../prepress/index.js'
import type { PreflightReport } from './report-types.js'
import { sortFindings, tally, tallyOf, type NumberedFinding } from './verdict.js'

/** A preflight's report for programs, as `docs/press.md` describes it. Lengths are millimetres, but for type and rules: points. Ends with a line end. */
export function reportAsJson(report: PreflightReport): string {
  const { preflight, files, faults } = report
  const { standing, waived } = sortFindings(preflight)
  const counts = tally(report)
  const written = {
    edition: preflight.edition,
    title: preflight.title,
    files,
    profile: profileOf(preflight.profile),
    scale: Number(preflight.scale.toFixed(4)),
    verdict: counts.faults === 0 ? 'pass' : 'fail',
    counts,
    pages: preflight.pages.map(({ number, width, height, isInColour }) => ({
      number,
      width: inMm(width),
      height: inMm(height),
      colour: isInColour,
    })),
    rules: preflight.rules.map((code) => ({
      code,
      meaning: CODES[code].meaning,
      ...tallyOf(code, report),
    })),
    findings: [...standing, ...waived].map(findingOf),
    faults: faults.map(faultOf),
  }
  return `${JSON.stringify(written, null, 2)}\n`
}

function profileOf(profile: PressProfile): object {
  const { name, standard, inks, inkLimit, bleed, safe, marks, pictures, limits, colourPages, pageCount } = profile
  const { order, creep, paper } = profile.imposition
  return {
    name,
    standard,
    condition: inks.condition,
    conditionInfo: inks.info,
    icc: inks.icc.description,
    embedded: inks.isEmbedded,
    inkLimit,
    bleed: inMm(bleed),
    safe: { outside: inMm(safe.outside), spine: inMm(safe.spine) },
    marks,
    pictures,
    limits,
    colourPages,
    pageCount,
    order,
    creep: inMm(creep),
    sheet: paper && { width: inMm(paper.width), height: inMm(paper.height) },
  }
}

function findingOf(finding: NumberedFinding): object {
  const { number, code, severity, message, hint, page, rect, slot, article, file, place, waived } = finding
  return {
    number,
    code,
    severity,
    message,
    hint,
    page,
    rect: rect && rectInMm(rect),
    slot,
    article,
    file,
    place: placeOf(place),
    waived,
  }
}

function faultOf({ code, severity, message, hint, place }: Diagnostic): object {
  return { code, severity, message, hint: hint ?? null, place: placeOf(place) }
}

function placeOf({ file, line, column }: Diagnostic['place']): object {
  return { file, line, column }
}

function rectInMm({ x, y, width, height }: Rect): Record<keyof Rect, Pt> {
  return { x: inMm(x), y: inMm(y), width: inMm(width), height: inMm(height) }
}
