/** How a report looks: on a screen, and on A4. Colours are dark enough to be read on white, and to be told apart in grey by line and shape. */
export const REPORT_STYLE = `:root { --ink: #1b1b1b; --soft: #555; --line: #c9c9c9; --fault: #b3201f; --warning: #8a5300; --note: #1d5a93; --waived: #5f5f5f; --pass: #1c6b3a }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 28px 24px 56px; max-width: 1120px; color: var(--ink); background: #fff; font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums }
p { margin: 0 }
code { font: 0.92em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere }
code span { display: inline-block }
header { border-top: 6px solid var(--ink); padding-top: 12px }
.kicker { font-size: 12px; font-weight: 700; letter-spacing: 0.12em; text-transform: uppercase }
h1 { margin: 2px 0 4px; font: 700 34px/1.15 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Times New Roman", serif }
.what { color: var(--soft) }
.what span + span::before { content: "·"; margin: 0 6px 0 2px }
.verdict { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; margin-top: 16px; padding: 10px 14px; border: 2px solid; border-left-width: 12px }
.verdict strong { font-size: 20px }
.verdict span { color: var(--ink) }
.verdict svg { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 3.5 }
.pass { color: var(--pass) }
.fail { color: var(--fault) }
section { margin-top: 32px }
h2 { margin: 0 0 10px; padding-top: 6px; border-top: 2px solid var(--ink); font-size: 18px; line-height: 1.3 }
table { width: 100%; border-collapse: collapse }
th, td { padding: 7px 16px 7px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th:last-child, td:last-child { padding-right: 0 }
thead th { padding-top: 0; color: var(--soft); font-size: 13px; font-weight: 600 }
.conditions { max-width: 760px }
.conditions th { width: 170px; font-weight: 400; color: var(--soft) }
.conditions th, .conditions td { padding-top: 4px; padding-bottom: 4px }
.flatplan { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; margin: 0; padding: 0; list-style: none }
.flatplan li { display: flex; align-items: flex-end }
.flatplan .right { justify-content: flex-end }
figure { flex: 0 0 50%; width: 50%; margin: 0; padding: 1px }
figcaption { display: flex; justify-content: space-between; padding: 0 2px 4px; font-size: 13px }
.inks { color: var(--soft) }
.inks svg { height: 9px }
.c { fill: #009fe3 }
.m { fill: #d9007c }
.y { fill: #f5d800 }
.k { fill: #1b1b1b }
.sheet { position: relative; outline: 1px solid #8f8f8f }
.sheet img { display: block; width: 100%; height: auto }
.sheet svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible }
.trim { fill: none; stroke: #1b1b1b; stroke-width: 1; stroke-dasharray: 1 3; vector-effect: non-scaling-stroke }
.box { fill-opacity: 0.12; stroke-width: 2; vector-effect: non-scaling-stroke }
.box.fault { fill: var(--fault); stroke: var(--fault) }
.box.warning { fill: var(--warning); stroke: var(--warning); stroke-dasharray: 7 3 }
.box.note { fill: var(--note); stroke: var(--note); stroke-dasharray: 2 3 }
.box.waived { fill: none; stroke: var(--waived); stroke-width: 1 }
.badge text { fill: #fff; font-weight: 700; font-family: Arial, "Helvetica Neue", "Liberation Sans", sans-serif }
.badge :first-child { stroke: #fff; stroke-width: 1; vector-effect: non-scaling-stroke }
.badge.fault { fill: var(--fault) }
.badge.warning { fill: var(--warning) }
.badge.note :first-child, .badge.waived :first-child { fill: #fff; stroke: var(--note); stroke-width: 2 }
.badge.waived :first-child { stroke: var(--waived); stroke-width: 1.5 }
.badge.note text { fill: var(--note) }
.badge.waived text { fill: var(--waived) }
.lone { width: 22px; height: 22px; margin-right: 6px; vertical-align: -6px }
.findings { table-layout: fixed }
.findings thead th:first-child { width: 124px }
.findings thead th:nth-child(3) { width: 190px }
.findings thead th:nth-child(4) { width: 270px }
.findings .page th { padding-top: 18px; border-bottom: 1px solid var(--ink); font-size: 16px }
.page a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px }
.findings tr:target { background: #fff6cf }
.severity { font-size: 13px; white-space: nowrap; font-weight: 600 }
tr.fault .severity { color: var(--fault) }
tr.warning .severity { color: var(--warning) }
tr.note .severity { color: var(--note) }
tr.waived .severity { color: var(--waived) }
.message { font-weight: 600 }
.hint { max-width: 60ch }
.hint::before { content: "→ " }
.reason { font-weight: 600 }
.reason ~ .message { font-weight: 400 }
.code, .size, .place, .let-go { color: var(--soft) }
.rules td:nth-child(2) { width: 210px }
.rules td:nth-child(3) { width: 150px }
.none { color: var(--pass) }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (max-width: 720px) {
  .flatplan { grid-template-columns: 1fr }
  section { overflow-x: auto }
  .findings { min-width: 680px }
}
@page { size: A4; margin: 14mm 12mm }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  h1 { font-size: 24pt }
  h2 { font-size: 12pt; break-after: avoid }
  section { margin-top: 8mm }
  .verdict strong { font-size: 14pt }
  .flatplan { gap: 5mm }
  .flatplan li, tr, .verdict { break-inside: avoid }
  .page { break-after: avoid }
  th, td { padding-top: 1.2mm; padding-bottom: 1.2mm }
  .conditions th, .conditions td { padding-top: 0.5mm; padding-bottom: 0.5mm }
  .severity { font-size: 8.5pt }
  .findings thead th:first-child { width: 27mm }
  .findings thead th:nth-child(3) { width: 36mm }
  .findings thead th:nth-child(4) { width: 46mm }
}
`
