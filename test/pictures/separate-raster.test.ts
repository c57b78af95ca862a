import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { inkTiff } from '../../src/pictures/ink-tiff.js'
import { type Inks, measureInks, type RasterImage, type Separation } from '../../src/pictures/index.js'
import { limitInk } from '../../src/pictures/separate-raster.js'
import { press } from '../prepress/profiles.js'
import { decode } from './open-test-pictures.js'

let inks: Inks
let coated: Inks
beforeAll(async () => {
  inks = (await measureInks(press('newsprint').inks.icc, []))!
  coated = (await measureInks(press('coated').inks.icc, []))!
})

const separation = (changes: Partial<Separation> = {}): Separation => ({
  colours: 'cmyk',
  inks,
  inkLimit: 240,
  quality: 90,
  sharpenBy: null,
  ...changes,
})

const pixels = (width: number, channels: 1 | 3 | 4, values: readonly number[]): Sharp =>
  sharp(Uint8Array.from(values), { raw: { width, height: values.length / width / channels, channels } })

/** An even area of one colour. */
const even = (...colour: readonly number[]): Sharp =>
  pixels(32, colour.length as 1 | 3 | 4, Array.from({ length: 32 * 32 }, () => colour).flat())

/** An even area of inks in per cent, as a photograph that somebody has separated. */
const separated = (...cmyk: readonly number[]): Promise<Buffer> => {
  const bytes = Uint8Array.from(Array.from({ length: 32 * 32 }, () => cmyk.map((ink) => Math.round(ink * 2.55))).flat())
  return sharp(inkTiff({ width: 32, height: 32, bytes }, null))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** What the middle of a picture prints, in per cent: four inks, or black alone. */
async function printed({ coding, channels, width, height, bytes }: RasterImage): Promise<readonly number[]> {
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * channels
  let data: Uint8Array = coding === 'deflate' ? inflateSync(bytes) : new Uint8Array()
  if (coding === 'jpeg') {
    const opened =
      channels === 4
        ? sharp(bytes).pipelineColourspace('cmyk').toColourspace('cmyk')
        : sharp(bytes).toColourspace('b-w')
    data = await opened.raw().toBuffer()
  }
  const values = [...data.subarray(at, at + channels)].map((value) => Math.round(value / 2.55))
  return channels === 1 ? values.map((white) => 100 - white) : values
}

const near = (found: readonly number[], wanted: readonly number[], by = 3): void => {
  expect(found).toHaveLength(wanted.length)
  found.forEach((value, at) => expect(Math.abs(value - wanted[at]!), `${found.join(' ')}`).toBeLessThanOrEqual(by))
}

describe('a picture for a page in colour', () => {
  it('is in the inks of the press: a photograph as JPEG, drawn artwork with every pixel', async () => {
    const photograph = (await decode(await even(190, 22, 34).jpeg().toBuffer(), { separation: separation() })).image!
    expect(photograph).toMatchObject({ coding: 'jpeg', channels: 4, width: 32, height: 32, orientation: 1 })
    near(await printed(photograph), [0, 88, 72, 15])
    const drawn = (await decode(await even(190, 22, 34).png().toBuffer(), { separation: separation() })).image!
    expect(drawn).toMatchObject({ coding: 'deflate', channels: 4 })
    near(await printed(drawn), [0, 88, 72, 15], 1)
  })

  it('is in other inks for another press', async () => {
    const image = (
      await decode(await even(190, 22, 34).jpeg().toBuffer(), {
        separation: separation({ inks: coated, inkLimit: 300 }),
      })
    ).image!
    near(await printed(image), [0, 94, 77, 21])
  })

  it('is in black alone where it has no colour, by the curve of the press', async () => {
    const bytes = await even(128).toColourspace('b-w').jpeg().toBuffer()
    const photograph = (await decode(bytes, { separation: separation() })).image!
    expect(photograph).toMatchObject({ coding: 'jpeg', channels: 1 })
    near(await printed(photograph), [35], 1)
    const drawn = (await decode(await even(128, 128, 128).png().toBuffer(), { separation: separation() })).image!
    expect(drawn).toMatchObject({ coding: 'deflate', channels: 1 })
    near(await printed(drawn), [35], 1)
    near(
      await printed((await decode(await even(0, 0, 0).png().toBuffer(), { separation: separation() })).image!),
      [100],
      0,
    )
  })

  it('that was supplied in inks keeps them', async () => {
    const { image } = await decode(await separated(10, 60, 80, 20), { separation: separation() })
    near(await printed(image!), [10, 60, 80, 20], 2)
  })

  it('that was supplied in more ink than the press takes is made anew', async () => {
    const { image } = await decode(await separated(90, 80, 80, 80), { separation: separation() })
    const found = await printed(image!)
    expect(found.reduce((sum, ink) => sum + ink)).toBeLessThanOrEqual(240)
    expect(Math.abs(found[0]! - 90)).toBeGreaterThan(10)
  })

  it('is laid on white paper, and upright', async () => {
    const drawn = (await decode(await even(0, 0, 0, 0).png().toBuffer(), { separation: separation() })).image!
    near(await printed(drawn), [0], 0)
    const turned = await pixels(
      4,
      3,
      Array.from({ length: 4 * 2 * 3 }, () => 99),
    )
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await decode(turned, { separation: separation() })).image).toMatchObject({
      width: 2,
      height: 4,
      orientation: 1,
    })
  })

  it('holds nothing of the profile that it was made with', async () => {
    const { image } = await decode(await even(190, 22, 34).jpeg().toBuffer(), { separation: separation() })
    expect((await sharp(image!.bytes).metadata()).icc).toBeUndefined()
  })
})

