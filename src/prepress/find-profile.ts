import { nearest, type Place, type Report } from '../base/index.js'
import { PROFILES } from './prepare-sheets.js'
import type { Profile } from './types.js'

/** Ways of printing that have a name in the trade but no profile here yet. */
const NOT_YET = ['newsprint', 'stapled', 'coated', 'home']

/** What looking for a profile needs. */
export interface FindProfileOptions {
  /** What a finding points at. */
  readonly place: Place
  readonly report: Report
  /** Names of the stylebook's own profiles. */
  readonly declared: readonly string[]
}

/** The print profile of a name; null, with a finding, when there is none. */
export function findProfile(name: string, { place, report, declared }: FindProfileOptions): Profile | null {
  if (Object.hasOwn(PROFILES, name)) return PROFILES[name as keyof typeof PROFILES]
  if (NOT_YET.includes(name) || declared.includes(name)) {
    report({ code: 'not-yet', message: `the print profile "${name}" is not available yet`, place })
    return null
  }
  const known = [...Object.keys(PROFILES), ...NOT_YET, ...declared]
  const near = nearest(name, known)
  report({
    code: 'profile-unknown',
    message: `there is no print profile "${name}"`,
    place,
    hint: near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`,
  })
  return null
}
