import type { Host, Report } from '../base/index.js'
import { findFile } from './find-file.js'
import type { ArticlePicture, ListedPicture } from './types.js'

/** The files of pictures that are shown. */
export interface PictureFiles {
  /** The picture with its file; null when there is none, which is reported once, however often it is shown. */
  find(listed: ListedPicture): ArticlePicture | null
  /** Whether a place has asked for it, or for the same file by its name, be it there or not. */
  isAsked(listed: ListedPicture): boolean
}

/** Looks for the files of an edition's pictures, each when the first place shows it: what is only listed may still be on the way. */
export function findPictures(options: {
  readonly editionFolder: string
  readonly host: Host
  readonly report: Report
}): PictureFiles {
  const found = new Map<ListedPicture, ArticlePicture | null>()
  return {
    find(listed) {
      const known = found.get(listed)
      if (known !== undefined) return known
      const file = findFile({ value: listed.name, place: listed.place }, { ...options, mustBeThere: true })
      const picture = file === null ? null : { ...listed, file }
      found.set(listed, picture)
      return picture
    },
    isAsked: ({ name }) => [...found.keys()].some((one) => one.name === name),
  }
}
