import { describe, expect, it } from 'vitest'
import { pdf, stream } from './make-pdf.js'
import { open, PLACE, type Opened } from './open-test-pictures.js'

const toldOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await open('a.pdf', bytes)).diagnostics.map(({ code, message }) => `${code} ${message}`)

/** A page whose content, plain words, is said to be packed in this way. */
function withFilter(filter: string): Uint8Array {
  return Buffer.from(Buffer.from(pdf()).toString('latin1').replace('/Length', `/Filter ${filter} /Length`), 'latin1')
}

const sizeOf = ({ picture }: Opened): readonly number[] => [picture!.width, picture!.height].map(Math.round)

describe('a PDF', () => {
  it('is as large as its sheet', async () => {
    const { picture, diagnostics } = await open('a.pdf', pdf())
    expect(diagnostics).toEqual([])
    expect(picture).toMatchObject({
      kind: 'page',
      natural: { width: 255.118, height: 170.079 },
      box: { left: 0, bottom: 0, right: 255.118, top: 170.079 },
      turn: 0,
      unit: 1,
    })
  })

  it('is as large as its trim where it has one', async () => {
    const opened = await open('a.pdf', pdf({ page: '/MediaBox [0 0 300 200] /TrimBox [10 20 265 190]' }))
    expect(sizeOf(opened)).toEqual([255, 170])
    expect(opened.picture).toMatchObject({ box: { left: 10, bottom: 20, right: 265, top: 190 } })
  })

  it('that is turned is as wide as it is shown', async () => {
    const opened = await open('a.pdf', pdf({ page: '/MediaBox [0 0 300 200] /Rotate -90' }))
    expect(sizeOf(opened)).toEqual([200, 300])
    expect(opened.picture).toMatchObject({ turn: 270 })
  })

  it('may count in larger units', async () => {
    expect(sizeOf(await open('a.pdf', pdf({ page: '/MediaBox [0 0 30 20] /UserUnit 10' })))).toEqual([300, 200])
  })

  it('of several pages gives its first', async () => {
    const { picture, diagnostics } = await open('a.pdf', pdf({ pages: 3 }))
    expect(picture).toBeDefined()
    expect(diagnostics).toMatchObject([
      { code: 'pdf-pages', message: 'layouts/a.pdf has 3 pages: the first is used', place: PLACE },
    ])
  })

  it('with layers is reported', async () => {
    expect(await toldOf(pdf({ catalog: '/OCProperties << >>' }))).toEqual([
      'pdf-layers layouts/a.pdf has layers: all of them are printed',
    ])
  })

  it.each([
    ['that is cut short', pdf().slice(0, 60), 'this PDF is damaged or cut short'],
    ['of nothing but a mark', Buffer.from('%PDF-1.7\n'), 'this PDF is damaged or cut short'],
    ['whose content is packed by nobody knows what', withFilter('/Crypt'), 'this PDF is damaged or cut short'],
    ['whose content is no packed data', withFilter('/FlateDecode'), 'this PDF is damaged or cut short'],
    ['without pages', pdf({ pages: 0 }), 'this PDF has no page'],
    [
      'without content',
      Buffer.from(Buffer.from(pdf()).toString('latin1').replace('/Contents', '/Cont_nts'), 'latin1'),
      'this PDF has an empty page',
    ],
    ['of no size', pdf({ page: '/MediaBox [0 0 0 200]' }), 'this PDF does not say how large its page is'],
  ])('%s is refused', async (_, bytes, message) => {
    const { picture, diagnostics } = await open('a.pdf', bytes)
    expect(picture).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'picture-unusable', message: `layouts/a.pdf: ${message}`, place: PLACE },
    ])
  })
})

