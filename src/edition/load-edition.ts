import { dirname } from 'node:path'
import { type ArticleId, articleId, type Code, type Host, type Report, wholeFile } from '../base/index.js'
import { insideFolder, didYouMean, type Located, openSource, readYaml } from '../source/index.js'
import { type Format, readStylebook, type Stylebook } from '../stylebook/index.js'
import { readArticle } from './article/index.js'
import { type Assignment, assignArticles } from './assign-articles.js'
import { findAdverts } from './find-adverts.js'
import { type ArticleFiles, findArticles } from './find-articles.js'
import { findPictures } from './find-pictures.js'
import { type Manifest, manifestSchema } from './manifest.js'
import { resolvePages } from './resolve-pages.js'
import { startTurns } from './turns.js'
import type { Article, OrderedEdition } from './types.js'
import { unusedPictures } from './unused-pictures.js'

/** What an edition is loaded from; paths are absolute. */
export interface LoadRequest {
  readonly manifestPath: string
  readonly layoutsFolder: string
  readonly host: Host
  readonly report: Report
}

/** The language of articles whose paper's stylebook could not be read: they are then read for their mistakes only. */
const SOME_LANGUAGE = 'en-GB'

/**
 * Reads a manifest with its stylebook and articles, and checks them against each other. All mistakes of all files are
 * reported. What comes back then lacks what could not be understood; null when nothing whole can be made of it.
 */
export function loadEdition(request: LoadRequest): OrderedEdition | null {
  const { manifestPath, layoutsFolder, host, report } = request
  if (!insideFolder(host, dirname(manifestPath), manifestPath)) return blameLink(request)
  const source = openSource(manifestPath, host, report)
  const manifest = source && readYaml(source, manifestSchema, report)
  if (!manifest) return null
  const { paper, date, number, price } = manifest.value
  const stylebook = paper && readStylebook({ paper: paper.value, layoutsFolder, host, report, askedAt: paper.place })
  const { files, assignment } = assign(manifest, request)
  const language = stylebook?.paper.language ?? SOME_LANGUAGE
  const lenders = readArticles({ files, assignment, language, host, report })
  const articles = new Map([...lenders].filter(([id]) => assignment.started.has(id)))
  const format = stylebook && formatOf(manifest, stylebook, report)
  if (!stylebook || !format) return null
  const folder = { editionFolder: dirname(manifestPath), host, report }
  const adverts = findAdverts({ ...folder, manifest })
  const found = { adverts, pictures: findPictures(folder), turns: startTurns(manifest.value.pages ?? []) }
  const judge = judgingBy(manifest, format, report)
  const pages = resolvePages({ stylebook, format, articles, lenders, ...found, manifest, report: judge })
  if (manifest.isSound) unusedPictures(articles, found.pictures).forEach(report)
  if (!date) return null
  return {
    name: `${paper.value}-${date}`,
    paper: paper.value,
    number,
    date,
    price,
    stylebook,
    format,
    manifest: manifest.source.display,
    articles,
    pages,
    held: assignment.held.map(articleId),
    spiked: assignment.spiked.map(articleId),
  }
}

/** A manifest that is a link to somewhere else is not read. */
function blameLink({ manifestPath, host, report }: LoadRequest): null {
  const display = host.displayPath(manifestPath)
  const message = `${display} is a link that leads outside its folder`
  report({ code: 'path-outside', message, place: wholeFile(display), hint: 'copy the file into the folder' })
  return null
}

function assign(
  manifest: Located<Manifest>,
  { manifestPath, host, report }: LoadRequest,
): { readonly files: ArticleFiles; readonly assignment: Assignment } {
  const files = findArticles({
    editionFolder: dirname(manifestPath),
    folder: manifest.value.articles,
    host,
    report,
    manifestPlace: wholeFile(manifest.source.display),
  })
  const assignment = assignArticles(manifest.value, {
    files,
    report,
    mentions: (id) => (manifest.isSound ? 0 : manifest.mentions(id)),
    fileHead: (path) => wholeFile(host.displayPath(path)),
  })
  return { files, assignment }
}

/** What articles are read with. */
interface ReadOptions extends Pick<LoadRequest, 'host' | 'report'> {
  readonly files: ArticleFiles
  readonly assignment: Assignment
  readonly language: string
}

/** Reads every article that is placed, in the order of placement, then those that lend pictures or that nobody placed: for their mistakes. */
function readArticles({ files, assignment, language, host, report }: ReadOptions): ReadonlyMap<ArticleId, Article> {
  const { started, lenders, held, spiked } = assignment
  const articles = new Map<ArticleId, Article>()
  const away = new Set([...held, ...spiked])
  const idle = [...files.own.keys()].filter((id) => !started.has(id) && !away.has(id))
  for (const id of new Set([...started.keys(), ...lenders, ...idle])) {
    const source = openSource(files.pathOf(id)!, host, report)
    const article = source && readArticle({ id: articleId(id), source, paperLanguage: language, report })
    if (article && (started.has(id) || lenders.has(id))) articles.set(articleId(id), article)
  }
  return articles
}

function formatOf(manifest: Located<Manifest>, stylebook: Stylebook, report: Report): Format | null {
  const first = stylebook.formats[0] ?? null
  const asked = manifest.value.format
  if (!asked) return first
  const format = stylebook.formats.find((one) => one.name === asked.value)
  if (format) return format
  const names = stylebook.formats.map((one) => one.name)
  const message = `the stylebook ${stylebook.id} has no format "${asked.value}"`
  const hint = didYouMean(asked.value, names) ?? `it has ${names.join(', ')}`
  report({ code: 'format-unknown', message, place: asked.place, hint })
  return first
}

/** Under a format that only stands in for an unknown one, nothing can be said of what fits its pages. */
function judgingBy(manifest: Located<Manifest>, format: Format, report: Report): Report {
  const asked = manifest.value.format?.value ?? format.name
  if (asked === format.name) return report
  const ofFormat: ReadonlySet<Code> = new Set<Code>(['off-grid', 'legs-wrong', 'format-impossible'])
  return (finding) => {
    if (!ofFormat.has(finding.code)) report(finding)
  }
}
