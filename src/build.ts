import { join } from 'node:path'
import {
  type Code,
  gather,
  wholeFile,
  type Diagnostic,
  type Gathering,
  type Host,
  type NewFile,
  type Report,
} from './base/index.js'
import { paintPage, type Structure, tagPages } from './display/index.js'
import { findManifest, languagesOf, loadEdition, newestEdition, picturesOf, type Edition } from './edition/index.js'
import { openFonts, type Fonts } from './fonts/index.js'
import { checkArtwork, formatDate, makeUp, type Ledger, type MadeUpEdition } from './makeup/index.js'
import { OUTPUTS, type DocumentInfo } from './output/index.js'
import { lookForDamage, openPictures, type Pictures } from './pictures/index.js'
import { preflight } from './preflight/index.js'
import { findProfile, impose, isForReaders, makeReady, nameFiles, type Profile, type Sheet } from './prepress/index.js'
import { lookForLeft, resultsOf } from './results.js'
import { createSetter, facesOf, lookForMissing, type Setter } from './typeset/index.js'

export { formatLedger } from './display/index.js'
export type { Article, Copy, Edition, Page } from './edition/index.js'
export type { Ledger, LedgerEntry, LedgerPlacement, MadeUpEdition } from './makeup/index.js'

/** What is to be made up, and where everything stands. Paths are absolute. */
export interface MakeUpRequest {
  /** An edition's folder or its manifest; null is the newest edition. */
  readonly edition: string | null
  /** Where the newest edition is looked for. */
  readonly editionsFolder: string
  readonly layoutsFolder: string
  readonly fontsFolder: string
  /** Where the ICC profiles are that come with stonehand; left out, the layouts folder's own `profiles`. */
  readonly profilesFolder?: string
  /** A print profile's name. */
  readonly profile: string
  readonly host: Host
  readonly onlooker?: Onlooker
}

/** What is to be built. */
export interface BuildRequest extends MakeUpRequest {
  /** Where the results go. */
  readonly outFolder: string
  /** Warnings count as errors. */
  readonly strict?: boolean
  /** The pages are written as pictures too, at so many pixels to the inch; left out, they are not. */
  readonly png?: number
}

/** What came of it. */
export interface Build {
  /** Every finding, in the order met. */
  readonly diagnostics: readonly Diagnostic[]
  /** Null when nothing was written. */
  readonly ledger: Ledger | null
  /** The files written: the pages, the ledger and a press's reports, or none. */
  readonly files: readonly string[]
  /** 0 fit to print, 1 errors and nothing written, 3 written but not fit to print. */
  readonly exit: 0 | 1 | 3
  /** What was thrown, when stonehand itself is at fault. */
  readonly fault?: unknown
}

/** An edition made up, with nothing written. */
export interface MadeUp {
  /** Every finding, in the order met. */
  readonly diagnostics: readonly Diagnostic[]
  /** Null when there are errors. */
  readonly madeUp: MadeUpEdition | null
  /** What was thrown, when stonehand itself is at fault. */
  readonly fault?: unknown
}

/** The stages of a build, in order. */
export type Stage = 'copy' | 'fonts' | 'make-up' | 'painting' | 'output' | 'writing'

/** Looks on while a build runs; the bench is one. */
export interface Onlooker {
  /** A stage begins, and the one before has ended. */
  begin(stage: Stage): void
  /** Stands between make-up and the setter, so that the two can be told apart. */
  standBetween(setter: Setter): Setter
}

const NOBODY: Onlooker = { begin: () => {}, standBetween: (setter) => setter }

/** What a build makes before it is written. */
interface Results {
  readonly ledger: Ledger
  readonly files: readonly NewFile[]
}

/** Builds one edition: from the copy on the disk to pages and ledger in the out folder, or to findings and nothing written. */
export async function buildEdition(request: BuildRequest): Promise<Build> {
  const gathering = gather({ strict: request.strict ?? false })
  const { diagnostics, report } = gathering
  const refused = { diagnostics, ledger: null, files: [], exit: 1 } as const
  try {
    const results = await compose(request, gathering)
    if (!results || !write(results.files, request, gathering)) return refused
    const files = results.files.map(({ path }) => path)
    return { diagnostics, ledger: results.ledger, files, exit: gathering.isUnfit() ? 3 : 0 }
  } catch (fault) {
    reportFault(fault, request, report)
    return { ...refused, fault }
  }
}

/** Makes up one edition in memory: what a build would put on its pages, or the findings that would stop it. */
export async function makeUpEdition(request: MakeUpRequest): Promise<MadeUp> {
  const gathering = gather()
  const { diagnostics, report, mustStop } = gathering
  try {
    const pages = await composePages({ ...request, cacheFolder: null }, gathering)
    // A build meets damaged pictures when it paints; here nothing is painted.
    if (pages) await lookForDamage(pages.pictures, report)
    return { diagnostics, madeUp: pages && !mustStop() ? pages.madeUp : null }
  } catch (fault) {
    reportFault(fault, request, report)
    return { diagnostics, madeUp: null, fault }
  }
}

function reportFault(fault: unknown, { host, edition, editionsFolder }: MakeUpRequest, report: Report): void {
  const message = `internal error: ${fault instanceof Error ? fault.message : String(fault)}; please report it`
  report({ code: 'internal-error', message, place: wholeFile(host.displayPath(edition ?? editionsFolder)) })
}

/** Without what is an error of its own for a press, and is told there with the place on the page. */
function leavingToPress(report: Report): Report {
  const left: readonly Code[] = ['pdf-rgb', 'pdf-font']
  return (finding) => {
    if (!left.includes(finding.code)) report(finding)
  }
}

