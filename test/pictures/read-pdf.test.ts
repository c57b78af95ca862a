import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PagePicture } from '../../src/pictures/index.js'
import { pdf, stream } from './make-pdf.js'
import { open, PLACE, type Opened } from './open-test-pictures.js'

const toldOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await open('a.pdf', bytes)).diagnostics.map(({ code, message }) => `${code} ${message}`)

/** A page whose content, plain words, is said to be packed in this way. */
function withFilter(filter: string): Uint8Array {
  return Buffer.from(Buffer.from(pdf()).toString('latin1').replace('/Length', `/Filter ${filter} /Length`), 'latin1')
}

const pageOf = async (bytes: Uint8Array): Promise<PagePicture> => (await open('a.pdf', bytes)).picture as PagePicture

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
    expect((await pageOf(withFont(simple, stream('')))).missingFonts).toEqual([])
  })

  it('that are not in it are told to who asks, in their order', async () => {
    const fonts = '/MediaBox [0 0 9 9] /Resources << /Font << /A 10 0 R /B 11 0 R /C 10 0 R >> >>'
    const objects = ['Gill', 'Bembo'].map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`)
    expect((await pageOf(pdf({ page: fonts, objects }))).missingFonts).toEqual(['Bembo', 'Gill'])
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
    ['a table of an image within the content', 'BI /CS [/I /RGB 1 <ffeedd>] /IM false /W 1 ID abc EI'],
    ['after a remark that a return ends', '% what follows\r1 0 0 rg'],
  ])('are found in %s, packed or not', async (_, content) => {
    expect(await toldOf(pdf({ contents: [content] }))).toEqual(RGB)
    expect(await toldOf(pdf({ contents: ['q', content, 'Q'], isPacked: true }))).toEqual(RGB)
  })

  it.each([
    ['in figures', '/ASCIIHexDecode', '312030203020 7267>'],
    ['in letters', '/ASCII85Decode', '0d&.m0HbCK~>'],
    ['packed, and then in figures', '[/ASCIIHexDecode /FlateDecode]', `${deflateSync('1 0 0 rg').toString('hex')}>`],
  ])('are found in content that is written %s', async (_, filter, written) => {
    const head = `<< /Subtype /Form /Filter ${filter} /Length ${written.length} >>`
    const form = `${head}\nstream\n${written}\nendstream`
    expect(await toldOf(withResources('/XObject << /X 10 0 R >>', '/X Do', [form]))).toEqual(RGB)
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

/** A page with these resources. */
const withResources = (resources: string, content = '', objects: readonly (string | Uint8Array)[] = []): Uint8Array =>
  pdf({ contents: [content], page: `/MediaBox [0 0 9 9] /Resources << ${resources} >>`, objects: [...objects] })

const SPOT = '/ColorSpace << /C [/Separation /Gold /DeviceCMYK 10 0 R] >>'
const OF_INK = '/ColorSpace << /C [/ICCBased 10 0 R] >>'
const INK_PROFILE = stream('', '/N 4')
const image = (entries: string): Uint8Array => stream('', `/Subtype /Image ${entries}`)

describe('a PDF has colour', () => {
  it.each<[string, Uint8Array, Uint8Array]>([
    ['inks', pdf({ contents: ['0 0 0.1 0 k'] }), pdf({ contents: ['0 0 0 1 k 0.5 g'] })],
    ['inks of strokes', pdf({ contents: ['0.2 0 0 1 K'] }), pdf({ contents: ['0 0 0 .5 K'] })],
    ['red, green and blue', pdf({ contents: ['.5 .5 .4 rg'] }), pdf({ contents: ['.5 .5 .5 rg 0 0 0 RG'] })],
    [
      'a space by its name',
      pdf({ contents: ['/DeviceCMYK cs 0 1 0 0 sc'] }),
      pdf({ contents: ['/DeviceCMYK cs 0 0 0 1 sc'] }),
    ],
    [
      'a profile of ink',
      withResources(OF_INK, '/C CS 0 1 0 0 SCN', [INK_PROFILE]),
      withResources(OF_INK, '/C CS 0 0 0 1 SCN', [INK_PROFILE]),
    ],
    [
      'a profile of a screen',
      withResources(OF_INK, '/C cs 1 0 0 sc', [stream('', '/N 3')]),
      withResources(OF_INK, '/C cs 0 0 0 sc', [stream('', '/N 3')]),
    ],
    ['a spot colour', withResources(SPOT, '', ['<< >>']), withResources(SPOT.replace('Gold', 'Black'), '', ['<< >>'])],
    [
      'several inks',
      withResources('/ColorSpace << /C [/DeviceN [/Black /Gold] /DeviceCMYK 10 0 R] >>', '', ['<< >>']),
      withResources('/ColorSpace << /C [/DeviceN [/Black /None] /DeviceCMYK 10 0 R] >>', '', ['<< >>']),
    ],
    ['Lab', withResources('/ColorSpace << /C [/Lab << >>] >>'), withResources('/ColorSpace << /C [/CalGray << >>] >>')],
    [
      'a table of colours',
      withResources('/ColorSpace << /C [/Indexed /DeviceCMYK 0 (abcd)] >>', '/C cs 0 sc'),
      withResources('/ColorSpace << /C [/Indexed /DeviceGray 0 (a)] >>', '/C cs 0 sc'),
    ],
    [
      'the colour of a pattern without its own',
      withResources('/ColorSpace << /C [/Pattern /DeviceCMYK] >>', '/C cs 1 0 0 0 /P scn'),
      withResources('/ColorSpace << /C [/Pattern /DeviceCMYK] >>', '/C cs 0 0 0 1 /P scn'),
    ],
    [
      'an image',
      withResources('/XObject << /X 10 0 R >>', '', [image('/ColorSpace /DeviceCMYK')]),
      withResources('/XObject << /X 10 0 R >>', '', [image('/ColorSpace /DeviceGray')]),
    ],
    [
      'an image of a profile',
      withResources('/XObject << /X 10 0 R >>', '', [image('/ColorSpace [/ICCBased 11 0 R]'), INK_PROFILE]),
      withResources('/XObject << /X 10 0 R >>', '', [image('/ColorSpace [/ICCBased 11 0 R]'), stream('', '/N 1')]),
    ],
    [
      'an image that keeps its space within it',
      withResources('/XObject << /X 10 0 R >>', '', [image('/Filter /JPXDecode')]),
      withResources('/XObject << /X 10 0 R >>', '', [image('/ImageMask true')]),
    ],
    [
      'an image within the content',
      pdf({ contents: ['BI /W 1 /CS /CMYK /H 1 ID abcd EI'] }),
      pdf({ contents: ['BI /W 1 /IM true /H 1 ID abcd EI'] }),
    ],
    [
      'a blend',
      withResources('/Shading << /S << /ColorSpace /DeviceCMYK >> >>'),
      withResources('/Shading << /S << /ColorSpace /DeviceGray >> >>'),
    ],
    [
      'a form, which may have names of its own',
      withResources(`/XObject << /X 11 0 R >>`, '', [
        INK_PROFILE,
        stream('/C cs 0 1 0 1 sc', `/Subtype /Form /Resources << ${OF_INK} >>`),
      ]),
      withResources(`/XObject << /X 11 0 R >>`, '', [
        INK_PROFILE,
        stream('/C cs 0 0 0 1 sc', `/Subtype /Form /Resources << ${OF_INK} >>`),
      ]),
    ],
    [
      'a form that has the names of the page',
      withResources(`${OF_INK} /XObject << /X 11 0 R >>`, '', [
        INK_PROFILE,
        stream('/C cs 0 1 0 1 sc', '/Subtype /Form'),
      ]),
      withResources(`${OF_INK} /XObject << /X 11 0 R >>`, '', [
        INK_PROFILE,
        stream('/C cs 0 0 0 1 sc', '/Subtype /Form'),
      ]),
    ],
    [
      'drawn letters',
      withResources('/Font << /F << /Subtype /Type3 /CharProcs << /a 10 0 R >> >> >>', '', [stream('1 0 0 0 k')]),
      withResources('/Font << /F << /Subtype /Type3 /CharProcs << /a 10 0 R >> >> >>', '', [stream('0 0 0 1 k')]),
    ],
  ])('in %s, and has none in the same thing without', async (_, coloured, black) => {
    expect(await pageOf(coloured)).toMatchObject({ hasColour: true })
    expect(await pageOf(black)).toMatchObject({ hasColour: false })
  })

  it('in what was set before a state was saved, and is taken up again after', async () => {
    const content = (space: string): string => `/DeviceCMYK cs q /DeviceGray cs Q ${space} 1 0 0 0 sc`
    expect((await pageOf(pdf({ contents: [content('')] }))).hasColour).toBe(true)
    expect((await pageOf(pdf({ contents: [content('/DeviceGray cs')] }))).hasColour).toBe(false)
    // Deeper than is remembered, what was saved first is still taken up last.
    const deep = (restored: number): string =>
      `/DeviceCMYK cs q /DeviceGray cs ${'q '.repeat(1500)}${'Q '.repeat(restored)} 1 0 0 0 sc`
    expect((await pageOf(pdf({ contents: [deep(1501)] }))).hasColour).toBe(true)
    expect((await pageOf(pdf({ contents: [deep(1500)] }))).hasColour).toBe(false)
  })

  it('in streams of which one takes up what another has begun', async () => {
    expect(await pageOf(pdf({ contents: ['/DeviceCMYK cs 0 1', '0 0 sc'] }))).toMatchObject({ hasColour: true })
    expect(await pageOf(pdf({ contents: ['/DeviceCMYK cs 0 0', '0 1 sc'] }))).toMatchObject({ hasColour: false })
  })
})

describe('a PDF is transparent', () => {
  const withState = (state: string): Uint8Array => withResources(`/ExtGState << /G << ${state} >> >>`)
  const drawing = (object: Uint8Array): Uint8Array => withResources('/XObject << /X 10 0 R >>', '', [object])

  it.each<[string, Uint8Array, Uint8Array]>([
    ['by fills that are not opaque', withState('/ca .5'), withState('/ca 1 /AIS false')],
    ['by strokes that are not', withState('/CA .5'), withState('/CA 1.0')],
    ['by a mask', withState('/SMask << /S /Alpha >>'), withState('/SMask /None')],
    ['by how it mixes', withState('/BM /Multiply'), withState('/BM /Normal')],
    ['by one of several ways to mix', withState('/BM [/Darken /Normal]'), withState('/BM [/Compatible]')],
    [
      'by the mask of an image, a stencil not being one',
      drawing(image('/ColorSpace /DeviceGray /SMask 10 0 R')),
      drawing(image('/ColorSpace /DeviceGray /Mask 10 0 R')),
    ],
    ['by a mask within an image', drawing(image('/SMaskInData 1')), drawing(image('/SMaskInData 0'))],
    [
      'by a group below the page, that of the page itself being none',
      drawing(stream('', '/Subtype /Form /Group << /S /Transparency >>')),
      pdf({ page: '/MediaBox [0 0 9 9] /Group << /S /Transparency /I true >>' }),
    ],
    [
      'by how a blend is painted',
      withResources('/Pattern << /P << /PatternType 2 /ExtGState << /ca .1 >> >> >>'),
      withResources('/Pattern << /P << /PatternType 2 /ExtGState << /op true >> >> >>'),
    ],
  ])('%s', async (_, transparent, opaque) => {
    expect(await pageOf(transparent)).toMatchObject({ isTransparent: true })
    expect(await pageOf(opaque)).toMatchObject({ isTransparent: false })
  })
})

describe('the most ink of a PDF', () => {
  it.each<[number, string, Uint8Array]>([
    [0, 'without inks', pdf({ contents: ['0.5 g 1 0 0 rg'] })],
    [240, 'of fills', pdf({ contents: ['.8 .7 .7 .2 k 0 0 0 1 k'] })],
    [310, 'of strokes', pdf({ contents: ['0 0 0 1 K 1 1 .6 .5 K'] })],
    [400, 'of more than there can be', pdf({ contents: ['2 2 2 2 k'] })],
    [250, 'of a space by its name', pdf({ contents: ['/DeviceCMYK cs 1 1 .5 0 scn'] })],
    [260, 'of a profile of inks', withResources(OF_INK, '/C CS 1 1 .5 .1 SC', [INK_PROFILE])],
    [0, 'of a profile of something else', withResources(OF_INK, '/C CS 1 1 .5 .1 SC', [stream('', '/N 1')])],
    [120, 'of a pattern', withResources('/ColorSpace << /C [/Pattern /DeviceCMYK] >>', '/C cs 1 .2 0 0 /P scn')],
    [
      0,
      'of a number in a table',
      withResources('/ColorSpace << /C [/Indexed /DeviceCMYK 9 (a)] >>', '/C cs 1 1 1 1 sc'),
    ],
    [0, 'of a colour that is not whole', pdf({ contents: ['1 1 1 k'] })],
    [100, 'whose state was saved', pdf({ contents: ['/DeviceCMYK cs q 0 g Q 1 0 0 0 sc /DeviceGray cs 1 1 1 1 sc'] })],
  ])('is %i %% %s', async (ink, _, bytes) => {
    expect((await pageOf(bytes)).mostInk).toBe(ink)
  })

  it('is found behind words of which none is a colour', async () => {
    const content = `[${'12 (a) '.repeat(200)}] TJ ${'[] 0 d '.repeat(9)} (1 1 1 1 k) Tj .1 .2 .3 .4 k`
    expect((await pageOf(pdf({ contents: [content], isPacked: true }))).mostInk).toBe(100)
  })
})

describe('the bleed of a PDF', () => {
  const TRIM = '/MediaBox [0 0 300 200] /TrimBox [20 30 280 180]'
  const BLEED = `${TRIM} /BleedBox [11 28 283 190]`
  const bleedOf = async (page: string) => (await pageOf(pdf({ page }))).bleed

  it('is what it has beyond its trim on each side', async () => {
    expect(await bleedOf(BLEED)).toEqual({ left: 9, top: 10, right: 3, bottom: 2 })
  })

  it('is none where the trim is all that it has', async () => {
    const none = { left: 0, top: 0, right: 0, bottom: 0 }
    expect(await bleedOf('/MediaBox [0 0 300 200]')).toEqual(none)
    expect(await bleedOf(`${TRIM} /BleedBox [20 30 280 180]`)).toEqual(none)
    expect(await bleedOf(`${TRIM} /BleedBox [50 50 90 90]`)).toEqual(none)
  })

  it('ends with the sheet, and is the crop where it says none', async () => {
    expect(await bleedOf(`${TRIM} /BleedBox [-90 -90 900 900]`)).toEqual({ left: 20, top: 20, right: 20, bottom: 30 })
    expect(await bleedOf(`${TRIM} /CropBox [18 28 284 184]`)).toEqual({ left: 2, top: 4, right: 4, bottom: 2 })
  })

  it.each([
    ['to the right', 90, { top: 9, right: 10, bottom: 3, left: 2 }],
    ['upside down', 180, { right: 9, bottom: 10, left: 3, top: 2 }],
    ['to the left', -90, { bottom: 9, left: 10, top: 3, right: 2 }],
  ])('turns with it %s', async (_, turn, sides) => {
    expect(await bleedOf(`${BLEED} /Rotate ${turn}`)).toEqual(sides)
  })

  it('is in points', async () => {
    expect(await bleedOf(`${BLEED} /UserUnit 2`)).toEqual({ left: 18, top: 20, right: 6, bottom: 4 })
  })
})
