import type { Fault, Job } from '../look.js'
import { group, spotsOn } from '../spots.js'

/** Pictures with less than half of the pixels that the press asks for: every dot of them shows. */
export function coarsePicture(job: Job): readonly Fault[] {
  return picturesBetween(job, 0, 1 / 2)
}

/** Pictures with less than three quarters of what the press asks for, but not less than half: they look soft. */
export function softPicture(job: Job): readonly Fault[] {
  return picturesBetween(job, 1 / 2, 3 / 4)
}

/** Pictures with so large a share of the pixels asked for: from the first on, and less than the second. */
function picturesBetween({ pages, pictures, profile, scale }: Job, from: number, to: number): readonly Fault[] {
  const asked = profile.pictures.ppi
  const spots = spotsOn(pages, ({ item }) => {
    const picture = item.kind === 'image' ? pictures.get(item.picture) : undefined
    if (item.kind !== 'image' || picture?.kind !== 'raster') return null
    // By the whole picture, whatever of it is seen. Half a pixel is lost where a size is in millimetres.
    const ppi = Math.round(picture.width / ((item.rect.width * scale) / 72))
    return ppi >= from * asked && ppi < to * asked ? ppi : null
  })
  return group(spots).map(({ page, owner, rect, details }) => ({
    page,
    rect,
    owner,
    place: owner.filePlace,
    says: `${owner.name} has ${Math.min(...details)} pixels to the inch at this size`,
    hint: `this press asks for ${asked}: ask for a larger file, or show it smaller`,
  }))
}
