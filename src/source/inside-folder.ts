import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Host } from '../base/index.js'

/**
 * Whether `path` stays inside `folder` when every link of both is followed: only what is inside the edition, layouts
 * and fonts folders is read. A path that leads to nothing is judged by the nearest folder above it that is there.
 */
export function insideFolder(host: Host, folder: string, path: string): boolean {
  const within = (outer: string, inner: string): boolean => {
    const way = relative(outer, inner)
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
  }
  const typed = resolve(folder, path)
  if (!within(resolve(folder), typed)) return false
  return within(realOf(host, resolve(folder)), realOf(host, typed))
}

/** The path with the links of all of it that exists resolved. */
function realOf(host: Host, path: string): string {
  const real = host.realPath(path)
  if (real !== null) return real
  const above = dirname(path)
  return above === path ? path : resolve(realOf(host, above), relative(above, path))
}
