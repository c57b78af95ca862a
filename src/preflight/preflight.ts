import { formatMm, formatSize, type Gathering } from '../base/index.js'
import type { Waiver } from '../edition/index.js'
import { type MadeUpEdition, waiversFor } from '../makeup/index.js'
import type { Pictures, RasterImages } from '../pictures/index.js'
import type { PressProfile, ReadyEdition, SlugWords } from '../prepress/index.js'
import { PRESS_RULES, type PressRule } from '../stylebook/index.js'
import { LEFT_OVER, leftOver } from './left-over.js'
import type { Fault, Job, LookedPage } from './look.js'
import { marksOf } from './marks.js'
import { ownersOf } from './owners.js'
import { RULES } from './rules/rules.js'
import type { Preflight, PreflightFinding } from './types.js'

/** What looking through an edition needs. */
export interface PreflightRequest {
  readonly madeUp: MadeUpEdition
  readonly ready: ReadyEdition
  readonly pictures: Pictures
  readonly profile: PressProfile
  /** What the slug line says; its title is the report's. */
  readonly slug: SlugWords
  /** Who is told of what is found, and says how grave it is. */
  readonly gathering: Pick<Gathering, 'report' | 'severityOf'>
}

/**
 * Looks through an edition that is ready for a press. What is found and nobody has waived is told; none of it keeps a file from
 * being written. What make-up has told of already is listed, and not told again.
 */
export function preflight(request: PreflightRequest): Preflight {
  const { madeUp, profile, slug, gathering } = request
  const pages = lookedPages(request)
  const job: Job = { ...request, images: request.ready.images, pages }
  const findingOf = (code: PreflightFinding['code'], fault: Fault, waiver: Waiver | null): PreflightFinding => ({
    ...placed(fault),
    code,
    severity: gathering.severityOf(code),
    waived: waiver?.reason ?? null,
  })
  const found = [
    ...leftOver(pages, madeUp).map((fault) => findingOf(fault.code, fault, null)),
    ...PRESS_RULES.flatMap((rule) =>
      RULES[rule](job).map((fault) => findingOf(rule, fault, waiverOf(rule, fault, madeUp))),
    ),
  ]
  // Sorting is stable: on a page they stay in the order of the rules.
  const findings = found.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  for (const finding of findings) if (finding.waived === null && isOurs(finding)) gathering.report(toldOf(finding))
  return {
    edition: madeUp.ledger.edition,
    title: slug.title,
    profile,
    pages: pages.map(({ number, width, height, colourSpace }) => ({
      number,
      width,
      height,
      isInColour: colourSpace === 'cmyk',
    })),
    rules: [...LEFT_OVER, ...PRESS_RULES],
    findings,
  }
}

function lookedPages({ madeUp, ready, pictures, profile: { bleed } }: PreflightRequest): readonly LookedPage[] {
  return ready.pages.map((page, index) => {
    const made = madeUp.pages[index]!
    const owners = ownersOf(made, madeUp.edition.pages[index]!, pictures)
    const { page: number, width, height, colourSpace } = page
    const images: RasterImages = ready.images.get(colourSpace) ?? new Map()
    const marks = marksOf(page, { bleed, owners, images })
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

function isOurs({ code }: PreflightFinding): boolean {
  return PRESS_RULES.some((rule) => rule === code)
}

/** `page 3, 60 × 40 mm at 12 mm from the left and 40 mm from the head: …` */
function toldOf({ code, message, hint, page, rect, place }: PreflightFinding) {
  const where = rect
    ? `, ${formatSize(rect)} at ${formatMm(rect.x)} from the left and ${formatMm(rect.y)} from the head`
    : ''
  const told = page === null ? message : `page ${page}${where}: ${message}`
  return { code, message: told, place, ...(hint === null ? {} : { hint }) }
}
