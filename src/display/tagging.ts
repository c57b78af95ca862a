import type { PlacedAdvert, PlacedLine, PlacedPicture } from '../makeup/index.js'
import type { Pictures } from '../pictures/index.js'
import type { MarkedContent, PlacedLink, StructureElement, StructurePart } from './structure.js'
import { type OpenElement, type PagedLine, tagText, type TextRecord } from './tag-text.js'

/** An element without kids yet. */
export function element(part: StructurePart, kids: OpenElement['kids'] = []): OpenElement {
  return { kind: 'element', part, kids }
}

/** What is known so far while an edition's structure is found. */
export class Tagging implements TextRecord {
  /** What the fragments of each line show. */
  readonly contents = new Map<PlacedLine, MarkedContent | (MarkedContent | null)[]>()
  /** What pictures and adverts show. */
  readonly shown = new Map<PlacedPicture | PlacedAdvert, MarkedContent>()
  readonly links: Omit<PlacedLink, 'text'>[] = []
  readonly said = new Map<StructureElement, string>()

  constructor(private readonly pictures: Pictures) {}

  /** Lines as one element of text. */
  text(part: StructurePart, lines: readonly PagedLine[]): OpenElement {
    const made = element(part)
    tagText(made, { lines }, this)
    return made
  }

  /** A picture and what is printed with it. Of one with neither a description nor a caption nobody could tell what it shows: it is an artifact. */
  picture(placed: PlacedPicture, page: number): readonly OpenElement[] {
    const { picture, rect, lines } = placed
    const alt = picture.alt ?? wordsOf(picture.caption)
    const figure = alt && this.pictures.has(picture.file) ? this.figure(placed, { alt, rect }) : null
    const caption = lines.length > 0 ? this.text({ kind: 'caption' }, paged(lines, page)) : null
    if (figure && caption) return [element({ kind: 'group' }, [figure, caption])]
    // What is said of nothing is a paragraph.
    return figure ? [figure] : caption ? [{ ...caption, part: { kind: 'paragraph' } }] : []
  }

  /** An advert. */
  advert(placed: PlacedAdvert): readonly OpenElement[] {
    const { advert, rect } = placed
    if (!this.pictures.has(advert.file)) return []
    return [this.figure(placed, { alt: advert.alt ?? `Advertisement: ${advert.id}`, rect })]
  }

  private figure(
    placed: PlacedPicture | PlacedAdvert,
    { alt, rect }: { readonly alt: string; readonly rect: PlacedPicture['rect'] },
  ): OpenElement {
    const content: MarkedContent = { kind: 'content' }
    this.shown.set(placed, content)
    return element({ kind: 'figure', alt, rect }, [content])
  }
}

/** Lines of one page. */
export function paged(lines: readonly PlacedLine[], page: number): readonly PagedLine[] {
  return lines.map((placed) => ({ placed, page }))
}

/** Lines that follow each other and have one role, together. */
export function byRole(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  const groups: PlacedLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.[0]!.role === line.role) last.push(line)
    else groups.push([line])
  }
  return groups
}

function wordsOf(copy: PlacedPicture['picture']['caption']): string {
  return (copy ?? [])
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
