import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gather } from '../../src/base/index.js'
import { decodePictures, openPictures } from '../../src/pictures/index.js'
import { memoryHost } from '../memory-host.js'
import { jpeg } from './jpeg-bytes.js'
import { pdf, stream } from './make-pdf.js'
import { open, PLACE } from './open-test-pictures.js'

/** What is said of a file, which must be refused: `file:line:column code message`. Nothing else may have been read. */
async function refusal(name: string, bytes: Uint8Array | string): Promise<readonly string[]> {
  const { report, diagnostics } = gather()
  const file = `/paper/adverts/${name}`
  const host = memoryHost({ [file]: bytes })
  const read: string[] = []
  const watched = {
    ...host,
    readBytes(path: string) {
      read.push(path)
      return host.readBytes(path)
    },
  }
  const pictures = await openPictures({ files: [{ file, place: PLACE }], cacheFolder: null, host: watched, report })
  expect(pictures.size).toBe(0)
  expect(read.filter((path) => path !== file)).toEqual([])
  return diagnostics.map(({ code, message, place }) => `${place.file}:${place.line}:${place.column} ${code} ${message}`)
}

const at = 'layouts/paper.yaml:3:5 picture-unusable adverts/'

describe('a hostile picture', () => {
  it('a JPEG of 200 million pixels is refused by its head', async () => {
    expect(await refusal('a.jpg', jpeg({ width: 20_000, height: 10_000, channels: 3 }))).toEqual([
      `${at}a.jpg: this JPEG has 200 million pixels`,
    ])
  })

  it('a PNG of 3600 million pixels is refused by its head', async () => {
    const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0\0\0\0\0', 'latin1')
    const end = Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')
    expect(await refusal('a.png', Buffer.concat([head, end]))).toEqual([`${at}a.png: this PNG has 3600 million pixels`])
  })

  it('a JPEG that is cut short is refused', async () => {
    const whole = jpeg({ width: 30, height: 20, channels: 3 })
    expect(await refusal('a.jpg', whole.slice(0, whole.length - 4))).toEqual([
      `${at}a.jpg: this JPEG is damaged or cut short`,
    ])
  })

  it('a ZIP archive that is called .png is refused', async () => {
    expect(await refusal('a.png', 'PK\x03\x04\x14\0\0\0\x08\0')).toEqual([
      `${at}a.png: this is a ZIP archive or an office document, no SVG, PNG, JPEG or PDF`,
    ])
  })

  it.each([
    ['a file', '<image href="file:///etc/passwd"/>', '2:1', '<image> cannot be drawn'],
    ['the net', '<image xlink:href="http://example.org/a.png"/>', '2:1', '<image> cannot be drawn'],
    ['another artwork', '<use href="../../secret.svg#a"/>', '2:1', '<use> cannot be drawn'],
    [
      'a web page',
      '<foreignObject><iframe src="http://example.org"/></foreignObject>',
      '2:1',
      '<foreignObject> cannot be drawn',
    ],
    ['a style sheet', '<style>@import url(http://example.org/a.css);</style>', '2:1', '<style> cannot be drawn'],
    [
      'a fill',
      '<path d="M0 0h1" fill="url(http://example.org/a.svg#g)"/>',
      '2:1',
      '<path>: the fill “url(http://example.org/a.svg#g)” is no plain colour',
    ],
  ])('an SVG that asks for %s is refused, and nothing is read', async (_, inner, place, message) => {
    expect(await refusal('a.svg', `<svg viewBox="0 0 9 9">\n${inner}\n</svg>`)).toEqual([
      `adverts/a.svg:${place} picture-unusable ${message}`,
    ])
  })

  it('an SVG with a style sheet of its own is refused', async () => {
    const sheet = '<?xml version="1.0"?>\n<?xml-stylesheet href="http://example.org/a.css"?>\n'
    expect(await refusal('a.svg', `${sheet}<svg viewBox="0 0 9 9"><path d="M0 0h1"/></svg>`)).toEqual([
      'adverts/a.svg:2:1 picture-unusable this SVG needs a style sheet, and nothing outside it is read',
    ])
  })

  it.each(['SYSTEM "file:///etc/passwd"', 'SYSTEM "http://example.org/x"'])(
    'an SVG whose entity is %s is refused, and nothing is read',
    async (where) => {
      const svg = `<!DOCTYPE svg [<!ENTITY x ${where}>]>\n<svg viewBox="0 0 9 9"><title>&x;</title></svg>`
      expect(await refusal('a.svg', svg)).toEqual([
        "adverts/a.svg:2:31 picture-unusable this SVG cannot be read: Named entity isn't defined: &x;",
      ])
    },
  )

  it('an SVG of a billion laughs is refused before anybody laughs', async () => {
    const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`)
    const svg = `<!DOCTYPE svg [<!ENTITY lol0 "lol">${lines.join('')}]>\n<svg viewBox="0 0 9 9"><desc>&lol9;</desc></svg>`
    expect(await refusal('a.svg', svg)).toEqual([
      "adverts/a.svg:2:30 picture-unusable this SVG cannot be read: Named entity isn't defined: &lol9;",
    ])
  })

  it.each([
    ['ten million entities', `<!DOCTYPE svg [${'<!ENTITY a "b">'.repeat(100)}]><svg>${'&a;'.repeat(10_000_000)}</svg>`],
    [
      'a quarter of a million entities that it defines',
      `<!DOCTYPE svg [${'<!ENTITY a "b">'.repeat(250_000)}]><svg viewBox="0 0 9 9"/>`,
    ],
    ['nine hundred thousand elements', `<svg viewBox="0 0 9 9">${'<g/>'.repeat(900_000)}</svg>`],
  ])('an SVG of %s is refused unread', async (_, svg) => {
    expect(await refusal('a.svg', svg)).toEqual([`${at}a.svg: this SVG is too large to be artwork`])
  })

  it('an SVG nested without end is refused', async () => {
    const deep = 90_000
    const svg = `<svg viewBox="0 0 9 9">${'<g>'.repeat(deep)}${'</g>'.repeat(deep)}</svg>`
    expect(await refusal('a.svg', svg)).toEqual([
      'adverts/a.svg:1:1 picture-unusable this SVG cannot be read: elements are nested too deeply',
    ])
  })

  it('an SVG nested less deeply is refused or drawn, whatever the stack can take', async () => {
    for (const deep of [500, 1000, 2000, 3000, 4000, 6000, 8000]) {
      const svg = `<svg viewBox="0 0 9 9">${'<g>'.repeat(deep)}<path d="M0 0h1"/>${'</g>'.repeat(deep)}</svg>`
      const { picture, diagnostics } = await open('a.svg', new TextEncoder().encode(svg))
      if (!picture) expect(diagnostics).toMatchObject([{ code: 'picture-unusable' }])
    }
  })

  it('a PDF with a password is refused', async () => {
    const locked = pdf({
      trailer: '/Encrypt 10 0 R',
      objects: ['<< /Filter /Standard /V 2 /R 3 /P -44 /O (o) /U (u) >>'],
    })
    expect(await refusal('a.pdf', locked)).toEqual([
      `${at}a.pdf: this PDF is locked with a password, or against being copied`,
    ])
  })

  it('a PDF whose tables unpack without end is refused', async () => {
    const bomb = deflateSync(Buffer.alloc(80_000_000, ' '), { level: 9 })
    const packed = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`
    const object = Buffer.concat([Buffer.from(packed), bomb, Buffer.from('\nendstream')])
    expect(await refusal('a.pdf', pdf({ objects: [object] }))).toEqual([
      `${at}a.pdf: this PDF unpacks to more than a page can hold`,
    ])
  })

  it('a PDF whose page unpacks without end is refused', async () => {
    expect(await refusal('a.pdf', pdf({ contents: [' '.repeat(80_000_000)], isPacked: true }))).toEqual([
      `${at}a.pdf: this PDF unpacks to more than a page can hold`,
    ])
  })

  it('a PDF whose page is packed twice is refused: nobody does that but to hide how large it is', async () => {
    const content = stream(deflateSync(' '.repeat(9000)), '/Filter [/FlateDecode /FlateDecode]')
    const page = '/MediaBox [0 0 90 90] /Resources << /XObject << /X 10 0 R >> >>'
    expect(await refusal('a.pdf', pdf({ page, objects: [content] }))).toEqual([
      `${at}a.pdf: this PDF unpacks to more than a page can hold`,
    ])
  })

  it('a PDF that draws the same content without end is refused', async () => {
    const text = Buffer.from(pdf({ contents: [' '.repeat(2_000_000)] })).toString('latin1')
    const again = text.replace('/Contents 10 0 R', `/Contents [${'10 0 R '.repeat(40)}]`)
    expect(await refusal('a.pdf', Buffer.from(again, 'latin1'))).toEqual([
      `${at}a.pdf: this PDF unpacks to more than a page can hold`,
    ])
  })

  it('a PDF whose pages stand in themselves is refused', async () => {
    const text = Buffer.from(pdf()).toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]')
    expect(await refusal('a.pdf', Buffer.from(text, 'latin1'))).toEqual([
      `${at}a.pdf: this PDF is damaged or cut short`,
    ])
  })

  it('a PDF of things in things without end is refused', async () => {
    const deep = 50_000
    const objects = Array.from({ length: deep }, (_, index) =>
      index < deep - 1 ? `<< /Next ${11 + index} 0 R >>` : '<< >>',
    )
    const page = '/MediaBox [0 0 9 9] /Resources << /Properties << /P 10 0 R >> >>'
    expect(await refusal('a.pdf', pdf({ page, objects }))).toEqual([`${at}a.pdf: this PDF is damaged or cut short`])
  })

  it('a PDF whose form draws itself is looked at once', async () => {
    const form = stream('/X Do', '/Subtype /Form /Resources << /XObject << /X 10 0 R >> >>')
    const page = '/MediaBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>'
    expect((await open('a.pdf', pdf({ page, objects: [form] }))).diagnostics).toEqual([])
  })

  it('a file of 200 million bytes is refused unread', async () => {
    const { report, diagnostics } = gather()
    const host = {
      ...memoryHost({}),
      size: () => 200_000_000,
      readBytes: () => {
        throw new Error('it was read')
      },
    }
    await openPictures({ files: [{ file: '/paper/a.pdf', place: PLACE }], cacheFolder: null, host, report })
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable', message: 'a.pdf: this file has 200 million bytes' }])
  })

  it('a JPEG whose head lies about its size is no more than its head says', async () => {
    const { report, diagnostics } = gather()
    const file = '/paper/a.jpg'
    const host = memoryHost({ [file]: jpeg({ width: 60, height: 60, channels: 3 }) })
    const pictures = await openPictures({ files: [{ file, place: PLACE }], cacheFolder: null, host, report })
    const shown = new Map([[file, 90]])
    await decodePictures({ pictures, shown, ppi: 300, cacheFolder: '/paper/out/.cache', host, report })
    expect(diagnostics).toMatchObject([{ message: 'a.jpg: this JPEG is damaged or cut short' }])
  })
})
