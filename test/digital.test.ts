import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDigital, digitalPaper } from './digital-paper.js'
import { checkStructure, elementsIn, type StructureCheck } from './structure-checks.js'
import { askTool, hasTool } from './tools.js'

let files: Readonly<Record<string, string | Uint8Array>>
let pdf: Uint8Array
let found: readonly string[]
let checked: StructureCheck
beforeAll(async () => {
  files = await digitalPaper()
  ;({ pdf, found } = await buildDigital(files))
  checked = await checkStructure(pdf)
})

/** What Poppler reads in the structure, without soft hyphens; each line with its depth. */
const readAloud = (): readonly string[] =>
  askTool('pdfinfo', ['-struct-text', 'PDF'], pdf).replaceAll('\u00AD', '').trimEnd().split('\n')

/** The texts of the paragraphs, heads and cells of each article, pieces of one joined. */
function articlesRead(): readonly (readonly string[])[] {
  const articles: string[][] = []
  for (const line of readAloud()) {
    if (/^ {2}\S/.test(line)) articles.push([])
    const text = /^ *"(.*)"$/.exec(line)
    if (text) articles.at(-1)![articles.at(-1)!.length - 1] += text[1]!
    else if (/^ +(P|H\d|T[DH]|Lbl|Caption|LBody)\b/.test(line)) articles.at(-1)!.push('')
  }
  return articles.map((texts) => texts.map((text) => text.trim()).filter(Boolean))
}

