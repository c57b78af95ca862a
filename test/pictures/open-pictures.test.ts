import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { gather, type Diagnostic, type Place } from '../../src/base/index.js'
import { openPictures, type Picture, type PixelPicture } from '../../src/pictures/index.js'
import { memoryHost } from '../memory-host.js'
import { exif, jpeg } from './jpeg-bytes.js'

const PLACE: Place = { file: 'layouts/paper.yaml', line: 3, column: 5, sourceLine: '', length: 1 }

async function open(
  name: string,
  bytes: Uint8Array | null,
): Promise<{ picture: Picture | undefined; diagnostics: readonly Diagnostic[] }> {
  const host = memoryHost(bytes ? { [`layouts/${name}`]: bytes } : {})
  const { report, diagnostics } = gather()
  const file = `/paper/layouts/${name}`
  const pictures = await openPictures({ files: [{ file, place: PLACE }], host, report })
  return { picture: pictures.get(file), diagnostics }
}

/** A PNG from pixels of red, green, blue and alpha. */
function png(width: number, ...pixels: (readonly [number, number, number, number])[]): Uint8Array {
  return PNG.sync.write({ width, height: pixels.length / width, data: Uint8Array.from(pixels.flat()) })
}

describe('a PNG', () => {
  it('is laid on white paper', async () => {
    const { picture } = await open('a.png', png(2, [255, 0, 0, 255], [255, 0, 0, 128], [0, 0, 255, 0], [0, 0, 0, 51]))
    expect(picture).toMatchObject({ kind: 'pixels', width: 2, height: 2, channels: 3 })
    expect([...(picture as PixelPicture).bytes]).toEqual([255, 0, 0, 255, 127, 127, 255, 255, 255, 204, 204, 204])
  })

  it('without colour is a grey one', async () => {
    const { picture } = await open('a.png', png(2, [10, 10, 10, 255], [200, 200, 200, 255]))
    expect(picture).toMatchObject({ channels: 1, bytes: Uint8Array.of(10, 200) })
  })

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 20)],
    ['with a flipped bit', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 45 ? byte ^ 1 : byte))],
    ['that is only a signature', (bytes: Uint8Array) => bytes.slice(0, 8)],
  ])('%s is refused', async (_, damage) => {
    const whole = png(4, ...Array.from({ length: 16 }, (_, at) => [at, 2 * at, 3 * at, 255] as const))
    const { picture, diagnostics } = await open('a.png', damage(whole))
    expect(picture).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable', place: { file: 'layouts/a.png', line: 1 } }])
    expect(diagnostics[0]!.message).toBe('this PNG is damaged or cut short')
  })

  it('that would fill the memory is refused before it is unpacked', async () => {
    const huge = Uint8Array.from(png(1, [0, 0, 0, 255]))
    new DataView(huge.buffer).setUint32(16, 60_000)
    new DataView(huge.buffer).setUint32(20, 60_000)
    const { diagnostics } = await open('a.png', huge)
    expect(diagnostics).toMatchObject([{ message: 'this PNG has 3600 million pixels' }])
  })
})

describe('a JPEG', () => {
  it('goes through as it is, with its size', async () => {
    const bytes = jpeg({ width: 30, height: 20, channels: 3 })
    const { picture, diagnostics } = await open('a.jpg', bytes)
    expect(diagnostics).toEqual([])
    expect(picture).toEqual({
      kind: 'jpeg',
      width: 30,
      height: 20,
      storedWidth: 30,
      storedHeight: 20,
      orientation: 1,
      channels: 3,
      bytes,
    })
  })

  it('that the camera held upright is as wide as it is shown', async () => {
    const bytes = jpeg({ width: 30, height: 20, channels: 1, before: exif(6) })
    const { picture } = await open('a.jpg', bytes)
    expect(picture).toMatchObject({
      width: 20,
      height: 30,
      storedWidth: 30,
      storedHeight: 20,
      orientation: 6,
      channels: 1,
    })
  })

  it.each([
    ['cut short', jpeg({ width: 3, height: 2, channels: 3 }).slice(0, -2), 'this JPEG is damaged or cut short'],
    ['without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'this JPEG is damaged or cut short'],
    ['of no height', jpeg({ width: 3, height: 0, channels: 3 }), 'this JPEG is damaged or cut short'],
    ['in CMYK', jpeg({ width: 3, height: 2, channels: 4 }), 'this JPEG is in CMYK'],
    [
      'coded without loss',
      jpeg({ width: 3, height: 2, channels: 3, frame: 0xc3 }),
      'this kind of JPEG cannot be printed',
    ],
    ['of 12 bits', jpeg({ width: 3, height: 2, channels: 3, bits: 12 }), 'this kind of JPEG cannot be printed'],
  ])('%s is refused', async (_, bytes, message) => {
    const { picture, diagnostics } = await open('a.jpg', bytes)
    expect(picture).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable', message }])
  })
})

describe('a file', () => {
  it('is known by its bytes, not by its name', async () => {
    expect((await open('plate.svg', png(1, [1, 2, 3, 255]))).picture).toMatchObject({ kind: 'pixels' })
  })

  it('that is not there is reported where it is asked for', async () => {
    const { diagnostics } = await open('a.png', null)
    expect(diagnostics).toMatchObject([{ code: 'file-missing', place: PLACE }])
  })

  it.each([
    ['of another kind', new TextEncoder().encode('GIF89a')],
    ['that is empty', new Uint8Array()],
  ])('%s is refused', async (_, bytes) => {
    const { diagnostics } = await open('a.png', bytes)
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable', message: 'this is no SVG, PNG or JPEG' }])
  })

  it('asked for twice is opened and blamed once', async () => {
    const host = memoryHost({ 'a.png': 'nothing' })
    const { report, diagnostics } = gather()
    const asked = { file: '/paper/a.png', place: PLACE }
    await openPictures({ files: [asked, { ...asked, place: { ...PLACE, line: 9 } }], host, report })
    expect(diagnostics).toHaveLength(1)
  })
})
