import { mm } from '../base/index.js'
import { type Mark, PAPERS, type Standard } from '../stylebook/index.js'
import type { Imposition, Limits, PageCount, PictureDemands, PressProfile, SafeMargin, ScreenProfile } from './types.js'

/** The inks of presses that come with stonehand: files of `layouts/profiles/`, without their ending. */
export const OUR_INKS = ['newsprint-240', 'newsprint-220', 'uncoated-280', 'coated-300'] as const

export type OurInks = (typeof OUR_INKS)[number]

/** A printing condition by the file that describes it. */
interface NamedCondition {
  readonly condition: string
  readonly info: string
}

/** What each of our files describes. The names are those of the ICC's registry of characterisations. */
export const CONDITIONS: Readonly<Record<OurInks, NamedCondition>> = {
  'newsprint-240': { condition: 'CGATS TR 002', info: 'Coldset offset on newsprint (SNAP 2007)' },
  'newsprint-220': { condition: 'CGATS TR 002', info: 'Coldset offset on newsprint (SNAP 2007)' },
  'uncoated-280': { condition: 'FOGRA29', info: 'Offset on uncoated paper (ISO 12647-2, paper type 4)' },
  'coated-300': { condition: 'FOGRA39', info: 'Offset on coated paper (ISO 12647-2, paper types 1 and 2)' },
}

/** A press profile before the file of its inks is opened. */
export interface BuiltInPress extends Omit<PressProfile, 'inks'> {
  readonly inks: OurInks
}

const NO_MARKS: readonly Mark[] = []

/** What most coldset presses ask for. */
const NEWSPRINT_PICTURES: PictureDemands = { ppi: 200, quality: 85, ruling: null }
const NEWSPRINT_LIMITS: Limits = {
  type: 6,
  tintedType: 8,
  severalInkType: 10,
  reversedType: 10,
  reversedTypeOneInk: 8,
  rule: 0.25,
  severalInkRule: 1,
}

/** Sheet-fed presses print finer screens on whiter paper. */
const SHEET_FED_PICTURES: PictureDemands = { ppi: 300, quality: 90, ruling: null }
const SHEET_FED_LIMITS: Limits = {
  type: 6,
  tintedType: 8,
  severalInkType: 8,
  reversedType: 8,
  reversedTypeOneInk: 8,
  rule: 0.25,
  severalInkRule: 1,
}

/** What is stapled is trimmed on three sides and pinched at the spine, and a sheet folded once has four pages. */
const STAPLED_SAFE: SafeMargin = { outside: mm(5), spine: mm(10) }
const STAPLED_PAGES: PageCount = { multiple: 4, least: 4, most: null }

type PressWithoutName = Omit<BuiltInPress, 'kind' | 'name' | 'standard' | 'imposition' | 'fileNames'>

const PRESSES = {
  /** Coldset newsprint: neither tabloid nor broadsheet bleeds. */
  newsprint: {
    inks: 'newsprint-240',
    inkLimit: 240,
    bleed: 0,
    marks: NO_MARKS,
    pictures: NEWSPRINT_PICTURES,
    limits: NEWSPRINT_LIMITS,
    // What a newspaper's press does not print is its margin already.
    safe: { outside: 0, spine: 0 },
    // How many pages a web press prints at a time, its printer knows.
    pageCount: { multiple: 1, least: 1, most: null },
    colourPages: 'all',
  },
  /** A4, stapled, on uncoated paper. */
  stapled: {
    inks: 'uncoated-280',
    inkLimit: 280,
    bleed: mm(3),
    marks: NO_MARKS,
    pictures: SHEET_FED_PICTURES,
    limits: SHEET_FED_LIMITS,
    safe: STAPLED_SAFE,
    pageCount: STAPLED_PAGES,
    colourPages: 'all',
  },
  /** The same on coated paper. */
  coated: {
    inks: 'coated-300',
    inkLimit: 300,
    bleed: mm(3),
    marks: NO_MARKS,
    pictures: SHEET_FED_PICTURES,
    limits: SHEET_FED_LIMITS,
    safe: STAPLED_SAFE,
    pageCount: STAPLED_PAGES,
    colourPages: 'all',
  },
} as const satisfies Readonly<Record<string, PressWithoutName>>

type PressName = keyof typeof PRESSES

/** Page after page, each as large as it is: what most presses ask for. */
const SINGLE: Imposition = { order: 'single', creep: 0, paper: null }

/** For reading, and small enough to be sent. */
const SCREEN: ScreenProfile = { kind: 'screen', name: 'screen', ppi: 150, imposition: SINGLE }

/** For the office printer: A3, printed on both sides, folded and nested. Paper of 80 g is about 0.1 mm thick. */
const HOME: ScreenProfile = {
  kind: 'screen',
  name: 'home',
  ppi: 300,
  imposition: { order: 'folded', creep: mm(0.1), paper: PAPERS.A3 },
}

function press(name: PressName, standard: Standard): BuiltInPress {
  const named = { kind: 'press', name: standard === 'PDF/X-4' ? `${name}-x4` : name, standard } as const
  return { ...named, ...PRESSES[name], imposition: SINGLE, fileNames: null }
}

/** The built-in print profiles by their names: each press as PDF/X-1a:2001, and once more as PDF/X-4. */
export const PROFILES: ReadonlyMap<string, ScreenProfile | BuiltInPress> = new Map(
  [
    SCREEN,
    HOME,
    ...(Object.keys(PRESSES) as PressName[]).flatMap((name) => [press(name, 'PDF/X-1a:2001'), press(name, 'PDF/X-4')]),
  ].map((profile) => [profile.name, profile]),
)
