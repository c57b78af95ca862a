import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { memoryHost } from '../memory-host.js'
import { decode, type Decoded } from './open-test-pictures.js'

/** A picture from pixels of so many channels. */
const pixels = (width: number, channels: 1 | 3 | 4, values: readonly number[]): Sharp =>
  sharp(Uint8Array.from(values), { raw: { width, height: values.length / width / channels, channels } })

/** Something with a little of everything in it: a slope from dark to light. */
const slope = (width: number, height: number): Sharp =>
  pixels(
    width,
    3,
    Array.from({ length: width * height * 3 }, (_, at) => (at * 7) % 256),
  )

const rowsOf = ({ image }: Decoded): number[] => [...inflateSync(image!.bytes)]

describe('a decoded PNG', () => {
  it('is laid on white paper', async () => {
    const values = [255, 0, 0, 255, 255, 0, 0, 128, 0, 0, 255, 0, 0, 0, 0, 51]
    const decoded = await decode(await pixels(2, 4, values).png().toBuffer())
    expect(decoded.image).toMatchObject({ coding: 'deflate', width: 2, height: 2, channels: 3, orientation: 1 })
    const wanted = [255, 0, 0, 255, 127, 127, 255, 255, 255, 204, 204, 204]
    rowsOf(decoded).forEach((value, at) => expect(Math.abs(value - wanted[at]!)).toBeLessThanOrEqual(1))
  })

  it('without colour is a grey one', async () => {
    const decoded = await decode(await pixels(2, 3, [10, 10, 10, 200, 200, 200]).png().toBuffer())
    expect(decoded.image).toMatchObject({ channels: 1 })
    expect(rowsOf(decoded)).toEqual([10, 200])
    expect(rowsOf(await decode(await pixels(2, 1, [10, 200]).toColourspace('b-w').png().toBuffer()))).toEqual([10, 200])
  })

  it('of 16 bits is one of 8', async () => {
    const decoded = await decode(await pixels(2, 3, [255, 0, 0, 0, 0, 0]).toColourspace('rgb16').png().toBuffer())
    expect(rowsOf(decoded)).toEqual([255, 0, 0, 0, 0, 0])
  })
})

describe('a decoded JPEG', () => {
  it('goes on as it is where nothing has to be changed', async () => {
    const bytes = await slope(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { image } = await decode(bytes)
    expect(image).toMatchObject({ coding: 'jpeg', width: 40, height: 20, orientation: 6, channels: 3 })
    expect(Buffer.from(image!.bytes).equals(bytes)).toBe(true)
  })

  it('of four inks is one of red, green and blue', async () => {
    const { image, diagnostics } = await decode(await slope(40, 20).toColourspace('cmyk').jpeg().toBuffer())
    expect(diagnostics).toEqual([])
    expect(await sharp(image!.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      channels: 3,
      width: 40,
    })
    expect(image).toMatchObject({ coding: 'jpeg', channels: 3 })
  })

  it('with colours of its own is made plain', async () => {
    const { image } = await decode(await slope(40, 20).withIccProfile('p3').jpeg().toBuffer())
    expect((await sharp(image!.bytes).metadata()).icc).toBeUndefined()
  })

  it('that is held upright is turned when it is made smaller', async () => {
    const bytes = await slope(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect((await decode(bytes, { width: 50 })).image).toMatchObject({ width: 50, height: 100, orientation: 1 })
  })

  it('stays grey', async () => {
    const bytes = await slope(400, 200).toColourspace('b-w').jpeg().toBuffer()
    const { image } = await decode(bytes, { width: 50 })
    expect(image).toMatchObject({ width: 50, height: 25, channels: 1 })
    expect((await sharp(image!.bytes).metadata()).channels).toBe(1)
  })
})

describe('the resolution', () => {
  it.each([
    [100, 100],
    [67, 100],
    [66, 66],
    [10.2, 11],
  ])('of a picture of 100 pixels shown %f pixels wide is %i', async (width, across) => {
    const bytes = await slope(100, 40).jpeg().toBuffer()
    expect((await decode(bytes, { width })).image?.width).toBe(across)
  })

  it('of a cut in flat colours is its own where it takes less room so, and its edges stay sharp', async () => {
    const pixels = Buffer.alloc(600 * 400 * 3)
    for (let at = 0; at < 600 * 400; at++) {
      const [x, y] = [at % 600, Math.floor(at / 600)]
      pixels.fill((x * x + 3 * y * y) % 40_000 < 20_000 ? 0 : 255, 3 * at, 3 * at + 3)
    }
    const cut = sharp(pixels, { raw: { width: 600, height: 400, channels: 3 } })
    const whole = await decode(await cut.clone().png().toBuffer(), { width: 220 })
    expect(whole.image).toMatchObject({ width: 600, height: 400 })
    expect((await decode(await cut.blur(8).png().toBuffer(), { width: 220 })).image?.width).toBe(220)
  })

  it('is what the output shows', async () => {
    const bytes = await slope(1000, 40).jpeg().toBuffer()
    expect((await decode(bytes, { width: 72, ppi: 300 })).image?.width).toBe(300)
  })
})

describe('a damaged picture', () => {
  it.each([
    ['JPEG', (whole: Sharp) => whole.jpeg({ progressive: false })],
    ['JPEG', (whole: Sharp) => whole.jpeg({ progressive: true })],
    ['PNG', (whole: Sharp) => whole.png()],
  ])('whose middle is gone is found by decoding it: %s', async (format, save) => {
    const whole = await save(slope(300, 300)).toBuffer()
    const middle = Math.floor(whole.length / 2)
    const hollow = Buffer.concat([whole.subarray(0, middle), whole.subarray(-20)])
    const { image, diagnostics } = await decode(hollow)
    expect(image).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'picture-unusable', message: `a.picture: this ${format} is damaged or cut short` },
    ])
  })

  it('with a flipped bit is found', async () => {
    const whole = await slope(30, 30).png().toBuffer()
    whole[60]! ^= 1
    expect((await decode(whole)).diagnostics).toMatchObject([{ code: 'picture-unusable' }])
  })
})

