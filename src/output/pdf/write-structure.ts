import type { PdfReference } from 'pdfkit'
import type { Rect } from '../../base/index.js'
import type { LinkTarget, PlacedLink, Structure, StructureElement, Thread } from '../../display/index.js'
import { type Marking, typeOf } from './marking.js'
import { coordinate } from './operands.js'
import { pdfText } from './press-document.js'
import { writeOutline } from './write-outline.js'

/** What of a document the structure is written into. */
export interface DocumentObjects {
  readonly catalog: Record<string, unknown>
  /** The objects of its pages. */
  readonly pages: readonly PdfReference[]
  readonly heights: readonly number[]
  /** A new object. It is to be ended. */
  ref(data: Record<string, unknown>): PdfReference
}

/** Writes what readers' programs want of an edition: its structure, its links, its threads, the numbers of its pages. */
export function writeStructure(structure: Structure, marking: Marking, objects: DocumentObjects): void {
  new StructureWriter(marking, objects).write(structure)
  writeOutline(structure.outline, objects)
  writeThreads(structure.threads, objects)
  objects.catalog.PageLabels = { Nums: [0, { S: 'D' }] }
}

/** Writes the tree of elements, and the links that belong to some of them. */
class StructureWriter {
  readonly #elements = new Map<StructureElement, PdfReference>()
  /** The element of each piece of content. */
  readonly #owners = new Map<object, PdfReference>()
  readonly #links = new Map<StructureElement, PdfReference[]>()
  /** The numbers of the parent tree, each with what it leads to: of pages, then of links (ISO 32000-1, 14.7.4.4). */
  readonly #parents: unknown[] = []
  readonly #marking: Marking
  readonly #objects: DocumentObjects

  constructor(marking: Marking, objects: DocumentObjects) {
    this.#marking = marking
    this.#objects = objects
  }

  write({ root, links }: Structure): void {
    const { catalog, pages, ref } = this.#objects
    links.forEach((link, index) => this.#writeLink(link, pages.length + index))
    const tree = ref({ Type: 'StructTreeRoot' })
    tree.data.K = this.#writeElement(root, tree)
    pages.forEach((page, number) => {
      const owners = (this.#marking.pages[number] ?? []).map((content) => this.#owners.get(content))
      this.#parents.push(number, owners)
      Object.assign(page.data, { StructParents: number, Tabs: 'S' })
    })
    links.forEach(({ link }, index) => this.#parents.push(pages.length + index, this.#elements.get(link)))
    const parents = ref({ Nums: this.#parents })
    parents.end()
    Object.assign(tree.data, { ParentTree: parents, ParentTreeNextKey: pages.length + links.length })
    // pdfkit ends both.
    Object.assign(catalog, { StructTreeRoot: tree, MarkInfo: ref({ Marked: true }) })
  }

  /** Whether something of an element is seen. */
  #isSeen({ part, kids }: StructureElement): boolean {
    if (part.kind === 'cell' || part.kind === 'column-head') return true
    return kids.some((kid) => (kid.kind === 'element' ? this.#isSeen(kid) : this.#marking.marks.has(kid)))
  }

  #writeElement(element: StructureElement, parent: PdfReference): PdfReference {
    const { part, kids, language } = element
    const object = this.#objects.ref({ S: typeOf(part), P: parent })
    this.#elements.set(element, object)
    const written = kids.flatMap((kid): readonly unknown[] => {
      if (kid.kind === 'element') return this.#isSeen(kid) ? [this.#writeElement(kid, object)] : []
      this.#owners.set(kid, object)
      const marks = this.#marking.marks.get(kid) ?? []
      const [page] = marks.map((mark) => mark.page)
      if (page !== undefined) object.data.Pg ??= this.#objects.pages[page]
      return marks.map((mark) => this.#kidOf(mark, object))
    })
    const links = (this.#links.get(element) ?? []).map((Obj) => ({ Type: 'OBJR', Obj }))
    const all = [...written, ...links]
    object.data.K = all.length === 1 ? all[0] : all
    if (language !== undefined) object.data.Lang = pdfText(language)
    const attributes = this.#attributesOf(element, object)
    if (attributes) object.data.A = attributes
    if (part.kind === 'figure') object.data.Alt = pdfText(part.alt)
    object.end()
    return object
  }

  #kidOf({ page, id }: { readonly page: number; readonly id: number }, { data }: PdfReference): unknown {
    const Pg = this.#objects.pages[page]
    return data.Pg === Pg ? id : { Type: 'MCR', Pg, MCID: id }
  }

  #attributesOf({ part }: StructureElement, { data }: PdfReference): Record<string, unknown> | null {
    const { pages, heights } = this.#objects
    switch (part.kind) {
      case 'figure':
        return { O: 'Layout', Placement: 'Block', BBox: upright(part.rect, heights[pages.indexOf(data.Pg as never)]!) }
      case 'list':
        return part.ordered ? { O: 'List', ListNumbering: 'Decimal' } : null
      case 'column-head':
        return { O: 'Table', Scope: 'Column' }
      default:
        return null
    }
  }

  /** A link as a page has it: where it can be followed, and what it reads. */
  #writeLink({ link, page, rect, text }: PlacedLink, number: number): void {
    const { pages, heights, ref } = this.#objects
    const annotation = ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: upright(rect, heights[page]!),
      Border: [0, 0, 0],
      // It is printed with the page.
      F: 4,
      Contents: pdfText(text),
      StructParent: number,
      ...this.#leadsTo(link.part.target),
    })
    annotation.end()
    const { data } = pages[page]!
    data.Annots = [...((data.Annots as unknown[] | undefined) ?? []), annotation]
    this.#links.set(link, [...(this.#links.get(link) ?? []), annotation])
  }

  #leadsTo(target: LinkTarget): Record<string, unknown> {
    const { pages, heights } = this.#objects
    if (target.kind === 'address') return { A: { S: 'URI', URI: pdfText(inAscii(target.address)) } }
    return { Dest: [pages[target.page], 'XYZ', 0, coordinate(heights[target.page]! - target.y), null] }
  }
}

/** An address as a URI has it (RFC 3986): other letters than those of ASCII are written as their bytes. */
function inAscii(address: string): string {
  // Half a letter (a lone surrogate, as YAML can write one) has no bytes.
  return address
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\x21-\x7e]+/g, (letters) => encodeURIComponent(letters))
}

/** Each article as a thread (ISO 32000-1, 12.4.3): beads in a ring. */
function writeThreads(threads: readonly Thread[], { catalog, pages, heights, ref }: DocumentObjects): void {
  if (threads.length === 0) return
  catalog.Threads = threads.map(({ title, beads }) => {
    const thread = ref({ Type: 'Thread', I: { Title: pdfText(title) } })
    const ring = beads.map(({ page, rect }) => ref({ P: pages[page], R: upright(rect, heights[page]!) }))
    ring.forEach((bead, index) => {
      const [next, previous] = [ring[(index + 1) % ring.length], ring.at(index - 1)]
      Object.assign(bead.data, { N: next, V: previous, ...(index === 0 ? { T: thread } : {}) })
      const { data } = pages[beads[index]!.page]!
      data.B = [...((data.B as unknown[] | undefined) ?? []), bead]
      bead.end()
    })
    thread.data.F = ring[0]
    thread.end()
    return thread
  })
}

/** A rectangle of a page as the file has it: its foot first, y up. */
function upright({ x, y, width, height }: Rect, pageHeight: number): readonly number[] {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map(coordinate)
}
