import { CODES, formatSize, inMm, type Diagnostic, type Place } from '../base/index.js'
import { LOOKS, loneBadge, lookOf } from './badge.js'
import { markup, type Markup } from './markup.js'
import type { PreflightReport } from './report-types.js'
import { type NumberedFinding, tallyOf } from './verdict.js'

/** Findings page by page, as one table. */
export function findingsTable(findings: readonly NumberedFinding[]): Markup {
  const pages = [...new Set(findings.map(({ page }) => page))]
  return markup`<table class="findings">
<thead><tr><th scope="col">No.</th><th scope="col">What</th><th scope="col">Where on the page</th><th scope="col">In the copy</th></tr></thead>
${pages.map(
  (page) => markup`<tbody>
<tr class="page"><th scope="rowgroup" colspan="4">${pageOf(page)}</th></tr>
${findings.filter((finding) => finding.page === page).map(findingRow)}</tbody>
`,
)}</table>`
}

function pageOf(page: number | null): Markup {
  return page === null ? markup`The whole paper` : markup`<a href="#page-${page}">Page ${page}</a>`
}

function findingRow(finding: NumberedFinding): Markup {
  const { number, code, message, hint, waived, slot, article, file, place } = finding
  const look = lookOf(finding)
  return markup`<tr id="finding-${number}" class="${look}">
<th scope="row">${loneBadge(finding)}<span class="unseen">${number}</span> <span class="severity">${LOOKS[look]}</span></th>
<td>${waived === null ? null : markup`<p class="reason">Waived: ${waived}</p>\n`}<p class="message">${message}</p>
${hint === null ? null : markup`<p class="hint">${hint}</p>\n`}<p class="code"><code>${code}</code></p></td>
<td>${whereOf(finding)}</td>
<td>${[
    slot === null ? null : markup`<p>slot <code>${slot}</code></p>\n`,
    article === null ? null : markup`<p>article <code>${article}</code></p>\n`,
    file === null ? null : markup`<p>${pathOf(file)}</p>\n`,
  ]}<p class="place">${placeInWords(place)}</p></td>
</tr>
`
}

function whereOf({ page, rect }: NumberedFinding): Markup {
  if (!rect) return markup`<p>${page === null ? 'all pages' : 'all of it'}</p>`
  return markup`<p>${inMm(rect.x)} mm from left</p>
<p>${inMm(rect.y)} mm from top</p>
<p class="size">${formatSize(rect)}</p>`
}

/** `edition.yaml:9:7`; a file alone where all of it is meant. */
function placeInWords({ file, line, column, sourceLine }: Place): Markup {
  return pathOf(sourceLine === '' ? file : `${file}:${line}:${column}`)
}

/** A path that is divided where its folders end. */
function pathOf(path: string): Markup {
  return markup`<code>${path.split(/(?<=\/)/).map((step) => markup`<span>${step}</span>`)}</code>`
}

/** What was found before the press was asked, and keeps the paper from being printed. */
export function faultsTable(faults: readonly Diagnostic[]): Markup {
  return markup`<table class="faults">
<thead><tr><th scope="col">What</th><th scope="col">In the copy</th></tr></thead>
<tbody>
${faults.map(
  ({ code, message, hint, place }) => markup`<tr><td><p class="message">${message}</p>
${hint === undefined ? null : markup`<p class="hint">${hint}</p>\n`}<p class="code"><code>${code}</code></p></td><td>${placeInWords(place)}</td></tr>
`,
)}</tbody>
</table>`
}

/** All that was looked for, and how often it was found. */
export function rulesTable(report: PreflightReport): Markup {
  return markup`<table class="rules">
<thead><tr><th scope="col">Looked for</th><th scope="col">Code</th><th scope="col">Found</th></tr></thead>
<tbody>
${report.preflight.rules.map((code) => {
  const { findings, waived } = tallyOf(code, report)
  return markup`<tr><td>${CODES[code].meaning}</td><td><code>${code}</code></td><td>${countOf(findings, waived)}</td></tr>
`
})}</tbody>
</table>`
}

function countOf(standing: number, waived: number): Markup {
  const letGo = waived === 0 ? null : markup` <span class="let-go">${waived} waived</span>`
  if (standing > 0) return markup`<strong>${standing}</strong>${letGo}`
  return markup`<span class="none">✓ none</span>${letGo}`
}