describe('the fonts of a PDF', () => {
  const withFont = (font: string, ...objects: readonly (string | Uint8Array)[]): Uint8Array =>
    pdf({ page: '/MediaBox [0 0 9 9] /Resources << /Font << /F1 10 0 R >> >>', objects: [font, ...objects] })

  it('that are not in it are named', async () => {
    expect(await toldOf(withFont('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>'))).toEqual([
      'pdf-font layouts/a.pdf does not bring its font Helvetica-Bold',
    ])
    const composite = '<< /Type /Font /Subtype /Type0 /BaseFont /Gill /DescendantFonts [11 0 R] >>'
    expect(await toldOf(withFont(composite, '<< /FontDescriptor << >> >>'))).toEqual([
      'pdf-font layouts/a.pdf does not bring its font Gill',
    ])
  })

  it('that are in it are not', async () => {
    const simple = '<< /Type /Font /Subtype /TrueType /BaseFont /Gill /FontDescriptor << /FontFile2 11 0 R >> >>'
    expect(await toldOf(withFont(simple, stream('')))).toEqual([])
    const composite = '<< /Type /Font /Subtype /Type0 /BaseFont /Gill /DescendantFonts [11 0 R] >>'
    expect(await toldOf(withFont(composite, '<< /FontDescriptor << /FontFile3 12 0 R >> >>', stream('')))).toEqual([])
    expect(await toldOf(withFont('<< /Type /Font /Subtype /Type3 >>'))).toEqual([])
  })

  it('are found in the forms that it draws, each once', async () => {
    const form = stream('', '/Subtype /Form /Resources << /Font << /A 11 0 R /B 11 0 R >> /XObject << /X 10 0 R >> >>')
    const bytes = pdf({
      page: '/MediaBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>',
      objects: [form, '<< /Subtype /Type1 /BaseFont /Courier >>'],
    })
    expect(await toldOf(bytes)).toEqual(['pdf-font layouts/a.pdf does not bring its font Courier'])
  })
})

describe('the colours of a PDF', () => {
  const RGB = ['pdf-rgb layouts/a.pdf has colours in RGB']

  it.each([
    ['a colour', '1 0 0 rg'],
    ['a stroke', '1 0 0 RG 0 0 m 9 9 l S'],
    ['a space by its name', '/DeviceRGB cs 1 0 0 sc'],
    ['an image within the content', 'BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI'],
    ['after an image that looks like an operator', 'BI /W 1 /CS /G ID \n k EI 1 0 0 rg'],
    ['after a dictionary', '/Span << /A (x) >> BDC 1 0 0 rg EMC'],
  ])('are found in %s, packed or not', async (_, content) => {
    expect(await toldOf(pdf({ contents: [content] }))).toEqual(RGB)
    expect(await toldOf(pdf({ contents: ['q', content, 'Q'], isPacked: true }))).toEqual(RGB)
  })

  it.each([
    ['of ink', '0 1 1 0 k 1 0 0 0 K 0.5 g /Cs1 cs 1 scn'],
    ['of words that only look like it', '(1 0 0 rg \\) (rg) RG) Tj <72672052> Tj % 1 0 0 rg\n/rg gs'],
    ['of words in a dictionary', '/Span << /ActualText (a > 1 0 0 rg) >> BDC EMC'],
    ['of an image that only looks like it', 'BI /W 1 /CS /G ID 1 0 0 rg EI'],
  ])('%s are none', async (_, content) => {
    expect(await toldOf(pdf({ contents: [content] }))).toEqual([])
  })

  it.each([
    ['an image', '/XObject << /X 10 0 R >>', [stream('', '/Subtype /Image /ColorSpace /DeviceRGB')]],
    ['a profile', '/ColorSpace << /C [/ICCBased 10 0 R] >>', [stream('', '/N 3')]],
    ['a palette', '/ColorSpace << /C [/Indexed /DeviceRGB 1 (abcdef)] >>', []],
    ['a shading', '/Shading << /S 10 0 R >>', ['<< /ShadingType 2 /ColorSpace /DeviceRGB >>']],
    ['a pattern', '/Pattern << /P 10 0 R >>', [stream('1 0 0 rg', '/PatternType 1')]],
    ['a pattern of a shading', '/Pattern << /P << /Shading << /ColorSpace [/CalRGB << >>] >> >> >>', []],
    ['a form', '/XObject << /X 10 0 R >>', [stream('1 0 0 rg', '/Subtype /Form')]],
  ] as const)('are found in %s', async (_, resources, objects) => {
    const page = `/MediaBox [0 0 9 9] /Resources << ${resources} >>`
    expect(await toldOf(pdf({ page, objects: [...objects] }))).toEqual(RGB)
  })

  it.each([
    ['an image of ink', '/XObject << /X 10 0 R >>', [stream('', '/Subtype /Image /ColorSpace /DeviceCMYK')]],
    ['a profile of ink', '/ColorSpace << /C [/ICCBased 10 0 R] >>', [stream('', '/N 4')]],
    ['a spot colour', '/ColorSpace << /C [/Separation /Gold /DeviceRGB 10 0 R] >>', ['<< >>']],
  ] as const)('are none in %s', async (_, resources, objects) => {
    const page = `/MediaBox [0 0 9 9] /Resources << ${resources} >>`
    expect(await toldOf(pdf({ page, objects: [...objects] }))).toEqual([])
  })
})
