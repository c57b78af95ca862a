import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'

/** A marked sequence as the structure tree has it. */
interface Owned {
  readonly page: number
  readonly id: number
}

/** An element of a file's structure. */
export interface FileElement {
  readonly type: string
  readonly alt: string | null
  readonly language: string | null
  readonly owned: readonly Owned[]
  /** Annotations that it has. */
  readonly annotations: number
  readonly kids: readonly FileElement[]
}

/** A link as it can be followed. */
export interface FileLink {
  /** Counted from 1. */
  readonly page: number
  readonly text: string
  /** An address, or `page 2`. */
  readonly leads: string
}

/** What is wrong with how a file is tagged, and what it has of structure. */
export interface StructureCheck {
  readonly faults: readonly string[]
  readonly root: FileElement
  readonly links: readonly FileLink[]
}

/** Operators that put ink on a page. */
const PAINTS = new Set(['TJ', 'Tj', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI'])

/**
 * Checks a tagged file without help of what wrote it: all that is painted stands in just one marked sequence or artifact, every sequence
 * belongs to just one element, parent tree and structure tree say the same, and every link belongs to a link element.
 */
export async function checkStructure(pdf: Uint8Array): Promise<StructureCheck> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return new Checker(document).check()
}

class Checker {
  private readonly faults: string[] = []
  private readonly pages: readonly PDFPage[]

  constructor(private readonly document: PDFDocument) {
    this.pages = document.getPages()
  }

  check(): StructureCheck {
    const { catalog } = this.document
    const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    if (!String(catalog.lookup(PDFName.of('MarkInfo'), PDFDict)).includes('/Marked true')) this.fault('is not marked')
    const owners = new Map<string, PDFDict>()
    const root = this.read(tree.lookup(PDFName.of('K'), PDFDict), tree, owners)
    const nums = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
    const parents = new Map<number, PDFObject>()
    for (let at = 0; at < nums.size(); at += 2) {
      const key = nums.lookup(at, PDFNumber).asNumber()
      if (at > 0 && key <= nums.lookup(at - 2, PDFNumber).asNumber()) this.fault('keys of the parent tree do not rise')
      parents.set(key, nums.lookup(at + 1)!)
    }
    this.pages.forEach((page, index) => this.checkPage(page, index, { owners, parents }))
    return { faults: this.faults, root, links: this.pages.flatMap((page, index) => this.linksOf(page, index, parents)) }
  }

  private fault(what: string): void {
    this.faults.push(what)
  }

  private read(element: PDFDict, parent: PDFDict, owners: Map<string, PDFDict>): FileElement {
    const type = this.nameOf(element, 'S')
    if (element.lookup(PDFName.of('P')) !== parent) this.fault(`a ${type} does not know its parent`)
    const own = element.lookup(PDFName.of('Pg'))
    const owned: Owned[] = []
    const kids: FileElement[] = []
    let annotations = 0
    const own1 = (page: PDFObject | undefined, id: number): void => {
      const at = { page: this.pages.findIndex(({ node }) => node === page), id }
      const key = `${at.page} ${at.id}`
      if (owners.has(key)) this.fault(`two elements have sequence ${key}`)
      owners.set(key, element)
      owned.push(at)
    }
    const list = element.lookup(PDFName.of('K'))
    for (const kid of list instanceof PDFArray ? list.asArray() : list ? [list] : []) {
      const one = this.document.context.lookup(kid)
      if (one instanceof PDFNumber) own1(own, one.asNumber())
      else if (one instanceof PDFDict && one.has(PDFName.of('MCID'))) {
        own1(one.lookup(PDFName.of('Pg')), one.lookup(PDFName.of('MCID'), PDFNumber).asNumber())
      } else if (one instanceof PDFDict && one.has(PDFName.of('Obj'))) annotations++
      else if (one instanceof PDFDict) kids.push(this.read(one, element, owners))
    }
    const [alt, language] = [textIn(element, 'Alt'), textIn(element, 'Lang')]
    if (type === 'Figure' && !alt) this.fault('a figure without alternative text')
    return { type, alt, language, owned, annotations, kids }
  }

  private checkPage(
    page: PDFPage,
    index: number,
    {
      owners,
      parents,
    }: { readonly owners: ReadonlyMap<string, PDFDict>; readonly parents: ReadonlyMap<number, PDFObject> },
  ): void {
    const key = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()
    const list = parents.get(key)
    const told = list instanceof PDFArray ? list.asArray().map((one) => this.document.context.lookup(one)) : []
    const seen = this.walk(page, index)
    if (told.length !== seen.length)
      this.fault(`page ${index + 1} has ${seen.length} sequences, and tells ${told.length}`)
    for (const id of seen) {
      const owner = owners.get(`${index} ${id}`)
      if (!owner) this.fault(`sequence ${id} of page ${index + 1} belongs to nothing`)
      if (owner !== told[id]) this.fault(`sequence ${id} of page ${index + 1} has another parent in the parent tree`)
    }
    const own = [...owners.keys()].filter((one) => one.startsWith(`${index} `))
    if (own.length !== seen.length) this.fault(`page ${index + 1} lacks sequences that elements have`)
  }

  /** The numbers of a page's sequences. */
  private walk(page: PDFPage, index: number): readonly number[] {
    const contents = page.node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
    const text = streams
      .map((one) => this.document.context.lookup(one))
      .map((one) => Buffer.from(decodePDFRawStream(one as PDFRawStream).decode()).toString('latin1'))
      .join('\n')
    const seen: number[] = []
    const open: string[] = []
    let inText = false
    for (const line of text.split('\n')) {
      // What stands in strings is no operator.
      const bare = line.replace(/<[0-9a-f]*>/gi, '')
      const operators = bare.split(/\s+|\]/).filter((word) => /^[A-Za-z'"*]+[0-9]?\*?$/.test(word))
      for (const operator of operators) {
        if (operator === 'BT' || operator === 'ET') {
          if (open.some((one) => one !== `${inText}`))
            this.fault(`page ${index + 1}: a sequence reaches over a text object`)
          inText = operator === 'BT'
        }
        if (operator === 'BDC' || operator === 'BMC') {
          if (open.length > 0) this.fault(`page ${index + 1}: a sequence in a sequence`)
          const id = /\/MCID (\d+)/.exec(line)
          if (id) seen.push(Number(id[1]))
          else if (!line.startsWith('/Artifact')) this.fault(`page ${index + 1}: ${line}`)
          open.push(`${inText}`)
        }
        if (operator === 'EMC' && open.pop() === undefined) this.fault(`page ${index + 1}: EMC`)
        if (PAINTS.has(operator) && open.length !== 1) this.fault(`page ${index + 1}: untagged: ${line}`)
      }
    }
    if (open.length > 0) this.fault(`page ${index + 1}: a sequence without an end`)
    return seen
  }

  private linksOf(page: PDFPage, index: number, parents: ReadonlyMap<number, PDFObject>): readonly FileLink[] {
    const list = page.node.lookup(PDFName.of('Annots'))
    return (list instanceof PDFArray ? list.asArray() : []).map((one) => {
      const annotation = this.document.context.lookup(one, PDFDict)
      const parent = parents.get(annotation.lookup(PDFName.of('StructParent'), PDFNumber).asNumber())
      const owner = parent && this.document.context.lookup(parent)
      if (!(owner instanceof PDFDict) || this.nameOf(owner, 'S') !== 'Link' || !String(owner).includes(String(one))) {
        this.fault(`page ${index + 1}: a link that belongs to no link element`)
      }
      const action = annotation.lookup(PDFName.of('A'))
      const place = annotation.lookup(PDFName.of('Dest'))
      const target = place instanceof PDFArray ? place.lookup(0) : null
      const leads = action instanceof PDFDict ? textIn(action, 'URI')! : `page ${1 + this.indexOf(target)}`
      return { page: index + 1, text: textIn(annotation, 'Contents') ?? '', leads }
    })
  }

  private indexOf(page: PDFObject | null | undefined): number {
    return this.pages.findIndex(({ node }) => node === page)
  }

  private nameOf(dictionary: PDFDict, key: string): string {
    return dictionary.lookup(PDFName.of(key), PDFName).asString().slice(1)
  }
}

function textIn(dictionary: PDFDict, key: string): string | null {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null
}

/** All elements of a tree, in reading order. */
export function elementsIn(element: FileElement): readonly FileElement[] {
  return [element, ...element.kids.flatMap(elementsIn)]
}
