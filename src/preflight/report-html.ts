import { formatMm, formatPt, formatSize } from '../base/index.js'
import type { PressProfile } from '../prepress/index.js'
import { asPrinted, percentOf } from './as-printed.js'
import { markup, type Markup } from './markup.js'
import { faultsTable, findingsTable, rulesTable } from './report-findings.js'
import { flatplan } from './report-pages.js'
import { REPORT_STYLE } from './report-style.js'
import type { PreflightReport, Thumbnail } from './report-types.js'
import type { Preflight } from './types.js'
import { sortFindings, tally, type SortedFindings, type Tally } from './verdict.js'

/**
 * A preflight's report for people: one page of HTML that needs nothing else, and is well-formed XML too. Each page of the paper has a
 * thumbnail. Ends with a line end.
 */
export function reportAsHtml(report: PreflightReport, thumbnails: readonly Thumbnail[]): string {
  const { preflight, faults } = report
  const sorted = sortFindings(preflight)
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>Preflight: ${preflight.title}, ${preflight.profile.name}</title>
<style>
${{ kind: 'markup', text: REPORT_STYLE }}</style>
</head>
<body>
${heading(report)}
<main>
${section('Made for', conditions(preflight))}
${section('Pages', pagesOf(preflight, sorted, thumbnails))}
${faults.length === 0 ? null : markup`${section('Faults of make-up', faultsTable(faults))}\n`}${section(
    'Findings',
    sorted.standing.length === 0 ? markup`<p>None.</p>` : findingsTable(sorted.standing),
  )}
${sorted.waived.length === 0 ? null : markup`${section('Waived', findingsTable(sorted.waived))}\n`}${section('Looked for', rulesTable(report))}
</main>
</body>
</html>
`.text
}

function section(head: string, content: Markup): Markup {
  return markup`<section>
<h2>${head}</h2>
${content}
</section>`
}

function heading(report: PreflightReport): Markup {
  const { title, edition, profile } = report.preflight
  const counts = tally(report)
  const isFit = counts.faults === 0
  const number = edition.number === null ? null : markup`<span>no. ${edition.number}</span> `
  return markup`<header>
<p class="kicker">Preflight</p>
<h1>${title}</h1>
<p class="what">${number}<span>for <b>${profile.name}</b></span> <span>${filesOf(report)}</span></p>
<p class="verdict ${isFit ? 'pass' : 'fail'}"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${isFit ? 'M4 13l5 5L20 6' : 'M5 5l14 14M19 5L5 19'}"/></svg><strong>${verdict(counts)}</strong>${besides(counts)}</p>
</header>`
}

function filesOf({ files }: PreflightReport): Markup {
  const [first, ...others] = files
  const last = others.at(-1)
  return markup`<code>${first ?? null}</code>${last === undefined ? null : markup` to <code>${last}</code>, ${files.length} files`}`
}

function verdict({ faults }: Tally): string {
  return faults === 0 ? 'Fit to print' : `${count(faults, 'fault')}: not fit to print`
}

function besides({ warnings, notes, waived }: Tally): Markup | null {
  const parts = [
    warnings > 0 ? count(warnings, 'warning') : null,
    notes > 0 ? count(notes, 'note') : null,
    waived > 0 ? `${waived} waived` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : markup` <span>${parts.join(', ')}</span>`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** What a printer asks first. */
function conditions({ profile, scale, pages }: Preflight): Markup {
  const rows: readonly (readonly [string, string])[] = [
    ['Pages', `${pages.length}, trimmed to ${[...new Set(pages.map(formatSize))].join(' and ')}`],
    ['In the file', sheetsOf(profile)],
    ...(scale === 1 ? [] : [['Size', `printed at ${percentOf(scale)} of their size`] as const]),
    ['Standard', profile.standard],
    ['Printing condition', `${profile.inks.condition}: ${profile.inks.info}`],
    [
      'ICC profile',
      `${profile.inks.icc.description}${profile.inks.isEmbedded ? ', in the file' : ', not in the file'}`,
    ],
    ['Ink altogether', `at most ${profile.inkLimit} %`],
    ['Bleed', profile.bleed === 0 ? 'none' : `${formatMm(profile.bleed * scale)}${asPrinted(scale)}`],
    ['Safe margin', safeOf(profile)],
    ['Marks', profile.marks.length === 0 ? 'none' : profile.marks.join(', ')],
    ['Pictures', picturesOf(profile)],
    ['Pages in colour', coloured(pages)],
    ['Smallest type', typeOf(profile)],
    ['Thinnest rule', `${formatPt(profile.limits.rule)}; in several inks ${formatPt(profile.limits.severalInkRule)}`],
  ]
  return markup`<table class="conditions">
<tbody>
${rows.map(([what, said]) => markup`<tr><th scope="row">${what}</th><td>${said}</td></tr>\n`)}</tbody>
</table>`
}

function picturesOf({ pictures: { ppi, ruling } }: PressProfile): string {
  return `${ppi} pixels to the inch${ruling === null ? '' : `, sharpened for a screen of ${ruling} lines to the inch`}`
}

const ORDERS: Readonly<Record<PressProfile['imposition']['order'], string>> = {
  single: 'single, in reading order',
  pairs: 'in pairs that face each other',
  folded: 'as they lie in folded sheets',
}

function sheetsOf({ imposition: { order, creep, paper } }: PressProfile): string {
  const on = paper === null ? '' : `, on ${formatSize(paper)}`
  return `${ORDERS[order]}${on}${creep === 0 ? '' : `, with a creep of ${formatMm(creep)}`}`
}

function safeOf({ safe: { outside, spine } }: PressProfile): string {
  if (outside === 0 && spine === 0) return 'none'
  return outside === spine ? formatMm(outside) : `${formatMm(outside)}, at the spine ${formatMm(spine)}`
}

function typeOf({ limits }: PressProfile): string {
  const { type, tintedType, severalInkType, reversedType, reversedTypeOneInk } = limits
  const positive = `${formatPt(type)}; tinted ${formatPt(tintedType)}, in several inks ${formatPt(severalInkType)}`
  return `${positive}, reversed out of one ink ${formatPt(reversedTypeOneInk)}, of several ${formatPt(reversedType)}`
}

function coloured(pages: Preflight['pages']): string {
  const numbers = pages.filter(({ isInColour }) => isInColour).map(({ number }) => number)
  if (numbers.length === 0) return 'none'
  return numbers.length === pages.length ? 'all' : `${numbers.join(', ')}; black alone on the others`
}

function pagesOf({ pages }: Preflight, { standing, waived }: SortedFindings, thumbnails: readonly Thumbnail[]): Markup {
  const all = [...standing, ...waived]
  const shown = pages.map((page, at) => ({
    page,
    thumbnail: thumbnails[at]!,
    findings: all.filter((finding) => finding.page === page.number),
  }))
  return flatplan(shown)
}
