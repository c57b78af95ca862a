import { articleId, nearest, type Place, type Report } from '../base/index.js'
import type { Located, Placed } from '../source/index.js'
import type { Format, Grid, Stylebook, Template } from '../stylebook/index.js'
import { readCopy } from './article/index.js'
import type { Assignment } from './assign-articles.js'
import { checkCells, checkOverlaps } from './check-cells.js'
import type { Manifest, WrittenPage, WrittenPlacement } from './manifest.js'
import { resolveLook } from './resolve-look.js'
import type { ContinuationPlacement, FurniturePlacement, Page, Placement } from './types.js'

/** What pages are resolved with. */
export interface ResolveOptions {
  readonly stylebook: Stylebook
  readonly format: Format
  readonly assignment: Assignment
  readonly manifest: Located<Manifest>
  readonly report: Report
}

/** Resolves the manifest's pages against the stylebook: every placement with its cells, legs, head and box. */
export function resolvePages(options: ResolveOptions): readonly Page[] {
  const pages = options.manifest.value.pages.value
  return pages.map((page, index) => resolvePage(page, index + 1, options))
}

function resolvePage(written: WrittenPage, number: number, options: ResolveOptions): Page {
  const { format, report } = options
  const grid: Grid = {
    ...format.grid,
    columns: written.grid?.columns ?? format.grid.columns,
    gutter: written.grid?.gutter ?? format.grid.gutter,
  }
  const template = templateOf(written, options)
  const sheet = { columns: grid.columns, lines: format.lines }
  for (const slot of template?.slots ?? []) {
    checkCells(slot.rect, {
      what: `slot "${slot.name}" of template "${template!.name}"`,
      sheet,
      place: slot.place,
      report,
    })
  }
  const furniture: FurniturePlacement[] = (template?.slots ?? []).flatMap((slot) =>
    slot.furniture === null ? [] : [{ slot: slot.name, piece: slot.furniture, rect: slot.rect }],
  )
  const placements: Placement[] = []
  for (const [name, entry] of written.place) {
    const placement = resolvePlacement(name, entry, { ...options, number, grid, template })
    if (placement) placements.push(placement)
  }
  reportUnfilled(written, template, options)
  checkOverlaps([...furniture, ...placements], entryPlaces(written), report)
  return { number, template: template?.name ?? null, grid, placements, furniture }
}

function entryPlaces(written: WrittenPage): (slot: string) => Place | null {
  return (slot) => written.place.get(slot)?.keyPlace ?? null
}

function templateOf(written: WrittenPage, { stylebook, report }: ResolveOptions): Template | null {
  if (!written.template) return null
  const { value: name, place } = written.template
  const template = stylebook.templates.get(name)
  if (template) return template
  const near = nearest(name, stylebook.templates.keys())
  const known = [...stylebook.templates.keys()].join(', ')
  report({
    code: 'template-unknown',
    message: `the stylebook ${stylebook.id} has no template "${name}"`,
    place,
    hint: near ? `did you mean "${near}"?` : known ? `it has ${known}` : 'leave template out and place by `at`',
  })
  return null
}

function reportUnfilled(written: WrittenPage, template: Template | null, { report }: ResolveOptions): void {
  for (const slot of template?.slots ?? []) {
    if (slot.furniture !== null || written.place.has(slot.name)) continue
    const message = `nothing fills slot "${slot.name}" of template "${template!.name}"`
    report({ code: 'slot-unfilled', message, place: written.template!.place })
  }
}

interface PlacementOptions extends ResolveOptions {
  readonly number: number
  readonly grid: Grid
  readonly template: Template | null
}

function resolvePlacement(name: string, entry: Placed<WrittenPlacement>, options: PlacementOptions): Placement | null {
  const look = resolveLook(name, entry, options)
  const copy = copyOf(name, entry, options)
  if (!look || !copy) return null
  const { assignment } = options
  const common = { slot: name, place: entry.keyPlace, ...look }
  if (copy.kind === 'start') {
    return assignment.started.has(copy.id) ? { kind: 'start', article: articleId(copy.id), ...common } : null
  }
  if (copy.kind === 'stack') {
    const articles = copy.ids.filter((id) => assignment.started.has(id)).map(articleId)
    return articles.length > 0 ? { kind: 'stack', articles, ...common } : null
  }
  if (!assignment.started.has(copy.id)) return null
  const headline = jumpHead(name, entry.value, options)
  return { kind: 'continuation', article: articleId(copy.id), headline, ...common }
}

/** What a placement shows. */
type WrittenCopy =
  | { readonly kind: 'start' | 'continuation'; readonly id: string }
  | { readonly kind: 'stack'; readonly ids: readonly string[] }

function copyOf(name: string, entry: Placed<WrittenPlacement>, { report }: PlacementOptions): WrittenCopy | null {
  const { article, articles, continues, headline } = entry.value
  const said = [article, articles, continues].filter((one) => one !== null)
  if (said.length > 1) {
    const message = `"${name}" can show one thing: article, articles or continues`
    report({ code: 'value-wrong', message, place: said[1]!.keyPlace })
    return null
  }
  if (headline && !continues) {
    const message = 'a headline in the manifest is for a continuation; an article brings its own'
    report({ code: 'value-wrong', message, place: headline.keyPlace, hint: 'change it in the article’s front matter' })
  }
  if (article) return { kind: 'start', id: article.value }
  if (continues) return { kind: 'continuation', id: continues.value }
  if (articles && articles.value.length > 0) return { kind: 'stack', ids: articles.value.map((one) => one.value) }
  report({
    code: 'key-missing',
    message: `"${name}" does not say what stands there`,
    place: entry.keyPlace,
    hint: 'it wants article, articles or continues',
  })
  return null
}

function jumpHead(
  name: string,
  written: WrittenPlacement,
  { manifest, number, stylebook, report }: PlacementOptions,
): ContinuationPlacement['headline'] {
  if (!written.headline) return null
  const span = manifest.spanOf(['pages', number - 1, 'place', name, 'headline'])!
  return readCopy(written.headline.value, span, manifest.source, stylebook.paper.language, report)
}
