import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { gather } from '../../src/base/index.js'
import { openPictures } from '../../src/pictures/index.js'
import { memoryHost } from '../memory-host.js'
import { exif, jpeg } from './jpeg-bytes.js'
import { open, PLACE } from './open-test-pictures.js'

const png = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: 'red' } })
    .png()
    .toBuffer()

describe('a PNG', () => {
  it('gives its size without being decoded', async () => {
    const { picture, diagnostics } = await open('a.png', await png(30, 20))
    expect(diagnostics).toEqual([])
    expect(picture).toMatchObject({ kind: 'raster', format: 'PNG', width: 30, height: 20, natural: null })
  })

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 20)],
    ['that is only a signature', (bytes: Uint8Array) => bytes.slice(0, 8)],
    ['of no width', (bytes: Uint8Array) => bytes.map((byte, at) => (at >= 16 && at < 20 ? 0 : byte))],
  ])('%s is refused', async (_, damage) => {
    const { picture, diagnostics } = await open('a.png', damage(await png(30, 20)))
    expect(picture).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'picture-unusable', message: 'layouts/a.png: this PNG is damaged or cut short', place: PLACE },
    ])
  })
})

describe('a JPEG', () => {
  it('gives its size without being decoded', async () => {
    const bytes = jpeg({ width: 30, height: 20, channels: 3 })
    const { picture, diagnostics } = await open('a.jpg', bytes)
    expect(diagnostics).toEqual([])
    expect(picture).toEqual({
      kind: 'raster',
      format: 'JPEG',
      width: 30,
      height: 20,
      natural: null,
      orientation: 1,
      colours: 'rgb',
      isPlain: true,
      bytes,
      display: 'layouts/a.jpg',
      place: PLACE,
    })
  })

  it('that the camera held upright is as wide as it is shown', async () => {
    const bytes = jpeg({ width: 30, height: 20, channels: 1, before: exif(6) })
    expect((await open('a.jpg', bytes)).picture).toMatchObject({
      width: 20,
      height: 30,
      orientation: 6,
      colours: 'grey',
    })
  })

  it('says whether its colours are its own', async () => {
    const image = sharp(await png(9, 9))
    const isPlain = async (bytes: Uint8Array): Promise<unknown> => (await open('a.jpg', bytes)).picture
    expect(await isPlain(await image.jpeg().toBuffer())).toMatchObject({ isPlain: true })
    expect(await isPlain(await image.withIccProfile('srgb').jpeg().toBuffer())).toMatchObject({ isPlain: true })
    expect(await isPlain(await image.withIccProfile('p3').jpeg().toBuffer())).toMatchObject({ isPlain: false })
  })

  it.each([
    ['cut short', jpeg({ width: 3, height: 2, channels: 3 }).slice(0, -2), 'this JPEG is damaged or cut short'],
    ['without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'this JPEG is damaged or cut short'],
    ['of no height', jpeg({ width: 3, height: 0, channels: 3 }), 'this JPEG is damaged or cut short'],
    ['of two inks', jpeg({ width: 3, height: 2, channels: 2 }), 'this kind of JPEG cannot be printed'],
    [
      'coded without loss',
      jpeg({ width: 3, height: 2, channels: 3, frame: 0xc3 }),
      'this kind of JPEG cannot be printed',
    ],
    ['of 12 bits', jpeg({ width: 3, height: 2, channels: 3, bits: 12 }), 'this kind of JPEG cannot be printed'],
  ])('%s is refused', async (_, bytes, message) => {
    const { picture, diagnostics } = await open('a.jpg', bytes)
    expect(picture).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'picture-unusable', message: `layouts/a.jpg: ${message}`, place: PLACE },
    ])
  })
})

describe('a file', () => {
  it('is known by its bytes, not by its name', async () => {
    expect((await open('plate.svg', await png(1, 1))).picture).toMatchObject({ kind: 'raster', format: 'PNG' })
  })

  it('that is not there is reported where it is asked for', async () => {
    const { diagnostics } = await open('a.png', null)
    expect(diagnostics).toMatchObject([{ code: 'file-missing', place: PLACE }])
  })

  it.each([
    ['of no known kind', 'words', 'this is no SVG, PNG, JPEG or PDF'],
    ['that is empty', '', 'this is no SVG, PNG, JPEG or PDF'],
    ['from the web', 'GIF89a', 'this is a GIF, no SVG, PNG, JPEG or PDF'],
    ['of another century', '%!PS-Adobe-3.0 EPSF-3.0', 'this is PostScript, no SVG, PNG, JPEG or PDF'],
  ])('%s is refused', async (_, text, message) => {
    const { picture, diagnostics } = await open('a.png', new TextEncoder().encode(text))
    expect(picture).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'picture-unusable', message: `layouts/a.png: ${message}`, place: PLACE },
    ])
  })

  it('asked for twice is opened and blamed once', async () => {
    const host = memoryHost({ 'a.png': 'nothing' })
    const { report, diagnostics } = gather()
    const asked = { file: '/paper/a.png', place: PLACE }
    await openPictures({ files: [asked, { ...asked, place: { ...PLACE, line: 9 } }], cacheFolder: null, host, report })
    expect(diagnostics).toHaveLength(1)
  })
})
