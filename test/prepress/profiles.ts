import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gather, wholeFile, type Diagnostic } from '../../src/base/index.js'
import { findProfile, type PressProfile, type Profile } from '../../src/prepress/index.js'
import { readStylebook } from '../../src/stylebook/index.js'
import { memoryHost } from '../memory-host.js'

/** Where the ICC profiles are that come with stonehand. */
export const PROFILES_FOLDER = join(import.meta.dirname, '../../layouts/profiles')

/** One of our ICC profiles. */
export function icc(name: string): Uint8Array {
  return readFileSync(join(PROFILES_FOLDER, `${name}.icc`))
}

/** Our ICC profiles for a memory host, where they really are: the converter reads them itself. */
export const OUR_ICC: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  ['newsprint-240', 'newsprint-220', 'uncoated-280', 'coated-300'].map((name) => [
    join(PROFILES_FOLDER, `${name}.icc`),
    icc(name),
  ]),
)

/** What came of asking for a profile. */
export interface Found {
  readonly profile: Profile | null
  readonly diagnostics: readonly Diagnostic[]
  /** `weekly.yaml:5:3 value-wrong` for each finding. */
  readonly at: readonly string[]
}

/** Asks for a profile of a paper whose stylebook has these profiles, one to a line from line 5 on. */
export function find(
  name: string,
  profiles: readonly string[] = [],
  files: Readonly<Record<string, Uint8Array>> = {},
): Found {
  const stylebook =
    'paper: { name: The Weekly }\nformats: { a4: { trim: [210mm, 297mm] } }\ngrid: { columns: 4 }\nprofiles:\n' +
    profiles.map((one) => `  ${one}\n`).join('')
  const host = memoryHost({ 'layouts/weekly.yaml': stylebook, ...OUR_ICC, ...files })
  const { report, diagnostics } = gather()
  const askedAt = wholeFile('edition.yaml')
  const book = readStylebook({ paper: 'weekly', layoutsFolder: '/paper/layouts', host, report, askedAt })!
  const place = wholeFile('edition.yaml')
  const options = { place, report, declared: book.profiles, profilesFolder: PROFILES_FOLDER, host }
  const profile = findProfile(name, options)
  const at = diagnostics.map(
    ({ code, place: { file, line, column } }) => `${file.split('/').at(-1)}:${line}:${column} ${code}`,
  )
  return { profile, diagnostics, at }
}

/** A press profile that must be there without a finding. */
export function press(
  name: string,
  profiles: readonly string[] = [],
  files: Readonly<Record<string, Uint8Array>> = {},
): PressProfile {
  const { profile, diagnostics } = find(name, profiles, files)
  if (diagnostics.length > 0 || profile?.kind !== 'press') throw new Error(JSON.stringify(diagnostics))
  return profile
}
