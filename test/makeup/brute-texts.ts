import fc from 'fast-check'
import type { BreakUnit, LegText, UnitVariant } from '../../src/makeup/legs/leg-text.js'

/** `p5 c1 l3 h1 b2 s1`: a paragraph of 5 lines, a crosshead of 1 (white above it), a list item of 3, a table's head row and a row of its body, a signature. */
export function textOf(written: string): LegText {
  const roles = {
    p: 'paragraph',
    c: 'crosshead',
    l: 'list',
    q: 'quotation',
    r: 'rule',
    h: 'table',
    b: 'table',
    s: 'signature',
  } as const
  const words = written.split(' ')
  const units: BreakUnit[] = words.map((word, index) => {
    const role = roles[word[0] as keyof typeof roles]
    const white = role === 'crosshead' || role === 'quotation' ? 1 : 0
    const lines = Number(word.slice(1))
    return {
      role,
      depths: new Array<number>(lines).fill(1),
      ...(role === 'signature' ? { together: lines } : {}),
      ...(word[0] === 'h' || words[index + 1]?.[0] === 's' ? { withNext: true } : {}),
      ...(word[0] === 'b' ? { repeats: words.slice(0, index).findLastIndex((one) => one[0] === 'h') } : {}),
      before: white,
      after: role === 'quotation' ? 1 : 0,
    }
  })
  return { units: units.length, unit: (index) => units[index]!, variant: () => null }
}

/** A unit that can also be set a line shorter or longer, at so many demerits; null where it cannot. */
interface UnitWithVariants {
  readonly unit: BreakUnit
  readonly shorter: UnitVariant | null
  readonly longer: UnitVariant | null
}

/** Articles of at most so many paragraphs, with divided words at some line ends and variants of some paragraphs. */
export function variantsArbitrary(paragraphs: number): fc.Arbitrary<LegText> {
  const demerits = fc.option(fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100))
  const paragraph = fc
    .record({ lines: fc.integer({ min: 1, max: 7 }), shorter: demerits, longer: demerits, bits: fc.nat({ max: 255 }) })
    .map(({ lines, shorter, longer, bits }): UnitWithVariants => ({
      unit: paragraphOf(lines, bits),
      shorter: shorter === null || lines === 1 ? null : { unit: paragraphOf(lines - 1, bits >> 1), cost: shorter },
      longer: longer === null ? null : { unit: paragraphOf(lines + 1, bits >> 2), cost: longer },
    }))
  const crosshead = fc.constant<UnitWithVariants>({
    unit: { role: 'crosshead', depths: [1], before: 1, after: 0 },
    shorter: null,
    longer: null,
  })
  const unit = fc.oneof({ weight: 5, arbitrary: paragraph }, { weight: 1, arbitrary: crosshead })
  return fc.array(unit, { minLength: 1, maxLength: paragraphs }).map((units) => ({
    units: units.length,
    unit: (index) => units[index]!.unit,
    variant: (index, change) => (change < 0 ? units[index]!.shorter : units[index]!.longer),
  }))
}

function paragraphOf(lines: number, bits: number): BreakUnit {
  const hyphens = Array.from({ length: lines }, (_, line) => line < lines - 1 && ((bits >> line) & 1) === 1)
  return { role: 'paragraph', depths: hyphens.map(() => 1), before: 0, after: 0, hyphens }
}

/** Articles of at most so many lines, never ending in a crosshead. */
export function unitsArbitrary(lines: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => `p${n}`) },
    { weight: 2, arbitrary: fc.constant('c1') },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => `l${n}`) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((n) => `q${n}`) },
  )
  return fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => {
    const kept: string[] = []
    let room = lines - 2
    for (const one of units) {
      const depth = Number(one.slice(1))
      if (depth > room) break
      kept.push(one)
      room -= depth
    }
    return [...kept, 'p2'].join(' ')
  })
}
