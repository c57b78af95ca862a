import { resolve } from 'node:path'
import { insideFolder, type Placed } from '../source/index.js'
import type { PlacedProfile } from './profile-schema.js'
import type { StylebookFiles } from './read-tree.js'
import type { IccSource, ProfileChanges } from './types.js'

/** The print profiles of a stylebook, each as what it changes. A file of inks that lies outside the layouts folder is reported. */
export function resolveProfiles(
  written: ReadonlyMap<string, PlacedProfile>,
  files: StylebookFiles,
): ReadonlyMap<string, ProfileChanges> {
  return new Map(
    [...written].map(([name, { value, keyPlace, keyPlaces }]) => [
      name,
      { ...value, name, place: keyPlace, keyPlaces, icc: value.icc && iccSource(value.icc, files) },
    ]),
  )
}

/** A name without an ending is one of the house's own; anything else is a file of the layouts folder. */
function iccSource(
  { value, place }: Placed<string>,
  { host, layoutsFolder, report }: StylebookFiles,
): IccSource | null {
  if (!/[./\\]/.test(value)) return { kind: 'ours', name: value, place }
  if (insideFolder(host, layoutsFolder, value)) return { kind: 'file', path: resolve(layoutsFolder, value), place }
  const hint = 'copy the file into the layouts folder'
  report({ code: 'path-outside', message: `${value} leads outside the layouts folder`, place, hint })
  return null
}
