import { describe, expect, it } from 'vitest'
import { lightnessOfInks } from '../../src/pictures/lightness-of-inks.js'
import { measureInks } from '../../src/pictures/index.js'
import { press } from '../prepress/profiles.js'

describe('the lightness of inks', () => {
  it.each([
    ['newsprint', 48, 68],
    ['stapled', 33, 64],
    ['coated', 18, 66],
  ])('of %s runs from its paper to its black', (name, black, half) => {
    const { lightnessOf } = press(name).inks.icc
    expect(lightnessOf([0, 0, 0, 0])).toBeCloseTo(100, 0)
    expect(Math.round(lightnessOf([0, 0, 0, 100]))).toBe(black)
    expect(Math.round(lightnessOf([0, 0, 0, 50]))).toBe(half)
    expect(lightnessOf([100, 100, 100, 100])).toBeLessThan(black)
  })

  it('makes the curve of the trade for greys on newsprint, whose dots grow by a quarter', async () => {
    const { blackOf } = (await measureInks(press('newsprint').inks.icc, []))!
    const grey = (percent: number): number => blackOf[Math.round(255 * (1 - percent / 100))]!
    for (const [percent, black] of [
      [0, 0],
      [33, 23],
      [50, 36],
      [65, 50],
      [75, 61],
      [87, 80],
      [100, 100],
    ] as const) {
      expect(Math.abs(grey(percent) - black), `${percent} %`).toBeLessThan(1.5)
    }
    expect(blackOf).toHaveLength(256)
    blackOf.reduce((before, black) => (expect(black).toBeLessThanOrEqual(before), black))
  })
})

/** Numbers one after the other, most significant byte first. */
const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16BE(value, at * 2))
  return bytes
}
const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeInt32BE(value, at * 4))
  return bytes
}

/** A grid of two places along each ink: as light as the inks leave it, each by its share. */
const SHARES = [0.1, 0.2, 0.05, 0.6]
const grid = (full: number): readonly number[] =>
  Array.from({ length: 16 }, (_, at) => {
    const inks = [(at >> 3) & 1, (at >> 2) & 1, (at >> 1) & 1, at & 1]
    return [full * (1 - inks.reduce((sum, ink, index) => sum + ink * SHARES[index]!, 0)), 0, 0]
  }).flat()

const head = (kind: string): Buffer =>
  Buffer.concat([Buffer.from(`${kind}\0\0\0\0\x04\x03\x02\0`, 'latin1'), longs(65536, 0, 0, 0, 65536, 0, 0, 0, 65536)])

const mft1 = (): Buffer => {
  const line = Buffer.from(Array.from({ length: 256 }, (_, at) => at))
  return Buffer.concat([head('mft1'), line, line, line, line, Buffer.from(grid(255).map(Math.round)), line, line, line])
}
const mft2 = (): Buffer => {
  const line = words(0, 65535)
  return Buffer.concat([
    head('mft2'),
    words(2, 2),
    line,
    line,
    line,
    line,
    words(...grid(0xff00).map(Math.round)),
    line,
    line,
    line,
  ])
}
const curve = (...entries: readonly number[]): Buffer => {
  const bytes = Buffer.concat([Buffer.from('curv\0\0\0\0', 'latin1'), longs(entries.length), words(...entries)])
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}
/** x to the power of 2, as the formula of its kind. */
const formula = Buffer.concat([Buffer.from('para\0\0\0\0\0\0\0\0', 'latin1'), longs(2 * 65536)])
const mAB = (first = curve(), last = curve()): Buffer => {
  const out = Buffer.concat([last, curve(), curve()])
  const matrix = Buffer.concat([longs(65536, 0, 0, 0, 65536, 0, 0, 0, 65536), longs(0, 0, 0)])
  const middle = Buffer.concat([curve(0, 65535), curve(), curve()])
  const places = Buffer.alloc(20)
  places.set([2, 2, 2, 2])
  places[16] = 2
  const clut = Buffer.concat([places, words(...grid(65535).map(Math.round))])
  const input = Buffer.concat([first, first, first, first])
  const parts = [out, matrix, middle, clut, input]
  const starts = parts.map((_, at) => 32 + parts.slice(0, at).reduce((sum, part) => sum + part.length, 0))
  return Buffer.concat([Buffer.from('mAB \0\0\0\0\x04\x03\0\0', 'latin1'), longs(...starts), ...parts])
}

describe('the tables of a profile', () => {
  it.each([
    ['of 8 bits', mft1()],
    ['of 16 bits', mft2()],
    ['of version 4', mAB()],
    ['of version 4, with a curve of one number', mAB(curve(256))],
  ])('%s are read alike', (_kind, table) => {
    const lightnessOf = lightnessOfInks(table)!
    expect(lightnessOf([0, 0, 0, 0])).toBeCloseTo(100, 0)
    expect(lightnessOf([0, 0, 0, 100])).toBeCloseTo(40, 0)
    expect(lightnessOf([50, 0, 0, 50])).toBeCloseTo(65, 0)
    expect(lightnessOf([100, 100, 100, 0])).toBeCloseTo(65, 0)
  })

  it('of version 4 may bend what goes in and what comes out', () => {
    expect(lightnessOfInks(mAB(curve(512)))!([0, 0, 0, 50])).toBeCloseTo(85, 1)
    expect(lightnessOfInks(mAB(formula))!([0, 0, 0, 50])).toBeCloseTo(85, 1)
    expect(lightnessOfInks(mAB(curve(), formula))!([0, 0, 0, 100])).toBeCloseTo(16, 1)
  })

  it('of another kind, or of other colours, are not read', () => {
    expect(lightnessOfInks(Buffer.from('XYZ \0\0\0\0\x04\x03\0\0', 'latin1'))).toBeNull()
    const three = mft1()
    three[8] = 3
    expect(lightnessOfInks(three)).toBeNull()
  })
})
