import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Host, NewFile, PathKind } from './base/index.js'

/** The value of a file system call, or null where the file system says no. */
function orNull<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
}

/** Says in an editor's words why the file system refused. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder of that name stands in the way',
  EBUSY: 'another program has the file open',
}

/** Writes each file aside first: what can fail for want of room or permission has failed before anything is renamed. */
function writeTogether(files: readonly NewFile[]): void {
  const asides = files.map(({ path }) => `${path}.${process.pid}.part`)
  try {
    files.forEach(({ path, bytes }, index) => {
      mkdirSync(dirname(path), { recursive: true })
      if (orNull(() => statSync(path))?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
      writeFileSync(asides[index]!, bytes)
    })
    files.forEach(({ path }, index) => renameSync(asides[index]!, path))
  } catch (failure) {
    for (const aside of asides) orNull(() => rmSync(aside, { force: true }))
    const { code = '', message } = failure as NodeJS.ErrnoException
    throw new Error(REFUSALS[code] ?? message, { cause: failure })
  }
}

/** Whether it names a file within a package: nothing that climbs out of one. */
function isPackageFile(specifier: string): boolean {
  return /^(@[\w.-]+\/)?\w[\w.-]*\/./.test(specifier) && !specifier.split(/[/\\]/).includes('..')
}

/** The machine we run on; the only file of the engine that touches the file system. */
export function nodeHost(workingFolder: string): Host {
  const require = createRequire(import.meta.url)
  return {
    kind(path): PathKind {
      const stat = orNull(() => statSync(path))
      if (!stat) return 'missing'
      return stat.isDirectory() ? 'folder' : 'file'
    },
    size(path) {
      const stat = orNull(() => statSync(path))
      return stat?.isFile() ? stat.size : null
    },
    readBytes: (path) => orNull(() => readFileSync(path)),
    // Sorted by code units: the order of a folder must not depend on the machine.
    list: (folder) => orNull(() => readdirSync(folder).sort()),
    realPath: (path) => orNull(() => realpathSync.native(path)),
    packageFile(specifier) {
      if (!isPackageFile(specifier)) return null
      const resolved = orNull(() => require.resolve(specifier))
      if (resolved) return resolved
      // A package with `exports` hides its files from resolve; ask the module folders in turn.
      for (const folder of require.resolve.paths(specifier) ?? []) {
        const path = join(folder, specifier)
        if (orNull(() => statSync(path).isFile())) return path
      }
      return null
    },
    writeWhole: writeTogether,
    displayPath(path) {
      const near = relative(workingFolder, path)
      const isOutside = near === '' || near === '..' || near.startsWith(`..${sep}`) || isAbsolute(near)
      return isOutside ? path : near
    },
  }
}
