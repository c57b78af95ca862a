import { articleId, isSoft, type OrderedRect } from '../base/index.js'
import { didYouMean } from '../source/index.js'
import type { Grid, Template } from '../stylebook/index.js'
import { readCopy } from './article/index.js'
import { checkOverlaps, type Claim } from './check-cells.js'
import { saysNothing, saysNotYet, thingsOf, type WrittenEntry, type WrittenPage } from './manifest.js'
import { resolveAdvert, showsAdvert } from './resolve-advert.js'
import { checkSlot, type PageOptions, type Resolved, type ResolveOptions } from './page-options.js'
import { headOverText } from './head-over-text.js'
import { refuseInsets, resolveInsets } from './resolve-insets.js'
import { resolveLook } from './resolve-look.js'
import { resolvePicture, showsPicture } from './resolve-picture.js'
import { resolvePiece, showsPiece } from './resolve-piece.js'
import { resolveRefs, showsRefs } from './resolve-refs.js'
import { stackPlaces } from './stack-places.js'
import { waiversOf } from './manifest-waivers.js'
import type { AdvertPlacement, Article, Copy, FurniturePlacement, Page, PicturePlacement, Placement } from './types.js'

/** Resolves the manifest's pages against the stylebook: every placement with its cells, legs, head and box. */
export function resolvePages(options: ResolveOptions): readonly Page<OrderedRect>[] {
  return (options.manifest.value.pages ?? []).map((page, index) => resolvePage(page, index + 1, options))
}

function resolvePage(written: WrittenPage, number: number, options: ResolveOptions): Page<OrderedRect> {
  const grid = gridOf(written, options)
  const template = templateOf(written, options)
  for (const mistake of template?.mistakes ?? []) options.report(mistake)
  const page: PageOptions = {
    ...options,
    number,
    grid,
    sheet: { columns: grid.columns, lines: options.format.lines },
    template,
    section: written.section ?? template?.slots.find(({ section }) => section !== null)?.section ?? null,
    knowsSlots: template ? template.mistakes.length === 0 : written.template === null,
  }
  const standing = furnitureOf(page, written.section)
  const place = options.manifest.placeOf(['pages', number - 1])
  // What the template has is none of the manifest's: its findings are those of the page.
  const furniture: FurniturePlacement[] = standing.map((one) => ({ ...one, place }))
  const claims: Claim<OrderedRect>[] = []
  const placements: Placement<OrderedRect>[] = []
  const adverts: AdvertPlacement<OrderedRect>[] = []
  const pictures: PicturePlacement<OrderedRect>[] = []
  for (const [name, entry] of written.place) {
    if (saysNothing(entry.value)) continue
    const resolved = resolvePlacement(name, entry, page)
    if (resolved.claim) claims.push(resolved.claim)
    if (resolved.placement) placements.push(resolved.placement)
    if (resolved.advert) adverts.push(resolved.advert)
    if (resolved.furniture) furniture.push(resolved.furniture)
    if (resolved.picture) pictures.push(resolved.picture)
  }
  reportUnfilled(written, page)
  const hard = claims.flatMap(({ rect, ...claim }) => (isSoft(rect) ? [] : [{ ...claim, rect }]))
  checkOverlaps([...standing, ...hard], options.report)
  const stack = stackPlaces(page, { written, filled: claims, furniture: standing })
  return {
    number,
    template: template?.name ?? null,
    section: page.section,
    grid,
    placements: placements.map((one) => ({ ...one, rect: stack(one.slot, one.rect) })),
    adverts: adverts.map((one) => ({ ...one, rect: stack(one.slot, one.rect) })),
    pictures: pictures.map((one) => ({ ...one, rect: stack(one.slot, one.rect) })),
    furniture,
    waivers: waiversOf(written.waive),
    place,
  }
}

/** The page's grid: the format's with the page's own changes, unless these leave no room. */
function gridOf(written: WrittenPage, { format, report }: ResolveOptions): Grid {
  if (!written.grid) return format.grid
  const { value, place } = written.grid
  const columns = value.columns ?? format.grid.columns
  const gutter = value.gutter ?? format.grid.gutter
  const room = format.width - format.margins.inside - format.margins.outside
  // As little as a stylebook's own grid must leave: an em of the smallest type.
  if ((room - (columns - 1) * gutter) / columns >= 6) return { ...format.grid, columns, gutter }
  const message = `${columns} columns with these gutters do not go into the page of format ${format.name}`
  report({ code: 'format-impossible', message, place })
  return format.grid
}

function templateOf(written: WrittenPage, { stylebook, report }: ResolveOptions): Template | null {
  if (!written.template) return null
  const { value: name, place } = written.template
  const template = stylebook.templates.get(name)
  if (template) return template
  const known = [...stylebook.templates.keys()]
  const instead = known.length > 0 ? `it has ${known.join(', ')}` : 'leave template out and place by `at`'
  const message = `the stylebook ${stylebook.id} has no template "${name}"`
  report({ code: 'template-unknown', message, place, hint: didYouMean(name, known) ?? instead })
  return null
}

