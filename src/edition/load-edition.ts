import { dirname } from 'node:path'
import { type ArticleId, articleId, type Host, nearest, type Report, wholeFile } from '../base/index.js'
import { type Located, openSource, readYaml } from '../source/index.js'
import { type Format, readStylebook, type Stylebook } from '../stylebook/index.js'
import { readArticle } from './article/index.js'
import { type Assignment, assignArticles } from './assign-articles.js'
import { type ArticleFiles, findArticles } from './find-articles.js'
import { type Manifest, manifestSchema } from './manifest.js'
import { resolvePages } from './resolve-pages.js'
import type { Article, Edition } from './types.js'

/** What an edition is loaded from; paths are absolute. */
export interface LoadRequest {
  readonly manifestPath: string
  readonly layoutsFolder: string
  readonly host: Host
  readonly report: Report
}

/**
 * Reads a manifest with its stylebook and articles, and checks them against each other. All mistakes of all files are
 * reported. What comes back then lacks what could not be understood; null when not even the stylebook was found.
 */
export function loadEdition(request: LoadRequest): Edition | null {
  const { manifestPath, layoutsFolder, host, report } = request
  const source = openSource(manifestPath, host, report)
  const manifest = source && readYaml(source, manifestSchema, report)
  if (!manifest) return null
  const { value } = manifest
  const askedAt = value.paper.place
  const stylebook = readStylebook({ paper: value.paper.value, layoutsFolder, host, report, askedAt })
  const manifestPlace = wholeFile(source.display)
  const files = findArticles({
    editionFolder: dirname(manifestPath),
    folder: value.articles,
    host,
    report,
    manifestPlace,
  })
  const assignment = assignArticles(value, {
    files,
    report,
    mayBeNamed: (id) => !manifest.isSound && manifest.mentions(id),
    fileHead: (path) => wholeFile(host.displayPath(path)),
  })
  const articles = readArticles(files, assignment, { language: stylebook?.paper.language ?? 'en-GB', host, report })
  const format = stylebook && formatOf(manifest, stylebook, report)
  if (!stylebook || !format) return null
  const known: Assignment = { ...assignment, started: withFiles(assignment, articles) }
  return {
    name: `${value.paper.value}-${value.date}`,
    paper: value.paper.value,
    number: value.number,
    date: value.date,
    price: value.price,
    stylebook,
    format,
    manifest: source.display,
    articles,
    pages: resolvePages({ stylebook, format, assignment: known, manifest, report }),
    held: assignment.held.map(articleId),
    spiked: assignment.spiked.map(articleId),
  }
}

/** Starts whose articles could be read. */
function withFiles(assignment: Assignment, articles: ReadonlyMap<ArticleId, Article>): Assignment['started'] {
  return new Map([...assignment.started].filter(([id]) => articles.has(articleId(id))))
}

/** Reads every article that is placed, in the order of placement, then those that lie there unassigned: for their mistakes. */
function readArticles(
  files: ArticleFiles,
  assignment: Assignment,
  options: { readonly language: string; readonly host: Host; readonly report: Report },
): ReadonlyMap<ArticleId, Article> {
  const { language, host, report } = options
  const articles = new Map<ArticleId, Article>()
  const away = new Set([...assignment.held, ...assignment.spiked])
  const idle = [...files.own.keys()].filter((id) => !assignment.started.has(id) && !away.has(id))
  for (const id of [...assignment.started.keys(), ...idle]) {
    const source = openSource(files.pathOf(id)!, host, report)
    const article = source && readArticle({ id: articleId(id), source, paperLanguage: language, report })
    if (article && assignment.started.has(id)) articles.set(articleId(id), article)
  }
  return articles
}

function formatOf(manifest: Located<Manifest>, stylebook: Stylebook, report: Report): Format | null {
  const asked = manifest.value.format
  if (!asked) return stylebook.formats[0] ?? null
  const format = stylebook.formats.find((one) => one.name === asked.value)
  if (format) return format
  const names = stylebook.formats.map((one) => one.name)
  const near = nearest(asked.value, names)
  report({
    code: 'format-unknown',
    message: `the stylebook ${stylebook.id} has no format "${asked.value}"`,
    place: asked.place,
    hint: near ? `did you mean "${near}"?` : `it has ${names.join(', ')}`,
  })
  return stylebook.formats[0] ?? null
}