describe('the edition for screens', () => {
  it('is built without a finding', () => expect(found).toEqual([]))

  it('has nothing untagged: all that is painted belongs to just one element, or is an artifact', () => {
    expect(checked.faults).toEqual([])
  })

  it.skipIf(!hasTool('pdfinfo'))('reads each article whole and in order, over legs and pages', () => {
    const march = articlesRead()[0]!
    const sentences = (at: number, count: number): string =>
      Array.from(
        { length: count },
        (_, one) => `No ${at}/${one} considered administration of the municipal transportation authority again.`,
      ).join(' ')
    expect(march.slice(0, march.indexOf(sentences(4, 2)) + 1)).toEqual([
      'Abroad',
      'The march & the <square>',
      'Write to desk@example.org and say.',
      'by Ann Other',
      sentences(1, 12),
      'A crosshead',
      'Read the whole report of the commission, or see www.example.com/march. Then more.',
      sentences(2, 3),
      'A quotation of some words.',
      'And its second paragraph.',
      ...['–', 'first item', 'and its second paragraph', '–', 'second item', '1.', 'inner one', '2.', 'inner two'],
      ...['Town', 'Walked', 'Aldersby and all of its outlying parishes', '1,200', 'https://example.net/table'],
      ...['Hull', '90', sentences(3, 4), sentences(4, 2)],
    ])
    expect(march.slice(march.indexOf(sentences(4, 2)) + 1)).toEqual([
      'The square at noon A. Photographer',
      'Only a caption says what this is',
      'We walked all night',
      'A walker',
      'Continued on page 2',
      'The march goes on',
      'From page 1',
      'Continued on page 3',
      'From page 2',
    ])
  })

  it('has a paragraph of several pages as one element', () => {
    const pages = elementsIn(checked.root).map(({ type, owned }) => [type, new Set(owned.map(({ page }) => page)).size])
    expect(pages).toContainEqual(['P', 2])
  })

  it('is a tree of articles, heads, lists, tables and figures', () => {
    const { root } = checked
    expect(root.type).toBe('Document')
    const shape = (depth: number, element = root): string =>
      depth === 0 || element.kids.length === 0
        ? element.type
        : `${element.type}(${element.kids.map((kid) => shape(depth - 1, kid)).join(' ')})`
    expect(root.kids.map(({ type }) => type)).toEqual(['Art', 'Sect', 'Sect', 'Figure', 'Figure', 'Art', 'Art', 'Art'])
    expect(shape(1, root.kids[0])).toBe('Art(P H1 P P P H2 P P BlockQuote L Table P P Div Div BlockQuote P P P P P)')
    expect(shape(9, root.kids[0]!.kids[9])).toBe(
      'L(LI(Lbl LBody(P P)) LI(Lbl LBody(P L(LI(Lbl LBody(P)) LI(Lbl LBody(P))))))',
    )
    expect(shape(9, root.kids[0]!.kids[10])).toBe('Table(TR(TH TH TH) TR(TD TD TD(Link)) TR(TD TD TD))')
    expect(shape(9, root.kids[1])).toBe('Sect(H1 L(LI(LBody(Link)) LI(LBody(Link))))')
  })

  it('says what figures show: in their own words, else in those of their caption; of the rest nothing is said', () => {
    const figures = elementsIn(checked.root).filter(({ type }) => type === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual([
      'A crowd in a square',
      'Only a caption says what this is',
      'The co-op: bread & roses',
      'Advertisement: library',
    ])
  })

  it('says what language each article is in', () => {
    const articles = elementsIn(checked.root).filter(({ type }) => type === 'Art')
    expect(articles.map(({ language }) => language)).toEqual(['en-GB', 'en-GB', 'en-GB', 'de'])
  })

  it('has links that lead where they say', () => {
    expect(checked.links.map(({ page, text, leads }) => `${page}: ${text} → ${leads}`)).toEqual([
      '1: desk@example.org → mailto:desk@example.org',
      '1: Continued on page 2 → page 2',
      '1: A brief 3 → page 3',
      '1: Eine Nachricht 3 → page 3',
      // A link of two lines is two places of one link.
      '1: A brief page 3 → page 3',
      '1: A brief page 3 → page 3',
      '2: the whole report of the commission, → https://example.org/report?a=1&b=%C3%BC',
      '2: www.example.com/march. → https://www.example.com/march',
      '2: more. → https://example.org/more',
      '2: From page 1 → page 1',
      '2: Continued on page 3 → page 3',
      '3: https://example.net/table → https://example.net/table',
      '3: https://example.net/table → https://example.net/table',
      '3: From page 2 → page 2',
    ])
  })

  it.skipIf(!hasTool('pdfinfo'))('has addresses that Poppler finds', () => {
    const urls = askTool('pdfinfo', ['-url', 'PDF'], pdf)
    expect(urls).toContain('https://example.org/report?a=1&b=%C3%BC')
    expect(urls).toContain('mailto:desk@example.org')
  })

  it('has an outline of pages and articles, threads and page labels', async () => {
    const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
    const titles = [...context.enumerateIndirectObjects()]
      .map(([, object]) => String(object))
      .filter((text) => text.includes('/Dest') && text.includes('/Title'))
      .map((text) => /\/Title \((.*)\)/.exec(text)![1]!)
    expect(titles.sort()).toEqual(
      [
        'page 1',
        'The march & the <square>',
        'page 2',
        'page 3',
        'Facts and figures',
        'A brief',
        'Eine Nachricht',
      ].sort(),
    )
    expect(String(context.lookup(catalog.get(PDFName.of('Outlines'))))).toContain('/Count 7')
    expect(String(context.lookup(catalog.get(PDFName.of('PageLabels'))))).toContain('/Nums [ 0')
    const beads = [...context.enumerateIndirectObjects()]
      .map(([, object]) => String(object))
      .filter((text) => text.includes('/V '))
    expect(beads.length).toBeGreaterThan(8)
    expect(beads.filter((text) => text.includes('/T '))).toHaveLength(4)
  })

  it.skipIf(!hasTool('qpdf'))('is sound to qpdf', () => {
    expect(askTool('qpdf', ['--check', 'PDF'], pdf)).toContain('No syntax or stream encoding errors found')
  })

  it('says that it keeps to PDF/UA-1', () => {
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toContain('/Lang (en-GB)')
  })

  it('is the same, byte for byte, when it is built again', async () => {
    expect(Buffer.compare((await buildDigital(files)).pdf, pdf)).toBe(0)
  })

  it('is tagged for screens only: a press has no readers', async () => {
    const press = Buffer.from((await buildDigital(files, 'newsprint')).pdf).toString('latin1')
    expect(press).toMatch(/^%PDF-1\.3/)
    expect(press).not.toMatch(/StructTreeRoot|\/Annots|\/Threads|\/Outlines \d/)
  })
})

describe('the checker of structure', () => {
  const dictionaries = (context: PDFContext): readonly PDFDict[] =>
    context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
  const drawOn = (document: PDFDocument, operators: string): void => {
    const { node } = document.getPage(0)
    const stream = document.context.register(document.context.stream(operators))
    node.set(PDFName.of('Contents'), document.context.obj([node.get(PDFName.of('Contents'))!, stream]))
  }

  it.each<readonly [string, RegExp, (document: PDFDocument) => void]>([
    ['ink outside of all sequences', /untagged: 0 0 9 9 re f/, (document) => drawOn(document, '0 0 9 9 re f')],
    ['type outside of all sequences', /untagged: <0001> Tj/, (document) => drawOn(document, 'BT\n<0001> Tj\nET')],
    ['a sequence without an end', /without an end/, (document) => drawOn(document, '/Artifact BMC')],
    ['a sequence of nobody', /belongs to nothing/, (document) => drawOn(document, '/P <</MCID 999>> BDC\nEMC')],
    [
      'a figure without words',
      /without alternative text/,
      ({ context }) => dictionaries(context).forEach((one) => one.delete(PDFName.of('Alt'))),
    ],
    [
      'an element that lost a sequence',
      /belongs to nothing/,
      ({ context }) => {
        const head = dictionaries(context).find((one) => String(one).includes('/S /H1'))!
        head.set(PDFName.of('K'), context.obj([]))
      },
    ],
    [
      'a link that no element has',
      /belongs to no link element/,
      ({ context }) => {
        const link = dictionaries(context).find((one) => String(one).includes('/S /Link'))!
        const kids = link.lookup(PDFName.of('K'), PDFArray)
        kids.remove(kids.size() - 1)
      },
    ],
  ])('notices %s', async (_, fault, spoil) => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    spoil(document)
    const { faults } = await checkStructure(await document.save({ useObjectStreams: false }))
    expect(faults.join('\n')).toMatch(fault)
  })
})
