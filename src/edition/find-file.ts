import { basename, dirname, join, posix, resolve } from 'node:path'
import { type Host, nearest, type Report } from '../base/index.js'
import { insideFolder, type Placed } from '../source/index.js'
import { standingFolder } from './find-edition.js'

/** Where the files that an edition names are looked for. */
export interface FindFileOptions {
  readonly editionFolder: string
  readonly host: Host
  readonly report: Report
  /** Whether a file that is not there is a mistake. */
  readonly mustBeThere: boolean
}

/** The path of a file: in the edition's own folder, else in the standing one; null when that was reported. */
export function findFile(
  { value: name, place }: Pick<Placed<string>, 'value' | 'place'>,
  { editionFolder, host, report, mustBeThere }: FindFileOptions,
): string | null {
  const folders = [editionFolder, standingFolder(editionFolder)]
  const isInside = (folder: string, file: string): boolean => insideFolder(host, folder, file)
  for (const folder of folders) {
    const stored = isInside(folder, name) ? asStored(folder, name, host) : null
    if (stored === null || !isInside(folder, stored)) {
      const message = `${name} is not inside ${host.displayPath(folder)}`
      report({ code: 'path-outside', message, place, hint: 'copy the file into the edition' })
      return null
    }
    const path = resolve(folder, stored)
    const kind = host.kind(path)
    if (kind === 'file') return path
    if (kind === 'missing') continue
    report({ code: 'file-unreadable', message: `${host.displayPath(path)} is a folder, not a file`, place })
    return null
  }
  if (!mustBeThere) return null
  const near = nearestFile(name, folders, host)
  const hint = near
    ? `did you mean "${near}"?`
    : `it is looked for in ${folders.map((folder) => host.displayPath(folder)).join(' and in ')}`
  report({ code: 'file-missing', message: `there is no file ${name}`, place, hint })
  return null
}

/** A name as its file has it: some systems store é as two characters, keyboards give one. */
function asStored(folder: string, name: string, host: Host): string {
  const path = resolve(folder, name)
  if (host.kind(path) !== 'missing') return name
  const typed = basename(path).normalize('NFC')
  const stored = host.list(dirname(path))?.find((one) => one.normalize('NFC') === typed)
  return stored === undefined ? name : join(dirname(name), stored)
}

/** The file beside the one named whose name is nearest to it: often only its capitals are others. */
function nearestFile(name: string, folders: readonly string[], host: Host): string | null {
  const beside = folders.flatMap((folder) => {
    const parent = dirname(resolve(folder, name))
    return (host.list(parent) ?? []).filter((one) => host.kind(resolve(parent, one)) === 'file')
  })
  const near = nearest(basename(name), beside)
  return near && posix.join(dirname(name), near)
}
