import { nearest, type Place, type Report } from '../base/index.js'
import type { ArticleFiles } from './find-articles.js'
import { sidebarsIn } from './manifest-insets.js'
import { type Manifest, lendersOn, type PlacedId, refsOn, startsOn, type WrittenPage } from './manifest.js'

/** How the manifest disposes of articles. */
export interface Assignment {
  /** Ids with a start, in page order, and where each starts. */
  readonly started: ReadonlyMap<string, Place>
  /** Ids of which some place shows a picture. */
  readonly lenders: ReadonlySet<string>
  readonly held: readonly string[]
  readonly spiked: readonly string[]
}

/** Options of the check. */
export interface AssignOptions {
  readonly files: ArticleFiles
  readonly report: Report
  /** How often an id is named in a manifest of which some could not be read; 0 when all of it was. */
  readonly mentions: (id: string) => number
  /** Where an article's file begins. */
  readonly fileHead: (path: string) => Place
}

/** Where an id was used up. */
interface Use {
  readonly how: 'placed' | 'held' | 'spiked'
  readonly place: Place
}

/** Checks that every article of the folder is placed, held or spiked, each once, and that every id has its file. */
export function assignArticles(manifest: Manifest, options: AssignOptions): Assignment {
  const used = new Map<string, Use>()
  const pages = manifest.pages ?? []
  const started = new Map<string, Place>()
  for (const { value: id, place } of pages.flatMap(startsOn)) {
    if (take(used, id, { how: 'placed', place }, options)) started.set(id, place)
  }
  const away = (ids: readonly PlacedId[], how: Use['how']): readonly string[] =>
    ids.filter(({ value, place }) => take(used, value, { how, place }, options)).map(({ value }) => value)
  const held = away(manifest.hold, 'held')
  const spiked = away(manifest.spike, 'spiked')
  checkContinuations(pages, { ...options, started })
  checkRefs(pages, { ...options, started, away: new Map(Object.entries({ held, spiked })) })
  const lenders = pages.flatMap(lendersOn).filter(({ value, place }) => isKnown(value, place, options))
  reportUnplaced(used, options)
  return { started, lenders: new Set(lenders.map(({ value }) => value)), held, spiked }
}

/** Uses an id up; false when it has no file, or was used up before, which is reported with both places. */
function take(used: Map<string, Use>, id: string, use: Use, options: AssignOptions): boolean {
  if (!isKnown(id, use.place, options)) return false
  const before = used.get(id)
  if (!before) {
    used.set(id, use)
    return true
  }
  const { file, line, column } = before.place
  const message = `${id} is ${use.how} here, and ${before.how} at ${file}:${line}:${column}`
  options.report({ code: 'article-twice', message, place: use.place, hint: 'keep one of the two' })
  return false
}

function isKnown(id: string, place: Place, { files, report }: AssignOptions): boolean {
  if (files.pathOf(id) !== null) return true
  if (files.isRefused(id)) return false
  const near = files.near(id)
  const hint = near === null ? `an article's id is the name of its file: ${id}.md` : `did you mean "${near}"?`
  report({ code: 'article-missing', message: `there is no article "${id}"`, place, hint })
  return false
}

function reportUnplaced(used: ReadonlyMap<string, Use>, { files, mentions, fileHead, report }: AssignOptions): void {
  for (const [id, path] of files.own) {
    if (used.has(id) || mentions(id) > 0) continue
    report({
      code: 'article-unplaced',
      message: `${id} is neither placed, held nor spiked`,
      place: fileHead(path),
      hint: `place it on a page, or add it to the manifest's hold: [${id}]`,
    })
  }
}

/** An article that starts nowhere, or stands in a stack or a sidebar, has nothing to take up. */
function checkContinuations(
  pages: readonly WrittenPage[],
  options: AssignOptions & { readonly started: ReadonlyMap<string, Place> },
): void {
  const places = pages.flatMap((page) => [...page.place.values()].map(({ value }) => value))
  const stacked = new Set(places.flatMap(({ articles }) => (articles?.value ?? []).map(({ value }) => value)))
  const aside = new Set(places.flatMap(sidebarsIn).flatMap(({ value: { article } }) => article?.value ?? []))
  const continued = places.flatMap(({ continues }) => (continues ? [continues] : []))
  for (const { value: id, place } of continued) {
    if (!isKnown(id, place, options)) continue
    const times = continued.filter(({ value }) => value === id).length
    // Perhaps it starts where the manifest could not be read.
    const mayStart = options.mentions(id) > times
    const isBound = stacked.has(id) || aside.has(id)
    if (!isBound && (options.started.has(id) || mayStart)) continue
    const where = stacked.has(id) ? 'a stack' : 'a sidebar'
    const why = isBound ? `stands in ${where}, from which nothing continues` : 'starts nowhere'
    const hint = `place it on some page by itself, as article: ${id}`
    options.report({ code: 'continues-unstarted', message: `${id} ${why}`, place, hint })
  }
}

/** An article that starts nowhere is on no page to which a reader could turn. */
function checkRefs(
  pages: readonly WrittenPage[],
  options: AssignOptions & {
    readonly started: ReadonlyMap<string, Place>
    /** Ids by what became of them. */
    readonly away: ReadonlyMap<string, readonly string[]>
  },
): void {
  const { started, away, mentions, report } = options
  const refs = pages.flatMap(refsOn)
  for (const { value: id, place } of refs) {
    if (!isKnown(id, place, options) || started.has(id)) continue
    // Perhaps it starts where the manifest could not be read.
    if (mentions(id) > refs.filter(({ value }) => value === id).length) continue
    const why = [...away].find(([, ids]) => ids.includes(id))?.[0] ?? 'not placed'
    const near = nearest(id, [...started.keys()])
    const hint = near === null ? 'place it on some page, or take it out of refs' : `did you mean "${near}"?`
    report({ code: 'ref-unplaced', message: `${id} is ${why}: no page can be given for it`, place, hint })
  }
}
