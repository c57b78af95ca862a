import { type Place, type Report } from '../base/index.js'
import type { ArticleFiles } from './find-articles.js'
import type { Manifest, WrittenPage } from './manifest.js'

/** How the manifest disposes of articles. */
export interface Assignment {
  /** Ids with a start, in page order. */
  readonly started: ReadonlyMap<string, Place>
  readonly held: readonly string[]
  readonly spiked: readonly string[]
}

/** Options of the check. */
export interface AssignOptions {
  readonly files: ArticleFiles
  readonly report: Report
  /** Whether an id is named somewhere in a part of the manifest that could not be read. */
  readonly mayBeNamed: (id: string) => boolean
  /** Where an article's file begins. */
  readonly fileHead: (path: string) => Place
}

/** Checks that every article of the folder is placed, held or spiked, each once, and that every id has its file. */
export function assignArticles(manifest: Manifest, options: AssignOptions): Assignment {
  const { files, report } = options
  const used = new Map<string, { readonly how: string; readonly place: Place }>()
  const take = (id: string, how: string, place: Place): boolean => {
    if (!isKnown(id, place, options)) return false
    const before = used.get(id)
    if (before) {
      const { file, line, column } = before.place
      const message = `${id} is ${how} here and ${before.how} at ${file}:${line}:${column}`
      report({ code: 'article-twice', message, place, hint: 'keep one of the two' })
      return false
    }
    used.set(id, { how, place })
    return true
  }
  const started = new Map<string, Place>()
  for (const { value: id, place } of startsOf(manifest.pages.value)) {
    if (take(id, 'placed', place)) started.set(id, place)
  }
  const held = manifest.hold.filter((one) => take(one.value, 'held', one.place)).map((one) => one.value)
  const spiked = manifest.spike.filter((one) => take(one.value, 'spiked', one.place)).map((one) => one.value)
  checkContinuations(manifest, started, options)
  for (const [id, path] of files.own) {
    if (used.has(id) || options.mayBeNamed(id)) continue
    report({
      code: 'article-unplaced',
      message: `${id} is neither placed, held nor spiked`,
      place: options.fileHead(path),
      hint: `place it on a page, or add it to hold: [${id}] in the manifest`,
    })
  }
  return { started, held, spiked }
}

function isKnown(id: string, place: Place, { files, report }: AssignOptions): boolean {
  if (files.pathOf(id) !== null) return true
  const near = files.near(id)
  const hint = near === null ? `there is no ${id}.md in the articles folder` : `did you mean "${near}"?`
  report({ code: 'article-missing', message: `there is no article "${id}"`, place, hint })
  return false
}

function startsOf(pages: readonly WrittenPage[]): readonly { readonly value: string; readonly place: Place }[] {
  return pages.flatMap((page) =>
    [...page.place.values()].flatMap(({ value }) => [
      ...(value.article ? [value.article] : []),
      ...(value.articles ? value.articles.value : []),
    ]),
  )
}

/** An article that starts nowhere, or stands in a stack, has nothing to take up. */
function checkContinuations(manifest: Manifest, started: ReadonlyMap<string, Place>, options: AssignOptions): void {
  const stacked = new Set<string>()
  for (const page of manifest.pages.value) {
    for (const { value } of page.place.values()) {
      for (const one of value.articles?.value ?? []) stacked.add(one.value)
    }
  }
  for (const page of manifest.pages.value) {
    for (const { value } of page.place.values()) {
      const { continues } = value
      if (!continues || !isKnown(continues.value, continues.place, options)) continue
      const { value: id, place } = continues
      if (started.has(id) && !stacked.has(id)) continue
      const why = stacked.has(id) ? 'stands in a stack, from which nothing continues' : 'starts nowhere'
      options.report({
        code: 'continues-unstarted',
        message: `${id} ${why}`,
        place,
        hint: `place it with article: ${id} on some page`,
      })
    }
  }
}
