import { join } from 'node:path'
import { type Host, nearest, type Place, type Report } from '../base/index.js'
import { readIcc } from '../pictures/index.js'
import type { ProfileChanges } from '../stylebook/index.js'
import { CONDITIONS, PROFILES } from './built-in.js'
import { type Draft, draftOf, resolveProfile } from './resolve-profile.js'
import type { PrintingCondition, Profile } from './types.js'

/** What looking for a profile needs. */
export interface FindProfileOptions {
  /** Where it is asked for. */
  readonly place: Place
  readonly report: Report
  /** The stylebook's own profiles. */
  readonly declared: ReadonlyMap<string, ProfileChanges>
  /** Where the files of our own inks are. */
  readonly profilesFolder: string
  readonly host: Host
}

/**
 * The print profile of a name; null, with a finding, when there is none. All profiles of the stylebook are looked through,
 * whichever is asked for; only its own file of inks is opened.
 */
export function findProfile(name: string, options: FindProfileOptions): Profile | null {
  const { declared } = options
  const drafts = new Map([...declared].map(([one, changes]) => [one, resolveProfile(changes, options)]))
  const builtIn = PROFILES.get(name)
  const own = drafts.get(name)
  if (own !== undefined) return own && open(own, options)
  if (builtIn) return open(draftOf(builtIn), options)
  blameName(name, options)
  return null
}

function blameName(name: string, { place, report, declared }: FindProfileOptions): void {
  const known = [...new Set([...PROFILES.keys(), ...declared.keys()])]
  const near = nearest(name, known)
  const hint = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`
  report({ code: 'profile-unknown', message: `there is no print profile "${name}"`, place, hint })
}

/** Opens the file of a profile's inks, where it has any; null when it cannot be used, which is reported. */
function open(draft: Draft, { place, profilesFolder, host, report }: FindProfileOptions): Profile | null {
  if (draft.kind === 'screen') return draft
  const { source, condition, isEmbedded } = draft.inks
  const isOurs = typeof source === 'string'
  const file = isOurs ? { path: join(profilesFolder, `${source}.icc`), place, meant: null } : source
  const icc = readIcc({ path: file.path, place: file.place, meant: file.meant, host, report })
  if (!icc) return null
  if (isEmbedded && draft.standard === 'PDF/X-1a:2001' && icc.version > 2) {
    const message = `${host.displayPath(file.path)}: an ICC profile of version ${icc.version} cannot go into a PDF/X-1a:2001`
    const hint = 'ask the printer for one of version 2, say embed: false, or send a PDF/X-4'
    report({ code: 'icc-unusable', message, place: file.place, hint })
    return null
  }
  const ours = typeof source === 'string' ? CONDITIONS[source] : null
  const inks: PrintingCondition = {
    condition: condition ?? ours?.condition ?? icc.description,
    isRegistered: condition !== null || ours !== null,
    info: ours && condition === null ? ours.info : icc.description,
    icc,
    isEmbedded,
    place: file.place,
  }
  return { ...draft, inks }
}
