import { basename, join } from 'node:path'
import { type Host, nearest, type Place, type Report } from '../base/index.js'
import { insideFolder, type Placed } from '../source/index.js'
import { standingFolder } from './find-edition.js'

/** Where the articles of an edition are. */
export interface ArticleFiles {
  /** The edition's own, by id, in the order of their names. */
  readonly own: ReadonlyMap<string, string>
  /** Those that every edition may place. */
  readonly standing: ReadonlyMap<string, string>
  /** The path of an article: the edition's own first. */
  pathOf(id: string): string | null
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

/** Lists the articles beside a manifest and those that stand for every edition. */
export function findArticles(request: FindRequest): ArticleFiles {
  const { editionFolder } = request
  const own = ownArticles(request)
  const standing = new Map<string, string>()
  const stands = standingFolder(editionFolder)
  for (const folder of [stands, join(stands, 'articles')]) {
    for (const [id, path] of articlesIn(folder, { within: stands, request })) {
      if (!standing.has(id)) standing.set(id, path)
    }
  }
  return {
    own,
    standing,
    pathOf: (id) => own.get(id) ?? standing.get(id) ?? null,
    near: (id) => nearest(id, [...own.keys(), ...standing.keys()]),
  }
}

function ownArticles(request: FindRequest): Map<string, string> {
  const { editionFolder, folder, host, report } = request
  const name = folder?.value ?? 'articles'
  const place = folder?.place ?? request.manifestPlace
  if (!insideFolder(host, editionFolder, name)) {
    report({ code: 'path-outside', message: `the articles folder ${name} is not inside the edition's folder`, place })
    return new Map()
  }
  const path = join(editionFolder, name)
  if (host.kind(path) !== 'folder') {
    // An edition may live on standing copy alone; a folder that it names must be there.
    if (folder) report({ code: 'file-missing', message: `there is no folder ${host.displayPath(path)}`, place })
    return new Map()
  }
  return articlesIn(path, { within: editionFolder, request })
}

function articlesIn(
  folder: string,
  options: { readonly within: string; readonly request: FindRequest },
): Map<string, string> {
  const { within, request } = options
  const { host, report } = request
  const found = new Map<string, string>()
  for (const name of host.list(folder) ?? []) {
    if (!name.endsWith('.md') || name.startsWith('.')) continue
    const path = join(folder, name)
    if (host.kind(path) === 'folder') continue
    if (!insideFolder(host, within, path)) {
      const message = `${host.displayPath(path)} is a link that leads outside ${basename(within)}`
      report({ code: 'path-outside', message, place: request.manifestPlace, hint: 'copy the file into the folder' })
      continue
    }
    found.set(name.slice(0, -'.md'.length), path)
  }
  return found
}
