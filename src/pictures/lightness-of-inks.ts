import type { Cmyk } from './types.js'

/** A share, 0–1, made into another. */
type Curve = (share: number) => number

/** A grid of values over the four inks, at places that curves give. */
interface InkTable {
  /** Of each ink. */
  readonly curves: readonly Curve[]
  /** Places of the grid along each ink. */
  readonly places: readonly number[]
  /** The three parts of the colour at a place of the grid. */
  valueAt(places: readonly number[]): readonly number[]
  /** What is still to be done to the three parts; the first of what comes out is lightness. */
  finish(parts: readonly number[]): number
}

/**
 * Reads how light inks are from the table of an ICC profile that leads from inks to colours: its `A2B1`, relative to the paper, else its
 * `A2B0`. Gives the lightness (L* of CIE 1976, 0–100) of inks in per cent; null for a table of a kind that is none of a press's.
 */
export function lightnessOfInks(table: Buffer): ((inks: Cmyk) => number) | null {
  const read = READERS[table.toString('latin1', 0, 4)]
  // Of four inks, to three parts of a colour.
  const lut = read && table[8] === 4 && table[9] === 3 ? read(table) : null
  return lut && ((inks) => 100 * lut.finish(interpolate(lut, inks)))
}

/** ICC.1:2022, 10.10, 10.11 and 10.12. */
const READERS: Readonly<Record<string, (table: Buffer) => InkTable>> = {
  mft1: (table) => readOldTable(table, { at: 48, entries: 256, outEntries: 256, size: 1 }),
  mft2: (table) =>
    readOldTable(table, { at: 52, entries: table.readUInt16BE(48), outEntries: table.readUInt16BE(50), size: 2 }),
  'mAB ': readNewTable,
}

interface OldLayout {
  readonly at: number
  readonly entries: number
  readonly outEntries: number
  /** Bytes to a value. */
  readonly size: 1 | 2
}

function readOldTable(table: Buffer, { at, entries, outEntries, size }: OldLayout): InkTable {
  const places = table[10]!
  const grid = at + 4 * entries * size
  const last = grid + places ** 4 * 3 * size
  // In 16 bits of version 2, a lightness of 100 is 0xFF00 (ICC.1:2001-04, annex A).
  const full = size === 2 ? 0xffff / 0xff00 : 1
  const out = curveOf(table, last, outEntries, size)
  return {
    curves: [0, 1, 2, 3].map((ink) => curveOf(table, at + ink * entries * size, entries, size)),
    places: [places, places, places, places],
    valueAt: gridReader(table, { at: grid, places: [places, places, places, places], size }),
    finish: (parts) => out(parts[0]!) * full,
  }
}

