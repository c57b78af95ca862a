import type { ArticlePicture } from '../../edition/index.js'
import type { Pictures } from '../../pictures/index.js'
import type { Size } from './crop-picture.js'

/** The size of an upright picture in its own units. One that could not be opened has been reported, and nothing is made up. */
export function sizeOf(pictures: Pictures, { file }: Pick<ArticlePicture, 'file'>): Size {
  const picture = pictures.get(file)
  if (!picture) throw new Error(`no picture was opened: ${file}`)
  return picture
}
