import { nearest, type Place, type Report } from '../base/index.js'
import type { IccSource, ProfileChanges } from '../stylebook/index.js'
import { type BuiltInPress, OUR_INKS, type OurInks, PROFILES } from './built-in.js'
import { changeImposition, changeScreen } from './change-screen.js'
import type { Limits, PageCount, PictureDemands, PressProfile, ScreenProfile } from './types.js'

/** A press profile whose file of inks is not open yet. */
export interface PressDraft extends Omit<PressProfile, 'inks'> {
  readonly inks: DraftInks
}

/** A profile as far as it can be known without opening a file. */
export type Draft = ScreenProfile | PressDraft

/** Where the inks are described, and what the file for the press says of them. */
export interface DraftInks {
  readonly source: OurInks | Extract<IccSource, { kind: 'file' }>
  /** As the stylebook has it; null for what is known of our own files, and nothing of others. */
  readonly condition: string | null
  readonly isEmbedded: boolean
}

/** What resolving a profile needs. */
export interface ResolveProfileOptions {
  readonly declared: ReadonlyMap<string, ProfileChanges>
  readonly report: Report
}

/** A built-in profile, as a draft. */
export function draftOf(profile: ScreenProfile | BuiltInPress): Draft {
  if (profile.kind === 'screen') return profile
  return { ...profile, inks: { source: profile.inks, condition: null, isEmbedded: true } }
}

/** A profile of the stylebook with all that it leaves to others; null, with a finding, when that is none. */
export function resolveProfile(changes: ProfileChanges, options: ResolveProfileOptions): Draft | null {
  const under = baseOf(changes, [], options)
  const draft = under && applyChanges(changes, under, options.report)
  if (!draft || draft.kind === 'screen') return draft
  const areSound = [hasFreeName, hasSoundInks, hasSoundPageCount].map((isSound) =>
    isSound(draft, changes, options.report),
  )
  return areSound.every((one) => one) ? draft : null
}

/** What a profile changes: another one of the stylebook, or a built-in one. `path` are the profiles that led here. */
function baseOf(changes: ProfileChanges, path: readonly string[], options: ResolveProfileOptions): Draft | null {
  const { name, place: ownPlace, extends: written } = changes
  const { declared, report } = options
  if (!written && !PROFILES.has(name)) {
    const message = `the profile "${name}" does not say which one it changes`
    report({ code: 'key-missing', message, place: ownPlace, hint: 'such as extends: newsprint' })
    return null
  }
  const { value: base, place } = written ?? { value: name, place: ownPlace }
  const own = base === name && PROFILES.has(name) ? undefined : declared.get(base)
  if (own) {
    if (base === name || path.includes(base)) {
      const hint = 'one of them must change a built-in one, such as newsprint'
      report({ code: 'value-wrong', message: `profiles change each other in a circle: ${base}`, place, hint })
      return null
    }
    const under = baseOf(own, [...path, name], options)
    return under && applyChanges(own, under, report)
  }
  const builtIn = PROFILES.get(base)
  if (builtIn) return draftOf(builtIn)
  blameBase(base, { place, declared, report })
  return null
}