/** Curves, a grid, curves, a matrix, curves. */
function readNewTable(table: Buffer): InkTable {
  const [last, matrix, middle, grid, first] = [12, 16, 20, 24, 28].map((at) => table.readUInt32BE(at)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const places = [...table.subarray(grid, grid + 4)]
  const size = table[grid + 16] === 1 ? 1 : 2
  const middles = middle > 0 ? newCurves(table, middle, 3) : null
  const [out] = newCurves(table, last, 1)
  const row = matrix > 0 ? [0, 4, 8, 36].map((at) => table.readInt32BE(matrix + at) / 65536) : null
  return {
    curves: newCurves(table, first, 4),
    places,
    valueAt: gridReader(table, { at: grid + 20, places, size }),
    finish(parts) {
      const bent = middles ? parts.map((part, index) => middles[index]!(part)) : parts
      const lightness = row ? row[0]! * bent[0]! + row[1]! * bent[1]! + row[2]! * bent[2]! + row[3]! : bent[0]!
      return out!(lightness)
    },
  }
}

interface GridLayout {
  readonly at: number
  readonly places: readonly number[]
  readonly size: 1 | 2
}

/** The three values at a place of the grid; the last ink varies fastest. */
function gridReader(table: Buffer, { at, places, size }: GridLayout): InkTable['valueAt'] {
  return (where) => {
    const index = where.reduce((sum, place, ink) => sum * places[ink]! + place, 0)
    return [0, 1, 2].map((part) => valueAt(table, at + (index * 3 + part) * size, size))
  }
}

function valueAt(table: Buffer, at: number, size: 1 | 2): number {
  return size === 1 ? table[at]! / 0xff : table.readUInt16BE(at) / 0xffff
}

function curveOf(table: Buffer, at: number, entries: number, size: 1 | 2): Curve {
  return (share) => {
    const along = Math.min(1, Math.max(0, share)) * (entries - 1)
    const from = Math.min(Math.max(0, entries - 2), Math.floor(along))
    const start = valueAt(table, at + from * size, size)
    const end = entries > 1 ? valueAt(table, at + (from + 1) * size, size) : start
    return start + (end - start) * (along - from)
  }
}

/** Curves one after the other, each from a place that four divides (ICC.1:2022, 10.6 and 10.18). */
function newCurves(table: Buffer, from: number, count: number): readonly Curve[] {
  let at = from
  return Array.from({ length: count }, () => {
    const isTable = table.toString('latin1', at, at + 4) === 'curv'
    const curve = isTable ? tableCurve(table, at) : formulaCurve(table, at)
    const length = isTable ? 12 + 2 * table.readUInt32BE(at + 8) : 12 + 4 * PARAMETERS[table.readUInt16BE(at + 8)]!
    at += Math.ceil(length / 4) * 4
    return curve
  })
}

function tableCurve(table: Buffer, at: number): Curve {
  const entries = table.readUInt32BE(at + 8)
  if (entries === 0) return (share) => share
  if (entries > 1) return curveOf(table, at + 12, entries, 2)
  const gamma = table.readUInt16BE(at + 12) / 256
  return (share) => share ** gamma
}

/** How many numbers each kind of formula has. */
const PARAMETERS = [1, 3, 4, 5, 7]

function formulaCurve(table: Buffer, at: number): Curve {
  const kind = table.readUInt16BE(at + 8)
  const number = (index: number): number =>
    index < PARAMETERS[kind]! ? table.readInt32BE(at + 12 + 4 * index) / 65536 : 0
  const [gamma, a, b] = [number(0), kind > 0 ? number(1) : 1, number(2)]
  // Of kinds 1 and 2 the bend is where the power ends; kind 2 adds its last number to both sides.
  const bend = kind >= 3 ? number(4) : kind > 0 ? -b / a : 0
  const [slope, above, below] = [
    kind >= 3 ? number(3) : 0,
    kind === 4 ? number(5) : kind === 2 ? number(3) : 0,
    kind === 4 ? number(6) : kind === 2 ? number(3) : 0,
  ]
  return (share) => (share >= bend ? (a * share + b) ** gamma + above : slope * share + below)
}

/** The parts of the colour of inks between the places of the grid: linear along each ink. */
function interpolate({ curves, places, valueAt: at }: InkTable, inks: Cmyk): readonly number[] {
  const along = inks.map((ink, index) => curves[index]!(ink / 100) * (places[index]! - 1))
  const from = along.map((one, index) => Math.min(Math.max(0, places[index]! - 2), Math.floor(one)))
  const parts = [0, 0, 0]
  for (let corner = 0; corner < 16; corner++) {
    const steps = from.map((_, ink) => (corner >> ink) & 1)
    const share = along.reduce(
      (product, one, ink) => product * (steps[ink] ? one - from[ink]! : 1 - (one - from[ink]!)),
      1,
    )
    if (share === 0) continue
    const values = at(from.map((one, ink) => Math.min(one + steps[ink]!, places[ink]! - 1)))
    values.forEach((value, index) => (parts[index]! += share * value))
  }
  return parts
}
