import { basename, join, resolve } from 'node:path'
import { nearest } from '../base/index.js'
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
function iccSource({ value, place }: Placed<string>, files: StylebookFiles): IccSource | null {
  const { host, layoutsFolder, report } = files
  if (!/[./\\]/.test(value)) {
    const wanted = `${value}.icc`
    const meant = fileLike(wanted, files)
    return {
      kind: 'ours',
      name: value,
      place,
      meant: meant?.toLowerCase().endsWith(`/${wanted.toLowerCase()}`) ? meant : null,
    }
  }
  if (insideFolder(host, layoutsFolder, value)) {
    return { kind: 'file', path: resolve(layoutsFolder, value), place, meant: fileLike(basename(value), files) }
  }
  const hint = 'copy the file into the layouts folder'
  report({ code: 'path-outside', message: `${value} leads outside the layouts folder`, place, hint })
  return null
}

/** Where files of inks are kept, in the layouts folder. */
const FOLDER = 'profiles'

/** The file of inks whose name is like that, as it is typed in a stylebook. */
function fileLike(name: string, { host, layoutsFolder }: StylebookFiles): string | null {
  const near = nearest(name, host.list(join(layoutsFolder, FOLDER)) ?? [])
  return near === null ? null : `${FOLDER}/${near}`
}