function blameBase(base: string, { place, declared, report }: ResolveProfileOptions & { readonly place: Place }): void {
  const known = [...new Set([...PROFILES.keys(), ...declared.keys()])]
  const near = nearest(base, known)
  const hint = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`
  report({ code: 'profile-unknown', message: `there is no print profile "${base}"`, place, hint })
}

function applyChanges(changes: ProfileChanges, under: Draft, report: Report): Draft {
  if (under.kind === 'screen') return changeScreen(changes, under, report)
  return {
    kind: 'press',
    name: changes.name,
    standard: changes.standard ?? under.standard,
    inks: inksOf(changes, under.inks, report),
    inkLimit: changes['ink-limit'] ?? under.inkLimit,
    bleed: changes.bleed ?? under.bleed,
    marks: changes.marks ?? under.marks,
    pictures: picturesOf(changes, under.pictures),
    limits: limitsOf(changes, under.limits),
    safe: { outside: changes.safe?.outside ?? under.safe.outside, spine: changes.safe?.spine ?? under.safe.spine },
    pageCount: pageCountOf(changes, under.pageCount),
    colourPages: changes['colour-pages'] ?? under.colourPages,
    imposition: changeImposition(changes, under.imposition),
    fileNames: changes['file-names'] ?? under.fileNames,
  }
}

function inksOf({ icc, condition, embed }: ProfileChanges, under: DraftInks, report: Report): DraftInks {
  const source = icc && sourceOf(icc, report)
  return {
    source: source ?? under.source,
    // Another file is another condition.
    condition: condition?.value ?? (source ? null : under.condition),
    isEmbedded: embed?.value ?? under.isEmbedded,
  }
}

function sourceOf(icc: IccSource, report: Report): DraftInks['source'] | null {
  if (icc.kind === 'file') return icc
  const ours = OUR_INKS.find((name) => name === icc.name)
  if (ours) return ours
  const near = icc.meant ?? nearest(icc.name, OUR_INKS)
  const known = `known are ${OUR_INKS.join(', ')}, and files of the layouts folder, such as profiles/${icc.name}.icc`
  const hint = near ? `did you mean "${near}"?` : known
  report({ code: 'value-wrong', message: `there are no inks "${icc.name}"`, place: icc.place, hint })
  return null
}

function picturesOf({ pictures }: ProfileChanges, under: PictureDemands): PictureDemands {
  const ruling = pictures?.ruling ?? null
  return {
    ppi: pictures?.ppi ?? under.ppi,
    quality: pictures?.quality ?? under.quality,
    ruling: ruling === 'none' ? null : (ruling ?? under.ruling),
  }
}

function limitsOf({ limits }: ProfileChanges, under: Limits): Limits {
  return {
    type: limits?.type ?? under.type,
    tintedType: limits?.['tinted-type'] ?? under.tintedType,
    severalInkType: limits?.['several-ink-type'] ?? under.severalInkType,
    reversedType: limits?.['reversed-type'] ?? under.reversedType,
    reversedTypeOneInk: limits?.['reversed-type-one-ink'] ?? under.reversedTypeOneInk,
    rule: limits?.rule ?? under.rule,
    severalInkRule: limits?.['several-ink-rule'] ?? under.severalInkRule,
  }
}

function pageCountOf({ 'page-count': asked }: ProfileChanges, under: PageCount): PageCount {
  const multiple = asked?.multiple ?? under.multiple
  // Whoever asks for another multiple asks for no less than that, unless he says so.
  const least = asked?.least ?? (asked?.multiple ? multiple : under.least)
  return { multiple, least, most: asked?.most ?? under.most }
}

/** Whether a press profile does not go by the name of one of the house for screens and office printers; if it does, that is reported. */
function hasFreeName(
  _draft: PressDraft,
  { name, place: ownPlace, extends: base }: ProfileChanges,
  report: Report,
): boolean {
  if (PROFILES.get(name)?.kind !== 'screen') return true
  const message = `the profile "${name}" is for screens and office printers, and cannot become one for a press`
  report({
    code: 'value-wrong',
    message,
    place: base?.place ?? ownPlace,
    hint: 'give the one for the press another name',
  })
  return false
}

/** Whether there is a number of pages that a profile allows, if it says anything of that; if there is none, that is reported. */
function hasSoundPageCount({ pageCount }: PressDraft, { keyPlaces }: ProfileChanges, report: Report): boolean {
  const { multiple, least, most } = pageCount
  const place = keyPlaces.get('page-count')
  if (!place || most === null || Math.ceil(least / multiple) * multiple <= most) return true
  const steps = multiple === 1 ? '' : `a multiple of ${multiple}, `
  const message = `page-count allows no number of pages: ${steps}at least ${least}, at most ${most}`
  const between = `there is no multiple of ${multiple} from ${least} to ${most}`
  report({ code: 'value-wrong', message, place, hint: least > most ? 'least must not be more than most' : between })
  return false
}

/** Whether a file may leave its ICC profile out as asked; what forbids it is reported. */
function hasSoundInks(
  { standard, inks }: PressDraft,
  { embed, place: ownPlace }: ProfileChanges,
  report: Report,
): boolean {
  const isNamed = typeof inks.source === 'string' || inks.condition !== null
  if (inks.isEmbedded || (standard !== 'PDF/X-4' && isNamed)) return true
  const place = embed?.place ?? ownPlace
  const message =
    standard === 'PDF/X-4'
      ? 'a PDF/X-4 carries its ICC profile: embed cannot be false'
      : 'without its ICC profile, a file must name a registered printing condition: say condition, or embed: true'
  report({ code: 'value-wrong', message, place })
  return false
}
