import { articleId } from '../base/index.js'
import { didYouMean, type Placed } from '../source/index.js'
import { CAPTION_PLACES, type CaptionPlace, type PictureLook } from '../stylebook/index.js'
import { readCopy } from './article/index.js'
import type { WrittenPicture } from './manifest-insets.js'
import type { PageOptions } from './page-options.js'
import { isCalled } from './turns.js'
import type { Article, Copy, ListedPicture, PlacedPictureOrder } from './types.js'

/** Where faces are: in the middle, a little above half. */
const FOCUS = [0.5, 0.4] as const

/** What a place says of its picture, and what its slot does. */
export interface PictureAsk {
  /** Null where only the slot asks for one. */
  readonly written: Placed<WrittenPicture> | null
  readonly look: PictureLook | null
  /** The article that stands there; null for a picture that stands alone. */
  readonly article: Article | null
  readonly page: PageOptions
}

/** The picture that a place shows, and how; null when it shows none, which has been reported where it is a mistake. */
export function orderPicture(ask: PictureAsk): PlacedPictureOrder | null {
  const { written, look, page } = ask
  const caption = written ? captionOf(written.value, page) : { words: null, at: null }
  const listed = listedOf(ask)
  const found = listed && page.pictures.find(listed)
  if (!found) return null
  const { pictures: rules } = page.stylebook
  const { focus = null, keyline = null, facing = null } = written?.value ?? {}
  const language = (ask.article ?? lenderOf(ask))?.language ?? page.stylebook.paper.language
  return {
    picture: {
      ...found,
      caption: caption.words ? copyOf(caption.words, language, page) : found.caption,
      facing: facing ?? found.facing,
    },
    focus: focus ?? look?.focus ?? FOCUS,
    caption: caption.at ?? look?.caption ?? rules.caption,
    keyline: (keyline ?? look?.keyline ?? rules.isKeylined) ? rules.keyline : null,
  }
}

/** The words of a caption, or where it stands, or both. */
function captionOf(
  { caption, file }: WrittenPicture,
  { report }: PageOptions,
): { readonly words: Placed<string> | null; readonly at: CaptionPlace | null } {
  if (!caption) return { words: null, at: null }
  if (!('one' in caption)) return { words: caption.text, at: caption.at }
  const { value, place } = caption.one
  const at = CAPTION_PLACES.find((one) => one === value.trim()) ?? null
  if (at || file) return { words: at ? null : caption.one, at }
  const message = `caption must be ${CAPTION_PLACES.slice(0, -1).join(', ')} or ${CAPTION_PLACES.at(-1)}, not "${value}"`
  const hint = didYouMean(value, CAPTION_PLACES) ?? 'other words in this place: caption: { text: … }'
  report({ code: 'value-wrong', message, place, hint })
  return { words: null, at: null }
}

/** The picture that is meant, by its own file, its name in an article, or as the next of the article's. */
function listedOf(ask: PictureAsk): ListedPicture | null {
  const { written, article, page } = ask
  if (!written) return article && page.turns.nextPicture(article)
  const { use, of, file, credit, alt } = written.value
  if (file) return ownFile(ask, file)
  for (const [key, said] of Object.entries({ credit, alt })) {
    if (!said) continue
    const message = `a ${key} stands with a file; the picture of an article brings its own`
    page.report({ code: 'value-wrong', message, place: said.keyPlace })
  }
  if (of) {
    // An article that has no file, or could not be read, has been reported.
    const lender = lenderOf(ask)
    return lender && (use ? named(use, lender, page) : first(lender, { place: of.place, page }))
  }
  if (!article) return blameNobody(written, page)
  if (use) return named(use, article, page)
  return page.turns.nextPicture(article) ?? blameNone(article, written, page)
}

function lenderOf({ written, page }: PictureAsk): Article | null {
  const of = written?.value.of
  return (of && page.lenders.get(articleId(of.value))) ?? null
}

/** A picture that no article lists: the manifest says everything of it. */
function ownFile({ written, article, page }: PictureAsk, file: Placed<string>): ListedPicture {
  const { use, of, credit, alt } = written!.value
  const second = use ?? of
  if (second) {
    const message = 'a picture is a file, or one that an article lists: not both'
    page.report({ code: 'value-wrong', message, place: second.keyPlace })
  }
  const language = article?.language ?? page.stylebook.paper.language
  const { value: name, place } = file
  return {
    name,
    caption: null,
    credit: credit && copyOf(credit, language, page),
    alt: alt?.value ?? null,
    facing: null,
    place,
  }
}

function copyOf({ value, span }: Placed<string>, language: string, { manifest, report }: PageOptions): Copy | null {
  const copy = readCopy(value, span, manifest.source, language, report)
  return copy.length > 0 ? copy : null
}

function named(
  { value: typed, place }: Placed<string>,
  article: Article,
  { report }: PageOptions,
): ListedPicture | null {
  const picture = article.pictures.find((one) => isCalled(one, typed))
  if (picture) return picture
  const names = article.pictures.map(({ name }) => name)
  const bases = names.map((name) => name.slice(name.lastIndexOf('/') + 1))
  const listed = names.length > 0 ? `it has ${names.join(', ')}` : 'list it in the front matter, under pictures'
  const message = `the article ${article.id} has no picture "${typed}"`
  report({ code: 'picture-unknown', message, place, hint: didYouMean(typed, [...bases, ...names]) ?? listed })
  return null
}

function first(
  { id, pictures }: Article,
  { place, page }: Pick<PictureAsk, 'page'> & Pick<ListedPicture, 'place'>,
): ListedPicture | null {
  if (pictures[0]) return pictures[0]
  page.report({ code: 'picture-unknown', message: `the article ${id} lists no pictures`, place })
  return null
}

function blameNobody(written: Placed<WrittenPicture>, { report }: PageOptions): null {
  const message = 'a picture that stands alone says which it is'
  const hint = 'such as { file: pictures/square.jpg }, or { use: square.jpg, of: rents } for a picture of an article'
  report({ code: 'value-wrong', message, place: (written.value.use ?? written).place, hint })
  return null
}

function blameNone({ id, pictures }: Article, { place }: Placed<unknown>, { report }: PageOptions): null {
  const message =
    pictures.length === 0 ? `the article ${id} lists no pictures` : `the article ${id} has no more pictures`
  const hint = pictures.length === 0 ? 'list one in the front matter, under pictures' : 'say which one by use'
  report({ code: 'picture-unknown', message, place, hint })
  return null
}