function furnitureOf(page: PageOptions, section: string | null): readonly (Claim & FurniturePlacement)[] {
  const { blocks } = page.stylebook.furniture
  return (page.template?.slots ?? []).flatMap((slot) => {
    const { name, furniture, rect, place } = slot
    if (furniture === null || isSoft(rect) || !checkSlot(slot, page)) return []
    const piece = blocks.get(furniture) ?? []
    const spoken = section ?? slot.section ?? page.section
    const called = `the furniture ${furniture}`
    return [{ slot: name, piece, name: called, own: null, section: spoken, waivers: [], rect, place }]
  })
}

function reportUnfilled(written: WrittenPage, { template, manifest, report }: PageOptions): void {
  // In a manifest of which some could not be read, what seems empty may be filled.
  if (!template || !manifest.isSound) return
  for (const slot of template.slots) {
    const entry = written.place.get(slot.name)
    if (slot.furniture !== null || (entry && !isEmpty(entry))) continue
    const message = `nothing fills the slot "${slot.name}" of template "${template.name}"`
    report({ code: 'slot-unfilled', message, place: entry?.keyPlace ?? written.template!.place })
  }
}

function isEmpty({ value }: WrittenEntry): boolean {
  const isList = (thing: unknown): thing is readonly unknown[] => Array.isArray(thing)
  if (value.picture && value.picture.value !== 'none') return false
  return thingsOf(value).every(({ value: thing }) => isList(thing) && thing.length === 0)
}

function resolvePlacement(name: string, entry: WrittenEntry, page: PageOptions): Resolved {
  if (showsAdvert(entry)) return resolveAdvert(name, entry, page)
  if (showsRefs(entry)) return resolveRefs(name, entry, page)
  if (showsPiece(entry)) return resolvePiece(name, entry, page)
  if (showsPicture(entry)) return resolvePicture(name, entry, page)
  const copy = copyOf(name, entry, page)
  if (copy === 'empty') return { claim: null }
  const found = resolveLook(name, entry, page)
  const isJump = copy?.kind === 'continuation'
  const look = found && isJump ? headOverText(found, entry, { what: 'a continuation', report: page.report }) : found
  const claim = look && { slot: name, rect: look.rect, place: entry.keyPlace }
  if (!look || !copy) return { claim }
  const articles = copy.ids.map(articleId).filter((id) => page.articles.has(id))
  const article = articles[0]
  if (article === undefined) return { claim }
  const { headCol, ...standing } = look
  const common = { place: entry.keyPlace, waivers: waiversOf(entry.value.waive), ...standing }
  if (copy.kind === 'stack') {
    refuseInsets(entry, 'a stack', page)
    return { claim, placement: { kind: 'stack', articles, ...common } }
  }
  const host = page.articles.get(article)!
  const insets = resolveInsets({ entry, article: host, look, page })
  const one = { article, insets, headCol, ...common }
  if (copy.kind === 'start') return { claim, placement: { kind: 'start', ...one } }
  return { claim, placement: { kind: 'continuation', headline: jumpHead(entry, host, page), ...one } }
}

/** What a placement shows. */
interface WrittenCopy {
  readonly kind: 'start' | 'continuation' | 'stack'
  readonly ids: readonly string[]
}

/** What a placement shows; `empty` when it shows nothing and needs no word about it, null when that was reported. */
function copyOf(name: string, entry: WrittenEntry, { report }: PageOptions): WrittenCopy | 'empty' | null {
  const { article, articles, continues, headline, look } = entry.value
  const second = thingsOf(entry.value)[1]
  if (second) {
    const message = `"${name}" can show one thing: article, articles, continues, advert, refs, furniture or qr`
    report({ code: 'value-wrong', message, place: second.keyPlace })
    return null
  }
  if (headline && !continues) {
    const message = 'a headline in the manifest is for a continuation or for teasers; an article brings its own'
    report({ code: 'value-wrong', message, place: headline.keyPlace, hint: "change it in the article's front matter" })
  }
  if (look) report({ code: 'value-wrong', message: 'a look is for refs: teasers or an index', place: look.keyPlace })
  if (article) return { kind: 'start', ids: [article.value] }
  if (continues) return { kind: 'continuation', ids: [continues.value] }
  if (articles)
    return articles.value.length > 0 ? { kind: 'stack', ids: articles.value.map(({ value }) => value) } : 'empty'
  if (saysNotYet(entry.value)) return 'empty'
  const hint = 'give it an article, articles, continues, an advert, refs, furniture, a qr or a picture'
  report({ code: 'key-missing', message: `"${name}" does not say what stands there`, place: entry.keyPlace, hint })
  return null
}

/** The head over a continuation, in the language of its article. One that only repeats the article's own is told of. */
function jumpHead({ value }: WrittenEntry, article: Article, { manifest, report }: PageOptions): Copy | null {
  const { headline } = value
  if (!headline) return null
  const copy = readCopy(headline.value, headline.span, manifest.source, article.language, report)
  if ([article.headline, ...article.heads].some((head) => textOf(head) === textOf(copy))) {
    const message = `the jump head of ${article.id} is its headline again`
    const hint = 'a reader who turns to it looks for what is new there'
    report({ code: 'jump-head-same', message, place: headline.place, hint })
  }
  return copy
}

function textOf(copy: Copy): string {
  return copy.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
}
