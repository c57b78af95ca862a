import { thingsOf, type WrittenEntry } from './manifest.js'
import { waiversOf } from './manifest-waivers.js'
import { orderPicture } from './order-picture.js'
import type { PageOptions, Resolved } from './page-options.js'
import { nameOf, resolveCells } from './resolve-look.js'

/** What a place says that is for copy. */
const OF_COPY = ['headline', 'head', 'legs', 'look', 'head-col', 'quote', 'sidebar'] as const

/** What a picture says that is for one among text. */
const OF_INSETS = ['span', 'leg', 'at', 'depth'] as const

/** Whether a picture and nothing else stands in a place. */
export function showsPicture({ value }: WrittenEntry): boolean {
  const { picture } = value
  return picture !== null && picture.value !== 'none' && thingsOf(value).length === 0
}

/** The cells of a picture that stands alone, and the picture. */
export function resolvePicture(name: string, entry: WrittenEntry, page: PageOptions): Resolved {
  const { picture: asked, pictures, box, dress, waive } = entry.value
  const { stylebook, report } = page
  if (asked === null || asked.value === 'none') return { claim: null }
  const written = { ...asked, value: asked.value }
  for (const key of OF_COPY) {
    const said = entry.value[key]
    if (said)
      report({ code: 'value-wrong', message: `a picture that stands alone has no ${key}`, place: said.keyPlace })
  }
  for (const key of OF_INSETS) {
    const said = written.value[key]
    const hint = 'it fills its place: give that other cells'
    const message = `a picture that stands alone has no ${key}`
    if (said) report({ code: 'value-wrong', message, place: said.keyPlace, hint })
  }
  if (pictures) {
    const message = 'a place without an article shows one picture'
    report({ code: 'value-wrong', message, place: pictures[0]!.place, hint: 'give each of them a place of its own' })
  }
  const rect = resolveCells(name, entry, page)
  const claim = rect && { slot: name, rect, place: entry.keyPlace }
  const slot = page.template?.slots.find((one) => one.name === name) ?? null
  const picture = orderPicture({ written, look: slot?.picture ?? null, article: null, page })
  const looks = {
    box: nameOf(box, { known: stylebook.boxes, what: 'box', fallback: slot?.box ?? null, page }),
    dress: nameOf(dress, { known: stylebook.dresses, what: 'dress', fallback: slot?.dress ?? null, page }),
  }
  if (!rect || !picture) return { claim }
  const waivers = [...waiversOf(waive), ...waiversOf(written.value.waive)]
  return { claim, picture: { slot: name, rect, picture, ...looks, waivers, place: entry.keyPlace } }
}
