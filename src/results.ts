import { basename, dirname, extname, join } from 'node:path'
import { CODES, type Diagnostic, type Host, type Report, wholeFile } from './base/index.js'
import type { Ledger } from './makeup/index.js'
import { picturePages } from './output/index.js'
import { type Preflight, reportAsHtml, reportAsJson } from './preflight/index.js'
import {
  type Issue,
  type NamedSheets,
  nameOf,
  onSheetsAlone,
  type Profile,
  type ReadyPage,
  type Sheet,
} from './prepress/index.js'

/** A file that comes of a build, by its name in the out folder. */
export interface Result {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the files of an edition are made from. */
export interface ResultsRequest {
  readonly issue: Issue
  readonly profile: Profile
  readonly pages: readonly ReadyPage[]
  /** The sheets that these stand on, file by file. */
  readonly named: readonly NamedSheets[]
  readonly toPdf: (sheets: readonly Sheet[]) => Promise<Uint8Array>
  /** The sheets are pictured too, at so many pixels to the inch; left out, they are not. */
  readonly png?: number | undefined
  /** What a press has against the pages; null for screens. */
  readonly preflight: Preflight | null
  /** All that has been found, and by whom. */
  readonly diagnostics: readonly Diagnostic[]
  readonly ledger: Ledger
}

/** The files of an edition: its sheets, pictures of them, the reports of its preflight, the ledger. */
export async function resultsOf(request: ResultsRequest): Promise<readonly Result[]> {
  const { issue, profile, named, toPdf, png, preflight, ledger } = request
  const name = nameOf(issue, profile)
  const pdfs: Result[] = []
  for (const { name: called, sheets } of named) pdfs.push({ name: `${called}.pdf`, bytes: await toPdf(sheets) })
  const pictures = png === undefined ? [] : await pictureAll(pdfs, png)
  return [
    ...pdfs,
    ...pictures.map((bytes, index) => ({ name: `${name}-p${index + 1}.png`, bytes })),
    ...(preflight ? await reportsOf(preflight, pdfs, { ...request, name }) : []),
    written(`${issue.name}.fit.json`, `${JSON.stringify(ledger, null, 2)}\n`),
  ]
}

/** The reports of a preflight, for people and for programs. */
async function reportsOf(
  preflight: Preflight,
  pdfs: readonly Result[],
  request: ResultsRequest & { readonly name: string },
): Promise<readonly Result[]> {
  // What has no place on a page, or was left out whole, is no finding of the preflight.
  const faults = request.diagnostics.filter((one) => CODES[one.code].unfit && !isFound(one, preflight))
  const report = { preflight, files: pdfs.map(({ name }) => name), faults }
  return [
    written(`${request.name}.preflight.html`, reportAsHtml(report, await thumbnailsOf(pdfs, request))),
    written(`${request.name}.preflight.json`, reportAsJson(report)),
  ]
}

/** Whether what was told is among the findings of a preflight. */
function isFound({ code, place }: Diagnostic, { findings }: Preflight): boolean {
  return findings.some((one) => one.code === code && one.place === place)
}

/** Pixels to the inch of the pages in a report: enough to know a page by. */
const THUMBNAIL_PPI = 36

/** Each page by itself and at its own size, whatever stands beside it in the file and however small it is there. */
async function thumbnailsOf(pdfs: readonly Result[], { named, pages, toPdf }: ResultsRequest) {
  const sheets = named.flatMap((file) => file.sheets)
  const areAlone = sheets.every((sheet) => sheet.numbers.length === 1 && sheet.pages.every(({ scale }) => scale === 1))
  const alone = areAlone ? sheets : onSheetsAlone(pages)
  const pictures = await pictureAll(areAlone ? pdfs : [{ bytes: await toPdf(alone) }], THUMBNAIL_PPI)
  return alone.map(({ width, height, trim }, at) => ({ picture: pictures[at]!, width, height, trim }))
}

/** The pages of files as pictures, in their order. */
async function pictureAll(pdfs: readonly Pick<Result, 'bytes'>[], ppi: number): Promise<readonly Uint8Array[]> {
  const pictured: Uint8Array[] = []
  for (const { bytes } of pdfs) pictured.push(...(await picturePages(bytes, ppi)))
  return pictured
}

/** Where the files go. */
interface Out {
  readonly outFolder: string
  readonly host: Host
}

/** So many files that are left are named. */
const NAMED = 12

/** Reports PDFs of other builds in the folder of a press's files: of an edition that had more pages, say. */
export function lookForLeft(named: readonly NamedSheets[], { outFolder, host }: Out, report: Report): void {
  const [first] = named
  if (!first?.name.includes('/')) return
  const folder = join(outFolder, dirname(first.name))
  const ours = new Set(named.map(({ name }) => `${basename(name)}.pdf`))
  const left = (host.list(folder) ?? []).filter((name) => extname(name).toLowerCase() === '.pdf' && !ours.has(name))
  if (left.length === 0) return
  const rest = left.length > NAMED ? ` and ${left.length - NAMED} more` : ''
  const message = `not of this build, but in the folder of its files: ${left.slice(0, NAMED).join(', ')}${rest}`
  const hint = 'take them out, lest they go to the press'
  report({ code: 'files-left', message, place: wholeFile(host.displayPath(folder)), hint })
}

function written(name: string, text: string): Result {
  return { name, bytes: new TextEncoder().encode(text) }
}