describe('a picture for a page in black', () => {
  it.each([
    ['JPEG', (whole: Sharp) => whole.jpeg()],
    ['PNG', (whole: Sharp) => whole.png()],
  ])('is grey, whatever it was: %s', async (_kind, save) => {
    const black = separation({ colours: 'grey' })
    const { image } = await decode(await save(even(190, 22, 34)).toBuffer(), { separation: black })
    expect(image).toMatchObject({ channels: 1 })
    const [tint] = await printed(image!)
    expect(tint).toBeGreaterThan(38)
    expect(tint).toBeLessThan(56)
  })

  it('is grey where it was supplied in inks', async () => {
    const { image } = await decode(await separated(0, 0, 0, 0), { separation: separation({ colours: 'grey' }) })
    expect(image).toMatchObject({ channels: 1 })
    near(await printed(image!), [0], 1)
  })
})

describe('the resolution for a press', () => {
  it.each([
    [100, 100],
    [81, 100],
    [79, 79],
    [120, 100],
  ])(
    'of a picture of 100 pixels shown %f pixels wide is %i: as asked or a little finer, and never made finer',
    async (width, across) => {
      const bytes = await pixels(
        100,
        3,
        Array.from({ length: 100 * 40 * 3 }, (_, at) => at % 256),
      )
        .jpeg()
        .toBuffer()
      expect((await decode(bytes, { width, separation: separation() })).image?.width).toBe(across)
    },
  )
})

describe('sharpening', () => {
  it('makes edges steeper, and leaves even parts alone', async () => {
    const edge = pixels(
      64,
      1,
      Array.from({ length: 64 * 8 }, (_, at) => (at % 64 < 32 ? 90 : 160)),
    )
    const bytes = await edge.toColourspace('b-w').blur(1).png().toBuffer()
    const rows = async (sharpenBy: number | null): Promise<Uint8Array> =>
      inflateSync((await decode(bytes, { separation: separation({ sharpenBy }) })).image!.bytes)
    const [soft, sharpened] = [await rows(null), await rows(1)]
    const steepest = (row: Uint8Array): number =>
      Math.max(...Array.from({ length: 62 }, (_, at) => Math.abs(row[at + 1]! - row[at]!)))
    expect(steepest(sharpened)).toBeGreaterThan(steepest(soft))
    expect(sharpened[4]).toBe(soft[4])
    expect(sharpened[60]).toBe(soft[60])
  })
})

describe('the limit of ink', () => {
  it('is kept at every pixel, black stays, and what is within it is untouched', () => {
    const pixel = fc.tuple(
      ...([0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 255 })) as [
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
      ]),
    )
    fc.assert(
      fc.property(
        fc.array(pixel, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 100, max: 400 }),
        (colours, limit) => {
          const bytes = Uint8Array.from(colours.flat())
          const limited = limitInk(bytes, limit)
          colours.forEach((colour, at) => {
            const found = [...limited.subarray(4 * at, 4 * at + 4)]
            const total = (inks: readonly number[]): number => inks.reduce((sum, ink) => sum + ink)
            expect(total(found)).toBeLessThanOrEqual((limit * 255) / 100)
            expect(found[3]).toBe(colour[3])
            if (total(colour) <= (limit * 255) / 100) expect(found).toEqual([...colour])
          })
        },
      ),
      { seed: 5, numRuns: 200 },
    )
  })

  it('takes all colours away where black alone is over it', () => {
    expect([...limitInk(Uint8Array.of(1, 2, 3, 255), 97)]).toEqual([0, 0, 0, 255])
  })

  it('is kept in a photograph that is darker than the press can take', async () => {
    const noise = Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 37) % 40)
    const { image } = await decode(await pixels(64, 3, noise).jpeg().toBuffer(), {
      separation: separation({ inkLimit: 180 }),
    })
    const data = await sharp(image!.bytes).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
    let sum = 0
    for (const value of data) sum += value
    expect(sum / 2.55 / (64 * 64)).toBeLessThanOrEqual(180)
  })
})

describe('the cache of separated pictures', () => {
  it('knows one by all that is asked of it', async () => {
    const bytes = await even(190, 22, 34).jpeg().toBuffer()
    const { host, image } = await decode(bytes, { separation: separation() })
    expect(host.written.size).toBe(1)
    const again = await decode(bytes, { host, separation: separation() })
    expect(host.written.size).toBe(1)
    expect(Buffer.from(again.image!.bytes).equals(image!.bytes)).toBe(true)
    const others: readonly Partial<Separation>[] = [
      { colours: 'grey' },
      { inks: coated },
      { inkLimit: 220 },
      { quality: 70 },
      { sharpenBy: 1 },
    ]
    for (const other of others) await decode(bytes, { host, separation: separation(other) })
    await decode(bytes, { host })
    expect(host.written.size).toBe(2 + others.length)
  })

  it('keeps nothing of a damaged one, which is told of', async () => {
    const whole = await pixels(
      300,
      3,
      Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7) % 256),
    )
      .jpeg()
      .toBuffer()
    const hollow = Buffer.concat([whole.subarray(0, whole.length / 2), whole.subarray(-20)])
    const { image, diagnostics, host } = await decode(hollow, { separation: separation() })
    expect(image).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable' }])
    expect(host.written.size).toBe(0)
  })
})
