import type { MarkedContent, StructureElement, StructurePart } from '../../display/index.js'

/** A marked sequence of a page's content: what shows a part of the structure. */
export interface Mark {
  /** Counted from 0. */
  readonly page: number
  /** Its number on its page. */
  readonly id: number
}

/** The structure types of PDF (ISO 32000-1, 14.8.4). */
export const TYPES = {
  document: 'Document',
  article: 'Art',
  section: 'Sect',
  group: 'Div',
  paragraph: 'P',
  quotation: 'BlockQuote',
  list: 'L',
  item: 'LI',
  marker: 'Lbl',
  'item-body': 'LBody',
  table: 'Table',
  row: 'TR',
  'column-head': 'TH',
  cell: 'TD',
  figure: 'Figure',
  caption: 'Caption',
  link: 'Link',
} as const satisfies Readonly<Record<Exclude<StructurePart['kind'], 'head'>, string>>

/** The type of a part. */
export function typeOf(part: StructurePart): string {
  return part.kind === 'head' ? `H${part.level}` : TYPES[part.kind]
}

/** Marks content for a structure, and keeps what it has marked. */
export class Marking {
  /** The sequences of each piece of content, in the order painted. */
  readonly marks = new Map<MarkedContent, Mark[]>()
  /** For each page the contents of its sequences, by their number. */
  readonly pages: MarkedContent[][] = []
  readonly #types = new Map<MarkedContent, string>()

  constructor(root: StructureElement) {
    this.#know(root)
  }

  #know({ part, kids }: StructureElement): void {
    for (const kid of kids) {
      if (kid.kind === 'element') this.#know(kid)
      else this.#types.set(kid, typeOf(part))
    }
  }

  beginPage(): void {
    this.pages.push([])
  }

  /** The operator that begins a sequence: of content, or of artifacts. It ends with `EMC`. */
  begin(content: MarkedContent | null): string {
    if (!content) return '/Artifact BMC'
    const page = this.pages.length - 1
    const id = this.pages[page]!.push(content) - 1
    const marks = this.marks.get(content) ?? []
    this.marks.set(content, marks)
    marks.push({ page, id })
    return `/${this.#types.get(content)!} <</MCID ${id}>> BDC`
  }
}
