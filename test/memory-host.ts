import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, posix } from 'node:path'
import type { Host } from '../src/base/index.js'

/** A host whose files are in memory; packages are the installed ones. */
export interface MemoryHost extends Host {
  /** What was written, by path. */
  readonly written: Map<string, Uint8Array>
}

/**
 * `memoryHost({ 'editions/2022-01-14/edition.yaml': '…' })`: paths without a leading slash stand in `/paper`.
 * `links` maps a path to where it leads.
 */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, string>> = {},
): MemoryHost {
  const require = createRequire(import.meta.url)
  const modules = join(dirname(require.resolve('vitest/package.json')), '..')
  const absolute = (path: string): string => posix.normalize(path.startsWith('/') ? path : `/paper/${path}`)
  const stored = new Map<string, Uint8Array>()
  for (const [path, content] of Object.entries(files)) {
    stored.set(absolute(path), typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }
  const leads = new Map(Object.entries(links).map(([from, to]) => [absolute(from), absolute(to)]))
  const follow = (path: string): string => {
    for (const [from, to] of leads) {
      if (path === from || path.startsWith(`${from}/`)) return follow(to + path.slice(from.length))
    }
    return path
  }
  const isFolder = (path: string): boolean => [...stored.keys()].some((one) => one.startsWith(`${path}/`))
  const written = new Map<string, Uint8Array>()
  const read = (path: string): Uint8Array | null => {
    const real = follow(posix.normalize(path))
    return (
      stored.get(real) ?? written.get(real) ?? (real.startsWith(modules) ? orNothing(() => readFileSync(real)) : null)
    )
  }
  return {
    written,
    kind(path) {
      const real = follow(posix.normalize(path))
      if (stored.has(real) || written.has(real)) return 'file'
      if (isFolder(real)) return 'folder'
      return isAbsolute(real) && real.startsWith(modules) && orNothing(() => readFileSync(real)) ? 'file' : 'missing'
    },
    size: (path) => read(path)?.length ?? null,
    readBytes: read,
    list(folder) {
      const real = follow(posix.normalize(folder))
      if (!isFolder(real)) return null
      const names = new Set<string>()
      for (const path of [...stored.keys(), ...leads.keys()]) {
        if (path.startsWith(`${real}/`)) names.add(path.slice(real.length + 1).split('/')[0]!)
      }
      return [...names].sort()
    },
    realPath(path) {
      const real = follow(posix.normalize(path))
      return stored.has(real) || isFolder(real) || real.startsWith(modules) ? real : null
    },
    packageFile(specifier) {
      const path = join(modules, specifier)
      return orNothing(() => readFileSync(path)) ? path : null
    },
    writeWhole(files) {
      for (const { path, bytes } of files) written.set(posix.normalize(path), bytes)
    },
    displayPath: (path) => (path.startsWith('/paper/') ? path.slice('/paper/'.length) : path),
  }
}

function orNothing<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
}
