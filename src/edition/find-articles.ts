import { basename, join } from 'node:path'
import { type Host, nearest, type Place, type Report, wholeFile } from '../base/index.js'
import { insideFolder, type Placed } from '../source/index.js'
import { standingFolder } from './find-edition.js'

/** Where the articles of an edition are. */
export interface ArticleFiles {
  /** The edition's own, by id, in the order of their names. */
  readonly own: ReadonlyMap<string, string>
  /** The path of an article: the edition's own first. */
  pathOf(id: string): string | null
  /** Whether there is, or may be, such a file, but it cannot be read, which has been reported. */
  isRefused(id: string): boolean
  /** The known id nearest to a mistyped one. */
  near(id: string): string | null
}

/** What is asked to find an edition's articles. */
export interface FindRequest {
  readonly editionFolder: string
  /** The manifest's `articles:`; null when it is left out. */
  readonly folder: Placed<string> | null
  readonly host: Host
  readonly report: Report
  /** The manifest, for what has no better place. */
  readonly manifestPlace: Place
}

/** What lies in a folder. */
interface Found {
  readonly paths: Map<string, string>
  readonly refused: Set<string>
  /** Whether the folder itself could be listed; else, which has been reported, nothing is known of what lies in it. */
  readonly isOpen: boolean
}

/** Lists the articles beside a manifest and those that stand for every edition. */
export function findArticles(request: FindRequest): ArticleFiles {
  const { editionFolder } = request
  const own = ownArticles(request)
  const stands = standingFolder(editionFolder)
  const standing = new Map<string, string>()
  // Standing articles lie in the folder itself, or in one called as an edition's is.
  for (const folder of [stands, join(stands, 'articles')]) {
    const found = articlesIn(folder, { within: stands, request })
    for (const [id, path] of found.paths) if (!standing.has(id)) standing.set(id, path)
    for (const id of found.refused) own.refused.add(id)
  }
  return {
    own: own.paths,
    pathOf: (id) => own.paths.get(id) ?? standing.get(id) ?? null,
    isRefused: (id) => !own.isOpen || own.refused.has(id),
    near: (id) => nearest(id, [...own.paths.keys(), ...standing.keys()]),
  }
}

function nothing(isOpen: Found['isOpen']): Found {
  return { paths: new Map(), refused: new Set(), isOpen }
}

function ownArticles(request: FindRequest): Found {
  const { editionFolder, folder, host, report } = request
  const name = folder?.value ?? 'articles'
  const place = folder?.place ?? request.manifestPlace
  if (!insideFolder(host, editionFolder, name)) {
    const message = `the articles folder ${name} is not inside the edition's folder`
    report({ code: 'path-outside', message, place, hint: 'copy the articles into the edition' })
    return nothing(false)
  }
  const path = join(editionFolder, name)
  if (host.kind(path) === 'folder') return articlesIn(path, { within: editionFolder, request })
  // An edition may live on standing copy alone; a folder that it names must be there.
  if (!folder) return nothing(true)
  report({ code: 'file-missing', message: `there is no folder ${host.displayPath(path)}`, place })
  return nothing(false)
}

function articlesIn(folder: string, options: { readonly within: string; readonly request: FindRequest }): Found {
  const { within, request } = options
  const { host, report } = request
  const found = nothing(true)
  for (const name of host.list(folder) ?? []) {
    if (!name.endsWith('.md') || name.startsWith('.')) continue
    const path = join(folder, name)
    if (host.kind(path) === 'folder') continue
    // Some systems store é as two characters, keyboards give one.
    const id = name.slice(0, -'.md'.length).normalize('NFC')
    if (insideFolder(host, within, path)) found.paths.set(id, path)
    else {
      found.refused.add(id)
      const shown = host.displayPath(path)
      const message = `${shown} is a link that leads outside the folder ${basename(within)}`
      report({ code: 'path-outside', message, place: wholeFile(shown), hint: 'copy the file into the folder' })
    }
  }
  return found
}
