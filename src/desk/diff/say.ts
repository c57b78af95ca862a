import type { GridRect } from '../../base/index.js'
import { changed, type Fact, type Finding, type Spot } from './change.js'
import { isSamePlace, type PageMatch } from './match-pages.js'

/** `1 line`, `7 lines`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `+1 line`, `−4 lines`. */
export function byHowMany(from: number, to: number, noun: string): string {
  return `${to < from ? '−' : '+'}${counted(Math.abs(to - from), noun)}`
}

/** `page 1 lead`. */
export function spotName({ page, slot }: Spot): string {
  return `page ${page} ${slot}`
}

/** `page 1 lead`, or `old page 1 lead` where another page has that number now. */
export function oldSpotName(spot: Spot, { newerOf }: PageMatch): string {
  return newerOf.get(spot.page) === spot.page ? spotName(spot) : `old ${spotName(spot)}`
}

/** `page 1 basement → page 3 lead`. */
export function fromSpotToSpot(older: Spot, newer: Spot, pages: PageMatch): string {
  return `${oldSpotName(older, pages)} → ${spotName(newer)}`
}

/** `depth 20 → 24 lines, box none → tint`: names what is not the same. */
export function namedChange(
  kind: Finding['kind'],
  sides: readonly [string | null, string | null],
  noun: string = kind,
): readonly Finding[] {
  const [from, to] = sides.map((side) => side ?? 'none')
  return changed(kind, sides, `${noun} ${from} → ${to}`)
}

/** What is not the same of two cells, as one change. */
export function cellsChange(from: GridRect, to: GridRect): readonly Finding[] {
  const texts = [
    { key: 'col', before: 'column', after: '' },
    { key: 'span', before: 'span', after: ' columns' },
    { key: 'line', before: 'line', after: '' },
    { key: 'depth', before: 'depth', after: ' lines' },
  ] as const
  const said = texts
    .filter(({ key }) => from[key] !== to[key])
    .map(({ key, before, after }) => `${before} ${from[key]} → ${to[key]}${after}`)
  const facts: readonly [Fact, Fact] = [{ ...from }, { ...to }]
  return said.length > 0 ? changed('cells', facts, said.join(', ')) : []
}

/** Places of one thing in two editions. */
export interface PairedPlaces<T> {
  readonly pairs: readonly (readonly [older: T, newer: T])[]
  readonly gone: readonly T[]
  readonly come: readonly T[]
}

/** Pairs what stands where it stood; then what is left, in order: it was moved. */
export function pairPlaces<T extends { readonly spot: Spot }>(
  older: readonly T[],
  newer: readonly T[],
  pages: PageMatch,
): PairedPlaces<T> {
  const staying = newer.flatMap((to) => {
    const from = older.find((one) => isSamePlace(one.spot, to.spot, pages))
    return from ? [[from, to] as const] : []
  })
  const gone = older.filter((one) => staying.every(([from]) => from !== one))
  const come = newer.filter((one) => staying.every(([, to]) => to !== one))
  const moving = gone.slice(0, come.length).map((from, index) => [from, come[index]!] as const)
  return { pairs: [...staying, ...moving], gone: gone.slice(moving.length), come: come.slice(moving.length) }
}
