import { type Code, type Diagnostic, formatMm, formatSize, type Gathering } from '../base/index.js'
import type { Waiver } from '../edition/index.js'
import { type MadeUpEdition, waiversFor } from '../makeup/index.js'
import type { Pictures, RasterImages } from '../pictures/index.js'
import type { PressProfile, ReadyEdition, Sheet, SlugWords } from '../prepress/index.js'
import { PRESS_RULES, type PressRule } from '../stylebook/index.js'
import { withBoxes } from './box-owners.js'
import { LEFT_OVER, type LeftOver, leftOver } from './left-over.js'
import type { Fault, Job, LookedPage } from './look.js'
import { marksOf } from './marks.js'
import { ownersOf } from './owners.js'
import { RULES } from './rules/rules.js'
import type { Preflight, PreflightFinding } from './types.js'

/** What is told when pages are put on sheets. */
const OF_SHEETS = ['sheet-scaled', 'sheets-padded'] as const satisfies readonly Code[]

/** What looking through an edition needs. */
export interface PreflightRequest {
  readonly madeUp: MadeUpEdition
  readonly ready: ReadyEdition
  readonly pictures: Pictures
  readonly profile: PressProfile
  /** The sheets that the pages stand on; those who put them there have told what is to be known of that. */
  readonly sheets: readonly Sheet[]
  /** What the slug line says; its title is the report's. */
  readonly slug: SlugWords
  /** Who is told of what is found, says how grave it is, and knows what make-up has told. */
  readonly gathering: Pick<Gathering, 'report' | 'severityOf' | 'diagnostics'>
}

/**
 * Looks through an edition that is ready for a press. What is found and nobody has waived is told; none of it keeps a file from
 * being written. What make-up has told of already is listed, and not told again.
 */
export function preflight(request: PreflightRequest): Preflight {
  const { madeUp, profile, sheets, slug, gathering } = request
  const { diagnostics } = gathering
  // All are printed alike.
  const scale = sheets[0]?.pages[0]?.scale ?? 1
  const pages = lookedPages(request)
  const job: Job = { ...request, images: request.ready.images, scale, pages }
  const left = leftOver(pages, diagnostics).map(findingOfLeft)
  const ofSheets = diagnostics.filter(({ code }) => OF_SHEETS.some((one) => one === code)).map(findingOfTold)
  const ours = PRESS_RULES.flatMap((rule) =>
    RULES[rule](job).map((fault): PreflightFinding => {
      const waiver = waiverOf(rule, fault, madeUp)
      return { ...placed(fault), code: rule, severity: gathering.severityOf(rule), waived: waiver?.reason ?? null }
    }),
  )
  const findings = inOrderOfPages([...ofSheets, ...left, ...ours])
  for (const finding of inOrderOfPages(ours)) if (finding.waived === null) gathering.report(toldOf(finding))
  return {
    edition: madeUp.ledger.edition,
    title: slug.title,
    profile,
    scale,
    pages: pages.map(({ number, width, height, colourSpace }) => ({
      number,
      width,
      height,
      isInColour: colourSpace === 'cmyk',
    })),
    rules: [...LEFT_OVER, ...PRESS_RULES, ...OF_SHEETS],
    findings,
  }
}

function lookedPages({ madeUp, ready, pictures, profile: { bleed } }: PreflightRequest): readonly LookedPage[] {
  return ready.pages.map((page, index) => {
    const made = madeUp.pages[index]!
    const owners = ownersOf(made, madeUp.edition.pages[index]!, pictures)
    const { page: number, width, height, colourSpace } = page
    const images: RasterImages = ready.images.get(colourSpace) ?? new Map()
    const marks = withBoxes(marksOf(page, { bleed, owners, images }), made, owners)
    return { number, width, height, bleed, colourSpace, madeUp: made, marks, owners }
  })
}

/** The waiver that lets a fault go: of its place or its page; of the first page, where it concerns the whole paper. */
function waiverOf(rule: PressRule, { page, owner }: Fault, { edition }: MadeUpEdition): Waiver | null {
  const written = edition.pages[(page ?? 1) - 1]!
  return waiversFor(rule, owner.slot === null ? [] : [owner.slot], written)[0] ?? null
}

/** What is the matter, and where. */
function placed(fault: Fault): Omit<PreflightFinding, 'code' | 'severity' | 'waived'> {
  const { page, rect, owner, says, hint, place = owner.place } = fault
  const { slot, article, file } = owner
  return { message: says, hint, page, rect, slot, article, file, place }
}

/** What make-up has told, in its own words. */
function findingOfLeft({ told, page, owner: { slot, article, file }, rect }: LeftOver): PreflightFinding {
  return { ...findingOfTold(told), page, rect, slot, article, file }
}

/** What has been told of the whole paper. */
function findingOfTold({ code, severity, message, hint, place }: Diagnostic): PreflightFinding {
  const nowhere = { page: null, rect: null, slot: null, article: null, file: null, waived: null }
  return { ...nowhere, code, severity, message, hint: hint ?? null, place }
}

/** On a page they stay in the order of the rules. */
function inOrderOfPages(findings: readonly PreflightFinding[]): readonly PreflightFinding[] {
  return [...findings].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
}

/** `page 3, 60 × 40 mm at 12 mm from the left and 40 mm from the head: …` */
function toldOf({ code, message, hint, page, rect, place }: PreflightFinding) {
  const where = rect
    ? `, ${formatSize(rect)} at ${formatMm(rect.x)} from the left and ${formatMm(rect.y)} from the head`
    : ''
  const told = page === null ? message : `page ${page}${where}: ${message}`
  return { code, message: told, place, ...(hint === null ? {} : { hint }) }
}
