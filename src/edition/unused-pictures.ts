import type { ArticleId, Finding } from '../base/index.js'
import type { PictureFiles } from './find-pictures.js'
import type { Article } from './types.js'

/** Tells of pictures that articles on the pages list and no place asks for: their files may still be on the way. */
export function unusedPictures(
  articles: ReadonlyMap<ArticleId, Article>,
  { isAsked }: Pick<PictureFiles, 'isAsked'>,
): readonly Finding[] {
  return [...articles.values()].flatMap(({ id, pictures }) =>
    pictures
      .filter((listed) => !isAsked(listed))
      .map(({ name, place }) => ({
        code: 'picture-unused',
        message: `no place shows the picture ${name} of ${id}`,
        place,
        hint: `show it: picture: { use: ${name.slice(name.lastIndexOf('/') + 1)} }, or take it out`,
      })),
  )
}
