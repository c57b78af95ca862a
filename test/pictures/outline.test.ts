import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { gather } from '../../src/base/index.js'
import { openPictures, type Outline } from '../../src/pictures/index.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'
import { PLACE } from './open-test-pictures.js'

const FILE = '/paper/editions/a.picture'
const CACHE = '/paper/out/.cache'

const hostOf = (bytes: Uint8Array | string): MemoryHost => memoryHost({ [FILE]: bytes })

async function outlineOf(host: MemoryHost, isOutlined = true): Promise<Outline | undefined> {
  const { report, diagnostics } = gather()
  const files = [
    { file: FILE, place: PLACE },
    { file: FILE, place: PLACE, isOutlined },
  ]
  const pictures = await openPictures({ files, cacheFolder: CACHE, host, report })
  expect(diagnostics).toEqual([])
  return pictures.get(FILE)!.outline
}

const svg = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 64">${body}</svg>`

/** The same triangle in pixels, two to a unit; the decoder that pictures are read with reads no SVG. */
function triangle(): Promise<Buffer> {
  const [width, height] = [200, 128]
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 64; y < height; y++) {
    for (let x = 0; x < width; x++) if (Math.abs(x - 100) <= (y - 64) * 1.25) pixels[(y * width + x) * 4 + 3] = 255
  }
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
}

/** A triangle on its foot, in the lower half. */
const TRIANGLE = '<path d="M 50 32 L 90 64 L 10 64 Z" fill="#203040"/>'

describe('the outline of a picture', () => {
  it.each([
    ['an SVG', () => Promise.resolve(svg(TRIANGLE))],
    ['a PNG', triangle],
  ])('of %s says of each of 64 rows from where to where it is opaque', async (_what, make) => {
    const rows = (await outlineOf(hostOf(await make())))!
    expect(rows).toHaveLength(64)
    expect(rows.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => null))
    for (const [row, left, right] of [
      [40, 0.39, 0.61],
      [50, 0.265, 0.735],
      [62, 0.11, 0.89],
    ] as const) {
      expect(rows[row]![0]).toBeCloseTo(left, 1)
      expect(rows[row]![1]).toBeCloseTo(right, 1)
    }
  })

  it('takes in strokes by half of their width, and holes and curves as they are', async () => {
    const stroke = await outlineOf(
      hostOf(svg('<path d="M 20 32 L 80 32" stroke="#000" stroke-width="10" fill="none"/>')),
    )
    expect(stroke!.map((row) => row !== null).indexOf(true)).toBe(27)
    expect(stroke![32]).toEqual([0.15, 0.85])
    const circle = await outlineOf(hostOf(svg('<circle cx="50" cy="32" r="30"/>')))
    expect(circle![32]![0]).toBeCloseTo(0.2, 1)
    expect(circle![6]![0]).toBeGreaterThan(0.3)
  })

  it('is not looked for where nobody asks, and there is none of what is a rectangle anyway', async () => {
    expect(await outlineOf(hostOf(await triangle()), false)).toBeUndefined()
    const opaque = sharp({ create: { width: 20, height: 20, channels: 3, background: '#345' } })
    expect(await outlineOf(hostOf(await opaque.clone().png().toBuffer()))).toBeUndefined()
    expect(await outlineOf(hostOf(await opaque.jpeg().toBuffer()))).toBeUndefined()
  })

  it('is kept from one build to the next', async () => {
    const host = hostOf(await triangle())
    const rows = await outlineOf(host)
    expect([...host.written.keys()].map((path) => path.startsWith(CACHE))).toEqual([true])
    let made = 0
    const watched = { ...host, writeWhole: () => void made++ }
    expect(await outlineOf(watched)).toEqual(rows)
    expect(made).toBe(0)
  })
})