/** Pages made up, and what they are painted with. */
interface Pages {
  readonly madeUp: MadeUpEdition
  readonly pictures: Pictures
  readonly fonts: Fonts
  readonly profile: Profile
}

/** The pipeline up to make-up. Null when there are errors: everything that can still be looked at has been. */
async function composePages(
  request: MakeUpRequest & { readonly cacheFolder: string | null },
  { report, mustStop }: Gathering,
): Promise<Pages | null> {
  const { cacheFolder, host, layoutsFolder, fontsFolder, onlooker = NOBODY } = request
  const { profilesFolder = join(layoutsFolder, 'profiles') } = request
  onlooker.begin('copy')
  const manifestPath = manifestOf(request, report)
  if (!manifestPath) return null
  const edition = loadEdition({ manifestPath, layoutsFolder, host, report })
  if (!edition) return null
  const { stylebook, format } = edition
  const place = wholeFile(host.displayPath(manifestPath))
  const declared = stylebook.profiles
  const profile = findProfile(request.profile, { place, report, declared, profilesFolder, host })
  const tellOfPictures = profile?.kind === 'press' ? leavingToPress(report) : report
  const pictures = await openPictures({ files: picturesOf(edition), cacheFolder, host, report: tellOfPictures })
  checkArtwork({ edition, pictures, report })

  onlooker.begin('fonts')
  const fonts = await openFonts({ fontsFolder, host, report, asked: facesOf(stylebook) })
  if (!fonts) return null
  const { leading, gutter } = format.grid
  const setter = await createSetter({ fonts, stylebook, languages: languagesOf(edition), leading, gutter, report })

  onlooker.begin('make-up')
  if (mustStop()) {
    lookForMissing(edition, setter)
    await lookForDamage(pictures, report)
  }
  if (mustStop() || !profile) return null
  const madeUp = makeUp({ edition, setter: onlooker.standBetween(setter), pictures, report })
  return mustStop() ? null : { madeUp, pictures, fonts, profile }
}

/** The pipeline. Null when there are errors and nothing is to be written. */
async function compose(request: BuildRequest, gathering: Gathering): Promise<Results | null> {
  const cacheFolder = join(request.outFolder, '.cache')
  const composed = await composePages({ ...request, cacheFolder }, gathering)
  if (!composed) return null
  const { madeUp, pictures, fonts, profile } = composed
  const { edition } = madeUp
  const { stylebook } = edition
  const { host, onlooker = NOBODY } = request
  const { report, mustStop } = gathering

  onlooker.begin('painting')
  const tags = isForReaders(profile)
    ? tagPages(madeUp.pages, { pictures, pageForm: stylebook.furniture.refs.teaser })
    : null
  const pages = madeUp.pages.map((page) => paintPage(page, { stylebook, pictures, ...(tags ? { tags } : {}) }))
  const info = describe(edition, profile, tags?.structure ?? null)
  const { font: family, weight, italic } = stylebook.type.folio
  const slug = { title: info.title, fonts, face: { family, weight, italic } }
  const ready = await makeReady(pages, { profile, pictures, cacheFolder, host, report })
  if (!ready || mustStop()) return null
  const sheets = impose(ready.pages, { profile, slug, report, place: wholeFile(edition.manifest) })
  const asked = { madeUp, ready, pictures, sheets, slug, gathering }
  const looked = profile.kind === 'press' ? preflight({ ...asked, profile }) : null
  const named = nameFiles(sheets, { issue: edition, profile, report })
  if (!named) return null
  lookForLeft(named, request, report)
  if (mustStop()) return null

  onlooker.begin('output')
  const artwork = { pictures, images: ready.images }
  const toPdf = (some: readonly Sheet[]): Promise<Uint8Array> => OUTPUTS.pdf(some, info, artwork)
  const made = { issue: edition, profile, pages: ready.pages, named, preflight: looked, ledger: madeUp.ledger }
  const results = await resultsOf({ ...made, toPdf, png: request.png, diagnostics: gathering.diagnostics })
  return {
    ledger: madeUp.ledger,
    files: results.map(({ name, bytes }) => ({ path: join(request.outFolder, name), bytes })),
  }
}

/** The manifest that is asked for; null, with a finding, when there is none. */
function manifestOf({ edition, editionsFolder, host }: MakeUpRequest, report: Report): string | null {
  const found = edition === null ? newestEdition(editionsFolder, host) : findManifest(edition, host)
  if (found) return found
  const folder = host.displayPath(edition ?? editionsFolder)
  const message = edition === null ? `there is no edition in ${folder}` : `there is no edition at ${folder}`
  const hint = 'an edition is a folder with an edition.yaml in it'
  report({ code: 'edition-missing', message, place: wholeFile(folder), hint })
  return null
}

/** What the document says of itself. */
function describe(
  { stylebook: { paper }, date }: Edition,
  profile: Profile,
  structure: Structure | null,
): DocumentInfo {
  const title = `${paper.name}, ${formatDate(date, paper.dateForm, paper.language)}`
  const info = { title, author: paper.name, language: paper.language, date }
  return { ...info, ...(profile.kind === 'press' ? { press: profile } : {}), ...(structure ? { structure } : {}) }
}

/** Writes all results or none; says whether it did. */
function write(
  files: readonly NewFile[],
  { host, outFolder, onlooker = NOBODY }: BuildRequest,
  { report }: Gathering,
): boolean {
  onlooker.begin('writing')
  try {
    host.writeWhole(files)
    return true
  } catch (failure) {
    const message = `the results cannot be written: ${failure instanceof Error ? failure.message : String(failure)}`
    report({ code: 'file-unwritable', message, place: wholeFile(host.displayPath(outFolder)) })
    return false
  }
}
