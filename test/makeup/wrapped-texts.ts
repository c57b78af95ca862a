import fc from 'fast-check'
import type { PartRoom } from '../../src/makeup/legs/break-legs.js'
import type { BreakUnit, LegRoom, LegText, UnitVariant } from '../../src/makeup/legs/leg-text.js'
import type { Measures } from '../../src/typeset/index.js'

/** A unit of words, wrapped line by line in whatever measures it is given. */
interface WrappedUnit {
  readonly role: BreakUnit['role']
  readonly words: readonly number[]
  /** Grid lines of each of its lines. */
  readonly pitch: number
  readonly white: number
  readonly together: number | undefined
  /** Demerits of its variants; null where it has none. */
  readonly shorter: number | null
  readonly longer: number | null
}

/** Words are wrapped as if the measure were so much wider, or narrower, for a line less or more. */
const SHORTER = 1.2
const LONGER = 0.8

/** Articles whose units depend on their measures: at most so many units of a line or more. */
export function wrappedArbitrary(units: number): fc.Arbitrary<LegText> {
  const demerits = fc.option(fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100))
  const words = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 })
  const own = { words, shorter: demerits, longer: demerits }
  const paragraph = fc
    .record({ ...own, together: fc.option(fc.constant(3), { nil: undefined, freq: 6 }) })
    .map((of): WrappedUnit => ({ role: 'paragraph', pitch: 1, white: 0, ...of }))
  const quotation = fc
    .record(own)
    .map((of): WrappedUnit => ({ role: 'quotation', pitch: 2, white: 1, together: undefined, ...of }))
  const stiff = { together: undefined, shorter: null, longer: null }
  const crosshead = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 })
  const unit = fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 1, arbitrary: quotation },
    {
      weight: 1,
      arbitrary: crosshead.map((words): WrappedUnit => ({ role: 'crosshead', words, pitch: 1, white: 1, ...stiff })),
    },
    { weight: 1, arbitrary: fc.constant<WrappedUnit>({ role: 'rule', words: [1], pitch: 1, white: 0, ...stiff }) },
  )
  return fc.array(unit, { minLength: 1, maxLength: units }).map(wrappedText)
}

function wrappedText(units: readonly WrappedUnit[]): LegText {
  return {
    units: units.length,
    unit: (index, measures) => wrap(units[index]!, measures, 1),
    variant(index, change, measures): UnitVariant | null {
      const own = units[index]!
      const cost = change < 0 ? own.shorter : own.longer
      if (cost === null) return null
      const unit = wrap(own, measures, change < 0 ? SHORTER : LONGER)
      return unit.depths.length === wrap(own, measures, 1).depths.length + change ? { unit, cost } : null
    },
  }
}

function wrap({ role, words, pitch, white, together }: WrappedUnit, measures: Measures, scale: number): BreakUnit {
  const hyphens: boolean[] = []
  let filled = 0
  for (const [index, word] of words.entries()) {
    if (filled > 0 && filled + word > widthOf(measures, hyphens.length) * scale) {
      hyphens.push(words[index - 1]! % 2 === 0)
      filled = 0
    }
    filled += word
  }
  hyphens.push(false)
  const depths = hyphens.map(() => pitch)
  return { role, depths, hyphens, before: white, after: white, ...(together === undefined ? {} : { together }) }
}

function widthOf(measures: Measures, line: number): number {
  let rest = line
  for (const { width, lines } of measures) {
    if (rest < lines) return width
    rest -= lines
  }
  throw new Error('the measures end')
}

/** Legs of one to three stretches, their measures changing from line to line. */
export function roomsArbitrary(most: {
  readonly legs: number
  readonly depth: number
  readonly parts: number
}): fc.Arbitrary<readonly PartRoom[]> {
  const run = fc.record({ width: fc.constantFrom(5, 7, 10), lines: fc.integer({ min: 0, max: 3 }) })
  const stretch = fc
    .record({ runs: fc.array(run, { maxLength: 2 }), last: fc.constantFrom(5, 7, 10), depth: fc.nat(most.depth) })
    .map(({ runs, last, depth }) => ({ measures: [...runs, { width: last, lines: Infinity }], depth }))
  const leg = fc
    .array(stretch, { minLength: 1, maxLength: 3 })
    .map((stretches): LegRoom[] => stretches.map((one, at) => ({ ...one, isFoot: at === stretches.length - 1 })))
  const part = fc.record({
    legs: fc.array(leg, { minLength: 1, maxLength: most.legs }).map((legs) => legs.flat()),
    jumpLines: fc.nat(1),
  })
  return fc.array(part, { minLength: 1, maxLength: most.parts })
}
