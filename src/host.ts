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
import { dirname, isAbsolute, join, relative } from 'node:path'
import type { Host, PathKind } from './base/index.js'

/** The value of a file system call, or null where the file system says no. */
function orNull<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
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
    readBytes: (path) => orNull(() => readFileSync(path)),
    // Sorted by code units: the order of a folder must not depend on the machine.
    list: (folder) => orNull(() => readdirSync(folder).sort()),
    realPath: (path) => orNull(() => realpathSync(path)),
    packageFile(specifier) {
      const resolved = orNull(() => require.resolve(specifier))
      if (resolved) return resolved
      // A package with `exports` hides its files from resolve; ask the module folders in turn.
      for (const folder of require.resolve.paths(specifier) ?? []) {
        const path = join(folder, specifier)
        if (orNull(() => statSync(path).isFile())) return path
      }
      return null
    },
    writeWhole(path, bytes) {
      mkdirSync(dirname(path), { recursive: true })
      const aside = `${path}.${process.pid}.part`
      try {
        writeFileSync(aside, bytes)
        renameSync(aside, path)
      } catch (failure) {
        rmSync(aside, { force: true })
        throw failure
      }
    },
    displayPath(path) {
      const near = relative(workingFolder, path)
      return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near
    },
  }
}
