import type { Report } from '../base/index.js'
import { showsOneThing, type WrittenEntry } from './manifest.js'
import type { PageOptions, Resolved } from './page-options.js'
import { refuseInsets } from './resolve-insets.js'
import { resolveCells } from './resolve-look.js'
import { waiversOf } from './manifest-waivers.js'

/** What a place says that is for copy alone. */
const OF_COPY = ['headline', 'head', 'legs', 'box', 'dress', 'look'] as const

/** Reports what a place says that is for copy alone. */
export function blameKeysOfCopy({ value }: WrittenEntry, what: string, report: Report): void {
  for (const key of OF_COPY) {
    const said = value[key]
    if (said) report({ code: 'value-wrong', message: `${what} has no ${key}`, place: said.keyPlace })
  }
}

/** Whether an advert and no copy stands in a place. */
export function showsAdvert({ value }: WrittenEntry): boolean {
  return value.advert !== null && showsOneThing(value)
}

/** The cells of an advert, and what was booked for them. What its slot says of head, legs and box is for copy. */
export function resolveAdvert(name: string, entry: WrittenEntry, page: PageOptions): Resolved {
  const { adverts, report } = page
  const { value: id, place } = entry.value.advert!
  blameKeysOfCopy(entry, 'an advert', report)
  refuseInsets(entry, 'an advert', page)
  const rect = resolveCells(name, entry, page)
  const claim = rect && { slot: name, rect, place: entry.keyPlace }
  const advert = adverts.byId(id)
  if (advert === 'unknown') {
    const near = adverts.near(id)
    const instead = `list it: adverts: { ${id}: { file: adverts/${id}.pdf, size: [90mm, 60mm] } }`
    const hint = near === null ? instead : `did you mean "${near}"?`
    report({ code: 'advert-unknown', message: `there is no advert "${id}" under adverts`, place, hint })
  }
  if (!rect || !advert || advert === 'unknown') return { claim }
  const waivers = waiversOf(entry.value.waive)
  return { claim, advert: { slot: name, rect, advert, waivers, place: entry.keyPlace } }
}