describe('the cache', () => {
  const entriesOf = ({ host }: Decoded): string[] => [...host.written.keys()]
  const bytesOf = async (): Promise<Buffer> => slope(40, 20).png().toBuffer()

  it('keeps what was decoded, and gives the same again', async () => {
    const bytes = await bytesOf()
    const first = await decode(bytes)
    expect(entriesOf(first)).toEqual([expect.stringMatching(/^\/paper\/out\/\.cache\/[0-9a-f]{64}\.picture$/)])
    const before = first.host.written.get(entriesOf(first)[0]!)
    const again = await decode(bytes, { host: first.host })
    expect(again.image).toEqual({ ...first.image, bytes: Buffer.from(first.image!.bytes) })
    // It was not written anew.
    expect(again.host.written.get(entriesOf(first)[0]!)).toBe(before)
  })

  it('is asked before the picture is decoded', async () => {
    const bytes = await slope(40, 20).jpeg().toBuffer()
    const { host } = await decode(bytes)
    const [path] = host.written.keys()
    const { bytes: _, ...asIs } = (await decode(bytes)).image!
    expect(asIs).toEqual({ coding: 'jpeg', width: 40, height: 20, orientation: 1, channels: 3 })
    // Only the verdict is kept of what goes on as it is.
    expect(host.written.get(path!)!.length).toBeLessThan(150)
  })

  it('knows a picture by its content and by what is asked of it', async () => {
    const bytes = await bytesOf()
    const { host } = await decode(bytes)
    await decode(bytes, { host, width: 10 })
    await decode(await slope(40, 21).png().toBuffer(), { host })
    expect(host.written.size).toBe(3)
  })

  it.each([
    ['cut short', (entry: Uint8Array) => entry.slice(0, entry.length - 1)],
    ['with a flipped bit', (entry: Uint8Array) => entry.map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
    ['that is empty', () => new Uint8Array()],
    ['of something else', () => new TextEncoder().encode('{"coding":"jpeg"}\n')],
  ])('makes an entry %s anew', async (_, damage) => {
    const bytes = await bytesOf()
    const first = await decode(bytes)
    const [path, entry] = [...first.host.written][0]!
    first.host.written.set(path, damage(entry))
    const again = await decode(bytes, { host: first.host })
    expect(rowsOf(again)).toEqual(rowsOf(first))
    expect(again.host.written.get(path)).toEqual(entry)
  })

  it('that cannot be written costs time and nothing else', async () => {
    const host = {
      ...memoryHost({}),
      writeWhole: () => {
        throw new Error('the disk is full')
      },
    }
    const { image, diagnostics } = await decode(await bytesOf(), { host })
    expect(image).toBeDefined()
    expect(diagnostics).toEqual([])
  })

  it('knows which decoder made its entries', () => {
    const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const source = readFileSync(join(import.meta.dirname, '../../src/pictures/picture-cache.ts'), 'utf8')
    expect(source).toContain(`'sharp ${dependencies['sharp']}, recipe `)
  })
})
