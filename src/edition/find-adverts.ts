import { type Host, nearest, type Report } from '../base/index.js'
import type { Located } from '../source/index.js'
import { findFile } from './find-file.js'
import type { Manifest } from './manifest.js'
import type { Advert } from './types.js'

/** The adverts of an edition by the names that the manifest gives them. */
export interface Adverts {
  /** The advert; null when it is listed but cannot be used, or may be listed where the manifest could not be read: both have been reported. */
  readonly byId: (id: string) => Advert | 'unknown' | null
  /** The listed name nearest to a mistyped one. */
  readonly near: (id: string) => string | null
}

/** What is asked to find an edition's adverts. */
export interface FindAdvertsRequest {
  readonly editionFolder: string
  readonly manifest: Located<Manifest>
  readonly host: Host
  readonly report: Report
}

/** Looks the files of all placed adverts up, and tells of adverts that nobody placed: their files may still be on the way. */
export function findAdverts(request: FindAdvertsRequest): Adverts {
  const { manifest, report } = request
  const { value, isSound } = manifest
  const places = (value.pages ?? []).flatMap(({ place }) => [...place.values()])
  const placedIds = new Set(places.flatMap((entry) => entry.value.advert?.value ?? []))
  const found = new Map<string, Advert | null>()
  for (const [id, { value: written, keyPlace }] of value.adverts) {
    const file = written?.file && findFile(written.file, { ...request, mustBeThere: placedIds.has(id) })
    const size = written?.size?.value
    const isWhole = file && size
    found.set(
      id,
      isWhole ? { id, file, width: size[0], height: size[1], alt: written.alt, place: written.file!.place } : null,
    )
    if (placedIds.has(id) || !isSound) continue
    const message = `the advert "${id}" stands on no page`
    report({ code: 'advert-unplaced', message, place: keyPlace, hint: `place it: foot: { advert: ${id} }` })
  }
  const isUnreadable = !isSound && value.adverts.size === 0
  return {
    byId: (id) => (found.has(id) ? found.get(id)! : isUnreadable ? null : 'unknown'),
    near: (id) => nearest(id, [...found.keys()]),
  }
}
