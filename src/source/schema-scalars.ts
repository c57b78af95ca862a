import { type AuthorLength, mm, parseLength, type Pt } from '../base/index.js'
import { didYouMean, mistake, notAsExpected } from './mistakes.js'
import { type MistakeOptions, type Schema, WRONG } from './types.js'

/** A value that one line of text gives; `parse` says null when it cannot be read. */
export function parsed<T>(expects: string, parse: (text: string) => T | null): Schema<T> {
  return {
    expects,
    read(spot) {
      if (spot.node.kind !== 'scalar' || spot.node.text === null) return notAsExpected(spot, expects)
      return parse(spot.node.text.trim()) ?? notAsExpected(spot, expects)
    },
  }
}

/** What `refined` hands to its check: reports a mistake of the value, and gives the check's answer "wrong". */
export type Fail = (message: string, options?: MistakeOptions) => typeof WRONG

/** A value read by a schema, and then looked at more closely or made into something else. */
export function refined<T, U>(schema: Schema<T>, look: (value: T, fail: Fail) => U | typeof WRONG): Schema<U> {
  return {
    expects: schema.expects,
    read(spot) {
      const value = schema.read(spot)
      return value === WRONG ? WRONG : look(value, (message, options) => mistake(spot, message, options))
    },
  }
}

/** Text as typed, not blank. */
export const text: Schema<string> = {
  expects: 'text',
  read(spot) {
    const { node } = spot
    if (node.kind !== 'scalar' || node.text === null) return notAsExpected(spot, 'text')
    return node.text.trim() === '' ? mistake(spot, `${spot.name} must be text, and it is blank`) : node.text
  },
}

/** Text, which may be blank. */
export const anyText: Schema<string> = {
  expects: 'text',
  read: (spot) =>
    spot.node.kind === 'scalar' && spot.node.text !== null ? spot.node.text : notAsExpected(spot, 'text'),
}

/** Bounds of a number, both included. */
export interface Bounds {
  readonly least?: number
  readonly most?: number
}

function boundsOf({ least, most }: Bounds): string {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`
  if (least !== undefined) return ` of at least ${least}`
  return most === undefined ? '' : ` of at most ${most}`
}

function isWithin(value: number, { least = -Infinity, most = Infinity }: Bounds): boolean {
  return Number.isFinite(value) && value >= least && value <= most
}

/** A count. */
export function wholeNumber(bounds: Bounds = {}): Schema<number> {
  return parsed(`a whole number${boundsOf(bounds)}`, (typed) => {
    const value = /^[+-]?\d{1,9}$/.test(typed) ? Number(typed) : NaN
    return isWithin(value, bounds) ? value : null
  })
}

/** A number, with or without a decimal point. */
export function number(bounds: Bounds = {}): Schema<number> {
  return parsed(`a number${boundsOf(bounds)}`, (typed) => {
    const value = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : NaN
    return isWithin(value, bounds) ? value : null
  })
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
])

/** Yes or no. */
export const flag: Schema<boolean> = parsed('true or false', (typed) => FLAGS.get(typed.toLowerCase()) ?? null)

/** A length as typed, in points or in ems. */
export const lengthOrEm: Schema<AuthorLength> = withUnitHint('a length with its unit', parseLength, {
  units: ['pt', 'mm'],
  examples: ['9pt', '4.5mm'],
})

/** Bounds of a length, in points, or in another unit in which it is usually said. */
export interface LengthBounds extends Bounds {
  readonly unit?: 'pt' | 'mm'
}

/** What a hint shows of lengths: pairs of them, or single ones for those that are bound more narrowly. */
const EXAMPLES = {
  pt: [['9pt', '4.5mm'], ['0.5pt'], ['100pt']],
  mm: [['5mm'], ['0.1mm'], ['100mm']],
} as const

/** A length in points. */
export function length({ unit = 'pt', ...bounds }: LengthBounds = {}): Schema<Pt> {
  const { least, most } = bounds
  const sign = least === 0 ? ', not below nought' : least === undefined ? '' : `, at least ${least}${unit}`
  const top = most === undefined ? '' : `, at most ${most}${unit}`
  const read = (typed: string): Pt | null => {
    const parsedLength = parseLength(typed)
    if (!parsedLength || !('pt' in parsedLength)) return null
    // What is said in the unit of its bounds may reach them: the rounding of points must not put it beyond.
    const value = unit === 'pt' ? parsedLength.pt : Number((parsedLength.pt / mm(1)).toFixed(6))
    return isWithin(value, bounds) ? parsedLength.pt : null
  }
  const examples = EXAMPLES[unit].find((some) => some.every((one) => read(one) !== null)) ?? [
    `${least ?? most ?? 0}${unit}`,
  ]
  return withUnitHint(`a length with its unit${sign}${top}`, read, {
    units: unit === 'pt' ? ['pt', 'mm'] : ['mm', 'pt'],
    examples,
  })
}

/** What a hint says of a length. */
interface LengthHint {
  /** Those that a bare number may be meant in, the likeliest first. */
  readonly units: readonly string[]
  readonly examples: readonly string[]
}

/** A length's schema; a bare number gets the hint to say its unit. */
function withUnitHint<T>(
  expects: string,
  parse: (typed: string) => T | null,
  { units, examples }: LengthHint,
): Schema<T> {
  return {
    expects,
    read(spot) {
      const { node } = spot
      if (node.kind !== 'scalar' || node.text === null) return notAsExpected(spot, expects)
      const typed = node.text.trim()
      const value = parse(typed)
      if (value !== null) return value
      const meant = units.map((unit) => `${typed}${unit}`).filter((one) => parse(one) !== null)
      // Where the likeliest unit makes too much or too little of it, another is hardly the one meant.
      const isBare = meant[0] === `${typed}${units[0]}`
      const hint = isBare ? `say the unit: ${meant.join(' or ')}` : `such as ${examples.join(' or ')}`
      return notAsExpected(spot, expects, hint)
    },
  }
}

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]): Schema<T> {
  const expects = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
  return {
    expects,
    read(spot) {
      const { node } = spot
      if (node.kind !== 'scalar' || node.text === null) return notAsExpected(spot, expects)
      const typed = node.text.trim()
      const word = words.find((one) => one === typed)
      return word ?? notAsExpected(spot, expects, didYouMean(typed, words))
    },
  }
}

/** The names of weights, as OpenType and CSS count them (OpenType `usWeightClass`). */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['thin', 100],
  ['extralight', 200],
  ['light', 300],
  ['regular', 400],
  ['medium', 500],
  ['semibold', 600],
  ['bold', 700],
  ['extrabold', 800],
  ['black', 900],
])

/** A weight of type: a name or 100–900. */
export const fontWeight: Schema<number> = {
  expects: `a weight: ${[...WEIGHTS.keys()].join(', ')}, or a number from 100 to 900`,
  read(spot) {
    const { node } = spot
    if (node.kind !== 'scalar' || node.text === null) return notAsExpected(spot, this.expects)
    const typed = node.text.trim()
    const named = WEIGHTS.get(typed.toLowerCase().replaceAll(/[- ]/g, ''))
    if (named !== undefined) return named
    const value = /^\d{3}$/.test(typed) ? Number(typed) : 0
    return value >= 100 && value <= 900 ? value : notAsExpected(spot, this.expects, didYouMean(typed, WEIGHTS.keys()))
  },
}
