import { dirname, join } from 'node:path'
import type { Host } from '../base/index.js'
import { anything, insideFolder, openSource, readYaml, record, type Schema, text } from '../source/index.js'
import { isDate } from './manifest.js'

/** The manifest's file name. */
const MANIFEST = 'edition.yaml'
/** The folder of what every edition may place; no edition itself. */
const STANDING = 'standing'

/** The manifest at a path: the file itself, or `edition.yaml` in a folder; null when there is none. */
export function findManifest(path: string, host: Host): string | null {
  const kind = host.kind(path)
  if (kind === 'file') return path
  const manifest = join(path, MANIFEST)
  return kind === 'folder' && host.kind(manifest) === 'file' ? manifest : null
}

/** The manifest of the newest edition of a folder, by its date; one that cannot be read is passed over. */
export function newestEdition(editionsFolder: string, host: Host): string | null {
  let newest: { readonly date: string; readonly manifest: string } | null = null
  for (const name of host.list(editionsFolder) ?? []) {
    if (name === STANDING) continue
    const manifest = findManifest(join(editionsFolder, name), host)
    if (!manifest || host.kind(join(editionsFolder, name)) !== 'folder') continue
    const date = dateOf(manifest, host)
    // Of two editions of one day the later folder name counts, so that the choice never depends on the disk.
    if (date !== null && (!newest || date >= newest.date)) newest = { date, manifest }
  }
  return newest && newest.manifest
}

function dateOf(manifest: string, host: Host): string | null {
  const silent = (): void => {}
  if (!insideFolder(host, dirname(manifest), manifest)) return null
  const source = openSource(manifest, host, silent)
  const read =
    source &&
    readYaml(
      source,
      record<unknown>((key): Schema<unknown> => (key === 'date' ? text : anything)),
      silent,
    )
  const date = read?.value.get('date')
  return typeof date === 'string' && isDate(date) ? date : null
}

/** The folder of standing copy that belongs to an edition. */
export function standingFolder(editionFolder: string): string {
  return join(dirname(editionFolder), STANDING)
}
